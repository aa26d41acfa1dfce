//! Whether glyphs drawn with cubic curves are as wide in their font as the file says (ISO 19005-3,
//! 6.2.11.5), by the letter of Adobe's technical notes 5176 and 5177.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

/// Numbers that stand before each operator of a dictionary; operators of two bytes from 1,200 on.
type Entries = BTreeMap<u16, Vec<i32>>;

/// Checks every font whose program is bare CFF with numbers of its own for its glyphs.
pub(crate) fn check(bytes: &[u8], why: &str) {
    let file = Document::load_mem(bytes).expect("the file can be read");
    for font in file.objects.values().filter_map(|object| object.as_dict().ok()) {
        let Ok(below) = font.get(b"DescendantFonts").and_then(Object::as_array) else { continue };
        for font in below.iter().filter_map(|font| file.dereference(font).ok()?.1.as_dict().ok()) {
            let Some(program) = program(&file, font) else { continue };
            let cff = Cff::of(&program);
            for (cid, said) in said(font) {
                let drawn = cff.width(cid).unwrap_or_else(|| panic!("{why}: no glyph {cid}"));
                assert!((drawn - said).abs() <= 1, "{why}: {cid} is {drawn} wide, not {said}");
            }
        }
    }
}

/// The program of a font, if it is bare CFF.
fn program(file: &Document, font: &Dictionary) -> Option<Vec<u8>> {
    let descriptor = file.dereference(font.get(b"FontDescriptor").ok()?).ok()?.1.as_dict().ok()?;
    let program = file.dereference(descriptor.get(b"FontFile3").ok()?).ok()?.1.as_stream().ok()?;
    let kind = program.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
    (kind == b"CIDFontType0C").then(|| program.decompressed_content().expect("it is compressed"))
}

/// The widths that the file says, by the glyphs' numbers.
fn said(font: &Dictionary) -> Vec<(u16, i32)> {
    let groups = font.get(b"W").and_then(Object::as_array).expect("widths");
    let number = |object: &Object| object.as_i64().expect("a number");
    let pairs = groups.chunks(2).flat_map(|group| {
        let widths = group[1].as_array().expect("widths of glyphs that follow one another");
        widths.iter().zip(number(&group[0])..).map(|(width, cid)| {
            (u16::try_from(cid).expect("two bytes"), i32::try_from(number(width)).expect("a width"))
        })
    });
    pairs.collect()
}

/// A font program.
struct Cff<'a> {
    bytes: &'a [u8],
    glyphs: Vec<&'a [u8]>,
    top: Entries,
}

impl<'a> Cff<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let (_, behind) = index(bytes, usize::from(bytes[2]));
        let (tops, _) = index(bytes, behind);
        let top = entries(tops[0]);
        let (glyphs, _) = index(bytes, place(&top, CHARSTRINGS));
        Self { bytes, glyphs, top }
    }

    /// The width of the glyph of a number.
    fn width(&self, cid: u16) -> Option<i32> {
        let glyph = self.glyph(cid)?;
        let (dictionaries, _) = index(self.bytes, place(&self.top, FD_ARRAY));
        let private = &entries(dictionaries[self.dictionary(glyph)])[&PRIVATE];
        let start = usize::try_from(private[1]).expect("a place");
        let end = start + usize::try_from(private[0]).expect("a length");
        let private = entries(&self.bytes[start..end]);
        let of = |operator| private.get(&operator).map_or(0, |values| values[0]);
        let own = own_width(self.glyphs[glyph]);
        Some(own.map_or(of(DEFAULT_WIDTH), |own| of(NOMINAL_WIDTH) + own))
    }

    /// Which glyph has a number.
    fn glyph(&self, cid: u16) -> Option<usize> {
        let at = place(&self.top, CHARSET);
        let format = self.bytes[at];
        let (mut at, mut glyph) = (at + 1, 1);
        while cid > 0 && glyph < self.glyphs.len() {
            let first = two(self.bytes, at);
            let more = match format {
                0 => 0,
                1 => u16::from(self.bytes[at + 2]),
                _ => two(self.bytes, at + 2),
            };
            if (first..=first + more).contains(&cid) {
                return Some(glyph + usize::from(cid - first));
            }
            at += 2 + usize::from(format);
            glyph += usize::from(more) + 1;
        }
        (cid == 0).then_some(0)
    }

    /// Which of the font's dictionaries a glyph goes by.
    fn dictionary(&self, glyph: usize) -> usize {
        let at = place(&self.top, FD_SELECT);
        if self.bytes[at] == 0 {
            return usize::from(self.bytes[at + 1 + glyph]);
        }
        let ranges = 0..usize::from(two(self.bytes, at + 1));
        let starts = |range: &usize| usize::from(two(self.bytes, at + 3 + 3 * range)) <= glyph;
        let range = ranges.take_while(starts).last().expect("the first range begins with 0");
        usize::from(self.bytes[at + 5 + 3 * range])
    }
}

