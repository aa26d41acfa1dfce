//! Giving a draft out: as pages to look at, and as files.

use holdfast_domain::{LetterId, LetterKind};
use holdfast_letters::out::{Attached, docx, eml};

use super::Matter;
use super::text::{self, Composition};
use crate::documents::{file_name, typesetting};
use crate::error::not_found;
use crate::wire::{AppError, DocumentPreview, LetterFormat};
use crate::{App, from_wire, to_wire};

/// What a PDF is called among machines.
const PDF: &str = "application/pdf";

impl App {
    /// Composes and sets a letter as it reads now, and holds it until the next document.
    ///
    /// # Errors
    /// `NotFound`, `TemplateFault` or `TypesettingFailed`.
    pub fn compose_letter(&self, id: &str) -> Result<DocumentPreview, AppError> {
        let composition = self.composition(id)?;
        let pdf = composition.pdf()?;
        self.hold(pdf.bytes, &pdf.missing, name(&composition, LetterFormat::Pdf))
    }

    /// A name for the letter in that form, and its bytes.
    ///
    /// # Errors
    /// `NotFound`, `TemplateFault` or `TypesettingFailed`.
    pub fn letter_file(
        &self,
        id: &str,
        format: LetterFormat,
    ) -> Result<(String, Vec<u8>), AppError> {
        let composition = self.composition(id)?;
        let bytes = self.letter_bytes(&composition, format)?;
        Ok((name(&composition, format), bytes))
    }

    fn composition(&self, id: &str) -> Result<Composition, AppError> {
        let id: LetterId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let letter = reader.letter(id)?.ok_or_else(not_found)?;
            let matter = Matter::read(reader, letter.dispute, on)?;
            text::compose(reader, matter, letter, on)
        })
    }

    /// The letter in that form. An e-mail draft brings the letter's PDF, the dossier where it is
    /// enclosed, and the originals of which copies are enclosed.
    pub(super) fn letter_bytes(
        &self,
        composition: &Composition,
        format: LetterFormat,
    ) -> Result<Vec<u8>, AppError> {
        match format {
            LetterFormat::Pdf => Ok(composition.pdf()?.bytes),
            LetterFormat::Txt => Ok(composition.plain_text().into_bytes()),
            LetterFormat::Docx => docx(&composition.draft).map_err(typesetting),
            LetterFormat::Eml => self.email(composition),
        }
    }

    fn email(&self, composition: &Composition) -> Result<Vec<u8>, AppError> {
        let (letter, matter) = (&composition.letter, &composition.matter);
        let mut files = vec![(name(composition, LetterFormat::Pdf), PDF, composition.pdf()?.bytes)];
        if let Some(dossier) = composition.dossier()? {
            let day = to_wire::day(composition.draft.date);
            let name = file_name("Dossier", &matter.dispute.title, &day, "pdf");
            files.push((name, PDF, dossier.pdf.bytes));
        }
        for attachment in matter.attachments.iter().filter(|it| letter.enclosures.contains(&it.id))
        {
            let bytes = self.original(attachment.sha256, &attachment.name)?;
            files.push((attachment.name.clone(), attachment.media_type.as_str(), bytes));
        }
        let attached: Vec<Attached<'_>> = files
            .iter()
            .map(|(name, media_type, bytes)| Attached { name, media_type, bytes })
            .collect();
        let to = composition.email_address();
        Ok(eml(&composition.draft, to.as_deref(), &attached, self.now().fixed_offset()))
    }
}

fn name(composition: &Composition, format: LetterFormat) -> String {
    let ending = match format {
        LetterFormat::Pdf => "pdf",
        LetterFormat::Docx => "docx",
        LetterFormat::Txt => "txt",
        LetterFormat::Eml => "eml",
    };
    let day = to_wire::day(composition.draft.date);
    file_name(called(composition.letter.kind), &composition.matter.dispute.title, &day, ending)
}

/// How a file of a letter of that kind begins its name, so that several of one day stay apart.
pub(super) fn called(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Complaint => "Complaint",
        LetterKind::FollowUp => "Follow-up",
        LetterKind::Confirmation => "Confirmation",
        LetterKind::Escalation => "Escalation",
        LetterKind::ThankYou => "Thank-you",
        LetterKind::Commendation => "Commendation",
        LetterKind::FinalNotice => "Final notice",
        LetterKind::BillingError => "Billing error notice",
        LetterKind::BeforeClaim => "Letter before claim",
        LetterKind::RefusalRequest => "Request for a refusal in writing",
    }
}
