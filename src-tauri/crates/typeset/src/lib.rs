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

use std::io::{self, Write};

use holdfast_domain::Sha256;
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
    /// The pages could not be put together as a file.
    #[error("the pages cannot be written: {0}")]
    Write(String),
    /// The file could not be written out, or an original that belongs in it could not be read.
    #[error("the file cannot be written: {0}")]
    Output(io::Error),
}

/// Where stored originals come from when a file is written.
pub trait Originals {
    /// Writes out the original of that SHA-256.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, or what writing it met.
    fn copy(&self, sha256: Sha256, to: &mut dyn Write) -> io::Result<()>;
}

/// Where no original is: for documents that name none.
struct Nothing;

impl Originals for Nothing {
    fn copy(&self, sha256: Sha256, _: &mut dyn Write) -> io::Result<()> {
        let why = format!("the original {sha256} is not at hand");
        Err(io::Error::new(io::ErrorKind::NotFound, why))
    }
}

/// What is known of a file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many pages it has; at least one.
    pub pages: usize,
    /// As [`Pdf::missing`].
    pub missing: Vec<char>,
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
    let mut bytes = Vec::new();
    let Written { pages, missing } = set(document, fallback, &Nothing, &mut bytes)?;
    Ok(Pdf { bytes, pages, missing })
}

/// Sets a document like [`pdf`] and writes the file out as it is made. Of what the document only
/// names, no more is in memory than `originals` hands over at once.
///
/// # Errors
///
/// Those of [`pdf`], and [`TypesetError::Output`]. What was written until then is no whole file.
pub fn write(
    document: &Document,
    originals: &dyn Originals,
    to: &mut dyn Write,
) -> Result<Written, TypesetError> {
    set(document, &Fallback::System, originals, to)
}

fn set(
    document: &Document,
    fallback: &Fallback,
    originals: &dyn Originals,
    to: &mut dyn Write,
) -> Result<Written, TypesetError> {
    let mut shaper = shape::Shaper::new(fallback.clone())?;
    let mut pages = layout::pages(document, &mut shaper);
    let marks = marks::marks(&mut pages);
    let beneath = beneath::Letters::of(&pages);
    let painted = match paint::paint(&pages, &marks, &beneath, shaper.fonts()) {
        // A damaged font of the machine costs its characters, not the document.
        Err(TypesetError::Font { .. }) if shaper.fonts().has_borrowed() => {
            return set(document, &Fallback::Nothing, originals, to);
        }
        painted => painted?,
    };
    let blank = fonts::Blank::of(shaper.fonts())?;
    let parts = finish::Parts { pages: &pages, marks: &marks, beneath: &beneath, blank: &blank };
    finish::finish(painted, parts, document, originals, to)?;
    Ok(Written { pages: pages.pages.len(), missing: shaper.missing() })
}
