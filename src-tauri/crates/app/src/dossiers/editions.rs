//! Editions that were sent: frozen with their bytes, shown and given out again as they were.

use std::io::Read;

use holdfast_domain::{
    Channel, DateTime, Direction, DisputeId, DossierReader, Event, EventTime, Fact, FactStatus,
    NaiveDate, NumberedExhibit, Occurred, Precision, SentDossier, SentDossierId, Utc, VendorId,
    numbers_kept, words,
};
use holdfast_store::{Reader, Stored, Writer};

use super::{Edition, choices};
use crate::clock::new_id;
use crate::documents::file_name;
use crate::edit::{Choices, is_same, join};
use crate::error::{not_found, plain, refused};
use crate::letters::sent_by;
use crate::wire::Deed;
use crate::wire::{self, AppError, DocumentPreview, Done, DossierSending, ErrorCode};
use crate::{App, LARGEST, from_wire, to_wire};

/// How the journal calls it that an edition was marked as sent.
const MARK_SENT: Deed = Deed::MarkDossierSent;

impl App {
    /// Marks the dossier that is being looked at as sent: its very bytes are kept, its exhibits keep
    /// their numbers in every later edition, and that it went out is an event of the timeline. All of
    /// it is one action.
    ///
    /// # Errors
    /// `PreviewGone` where another document was composed since; `Refused` with `on` where that day is
    /// yet to come, with `by` where nothing is sent in that way; `Conflict` where another edition was sent since it was composed, and gave the
    /// numbers to other exhibits.
    pub fn mark_dossier_sent(
        &self,
        preview: &str,
        sending: &DossierSending,
    ) -> Result<Done, AppError> {
        let (on, by) = (from_wire::day("on", &sending.on)?, sent_by("by", sending.by)?);
        let recipient = from_wire::line_option(sending.recipient.as_deref());
        choices::refuse_line("recipient", recipient.as_deref().unwrap_or_default())?;
        let (edition, bytes) = self.held_edition(preview)?;
        self.send_edition(Edition { recipient, ..edition }, bytes.as_slice(), on, by)
    }

    /// Freezes an edition.
    pub(super) fn send_edition(
        &self,
        edition: Edition,
        bytes: impl Read,
        on: NaiveDate,
        by: Channel,
    ) -> Result<Done, AppError> {
        let today = self.today_day();
        if on > today {
            return Err(refused("on", "day_in_future", [("day", &to_wire::day(on))]));
        }
        // The document is safe on disk before anything names it.
        let stored = self.store().store_original(bytes, LARGEST)?;
        let marked_at = self.now();
        let about = edition.recipient.clone().unwrap_or_default();
        self.change(MARK_SENT, &about, |writer| {
            let mut dispute = writer.dispute(edition.dispute)?.ok_or_else(not_found)?;
            let event = event(&edition, vendor_of(writer, &edition)?, on, by);
            event.vendor.iter().for_each(|vendor| join(&mut dispute, *vendor));
            let touched = [event.id.uuid(), event.facts[0].id.uuid()];
            let warnings = writer.put_checked(&dispute, &[event], today, Some(&touched))?;
            let id = enter(writer, &edition, stored, on, marked_at)?;
            Ok((Some(id.to_string()), warnings))
        })
    }

    /// Takes “sent” back: its event goes, and the copy stays where it can be seen; its exhibits'
    /// numbers count no longer. An event that has been changed since stays.
    ///
    /// # Errors
    /// `NotFound`, also where it was taken back already; `StillNamed` where something follows from its
    /// event.
    pub fn take_back_sent_dossier(&self, id: &str) -> Result<Done, AppError> {
        let id: SentDossierId = from_wire::id("id", id)?;
        let entered = self.read(|reader| {
            let found = reader.sent_dossier(id)?.filter(|(_, taken_back)| !taken_back);
            found.ok_or_else(not_found)?;
            Ok::<_, AppError>(reader.history(id)?.into_iter().next().map(|it| it.action))
        })?;
        // What a letter enclosed was entered with the letter, which stays sent.
        match entered.filter(|action| action.what == MARK_SENT.as_str()) {
            Some(action) => match self.undo_action(action.id) {
                Err(error) if error.code == ErrorCode::Conflict => self.bin_edition(id),
                other => other,
            },
            None => self.bin_edition(id),
        }
    }

    fn bin_edition(&self, id: SentDossierId) -> Result<Done, AppError> {
        self.change(Deed::TakeBackSentDossier, "", |writer| {
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

/// The vendor that an edition went to, where it is called as one of the household's.
fn vendor_of(reader: &Reader, edition: &Edition) -> Result<Option<VendorId>, AppError> {
    let Some(recipient) = &edition.recipient else { return Ok(None) };
    let vendors = reader.vendors()?.into_iter();
    Ok(vendors.filter(|vendor| is_same(&vendor.name, recipient)).map(|vendor| vendor.id).next())
}

/// The event of the timeline.
fn event(edition: &Edition, vendor: Option<VendorId>, on: NaiveDate, by: Channel) -> Event {
    let reader = match edition.reader {
        DossierReader::Ombudsman => Some("the ombudsman"),
        DossierReader::Vendor => Some("the vendor"),
        DossierReader::Issuer => Some("the card issuer"),
        DossierReader::Court => Some("the court"),
        DossierReader::Other => None,
    };
    let recipient = edition.recipient.as_deref().map(words::isolated);
    let to = recipient.or(reader.map(str::to_owned)).map(|to| format!(" to {to}"));
    let text = format!("The case file was sent{}.", to.unwrap_or_default());
    Event {
        id: new_id(),
        dispute: edition.dispute,
        time: EventTime { at: Occurred::On(on), precision: Precision::Exact },
        channel: by,
        direction: Direction::Out,
        vendor,
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![Fact {
            id: new_id(),
            text,
            status: FactStatus::Undisputed,
            acknowledged_by: None,
        }],
        note: None,
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
