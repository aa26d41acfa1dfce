//! Letters that went out: shown, looked at and given out again as they were.

use holdfast_domain::{SentLetter, SentLetterId};
use holdfast_store::Reader;

use super::board::Shelf;
use super::files;
use crate::documents::file_name;
use crate::error::not_found;
use crate::wire::{AppError, DocumentPreview, SentLetterView, SentPart};
use crate::{App, from_wire, to_wire};

impl App {
    /// A letter as it went out.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn sent_letter(&self, id: &str) -> Result<SentLetterView, AppError> {
        let id: SentLetterId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let (sent, taken_back) = reader.sent_letter(id)?.ok_or_else(not_found)?;
            view(reader, &sent, taken_back, on)
        })
    }

    /// The PDF that went out, to look at: the very bytes.
    ///
    /// # Errors
    /// `NotFound`, also where no dossier was enclosed; `EvidenceDamaged`.
    pub fn compose_sent_letter(
        &self,
        id: &str,
        part: SentPart,
    ) -> Result<DocumentPreview, AppError> {
        let (name, bytes) = self.sent_letter_file(id, part)?;
        self.hold(bytes, &[], name)
    }

    /// A name for the PDF that went out, and its bytes.
    ///
    /// # Errors
    /// `NotFound`, also where no dossier was enclosed; `EvidenceDamaged` where the bytes no longer
    /// match their hash.
    pub fn sent_letter_file(
        &self,
        id: &str,
        part: SentPart,
    ) -> Result<(String, Vec<u8>), AppError> {
        let id: SentLetterId = from_wire::id("id", id)?;
        let (sent, title) = self.read(|reader| {
            let (sent, _) = reader.sent_letter(id)?.ok_or_else(not_found)?;
            let dispute = reader.dispute(sent.dispute)?.ok_or_else(not_found)?;
            Ok::<_, AppError>((sent, dispute.title))
        })?;
        let (what, sha256) = match part {
            SentPart::Letter => (files::called(sent.kind), sent.pdf),
            SentPart::Dossier => ("Dossier", sent.dossier.ok_or_else(not_found)?),
        };
        let name = file_name(what, &title, &to_wire::day(sent.on), "pdf");
        let bytes = self.original(sha256, &name)?;
        Ok((name, bytes))
    }
}

/// A letter that went out, with where it stands.
pub(super) fn view(
    reader: &Reader,
    sent: &SentLetter,
    taken_back: bool,
    on: holdfast_domain::NaiveDate,
) -> Result<SentLetterView, AppError> {
    let shelf = Shelf::of_one(reader, sent.dispute, on)?;
    let row = if taken_back {
        shelf.row_taken_back(sent)
    } else {
        shelf.row(sent, shelf.scenes.standing(sent))
    };
    Ok(SentLetterView {
        row,
        text: sent.text.clone(),
        pdf_sha256: sent.pdf.to_string(),
        dossier_sha256: sent.dossier.map(|it| it.to_string()),
        marked_at: to_wire::instant(sent.marked_at),
    })
}
