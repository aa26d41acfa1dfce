//! What cannot be right is said beside its field, in a plain sentence, and nothing typed is lost.

use holdfast_tests::{Find, Setup, Window};

use crate::record::{CROSSING, crossing};
use crate::sheet::{Sheet, menu};

/// Waits until a sentence stands under the field of this name.
#[track_caller]
fn wait_for_sentence(window: &Window, field: &str, sentence: &str) {
    let script = "const said = document.querySelector(
            `dialog[open] [data-field=\"${arguments[0]}\"] [role=alert]`);
        return said?.innerText ?? ''";
    window.wait_until(&format!("\"{sentence}\" stood under {field}"), |page| {
        page.script(script, vec![field.into()]).as_str().is_some_and(|one| one.contains(sentence))
    });
}

fn opened() -> Window {
    let window = Window::open(Setup::at(crossing()));
    window.wait_for(&Find::role("heading", "Today"));
    window.press("g d");
    window.click(&Find::any("link").containing(CROSSING).inside(&Find::any("main")));
    window.wait_for(&Find::role("heading", CROSSING));
    window
}

#[test]
fn a_day_or_a_sum_that_cannot_be_is_said_beside_its_field() {
    let window = opened();
    menu(&window, "Add to the dispute", "A promise");
    let sheet = Sheet::titled(&window, "Add a promise");
    let what = "The rest of the fare comes back";
    sheet.write("What was promised", what);
    sheet.write("Made on", "5 March 2025");
    sheet.write("Due", "30 February 2025");
    sheet.press("Save");
    wait_for_sentence(&window, "dueOn", "There is no such day as “30 February 2025”.");
    window.picture("mistake-no-such-day");
    sheet.write("Due", "1 March 2025");
    sheet.press("Save");
    let sentence =
        "It is due on Saturday, 1 March 2025, before it was promised on Wednesday, 5 March 2025.";
    wait_for_sentence(&window, "dueOn", sentence);
    window.picture("mistake-due-before-made");
    assert_eq!(window.value_of(&sheet.field("What was promised")), what, "nothing is lost");
    assert_eq!(window.value_of(&sheet.field("Made on")), "5 March 2025", "nothing is lost");
    sheet.write("Due", "12 March 2025");
    sheet.save();

    menu(&window, "Add to the dispute", "A claim");
    let sheet = Sheet::titled(&window, "Add a claim");
    sheet.write("For what", "Meals in the terminal");
    sheet.pick("Vendor", "Tidewater Ferries");
    for (typed, sentence) in [
        ("99,999,999,999,999,999 EUR", "is too large to be kept exactly."),
        ("12 XQQ", "“XQQ” is not a currency that banks know."),
        ("12.3456 EUR", "EUR has at most 2 digits behind the point."),
        ("-12", "Sums are written without a minus sign."),
        ("a lot", "“a lot” is not understood as a sum."),
    ] {
        sheet.write("Amount", typed);
        sheet.press("Save");
        wait_for_sentence(&window, "amount", sentence);
        assert_eq!(window.value_of(&sheet.field("Amount")), typed, "what was typed stays");
        assert_eq!(window.value_of(&sheet.field("For what")), "Meals in the terminal", "{typed}");
    }
    window.picture("mistake-amount");
    sheet.write("Amount", "41,20 €");
    sheet.save();
    window.click(&Find::role("tab", "Money"));
    window.wait_for_text("Meals in the terminal");
    assert!(window.shows("41.20 EUR"), "a sum is understood as it is written elsewhere");
}

#[test]
fn more_than_was_owed_is_taken_down_with_a_warning() {
    let window = opened();
    window.click(&Find::role("tab", "Money"));
    let taxi = Find::role("group", "Taxi to the other harbour");
    window.click(&Find::button("Record a movement").inside(&taxi));
    let sheet = Sheet::titled(&window, "Record a movement");
    sheet.write("Amount", "$100");
    sheet.save();
    window.wait_for_text("That is more than was owed (25.00 USD).");
    window.wait_for_text("75.00 USD paid too much");
    window.picture("mistake-more-than-owed");
}

#[test]
fn a_megabyte_of_text_is_refused_and_stays_where_it_was_pasted() {
    let window = opened();
    menu(&window, "Add to the dispute", "What happened");
    let sheet = Sheet::titled(&window, "What happened");
    sheet.write("Private note", "Remember the blue folder.");
    window.click(&sheet.field("Fact 1"));
    let script = "return document.execCommand('insertText', false, 'so it went on '.repeat(71430))";
    assert_eq!(window.script(script, vec![]), true, "the text is pasted");
    sheet.press("Save");
    wait_for_sentence(&window, "text", "characters long; 50000 can be kept. Please shorten it.");
    window.picture("mistake-megabyte");
    let length = "return document.activeElement.value.length";
    assert_eq!(window.script(length, vec![]), 1_000_020, "all of it stays, and is at hand");
    let note = window.value_of(&sheet.field("Private note"));
    assert_eq!(note, "Remember the blue folder.", "the rest stays too");
    sheet.write("Fact 1", "It went on.");
    sheet.save();
    window.wait_for_text("It went on.");
}
