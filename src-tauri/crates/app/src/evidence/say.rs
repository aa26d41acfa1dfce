//! What a person says of a piece of evidence: what it shows, whose it is, and what rests on it.

use holdfast_domain::{
    Attachment, AttachmentId, Citation, CitationId, Cited, Dispute, DisputeId, validity,
};
use holdfast_store::{Reader, Writer};

use super::cited::from_cited;
use crate::clock::new_id;
use crate::error::{not_found, refused, sorted_out};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{App, from_wire};

impl App {
    /// Says what a piece of evidence shows, what day it bears, how the household came by it and who
    /// made it; nothing but blanks takes words away. The original itself is never touched.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that cannot be kept.
    pub fn save_evidence(&self, form: &wire::Evidence) -> Result<Done, AppError> {
        let dated = from_wire::event_time_option("at", form.at.as_deref(), form.precision)?;
        let vendor = from_wire::id_option("vendor", form.vendor.as_deref())?;
        self.change_attachment(&form.id, Deed::SaveEvidence, |known, _| {
            Ok(Attachment {
                caption: from_wire::line_option(form.caption.as_deref()),
                dated,
                obtained: from_wire::line_option(form.obtained.as_deref()),
                vendor,
                author: from_wire::line_option(form.author.as_deref()),
                ..known
            })
        })
    }

    /// Says that something of the same dispute rests on a piece of evidence, and where in it; where
    /// that is known already, only the place changes.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the place cannot be kept.
    pub fn cite(
        &self,
        attachment: &str,
        of: &wire::Cited,
        place: Option<&str>,
    ) -> Result<Done, AppError> {
        let (of, place) = (from_cited(of)?, from_wire::line_option(place));
        self.change_attachment(attachment, Deed::Cite, |mut known, writer| {
            belongs(writer, known.dispute, of)?;
            cite(&mut known, of, place);
            Ok(known)
        })
    }

    /// Says that something no longer rests on a piece of evidence. Both stay as they are.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn uncite(&self, attachment: &str, citation: &str) -> Result<Done, AppError> {
        let citation: CitationId = from_wire::id("citation", citation)?;
        self.change_attachment(attachment, Deed::Uncite, |mut known, _| {
            let before = known.citations.len();
            known.citations.retain(|one| one.id != citation);
            if known.citations.len() == before { Err(not_found()) } else { Ok(known) }
        })
    }

    /// Changes what is said of a piece of evidence, as one action.
    pub(super) fn change_attachment(
        &self,
        id: &str,
        what: Deed,
        edit: impl FnOnce(Attachment, &Writer<'_>) -> Result<Attachment, AppError>,
    ) -> Result<Done, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        let today = self.today_day();
        let known = self.read(|reader| reader.attachment(id)?.ok_or_else(not_found))?;
        self.change(what, known.title(), |writer| {
            let known = writer.attachment(id)?.ok_or_else(not_found)?;
            let changed = edit(known, writer)?;
            let warnings = sorted_out(&validity::attachment_problems(&changed, today))?;
            writer.put_attachment(&changed)?;
            Ok((Some(id.to_string()), warnings))
        })
    }
}

/// Cites a record once; a place that is said replaces the one before.
pub(super) fn cite(attachment: &mut Attachment, of: Cited, place: Option<String>) {
    match attachment.citations.iter_mut().find(|citation| citation.of == of) {
        Some(known) => known.place = place,
        None => attachment.citations.push(Citation { id: new_id(), of, place }),
    }
}

/// That what is cited is in sight, and of the same dispute as the evidence.
pub(super) fn belongs(reader: &Reader, to: DisputeId, of: Cited) -> Result<(), AppError> {
    let belongs = match of {
        Cited::Event(id) => reader.event(id)?.is_some_and(|event| event.dispute == to),
        Cited::Fact(id) => reader.event_of_fact(id)?.is_some_and(|event| event.dispute == to),
        Cited::Claim(_) | Cited::Promise(_) | Cited::Remedy(_) | Cited::Issue(_) => {
            let dispute = reader.dispute(to)?.ok_or_else(not_found)?;
            parts(&dispute).any(|part| part == of)
        }
        Cited::Letter(id) => reader.letter(id)?.is_some_and(|letter| letter.dispute == to),
    };
    if belongs { Ok(()) } else { Err(refused("cited", "unknown_reference", [])) }
}

fn parts(dispute: &Dispute) -> impl Iterator<Item = Cited> {
    let claims = dispute.claims.iter().map(|claim| Cited::Claim(claim.id));
    let promises = dispute.promises.iter().map(|promise| Cited::Promise(promise.id));
    let remedies = dispute.remedies.iter().map(|remedy| Cited::Remedy(remedy.id));
    let issues = dispute.issues.iter().map(|issue| Cited::Issue(issue.id));
    claims.chain(promises).chain(remedies).chain(issues)
}
