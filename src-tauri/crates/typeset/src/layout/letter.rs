//! Letters: the head with its address window, the signature, and room made by setting them tighter.

pub(super) mod form;
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

/// From comfortable to the tightest that is still good to read.
pub(super) const STEPS: [Manner; 7] = [
    manner(11.0, 15.5, 8.5, 4.0, 46.0),
    manner(11.0, 15.0, 8.0, 3.5, 44.0),
    manner(11.0, 14.5, 7.0, 3.0, 42.0),
    manner(11.0, 14.0, 6.5, 2.5, 42.0),
    manner(11.0, 13.5, 6.0, 2.0, 40.0),
    manner(10.5, 13.5, 6.0, 2.0, 40.0),
    manner(10.5, 13.0, 6.0, 2.0, 40.0),
];

/// The size and the leading of text, the space below paragraphs and between points, and the room for
/// a signature, which is three lines at least.
const fn manner(size: f32, leading: f32, block_gap: f32, point_gap: f32, signature: f32) -> Manner {
    Manner { body: Type { size, leading, ..BODY }, block_gap, point_gap, signature }
}

/// Sets a letter: as comfortably as can be, unless a little less air saves its last page.
pub(super) fn pages(document: &Document, letterhead: &Letterhead, shaper: &mut Shaper) -> Pages {
    let frame = form::frame(letterhead.form);
    let mut set = |manner| super::flow(document, frame, manner, shaper).0;
    let [comfortable, tighter @ .., tightest] = STEPS;
    let mut pages = set(comfortable);
    let count = pages.pages.len();
    if count > 1 {
        let last = set(tightest);
        if last.pages.len() < count {
            let saves = |pages: &Pages| pages.pages.len() < count;
            pages = tighter.into_iter().map(set).find(saves).unwrap_or(last);
        }
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
