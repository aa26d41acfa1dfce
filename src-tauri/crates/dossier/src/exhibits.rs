//! The originals that the matter rests on: numbered once, in the order of their dates. What was in an
//! edition that was sent keeps the number that it had there.

mod cited;
mod index;
mod numbers;
mod pages;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use holdfast_domain::document::{PlaceId, Text};
use holdfast_domain::{Attachment, Cited, Dispute, Event, NumberedExhibit, Sha256};

use crate::Case;

pub(crate) use index::compose as index;
pub use pages::{Original, Scan};
pub(crate) use pages::{attached, compose as pages};

/// The places of pages are numbered from here, those of rows from 1.
const FIRST_PAGE: u32 = 1 << 31;

/// An original with its number.
pub(crate) struct Exhibit<'a> {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) file: &'a Attachment,
    /// What rests on it, in words.
    pub(crate) belongs_to: Vec<String>,
    /// Whether it stands on a page of its own.
    pub(crate) has_page: bool,
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
                    let has_page = case
                        .originals
                        .iter()
                        .any(|it| it.sha256 == file.sha256 && it.shown.is_ok());
                    let entries = vec![file];
                    all.push(Exhibit { number: 0, file, belongs_to, has_page, entries });
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
                let place = place.map(|place| format!(", {place}")).unwrap_or_default();
                source = source
                    .and("; ", holdfast_domain::document::Emphasis::None)
                    .and_link(format!("Ex.\u{A0}{}{place}", exhibit.number), exhibit.target());
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

    /// Where citations lead: its page, or else its row.
    fn target(&self) -> PlaceId {
        if self.has_page { self.page() } else { self.row() }
    }

    /// Its page, where it has one.
    pub(crate) fn page(&self) -> PlaceId {
        PlaceId(FIRST_PAGE.saturating_add(self.number))
    }
}
