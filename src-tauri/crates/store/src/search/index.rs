//! Keeping the index as the record is, in the same transaction, and making it anew.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use holdfast_domain::NaiveDate;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::entry::{Entry, Key, speaking_of};
use super::shape::{self, SHAPES, Shape};
use crate::reader::begin_writing;
use crate::{Reader, Record, StoreError, references};

/// How texts become terms, and which texts. An index of another version is made anew.
pub(crate) const VERSION: i64 = 3;

/// The number of an entry is its day, a number within the day and which shape it has, so that the
/// index gives the newest first by itself.
const OF_A_DAY: u32 = 25;
const OF_A_SHAPE: u32 = 5;

/// Which shape an entry has, by its number.
pub(super) fn shape_of(number: i64) -> Option<&'static Shape> {
    SHAPES.get(usize::try_from(number & ((1 << OF_A_SHAPE) - 1)).ok()?)
}

/// The day of an entry, by its number.
pub(super) fn day_of(number: i64) -> Option<NaiveDate> {
    let days = i32::try_from(number >> OF_A_DAY).ok().filter(|days| *days > 0)?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

/// Brings the entries of records that were changed, and of those that speak of them, up to date.
pub(crate) fn update(
    reader: &Reader,
    changed: &BTreeSet<Record>,
    renamed: &BTreeSet<Record>,
) -> Result<(), StoreError> {
    if !is_there(reader)? {
        return Ok(());
    }
    let mut stale = BTreeSet::new();
    for record in changed {
        stale.extend(speaking_of(reader, *record, renamed.contains(record))?);
    }
    stale.into_iter().try_for_each(|record| renew(reader, record))
}

/// Writes the entry of one record anew.
fn renew(reader: &Reader, record: Record) -> Result<(), StoreError> {
    let Some((place, shape)) = shape::of(record.noun()) else { return Ok(()) };
    // A stroke stands between an id and the number of a line, and a nought is the sign behind it.
    let sql = "DELETE FROM search_entry WHERE record >= ?1 AND record < ?1 || '0'
        RETURNING number";
    let gone: Vec<i64> = reader.rows(sql, [references::key(record)], |cells| cells.take())?;
    for number in gone {
        let sql = "DELETE FROM search_terms WHERE rowid = ?1";
        reader.connection.prepare_cached(sql)?.execute([number])?;
    }
    add_all(reader, place, shape, record)
}

/// Adds the entries of a record that is in sight.
fn add_all(reader: &Reader, place: usize, shape: &Shape, record: Record) -> Result<(), StoreError> {
    for key in Key::all_of(reader, record)? {
        // The lines of a statement are in sight all together.
        let Some(entry) = Entry::of(reader, shape, key)? else { break };
        add(reader, place, key, &entry)?;
    }
    Ok(())
}

fn add(reader: &Reader, place: usize, key: Key, entry: &Entry) -> Result<(), StoreError> {
    let day = i64::from(entry.day.map_or(0, |day| day.num_days_from_ce().max(0)));
    let (first, behind) = (day << OF_A_DAY, (day + 1) << OF_A_DAY);
    let sql = "SELECT max(number) FROM search_entry WHERE number >= ?1 AND number < ?2";
    let last: Option<i64> = reader.row(sql, [first, behind], |cells| cells.take())?.flatten();
    let free = last.map_or(first, |last| (last | ((1 << OF_A_SHAPE) - 1)) + 1);
    let next = free + i64::try_from(place).unwrap_or_default();
    if next >= behind {
        let detail = format!("more entries of one day than can be counted: {}", entry.texts.len());
        return Err(StoreError::Damaged { detail });
    }
    let sql = "INSERT INTO search_entry (number, record, dispute) VALUES (?1, ?2, ?3)";
    let dispute = entry.dispute.map(|id| id.hyphenated().to_string());
    reader.connection.prepare_cached(sql)?.execute(params![next, key.text(), dispute])?;
    let [mut exact, days, title, words, names, private] = entry.columns();
    exact.push_str(&shape::term(place));
    let sql = "INSERT INTO search_terms (rowid, exact, days, title, words, names, private)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    reader
        .connection
        .prepare_cached(sql)?
        .execute(params![next, exact, days, title, words, names, private])?;
    Ok(())
}

/// Makes the index where there is none, or one of another version.
pub(crate) fn ensure(writing: &Reader) -> Result<(), StoreError> {
    if !is_there(writing)? || version(&writing.connection)? == Some(VERSION) {
        return Ok(());
    }
    rebuild(writing)
}

/// Whether the records have an index at all. Those of the first versions, which are only opened as
/// such to try what takes them to the next, have none.
fn is_there(reader: &Reader) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE name = 'search_version'";
    Ok(reader.row(sql, [], |cells| cells.take::<i64>())?.is_some())
}

/// Makes the whole index anew from the record.
pub(crate) fn rebuild(writing: &Reader) -> Result<(), StoreError> {
    let transaction = begin_writing(&writing.connection)?;
    make_anew(writing)?;
    transaction.commit()?;
    Ok(())
}

/// Makes the index anew within the transaction that is open.
pub(crate) fn make_anew(writing: &Reader) -> Result<(), StoreError> {
    writing.connection.execute("DELETE FROM search_entry", [])?;
    clear(&writing.connection, "search_terms")?;
    for (place, shape) in SHAPES.iter().enumerate() {
        let sql = format!("SELECT id FROM {} ORDER BY id", shape.noun.as_str());
        let ids: Vec<Uuid> = writing.rows(&sql, [], |cells| cells.take())?;
        for id in ids {
            add_all(writing, place, shape, shape.noun.record(id))?;
        }
    }
    Ok(())
}

/// Which version an index is of, if it was made at all.
pub(super) fn version(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare("SELECT max(version) FROM search_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Empties an index and says that it is of this version.
pub(super) fn clear(connection: &Connection, terms: &str) -> Result<(), StoreError> {
    connection.execute(&format!("INSERT INTO {terms} ({terms}) VALUES ('delete-all')"), [])?;
    connection.execute("DELETE FROM search_version", [])?;
    connection.execute("INSERT INTO search_version (version) VALUES (?1)", [VERSION])?;
    Ok(())
}
