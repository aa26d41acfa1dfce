//! The fonts: those that come with the program, and the machine's own for what those lack.
//!
//! The machine is asked only when the shipped fonts lack a character of the text, so that ordinary
//! letters look the same everywhere and cost no search.

mod blank;
mod borrowed;
mod coverage;
mod ink;
mod installed;
mod region;
mod sfnt;
mod shipped;
mod subset;

use std::path::PathBuf;
use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache,
};
use parley::{FontContext, FontData};

use crate::TypesetError;

use borrowed::Borrowed;
use sfnt::Advances;

pub(crate) use blank::Blank;
pub(crate) use borrowed::Stack;
pub(crate) use coverage::must_have;
pub(crate) use ink::{Reach, Reaches};
pub(crate) use region::Region;
pub(crate) use subset::Subset;

/// The weight of ordinary text.
pub(crate) const REGULAR: FontWeight = FontWeight::new(400.0);
/// The weight of strong text.
pub(crate) const STRONG: FontWeight = FontWeight::new(600.0);

/// Where characters come from that the shipped fonts lack.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Fallback {
    /// From the fonts of the machine.
    #[default]
    System,
    /// From the fonts in a folder.
    Folder(PathBuf),
    /// From nowhere: such a character is shown as an empty box, on every machine alike.
    Nothing,
}

/// One font that is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Face {
    number: u16,
    weight: u16,
}

impl Face {
    /// The face's number, for tables of faces.
    pub(crate) fn index(self) -> usize {
        usize::from(self.number)
    }

    /// The weight, from 100 to 900.
    pub(crate) fn weight(self) -> u16 {
        self.weight
    }
}

/// A font file in memory.
struct Loaded {
    face: Face,
    /// The PostScript name, which the PDF file also shows among its fonts.
    name: String,
    data: Blob<u8>,
    /// The weight that a variable font is set to.
    instance: Option<f32>,
    advances: Advances,
    /// The glyph of the space between words.
    space: Option<u16>,
}

/// The shipped fonts, ready for shaping, and those of the machine that were needed so far.
pub(crate) struct Fonts {
    /// What parley asks for fonts.
    pub(crate) context: FontContext,
    faces: Vec<Loaded>,
    borrowed: Borrowed,
}

impl Fonts {
    /// Registers the shipped fonts.
    pub(crate) fn load(fallback: Fallback) -> Result<Self, TypesetError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let collection = Collection::new(options);
        let mut fonts = Self {
            context: FontContext { collection, source_cache: SourceCache::default() },
            faces: Vec::new(),
            borrowed: Borrowed::of(fallback),
        };
        for font in &shipped::FONTS {
            let is_known = fonts.register(
                Blob::new(Arc::new(font.bytes)),
                font.name.to_owned(),
                font.family,
                font.weight,
                None,
            );
            if !is_known {
                let why = "it is not a font".to_owned();
                return Err(TypesetError::Font { name: font.name.to_owned(), why });
            }
        }
        Ok(fonts)
    }

    /// Adds a face under a family's name; whether it is one.
    fn register(
        &mut self,
        data: Blob<u8>,
        name: String,
        family: &str,
        weight: u16,
        instance: Option<f32>,
    ) -> bool {
        let Some(advances) = Advances::of(data.as_ref()) else { return false };
        let under = FontInfoOverride {
            family_name: Some(family),
            weight: Some(FontWeight::new(f32::from(weight))),
            ..FontInfoOverride::default()
        };
        if self.context.collection.register_fonts(data.clone(), Some(under)).is_empty() {
            return false;
        }
        let Ok(number) = u16::try_from(self.faces.len()) else { return false };
        let face = Face { number, weight };
        let space = coverage::glyph(data.as_ref(), ' ');
        self.faces.push(Loaded { face, name, data, instance, advances, space });
        true
    }

    /// All that are loaded, in the order of their numbers.
    pub(crate) fn faces(&self) -> impl Iterator<Item = Face> + '_ {
        self.faces.iter().map(|loaded| loaded.face)
    }

    /// Whether fonts of the machine are among them.
    pub(crate) fn has_borrowed(&self) -> bool {
        self.faces.len() > shipped::FONTS.len()
    }

    /// Which face the data that parley chose is.
    pub(crate) fn face(&self, data: &FontData) -> Face {
        let id = data.data.id();
        let found = self.faces.iter().find(|loaded| loaded.data.id() == id);
        found.map_or(Face { number: 0, weight: 400 }, |loaded| loaded.face)
    }

    /// How wide a glyph is by itself, in thousandths of the size.
    pub(crate) fn advance(&self, face: Face, glyph: u16) -> f32 {
        let loaded = &self.faces[face.index()];
        loaded.advances.get(loaded.data.as_ref(), glyph)
    }

    /// The glyph of the space between words.
    pub(crate) fn space(&self, face: Face) -> Option<u16> {
        self.faces[face.index()].space
    }

    /// Whether a face has a character.
    pub(crate) fn has(&self, face: Face, c: char) -> bool {
        coverage::glyph(self.faces[face.index()].data.as_ref(), c).is_some()
    }
}
