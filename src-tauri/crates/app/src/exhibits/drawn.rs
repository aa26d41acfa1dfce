//! What was drawn and counted of originals before. They never change, so that a dossier that is
//! composed again, with another choice, does not draw them anew.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use holdfast_domain::Sha256;
use holdfast_dossier::{Scan, Shown};

use super::covers::Covers;
use super::{Room, pages};
use crate::App;
use crate::lock::locked;

/// How many bytes of drawn pages are kept.
const MOST: usize = 48_000_000;

/// The exhibits that were drawn last, the latest behind the others.
pub(crate) type DrawnExhibits = Mutex<Vec<(Sha256, Covers, Shown)>>;

/// How many pages originals have; nothing for what has none.
pub(crate) type PageCounts = Mutex<BTreeMap<Sha256, Option<u32>>>;

impl App {
    /// The pages of a PDF, drawn now or before.
    pub(super) fn drawn_pages(
        &self,
        sha256: Sha256,
        bytes: &Arc<[u8]>,
        covers: &Covers,
        room: &mut Room,
    ) -> Result<Shown, String> {
        if let Some(shown) = self.drawn_before(sha256, covers, room) {
            return Ok(shown);
        }
        let shown = pages::draw(bytes, covers, room)?;
        // What was cut for want of room in this dossier is no measure for the next.
        if room.pages > 0 && room.drawn > 0 {
            self.keep_drawn(sha256, covers.clone(), shown.clone());
        }
        Ok(shown)
    }

    fn drawn_before(&self, sha256: Sha256, covers: &Covers, room: &mut Room) -> Option<Shown> {
        let mut all = locked(&self.drawn);
        let at = all.iter().position(|(known, under, _)| *known == sha256 && under == covers)?;
        let known = all.remove(at);
        let shown = known.2.clone();
        all.push(known);
        let Shown::Pages { leaves, .. } = &shown else { return None };
        let (pages, size) = (leaves.len(), size(&shown));
        if pages > room.pages || size > room.drawn {
            return None;
        }
        room.pages -= pages;
        room.drawn -= size;
        Some(shown)
    }

    fn keep_drawn(&self, sha256: Sha256, covers: Covers, shown: Shown) {
        let mut all = locked(&self.drawn);
        all.push((sha256, covers, shown));
        while all.iter().map(|(_, _, shown)| size(shown)).sum::<usize>() > MOST {
            all.remove(0);
        }
    }

    /// How many pages an original has, counted now or before.
    pub(super) fn counted(
        &self,
        sha256: Sha256,
        count: impl FnOnce() -> Option<u32>,
    ) -> Option<u32> {
        if let Some(known) = locked(&self.page_counts).get(&sha256) {
            return *known;
        }
        let counted = count();
        locked(&self.page_counts).insert(sha256, counted);
        counted
    }
}

/// How many bytes the pages of an exhibit have.
fn size(shown: &Shown) -> usize {
    let of = |page: &Result<Scan, String>| page.as_ref().map_or(0, |scan| scan.size());
    match shown {
        Shown::Pages { leaves, .. } => leaves.iter().map(of).sum(),
        Shown::Picture(_) | Shown::Words { .. } => 0,
    }
}
