//! Commands on what was done: the journal, undo and redo, and the history of a record.

use holdfast_app::App;
use holdfast_app::wire::{Done, FieldChange, JournalPage, RecordHistory, RecordNoun, Undone};

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

/// All that happened to a record.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn history(desk: Open<'_>, noun: RecordNoun, id: &str) -> Answer<RecordHistory> {
    desk.with(|app| app.history(noun, id))
}

/// What would change if a record went back to a moment.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_back(
    desk: Open<'_>,
    noun: RecordNoun,
    id: &str,
    action: &str,
) -> Answer<Vec<FieldChange>> {
    desk.with(|app| app.look_back(noun, id, action))
}

/// Sets a record back to a moment.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_to(desk: Open<'_>, noun: RecordNoun, id: &str, action: &str) -> Answer<Done> {
    desk.with(|app| app.back_to(noun, id, action))
}
