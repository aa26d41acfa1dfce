//! The words of one page, put together from letters and their places.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use crate::original::text::MOST_CHARACTERS;

/// How many units of a font are as wide as its letters are high.
const EM: f64 = 1_000.0;

/// The words of a page as they are drawn.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) text: String,
    /// How many letters do not say which characters they are.
    pub(super) lost: u32,
    pen: Option<Pen>,
}

/// Where the last letter ended.
#[derive(Debug, Clone, Copy)]
struct Pen {
    end: Point,
    /// The direction of the line, as long as a letter is high.
    along: Vec2,
}

impl PageText {
    fn glyph(&mut self, glyph: &Glyph<'_>, place: Affine) {
        // A page that says the same letter without end is not kept without end.
        if self.text.len() > 4 * MOST_CHARACTERS {
            return;
        }
        let start = place * Point::ZERO;
        let along = place * Point::new(EM, 0.0) - start;
        let width = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        self.gap(start, along);
        match glyph.as_unicode() {
            Some(BfString::Char(character)) => match joined(character) {
                Some(letters) => self.text.push_str(letters),
                None => self.text.push(character),
            },
            Some(BfString::String(characters)) => self.text.push_str(&characters),
            None => self.lost += 1,
        }
        let width = width.map_or(0.5, |it| f64::from(it) / EM);
        self.pen = Some(Pen { end: start + along * width, along });
    }

    /// A line end or a space before a letter that stands apart from the one before it.
    fn gap(&mut self, start: Point, along: Vec2) {
        let Some(pen) = self.pen else { return };
        let height = pen.along.hypot().max(along.hypot());
        if height <= f64::EPSILON || self.text.ends_with('\n') {
            return;
        }
        let step = start - pen.end;
        let on = step.dot(pen.along) / pen.along.hypot().max(f64::EPSILON);
        let off = step.cross(pen.along).abs() / pen.along.hypot().max(f64::EPSILON);
        if off > 0.6 * height || on < -0.8 * height {
            self.text.push('\n');
        } else if on > 0.15 * height && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

/// The letters that are drawn as one, for nobody searches for "ﬁne".
fn joined(character: char) -> Option<&'static str> {
    let letters = match character {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    };
    Some(letters)
}

impl Device<'_> for PageText {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
