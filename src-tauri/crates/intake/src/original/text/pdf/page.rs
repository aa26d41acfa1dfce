//! The words of one page, put together from letters and their places.

use std::ops::Range;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use holdfast_domain::Area;
use holdfast_domain::document::PicturedWord;

use crate::original::text::MOST_CHARACTERS;

/// How many units of a font are as wide as its letters are high.
const EM: f64 = 1_000.0;

/// The words of a page as they are drawn.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) text: String,
    /// How many letters do not say which characters they are.
    pub(super) lost: u32,
    /// How many pixels the largest picture on it has.
    pub(super) pixels: u64,
    /// The text of each letter and its place, as far as places are kept.
    letters: Vec<(Range<usize>, Rect)>,
    pen: Option<Pen>,
}

/// Of how many letters of a page the places are kept: the densest have some ten thousand.
const MOST_PLACES: usize = 100_000;
/// How far letters reach below and above their line, as a share of their size.
const BELOW: f64 = 0.22;
const ABOVE: f64 = 0.8;

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
        let from = self.text.len();
        match glyph.as_unicode() {
            Some(BfString::Char(character)) => match joined(character) {
                Some(letters) => self.text.push_str(letters),
                None => self.text.push(character),
            },
            Some(BfString::String(characters)) => self.text.push_str(&characters),
            None => self.lost += 1,
        }
        let width = width.map_or(0.5, |it| f64::from(it) / EM);
        let end = start + along * width;
        self.pen = Some(Pen { end, along });
        let up = place * Point::new(0.0, EM) - (place * Point::ZERO);
        let corners = Rect::from_points(start - up * BELOW, end + up * ABOVE)
            .union(Rect::from_points(start + up * ABOVE, end - up * BELOW));
        if self.letters.len() < MOST_PLACES {
            self.letters.push((from..self.text.len(), corners));
        }
    }

    /// The words with their places on a page that is so wide and high.
    pub(super) fn words(&self, size: (f32, f32)) -> Vec<PicturedWord> {
        let mut words = Words { size, all: Vec::new(), open: None };
        let mut before = 0;
        for (range, corners) in &self.letters {
            let own = &self.text[range.clone()];
            if before < range.start || own.starts_with(char::is_whitespace) {
                words.end();
            }
            before = range.end;
            words.add(own.trim(), *corners);
            if own.ends_with(char::is_whitespace) {
                words.end();
            }
        }
        words.end();
        words.all
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

/// Words while they are put together.
struct Words {
    size: (f32, f32),
    all: Vec<PicturedWord>,
    open: Option<(String, Rect)>,
}

impl Words {
    fn add(&mut self, letters: &str, corners: Rect) {
        match &mut self.open {
            _ if letters.is_empty() => self.end(),
            Some((word, place)) => {
                word.push_str(letters);
                *place = place.union(corners);
            }
            None => self.open = Some((letters.to_owned(), corners)),
        }
    }

    fn end(&mut self) {
        let Some((text, place)) = self.open.take() else { return };
        let text: String = text.chars().filter(|it| !it.is_control()).collect();
        if let (Some(area), false) = (area(place, self.size), text.is_empty()) {
            self.all.push(PicturedWord { text, area });
        }
    }
}

/// A place on a page in thousandths of its sides, rounded outwards; nothing for one beside it.
fn area(place: Rect, (width, height): (f32, f32)) -> Option<Area> {
    let (width, height) = (f64::from(width), f64::from(height));
    let share = |at: f64, of: f64| (at / of.max(1.0) * 1_000.0).clamp(0.0, 1_000.0);
    let area = Area {
        left: share(place.x0, width).floor() as u16,
        top: share(place.y0, height).floor() as u16,
        right: share(place.x1, width).ceil() as u16,
        bottom: share(place.y1, height).ceil() as u16,
    };
    area.is_sound().then_some(area)
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
    fn draw_image(&mut self, image: Image<'_, '_>, _: ImageDrawProps<'_>) {
        let pixels = u64::from(image.width()) * u64::from(image.height());
        self.pixels = self.pixels.max(pixels);
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
