//! A letter as plain text, and as a document for the typesetter.

use holdfast_domain::document::{Block, Document, Letterhead, Signature, Text};
use holdfast_domain::words::date;

use crate::draft::{Draft, Paragraph, ParagraphStyle};

/// The whole letter as plain text: the same words in the same order as on the page, items with a
/// dash, a blank line between the parts.
pub fn plain_text(draft: &Draft) -> String {
    let references = draft.references.iter().map(|(name, value)| format!("{name}: {value}"));
    let mut parts = vec![
        draft.sender.join("\n"),
        draft.recipient.join("\n"),
        date(draft.date),
        references.collect::<Vec<_>>().join("\n"),
        draft.subject.clone(),
        draft.salutation.clone(),
    ];
    parts.extend(runs(draft).map(|run| match run {
        Run::Prose(text) => text.to_owned(),
        Run::Items(items) => {
            items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
        }
    }));
    parts.push(format!("{}\n\n{}", draft.closing, draft.signature));
    if !draft.enclosures.is_empty() {
        parts.push(format!("{}\n{}", enclosed(draft), draft.enclosures.join("\n")));
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n") + "\n"
}

/// What stands above the list of what is enclosed.
pub(crate) fn enclosed(draft: &Draft) -> &'static str {
    if draft.enclosures.len() == 1 { "Enclosure" } else { "Enclosures" }
}

/// The letter as the typesetter reads it.
pub fn document(draft: &Draft) -> Document {
    let mut blocks = vec![
        Block::Letterhead(Letterhead {
            form: draft.form,
            sender: draft.sender.clone(),
            recipient: draft.recipient.clone(),
            date: date(draft.date),
            references: draft.references.clone(),
            subject: draft.subject.clone(),
        }),
        Block::Paragraph(Text::plain(draft.salutation.clone())),
    ];
    blocks.extend(runs(draft).map(|run| match run {
        Run::Prose(text) => Block::Paragraph(Text::plain(text)),
        Run::Items(items) => Block::List(items.into_iter().map(Text::plain).collect()),
    }));
    blocks.push(Block::Signature(Signature {
        closing: draft.closing.clone(),
        name: draft.signature.clone(),
        enclosures: draft.enclosures.clone(),
    }));
    Document {
        title: draft.subject.clone(),
        author: draft.signature.clone(),
        language: "en".to_owned(),
        paper: draft.form.paper(),
        running_head: draft.subject.clone(),
        dated: draft.date,
        blocks,
        attachments: Vec::new(),
    }
}

/// Paragraphs as they stand below each other: items that follow one another are one list.
pub(crate) enum Run<'a> {
    /// A paragraph of running text.
    Prose(&'a str),
    /// The items of one list.
    Items(Vec<&'a str>),
}

/// The paragraphs that stand in the letter; what the person left out is gone. Words of theirs that
/// hold blank lines are several paragraphs.
pub(crate) fn runs(draft: &Draft) -> impl Iterator<Item = Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (style, text) in draft.paragraphs.iter().flat_map(parts) {
        match (style, runs.last_mut()) {
            (ParagraphStyle::Item, Some(Run::Items(items))) => items.push(text),
            (ParagraphStyle::Item, _) => runs.push(Run::Items(vec![text])),
            (ParagraphStyle::Prose, _) => runs.push(Run::Prose(text)),
        }
    }
    runs.into_iter()
}

fn parts(paragraph: &Paragraph) -> impl Iterator<Item = (ParagraphStyle, &str)> {
    let style = paragraph.style;
    let parts = paragraph.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(move |part| (style, part))
}
