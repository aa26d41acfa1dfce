//! The words in an original, with the place of each piece, so that what is found can be pointed to.

mod gather;
mod markup;
mod office;
mod pdf;
mod plain;

use super::problem::{Problem, ProblemCode};
use super::{Kind, LARGEST};

pub(crate) use gather::tidy;
pub(crate) use markup::words;

pub use pdf::{PdfPage, PdfPages, pdf_page_count};

use gather::Gather;

/// How many characters of an original are kept: some thousand printed pages.
pub const MOST_CHARACTERS: usize = 4_000_000;

/// The words in an original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The pieces in their order; those without words are left out.
    pub parts: Vec<Part>,
    /// What could not be read, or was left out.
    pub problems: Vec<Problem>,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub place: Place,
    /// The words: lines end with a line feed, and control characters are spaces.
    pub text: String,
}

/// Where a piece of text stands in its original.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a text of one piece.
    Whole,
    /// On a page, counted from one.
    Page(u32),
}

/// The words in an original. Give the whole file.
///
/// What is a problem is said in the answer, and what could be read is given all the same: a page
/// that is damaged does not take the others with it. Without any part there is an error.
pub fn text(bytes: &[u8]) -> Text {
    let mut gather = Gather::default();
    if bytes.len() > LARGEST {
        gather.error(ProblemCode::TooLarge, bytes.len());
        return gather.into_text();
    }
    let kind = super::kind(bytes);
    if kind == Kind::Text {
        plain::read(bytes, &mut gather);
    } else if matches!(kind, Kind::Html | Kind::Xhtml | Kind::Svg | Kind::Xml) {
        markup::read(bytes, kind, &mut gather);
    } else if kind == Kind::Pdf {
        pdf::read(bytes, &mut gather);
    } else if matches!(kind, Kind::Docx | Kind::Odt | Kind::Xlsx | Kind::Ods) {
        office::read(bytes, kind, &mut gather);
    } else if kind == Kind::Mail {
        mail(bytes, &mut gather);
    } else {
        gather.error(ProblemCode::NotRead, kind.ending());
    }
    gather.into_text()
}

/// The subject and the text of an e-mail.
fn mail(bytes: &[u8], gather: &mut Gather) {
    match crate::mail::read(bytes) {
        Ok(draft) => {
            gather.part(Place::Whole, &[draft.subject, draft.text].join("\n\n"));
            draft.remarks.into_iter().for_each(|it| gather.remark(it.code, it.text));
        }
        Err(problem) => gather.error(problem.code, problem.text),
    }
}
