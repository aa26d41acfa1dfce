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

/// Between lines that are set further apart, in thousandths of the size.
const AIR: f32 = 60.0;

/// The height that lines take which stand beside one another on one baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Band {
    /// From its top to the baseline.
    pub(super) baseline: f32,
    pub(super) height: f32,
}

impl Band {
    /// The band of a manner, capitals being in the middle of it.
    pub(super) fn of(kind: &Type) -> Self {
        let baseline = (kind.leading + CAPITALS * kind.size) / 2.0;
        Self { baseline, height: kind.leading }
    }

    /// A band with room for a line: more where letters of other faces than the text's reach beyond
    /// it, which are stacked in some scripts.
    pub(super) fn with(self, line: &Line, kind: &Type) -> Self {
        let (above, below) = (points(line.reach.above, kind), points(line.reach.below, kind));
        let own_below = self.height - self.baseline;
        if above <= self.baseline && below <= own_below {
            return self;
        }
        let baseline = self.baseline.max(above);
        Self { baseline, height: baseline + own_below.max(below) + points(AIR, kind) }
    }
}

/// The height of a line's band when it stands alone.
pub(super) fn height(line: &Line, kind: &Type) -> f32 {
    Band::of(kind).with(line, kind).height
}

/// A column that lines are put in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) align: Align,
}

impl Column {
    /// A line in the column, its band beginning at `top`.
    pub(super) fn place(self, line: &Rc<Line>, kind: &Type, top: f32, mark: Mark) -> PlacedLine {
        self.place_on(line, kind, top + Band::of(kind).with(line, kind).baseline, mark)
    }

    /// A line in the column on a baseline.
    pub(super) fn place_on(self, line: &Rc<Line>, kind: &Type, y: f32, mark: Mark) -> PlacedLine {
        let at_right = match self.align {
            Align::Start => line.is_rtl,
            Align::End => !line.is_rtl,
        };
        let x = if at_right { self.left + self.width - width(line, kind) } else { self.left };
        PlacedLine { x, y, size: kind.size, tracking: kind.tracking, line: Rc::clone(line), mark }
    }
}

/// Whether the line of this number must stay with the next, of so many: no page ends behind the
/// first of several, none begins with the last.
pub(super) fn holds(number: usize, of: usize) -> bool {
    number + 1 < of && (number == 0 || number + 2 == of)
}
