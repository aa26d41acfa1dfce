//! Commands of the evidence: what comes in, what is said of it, and copies given out. The person
//! chooses files in a dialog of this side; the window never learns a path.

use holdfast_app::wire::{
    AttachmentView, Cited, Done, Drag, Evidence, EvidenceAdded, EvidenceAdding, EvidenceList,
    EvidenceLook, EvidenceOptions, EvidenceProgress, Part, Pasted,
};
use holdfast_app::{App, files};
use tauri::ipc::{Channel, Response};
use tauri::{AppHandle, State};

use super::{Answer, Open};
use crate::dialogs;
use crate::tray::Tray;

/// All evidence.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn evidence(desk: Open<'_>) -> Answer<EvidenceList> {
    desk.with(App::evidence)
}

/// One piece of evidence.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attachment(desk: Open<'_>, id: &str) -> Answer<AttachmentView> {
    desk.with(|app| app.attachment(id))
}

/// What can be chosen for evidence of a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn evidence_options(desk: Open<'_>, dispute: &str) -> Answer<EvidenceOptions> {
    desk.with(|app| app.evidence_options(dispute))
}

/// Says what a piece of evidence shows, what day it bears, and whose it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_evidence(desk: Open<'_>, form: Evidence) -> Answer<Done> {
    desk.with(|app| app.save_evidence(&form))
}

/// Says that something rests on a piece of evidence, and where in it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cite(
    desk: Open<'_>,
    attachment: &str,
    of: Cited,
    place: Option<&str>,
) -> Answer<Done> {
    desk.with(|app| app.cite(attachment, &of, place))
}

/// Says that something no longer rests on a piece of evidence.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn uncite(desk: Open<'_>, attachment: &str, citation: &str) -> Answer<Done> {
    desk.with(|app| app.uncite(attachment, citation))
}

/// Covers a part of a picture or page in every dossier.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cover(desk: Open<'_>, attachment: &str, part: Part) -> Answer<Done> {
    desk.with(|app| app.cover(attachment, &part))
}

/// Covers a part no longer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn uncover(desk: Open<'_>, attachment: &str, covered: &str) -> Answer<Done> {
    desk.with(|app| app.uncover(attachment, covered))
}

/// Adds files that the person chooses, or all of a folder; nothing where they think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_evidence(
    handle: AppHandle,
    desk: Open<'_>,
    tray: State<'_, Tray>,
    adding: EvidenceAdding,
    folder: bool,
    progress: Channel<EvidenceProgress>,
) -> Answer<Option<EvidenceAdded>> {
    let chosen = if folder {
        dialogs::folder(&handle, "Add all of a folder").into_iter().collect()
    } else {
        dialogs::files(&handle)
    };
    if chosen.is_empty() {
        return Ok(None);
    }
    tray.add(&desk, &adding, files::gathered(&chosen)?, &progress).map(Some)
}

/// Tells the page of files that are dragged to the window: names and a number, never a path.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn watch_drops(tray: State<'_, Tray>, drags: Channel<Drag>) -> Answer<()> {
    tray.watch(drags);
    Ok(())
}

/// Adds what was dropped under that number, folders with all that lies in them; nothing where
/// something else was dropped since.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_dropped(
    desk: Open<'_>,
    tray: State<'_, Tray>,
    dropped: &str,
    adding: EvidenceAdding,
    progress: Channel<EvidenceProgress>,
) -> Answer<Option<EvidenceAdded>> {
    let paths = tray.take(dropped);
    if paths.is_empty() {
        return Ok(None);
    }
    tray.add(&desk, &adding, files::gathered(&paths)?, &progress).map(Some)
}

/// Adds what was pasted: text as it is, anything else in base 64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_pasted(
    desk: Open<'_>,
    adding: EvidenceAdding,
    pasted: Pasted,
) -> Answer<EvidenceAdded> {
    desk.with(|app| app.add_pasted(&adding, &pasted))
}

/// Stops the adding that goes on; what was added until then stays.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stop_adding(tray: State<'_, Tray>) -> Answer<()> {
    tray.stop();
    Ok(())
}

/// How a piece of evidence can be looked at, with its words where it has some.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn evidence_look(desk: Open<'_>, id: &str) -> Answer<EvidenceLook> {
    desk.with(|app| app.evidence_look(id))
}

/// A picture, or a page, of a piece of evidence. Its bytes cross the border as they are, so this
/// command stands outside the typed ones.
#[tauri::command(async)]
pub(crate) fn evidence_picture(desk: Open<'_>, id: &str, page: u32, size: u32) -> Answer<Response> {
    desk.with(|app| app.evidence_picture(id, page, size)).map(Response::new)
}

/// Saves a file of an e-mail where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_enclosed(
    handle: AppHandle,
    desk: Open<'_>,
    id: &str,
    index: u32,
) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.enclosed(id, index))?;
    let place = dialogs::place(&handle, "Save a copy", &name, None);
    place.map(|path| files::write_bytes(&path, &bytes)).transpose().map(|saved| saved.is_some())
}

/// Saves a copy of an original where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_attachment(handle: AppHandle, desk: Open<'_>, id: &str) -> Answer<bool> {
    let name = desk.with(|app| app.attachment_name(id))?;
    let Some(path) = dialogs::place(&handle, "Save a copy", &name, None) else { return Ok(false) };
    desk.with(|app| files::write(&path, |out| app.write_attachment(id, out)))?;
    Ok(true)
}
