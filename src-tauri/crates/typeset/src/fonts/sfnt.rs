//! The little of a font file's structure that is read here (OpenType 1.9, “Font file”).

use std::ops::Range;

/// The widths of a face's glyphs, as its tables `head`, `hhea` and `hmtx` have them.
pub(super) struct Advances {
    /// Where in the file the widths stand.
    table: Range<usize>,
    /// How many widths the table has; all glyphs beyond are as wide as its last.
    count: u16,
    units_per_em: u16,
}

impl Advances {
    /// The widths in a font file that is no collection.
    pub(super) fn of(font: &[u8]) -> Option<Self> {
        Some(Self {
            table: table(font, *b"hmtx")?,
            count: u16_at(&font[table(font, *b"hhea")?], 34)?,
            units_per_em: u16_at(&font[table(font, *b"head")?], 18)?,
        })
    }

    /// A width in thousandths of the size, from the file that the widths are of.
    pub(super) fn get(&self, font: &[u8], glyph: u16) -> f32 {
        let row = usize::from(glyph.min(self.count.saturating_sub(1)));
        let width = u16_at(&font[self.table.clone()], row * 4).unwrap_or(0);
        f32::from(width) * 1000.0 / f32::from(self.units_per_em.max(1))
    }
}

/// Where a table stands, within the file.
fn table(font: &[u8], tag: [u8; 4]) -> Option<Range<usize>> {
    let record = records(font, 0)?.find(|record| record[..4] == tag)?;
    extent(font, record)
}

/// The table records of the face whose directory stands at a place of the file.
fn records(font: &[u8], at: usize) -> Option<impl Iterator<Item = &[u8]>> {
    let count = usize::from(u16_at(font, at + 4)?);
    Some(font.get(at + 12..)?.chunks_exact(16).take(count))
}

/// Where the table of a record stands, if the file is as long as that.
fn extent(font: &[u8], record: &[u8]) -> Option<Range<usize>> {
    let start = u32_at(record, 8)?;
    let extent = start..start.checked_add(u32_at(record, 12)?)?;
    font.get(extent.clone()).map(|_| extent)
}

/// One face of a collection as a font file of its own; the whole file if it is no collection.
pub(super) fn single(font: &[u8], face: u32) -> Option<Vec<u8>> {
    if !font.starts_with(b"ttcf") {
        return (face == 0).then(|| font.to_vec());
    }
    let directory = u32_at(font, 12 + 4 * usize::try_from(face).ok()?)?;
    let records: Vec<&[u8]> = records(font, directory)?.collect();
    let mut head = font.get(directory..directory + 12)?.to_vec();
    let mut body = Vec::new();
    let start = head.len() + 16 * records.len();
    for record in records {
        let table = font.get(extent(font, record)?)?;
        head.extend_from_slice(&record[..8]);
        head.extend_from_slice(&u32::try_from(start + body.len()).ok()?.to_be_bytes());
        head.extend_from_slice(&record[12..]);
        body.extend_from_slice(table);
        // Tables begin at multiples of four.
        body.resize(body.len().next_multiple_of(4), 0);
    }
    head.append(&mut body);
    Some(head)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes([pair[0], pair[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let (high, low) = (u16_at(bytes, at)?, u16_at(bytes, at + 2)?);
    Some(usize::from(high) << 16 | usize::from(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEBREW: &[u8] = include_bytes!("../../fonts/NotoSerifHebrew-Regular.ttf");
    const STRONG: &[u8] = include_bytes!("../../fonts/NotoSerifHebrew-SemiBold.ttf");

    /// Two fonts as a collection.
    fn collection(fonts: [&[u8]; 2]) -> Vec<u8> {
        let mut file = [b"ttcf".as_slice(), &[0, 1, 0, 0, 0, 0, 0, 2]].concat();
        let firsts = [20, 20 + fonts[0].len()];
        file.extend(firsts.iter().flat_map(|first| (*first as u32).to_be_bytes()));
        for (font, first) in fonts.iter().zip(firsts) {
            let mut font = font.to_vec();
            let count = usize::from(u16_at(&font, 4).unwrap());
            for record in 0..count {
                let at = 12 + 16 * record + 8;
                let offset = (u32_at(&font, at).unwrap() + first) as u32;
                font[at..at + 4].copy_from_slice(&offset.to_be_bytes());
            }
            file.extend(font);
        }
        file
    }

    #[test]
    fn a_face_of_a_collection_becomes_a_file_with_the_same_tables() {
        let file = collection([HEBREW, STRONG]);
        for (number, font) in [HEBREW, STRONG].into_iter().enumerate() {
            let alone = single(&file, number as u32).expect("it is there");
            for tag in [*b"head", *b"hmtx", *b"glyf", *b"cmap", *b"name"] {
                let name = String::from_utf8_lossy(&tag).into_owned();
                let of = |file: &[u8]| file[table(file, tag).expect("the table is there")].to_vec();
                assert!(of(&alone) == of(font), "face {number}: {name} is another");
            }
        }
        assert_eq!(single(&file, 2), None, "there is no third face");
    }

    #[test]
    fn a_file_that_is_cut_off_is_no_font() {
        let file = collection([HEBREW, STRONG]);
        for length in [0, 3, 13, 19, 30, 300, file.len() - 40_000] {
            assert_eq!(single(&file[..length.max(4)], 1), None, "{length} bytes");
        }
        assert!(Advances::of(&HEBREW[..100]).is_none(), "its tables lie beyond its end");
    }

    #[test]
    fn glyphs_beyond_the_last_width_are_as_wide_as_it() {
        let advances = Advances::of(HEBREW).expect("a font");
        let last = advances.get(HEBREW, advances.count - 1);
        assert_eq!(advances.get(HEBREW, u16::MAX), last);
        assert!(advances.get(HEBREW, 3) > 100.0, "a letter has a width");
    }
}
