//! Handing the whole record over, and taking one in.

use holdfast_app::wire::{ArchiveLook, ArchiveSaved, FolderSaved, Start};
use tauri::{AppHandle, State};

use super::{Answer, Open};
use crate::dialogs;
use crate::handover::Handover;

/// Saves the record as a hand-over archive where the person chooses, encrypted where there is a
/// passphrase; nothing where they think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_archive(
    handle: AppHandle,
    desk: Open<'_>,
    passphrase: Option<&str>,
) -> Answer<Option<ArchiveSaved>> {
    let (title, name) = ("Save a hand-over archive", "household.holdfast");
    let Some(path) = dialogs::place(&handle, title, name, Some(&dialogs::ARCHIVE)) else {
        return Ok(None);
    };
    desk.with(|app| app.save_archive(&path, passphrase).map(Some))
}

/// Saves everything as plain files, in a new folder within one that the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_folder(handle: AppHandle, desk: Open<'_>) -> Answer<Option<FolderSaved>> {
    let Some(folder) = dialogs::folder(&handle, "Save everything in a new folder here") else {
        return Ok(None);
    };
    desk.with(|app| app.save_folder_in(&folder).map(Some))
}

/// Lets the person choose an archive; says whether they did.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_archive(handle: AppHandle, handover: State<'_, Handover>) -> Answer<bool> {
    let chosen = dialogs::file(&handle, "Open a hand-over archive", &dialogs::ARCHIVE);
    Ok(chosen.map(|path| handover.choose(path)).is_some())
}

/// Reads the chosen archive through and says what it holds.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_archive(
    handover: State<'_, Handover>,
    passphrase: Option<&str>,
) -> Answer<ArchiveLook> {
    handover.look(passphrase)
}

/// Makes one's own record of the archive that was looked at, and opens it. A record that holds
/// something is only replaced where that is asked for, and is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_archive(
    desk: Open<'_>,
    handover: State<'_, Handover>,
    replace: bool,
    locale: &str,
) -> Answer<Start> {
    desk.take_archive(handover.give()?, replace, locale)
}
