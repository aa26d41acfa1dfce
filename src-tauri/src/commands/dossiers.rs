//! Commands of the dossier: what each reader gets, and the editions that were sent.

use holdfast_app::files;
use holdfast_app::wire::{
    DocumentPreview, Done, DossierBoard, DossierChoice, DossierReader, DossierSending,
};
use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// Every reader with what goes into theirs, and the editions that were sent.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn dossier_board(desk: Open<'_>, dispute: &str) -> Answer<DossierBoard> {
    desk.with(|app| app.dossier_board(dispute))
}

/// Keeps what is chosen for a reader.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_dossier_choice(desk: Open<'_>, choice: DossierChoice) -> Answer<Done> {
    desk.with(|app| app.save_dossier_choice(&choice))
}

/// Lets a reader get again what they get unless the household says otherwise.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_dossier_choice(
    desk: Open<'_>,
    dispute: &str,
    reader: DossierReader,
) -> Answer<Done> {
    desk.with(|app| app.drop_dossier_choice(dispute, reader))
}

/// Marks the dossier that is being looked at as sent.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mark_dossier_sent(
    desk: Open<'_>,
    preview: &str,
    sending: DossierSending,
) -> Answer<Done> {
    desk.with(|app| app.mark_dossier_sent(preview, &sending))
}

/// Takes “sent” back; the copy is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_sent_dossier(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.take_back_sent_dossier(id))
}

/// The pages that were sent, to look at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn compose_sent_dossier(desk: Open<'_>, id: &str) -> Answer<DocumentPreview> {
    desk.with(|app| app.compose_sent_dossier(id))
}

/// Saves what was sent where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_sent_dossier(handle: AppHandle, desk: Open<'_>, id: &str) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.sent_dossier_file(id))?;
    let place = dialogs::place(&handle, "Save the dossier", &name, Some(&dialogs::PDF));
    place.map(|path| files::write_bytes(&path, &bytes)).transpose().map(|saved| saved.is_some())
}
