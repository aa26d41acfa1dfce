//! Reducing a face to the glyphs in use.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use subsetter::{GlyphRemapper, Tag};

use super::{Face, Fonts, Loaded};
use crate::TypesetError;

/// A face reduced to some of its glyphs.
pub(crate) struct Subset {
    /// The smaller font file.
    pub(crate) bytes: Vec<u8>,
    /// The name for the PDF file: six capitals that depend on the glyphs, a plus, the face's name.
    pub(crate) name: String,
    /// New glyph ids by position of the old ones in `old`.
    old: Vec<u16>,
    new: Vec<u16>,
}

impl Subset {
    /// Reduces a face to the given glyphs.
    pub(crate) fn of(
        fonts: &Fonts,
        face: Face,
        glyphs: &BTreeSet<u16>,
    ) -> Result<Self, TypesetError> {
        let loaded = &fonts.faces[face.index()];
        let old: Vec<u16> = glyphs.iter().copied().collect();
        let map = GlyphRemapper::new_from_glyphs_sorted(&old);
        let bytes = reduced(loaded, &map).map_err(|why| TypesetError::Font {
            name: loaded.name.clone(),
            why: why.to_string(),
        })?;
        let new = old.iter().map(|id| map.get(*id).unwrap_or(0)).collect();
        let name = format!("{}+{}", tag(&old), loaded.name);
        Ok(Self { bytes, name, old, new })
    }

    /// The glyph's id in the smaller font; 0, the empty box, for one that was not asked for.
    pub(crate) fn glyph(&self, id: u16) -> u16 {
        self.old.binary_search(&id).ok().and_then(|at| self.new.get(at)).copied().unwrap_or(0)
    }
}

fn reduced(loaded: &Loaded, map: &GlyphRemapper) -> Result<Vec<u8>, subsetter::Error> {
    let data = loaded.data.as_ref();
    match loaded.instance {
        Some(weight) => {
            subsetter::subset_with_variations(data, 0, &[(Tag::new(b"wght"), weight)], map)
        }
        None => subsetter::subset(data, 0, map),
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
