//! What can be looked at of an original: a picture, pages, a text, an e-mail. What it is is told by
//! its content. Nothing in it is run and nothing is loaded from elsewhere; what cannot be shown is
//! kept all the same.

use std::sync::{Arc, Mutex};

use holdfast_domain::{Attachment, Sha256};
use holdfast_intake::mail::{MailAttachment, MailDraft, Mailbox};
use holdfast_intake::original::{Family, Kind, Problem, ProblemCode, Text};
use holdfast_typeset::preview::{Preview, PreviewError};

use super::{MOST_LOOKED_AT, damaged, shown};
use crate::documents::typesetting;
use crate::error::not_found;
use crate::lock::locked;
use crate::wire::{AppError, Enclosed, EvidenceLook, LookForm, MailLook};
use crate::{App, foreign};

/// The largest original whose pages stay open, in bytes.
const MOST_KEPT_OPEN: u64 = 50_000_000;

/// The longest text that is shown, in characters: some hundred printed pages.
const LONGEST_TEXT: usize = 400_000;

/// The most pixels that a page is drawn with.
const MOST_PAGE_PIXELS: u64 = 16_000_000;

impl App {
    /// How a piece of evidence can be looked at, with its words where it has some.
    ///
    /// # Errors
    /// `NotFound`, or `EvidenceDamaged`. That it cannot be shown is no error.
    pub fn evidence_look(&self, id: &str) -> Result<EvidenceLook, AppError> {
        match self.looked_at(self.stored_attachment(id)?)? {
            Some(bytes) => Ok(look(&bytes)),
            None => Ok(nothing(ProblemCode::TooLarge)),
        }
    }

    /// A picture, upright, whose longer side has at most `size` pixels; or a page, counted from 0,
    /// `size` pixels wide.
    ///
    /// # Errors
    /// `NotFound`; `EvidenceDamaged`; `TypesettingFailed` where it cannot be drawn.
    pub fn evidence_picture(&self, id: &str, page: u32, size: u32) -> Result<Vec<u8>, AppError> {
        let of = self.stored_attachment(id)?;
        if let Some(open) = self.open_pages(of.sha256) {
            return drawn(&open, page, size);
        }
        let (sha256, length) = (of.sha256, of.size);
        let bytes = self.looked_at(of)?.ok_or_else(not_found)?;
        if foreign::kind(&bytes) != Kind::Pdf {
            let small = foreign::thumbnail(&bytes, size.clamp(16, 8_000));
            return Ok(small.map_err(|problem| typesetting(problem.code.as_str()))?.bytes);
        }
        let open = Arc::new(foreign::pages(&bytes).map_err(typesetting)?);
        if length <= MOST_KEPT_OPEN {
            *locked(&self.looked) = Some((sha256, Arc::clone(&open)));
        }
        drawn(&open, page, size)
    }

    /// A file in an e-mail, counted from 0: the name to propose for it, and its bytes.
    ///
    /// # Errors
    /// `NotFound`, or `EvidenceDamaged`.
    pub fn enclosed(&self, id: &str, index: u32) -> Result<(String, Vec<u8>), AppError> {
        let bytes = self.looked_at(self.stored_attachment(id)?)?.ok_or_else(not_found)?;
        let mail = foreign::mail(&bytes).map_err(|_| not_found())?;
        let file = mail.attachments.into_iter().nth(index as usize).ok_or_else(not_found)?;
        Ok((enclosed_name(&file), file.bytes))
    }

    /// The original, or nothing where it is too large to be looked into.
    fn looked_at(&self, of: Attachment) -> Result<Option<Arc<[u8]>>, AppError> {
        if of.size > MOST_LOOKED_AT {
            return Ok(None);
        }
        let bytes = self.whole(of.sha256).map_err(|error| damaged(error, &of.name))?;
        Ok(Some(bytes))
    }

    /// The pages of an original that are open from the last look.
    fn open_pages(&self, of: Sha256) -> Option<Arc<Preview>> {
        let kept = locked(&self.looked);
        kept.as_ref().filter(|(sha256, _)| *sha256 == of).map(|(_, open)| Arc::clone(open))
    }
}

/// The pages that were looked at last stay open, so that turning them is quick.
pub(crate) type LastPages = Mutex<Option<(Sha256, Arc<Preview>)>>;

/// A page, drawn where a fault of the drawing does no harm.
fn drawn(open: &Arc<Preview>, page: u32, width: u32) -> Result<Vec<u8>, AppError> {
    let picture = foreign::drawn(open, move |open| page_picture(open, page as usize, width));
    picture.map_err(typesetting)
}

