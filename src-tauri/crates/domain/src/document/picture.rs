//! Pictures within a document.

use std::fmt;
use std::sync::Arc;

use super::Bytes;
use crate::Area;

/// A picture, set as wide as the text and upright.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// What stands beside it in the margin: `Ex. 5`.
    pub label: String,
    /// What it shows, for those who cannot see it.
    pub alternative: String,
    /// How its bytes are coded.
    pub coding: PictureCoding,
    /// How many colours a pixel has: 1 for grey, 3 for red, green and blue; eight bits each.
    pub components: u8,
    /// The width of what is stored, in pixels.
    pub width: u32,
    /// The height of what is stored, in pixels.
    pub height: u32,
    /// How what is stored is turned and mirrored to stand upright: 1 to 8 as in EXIF (CIPA DC-008,
    /// 4.6.5); any other number leaves it as it is.
    pub orientation: u8,
    /// Its bytes, which enter the document's file as they are.
    pub bytes: Bytes,
    /// The words that are to be seen in it, in reading order: they are found and copied, but not
    /// drawn once more.
    pub words: Arc<[PicturedWord]>,
}

/// A word that is to be seen in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturedWord {
    /// The word.
    pub text: String,
    /// Where it stands in the upright picture.
    pub area: Area,
}

/// How the bytes of a picture are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureCoding {
    /// A whole JPEG file.
    Jpeg,
    /// Rows of pixels from the top, without padding, as a zlib stream (RFC 1950).
    Deflated,
}

impl Picture {
    /// Width and height when it stands upright, in pixels.
    pub fn upright(&self) -> (u32, u32) {
        if matches!(self.orientation, 5..=8) {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        }
    }
}

impl fmt::Debug for Picture {
    /// Says how long the picture is, not what is in it: that may be millions of bytes, and private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture")
            .field("label", &self.label)
            .field("alternative", &self.alternative)
            .field("coding", &self.coding)
            .field("components", &self.components)
            .field("width", &self.width)
            .field("height", &self.height)
            .field("orientation", &self.orientation)
            .field("bytes", &self.bytes)
            .field("words", &self.words.len())
            .finish()
    }
}
