//! The words of a PDF, page by page.
//!
//! The pages are drawn onto nothing by a kept interpreter, and the characters of their letters are
//! taken where they would be drawn. No script and no form is run: the interpreter knows none.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

mod bounds;
mod page;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::gather::{Gather, tidy};
use super::{Place, ProblemCode};

use page::PageText;

/// How many pages are read.
const MOST_PAGES: usize = 2_000;

/// The sides of a page that nothing lies outside of, so that what hangs over the edge is read too.
const PAPER: Rect = Rect::new(-20_000.0, -20_000.0, 20_000.0, 20_000.0);

/// Reads the words of each page.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) {
    if bounds::unpacks_too_large(bytes) {
        return gather.error(ProblemCode::UnpacksTooLarge, "");
    }
    let pdf = match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            return gather.error(ProblemCode::Encrypted, "");
        }
        Err(LoadPdfError::Decryption(_) | LoadPdfError::Invalid) => {
            return gather.error(ProblemCode::Damaged, "");
        }
    };
    let cache = InterpreterCache::new();
    let mut lost = 0;
    for (number, page) in (1..).zip(pdf.pages().iter().take(MOST_PAGES)) {
        if gather.is_full() {
            break;
        }
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, PAPER, &cache, pdf.xref(), settings);
        let mut text = PageText::default();
        interpret_page(page, &mut context, &mut text);
        lost += text.lost;
        gather.part(Place::Page(number), &tidy(&text.text));
    }
    gather.count(ProblemCode::LostCharacters, lost);
    if pdf.pages().len() > MOST_PAGES {
        gather.remark(ProblemCode::TooManyParts, MOST_PAGES);
    }
}
