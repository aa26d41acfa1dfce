//! Letters: the head with its address window, the signature, and room made by setting them tighter.

mod form;
mod head;
mod signature;

use holdfast_domain::document::{Block, Document, Letterhead};

use super::furniture;
use super::measure::{BODY, Frame, Manner, Type};
use super::text;
use crate::page::Pages;
use crate::shape::Shaper;

pub(super) use head::set as head;
pub(super) use signature::set as signature;

/// Running text of a letter.
const LETTER: Type = Type { size: 11.0, leading: 15.5, ..BODY };
/// Leading, space below paragraphs, space between points, room for a signature: from comfortable to
/// the tightest that is still good to read, a leading of 1.23 times the size.
const STEPS: [(f32, f32, f32, f32); 5] = [
    (15.5, 8.5, 4.0, 46.0),
    (15.0, 8.0, 3.5, 44.0),
    (14.5, 7.0, 3.0, 42.0),
    (14.0, 6.5, 2.5, 40.0),
    (13.5, 6.0, 2.0, 38.0),
];

/// The manner of a letter that is set so tight.
fn manner((leading, block_gap, point_gap, signature): (f32, f32, f32, f32)) -> Manner {
    Manner { body: Type { leading, ..LETTER }, block_gap, point_gap, signature }
}

/// Sets a letter: as comfortably as can be, unless a little less air saves its last page.
pub(super) fn pages(document: &Document, letterhead: &Letterhead, shaper: &mut Shaper) -> Pages {
    let frame = form::frame(letterhead.form);
    let mut set = |step| super::flow(document, frame, manner(step), shaper).0;
    let [comfortable, tighter @ ..] = STEPS;
    let mut pages = set(comfortable);
    let count = pages.pages.len();
    if count > 1 && set(STEPS[STEPS.len() - 1]).pages.len() < count {
        let saved = tighter.into_iter().map(&mut set).find(|pages| pages.pages.len() < count);
        pages = saved.unwrap_or(pages);
    }
    furniture::furnish_letter(&mut pages, letterhead, shaper, frame);
    pages
}

/// Whether the page may not end before these blocks: behind them stands the signature, and at least
/// two lines of text are to stand above it.
pub(super) fn leads_to_signature(
    blocks: &[Block],
    shaper: &mut Shaper,
    frame: Frame,
    manner: Manner,
) -> bool {
    match blocks {
        [Block::Signature(_), ..] => true,
        [Block::Paragraph(words), Block::Signature(_), ..] => {
            let width =
                text::points(text::prepare(words, &manner.body, shaper).natural, &manner.body);
            width <= frame.width && !words.words().contains('\n')
        }
        _ => false,
    }
}
