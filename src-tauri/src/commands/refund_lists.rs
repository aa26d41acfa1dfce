//! Commands about the household's own list of refunds: opening one, and taking it in.

use holdfast_app::files;
use holdfast_app::wire::{RefundListHow, RefundListPreview, RefundListTaken, RefundListTaking};
use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// Reads a list that the person chooses; nothing where they think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_refund_list(
    handle: AppHandle,
    desk: Open<'_>,
) -> Answer<Option<RefundListPreview>> {
    let chosen = dialogs::file(&handle, "Take in your own list of refunds", &dialogs::TABLE);
    let Some(path) = chosen else { return Ok(None) };
    let (name, mut content) = files::open(&path)?;
    desk.with(|app| app.open_refund_list(&name, &mut content).map(Some))
}

/// Reads the list on the desk otherwise; as at first where nothing is said.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_refund_list(
    desk: Open<'_>,
    preview: &str,
    how: Option<RefundListHow>,
) -> Answer<RefundListPreview> {
    desk.with(|app| app.read_refund_list(preview, how.as_ref()))
}

/// Takes in the list on the desk.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_in_refund_list(
    desk: Open<'_>,
    taking: RefundListTaking,
) -> Answer<RefundListTaken> {
    desk.with(|app| app.take_in_refund_list(&taking))
}

/// Puts the list on the desk away; nothing of it is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_away_refund_list(desk: Open<'_>, preview: &str) -> Answer<()> {
    desk.with(|app| {
        app.put_away_refund_list(preview);
        Ok(())
    })
}
