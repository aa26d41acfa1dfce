//! Which record names which, by the descriptions of the tables.

use rusqlite::types::Value;
use uuid::Uuid;

use crate::cell::Cell;
use crate::nouns::table;
use crate::{Noun, Reader, Record, StoreError};

/// The columns of a noun that name other records, its owner's among them.
pub(crate) fn of(noun: Noun) -> impl Iterator<Item = (&'static str, Noun)> {
    let table = table(noun);
    table.owner.into_iter().chain(table.references.iter().copied())
}

/// Which noun a column names, and whether the row belongs to that record and goes out of sight with
/// it.
pub(crate) fn target(noun: Noun, column: &str) -> Option<(Noun, bool)> {
    let table = table(noun);
    let (_, target) = of(noun).find(|(name, _)| *name == column)?;
    let is_its_own = table.owner.iter().chain(table.shelters).any(|(name, _)| *name == column);
    Some((target, is_its_own))
}

/// A record out of the bin that names this one. What belongs to it does not count, except where a
/// whole action is taken back: then it was added later, and would vanish unseen.
pub(crate) fn naming(
    reader: &Reader,
    record: Record,
    with_its_own: bool,
) -> Result<Option<Record>, StoreError> {
    for noun in Noun::ALL.iter().copied() {
        for (column, named) in of(noun) {
            let is_its_own = target(noun, column).is_some_and(|(_, is_its_own)| is_its_own);
            if named != record.noun() || (is_its_own && !with_its_own) {
                continue;
            }
            let name = noun.as_str();
            let sql = format!(
                "SELECT id FROM {name} WHERE {column} = ?1 AND deleted_at IS NULL
                 ORDER BY id LIMIT 1"
            );
            let id: Option<Uuid> = reader.row(&sql, [key(record)], |cells| cells.take())?;
            if let Some(id) = id {
                return Ok(Some(noun.record(id)));
            }
        }
    }
    Ok(None)
}

/// The record that this one belongs to, or else the first with which it goes out of sight.
pub(crate) fn owner(reader: &Reader, record: Record) -> Result<Option<Record>, StoreError> {
    let table = table(record.noun());
    let owner = table.owner.or_else(|| table.shelters.first().copied());
    let Some((column, noun)) = owner else { return Ok(None) };
    let sql = format!("SELECT {column} FROM {} WHERE id = ?1", record.noun().as_str());
    let owner: Option<Uuid> = reader.row(&sql, [key(record)], |cells| cells.take())?;
    Ok(owner.map(|owner| noun.record(owner)))
}

/// What stands in some columns of a record, or nothing where there is no such record.
pub(crate) fn values(
    reader: &Reader,
    record: Record,
    columns: &[&str],
) -> Result<Option<Vec<Value>>, StoreError> {
    let sql =
        format!("SELECT {} FROM {} WHERE id = ?1", columns.join(", "), record.noun().as_str());
    reader.row(&sql, [key(record)], |cells| columns.iter().map(|_| Value::read(cells)).collect())
}

/// A record's id as its table has it.
pub(crate) fn key(record: Record) -> String {
    record.uuid().hyphenated().to_string()
}
