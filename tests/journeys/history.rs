//! What was done is undone and done again over a restart, what lies in the bin is found by its search,
//! and a record goes back to a moment.

use holdfast_tests::{Find, Setup, Window};

use crate::record::{cli, crossing, open_crossing, to_crossing};
use crate::sheet::{Sheet, menu};

fn note(number: usize) -> String {
    format!("Note number {number} of ten.")
}

/// Writes a note down in the quick line of the dispute's page.
fn write_down(window: &Window, number: usize) {
    window.fill(&Find::field("What happened?"), &note(number));
    window.press("Enter");
    window.wait_until("the note stands in the timeline", |page| notes(page).contains(&number));
    // The quick line is empty again, and stands where it will stay.
    window.rest();
}

/// The numbers of the notes that stand on the page, whatever the messages say.
fn notes(window: &Window) -> Vec<usize> {
    let page = window.text_of(&Find::any("main"));
    (1..=10).filter(|number| page.contains(&note(*number))).collect()
}

fn to_settings(window: &Window, button: &str) {
    window.click(&Find::link("Settings"));
    window.click(&Find::button(button));
}

/// Presses a key on the page of what was done, until so many are undone.
fn press_until_undone(window: &Window, keys: &str, counts: impl Iterator<Item = usize>) {
    to_settings(window, "Show what was done");
    window.wait_for(&Find::role("heading", "What was done"));
    let undone = Find::any("listitem").containing("Undone");
    for count in counts {
        window.press(keys);
        window.wait_until(&format!("{count} are undone"), |page| page.count(&undone) == count);
    }
}

fn again(window: Window) -> Window {
    let window = Window::open(Setup::at(window.close()));
    window.wait_for(&Find::role("heading", "Today"));
    window
}

#[test]
fn ten_are_undone_and_done_again_with_restarts_in_between() {
    let window = open_crossing();
    to_crossing(&window);
    (1..=10).for_each(|number| write_down(&window, number));

    press_until_undone(&window, "Control+z", 1..=5);
    let window = again(window);
    press_until_undone(&window, "Control+z", 6..=10);
    window.picture("journal-undone");
    to_crossing(&window);
    window.wait_for_text("The card statement shows");
    assert_eq!(notes(&window), Vec::<usize>::new());

    press_until_undone(&window, "Control+Shift+z", (5..10).rev());
    let window = again(window);
    press_until_undone(&window, "Control+Shift+z", (0..5).rev());
    window.press("Control+Shift+z");
    window.wait_for_text("There is nothing to do again.");
    to_crossing(&window);
    window.wait_until("all ten are back", |page| notes(page).len() == 10);
    let home = window.close();
    cli(&home.store(), &["verify"]);
}

#[test]
fn what_lies_in_the_bin_is_found_by_its_search_and_put_back() {
    let window = open_crossing();
    to_crossing(&window);
    for number in 1..=7 {
        write_down(&window, number);
    }
    for number in 1..=7 {
        let entry = Find::any("article").containing(&note(number));
        window.click(&Find::button("More on this entry").inside(&entry));
        window.click(&Find::role("menuitem", "Remove"));
        window.wait_until("it has gone", |page| !notes(page).contains(&number));
    }
    to_settings(&window, "Open the bin");
    window.wait_until("all of it is listed", |page| notes(page).len() == 7);
    window.fill(&Find::role("searchbox", "Search in the bin"), "event NUMBER 4");
    window.wait_until("one is left", |page| notes(page) == [4]);
    window.resize(900, 600);
    window.picture("bin-searched");
    window.click(&Find::button(&format!("Put {} back", note(4))));
    window.wait_for_text("was put back.");
    to_crossing(&window);
    window.wait_until("it is back", |page| notes(page) == [4]);
}

fn write_goal(window: &Window, goal: &str) {
    menu(window, "More on this dispute", "Edit");
    let sheet = Sheet::titled(window, "Edit the dispute");
    sheet.write("Goal", goal);
    sheet.save();
    window.wait_for_text(goal);
}

const FIRST: &str = "The whole fare back by the end of the month";
const THEN: &str = "The whole fare back and the taxi paid by the end of June";

#[test]
fn a_dispute_goes_back_to_a_moment_after_a_look_and_that_is_undone() {
    let window = Window::open(Setup::at(crossing()).dark());
    window.wait_for(&Find::role("heading", "Today"));
    to_crossing(&window);
    write_goal(&window, FIRST);
    write_goal(&window, THEN);

    menu(&window, "More on this dispute", "History…");
    let history = Find::role("dialog", "History");
    window.wait_for(&history);
    window.wait_for(&Find::any("listitem").containing("As it is now").inside(&history));
    window.picture("history-dark");
    window.resize(900, 600);
    window.picture("history-narrow");
    // Behind the cross stands the newest moment that differs from now: the goal before.
    window.press("Tab Tab Enter");
    let look = Find::role("dialog", "Back to this moment?");
    window.wait_for(&look);
    window.wait_until("it says what would change", |page| page.text_of(&look).contains("June"));
    window.picture("history-look-back");
    window.click(&Find::button("Go back to this moment").inside(&look));
    window.wait_gone(&look);
    window.wait_for_text("Back to how it was on");
    window.wait_for_text(FIRST);
    window.click(&Find::button("Undo"));
    window.wait_for_text(THEN);
    let home = window.close();
    cli(&home.store(), &["verify"]);
}
