//! The tone check on sentences of our own, and what it promises whatever it is given.

mod context;
mod promises;
mod sentences;

use holdfast_domain::LetterKind;
use holdfast_letters::tone::{Context, Tone, check};
use holdfast_letters::{Paragraph, ParagraphStyle, Standing};

/// A first complaint about something that Marcus Bell of Northgate Trust did.
pub(crate) fn complaint() -> Context<'static> {
    Context {
        kind: LetterKind::Complaint,
        rung_is_early: true,
        vendor_people: &["Marcus Bell", "Dr Aisha Rahman"],
        names: &["Never Late Couriers", "HARBOUR AIR"],
        pages: Some(1),
    }
}

pub(crate) fn paragraph(key: &str, text: &str) -> Paragraph {
    Paragraph {
        key: key.to_owned(),
        style: ParagraphStyle::Prose,
        composed: String::new(),
        text: text.to_owned(),
        standing: Standing::Added,
    }
}

/// What is noticed in one paragraph.
pub(crate) fn read(text: &str, context: &Context<'_>) -> Tone {
    check(&[paragraph("only", text)], context)
}
