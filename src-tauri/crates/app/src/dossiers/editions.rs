//! Editions that were sent: frozen with their bytes, shown and given out again as they were.

use holdfast_domain::{
    DateTime, DisputeId, NaiveDate, NumberedExhibit, SentDossier, SentDossierId, Utc, numbers_kept,
};
use holdfast_store::{Reader, Stored, Writer};

use super::{Edition, choices};
use crate::clock::new_id;
use crate::documents::file_name;
use crate::error::{not_found, plain, refused};
use crate::wire::{self, AppError, DocumentPreview, Done, DossierSending, ErrorCode};
use crate::{App, LARGEST, from_wire, to_wire};

impl App {
    /// Marks the dossier that is being looked at as sent: its very bytes are kept, and its exhibits
    /// keep their numbers in every later edition.
    ///
    /// # Errors
    /// `PreviewGone` where another document was composed since; `Refused` with `on` where that day is
    /// yet to come; `Conflict` where another edition was sent since it was composed, and gave the
    /// numbers to other exhibits.
    pub fn mark_dossier_sent(
        &self,
        preview: &str,
        sending: &DossierSending,
    ) -> Result<Done, AppError> {
        let on = from_wire::day("on", &sending.on)?;
        let recipient = from_wire::line_option(sending.recipient.as_deref());
        choices::refuse_line("recipient", recipient.as_deref().unwrap_or_default())?;
        let (edition, bytes) = self.held_edition(preview)?;
        self.send_edition(Edition { recipient, ..edition }, &bytes, on)
    }

    /// Freezes an edition.
    pub(super) fn send_edition(
        &self,
        edition: Edition,
        bytes: &[u8],
        on: NaiveDate,
    ) -> Result<Done, AppError> {
        if on > self.today_day() {
            return Err(refused("on", "day_in_future", [("day", &to_wire::day(on))]));
        }
        // The document is safe on disk before anything names it.
        let stored = self.store().store_original(bytes, LARGEST)?;
        let marked_at = self.now();
        let about = edition.recipient.clone().unwrap_or_default();
        self.change("mark_dossier_sent", &about, |writer| {
            writer.dispute(edition.dispute)?.ok_or_else(not_found)?;
            let id = enter(writer, &edition, stored, on, marked_at)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    /// Takes “sent” back. The copy stays where it can be seen; its exhibits' numbers count no longer.
    ///
    /// # Errors
    /// `NotFound`, also where it was taken back already.
    pub fn take_back_sent_dossier(&self, id: &str) -> Result<Done, AppError> {
        let id: SentDossierId = from_wire::id("id", id)?;
        self.change("take_back_sent_dossier", "", |writer| {
            let found = writer.sent_dossier(id)?.filter(|(_, taken_back)| !taken_back);
            let (sent, _) = found.ok_or_else(not_found)?;
            writer.bin(sent.id)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    /// An edition that was sent, to look at: the very bytes.
    ///
    /// # Errors
    /// `NotFound`; `EvidenceDamaged`.
    pub fn compose_sent_dossier(&self, id: &str) -> Result<DocumentPreview, AppError> {
        let (name, bytes) = self.sent_dossier_file(id)?;
        self.hold(bytes, &[], name)
    }

    /// A name for the PDF that was sent, and its bytes.
    ///
    /// # Errors
    /// `NotFound`; `EvidenceDamaged` where the bytes no longer match their hash.
    pub fn sent_dossier_file(&self, id: &str) -> Result<(String, Vec<u8>), AppError> {
        let id: SentDossierId = from_wire::id("id", id)?;
        let (sent, title) = self.read(|reader| {
            let (sent, _) = reader.sent_dossier(id)?.ok_or_else(not_found)?;
            let dispute = reader.dispute(sent.dispute)?.ok_or_else(not_found)?;
            Ok::<_, AppError>((sent, dispute.title))
        })?;
        let name = file_name("Dossier", &title, &to_wire::day(sent.on), "pdf");
        let bytes = self.original(sent.pdf, &name)?;
        Ok((name, bytes))
    }
}

/// Enters an edition whose document is safe on disk.
pub(crate) fn enter(
    writer: &mut Writer<'_>,
    edition: &Edition,
    stored: Stored,
    on: NaiveDate,
    marked_at: DateTime<Utc>,
) -> Result<SentDossierId, AppError> {
    let Edition { dispute, reader, recipient, exhibits } = edition.clone();
    if !agree(&numbers_kept(&writer.sent_dossiers_of(dispute)?), &exhibits) {
        return Err(plain(ErrorCode::Conflict));
    }
    let (id, pdf, pdf_size) = (new_id(), stored.sha256, stored.size);
    let sent =
        SentDossier { id, dispute, reader, recipient, on, pdf, pdf_size, exhibits, marked_at };
    writer.put_sent_dossier(&sent)?;
    Ok(id)
}

/// Whether no exhibit has another number than before, and no number is another exhibit's.
fn agree(kept: &[NumberedExhibit], new: &[NumberedExhibit]) -> bool {
    new.iter()
        .all(|new| kept.iter().all(|old| (old.number == new.number) == (old.sha256 == new.sha256)))
}

/// The editions of a dispute, the newest first; at their end those that were taken back.
pub(super) fn of(reader: &Reader, dispute: DisputeId) -> Result<Vec<wire::SentDossier>, AppError> {
    let sent = reader.sent_dossiers_of(dispute)?;
    let back = reader.dossiers_taken_back(dispute)?;
    let sent = sent.iter().rev().map(|one| view(one, false));
    Ok(sent.chain(back.iter().map(|one| view(one, true))).collect())
}

fn view(of: &SentDossier, taken_back: bool) -> wire::SentDossier {
    wire::SentDossier {
        id: of.id.to_string(),
        reader: of.reader.into(),
        recipient: of.recipient.clone(),
        on: to_wire::day(of.on),
        // 250 MB fit into 32 bits.
        size: u32::try_from(of.pdf_size).unwrap_or(u32::MAX),
        sha256: of.pdf.to_string(),
        exhibits: u32::try_from(of.exhibits.len()).unwrap_or(u32::MAX),
        taken_back,
    }
}
