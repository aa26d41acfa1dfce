//! Commands that take files in and give them out. The person chooses them in a dialog of this side;
//! the window never learns a path.

use holdfast_app::files;
use holdfast_app::wire::{DocumentPreview, DossierChoice, Imported};
use tauri::AppHandle;
use tauri::ipc::Response;

use super::{Answer, Open};
use crate::dialogs;

/// Composes a dossier to look at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn compose_dossier(desk: Open<'_>, choice: DossierChoice) -> Answer<DocumentPreview> {
    desk.with(|app| app.compose_dossier(&choice))
}

/// A page of a composed document as a PNG. Its bytes cross the border as they are, so this command
/// stands outside the typed ones.
#[tauri::command(async)]
pub(crate) fn document_page(
    desk: Open<'_>,
    preview: &str,
    page: u32,
    width: u32,
) -> Answer<Response> {
    desk.with(|app| app.document_page(preview, page, width)).map(Response::new)
}

/// Saves a composed dossier where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_dossier(handle: AppHandle, desk: Open<'_>, preview: &str) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.document_file(preview))?;
    let place = dialogs::place(&handle, "Save the dossier", &name, Some(&dialogs::PDF));
    place.map(|path| files::write_bytes(&path, &bytes)).transpose().map(|saved| saved.is_some())
}

/// Takes in a household file that the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn import_household(handle: AppHandle, desk: Open<'_>) -> Answer<Option<Imported>> {
    let chosen = dialogs::file(&handle, "Take in a household file", &dialogs::HOUSEHOLD);
    let Some(path) = chosen else { return Ok(None) };
    let content = files::read(&path)?;
    desk.with(|app| app.import_household(&content)).map(Some)
}

/// Gives out the whole record as a household file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_household(handle: AppHandle, desk: Open<'_>) -> Answer<bool> {
    let content = desk.with(holdfast_app::App::export_household)?;
    let name = "household.json";
    let place = dialogs::place(&handle, "Save the record", name, Some(&dialogs::HOUSEHOLD));
    let written = place.map(|path| files::write_bytes(&path, content.as_bytes())).transpose();
    written.map(|saved| saved.is_some())
}
