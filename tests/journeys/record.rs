//! Records that a journey finds when it begins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use holdfast_tests::{Find, Home, Setup, Window, program, project_folder};

/// The title of the only dispute in [`crossing`].
pub(crate) const CROSSING: &str = "Cancelled crossing, refund taken back";

/// A home whose record holds the story of the cancelled crossing.
pub(crate) fn crossing() -> Home {
    let home = Home::new();
    import(&home.store(), &crossing_file());
    home
}

/// A window on the story of the crossing, whose saved files can be looked at.
pub(crate) fn open_crossing() -> Window {
    let home = crossing();
    fs::create_dir_all(home.folder().join("files/saved")).expect("the home can be written to");
    let files = home.folder().join("files").display().to_string();
    let window = Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &files));
    window.wait_for(&Find::role("heading", "Today"));
    window
}

/// Goes to the page of that story's dispute, from wherever one is.
pub(crate) fn to_crossing(window: &Window) {
    window.press("g d");
    window.wait_for(&Find::role("heading", "Disputes"));
    window.click(&Find::any("link").containing(CROSSING).inside(&Find::any("main")));
    window.wait_for(&Find::role("heading", CROSSING));
}

/// The household file of that story.
pub(crate) fn crossing_file() -> PathBuf {
    project_folder().join("tests/fixtures/cancelled-crossing.json")
}

/// Takes a household file into a record, which is made where there is none.
pub(crate) fn import(store: &Path, file: &Path) {
    cli(store, &["import", &file.display().to_string()]);
}

/// Has the command line do something with a record that no window has open.
pub(crate) fn cli(store: &Path, words: &[&str]) {
    let mut command = Command::new(program("holdfast-cli"));
    let done = command.env("TZ", "UTC").arg("--store").arg(store).args(words).output();
    let done = done.expect("the command line can be started");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{words:?} is done: {complaint}");
}
