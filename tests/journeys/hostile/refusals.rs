//! Records that are not to be written to: left byte for byte as they are, with a sentence that says
//! what to do.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use holdfast_tests::{Find, Home, Setup, Window};

use crate::record::crossing;

/// A window on a record that lies elsewhere.
fn on(store: &Path) -> Window {
    let store = store.display().to_string();
    Window::open(Setup::empty().environment("HOLDFAST_STORE", &store))
}

/// The record's file and all that lies beside it under its name.
fn bytes(home: &Home) -> BTreeMap<OsString, Vec<u8>> {
    let files = std::fs::read_dir(home.folder()).expect("the home can be read").flatten();
    let of_the_record = files.filter(|file| {
        file.file_name().to_string_lossy().starts_with("household.db") && file.path().is_file()
    });
    of_the_record
        .map(|file| (file.file_name(), std::fs::read(file.path()).expect("a file can be read")))
        .collect()
}

/// Opens a window on a record and expects a page that says why it is not opened, and nothing else.
fn refused(home: &Home, title: &str, advice: &str) {
    let before = bytes(home);
    let window = on(&home.store());
    window.wait_for(&Find::role("heading", title));
    assert!(window.shows(advice), "the page says what to do: {advice}\n{}", window.text());
    assert_eq!(window.count(&Find::any("navigation")), 0, "there is nothing else to be done");
    let name = title.to_lowercase().replace([' ', '.'], "-");
    window.picture(&format!("refused-{name}"));
    window.click(&Find::button("Try again"));
    window.wait_for(&Find::role("heading", title));
    drop(window.close());
    assert!(before == bytes(home), "{title} Every byte of it is as it was");
}

/// Writes into the head of the record's file, where SQLite keeps what it is and how new.
fn overwrite(home: &Home, at: usize, with: &[u8]) {
    let mut file = std::fs::read(home.store()).expect("the record can be read");
    file[at..at + with.len()].copy_from_slice(with);
    std::fs::write(home.store(), file).expect("the record can be written");
}

#[test]
fn a_second_window_says_that_the_record_is_open_and_goes_on_when_it_is_not() {
    let first = Window::open(Setup::at(crossing()));
    first.wait_for(&Find::role("heading", "Today"));
    let second = on(&first.home().store());
    second.wait_for(&Find::role("heading", "Holdfast is already open."));
    assert!(second.shows("Please go to that window, or close it"), "it says what to do");
    second.picture("refused-second-window");
    // The first one still writes.
    first.press("Control+Shift+L");
    first.wait_for(&Find::button("Nobody answered"));
    first.press("Control+u");
    first.wait_for_text("Call saved: nobody answered.");
    let _home = first.close();
    // A program that was closed takes a moment to let go of its files, so one tries more than once,
    // as a person would.
    let again = "if (document.querySelector('h1')?.textContent.includes('already open')) \
                 document.querySelector('main button').click()";
    second.wait_until("the first window has let go of the record", |window| {
        window.script(again, vec![]);
        window.count(&Find::role("heading", "Today")) == 1
    });
}

#[test]
fn a_newer_record_is_left_alone() {
    let home = crossing();
    overwrite(&home, 60, &9_999_u32.to_be_bytes());
    refused(&home, "Your records were written by a newer Holdfast.", "Please install the newer");
}

#[test]
fn a_file_of_something_else_is_left_alone() {
    let home = crossing();
    overwrite(&home, 68, &77_u32.to_be_bytes());
    refused(&home, "This file holds no Holdfast records.", "Please choose another file");
    let home = Home::new();
    std::fs::write(home.store(), "Milk, bread, stamps.\n").expect("the home can be written to");
    refused(&home, "This file holds no Holdfast records.", "Please choose another file");
}

#[test]
fn a_damaged_record_is_left_alone() {
    let home = crossing();
    overwrite(&home, 4096, &[0xA5; 3 * 4096]);
    refused(&home, "Your records cannot be read.", "is damaged. It was left as it is.");
}

#[test]
fn a_record_that_may_not_be_written_to_is_left_alone() {
    let home = crossing();
    let folder = Permissions::from_mode(0o555);
    // The superuser writes into any folder, so the files say it too.
    for file in bytes(&home).keys() {
        let file = home.folder().join(file);
        std::fs::set_permissions(file, Permissions::from_mode(0o444)).expect("one's own files");
    }
    std::fs::set_permissions(home.folder(), folder).expect("one's own folder");
    refused(&home, "Holdfast may not write to your records.", "Please allow writing to its folder");
    std::fs::set_permissions(home.folder(), Permissions::from_mode(0o755)).expect("one's own");
}
