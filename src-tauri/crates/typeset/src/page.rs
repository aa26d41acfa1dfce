//! Pages of positioned lines and rules: what layout gives and painting takes.
//!
//! Lengths are PDF points from the page's upper left corner, downwards. Nothing here knows how pages
//! are written to a file.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use holdfast_domain::document::{PicturedWord, PlaceId};

use crate::shape::Line;
use crate::tags::{NodeId, Tree};

/// The colours of print, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Ink {
    /// Text.
    #[default]
    Text,
    /// Labels and remarks.
    Quiet,
    /// The one accent.
    Accent,
    /// Thin rules between rows.
    Hairline,
    /// Words that lead to a place in the document.
    Link(PlaceId),
}

impl Ink {
    /// The ink of text that is no link, whatever was asked for.
    pub(crate) fn that_leads_nowhere(self) -> Self {
        match self {
            Self::Link(_) => Self::Text,
            Self::Text | Self::Quiet | Self::Accent | Self::Hairline => self,
        }
    }

    /// Red, green and blue from 0 to 255.
    pub(crate) fn rgb(self) -> [u8; 3] {
        match self {
            Self::Text => [0x1F, 0x23, 0x28],
            Self::Quiet => [0x5C, 0x64, 0x6D],
            Self::Accent | Self::Link(_) => [0x0F, 0x76, 0x6E],
            Self::Hairline => [0xCD, 0xD1, 0xD5],
        }
    }
}

/// A width and a height in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// The pages of a document.
#[derive(Debug)]
pub(crate) struct Pages {
    /// The size of each of them.
    pub(crate) size: Size,
    /// The pages in order; at least one.
    pub(crate) pages: Vec<Page>,
    /// The bookmarks in order.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// The places that links lead to.
    pub(crate) places: BTreeMap<PlaceId, Place>,
    /// What the lines are to someone who cannot see them.
    pub(crate) tree: Tree,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    /// The page, counted from 0.
    pub(crate) page: usize,
    /// How far down the page.
    pub(crate) y: f32,
}

/// One page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its lines in reading order.
    pub(crate) lines: Vec<PlacedLine>,
    /// Its rules.
    pub(crate) rules: Vec<Rule>,
    /// Its pictures.
    pub(crate) pictures: Vec<PlacedPicture>,
}

/// A picture at its place.
#[derive(Debug, Clone)]
pub(crate) struct PlacedPicture {
    /// Which of the document's pictures, counted from 0.
    pub(crate) number: usize,
    pub(crate) x: f32,
    /// Its upper edge.
    pub(crate) y: f32,
    /// Its width when it stands upright.
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// How it is turned to stand upright, as in EXIF.
    pub(crate) orientation: u8,
    /// The node that it is.
    pub(crate) node: NodeId,
    /// The words that are to be seen in it.
    pub(crate) words: Arc<[PicturedWord]>,
    /// The node that those words are, where there are any.
    pub(crate) beneath: Option<NodeId>,
}

/// A line of text at its place.
#[derive(Debug, Clone)]
pub(crate) struct PlacedLine {
    /// Where its ink begins on the left.
    pub(crate) x: f32,
    /// The baseline.
    pub(crate) y: f32,
    /// The size of the type.
    pub(crate) size: f32,
    /// What is added behind every letter, in thousandths of the size.
    pub(crate) tracking: f32,
    /// The glyphs.
    pub(crate) line: Rc<Line>,
    /// What it is part of.
    pub(crate) mark: Mark,
}

/// What something on a page is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Of the document.
    Node(NodeId),
    /// Only of the page.
    Artifact(Artifact),
}

/// What only furnishes a page and is not read aloud (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// What stands above the text.
    Header,
    /// What stands below the text.
    Footer,
    /// What is repeated because a page ended: the head of a table.
    Repeated,
    /// Rules, and words that are on the page for the eye alone.
    Layout,
}

impl PlacedLine {
    /// Where its ink ends on the right.
    #[cfg(test)]
    pub(crate) fn right(&self) -> f32 {
        let letters = self.line.letters() as f32;
        self.x + (self.line.width + self.tracking * letters) * self.size / 1000.0
    }
}

/// A filled bar: the only thing that is drawn apart from text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    pub(crate) x: f32,
    /// Its upper edge.
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) ink: Ink,
}

/// A place that the file's outline leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    /// 1, or 2 below the 1 before it.
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) place: Place,
}
