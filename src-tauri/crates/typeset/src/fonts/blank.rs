//! A font of nothing but the space.

use std::collections::BTreeSet;

use super::{Face, Fonts, Subset};
use crate::TypesetError;

/// The text face reduced to its space, for text that is not drawn.
pub(crate) struct Blank {
    /// The font file; its glyph 1 is the space.
    pub(crate) bytes: Vec<u8>,
    /// The name for the PDF file.
    pub(crate) name: String,
    /// How wide the space is, in whole thousandths of the size.
    pub(crate) advance: u16,
}

impl Blank {
    pub(crate) fn of(fonts: &Fonts) -> Result<Self, TypesetError> {
        let face = Face { number: 0, weight: 400 };
        let space = fonts.space(face).unwrap_or_default();
        let subset = Subset::of(fonts, face, &BTreeSet::from([space]))?;
        let advance = fonts.advance(face, space).clamp(1.0, 2_000.0) as u16;
        Ok(Self { bytes: subset.bytes, name: subset.name, advance })
    }
}
