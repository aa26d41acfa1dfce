//! Erasing for good: a look first, and then it is done.

use holdfast_app::App;
use holdfast_app::wire::{
    BackupsRenewed, EraseDone, EraseLook, EraseOriginalDone, EraseOriginalLook,
};

use super::{Answer, Open};

/// Where words stand, and what would keep them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_to_erase(desk: Open<'_>, words: &str) -> Answer<EraseLook> {
    desk.with(|app| app.look_to_erase(words))
}

/// Puts a mark wherever the words stand, for good.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn erase_words(desk: Open<'_>, words: &str) -> Answer<EraseDone> {
    desk.with(|app| app.erase_words(words))
}

/// What would be gone with the file of a piece of evidence, and from where.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_to_erase_original(desk: Open<'_>, id: &str) -> Answer<EraseOriginalLook> {
    desk.with(|app| app.look_to_erase_original(id))
}

/// Erases the file of a piece of evidence for good, wherever it is named.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn erase_original(desk: Open<'_>, id: &str) -> Answer<EraseOriginalDone> {
    desk.with(|app| app.erase_original(id))
}

/// Makes a backup now, and removes every older one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn renew_backups(desk: Open<'_>) -> Answer<BackupsRenewed> {
    desk.with(App::renew_backups)
}
