//! Where words stand, before anything is erased.

use std::collections::{BTreeMap, BTreeSet};

use holdfast_domain::{AttachmentId, DisputeId, Sha256, StatementId};
use rusqlite::types::Value;
use uuid::Uuid;

use super::classes::RECORDS;
use super::text::Eraser;
use super::words::ErasedWords;
use super::{each_hit, pages};
use crate::{Noun, Reader, Record, Store, StoreError, references};

/// How many signs of a text are shown on either side of the words.
const AROUND: usize = 40;

/// Of what a text is that has the words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceOf {
    /// A field of a record, in the bin or out of it.
    Record(Record),
    /// A line of a bank statement.
    Line(StatementId),
    /// A form that is being typed.
    Draft,
    /// What the journal says that something was done to.
    Journal,
    /// What a field of a record held before.
    Before(Record),
    /// The text that was read out of an original.
    Document(Sha256),
}

/// A text that has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Of what.
    pub of: PlaceOf,
    /// The dispute that it is, or belongs to.
    pub dispute: Option<DisputeId>,
    /// Whether it lies in the bin.
    pub in_bin: bool,
    /// How often it has them.
    pub times: usize,
    /// What stands before the first of them, the words as they stand there, and what stands behind.
    pub excerpt: [String; 3],
}

/// Something that is kept byte for byte and has the words, or may have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StillThere {
    /// A file that was attached, whose text has them.
    Attachment(AttachmentId),
    /// A record that keeps a file with them: a letter that was sent, or a bank's statement.
    With(Record),
    /// A dossier that was sent, of a dispute that has them. Whether it shows them is not known.
    Perhaps(Record),
}

/// Where words stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Each text that would get a mark.
    pub places: Vec<Place>,
    /// What would keep them.
    pub still_there: Vec<StillThere>,
}

impl Store {
    /// Where the words stand, and what would keep them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn places_of(&self, words: &ErasedWords) -> Result<Places, StoreError> {
        let reader = self.reader()?;
        let eraser = Eraser::new(words, &reader.connection)?;
        let mut places = in_records(&reader, &eraser)?;
        let mut documents: BTreeMap<Sha256, Place> = BTreeMap::new();
        pages::each(&self.evidence.reading(), |sha256, _, text| {
            let found = eraser.places_in(text);
            let (Some(first), Ok(sha256)) = (found.first(), sha256.parse()) else { return };
            let place = documents.entry(sha256).or_insert_with(|| Place {
                of: PlaceOf::Document(sha256),
                dispute: None,
                in_bin: false,
                times: 0,
                excerpt: excerpt(text, first),
            });
            place.times += found.len();
        })?;
        let still_there = still_there(&reader, &places, documents.keys().copied())?;
        places.extend(documents.into_values());
        Ok(Places { places, still_there })
    }
}

fn in_records(reader: &Reader, eraser: &Eraser<'_>) -> Result<Vec<Place>, StoreError> {
    let mut places = Vec::new();
    for classed in RECORDS {
        each_hit(reader, classed, eraser, |row, column, hit| {
            // What a field holds now is told with its record.
            if column == "after" && classed.table == "change" {
                return Ok(());
            }
            let of = match classed.table {
                "draft" => PlaceOf::Draft,
                "action" => PlaceOf::Journal,
                "change" => PlaceOf::Before(changed(reader, row)?),
                "statement_line" => PlaceOf::Line(StatementId::from(uuid(row)?)),
                table => PlaceOf::Record(record(table, row)?),
            };
            let found = eraser.places_in(&hit.said);
            let excerpt = found.first().map(|first| excerpt(&hit.said, first)).unwrap_or_default();
            let (dispute, in_bin) = whereabouts(reader, &of)?;
            places.push(Place { of, dispute, in_bin, times: hit.times, excerpt });
            Ok(())
        })?;
    }
    Ok(places)
}

/// The dispute of what has the words, and whether it lies in the bin.
fn whereabouts(reader: &Reader, of: &PlaceOf) -> Result<(Option<DisputeId>, bool), StoreError> {
    match of {
        PlaceOf::Record(record) => {
            let in_bin = reader.in_bin(record.noun(), record.uuid())? == Some(true);
            Ok((reader.dispute_of(*record)?, in_bin))
        }
        PlaceOf::Before(record) => Ok((reader.dispute_of(*record)?, false)),
        PlaceOf::Line(_) | PlaceOf::Draft | PlaceOf::Journal | PlaceOf::Document(_) => {
            Ok((None, false))
        }
    }
}

fn record(table: &str, row: &[Value]) -> Result<Record, StoreError> {
    let noun = Noun::named(table).ok_or_else(|| StoreError::Internal {
        detail: format!("the rows of {table} are no records"),
    })?;
    Ok(noun.record(uuid(row)?))
}

fn uuid(row: &[Value]) -> Result<Uuid, StoreError> {
    let text = match row.first() {
        Some(Value::Text(text)) => text.as_str(),
        Some(_) | None => "",
    };
    Uuid::parse_str(text)
        .map_err(|_| StoreError::Damaged { detail: format!("“{text}” is no id") })
}

fn changed(reader: &Reader, row: &[Value]) -> Result<Record, StoreError> {
    let sql = "SELECT r.id, r.noun FROM change c JOIN changed_record r ON r.number = c.record
        WHERE c.number = ?1";
    let found = reader.row(sql, rusqlite::params_from_iter(row), crate::journal::record)?;
    found.ok_or_else(|| StoreError::Damaged { detail: "a change of no record".to_owned() })
}

/// What stands around a place of a text.
fn excerpt(text: &str, place: &std::ops::Range<usize>) -> [String; 3] {
    let (before, found, behind) = (&text[..place.start], &text[place.clone()], &text[place.end..]);
    let begin = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let cut = |cut: bool| if cut { "…" } else { "" };
    [
        format!("{}{}", cut(begin > 0), &before[begin..]),
        found.to_owned(),
        format!("{}{}", &behind[..end], cut(end < behind.len())),
    ]
}

/// What keeps the words, byte for byte.
fn still_there(
    reader: &Reader,
    places: &[Place],
    documents: impl Iterator<Item = Sha256>,
) -> Result<Vec<StillThere>, StoreError> {
    let mut all = BTreeSet::new();
    for sha256 in documents {
        let sql = "SELECT id FROM attachment WHERE sha256 = ?1";
        reader.each(sql, [sha256.to_string()], |cells| {
            all.insert(StillThere::Attachment(cells.take()?));
            Ok(())
        })?;
    }
    for place in places {
        match &place.of {
            PlaceOf::Record(record @ Record::SentLetter(_)) => {
                all.insert(StillThere::With(*record));
            }
            PlaceOf::Line(statement) => {
                all.insert(StillThere::With(Record::Statement(*statement)));
            }
            PlaceOf::Record(_)
            | PlaceOf::Draft
            | PlaceOf::Journal
            | PlaceOf::Before(_)
            | PlaceOf::Document(_) => {}
        }
    }
    let disputes: BTreeSet<DisputeId> = places.iter().filter_map(|place| place.dispute).collect();
    for dispute in disputes {
        let sql = "SELECT id FROM sent_dossier WHERE dispute = ?1";
        reader.each(sql, [references::key(Record::Dispute(dispute))], |cells| {
            all.insert(StillThere::Perhaps(Record::SentDossier(cells.take()?)));
            Ok(())
        })?;
    }
    Ok(all.into_iter().collect())
}
