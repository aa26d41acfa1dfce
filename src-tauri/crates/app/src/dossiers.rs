//! The dossier: composed and set.

use std::collections::BTreeSet;

use holdfast_domain::document::Paper;
use holdfast_domain::{DisputeId, NaiveDate};
use holdfast_dossier::{Case, Options, Sections, compose};
use holdfast_store::Reader;
use holdfast_typeset::{Pdf, pdf};

use crate::documents::{file_name, typesetting};
use crate::error::{not_found, plain};
use crate::letters::Matter;
use crate::wire::{AppError, DocumentPreview, DossierChoice, DossierPart, ErrorCode};
use crate::{App, from_wire, to_wire};

impl App {
    /// Composes and sets a dossier, and holds it until the next one.
    ///
    /// # Errors
    /// `NotFound`, or `TypesettingFailed`.
    pub fn compose_dossier(&self, choice: &DossierChoice) -> Result<DocumentPreview, AppError> {
        let id: DisputeId = from_wire::id("dispute", &choice.dispute)?;
        let options = options(choice, self.today_day())?;
        let (set, file_name) = self.read(|reader| {
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let name = file_name("Dossier", &dispute.title, &to_wire::day(options.on), "pdf");
            Ok((self.set_dossier(reader, id, &options, choice.with_exhibits)?, name))
        })?;
        self.hold(set.bytes, &set.missing, file_name)
    }

    /// The dossier of a dispute named by title, reference or id, with everything in it, the
    /// exhibits themselves only where asked.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound` where the name fits more than one, or `TypesettingFailed`.
    pub fn dossier_answer(
        &self,
        name: &str,
        on: Option<NaiveDate>,
        with_exhibits: bool,
    ) -> Result<Pdf, AppError> {
        let options = Options::new(on.unwrap_or_else(|| self.today_day()));
        self.read(|reader| {
            let found = reader.find_disputes(name)?;
            match found.as_slice() {
                [] => Err(not_found()),
                [only] => self.set_dossier(reader, *only, &options, with_exhibits),
                [..] => Err(plain(ErrorCode::SeveralFound)),
            }
        })
    }

    /// Reads all that the dossier is made of and sets it.
    fn set_dossier(
        &self,
        reader: &Reader,
        dispute: DisputeId,
        options: &Options,
        with_exhibits: bool,
    ) -> Result<Pdf, AppError> {
        let household = reader.household_name()?.unwrap_or_default();
        let matter = Matter::read(reader, dispute, options.on)?;
        let case = case(&matter, &household)?;
        let originals = if with_exhibits {
            self.originals(&holdfast_dossier::exhibits(&case, options))
        } else {
            Vec::new()
        };
        let document = compose(&Case { originals: &originals, ..case }, options);
        pdf(&document).map_err(typesetting)
    }
}

fn options(choice: &DossierChoice, on: NaiveDate) -> Result<Options, AppError> {
    let has = |part| !choice.without.contains(&part);
    let leave_out: BTreeSet<_> = choice
        .leave_out
        .iter()
        .map(|fact| from_wire::id("leaveOut", fact))
        .collect::<Result<_, _>>()?;
    Ok(Options {
        on,
        recipient: from_wire::line_option(choice.prepared_for.as_deref()),
        sections: Sections {
            summary: has(DossierPart::Summary),
            parties: has(DossierPart::People),
            chronology: has(DossierPart::Chronology),
            issues: has(DossierPart::Issues),
            money: has(DossierPart::Money),
            remedies: has(DossierPart::Remedies),
            next_steps: has(DossierPart::NextSteps),
            contact_log: has(DossierPart::ContactLog),
            clocks: has(DossierPart::Clocks),
            exhibits: has(DossierPart::Exhibits),
        },
        leave_out,
        mask_accounts: !choice.show_accounts,
        paper: if choice.us_letter { Paper::UsLetter } else { Paper::A4 },
    })
}

/// Sets the dossier of a dispute with all that hangs on it.
pub(crate) fn set_matter(
    matter: &Matter,
    household: &str,
    options: &Options,
) -> Result<Pdf, AppError> {
    pdf(&compose(&case(matter, household)?, options)).map_err(typesetting)
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
        originals: &[],
    })
}
