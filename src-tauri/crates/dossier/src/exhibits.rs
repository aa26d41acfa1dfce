//! The originals that the matter rests on: numbered once, in the order of their dates. What was in an
//! edition that was sent keeps the number that it had there.

mod cited;
mod index;
mod numbers;
mod original;
mod pages;
mod place;
mod words;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use holdfast_domain::document::{PlaceId, Text};
use holdfast_domain::{Attachment, Cited, Dispute, Event, NumberedExhibit, Sha256};

use crate::Case;

pub(crate) use index::compose as index;
pub use original::{Original, Scan, Shown};
pub(crate) use pages::{attached, compose as pages};

/// The places of pages are numbered from here, those of rows from 1.
const FIRST_PAGE: u32 = 1 << 31;
/// How many pages of an exhibit can be led to.
const MOST_PAGES: u32 = 1 << 12;

/// An original with its number.
pub(crate) struct Exhibit<'a> {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) file: &'a Attachment,
    /// What rests on it, in words.
    pub(crate) belongs_to: Vec<String>,
    /// On how many pages of its own it stands, as far as they are shown.
    pub(crate) pages: u32,
    /// Every entry of the same bytes; the first is `file`.
    entries: Vec<&'a Attachment>,
}

/// The exhibits of one edition of a case file.
#[derive(Default)]
pub(crate) struct Exhibits<'a> {
    /// In the order of their numbers.
    pub(crate) all: Vec<Exhibit<'a>>,
    /// Numbers of editions that were sent which no exhibit of this one has.
    pub(crate) left_out: Vec<u32>,
}

impl<'a> Exhibits<'a> {
    /// Those on which something rests that the reader sees, or which belong to the matter as a
    /// whole. The same bytes are one exhibit, however often they were added.
    pub(crate) fn of(case: &Case<'a>, dispute: &Dispute, events: &[Event], on: NaiveDate) -> Self {
        let within = cited::Within { dispute, events };
        let mut files: Vec<(&Attachment, Vec<String>)> = case
            .attachments
            .iter()
            .filter(|file| file.dated.is_none_or(|time| time.at.day() <= on))
            .filter_map(|file| Some((file, within.belongs_to(file)?)))
            .collect();
        // What bears no date comes last, in the order of entry.
        files.sort_by_key(|(file, _)| {
            let day = file.dated.map(|time| time.at.day());
            (day.is_none(), day, file.added_at, file.id)
        });
        let mut all: Vec<Exhibit<'a>> = Vec::new();
        for (file, belongs_to) in files {
            match all.iter_mut().find(|one| one.file.sha256 == file.sha256) {
                Some(known) => {
                    let new = belongs_to.into_iter().filter(|it| !known.belongs_to.contains(it));
                    let new: Vec<String> = new.collect();
                    known.belongs_to.extend(new);
                    known.entries.push(file);
                }
                None => {
                    let original = case.originals.iter().find(|it| it.sha256 == file.sha256);
                    let shown = original.and_then(|it| it.shown.as_ref().ok());
                    let pages = shown.map_or(0, Shown::places);
                    let entries = vec![file];
                    all.push(Exhibit { number: 0, file, belongs_to, pages, entries });
                }
            }
        }
        let left_out = numbers::give(&mut all, case.numbers);
        Self { all, left_out }
    }

    /// A source with the exhibits behind it that show the same, each with the place in it, as links
    /// to its page or the index: `; Ex. 5, p. 2`.
    pub(crate) fn cited(&self, of: &[Cited], mut source: Text) -> Text {
        let mut told: BTreeSet<(Sha256, Option<&str>)> = BTreeSet::new();
        for exhibit in &self.all {
            let places = exhibit.entries.iter().flat_map(|file| {
                of.iter().filter_map(|one| file.citation(*one)).map(|it| it.place.as_deref())
            });
            for place in places {
                let place = place.map(str::trim).filter(|place| !place.is_empty());
                if !told.insert((exhibit.file.sha256, place)) {
                    continue;
                }
                let target = exhibit.target(place.and_then(place::page));
                let place = place.map(|place| format!(", {place}")).unwrap_or_default();
                source = source
                    .and("; ", holdfast_domain::document::Emphasis::None)
                    .and_link(format!("Ex.\u{A0}{}{place}", exhibit.number), target);
            }
        }
        source
    }
}

impl Exhibit<'_> {
    /// Its number and what it is.
    pub(crate) fn numbered(&self) -> NumberedExhibit {
        NumberedExhibit { number: self.number, sha256: self.file.sha256 }
    }

    /// Its row in the index.
    pub(crate) fn row(&self) -> PlaceId {
        PlaceId(self.number)
    }

    /// Where citations lead: the page that they name, or its first, or else its row.
    fn target(&self, named: Option<u32>) -> PlaceId {
        match named.filter(|page| *page <= self.pages) {
            Some(page) => self.page(page),
            None if self.pages > 0 => self.page(1),
            None => self.row(),
        }
    }

    /// A page of it, counted from 1, where it has that many.
    pub(crate) fn page(&self, number: u32) -> PlaceId {
        let number = number.min(MOST_PAGES - 1);
        PlaceId(FIRST_PAGE | self.number.wrapping_mul(MOST_PAGES) | number)
    }
}
