//! The dialogs in which a person chooses files. The paths stay on this side of the border.

use std::path::PathBuf;

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt as _;

/// Which files a dialog shows: what they are called, and how their names end.
pub(crate) struct Kind {
    name: &'static str,
    endings: &'static [&'static str],
}

/// A PDF document.
pub(crate) const PDF: Kind = Kind { name: "PDF", endings: &["pdf"] };
/// A document for word processors.
pub(crate) const DOCX: Kind = Kind { name: "Word document", endings: &["docx"] };
/// Plain text.
pub(crate) const TEXT: Kind = Kind { name: "Text", endings: &["txt"] };
/// A draft for a mail program.
pub(crate) const EMAIL: Kind = Kind { name: "E-mail draft", endings: &["eml"] };
/// A file for calendar programs.
pub(crate) const CALENDAR: Kind = Kind { name: "Calendar file", endings: &["ics"] };
/// A household file.
pub(crate) const HOUSEHOLD: Kind = Kind { name: "Household file", endings: &["json"] };

/// A hand-over archive.
pub(crate) const ARCHIVE: Kind = Kind { name: "Hand-over archive", endings: &["holdfast"] };

/// A bank's file. Banks end the names of their files as they please, so every file may be chosen.
pub(crate) const STATEMENT: Kind = Kind {
    name: "Bank statement",
    endings: &["ofx", "qfx", "csv", "tsv", "txt", "xml", "qif", "sta", "mt940", "940"],
};

/// A table out of a spreadsheet.
pub(crate) const TABLE: Kind = Kind { name: "Table (CSV)", endings: &["csv", "tsv", "txt"] };

/// Lets the person choose files to take in; empty where they think better of it.
pub(crate) fn files<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    if let Some(folder) = seam::folder() {
        return seam::files(&folder);
    }
    let chosen = app.dialog().file().set_title("Attach files").blocking_pick_files();
    chosen.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect()
}

/// Lets the person choose a folder.
pub(crate) fn folder<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
    if let Some(folder) = seam::folder() {
        return Some(folder);
    }
    let chosen = app.dialog().file().set_title(title).blocking_pick_folder();
    chosen.and_then(|folder| folder.into_path().ok())
}

/// Lets the person choose one file to take in.
pub(crate) fn file<R: Runtime>(app: &AppHandle<R>, title: &str, kind: &Kind) -> Option<PathBuf> {
    if let Some(folder) = seam::folder() {
        return seam::files(&folder).into_iter().next();
    }
    let dialog = app.dialog().file().set_title(title).add_filter(kind.name, kind.endings);
    dialog.blocking_pick_file().and_then(|file| file.into_path().ok())
}

/// Lets the person choose where to save, with a name proposed.
pub(crate) fn place<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    name: &str,
    kind: Option<&Kind>,
) -> Option<PathBuf> {
    let name = holdfast_app::files::safe_name(name);
    if let Some(folder) = seam::folder() {
        return Some(folder.join("saved").join(name));
    }
    let mut dialog = app.dialog().file().set_title(title).set_file_name(name);
    if let Some(kind) = kind {
        dialog = dialog.add_filter(kind.name, kind.endings);
    }
    dialog.blocking_save_file().and_then(|file| file.into_path().ok())
}

/// Journeys cannot see native dialogs. In builds for development, and only under automation, a
/// folder stands in for the person: what lies in it is chosen, and its `saved` folder takes copies.
mod seam {
    use std::path::{Path, PathBuf};

    pub(super) fn folder() -> Option<PathBuf> {
        if !cfg!(debug_assertions) || std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none() {
            return None;
        }
        std::env::var_os("HOLDFAST_TEST_FILES").map(PathBuf::from)
    }

    pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<_> = entries.map(|it| it.path()).filter(|it| it.is_file()).collect();
        files.sort();
        files
    }
}
