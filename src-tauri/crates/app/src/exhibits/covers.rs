//! What of an original is covered.

use holdfast_domain::document::PicturedWord;
use holdfast_domain::{Area, Attachment, Sha256};

/// The covered parts of an original, each with its page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Covers(Vec<(u32, Area)>);

impl Covers {
    /// Those of an original, whichever of its entries they were said of.
    pub(super) fn of(sha256: Sha256, all: &[Attachment]) -> Self {
        let entries = all.iter().filter(|one| one.sha256 == sha256);
        let mut parts: Vec<(u32, Area)> =
            entries.flat_map(|one| &one.covered).map(|one| (one.page, one.area)).collect();
        parts.sort();
        Self(parts)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those of a page, counted from 1.
    pub(super) fn on(&self, page: u32) -> Vec<Area> {
        self.0.iter().filter(|(at, _)| *at == page).map(|(_, area)| *area).collect()
    }
}

/// The words that no covered part touches.
pub(super) fn uncovered(mut words: Vec<PicturedWord>, covered: &[Area]) -> Vec<PicturedWord> {
    words.retain(|word| !covered.iter().any(|area| area.touches(word.area)));
    words
}
