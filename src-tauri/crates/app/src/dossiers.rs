//! The dossier: composed, set, looked at page by page, and given out. What is saved is the very
//! document that was looked at.

use std::collections::BTreeSet;

use holdfast_domain::document::Paper;
use holdfast_domain::{Dispute, DisputeId, NaiveDate};
use holdfast_dossier::{Case, Options, Sections, compose};
use holdfast_store::Reader;
use holdfast_typeset::preview::Preview;
use holdfast_typeset::{Pdf, pdf};
use uuid::Uuid;

use crate::error::{not_found, plain, with};
use crate::wire::{AppError, DossierChoice, DossierPart, DossierPreview, ErrorCode};
use crate::{App, from_wire};

/// The dossier that was composed last, held so that it can be looked at and saved.
pub(crate) struct Composed {
    id: String,
    file_name: String,
    pdf: Pdf,
    preview: Preview,
}

impl App {
    /// Composes and sets a dossier, and holds it until the next one.
    ///
    /// # Errors
    /// `NotFound`, or `TypesettingFailed`.
    pub fn compose_dossier(&self, choice: &DossierChoice) -> Result<DossierPreview, AppError> {
        let id: DisputeId = from_wire::id("dispute", &choice.dispute)?;
        let options = options(choice, self.today_day())?;
        let (set, file_name) = self.read(|reader| {
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            Ok((set(reader, &dispute, &options)?, file_name(&dispute.title, options.on)))
        })?;
        let preview = Preview::open(set.bytes.clone()).map_err(typesetting)?;
        let (width, height) = preview.size(0).map_err(typesetting)?;
        let answer = DossierPreview {
            id: Uuid::now_v7().to_string(),
            pages: set.pages as u32,
            width: width.round() as u32,
            height: height.round() as u32,
            missing: set.missing.iter().map(ToString::to_string).collect(),
            file_name,
        };
        *self.composed() = Some(Composed {
            id: answer.id.clone(),
            file_name: answer.file_name.clone(),
            pdf: set,
            preview,
        });
        Ok(answer)
    }

    /// A page of a composed dossier as a PNG so many pixels wide.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since, or `TypesettingFailed`.
    pub fn dossier_page(&self, id: &str, page: u32, width: u32) -> Result<Vec<u8>, AppError> {
        let held = self.composed();
        let composed = held.as_ref().filter(|it| it.id == id);
        let composed = composed.ok_or_else(|| plain(ErrorCode::PreviewGone))?;
        composed.preview.png(page as usize, width.clamp(16, 4_000)).map_err(typesetting)
    }

    /// The name proposed for a composed dossier, and its bytes.
    ///
    /// # Errors
    /// `PreviewGone` where another was composed since.
    pub fn dossier_file(&self, id: &str) -> Result<(String, Vec<u8>), AppError> {
        let held = self.composed();
        let composed = held.as_ref().filter(|it| it.id == id);
        let composed = composed.ok_or_else(|| plain(ErrorCode::PreviewGone))?;
        Ok((composed.file_name.clone(), composed.pdf.bytes.clone()))
    }

    /// The dossier of a dispute named by title, reference or id, with everything in it.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound` where the name fits more than one, or `TypesettingFailed`.
    pub fn dossier_answer(&self, name: &str, on: Option<NaiveDate>) -> Result<Pdf, AppError> {
        let options = Options::new(on.unwrap_or_else(|| self.today_day()));
        self.read(|reader| {
            let found = reader.find_disputes(name)?;
            match found.as_slice() {
                [] => Err(not_found()),
                [only] => set(reader, &reader.dispute(*only)?.ok_or_else(not_found)?, &options),
                [..] => Err(plain(ErrorCode::SeveralFound)),
            }
        })
    }

    fn composed(&self) -> std::sync::MutexGuard<'_, Option<Composed>> {
        // A panic while the lock was held leaves a dossier that is whole or absent; both are sound.
        self.dossier.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
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
            money: has(DossierPart::Money),
            remedies: has(DossierPart::Remedies),
            next_steps: has(DossierPart::NextSteps),
            contact_log: has(DossierPart::ContactLog),
            documents: has(DossierPart::Documents),
        },
        leave_out,
        mask_accounts: !choice.show_accounts,
        paper: if choice.us_letter { Paper::UsLetter } else { Paper::A4 },
    })
}

/// Reads all that the dossier is made of and sets it.
fn set(reader: &Reader, dispute: &Dispute, options: &Options) -> Result<Pdf, AppError> {
    let members = reader.members()?;
    let case = Case {
        household_name: &reader.household_name()?.unwrap_or_default(),
        lead: members.iter().find(|member| member.id == dispute.lead).ok_or_else(not_found)?,
        dispute,
        events: &reader.events_of(dispute.id)?,
        vendors: &reader.vendors()?,
        contacts: &reader.contacts()?,
        attachments: &reader.attachments_of(dispute.id)?,
    };
    pdf(&compose(&case, options)).map_err(typesetting)
}

fn typesetting(error: impl std::fmt::Display) -> AppError {
    with(ErrorCode::TypesettingFailed, [("detail", error.to_string())])
}

/// A name for the file: what it is, of which matter, from which day; nothing that a file system
/// would refuse.
fn file_name(title: &str, on: NaiveDate) -> String {
    let kept = title.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let words: String = kept.collect();
    let words: Vec<&str> = words.split_whitespace().take(8).collect();
    let title: String = words.join(" ").chars().take(80).collect();
    format!("Dossier {title} {}.pdf", on.format("%Y-%m-%d"))
}
