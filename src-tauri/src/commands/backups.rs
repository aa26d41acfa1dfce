//! Backups of the record: making them, looking into them, restoring one.

use holdfast_app::App;
use holdfast_app::wire::{
    Backup, BackupLook, BackupPlace, LostFile, RecordCheck, Repair, SharedPlace, Start,
};
use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// Makes today's backup, unless there is one, and looks at the files. Gives how many are lost that were
/// not the last time.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up(desk: Open<'_>) -> Answer<u32> {
    desk.with(App::back_up)?;
    desk.look_at_files(App::look_at_files_if_due).map(|(_, new)| new)
}

/// Makes a backup now.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up_now(desk: Open<'_>) -> Answer<Backup> {
    desk.with(App::back_up_now)
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

/// Goes on with those originals that can be had, where their file is damaged or gone or lacks some, and
/// opens the record.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn repair_originals(desk: Open<'_>, locale: &str) -> Answer<Repair> {
    desk.repair(locale, None)
}

/// The same with the copy in a folder that the person chooses; nothing where they think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn repair_originals_from(
    handle: AppHandle,
    desk: Open<'_>,
    locale: &str,
) -> Answer<Option<Repair>> {
    let chosen = dialogs::folder(&handle, "The folder with a copy of your records");
    chosen.map(|folder| desk.repair(locale, Some(&folder))).transpose()
}

/// The files that are known to be lost, and what names them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lost_files(desk: Open<'_>) -> Answer<Vec<LostFile>> {
    desk.with(App::lost_files)
}

/// Reads every file again, and gives those that are lost.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_files_again(desk: Open<'_>) -> Answer<Vec<LostFile>> {
    let (look, _) = desk.look_at_files(|app| app.look_at_files(true))?;
    desk.with(|app| app.found_lost(&look))
}

/// Looks whether the whole record is as it should be, with every file of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_record(desk: Open<'_>) -> Answer<RecordCheck> {
    let findings = desk.with(App::verify_records)?;
    let (look, _) = desk.look_at_files(|app| app.look_at_files(true))?;
    let lost = desk.with(|app| app.found_lost(&look))?;
    Ok(RecordCheck { findings, lost, read: look.read() })
}

/// The folder elsewhere that backups are copied to, where there is one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn backup_place(desk: Open<'_>) -> Answer<Option<BackupPlace>> {
    desk.with(App::backup_place)
}

/// Lets the person choose a folder that backups are copied to; nothing where they think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_backup_place(
    handle: AppHandle,
    desk: Open<'_>,
) -> Answer<Option<BackupPlace>> {
    let chosen = dialogs::folder(&handle, "Keep backups in this folder too");
    chosen.map(|folder| desk.with(|app| app.choose_backup_place(&folder))).transpose()
}

/// Copies the newest backup to the folder elsewhere, and gives how that went.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn copy_backup_elsewhere(desk: Open<'_>) -> Answer<Option<BackupPlace>> {
    desk.with(App::copy_backup_elsewhere)
}

/// Has no backups copied elsewhere any more.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn forget_backup_place(desk: Open<'_>) -> Answer<()> {
    desk.with(App::forget_backup_place)
}

/// Whether the record lies where it can be damaged.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn shared_place(desk: Open<'_>) -> Answer<Option<SharedPlace>> {
    desk.with(|app| Ok(app.own_shared_place()))
}

/// Begins the record where it can be damaged.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn begin_all_the_same(desk: Open<'_>, locale: &str) -> Answer<Start> {
    desk.begin_all_the_same(locale)
}
