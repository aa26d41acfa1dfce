//! Backups of the record: making them, looking into them, restoring one.

use holdfast_app::wire::{Backup, BackupLook, Start};

use super::{Answer, Open};

/// Makes today's backup, unless there is one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up(desk: Open<'_>) -> Answer<()> {
    desk.with(holdfast_app::App::back_up)
}

/// Makes a backup now.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up_now(desk: Open<'_>) -> Answer<Backup> {
    desk.with(holdfast_app::App::back_up_now)
}

/// The backups, newest first, also where the record itself cannot be opened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn backups(desk: Open<'_>) -> Answer<Vec<Backup>> {
    desk.backups()
}

/// What a backup holds, and what would change if it were restored.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_backup(desk: Open<'_>, id: &str) -> Answer<BackupLook> {
    desk.with(|app| app.look_at_backup(id))
}

/// Puts a backup in the place of the record, which is kept, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore_backup(desk: Open<'_>, id: &str, locale: &str) -> Answer<Start> {
    desk.restore(id, locale)
}
