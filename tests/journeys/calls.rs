//! Logging a call: without a mouse, without an answer, without losing a word.

use holdfast_tests::{Find, Home, Setup, Window};

use crate::record::{CROSSING, crossing};
use crate::sheet::Sheet;

const CALL: &str = "Log a call";

/// Whether a text lies in the record's files by now: what would be left after a power cut.
fn is_kept(home: &Home, text: &str) -> bool {
    let files = std::fs::read_dir(home.folder()).expect("the home can be read");
    files.flatten().filter(|file| file.file_name().to_string_lossy().contains(".db")).any(|file| {
        let bytes = std::fs::read(file.path()).unwrap_or_default();
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    })
}

/// Opens the dispute's page with keys alone.
fn open_dispute(window: &Window) {
    window.wait_for(&Find::role("heading", "Today"));
    window.press("g d");
    window.wait_for(&Find::role("heading", "Disputes"));
    window.wait_for(&Find::any("link").containing(CROSSING).inside(&Find::any("main")));
    window.press("j Enter");
    window.wait_for(&Find::role("heading", CROSSING));
}

/// Waits until one types into the field of this label.
fn wait_until_in(window: &Window, label: &str) {
    window.wait_until(&format!("one types into \"{label}\""), |page| {
        let focused = "const at = document.activeElement;
            return at?.labels?.[0]?.textContent?.trim() ?? at?.getAttribute('aria-label') ?? '';";
        page.script(focused, vec![]) == label
    });
}

#[test]
fn a_call_is_logged_without_a_mouse() {
    let window = Window::open(Setup::at(crossing()));
    window.wait_for(&Find::role("heading", "Today"));
    window.press("Control+Shift+L");
    window.wait_for(&Find::role("dialog", CALL));
    // With one open dispute there is nothing to choose: one writes down at once what is said.
    wait_until_in(&window, "Fact 1");
    window.press("Shift+Tab");
    wait_until_in(&window, "Who");
    window.type_text("Samuel");
    window.wait_for(&Find::any("option").containing("Samuel Østby"));
    window.press("Down Enter");
    window.wait_gone(&Find::role("listbox", "Choices"));
    // Past “Someone else too”.
    window.press("Tab Tab");
    wait_until_in(&window, "Fact 1");
    window.type_text("Samuel found the 112.40 EUR on a wrong account.");
    window.press("Enter");
    wait_until_in(&window, "Fact 2");
    window.type_text("He books it back himself.");
    // Past how the fact stands, to the first of what came of it.
    window.press("Tab Tab Space");
    wait_until_in(&window, "What was promised");
    window.type_text("The rest comes back");
    window.press("Tab");
    wait_until_in(&window, "By when");
    window.type_text("next friday");
    window.wait_until("the day was understood", |page| page.shows("Friday, "));
    window.picture("call-by-keyboard");
    window.press("Control+Enter");
    window.wait_gone(&Find::role("dialog", CALL));
    window.wait_for_text("Call saved: 2 facts, 1 promise.");

    open_dispute(&window);
    window.wait_for_text("Samuel found the 112.40 EUR on a wrong account.");
    window.wait_for_text("He books it back himself.");
    window.wait_for_text("The rest comes back");
    window.picture("call-in-the-timeline");
}

#[test]
fn a_call_that_nobody_answers_takes_two_keystrokes_and_one_undoes_it_after_a_restart() {
    let window = Window::open(Setup::at(crossing()));
    open_dispute(&window);
    window.press("Control+Shift+L");
    window.wait_for(&Find::button("Nobody answered"));
    window.press("Control+u");
    window.wait_gone(&Find::role("dialog", CALL));
    window.wait_for_text("Call saved: nobody answered.");
    // Whom one was about to call is known from what comes next.
    let sentence = "A call to Meridian Card Services was not answered.";
    window.wait_for_text(sentence);
    window.picture("call-unanswered");

    let window = Window::open(Setup::at(window.close()));
    open_dispute(&window);
    window.wait_for_text(sentence);
    window.press("Control+z");
    window.wait_for_text("Undone.");
    window.wait_until("the call was gone", |page| !page.shows(sentence));
    assert!(window.shows("The card statement shows"), "only the last call was undone");
}

#[test]
fn a_sentence_that_a_power_cut_ends_is_there_again() {
    let window = Window::open(Setup::at(crossing()));
    open_dispute(&window);
    window.press("Control+Shift+L");
    wait_until_in(&window, "Fact 1");
    let begun = "The agent says that the form was never";
    window.type_text(begun);
    window.wait_until("what was typed was kept", |page| is_kept(page.home(), begun));
    let home = window.crash();

    let window = Window::open(Setup::at(home));
    window.wait_for(&Find::role("heading", "Today"));
    window.press("Control+Shift+L");
    wait_until_in(&window, "Fact 1");
    let sheet = Sheet::titled(&window, CALL);
    assert_eq!(window.value_of(&sheet.field("Fact 1")), begun, "no letter of it is lost");
    window.wait_for_text("This is what you typed last time. It was kept for you.");
    window.picture("call-after-a-crash");
    // One goes on where one was.
    window.type_text(" sent.");
    sheet.save();
    open_dispute(&window);
    window.wait_for_text("The agent says that the form was never sent.");
}

#[test]
fn what_was_saved_before_a_power_cut_is_there_and_can_be_undone() {
    let window = Window::open(Setup::at(crossing()));
    open_dispute(&window);
    window.press("Control+Shift+L");
    wait_until_in(&window, "Fact 1");
    window.type_text("They read the rule out.");
    window.press("Control+Enter");
    window.wait_for_text("Call saved: 1 fact.");
    let window = Window::open(Setup::at(window.crash()));
    open_dispute(&window);
    window.wait_for_text("They read the rule out.");
    window.press("Control+z");
    window.wait_for_text("Undone.");
    window.wait_until("the call was gone", |page| !page.shows("They read the rule out."));
}
