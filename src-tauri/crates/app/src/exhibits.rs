//! The originals as a dossier gives them: read from the evidence, shown as pages can show them.

mod covers;
mod drawn;
mod pages;
mod picture;
mod words;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use holdfast_domain::document::{Bytes, StoredBytes};
use holdfast_domain::{Attachment, Sha256};
use holdfast_dossier::{Original, Shown};
use holdfast_intake::original::{Family, Kind};
use holdfast_store::{Store, StoreError};
use holdfast_typeset::Originals;

use crate::dossiers::Withheld;
use crate::{App, foreign};

use covers::Covers;
pub(crate) use drawn::{DrawnExhibits, PageCounts};

/// What is said where parts of an original are covered, so that it does not go along.
const COVERED: &str = "Parts of it are covered; the original is kept and is to be had on request.";

/// What there is room for in one dossier.
pub(crate) struct Room {
    /// Bytes of originals: more than that neither mail nor an office's form takes.
    originals: u64,
    /// Pages of exhibits.
    pages: usize,
    /// Bytes of drawn pages.
    drawn: usize,
}

impl Room {
    fn of_a_dossier() -> Self {
        Self { originals: 100_000_000, pages: 400, drawn: 60_000_000 }
    }
}

/// The originals, as whoever writes a dossier out gets them.
pub(crate) struct Shelf<'a>(pub(crate) &'a Store);

impl Originals for Shelf<'_> {
    fn copy(&self, sha256: Sha256, to: &mut dyn io::Write) -> io::Result<()> {
        self.0.read_original(sha256, to).map(|_| ()).map_err(io::Error::other)
    }
}

/// An original that was read, as a document names it.
fn stored(sha256: Sha256, bytes: &[u8]) -> Bytes {
    let last = bytes.last().copied();
    Bytes::Stored(StoredBytes { sha256, size: bytes.len() as u64, last })
}

impl App {
    /// Reads the originals, in their order, as far as there is room for them.
    /// What holds words that are covered for the reader is withheld; `all` are those that say which
    /// parts are covered.
    pub(crate) fn originals(
        &self,
        files: &[&Attachment],
        all: &[Attachment],
        withheld: &Withheld,
    ) -> Vec<Original> {
        let mut room = Room::of_a_dossier();
        let exhibit = |file: &&Attachment| {
            let covers = Covers::of(file.sha256, all);
            self.exhibit(file, (&covers, withheld), &mut room)
        };
        files.iter().map(exhibit).collect()
    }

    fn exhibit(
        &self,
        file: &Attachment,
        (covers, withheld): (&Covers, &Withheld),
        room: &mut Room,
    ) -> Original {
        let without = |why: &str| Original {
            sha256: file.sha256,
            bytes: Err(why.to_owned()),
            shown: Err(why.to_owned()),
            is_lost: false,
        };
        if file.size > room.originals {
            return without("It is too large for this file, and is to be had on request.");
        }
        let bytes = match self.whole(file.sha256) {
            Ok(bytes) => bytes,
            Err(StoreError::Erased { on, .. }) => {
                return without(&format!("The household erased this file for good on {on}."));
            }
            Err(_) => {
                let lost = without("The stored original is missing or damaged.");
                return Original { is_lost: true, ..lost };
            }
        };
        if let Some(why) = withheld.why(&bytes) {
            return without(why);
        }
        let shown = self.shown(file, &bytes, covers, room);
        if !covers.is_empty() {
            let shown = shown.map_err(|_| COVERED.to_owned());
            let bytes = Err(COVERED.to_owned());
            return Original { sha256: file.sha256, bytes, shown, is_lost: false };
        }
        room.originals -= file.size;
        let bytes = Ok(stored(file.sha256, &bytes));
        Original { sha256: file.sha256, bytes, shown, is_lost: false }
    }

    /// What a dossier's pages can show of an original.
    fn shown(
        &self,
        file: &Attachment,
        bytes: &Arc<[u8]>,
        covers: &Covers,
        room: &mut Room,
    ) -> Result<Shown, String> {
        let kind = foreign::kind(bytes);
        match kind.family() {
            Family::Picture => picture::shown(file.sha256, bytes, covers).map(Shown::Picture),
            Family::Document if kind == Kind::Pdf => {
                self.drawn_pages(file.sha256, bytes, covers, room)
            }
            // What is covered of them is known by no place in their words.
            Family::Document | Family::Mail if !covers.is_empty() => Err(COVERED.to_owned()),
            Family::Document | Family::Mail => words::shown(kind, bytes),
            Family::Archive | Family::Audio | Family::Video | Family::Other => {
                Err("Files of this kind cannot be shown on paper; open the attached original."
                    .to_owned())
            }
        }
    }

    /// How many pages the originals have, of those that have pages.
    pub(crate) fn page_counts(&self, files: &[Attachment]) -> BTreeMap<Sha256, u32> {
        let count = |file: &Attachment| Some((file.sha256, self.page_count(file)?));
        files.iter().filter_map(count).collect()
    }

    fn page_count(&self, file: &Attachment) -> Option<u32> {
        let kind = Kind::of_media_type(&file.media_type)?;
        if kind.family() == Family::Picture {
            return Some(1);
        }
        if kind != Kind::Pdf || file.size > Room::of_a_dossier().originals {
            return None;
        }
        self.counted(file.sha256, || foreign::page_count(&self.whole(file.sha256).ok()?))
    }
}
