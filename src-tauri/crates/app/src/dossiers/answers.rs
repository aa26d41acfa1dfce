//! Dossiers for the command line.

use std::io::{Read, Write};

use holdfast_domain::{Dispute, DisputeId, DossierChoice, NaiveDate};
use holdfast_store::Reader;
use holdfast_typeset::Written;

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

/// A dossier that was printed.
#[derive(Debug)]
pub struct PrintedDossier {
    /// How many pages it has.
    pub pages: usize,
    /// The characters that no font can draw; each stands as a box.
    pub missing: Vec<char>,
    edition: Edition,
    on: NaiveDate,
}

impl App {
    /// Writes out the dossier of a dispute, for a reader or with everything in it. However large its
    /// exhibits are, little of it is in memory at once.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound` where the name fits more than one, or `TypesettingFailed`; what
    /// reading an original or writing can meet. What was written until then is no whole file.
    pub fn print_dossier(
        &self,
        ask: &DossierAsk<'_>,
        to: &mut dyn Write,
    ) -> Result<PrintedDossier, AppError> {
        let on = ask.on.unwrap_or_else(|| self.today_day());
        self.read(|reader| {
            let dispute = named(reader, ask.dispute)?;
            let choice = wanted(reader, &dispute, ask)?;
            let (Written { pages, missing }, edition) =
                self.write_dossier(reader, &choice, on, to)?;
            Ok(PrintedDossier { pages, missing, edition, on })
        })
    }

    /// Marks a dossier that was printed as sent on its day and in that way: its very bytes are kept,
    /// as they are given.
    ///
    /// # Errors
    /// As [`App::mark_dossier_sent`].
    pub fn mark_printed_sent(
        &self,
        printed: &PrintedDossier,
        bytes: impl Read,
        by: Channel,
    ) -> Result<Done, AppError> {
        let by = sent_by("by", by)?;
        self.send_edition(printed.edition.clone(), bytes, printed.on, by)
    }

    /// The editions of a dispute's dossier that were sent.
    ///
    /// # Errors
    /// As [`App::print_dossier`].
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
