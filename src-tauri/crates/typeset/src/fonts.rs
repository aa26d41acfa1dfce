//! The fonts that come with the program, and reducing them to the glyphs in use.
//!
//! System fonts are never asked: the same document looks the same on every machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache,
};
use parley::{FontContext, FontData};
use sha2::{Digest, Sha256};

use crate::TypesetError;

/// One font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Serif,
    SerifStrong,
    Hebrew,
    HebrewStrong,
    Naskh,
    NaskhStrong,
}

/// The families in the order in which they are asked for a glyph.
pub(crate) const FAMILIES: [&str; 3] = ["Holdfast Serif", "Holdfast Hebrew", "Holdfast Naskh"];

/// The weight of ordinary text.
pub(crate) const REGULAR: FontWeight = FontWeight::new(400.0);
/// The weight of strong text.
pub(crate) const STRONG: FontWeight = FontWeight::new(600.0);

impl Face {
    /// Every face, in the order of their numbers.
    pub(crate) const ALL: [Self; 6] = [
        Self::Serif,
        Self::SerifStrong,
        Self::Hebrew,
        Self::HebrewStrong,
        Self::Naskh,
        Self::NaskhStrong,
    ];

    /// The face's number, for tables of faces.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// The PostScript name, which the PDF file also shows among its fonts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifStrong => "SourceSerif4-SemiBold",
            Self::Hebrew => "NotoSerifHebrew-Regular",
            Self::HebrewStrong => "NotoSerifHebrew-SemiBold",
            Self::Naskh => "NotoNaskhArabic-Regular",
            Self::NaskhStrong => "NotoNaskhArabic-SemiBold",
        }
    }

    /// The font file.
    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../fonts/SourceSerif4-Regular.ttf"),
            Self::SerifStrong => include_bytes!("../fonts/SourceSerif4-SemiBold.ttf"),
            Self::Hebrew => include_bytes!("../fonts/NotoSerifHebrew-Regular.ttf"),
            Self::HebrewStrong => include_bytes!("../fonts/NotoSerifHebrew-SemiBold.ttf"),
            Self::Naskh => include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
            Self::NaskhStrong => include_bytes!("../fonts/NotoNaskhArabic-SemiBold.ttf"),
        }
    }

    /// The family that it is registered under, and its weight there.
    fn place(self) -> (&'static str, FontWeight) {
        match self {
            Self::Serif => (FAMILIES[0], REGULAR),
            Self::SerifStrong => (FAMILIES[0], STRONG),
            Self::Hebrew => (FAMILIES[1], REGULAR),
            Self::HebrewStrong => (FAMILIES[1], STRONG),
            Self::Naskh => (FAMILIES[2], REGULAR),
            Self::NaskhStrong => (FAMILIES[2], STRONG),
        }
    }

    /// The weight, from 100 to 900.
    pub(crate) fn weight(self) -> u16 {
        match self {
            Self::Serif | Self::Hebrew | Self::Naskh => 400,
            Self::SerifStrong | Self::HebrewStrong | Self::NaskhStrong => 600,
        }
    }
}

/// The shipped fonts, ready for shaping.
pub(crate) struct Fonts {
    /// What parley asks for fonts.
    pub(crate) context: FontContext,
    /// The identity of each face's data, by the face's number.
    blobs: [u64; Face::ALL.len()],
    /// The widths of each face's glyphs, likewise.
    advances: [Advances; Face::ALL.len()],
}

impl Fonts {
    /// Registers the shipped fonts, and no others.
    pub(crate) fn load() -> Result<Self, TypesetError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut blobs = [0; Face::ALL.len()];
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            blobs[face.index()] = blob.id();
            let (family, weight) = face.place();
            let under = FontInfoOverride {
                family_name: Some(family),
                weight: Some(weight),
                ..FontInfoOverride::default()
            };
            if collection.register_fonts(blob, Some(under)).is_empty() {
                return Err(TypesetError::Font {
                    name: face.name(),
                    why: "it is not a font".into(),
                });
            }
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let advances = Face::ALL.map(|face| Advances::of(face.bytes()).unwrap_or_default());
        Ok(Self { context, blobs, advances })
    }

    /// Which face the data that parley chose is.
    pub(crate) fn face(&self, data: &FontData) -> Face {
        let id = data.data.id();
        Face::ALL.into_iter().find(|face| self.blobs[face.index()] == id).unwrap_or(Face::Serif)
    }
}

impl Fonts {
    /// How wide a glyph is by itself, in thousandths of the size.
    pub(crate) fn advance(&self, face: Face, glyph: u16) -> f32 {
        self.advances[face.index()].get(glyph)
    }
}

/// The widths of a face's glyphs, as its tables `head`, `hhea` and `hmtx` have them.
#[derive(Default)]
struct Advances {
    table: &'static [u8],
    /// How many widths the table has; all glyphs beyond are as wide as its last.
    count: u16,
    units_per_em: u16,
}

impl Advances {
    fn of(font: &'static [u8]) -> Option<Self> {
        Some(Self {
            table: table(font, b"hmtx")?,
            count: u16_at(table(font, b"hhea")?, 34)?,
            units_per_em: u16_at(table(font, b"head")?, 18)?,
        })
    }

    fn get(&self, glyph: u16) -> f32 {
        let row = usize::from(glyph.min(self.count.saturating_sub(1)));
        let width = u16_at(self.table, row * 4).unwrap_or(0);
        f32::from(width) * 1000.0 / f32::from(self.units_per_em.max(1))
    }
}

/// A table of a font file (OpenType 1.9, “Table directory”).
fn table(font: &'static [u8], tag: &[u8; 4]) -> Option<&'static [u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let record = font.get(12..)?.chunks_exact(16).take(count).find(|record| record[..4] == *tag)?;
    let number = |at: usize| {
        Some(usize::from(u16_at(record, at)?) << 16 | usize::from(u16_at(record, at + 2)?))
    };
    let start = number(8)?;
    font.get(start..start + number(12)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes([pair[0], pair[1]]))
}

/// A face reduced to some of its glyphs.
pub(crate) struct Subset {
    /// The smaller font file.
    pub(crate) bytes: Vec<u8>,
    /// The name for the PDF file: six capitals that depend on the glyphs, a plus, the face's name.
    pub(crate) name: String,
    /// New glyph ids by position of the old ones in `glyphs`.
    old: Vec<u16>,
    new: Vec<u16>,
}

impl Subset {
    /// Reduces a face to the given glyphs.
    pub(crate) fn of(face: Face, glyphs: &BTreeSet<u16>) -> Result<Self, TypesetError> {
        let old: Vec<u16> = glyphs.iter().copied().collect();
        let map = subsetter::GlyphRemapper::new_from_glyphs_sorted(&old);
        let bytes = subsetter::subset(face.bytes(), 0, &map)
            .map_err(|why| TypesetError::Font { name: face.name(), why: why.to_string() })?;
        let new = old.iter().map(|id| map.get(*id).unwrap_or(0)).collect();
        let name = format!("{}+{}", tag(&old), face.name());
        Ok(Self { bytes, name, old, new })
    }

    /// The glyph's id in the smaller font; 0, the empty box, for one that was not asked for.
    pub(crate) fn glyph(&self, id: u16) -> u16 {
        self.old.binary_search(&id).ok().and_then(|at| self.new.get(at)).copied().unwrap_or(0)
    }
}

/// Six capitals for a set of glyphs, as PDF wants before the name of a subset (ISO 32000-1, 9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let mut hash = Sha256::new();
    for id in glyphs {
        hash.update(id.to_be_bytes());
    }
    hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
