//! The dossier: composed for its reader and set.

mod answers;
mod choices;
mod covered;
mod editions;

use std::collections::BTreeMap;
use std::io::Write;

use holdfast_domain::cover::Covered;
use holdfast_domain::document::Paper;
use holdfast_domain::{DisputeId, DossierChoice, DossierReader, NaiveDate, NumberedExhibit};
use holdfast_dossier::{Case, Options, Sections, compose, numbered};
use holdfast_store::{Reader, StoreError};
use holdfast_typeset::{Pdf, TypesetError, Written, pdf};

use crate::documents::{file_name, typesetting};
use crate::error::not_found;
use crate::exhibits::Shelf;
use crate::letters::Matter;
use crate::wire::{self, AppError, DocumentPreview};
use crate::{App, files, to_wire};

pub use answers::{DossierAsk, PrintedDossier};
pub(crate) use choices::{of_reader, reader_of};
pub(crate) use covered::Withheld;
pub(crate) use editions::enter as enter_edition;

/// What a dossier that was composed is an edition of.
#[derive(Debug, Clone)]
pub(crate) struct Edition {
    pub(crate) dispute: DisputeId,
    pub(crate) reader: DossierReader,
    pub(crate) recipient: Option<String>,
    /// The numbers of its exhibits.
    pub(crate) exhibits: Vec<NumberedExhibit>,
}

impl App {
    /// Composes and sets a dossier, and holds it until the next one.
    ///
    /// # Errors
    /// `NotFound`, or `TypesettingFailed`.
    pub fn compose_dossier(
        &self,
        choice: &wire::DossierChoice,
    ) -> Result<DocumentPreview, AppError> {
        let choice = choices::read(choice)?;
        let on = self.today_day();
        let mut bytes = Vec::new();
        let (written, edition, file_name) = self.read(|reader| {
            let dispute = reader.dispute(choice.dispute)?.ok_or_else(not_found)?;
            let name = file_name("Dossier", &dispute.title, &to_wire::day(on), "pdf");
            let (written, edition) = self.write_dossier(reader, &choice, on, &mut bytes)?;
            Ok::<_, AppError>((written, edition, name))
        })?;
        self.hold_edition(edition, bytes, &written.missing, file_name)
    }

    /// Reads all that the dossier is made of, sets it and writes it out.
    fn write_dossier(
        &self,
        reader: &Reader,
        choice: &DossierChoice,
        on: NaiveDate,
        to: &mut dyn Write,
    ) -> Result<(Written, Edition), AppError> {
        let household = reader.household_name()?.unwrap_or_default();
        let matter = Matter::read(reader, choice.dispute, on)?;
        let options = options(choice, on);
        let page_counts = self.page_counts(&matter.attachments);
        let case = Case { page_counts: &page_counts, ..case(&matter, &household)? };
        let originals = if choice.with_exhibits {
            let withheld = Withheld::of(&options.covered);
            let exhibits = holdfast_dossier::exhibits(&case, &options);
            self.originals(&exhibits, &matter.attachments, &withheld)
        } else {
            Vec::new()
        };
        let edition = Edition {
            dispute: choice.dispute,
            reader: choice.reader,
            recipient: choice.recipient.clone(),
            exhibits: numbered(&case, &options),
        };
        let document = compose(&Case { originals: &originals, ..case }, &options);
        let written = holdfast_typeset::write(&document, &Shelf(self.store()), to);
        Ok((written.map_err(unwritten)?, edition))
    }
}

/// Why a dossier could not be written out.
fn unwritten(why: TypesetError) -> AppError {
    match why {
        TypesetError::Output(why) => match why.downcast::<StoreError>() {
            Ok(why) => why.into(),
            Err(why) => files::failed_by_name("the dossier", &why),
        },
        why @ (TypesetError::Font { .. } | TypesetError::Write(_)) => typesetting(why),
    }
}

/// What was chosen for a reader as the dossier takes it.
pub(crate) fn options(choice: &DossierChoice, on: NaiveDate) -> Options {
    Options {
        on,
        recipient: choice.recipient.clone(),
        sections: Sections::without(&choice.without),
        leave_out: choice.leave_out.iter().copied().collect(),
        mask_accounts: !choice.show_accounts,
        covered: Covered::of(&choice.covered),
        paper: if choice.us_letter { Paper::UsLetter } else { Paper::A4 },
    }
}

/// Sets the dossier of a dispute with all that hangs on it, and gives the numbers of its exhibits.
pub(crate) fn set_matter(
    matter: &Matter,
    household: &str,
    options: &Options,
) -> Result<(Pdf, Vec<NumberedExhibit>), AppError> {
    let case = case(matter, household)?;
    let set = pdf(&compose(&case, options)).map_err(typesetting)?;
    Ok((set, numbered(&case, options)))
}

/// The dispute as the dossier knows it, without its originals.
fn case<'a>(matter: &'a Matter, household: &'a str) -> Result<Case<'a>, AppError> {
    let lead = matter.members.iter().find(|member| member.id == matter.dispute.lead);
    Ok(Case {
        household_name: household,
        lead: lead.ok_or_else(not_found)?,
        dispute: &matter.dispute,
        events: &matter.events,
        vendors: &matter.vendors,
        contacts: &matter.contacts,
        attachments: &matter.attachments,
        sent: &matter.sent,
        time_limits: &matter.time_limits,
        numbers: &matter.numbers,
        page_counts: const { &BTreeMap::new() },
        originals: &[],
    })
}
