//! Commands about letters.

use holdfast_app::files;
use holdfast_app::wire::{
    Channel, DocumentPreview, Done, Letter, LetterBoard, LetterFormat, LetterProposal,
    LetterTemplate, LetterView, NewLetter, Sending, SendingProposal, SentLetterView, SentPart,
};
use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// The letters of all disputes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letters(desk: Open<'_>) -> Answer<LetterBoard> {
    desk.with(holdfast_app::App::letters)
}

/// The letters of one dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letters_of(desk: Open<'_>, dispute: &str) -> Answer<LetterBoard> {
    desk.with(|app| app.letters_of(dispute))
}

/// The letters that would fit now, the best first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn propose_letter(desk: Open<'_>, dispute: &str) -> Answer<Vec<LetterProposal>> {
    desk.with(|app| app.propose_letter(dispute))
}

/// Begins a letter with everything that the record proposes for it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_letter(desk: Open<'_>, letter: NewLetter) -> Answer<Done> {
    desk.with(|app| app.start_letter(&letter))
}

/// A letter as it reads now.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letter(desk: Open<'_>, id: &str) -> Answer<LetterView> {
    desk.with(|app| app.letter(id))
}

/// Keeps what was chosen for a letter.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_letter(desk: Open<'_>, letter: Letter) -> Answer<Done> {
    desk.with(|app| app.save_letter(&letter))
}

/// Keeps a paragraph in the person's own words.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_letter_edit(
    desk: Open<'_>,
    letter: &str,
    key: &str,
    base: &str,
    text: &str,
    after: Option<&str>,
) -> Answer<Done> {
    desk.with(|app| app.save_letter_edit(letter, key, base, text, after))
}

/// Uses the record's words again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_letter_edit(desk: Open<'_>, letter: &str, key: &str) -> Answer<Done> {
    desk.with(|app| app.drop_letter_edit(letter, key))
}

/// Puts a draft into the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_letter(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.drop_letter(id))
}

/// Composes the pages of a letter to look at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn compose_letter(desk: Open<'_>, id: &str) -> Answer<DocumentPreview> {
    desk.with(|app| app.compose_letter(id))
}

/// Saves a letter where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_letter_file(
    handle: AppHandle,
    desk: Open<'_>,
    id: &str,
    format: LetterFormat,
) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.letter_file(id, format))?;
    let kind = match format {
        LetterFormat::Pdf => &dialogs::PDF,
        LetterFormat::Docx => &dialogs::DOCX,
        LetterFormat::Txt => &dialogs::TEXT,
        LetterFormat::Eml => &dialogs::EMAIL,
    };
    save(&handle, &name, kind, &bytes)
}

/// The step that is proposed for after a letter goes out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sending_proposal(
    desk: Open<'_>,
    id: &str,
    on: &str,
    by: Channel,
) -> Answer<SendingProposal> {
    desk.with(|app| app.sending_proposal(id, on, by))
}

/// Marks a letter as sent.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mark_sent(desk: Open<'_>, id: &str, sending: Sending) -> Answer<Done> {
    desk.with(|app| app.mark_sent(id, &sending))
}

/// Takes “sent” back; the copy is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_sent(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.take_back_sent(id))
}

/// A letter as it went out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sent_letter(desk: Open<'_>, id: &str) -> Answer<SentLetterView> {
    desk.with(|app| app.sent_letter(id))
}

/// The pages that went out, to look at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn compose_sent_letter(
    desk: Open<'_>,
    id: &str,
    part: SentPart,
) -> Answer<DocumentPreview> {
    desk.with(|app| app.compose_sent_letter(id, part))
}

/// Saves what went out where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_sent_letter(
    handle: AppHandle,
    desk: Open<'_>,
    id: &str,
    part: SentPart,
) -> Answer<bool> {
    let (name, bytes) = desk.with(|app| app.sent_letter_file(id, part))?;
    save(&handle, &name, &dialogs::PDF, &bytes)
}

/// The templates: Holdfast's, or the household's in their place, and those that it added.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letter_templates(desk: Open<'_>) -> Answer<Vec<LetterTemplate>> {
    desk.with(holdfast_app::App::letter_templates)
}

/// Keeps a template of the household's own.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_letter_template(desk: Open<'_>, template: LetterTemplate) -> Answer<Done> {
    desk.with(|app| app.save_letter_template(&template))
}

/// Takes a template of the household's own away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reset_letter_template(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.reset_letter_template(id))
}

fn save(handle: &AppHandle, name: &str, kind: &dialogs::Kind, bytes: &[u8]) -> Answer<bool> {
    let place = dialogs::place(handle, "Save the letter", name, Some(kind));
    place.map(|path| files::write_bytes(&path, bytes)).transpose().map(|saved| saved.is_some())
}
