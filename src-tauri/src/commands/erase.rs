//! Erasing for good: a look first, and then it is done.

use holdfast_app::App;
use holdfast_app::wire::{BackupsRenewed, EraseDone, EraseLook};

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

/// Makes a backup now, and removes every older one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn renew_backups(desk: Open<'_>) -> Answer<BackupsRenewed> {
    desk.with(App::renew_backups)
}
