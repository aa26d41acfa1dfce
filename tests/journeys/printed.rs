//! What is saved from a window, and what other programs read in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use holdfast_tests::{Find, Window};

/// Waits until a page is painted.
#[track_caller]
pub(crate) fn wait_for_page(window: &Window) {
    let painted = "return [...document.querySelectorAll('main img')]\
                   .some((page) => page.complete && page.naturalWidth > 100)";
    window.wait_until("a page was painted", |page| page.script(painted, vec![]) == true);
}

/// Saves what the button gives and tells where it lies.
#[track_caller]
pub(crate) fn save(window: &Window, button: &str) -> PathBuf {
    let folder = window.home().folder().join("files/saved");
    for earlier in names(&folder) {
        fs::remove_file(earlier).expect("what was saved can be taken away");
    }
    window.click(&Find::button(button));
    window.wait_until("the file was saved", |_| !names(&folder).is_empty());
    names(&folder).swap_remove(0)
}

/// The PDFs in a folder; one that is still being written has another name.
fn names(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).expect("the folder is there").flatten();
    all.map(|one| one.path()).filter(|path| path.extension() == Some("pdf".as_ref())).collect()
}

/// What a PDF says, with every run of white space as one space.
#[track_caller]
pub(crate) fn words(file: &Path) -> String {
    let read = Command::new("pdftotext").arg(file).arg("-").output().expect("pdftotext is there");
    assert!(read.status.success(), "pdftotext reads {}", file.display());
    String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}
