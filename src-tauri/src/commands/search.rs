//! The search box.

use holdfast_app::wire::{HitGroup, SearchQuery};

use super::{Answer, Open};

/// What has the words, by sorts, the private notes of who sits here included.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn search(desk: Open<'_>, query: SearchQuery) -> Answer<Vec<HitGroup>> {
    desk.with(|app| app.search(&query, true))
}
