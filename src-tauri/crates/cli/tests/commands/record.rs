//! The record as a whole: given out as a file, and looked at.

use crate::support::{Home, code, errors, text};

#[test]
fn giving_out_says_what_stays_behind() {
    let home = Home::new();
    let done = home.run(&["export", &text(&home.path("out.json"))]);
    assert_eq!((code(&done), done.stdout.len()), (0, 0), "{}", errors(&done));
    let said = errors(&done);
    for left in ["attached files", "letters", "issues", "dossiers", "editions", "bank statements"] {
        assert!(said.contains(left), "{left}: {said}");
    }
}

#[test]
fn a_bank_line_is_a_sort_of_its_own() {
    let home = Home::new();
    let found = home.done(&["search", "crossing", "--kind", "bank"]);
    assert_eq!(found.trim(), "Nothing was found.", "no statement was taken in");
    assert!(home.done(&["search", "crossing"]).contains("Cancelled crossing"), "but the dispute");
}
