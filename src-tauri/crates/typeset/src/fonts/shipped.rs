//! The fonts that come with the program.

use std::sync::OnceLock;

use parley::FontFamilyName;

use super::coverage::{self, Coverage};

/// A font that is part of the program.
pub(super) struct Shipped {
    /// The PostScript name.
    pub(super) name: &'static str,
    /// The family that it is registered under.
    pub(super) family: &'static str,
    /// The weight that it is registered with.
    pub(super) weight: u16,
    /// The font file.
    pub(super) bytes: &'static [u8],
}

const SERIF: &str = "Holdfast Serif";
const HEBREW: &str = "Holdfast Hebrew";
const NASKH: &str = "Holdfast Naskh";

/// The families in the order in which they are asked for a glyph.
pub(super) static FAMILIES: [FontFamilyName<'static>; 3] =
    [FontFamilyName::named(SERIF), FontFamilyName::named(HEBREW), FontFamilyName::named(NASKH)];

/// A font of the folder `fonts`.
macro_rules! shipped {
    ($family:expr, $weight:literal, $name:literal) => {
        Shipped {
            name: $name,
            family: $family,
            weight: $weight,
            bytes: include_bytes!(concat!("../../fonts/", $name, ".ttf")),
        }
    };
}

/// Every font, the text face first.
pub(super) static FONTS: [Shipped; 6] = [
    shipped!(SERIF, 400, "SourceSerif4-Regular"),
    shipped!(SERIF, 600, "SourceSerif4-SemiBold"),
    shipped!(HEBREW, 400, "NotoSerifHebrew-Regular"),
    shipped!(HEBREW, 600, "NotoSerifHebrew-SemiBold"),
    shipped!(NASKH, 400, "NotoNaskhArabic-Regular"),
    shipped!(NASKH, 600, "NotoNaskhArabic-SemiBold"),
];

/// Whether a face, counted from the first that was loaded, is the text face in one of its weights.
pub(super) fn is_text_face(number: usize) -> bool {
    FONTS.get(number).is_some_and(|font| font.family == SERIF)
}

/// Whether one of the fonts has a character, or it is of a kind that no font must have.
pub(super) fn have(c: char) -> bool {
    static COVERAGE: OnceLock<Vec<Coverage>> = OnceLock::new();
    let coverage = COVERAGE.get_or_init(|| {
        let regular = FONTS.iter().filter(|font| font.weight == 400);
        regular.map(|font| Coverage::of(font.bytes, 0)).collect()
    });
    coverage.iter().any(|font| font.has(c)) || !coverage::must_have(c)
}
