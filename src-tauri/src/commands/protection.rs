//! The protection of the record: locking and unlocking it, its passphrase and its recovery code.

use holdfast_app::wire::{Protection, RecoveryCode, Start};
use holdfast_app::{App, files};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use super::{Answer, Open};
use crate::dialogs;
use crate::sleep::Sleep;

/// Opens the record with its passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock(desk: Open<'_>, passphrase: &str, locale: &str) -> Answer<Start> {
    desk.unlock(locale, |store| App::unlock(store, passphrase))
}

/// Opens the record with its recovery code.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock_with_code(desk: Open<'_>, code: &str, locale: &str) -> Answer<Start> {
    desk.unlock(locale, |store| App::unlock_with_code(store, code))
}

/// Locks the record. One that is not encrypted stays open.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock(desk: Open<'_>) -> Answer<()> {
    desk.lock();
    Ok(())
}

/// Tells the page from now on when the record was locked because the computer slept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn watch_locks(sleep: State<'_, Sleep>, locked: Channel<()>) -> Answer<()> {
    sleep.watch(locked);
    Ok(())
}

/// How the record is protected.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn protection(desk: Open<'_>) -> Answer<Protection> {
    desk.with(App::protection)
}

/// Encrypts the record, its files and its backups. The code is shown this once.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn encrypt(desk: Open<'_>, passphrase: &str, locale: &str) -> Answer<RecoveryCode> {
    desk.encrypt(passphrase, locale)
}

/// Changes the passphrase. The recovery code is taken for the current one too.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_passphrase(desk: Open<'_>, current: &str, next: &str) -> Answer<()> {
    desk.with(|app| app.change_passphrase(current, next))
}

/// Makes a new recovery code; the old one is worth nothing then.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn new_recovery_code(desk: Open<'_>, current: &str) -> Answer<String> {
    desk.with(|app| app.new_recovery_code(current))
}

/// Decrypts the record, its files and its backups.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_passphrase(desk: Open<'_>, current: &str, locale: &str) -> Answer<Start> {
    desk.remove_passphrase(current, locale)
}

/// Says after how many minutes without a touch the record is locked; with nothing it stays open.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_lock_after(desk: Open<'_>, minutes: Option<u32>) -> Answer<()> {
    desk.with(|app| app.set_lock_after(minutes))
}

/// Saves a page with the recovery code where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_recovery_code(handle: AppHandle, desk: Open<'_>, code: &str) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.recovery_sheet(code))?;
    let place = dialogs::place(&handle, "Save the recovery code", &name, Some(&dialogs::PDF));
    place.map(|path| files::write_bytes(&path, &bytes)).transpose().map(|saved| saved.is_some())
}
