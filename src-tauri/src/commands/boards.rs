//! Commands that show.

use holdfast_app::App;
use holdfast_app::wire::{
    Binned, ContactView, DisputeRow, DisputeView, DisputesQuery, RemedyBoard, Start, TimelinePage,
    VendorRow, VendorView,
};

use super::{Answer, Open};

/// How the window begins.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start(desk: Open<'_>, locale: &str) -> Answer<Start> {
    desk.start(locale)
}

/// The list of disputes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn disputes(desk: Open<'_>, query: DisputesQuery) -> Answer<Vec<DisputeRow>> {
    desk.with(|app| app.disputes(&query))
}

/// A dispute's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn dispute(desk: Open<'_>, id: &str) -> Answer<DisputeView> {
    desk.with(|app| app.dispute(id))
}

/// A stretch of a dispute's timeline.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn timeline(
    desk: Open<'_>,
    dispute: &str,
    newest_first: bool,
    after: Option<&str>,
) -> Answer<TimelinePage> {
    desk.with(|app| app.timeline(dispute, newest_first, after))
}

/// The list of vendors.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn vendors(desk: Open<'_>, search: &str) -> Answer<Vec<VendorRow>> {
    desk.with(|app| app.vendors(search))
}

/// A vendor's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn vendor(desk: Open<'_>, id: &str) -> Answer<VendorView> {
    desk.with(|app| app.vendor(id))
}

/// A person's card.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn contact(desk: Open<'_>, id: &str) -> Answer<ContactView> {
    desk.with(|app| app.contact(id))
}

/// What happened with a vendor or a person, over all disputes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn encounters(
    desk: Open<'_>,
    vendor: Option<&str>,
    contact: Option<&str>,
    after: Option<&str>,
) -> Answer<TimelinePage> {
    desk.with(|app| app.encounters(vendor, contact, after))
}

/// All remedies.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remedies(desk: Open<'_>) -> Answer<RemedyBoard> {
    desk.with(App::remedies)
}

/// What lies in the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bin(desk: Open<'_>) -> Answer<Vec<Binned>> {
    desk.with(App::bin)
}

/// Changes to a fresh copy of the sample household.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_sample(desk: Open<'_>, locale: &str) -> Answer<Start> {
    desk.open_sample(locale)
}

/// Changes back to one's own record.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn leave_sample(desk: Open<'_>, locale: &str) -> Answer<Start> {
    desk.leave_sample(locale)
}
