//! A draft as it reads now, with all that is needed to change it.

use chrono::Days;
use holdfast_domain::{Letter, LetterId, LetterKind, NaiveDate};
use holdfast_letters::{ParagraphStyle, Standing, tone};

use super::options::{self, is_outside_body};
use super::text::{self, Composition};
use super::{Matter, choices, sent};
use crate::directory::Directory;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::{
    self, AppError, ErrorCode, LetterParagraph, LetterReference, LetterText, LetterView,
    ParagraphStanding, ReplyBy, TemplateFault, ToneMark,
};
use crate::{App, from_wire, to_wire};

/// How many days are proposed for an answer: a week where it is urgent, a fortnight otherwise.
const ANSWER: [u32; 2] = [7, 14];

impl App {
    /// A letter as it reads now. One that went out shows what was sent; its draft is gone.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn letter(&self, id: &str) -> Result<LetterView, AppError> {
        let id: LetterId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let letter = reader.letter(id)?.ok_or_else(not_found)?;
            let matter = Matter::read(reader, letter.dispute, on)?;
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let mut view = LetterView {
                letter: choices(&letter),
                dispute: Lens::named(&matter.dispute),
                draft: None,
                template_fault: None,
                points: Vec::new(),
                marks: Vec::new(),
                options: options::options(reader, &lens, &matter, &letter)?,
                reply_by: reply_by(on),
                sent: None,
            };
            if let Some(sending) = reader.sending_of(id)? {
                view.sent = Some(sent::view(reader, &sending, false, on)?);
                return Ok(view);
            }
            match text::compose(reader, matter, letter, on) {
                Ok(composition) => {
                    view.points = composition.lacks();
                    view.marks = marks(&composition)?;
                    view.draft = Some(draft(&composition));
                }
                Err(error) if error.code == ErrorCode::TemplateFault => {
                    view.template_fault = Some(fault(&error));
                }
                Err(error) => return Err(error),
            }
            Ok(view)
        })
    }
}

/// The fault that an error speaks of.
fn fault(error: &AppError) -> TemplateFault {
    let value = |name: &str| error.values.get(name).cloned().unwrap_or_default();
    TemplateFault { line: value("line").parse().ok(), said: value("said") }
}

fn reply_by(on: NaiveDate) -> Vec<ReplyBy> {
    let day = |days: u32| on.checked_add_days(Days::new(u64::from(days)));
    let proposed = |days| day(days).map(|on| ReplyBy { days, on: to_wire::day(on) });
    ANSWER.into_iter().filter_map(proposed).collect()
}

/// The parts of the letter.
fn draft(composition: &Composition) -> LetterText {
    let draft = &composition.draft;
    let reference = |(label, value): &(String, String)| LetterReference {
        label: label.clone(),
        value: value.clone(),
    };
    LetterText {
        sender: draft.sender.clone(),
        recipient: draft.recipient.clone(),
        date: to_wire::day(draft.date),
        references: draft.references.iter().map(reference).collect(),
        subject: draft.subject.clone(),
        salutation: draft.salutation.clone(),
        paragraphs: draft.paragraphs.iter().map(paragraph).collect(),
        closing: draft.closing.clone(),
        signature: draft.signature.clone(),
        enclosures: draft.enclosures.clone(),
        plain_text: composition.plain_text(),
    }
}

fn paragraph(of: &holdfast_letters::Paragraph) -> LetterParagraph {
    let (standing, was) = match &of.standing {
        Standing::Composed => (ParagraphStanding::Composed, None),
        Standing::Edited => (ParagraphStanding::Edited, None),
        Standing::Outdated { was } => (ParagraphStanding::Outdated, Some(was.clone())),
        Standing::Added => (ParagraphStanding::Added, None),
    };
    LetterParagraph {
        key: of.key.clone(),
        style: match of.style {
            ParagraphStyle::Prose => wire::ParagraphStyle::Prose,
            ParagraphStyle::Item => wire::ParagraphStyle::Item,
        },
        composed: of.composed.clone(),
        text: of.text.clone(),
        standing,
        was,
    }
}

/// Words and habits that hurt the writer's case: those of the letter as a whole first.
pub(super) fn marks(composition: &Composition) -> Result<Vec<ToneMark>, AppError> {
    let Composition { letter, matter, draft, .. } = composition;
    let people: Vec<&str> = matter.contacts.iter().map(|it| it.name.as_str()).collect();
    let subject = &matter.dispute.subject;
    let things = [&subject.what, &subject.place, &subject.model].into_iter().flatten();
    let names: Vec<&str> =
        matter.vendors.iter().map(|it| &it.name).chain(things).map(String::as_str).collect();
    let tone = tone::check(
        &draft.paragraphs,
        &tone::Context {
            kind: letter.kind,
            rung_is_early: is_early(letter, matter),
            vendor_people: &people,
            names: &names,
            pages: Some(composition.pdf()?.pages),
        },
    );
    let remarks = tone.remarks.into_iter().map(|remark| ToneMark {
        paragraph: None,
        start: 0,
        end: 0,
        words: String::new(),
        rule: remark.rule.as_str().to_owned(),
        reason: remark.reason,
        calmer: Some(remark.calmer),
    });
    let marks = tone.marks.into_iter().map(|mark| {
        let text = draft.paragraphs.iter().find(|it| it.key == mark.paragraph);
        let units = |bytes| utf16(text.map_or("", |it| it.text.as_str()), bytes);
        ToneMark {
            start: units(mark.start),
            end: units(mark.end),
            paragraph: Some(mark.paragraph),
            words: mark.words,
            rule: mark.rule.as_str().to_owned(),
            reason: mark.reason,
            calmer: mark.calmer,
        }
    });
    Ok(remarks.chain(marks).collect())
}

/// So many bytes of a text as UTF-16 units, which is how the window counts.
fn utf16(text: &str, bytes: usize) -> u32 {
    let before = text.get(..bytes).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Whether the letter goes to people who could still simply help.
fn is_early(letter: &Letter, matter: &Matter) -> bool {
    let to = matter.vendors.iter().find(|it| it.id == letter.to_vendor);
    let is_last = matches!(letter.kind, LetterKind::FinalNotice | LetterKind::BeforeClaim);
    !is_last && !to.is_some_and(|it| is_outside_body(it.kind))
}
