//! Commands on what was done: the journal, undo and redo.

use holdfast_app::App;
use holdfast_app::wire::{JournalPage, Undone};

use super::{Answer, Open};

/// What was done, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn journal(desk: Open<'_>, before: Option<&str>) -> Answer<JournalPage> {
    desk.with(|app| app.journal(before))
}

/// Undoes an action.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo(desk: Open<'_>, action: &str) -> Answer<Undone> {
    desk.with(|app| app.undo(action))
}

/// Undoes the last action.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_last(desk: Open<'_>) -> Answer<Undone> {
    desk.with(App::undo_last)
}

/// Puts back in force what was undone last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn redo_last(desk: Open<'_>) -> Answer<Undone> {
    desk.with(App::redo_last)
}
