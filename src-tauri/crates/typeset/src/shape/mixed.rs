//! Text in scripts that run from right to left, join across words or need other care: parley shapes
//! and breaks the whole paragraph.

use std::ops::Range;

use parley::{FontFeatures, Layout, OverflowWrap, StyleProperty};

use super::{Forms, Line, Shaper, Styled, glyphs, weight};
use crate::page::Ink;

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
        let mut builder = self.builder(&text, forms);
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        let mut start = 0;
        for span in spans {
            let range = start..start + span.text.len();
            start = range.end;
            builder.push(StyleProperty::FontWeight(weight(span.strong)), range.clone());
            builder.push(StyleProperty::Brush(span.ink), range);
        }
        for range in arabic(&text) {
            builder.push(StyleProperty::FontFeatures(FontFeatures::from("\"ccmp\" 0")), range);
        }
        let layout = builder.build(&text);
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
            lines.push(Line { stretches, width: advance - hanging, is_rtl });
        }
    }
}

/// The parts of a text in Arabic letters.
///
/// The Arabic fonts compose letters from a body and dots, in `ccmp`, so that one body stands for
/// several letters. The letters are there whole as well, and only those can be copied as what they
/// are.
fn arabic(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if !matches!(c, '\u{600}'..='\u{77F}' | '\u{870}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFE}') {
            continue;
        }
        let end = at + c.len_utf8();
        match ranges.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => ranges.push(at..end),
        }
    }
    ranges
}
