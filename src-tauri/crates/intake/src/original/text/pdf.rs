//! The words of a PDF, page by page.
//!
//! The pages are drawn onto nothing by a kept interpreter, and the characters of their letters are
//! taken where they would be drawn. No script and no form is run: the interpreter knows none.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

mod bounds;
mod page;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::util::TransformExt;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use holdfast_domain::document::PicturedWord;

use super::gather::{Gather, tidy};
use super::{Place, Problem, ProblemCode};

use page::PageText;

/// How many pages are read.
const MOST_PAGES: usize = 2_000;

/// The sides of a page that nothing lies outside of, so that what hangs over the edge is read too.
const PAPER: Rect = Rect::new(-20_000.0, -20_000.0, 20_000.0, 20_000.0);

/// What is on a page of a PDF, told without drawing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfPage {
    /// Its words in reading order, with their places on the page.
    pub words: Vec<PicturedWord>,
    /// How many pixels the largest picture on it has.
    pub largest_picture: u64,
}

/// A PDF that is told page by page.
pub struct PdfPages {
    pdf: Pdf,
}

impl PdfPages {
    /// Opens a PDF.
    ///
    /// # Errors
    /// [`ProblemCode::Encrypted`], [`ProblemCode::Damaged`] and [`ProblemCode::UnpacksTooLarge`].
    pub fn open(bytes: &Arc<[u8]>) -> Result<Self, Problem> {
        let pdf = open(bytes).map_err(|code| Problem::error(code, ""))?;
        Ok(Self { pdf })
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// What is on a page, counted from 0; nothing beyond the last.
    pub fn page(&self, number: usize) -> Option<PdfPage> {
        let page = self.pdf.pages().get(number)?;
        let upright = page.initial_transform(true).to_kurbo();
        // What one page has unpacked is not kept for the others.
        let text = read_page(page, upright, &InterpreterCache::new(), &self.pdf);
        let words = text.words(page.render_dimensions());
        Some(PdfPage { words, largest_picture: text.pixels })
    }
}

/// How many pages a PDF has; nothing for what cannot be opened.
pub fn pdf_page_count(bytes: &Arc<[u8]>) -> Option<u32> {
    open(bytes).ok().and_then(|pdf| u32::try_from(pdf.pages().len()).ok())
}

/// Reads the words of each page.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) {
    let pdf = match open(&Arc::from(bytes)) {
        Ok(pdf) => pdf,
        Err(code) => return gather.error(code, ""),
    };
    let cache = InterpreterCache::new();
    let mut lost = 0;
    for (number, page) in (1..).zip(pdf.pages().iter().take(MOST_PAGES)) {
        if gather.is_full() {
            break;
        }
        let text = read_page(page, Affine::IDENTITY, &cache, &pdf);
        lost += text.lost;
        gather.part(Place::Page(number), &tidy(&text.text));
    }
    gather.count(ProblemCode::LostCharacters, lost);
    if pdf.pages().len() > MOST_PAGES {
        gather.remark(ProblemCode::TooManyParts, MOST_PAGES);
    }
}

/// Opens a file unless it would take more memory than is given.
fn open(bytes: &Arc<[u8]>) -> Result<Pdf, ProblemCode> {
    if bounds::unpacks_too_large(bytes) {
        return Err(ProblemCode::UnpacksTooLarge);
    }
    Pdf::new(Arc::new(Arc::clone(bytes))).map_err(|why| match why {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ProblemCode::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ProblemCode::Damaged,
    })
}

fn read_page<'a>(
    page: &Page<'a>,
    upright: Affine,
    cache: &InterpreterCache<'a>,
    pdf: &'a Pdf,
) -> PageText {
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, PAPER, cache, pdf.xref(), settings);
    let mut text = PageText::default();
    interpret_page(page, &mut context, &mut text);
    text
}
