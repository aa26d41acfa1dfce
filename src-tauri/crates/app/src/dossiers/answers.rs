//! Dossiers for the command line.

use holdfast_domain::{Dispute, DisputeId, DossierChoice, NaiveDate};
use holdfast_store::Reader;
use holdfast_typeset::Pdf;

use super::{Edition, of_reader};
use crate::App;
use crate::clock::new_id;
use crate::disputes::called;
use crate::error::not_found;
use crate::letters::sent_by;
use crate::wire::{AppError, Channel, Done, DossierReader, SentDossier};

/// Which dossier is wanted.
#[derive(Debug, Clone, Copy)]
pub struct DossierAsk<'a> {
    /// The dispute's title, reference or id.
    pub dispute: &'a str,
    /// For whom: what is kept for that reader, or else what they get unless anybody says otherwise.
    /// Without, everything is in.
    pub reader: Option<DossierReader>,
    /// The day from which one looks; otherwise today.
    pub on: Option<NaiveDate>,
    /// With the exhibits themselves, whatever is chosen for the reader.
    pub with_exhibits: bool,
}

impl<'a> DossierAsk<'a> {
    /// Everything in, as it stands today, without the exhibits themselves.
    pub fn everything(dispute: &'a str) -> Self {
        Self { dispute, reader: None, on: None, with_exhibits: false }
    }
}

/// A dossier that was set.
#[derive(Debug)]
pub struct DossierAnswer {
    /// Its file.
    pub pdf: Pdf,
    edition: Edition,
    on: NaiveDate,
}

impl App {
    /// The dossier of a dispute, for a reader or with everything in it.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound` where the name fits more than one, or `TypesettingFailed`.
    pub fn dossier_answer(&self, ask: &DossierAsk<'_>) -> Result<DossierAnswer, AppError> {
        let on = ask.on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let dispute = named(reader, ask.dispute)?;
            let choice = wanted(reader, &dispute, ask)?;
            let (pdf, edition) = self.set_dossier(reader, &choice, on)?;
            Ok(DossierAnswer { pdf, edition, on })
        })
    }

    /// Marks a dossier that was set as sent on its day and in that way: its very bytes are kept.
    ///
    /// # Errors
    /// As [`App::mark_dossier_sent`].
    pub fn mark_answer_sent(&self, answer: &DossierAnswer, by: Channel) -> Result<Done, AppError> {
        let by = sent_by("by", by)?;
        self.send_edition(answer.edition.clone(), &answer.pdf.bytes, answer.on, by)
    }

    /// The editions of a dispute's dossier that were sent.
    ///
    /// # Errors
    /// As [`App::dossier_answer`].
    pub fn sent_dossiers_answer(&self, dispute: &str) -> Result<Vec<SentDossier>, AppError> {
        self.read(|reader| super::editions::of(reader, called(reader, dispute)?))
    }
}

fn named(reader: &Reader, name: &str) -> Result<Dispute, AppError> {
    reader.dispute(called(reader, name)?)?.ok_or_else(not_found)
}

fn wanted(
    reader: &Reader,
    dispute: &Dispute,
    ask: &DossierAsk<'_>,
) -> Result<DossierChoice, AppError> {
    let id: DisputeId = dispute.id;
    let mut choice = match ask.reader {
        Some(who) => {
            of_reader(&reader.dossier_choices(id)?, dispute, &reader.vendors()?, who.into())
        }
        None => DossierChoice::preset(new_id(), id, holdfast_domain::DossierReader::Other),
    };
    choice.with_exhibits |= ask.with_exhibits;
    Ok(choice)
}
