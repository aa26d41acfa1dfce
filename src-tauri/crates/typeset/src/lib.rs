//! Turns a document into PDF pages. The only place that knows fonts and printpdf.
//!
//! The way of a document: `layout` breaks it into pages of positioned lines and rules (`page`), with
//! words shaped by `shape`, and notes what is a heading, a list, a cell (`tags`); `marks` sorts the
//! pages' content by what it belongs to; `beneath` numbers the letters that are only found; `paint` draws the pages with printpdf; `finish` adds
//! structure, links, bookmarks, attached files, properties and the file's identity, so that the file
//! is fit for archives (PDF/A-3a) and for those who cannot see its pages (PDF/UA-1). `preview` makes pictures of the very file that will be saved.
#![allow(
    clippy::float_arithmetic,
    reason = "lengths on paper are fractions of a point; no money and no dates are reckoned here"
)]

mod bar;
mod beneath;
mod finish;
mod fonts;
mod layout;
mod marks;
mod page;
mod paint;
pub mod preview;
mod shape;
mod tags;

use holdfast_domain::document::Document;

pub use fonts::Fallback;

/// A document as the bytes of a PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file. The same document always gives the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has; at least one.
    pub pages: usize,
    /// The characters that no font can draw, neither the shipped ones nor the machine's, in code
    /// point order. Each stands on its page as an empty box; copying and searching still find the
    /// character.
    pub missing: Vec<char>,
}

/// Why a document could not be set.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// A font cannot be read or reduced to the glyphs in use.
    #[error("the font {name} cannot be used: {why}")]
    Font {
        /// The font's PostScript name.
        name: String,
        /// What was wrong with it.
        why: String,
    },
    /// The finished pages could not be written as a file.
    #[error("the pages cannot be written: {0}")]
    Write(String),
}

/// Sets a document on pages and gives the file. What the shipped fonts lack is taken from the fonts
/// of the machine.
///
/// # Errors
///
/// When a shipped font is damaged or the file cannot be put together; never because of what the
/// document says or which fonts the machine has.
pub fn pdf(document: &Document) -> Result<Pdf, TypesetError> {
    pdf_with(document, &Fallback::System)
}

/// Sets a document like [`pdf`], with a choice of where characters come from that the shipped fonts
/// lack. The same document gives the same bytes wherever those fonts are the same.
///
/// # Errors
///
/// Those of [`pdf`].
pub fn pdf_with(document: &Document, fallback: &Fallback) -> Result<Pdf, TypesetError> {
    let mut shaper = shape::Shaper::new(fallback.clone())?;
    let mut pages = layout::pages(document, &mut shaper);
    let marks = marks::marks(&mut pages);
    let beneath = beneath::Letters::of(&pages);
    let painted = match paint::paint(&pages, &marks, &beneath, shaper.fonts()) {
        // A damaged font of the machine costs its characters, not the document.
        Err(TypesetError::Font { .. }) if shaper.fonts().has_borrowed() => {
            return pdf_with(document, &Fallback::Nothing);
        }
        painted => painted?,
    };
    let blank = fonts::Blank::of(shaper.fonts())?;
    let parts = finish::Parts { pages: &pages, marks: &marks, beneath: &beneath, blank: &blank };
    let bytes = finish::finish(painted, parts, document)?;
    Ok(Pdf { bytes, pages: pages.pages.len(), missing: shaper.missing() })
}
