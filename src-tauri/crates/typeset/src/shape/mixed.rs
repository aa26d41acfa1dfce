//! Text in scripts that run from right to left, join across words or need other care: parley shapes
//! and breaks the whole paragraph.

use parley::{Layout, OverflowWrap};

use super::{Forms, How, Line, Shaper, Styled, glyphs};
use crate::fonts::{Reach, Region};
use crate::page::Ink;

/// Figures that stand on the line, and letters that are not composed.
const WHOLE_LETTERS: &str = "\"lnum\", \"ccmp\" 0";

/// A paragraph as parley shaped it.
pub(super) struct Mixed {
    text: String,
    layout: Layout<Ink>,
    /// Its width on one line.
    pub(super) natural: f32,
    /// The width of its longest unbroken part.
    pub(super) longest: f32,
}

impl Shaper {
    /// Shapes a paragraph as a whole.
    pub(super) fn mixed(&mut self, spans: &[Styled<'_>], forms: Forms) -> Mixed {
        let text: String = spans.iter().map(|span| span.text).collect();
        let how = How {
            // The Arabic fonts compose letters from a body and dots, so that one body stands for
            // several letters. The letters are there whole as well, and only those can be copied as
            // what they are.
            features: if has_arabic(&text) { WHOLE_LETTERS } else { forms.features() },
            region: Region::of_text(&text),
            wrap: OverflowWrap::BreakWord,
            width: None,
        };
        let layout = self.layout(&text, spans, how);
        let widths = layout.calculate_content_widths();
        Mixed { text, layout, natural: widths.max, longest: widths.min }
    }

    /// Breaks a paragraph into lines of at most a width and adds those to `lines`.
    pub(super) fn mixed_lines(&mut self, mixed: &mut Mixed, width: f32, lines: &mut Vec<Line>) {
        mixed.layout.break_all_lines(Some(width));
        let is_rtl = mixed.layout.is_rtl();
        for line in mixed.layout.lines() {
            let (mut stretches, advance) =
                glyphs::stretches(&line, &mixed.text, &self.fonts, &mut self.missing);
            let hanging = line.metrics().hanging_advance;
            if is_rtl {
                // White space at a line's end is on its left; the ink is to begin at zero.
                for stretch in &mut stretches {
                    stretch.x -= hanging;
                }
            }
            lines.push(Line {
                stretches,
                width: advance - hanging,
                is_rtl,
                reach: Reach::default(),
            });
        }
    }
}

/// Whether there are Arabic letters in a text.
fn has_arabic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{600}'..='\u{77F}' | '\u{870}'..='\u{8FF}'))
}