const CHARSET: u16 = 15;
const CHARSTRINGS: u16 = 17;
const PRIVATE: u16 = 18;
const DEFAULT_WIDTH: u16 = 20;
const NOMINAL_WIDTH: u16 = 21;
const FD_ARRAY: u16 = 1_236;
const FD_SELECT: u16 = 1_237;

fn place(of: &Entries, operator: u16) -> usize {
    usize::try_from(of[&operator][0]).expect("a place")
}

fn two(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

/// The items of an index, and where it ends.
fn index(bytes: &[u8], at: usize) -> (Vec<&[u8]>, usize) {
    let count = usize::from(two(bytes, at));
    if count == 0 {
        return (Vec::new(), at + 2);
    }
    let size = usize::from(bytes[at + 2]);
    let first = at + 2 + size * (count + 1);
    let offset = |item: usize| {
        let bytes = &bytes[at + 3 + size * item..][..size];
        first + bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    ((0..count).map(|item| &bytes[offset(item)..offset(item + 1)]).collect(), offset(count))
}

/// The entries of a dictionary. Fractions are read as 0: none of those that are asked for is one.
fn entries(mut bytes: &[u8]) -> Entries {
    let (mut all, mut values) = (Entries::new(), Vec::new());
    while let [first, rest @ ..] = bytes {
        if *first == 30 {
            let last = rest.iter().position(|pair| pair & 0x0F == 0x0F).expect("a last digit");
            values.push(0);
            bytes = &rest[last + 1..];
        } else if let Some((value, behind)) = number(bytes) {
            values.push(value);
            bytes = behind;
        } else {
            let is_long = *first == 12;
            let operator = if is_long { 1_200 + u16::from(rest[0]) } else { u16::from(*first) };
            all.insert(operator, std::mem::take(&mut values));
            bytes = &rest[usize::from(is_long)..];
        }
    }
    all
}

/// A number and what stands behind it, unless an operator stands there.
fn number(bytes: &[u8]) -> Option<(i32, &[u8])> {
    let first = i32::from(bytes[0]);
    let second = || i32::from(bytes[1]);
    Some(match first {
        28 => (i32::from(two(bytes, 1).cast_signed()), &bytes[3..]),
        29 => (i32::from_be_bytes(bytes[1..5].try_into().expect("four bytes")), &bytes[5..]),
        32..=246 => (first - 139, &bytes[1..]),
        247..=250 => ((first - 247) * 256 + second() + 108, &bytes[2..]),
        251..=254 => (-(first - 251) * 256 - second() - 108, &bytes[2..]),
        255 => (i32::from(two(bytes, 1).cast_signed()), &bytes[5..]),
        _ => return None,
    })
}

/// The width that a glyph's program begins with: one number more than its first operator takes.
fn own_width(mut program: &[u8]) -> Option<i32> {
    let mut values = Vec::new();
    while let Some((value, behind)) = number(program) {
        values.push(value);
        program = behind;
    }
    let has_width = match program[0] {
        // A vertical or horizontal move, which takes one.
        4 | 22 => values.len() == 2,
        // A move in both directions, which takes two; stems and masks, which take pairs; the end.
        21 | 1 | 3 | 18 | 23 | 19 | 20 | 14 => values.len() % 2 == 1,
        other => panic!("no glyph begins with operator {other}"),
    };
    values.first().copied().filter(|_| has_width)
}
