//! Commands about business days and where the household lives.

use holdfast_app::wire::{Done, RegionBoard};

use super::{Answer, Open};

/// Where the household lives, and where it could.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn region_board(desk: Open<'_>, locale: &str) -> Answer<RegionBoard> {
    desk.with(|app| app.region_board(locale))
}

/// Says where the household lives.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_region(desk: Open<'_>, region: &str) -> Answer<Done> {
    desk.with(|app| app.save_region(region))
}
