//! A letter from the record, the household's choices and its own words.

use chrono::NaiveDate;
use holdfast_domain::document::LetterForm;
use holdfast_domain::{Letter, LetterKind, LetterTemplate, mask};

use crate::context::{Context, subject};
use crate::draft::{Draft, Paragraph, ParagraphStyle, Standing};
use crate::fit::{self, Room};
use crate::record::Record;
use crate::sample::{self, Sample};
use crate::template::{Piece, Rendered, Source};
use crate::{
    Case, ComposeError, TemplateFault, address, builtin_template, country, edits, enclosures,
    template,
};

/// Composes the letter as it stands on `on`, the day that it bears. Nothing dated later counts, and
/// the same record, choices and day give the same letter.
///
/// # Errors
/// [`ComposeError`] where the writer, the recipient or the chosen template is not in the case, or
/// the household's own template has a fault.
pub fn compose(case: &Case<'_>, letter: &Letter, on: NaiveDate) -> Result<Draft, ComposeError> {
    let mut record = Record::new(case, letter, on)?;
    let enclosed = enclosures::lines(&record);
    let form = country::form(record.to, record.from);
    let rendered = on_one_page(&mut record, source(case, letter)?, &enclosed, form)?;
    let cover = |text: String| covered(&record, text);
    let composed = rendered.paragraphs.into_iter().map(|piece| paragraph(piece, &cover)).collect();
    Ok(Draft {
        kind: letter.kind,
        form,
        sender: address::sender(record.from),
        recipient: address::recipient(&record),
        date: on,
        references: subject::references(&record),
        subject: cover(rendered.subject.unwrap_or_default()),
        salutation: rendered.salutation.unwrap_or_else(|| address::salutation(&record)),
        paragraphs: edits::lay_over(composed, &letter.edits),
        closing: rendered.closing.unwrap_or_else(|| address::closing(&record, form)),
        signature: record.from.name.trim().to_owned(),
        enclosures: enclosed.into_iter().map(cover).collect(),
    })
}

/// Renders the template with as much of the record as seems to stay on one page. Where even the
/// least of it takes a second one, it is not cut down: two pages that say what matters are better
/// than two that do not. What the person wrote is not counted, so that it changes nothing of the
/// rest.
fn on_one_page(
    record: &mut Record<'_>,
    source: Source<'_>,
    enclosed: &[String],
    form: LetterForm,
) -> Result<Rendered, TemplateFault> {
    let mut render = |room| {
        record.room = room;
        template::render(source, &Context::new(record, enclosed.to_vec()).names())
    };
    for room in Room::ALL {
        let rendered = render(room)?;
        if fit::fits(&rendered, enclosed.len(), form) {
            return Ok(rendered);
        }
    }
    render(Room::AMPLE)
}

/// The template that was chosen; else the household's own in place of the one of the kind; else the
/// one that Holdfast brings.
fn source<'a>(case: &Case<'a>, letter: &Letter) -> Result<Source<'a>, ComposeError> {
    let own = |template: &'a LetterTemplate| Source {
        template: Some(template.id),
        kind: letter.kind,
        text: &template.text,
    };
    if let Some(id) = letter.template {
        let chosen = case.templates.iter().find(|template| template.id == id);
        return chosen.map(own).ok_or(ComposeError::UnknownTemplate(id));
    }
    let in_place = |one: &&LetterTemplate| one.kind == letter.kind && one.name.is_none();
    let brought = Source { template: None, kind: letter.kind, text: builtin_template(letter.kind) };
    Ok(case.templates.iter().find(in_place).map_or(brought, own))
}

fn paragraph(piece: Piece, cover: &impl Fn(String) -> String) -> Paragraph {
    let text = cover(piece.text);
    Paragraph {
        key: piece.key,
        style: if piece.item { ParagraphStyle::Item } else { ParagraphStyle::Prose },
        composed: text.clone(),
        text,
        standing: Standing::Composed,
    }
}

/// The account number covered wherever words of the record repeat it.
fn covered(record: &Record<'_>, text: String) -> String {
    match &record.dispute.subject.account {
        Some(account) if !record.letter.show_accounts => mask::in_text(&text, account),
        Some(_) | None => text,
    }
}

/// Tries a household's template for the kind: over a record with something everywhere and over one
/// with nothing but names, so that what is missing in one of them shows before a letter needs it.
///
/// # Errors
/// The first [`TemplateFault`], with its line.
pub fn check_template(kind: LetterKind, text: &str) -> Result<(), TemplateFault> {
    let source = Source { template: None, kind, text };
    for sample in [Sample::full(), Sample::empty()] {
        let case = sample.case();
        for letter in sample.letters_of(kind) {
            // Whoever the samples name is among them.
            let Ok(record) = Record::new(&case, &letter, sample::ON) else { continue };
            let names = Context::new(&record, enclosures::lines(&record)).names();
            template::render(source, &names)?;
        }
    }
    Ok(())
}