fn look(bytes: &Arc<[u8]>) -> EvidenceLook {
    let facts = foreign::facts(bytes);
    if let Some(problem) = facts.problems.iter().find(|problem| problem.is_error) {
        return nothing(problem.code);
    }
    match facts.kind.family() {
        Family::Picture => EvidenceLook { form: LookForm::Picture, ..nothing_to_say() },
        Family::Mail => foreign::mail(bytes).map_or_else(|it| nothing(it.code), of_mail),
        Family::Document if facts.kind == Kind::Pdf => of_pages(bytes),
        Family::Document => of_text(bytes),
        Family::Archive | Family::Audio | Family::Video | Family::Other => {
            nothing(ProblemCode::NotDrawn)
        }
    }
}

fn of_pages(bytes: &Arc<[u8]>) -> EvidenceLook {
    match foreign::pages(bytes) {
        Ok(preview) if preview.pages() > 0 => {
            let pages = u32::try_from(preview.pages()).unwrap_or(u32::MAX);
            EvidenceLook { form: LookForm::Pages, pages, ..nothing_to_say() }
        }
        Ok(_) | Err(_) => nothing(ProblemCode::Damaged),
    }
}

/// A page in as many pixels as fit the memory that one page may take, however long it is.
fn page_picture(preview: &Preview, page: usize, width: u32) -> Result<Vec<u8>, PreviewError> {
    let (wide, high) = preview.size(page)?;
    let [wide, high] = [wide, high].map(|side| (side.round() as u64).max(1));
    let widest = (MOST_PAGE_PIXELS.saturating_mul(wide) / high).isqrt().max(1);
    let width = width.clamp(16, u32::try_from(widest.max(16)).unwrap_or(u32::MAX));
    preview.png(page, width)
}

fn of_text(bytes: &Arc<[u8]>) -> EvidenceLook {
    let read = foreign::text(bytes, foreign::PATIENCE);
    let text = match whole(&read) {
        Ok(text) => text,
        Err(why) => return nothing(why),
    };
    let (text, is_cut) = cut(&text);
    let problems = words(&read.problems);
    EvidenceLook { form: LookForm::Text, text: Some(text), is_cut, problems, ..nothing_to_say() }
}

/// All words of an original, or why it has none.
pub(crate) fn whole(read: &Text) -> Result<String, ProblemCode> {
    if read.parts.is_empty() {
        let problem = read.problems.iter().find(|problem| problem.is_error);
        return Err(problem.map_or(ProblemCode::NoText, |problem| problem.code));
    }
    let parts: Vec<&str> = read.parts.iter().map(|part| part.text.as_str()).collect();
    Ok(parts.join("\n\n"))
}

fn of_mail(mail: MailDraft) -> EvidenceLook {
    let (text, is_cut) = cut(&mail.text);
    let people = |all: &[Mailbox]| all.iter().map(person).collect();
    let look = MailLook {
        subject: mail.subject.clone(),
        sent_at: mail.sent_at.map(|at| at.to_rfc3339()),
        from: people(&mail.from),
        to: people(&mail.to),
        cc: people(&mail.cc),
        enclosed: mail.attachments.iter().map(enclosed).collect(),
    };
    EvidenceLook {
        form: LookForm::Mail,
        text: Some(text),
        is_cut,
        mail: Some(look),
        problems: words(&mail.remarks),
        ..nothing_to_say()
    }
}

pub(crate) fn person(of: &Mailbox) -> String {
    match (&of.name, &of.address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}

fn enclosed(file: &MailAttachment) -> Enclosed {
    Enclosed {
        name: enclosed_name(file),
        media_type: file.kind.media_type().to_owned(),
        size: u32::try_from(file.bytes.len()).unwrap_or(u32::MAX),
    }
}

/// What a file of an e-mail is called; one without a name is called by what it is.
pub(crate) fn enclosed_name(file: &MailAttachment) -> String {
    let unnamed = || format!("file.{}", file.kind.ending());
    file.name.as_deref().map_or_else(unnamed, shown)
}

fn cut(text: &str) -> (String, bool) {
    beginning(text, LONGEST_TEXT)
}

/// The beginning of a text of so many characters, and whether it goes on.
pub(crate) fn beginning(text: &str, characters: usize) -> (String, bool) {
    match text.char_indices().nth(characters) {
        Some((end, _)) => (text[..end].to_owned(), true),
        None => (text.to_owned(), false),
    }
}

fn words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| problem.code.as_str().to_owned()).collect()
}

fn nothing(why: ProblemCode) -> EvidenceLook {
    EvidenceLook { problems: vec![why.as_str().to_owned()], ..nothing_to_say() }
}

fn nothing_to_say() -> EvidenceLook {
    EvidenceLook {
        form: LookForm::Nothing,
        pages: 0,
        text: None,
        is_cut: false,
        mail: None,
        problems: Vec::new(),
    }
}
