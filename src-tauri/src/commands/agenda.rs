//! Commands of Today: what asks for attention, putting it off, and how long to wait.

use holdfast_app::App;
use holdfast_app::wire::{Cadence, Done, Later, Today};

use super::{Answer, Open};

/// The place to start the day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today(desk: Open<'_>) -> Answer<Today> {
    desk.with(App::today)
}

/// Puts something off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_off(desk: Open<'_>, later: Later) -> Answer<Done> {
    desk.with(|app| app.put_off(&later))
}

/// Brings back what was put off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_back(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.bring_back(id))
}

/// How long the household waits for answers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cadence(desk: Open<'_>) -> Answer<Cadence> {
    desk.with(App::cadence)
}

/// Says how long the household waits for answers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_cadence(desk: Open<'_>, days: Vec<u16>) -> Answer<Done> {
    desk.with(|app| app.save_cadence(&days))
}
