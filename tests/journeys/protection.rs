//! A passphrase: set, forgotten, remembered and removed. What is typed meanwhile is kept, and what is
//! locked cannot be read from the disk.

use std::fs;
use std::path::Path;

use holdfast_tests::{Find, Home, Setup, Window};

use crate::record::{CROSSING, cli, crossing, to_crossing};
use crate::sheet::Sheet;

const PASSPHRASE: &str = "seven grey gulls at noon";
const BEGUN: &str = "The agent says that the form was never";

/// A window whose saved files can be looked at.
fn opened(home: Home) -> Window {
    let files = home.folder().join("files");
    fs::create_dir_all(files.join("saved")).expect("the home can be written to");
    let files = files.display().to_string();
    Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &files))
}

fn card() -> Find {
    Find::role("region", "Protection")
}

fn to_settings(window: &Window) {
    window.click(&Find::link("Settings"));
    window.wait_for(&card());
}

/// Sets a passphrase, and gives the recovery code as it is shown.
fn set_passphrase(window: &Window) -> String {
    to_settings(window);
    window.click(&Find::button("Set a passphrase…"));
    let sheet = Sheet::titled(window, "Set a passphrase");
    sheet.write("Passphrase", PASSPHRASE);
    sheet.write("The same again", PASSPHRASE);
    window.picture("passphrase-set");
    sheet.press("Encrypt my records");
    let sheet = Sheet::titled(window, "Your recovery code");
    let shown = window.text_of(&Find::role("group", "Recovery code"));
    window.picture("passphrase-code");
    sheet.press("Done");
    window.wait_for_text("it cannot be shown again");
    sheet.press("Save as PDF to print…");
    window.wait_for_text("Saved. Print it");
    sheet.tick("I have put it where I will find it");
    sheet.save_by("Done");
    shown.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Locks by a key, and waits until one types into the field.
fn lock(window: &Window) {
    window.press("Control+Shift+K");
    wait_until_asked(window);
}

fn wait_until_asked(window: &Window) {
    window.wait_for_text("Your records are locked.");
    window.wait_until("one types into the field", |page| {
        page.script("return document.activeElement?.type", vec![]) == "password"
    });
    for word in [CROSSING, "Lindqvist", "Today", "Disputes"] {
        assert!(!window.shows(word), "{word} is not to be seen while it is locked");
    }
}

/// Whether a text stands in any file of the record.
pub(crate) fn lies_open(home: &Home, text: &str) -> bool {
    fn search(folder: &Path, text: &[u8]) -> bool {
        fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
            let path = entry.path();
            let bytes = || fs::read(&path).unwrap_or_default();
            path.is_dir() && search(&path, text) || bytes().windows(text.len()).any(|it| it == text)
        })
    }
    search(home.folder(), text.as_bytes())
}

#[test]
fn a_passphrase_is_set_forgotten_and_removed_and_nothing_typed_is_lost() {
    let home = crossing();
    assert!(
        lies_open(&home, CROSSING),
        "without a passphrase whoever can read the disk can read it"
    );
    let window = opened(home);
    window.wait_for(&Find::role("heading", "Today"));
    let code = set_passphrase(&window);
    window.picture("passphrase-card");

    // Locked in the middle of a sentence.
    to_crossing(&window);
    window.press("Control+Shift+L");
    let sheet = Sheet::titled(&window, "Log a call");
    window.click(&sheet.field("Fact 1"));
    window.type_text(BEGUN);
    lock(&window);
    window.picture("locked");
    window.type_text("seven grey gulls at night");
    window.press("Enter");
    window.wait_for_text("This is not the passphrase.");
    window.picture("locked-wrong");
    window.wait_until("what was typed is selected", |page| {
        let script = "const it = document.activeElement;
            return it.type === 'password' && it.selectionEnd - it.selectionStart === it.value.length";
        page.script(script, vec![]) == true
    });
    window.type_text(PASSPHRASE);
    window.press("Enter");
    let sheet = Sheet::titled(&window, "Log a call");
    assert_eq!(window.value_of(&sheet.field("Fact 1")), BEGUN, "no letter of it is lost");
    window.press("Escape");
    window.wait_for(&Find::role("heading", CROSSING));

    // The passphrase is forgotten.
    lock(&window);
    window.click(&Find::button("Use the recovery code instead"));
    window.fill(&Find::field("Recovery code"), &code.to_lowercase());
    window.picture("locked-code");
    window.press("Enter");
    let sheet = Sheet::titled(&window, "Choose a new passphrase?");
    window.picture("passphrase-after-code");
    sheet.press("Not now");
    window.wait_for(&Find::role("heading", CROSSING));

    // On the next day.
    let home = window.close();
    assert!(!lies_open(&home, CROSSING), "nothing of the record can be read from the disk");
    assert!(!lies_open(&home, BEGUN), "nor what was being typed");
    let window = opened(home);
    wait_until_asked(&window);
    window.type_text(PASSPHRASE);
    window.press("Enter");
    window.wait_for(&Find::role("heading", "Today"));
    window.press("Control+Shift+L");
    let sheet = Sheet::titled(&window, "Log a call");
    assert_eq!(window.value_of(&sheet.field("Fact 1")), BEGUN, "it outlasts the night");
    window.press("Escape");

    to_settings(&window);
    window.click(&Find::button("Remove the passphrase…"));
    let sheet = Sheet::titled(&window, "Remove the passphrase");
    sheet.write("Passphrase", PASSPHRASE);
    sheet.save_by("Remove it");
    window.wait_for_text("The passphrase is removed.");
    let home = window.close();
    cli(&home.store(), &["verify"]);
    let saved: Vec<_> =
        fs::read_dir(home.folder().join("files/saved")).expect("a folder").collect();
    assert_eq!(saved.len(), 1, "the code was saved to be printed");
}

#[test]
fn a_small_and_dark_window_is_locked_as_calmly() {
    let window = Window::open(Setup::at(crossing()).dark());
    window.wait_for(&Find::role("heading", "Today"));
    window.resize(900, 600);
    set_passphrase_plainly(&window);
    window.picture("passphrase-card-small-dark");
    window.click(&Find::button("Change the passphrase…"));
    Sheet::titled(&window, "Change the passphrase");
    window.picture("passphrase-change-small-dark");
    window.press("Escape");
    lock(&window);
    window.type_text("no");
    window.press("Enter");
    window.wait_for_text("This is not the passphrase.");
    window.picture("locked-small-dark");
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(window.script(wider, vec![]), false, "nothing needs scrolling sideways");
}

/// The same without looking at the code.
fn set_passphrase_plainly(window: &Window) {
    to_settings(window);
    window.click(&Find::button("Set a passphrase…"));
    let sheet = Sheet::titled(window, "Set a passphrase");
    sheet.write("Passphrase", PASSPHRASE);
    sheet.write("The same again", PASSPHRASE);
    sheet.press("Encrypt my records");
    let sheet = Sheet::titled(window, "Your recovery code");
    window.picture("passphrase-code-small-dark");
    sheet.tick("I have put it where I will find it");
    sheet.save_by("Done");
}
