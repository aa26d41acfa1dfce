//! Setting pieces of text within a width.

use std::rc::Rc;

use holdfast_domain::document::{Align, Emphasis, Text};

use super::measure::Type;
use crate::page::{Ink, Mark, PlacedLine};
use crate::shape::{Line, Prepared, Shaper, Styled};

/// The height of capitals as a share of the size, in the text face.
const CAPITALS: f32 = 0.67;

/// Shapes text in a manner.
pub(super) fn prepare(text: &Text, kind: &Type, shaper: &mut Shaper) -> Prepared {
    let spans: Vec<Styled<'_>> = text
        .spans
        .iter()
        .map(|span| Styled {
            text: &span.text,
            strong: kind.strong || span.emphasis == Emphasis::Strong,
            ink: match (span.target, span.emphasis) {
                (Some(place), _) => Ink::Link(place),
                (None, Emphasis::Quiet) => Ink::Quiet,
                (None, Emphasis::None | Emphasis::Strong) => kind.ink,
            },
        })
        .collect();
    shaper.prepare(&spans, kind.forms)
}

/// Shapes words that are all in one manner.
pub(super) fn prepare_words(words: &str, kind: &Type, shaper: &mut Shaper) -> Prepared {
    shaper.prepare(&[Styled { text: words, strong: kind.strong, ink: kind.ink }], kind.forms)
}

/// Breaks text into lines of at most a width in points.
pub(super) fn lines(text: Prepared, kind: &Type, width: f32, shaper: &mut Shaper) -> Vec<Rc<Line>> {
    let room = width.max(1.0) * 1000.0 / kind.size;
    shaper.lines(text, room).into_iter().map(Rc::new).collect()
}

/// Thousandths of the size as points.
pub(super) fn points(thousandths: f32, kind: &Type) -> f32 {
    thousandths * kind.size / 1000.0
}

/// How wide a line is in points.
pub(super) fn width(line: &Line, kind: &Type) -> f32 {
    points(line.width + kind.tracking * line.letters() as f32, kind)
}

/// From the top of a line's box to its baseline, capitals being in the middle of the box.
pub(super) fn baseline(kind: &Type) -> f32 {
    (kind.leading + CAPITALS * kind.size) / 2.0
}

/// A column that lines are put in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) align: Align,
}

impl Column {
    /// A line in the column, its box beginning at `top`.
    pub(super) fn place(self, line: &Rc<Line>, kind: &Type, top: f32, mark: Mark) -> PlacedLine {
        let at_right = match self.align {
            Align::Start => line.is_rtl,
            Align::End => !line.is_rtl,
        };
        let x = if at_right { self.left + self.width - width(line, kind) } else { self.left };
        PlacedLine {
            x,
            y: top + baseline(kind),
            size: kind.size,
            tracking: kind.tracking,
            line: Rc::clone(line),
            mark,
        }
    }
}

/// Whether the line of this number must stay with the next, of so many: no page ends behind the
/// first of several, none begins with the last.
pub(super) fn holds(number: usize, of: usize) -> bool {
    number + 1 < of && (number == 0 || number + 2 == of)
}
