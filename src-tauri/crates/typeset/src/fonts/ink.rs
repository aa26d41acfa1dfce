//! How far the glyphs of a face reach above and below the line that they stand on.

use std::collections::HashMap;

use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::Size;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::{Face, Fonts, Loaded, shipped};

/// How far something reaches above and below its baseline, in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Reach {
    pub(crate) above: f32,
    pub(crate) below: f32,
}

impl Reach {
    /// What holds both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { above: self.above.max(other.above), below: self.below.max(other.below) }
    }

    /// The same, moved up.
    pub(crate) fn raised(self, by: f32) -> Self {
        Self { above: self.above + by, below: self.below - by }
    }
}

/// What was measured before.
#[derive(Default)]
pub(crate) struct Reaches(HashMap<(Face, u16), Option<Reach>>);

impl Reaches {
    /// How far a glyph reaches, if it draws anything. None for the text face, whose lines have the
    /// height that was chosen for it, whatever accents they bear.
    pub(crate) fn of(&mut self, fonts: &Fonts, face: Face, glyph: u16) -> Option<Reach> {
        if shipped::is_text_face(face.index()) {
            return None;
        }
        let measure = || measured(&fonts.faces[face.index()], glyph);
        *self.0.entry((face, glyph)).or_insert_with(measure)
    }
}

/// A glyph's outline, measured in the weight that the face is set to.
fn measured(loaded: &Loaded, glyph: u16) -> Option<Reach> {
    let font = FontRef::new(loaded.data.as_ref()).ok()?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let weight = loaded.instance.map(|weight| ("wght", weight));
    let location = font.axes().location(weight);
    let mut pen = Heights(None);
    outline.draw(DrawSettings::unhinted(Size::new(1000.0), &location), &mut pen).ok()?;
    pen.0
}

/// Notes the highest and the lowest point of an outline. Points that bend it count: they lie at
/// most a little beyond it.
struct Heights(Option<Reach>);

impl Heights {
    fn note(&mut self, y: f32) {
        let own = Reach { above: y, below: -y };
        self.0 = Some(self.0.map_or(own, |so_far| so_far.and(own)));
    }
}

impl OutlinePen for Heights {
    fn move_to(&mut self, _: f32, y: f32) {
        self.note(y);
    }

    fn line_to(&mut self, _: f32, y: f32) {
        self.note(y);
    }

    fn quad_to(&mut self, _: f32, cy: f32, _: f32, y: f32) {
        self.note(cy);
        self.note(y);
    }

    fn curve_to(&mut self, _: f32, cy0: f32, _: f32, cy1: f32, _: f32, y: f32) {
        self.note(cy0);
        self.note(cy1);
        self.note(y);
    }

    fn close(&mut self) {}
}
