//! Commands that show what is derived for one moment: the ladder, and the call sheet.

use holdfast_app::wire::{CallSheet, LadderView};

use super::{Answer, Open};

/// The ladder of a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn ladder(desk: Open<'_>, dispute: &str) -> Answer<LadderView> {
    desk.with(|app| app.ladder(dispute))
}

/// The call sheet of a dispute for a call with one of its vendors.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn call_sheet(desk: Open<'_>, dispute: &str, vendor: Option<&str>) -> Answer<CallSheet> {
    desk.with(|app| app.call_sheet(dispute, vendor))
}
