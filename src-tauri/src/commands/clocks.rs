//! Commands about time limits.

use holdfast_app::wire::{ClockBoard, ClockForm, Done};

use super::{Answer, Open};

/// The time limits of a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn clocks(desk: Open<'_>, dispute: &str) -> Answer<ClockBoard> {
    desk.with(|app| app.clocks(dispute))
}

/// Says whether a time limit applies, from when it counts, and whether it was kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_clock(desk: Open<'_>, dispute: &str, form: ClockForm) -> Answer<Done> {
    desk.with(|app| app.save_clock(dispute, &form))
}
