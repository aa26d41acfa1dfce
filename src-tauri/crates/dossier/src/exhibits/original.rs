//! Originals as a case file can give them.

use std::sync::Arc;

use holdfast_domain::Sha256;
use holdfast_domain::document::{Bytes, PictureCoding, PicturedWord};

/// An original as a case file can give it.
#[derive(Debug, Clone)]
pub struct Original {
    /// What names it.
    pub sha256: Sha256,
    /// Its bytes, to go with the document, or why they do not, as a sentence.
    pub bytes: Result<Bytes, String>,
    /// What its pages show, or why it has none, as a sentence.
    pub shown: Result<Shown, String>,
    /// Whether it is missing or damaged, so that nobody can have it.
    pub is_lost: bool,
}

/// What the pages of an exhibit show.
#[derive(Debug, Clone)]
pub enum Shown {
    /// A picture, on a page.
    Picture(Scan),
    /// Its own pages in their order.
    Pages {
        /// Each as a picture, or why there is none, as a sentence.
        leaves: Vec<Result<Scan, String>>,
        /// How many it has, those that are left out among them.
        of: u32,
    },
    /// Its words.
    Words {
        /// What stands above them, by name: from whom it is, to whom it went.
        head: Vec<(String, String)>,
        /// The words, in lines.
        text: String,
        /// Whether they go on after that.
        is_cut: bool,
    },
}

/// A picture as it is stored; see [`holdfast_domain::document::Picture`] for its parts.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the parts are those of a picture of a document")]
pub struct Scan {
    pub coding: PictureCoding,
    pub components: u8,
    pub width: u32,
    pub height: u32,
    pub orientation: u8,
    pub bytes: Bytes,
    pub words: Arc<[PicturedWord]>,
    /// Whether the file breaks off, so that its lower part is missing.
    pub is_cut: bool,
}

impl Scan {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        usize::try_from(self.bytes.size()).unwrap_or(usize::MAX)
    }
}

impl Shown {
    /// How many places of it links can lead to: a page each.
    pub(super) fn places(&self) -> u32 {
        match self {
            Self::Picture(_) | Self::Words { .. } => 1,
            Self::Pages { leaves, .. } => u32::try_from(leaves.len()).unwrap_or(u32::MAX),
        }
    }

    /// How many pages are left out.
    pub(super) fn left_out(&self) -> u32 {
        match self {
            Self::Picture(_) | Self::Words { .. } => 0,
            Self::Pages { of, .. } => of.saturating_sub(self.places()),
        }
    }
}
