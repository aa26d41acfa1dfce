//! What should not be kept at all is gone from every byte: words, and a file as a whole.

use std::fs;

use holdfast_tests::{Find, Window};

use crate::protection::lies_open;
use crate::record::{cli, open_crossing, to_crossing};
use crate::sheet::{Sheet, menu};

/// A card number that slipped into a note, and how else it is written there.
const NUMBER: &str = "4929 1234 5678 9012";
const OTHERWISE: &str = "4929123456789012";
/// What stands in the file that was added by mistake.
const SCANNED: &str = "passport Z-4417-QUAIL";

/// Says yes to a question that is not undone.
fn yes(window: &Window, question: &str) {
    let dialog = Find::role("dialog", question);
    window.wait_for(&dialog);
    window.click(&Find::button("Erase for good").inside(&dialog));
}

#[test]
fn a_mistyped_number_and_a_file_added_by_mistake_are_erased_for_good() {
    let window = open_crossing();
    to_crossing(&window);
    window.fill(&Find::field("What happened?"), &format!("Paid with card {NUMBER}."));
    window.press("Enter");
    window.wait_for_text(NUMBER);
    let desktop = window.home().folder().join("desktop");
    fs::create_dir_all(&desktop).expect("the home can be written to");
    let scan = desktop.join("scan.txt");
    fs::write(&scan, SCANNED).expect("the home can be written to");
    window.drop_files(&[&scan], (640, 400));
    Sheet::titled(&window, "Add one file").save_by("Add");
    window.rest();
    fs::remove_dir_all(&desktop).expect("what was dropped is not the record's");
    assert!(lies_open(window.home(), NUMBER) && lies_open(window.home(), SCANNED));

    window.click(&Find::link("Settings"));
    window.click(&Find::button("Erase words for good…"));
    window.fill(&Find::field("Words to erase"), OTHERWISE);
    window.click(&Find::button("Look for it"));
    window.wait_for_text("Backups may have them, and stay:");
    window.picture("erase-words");
    window.click(&Find::role("checkbox", "Then make a new backup and remove all older ones"));
    window.click(&Find::button("Erase for good…"));
    yes(&window, "Erase these words for good?");
    window.wait_for_text("the mark [erased] now");
    window.wait_for_text("A new backup is made.");

    window.press("g e");
    menu(&window, "More on “scan.txt”", "Erase for good…");
    window.picture("erase-file");
    yes(&window, "Erase this file for good?");
    window.wait_for_text("One file, erased for good.");

    let home = window.close();
    for gone in [NUMBER, OTHERWISE, SCANNED] {
        assert!(!lies_open(&home, gone), "{gone} stands in no byte of the record or its backups");
    }
    cli(&home.store(), &["verify"]);
}
