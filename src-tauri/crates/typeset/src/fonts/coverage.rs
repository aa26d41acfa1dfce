//! Which characters a font file has, and whether it may be used.

use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider, Tag};

use crate::bar::BAR;

/// The characters of a face, as ranges of code points in order.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    ranges: Vec<(u32, u32)>,
}

impl Coverage {
    /// The characters of a face; none if it cannot be read or must not be embedded in files.
    pub(super) fn of(data: &[u8], face: u32) -> Self {
        let Ok(font) = FontRef::from_index(data, face) else { return Self::default() };
        if !has_outlines(&font) || is_restricted(&font) {
            return Self::default();
        }
        let mut codes: Vec<u32> = font
            .charmap()
            .mappings()
            .filter(|(code, glyph)| glyph.to_u32() != 0 && !is_private(*code))
            .map(|(code, _)| code)
            .collect();
        codes.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for code in codes {
            match ranges.last_mut() {
                Some((_, last)) if code <= *last + 1 => *last = code,
                _ => ranges.push((code, code)),
            }
        }
        ranges.shrink_to_fit();
        Self { ranges }
    }

    /// Whether it has a character.
    pub(super) fn has(&self, c: char) -> bool {
        let code = u32::from(c);
        let behind = self.ranges.partition_point(|(first, _)| *first <= code);
        behind.checked_sub(1).is_some_and(|at| code <= self.ranges[at].1)
    }
}

/// Whether a code point has a meaning only within one font, so that no other can stand in for it.
fn is_private(code: u32) -> bool {
    matches!(code, 0xE000..=0xF8FF | 0xF_0000..)
}

fn has_outlines(font: &FontRef<'_>) -> bool {
    [b"glyf", b"CFF ", b"CFF2"].iter().any(|tag| font.table_data(Tag::new(tag)).is_some())
}

/// Whether the font's maker forbids what is done here, which is to embed a part of it in a file
/// (OpenType 1.9, `OS/2`, `fsType`).
fn is_restricted(font: &FontRef<'_>) -> bool {
    const USAGE: u16 = 0x000F;
    const RESTRICTED: u16 = 0x0002;
    const NO_SUBSETTING: u16 = 0x0100;
    const BITMAPS_ONLY: u16 = 0x0200;
    let kind = font.os2().map_or(0, |table| table.fs_type());
    kind & USAGE == RESTRICTED || kind & (NO_SUBSETTING | BITMAPS_ONLY) != 0
}

/// The range of weights of a variable font.
pub(super) fn weights(data: &[u8]) -> Option<(f32, f32)> {
    let font = FontRef::new(data).ok()?;
    let axis = font.axes().get_by_tag(Tag::new(b"wght"))?;
    Some((axis.min_value(), axis.max_value()))
}

/// The glyph of a character in a font file that is no collection.
pub(super) fn glyph(data: &[u8], c: char) -> Option<u16> {
    let glyph = FontRef::new(data).ok()?.charmap().map(c)?;
    u16::try_from(glyph.to_u32()).ok().filter(|glyph| *glyph != 0)
}

/// Whether the characters are drawn with outlines, as print needs them: fonts of coloured pictures
/// may have glyphs that are empty without their colours.
pub(super) fn is_drawn(data: &[u8], text: &str) -> bool {
    let Ok(font) = FontRef::new(data) else { return false };
    let colours = [b"COLR", b"CBDT", b"sbix", b"SVG "];
    if !colours.iter().any(|tag| font.table_data(Tag::new(tag)).is_some()) {
        return true;
    }
    let (glyphs, outlines) = (font.charmap(), font.outline_glyphs());
    text.chars().filter_map(|c| glyphs.map(c)).filter_map(|glyph| outlines.get(glyph)).any(
        |outline| {
            let mut pen = Strokes(0);
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            outline.draw(settings, &mut pen).is_ok() && pen.0 > 0
        },
    )
}

/// Whether a font must have the character for a text that it stands in: white space can be left
/// out, and characters that only join, select or direct others are not drawn.
pub(crate) fn must_have(c: char) -> bool {
    !c.is_whitespace()
        && !BAR.contains(&c)
        && !matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Counts what is drawn.
struct Strokes(usize);

impl OutlinePen for Strokes {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEBREW: &[u8] = include_bytes!("../../fonts/NotoSerifHebrew-Regular.ttf");

    #[test]
    fn a_font_has_what_its_table_says() {
        let coverage = Coverage::of(HEBREW, 0);
        for (c, is_there) in [('א', true), ('ת', true), (' ', true), ('Ж', false), ('中', false)]
        {
            assert_eq!(coverage.has(c), is_there, "{c}");
            assert_eq!(glyph(HEBREW, c).is_some(), is_there, "{c}");
        }
        assert!(!coverage.has('\u{10FFFF}'), "the end of Unicode");
    }

    #[test]
    fn a_font_that_must_not_be_embedded_has_nothing() {
        let directory = HEBREW[12..].chunks_exact(16).find(|record| record.starts_with(b"OS/2"));
        let offset = &directory.expect("the table is there")[8..12];
        let offset = u32::from_be_bytes(offset.try_into().expect("four bytes")) as usize + 8;
        let cases = [
            (0x0000, true, "installable"),
            (0x0002, false, "restricted"),
            (0x0004, true, "for viewing and printing"),
            (0x0008, true, "editable"),
            (0x0108, false, "not to be reduced"),
            (0x0200, false, "bitmaps only"),
        ];
        for (kind, is_allowed, why) in cases {
            let mut font = HEBREW.to_vec();
            font[offset..offset + 2].copy_from_slice(&u16::to_be_bytes(kind));
            assert_eq!(Coverage::of(&font, 0).has('א'), is_allowed, "{why}");
        }
    }

    #[test]
    fn what_is_no_font_has_nothing() {
        for data in [&[][..], b"OTTO", b"\0\x01\0\0 no font at all", &HEBREW[..200]] {
            assert!(!Coverage::of(data, 0).has('א'));
            assert!(glyph(data, 'א').is_none() && weights(data).is_none());
        }
    }
}
