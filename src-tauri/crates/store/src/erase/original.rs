//! An original as a whole: its bytes, its text and what finds it go; its name, its size and the day
//! stay, in the file of originals and in the records alike.

use std::collections::{BTreeSet, HashMap};
use std::sync::PoisonError;

use holdfast_domain::{NaiveDate, Sha256};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::clean;
use crate::reader::begin_writing;
use crate::search::pages;
use crate::verify::NAMING;
use crate::{NewAction, Noun, Reader, Record, Store, StoreError, backup, journal};

impl Store {
    /// Erases an original as one action that is never undone, for every record that names it. What the
    /// records say of it stays. Says whether nothing is left of it in the bytes of the files; otherwise
    /// that is tried again at the next opening, as where the disk was full. `on` is the day that its
    /// mark bears. The damaged files of originals that were kept go as well, see
    /// [`Store::kept_damaged`]. The same bytes that are added again are a new original.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`], [`StoreError::Erased`] where that was done before, and when the store
    /// cannot be read or written; everything is as it was then.
    pub fn erase_original(
        &self,
        action: &NewAction,
        sha256: Sha256,
        on: NaiveDate,
    ) -> Result<bool, StoreError> {
        // A backup that is being copied elsewhere would take it along.
        let _alone = self.backing_up.lock().unwrap_or_else(PoisonError::into_inner);
        let writing = self.to_write()?;
        let evidence = self.evidence.connection();
        commit(&writing, &evidence, action, (sha256, on), &self.device)?;
        let key = self.paths.access.key();
        let is_clean = clean::finish(&writing.connection, &evidence, key).is_ok();
        // Nobody can tell what else a damaged file of originals has.
        Ok(backup::remove_damaged_originals(&self.paths).is_ok() && is_clean)
    }

    /// Sees to it that an erasure which was cut short does not take along what is added after it.
    pub(crate) fn erase_before_adding(&self) -> Result<(), StoreError> {
        if self.is_erasing()? {
            let writing = self.writing();
            clean::carry_on_all(&writing.connection, &self.evidence.connection())?;
        }
        Ok(())
    }

    /// Takes the mark out of the records, of an original that was added anew.
    pub(crate) fn unmark(&self, sha256: Sha256) -> Result<(), StoreError> {
        unmark(&self.writing().connection, &sha256.to_string())
    }
}

impl Reader {
    /// On which day each original was erased that was.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn erased_originals(&self) -> Result<HashMap<Sha256, NaiveDate>, StoreError> {
        let sql = "SELECT sha256, erased_on FROM erased_original";
        let erased = self.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        Ok(erased.into_iter().collect())
    }

    /// Everything that names an original, in the bin or out of it, in the order of the sorts.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn naming(&self, sha256: Sha256) -> Result<Vec<Record>, StoreError> {
        let mut named = BTreeSet::new();
        for (table, column) in NAMING {
            let Some(noun) = Noun::named(table) else { continue };
            let sql = format!("SELECT id FROM {table} WHERE {column} = ?1");
            let ids = self.rows(&sql, [sha256.to_string()], |cells| cells.take::<Uuid>())?;
            named.extend(ids.into_iter().map(|id| noun.record(id)));
        }
        Ok(named.into_iter().collect())
    }
}

/// Writes down that an original goes, all or nothing.
pub(super) fn commit(
    writing: &Reader,
    evidence: &Connection,
    action: &NewAction,
    (sha256, on): (Sha256, NaiveDate),
    device: &str,
) -> Result<(), StoreError> {
    let size = crate::evidence::standing(evidence, sha256)?.size;
    let transaction = begin_writing(&writing.connection)?;
    let records = &writing.connection;
    let sql =
        "INSERT OR REPLACE INTO erased_original (sha256, size, erased_on) VALUES (?1, ?2, ?3)";
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    records.execute(sql, params![sha256.to_string(), size, on.to_string()])?;
    let sql = "INSERT INTO erasing (action, stage, pages, original)
        VALUES (?1, 'cleaning', '[]', ?2)";
    records.execute(sql, [&action.id.to_string(), &sha256.to_string()])?;
    journal::begin(writing, action, device, None)?;
    Ok(transaction.commit()?)
}

/// Takes an original out of a file of originals, within a transaction that is open, and leaves the mark.
/// Says whether there was anything to take out.
pub(crate) fn take_out(evidence: &Connection, name: &str, on: &str) -> Result<bool, StoreError> {
    let sql = "SELECT number FROM original WHERE sha256 = ?1 AND erased_on IS NULL";
    let found: Option<i64> = evidence.query_row(sql, [name], |row| row.get(0)).optional()?;
    let Some(number) = found else { return Ok(false) };
    evidence
        .execute("UPDATE original SET erased_on = ?2 WHERE number = ?1", params![number, on])?;
    evidence.execute("DELETE FROM chunk WHERE original = ?1", [number])?;
    pages::forget(evidence, number)?;
    // What the index has deleted stays in its segments until they are merged.
    pages::make_anew(evidence)?;
    Ok(true)
}

/// Enters the mark of an original whose bytes never were in that file.
pub(crate) fn mark(
    evidence: &Connection,
    name: &str,
    size: i64,
    on: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO original (number, sha256, size, erased_on)
        SELECT coalesce(max(number), 0) + 1, ?1, ?2, ?3 FROM original";
    evidence.execute(sql, params![name, size, on])?;
    Ok(())
}

/// A mark: the name of the original, its size, and the day.
pub(crate) type Mark = (String, i64, String);

/// The marks of a file of originals.
pub(crate) fn marks(evidence: &Connection) -> Result<Vec<Mark>, StoreError> {
    marks_by(evidence, "SELECT sha256, size, erased_on FROM original WHERE erased_on IS NOT NULL")
}

fn marks_by(file: &Connection, sql: &str) -> Result<Vec<Mark>, StoreError> {
    let mut statement = file.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn unmark(records: &Connection, name: &str) -> Result<(), StoreError> {
    records.execute("DELETE FROM erased_original WHERE sha256 = ?1", [name])?;
    Ok(())
}

/// Makes both files say the same of what was erased. They differ where the records are an older backup
/// or came out of an archive, or where the program ended while an original was added anew. What lies
/// among the originals is believed; of what never lay there, the records are.
pub(super) fn reconcile(records: &Connection, evidence: &Connection) -> Result<(), StoreError> {
    let said = marks_by(records, "SELECT sha256, size, erased_on FROM erased_original")?;
    let there = marks(evidence)?;
    for (name, size, on) in said.iter().filter(|it| there.iter().all(|other| other.0 != it.0)) {
        let sql = "SELECT 1 FROM original WHERE sha256 = ?1";
        if evidence.query_row(sql, [name], |_| Ok(())).optional()?.is_some() {
            unmark(records, name)?;
        } else {
            mark(evidence, name, *size, on)?;
        }
    }
    for (name, size, on) in there.iter().filter(|it| said.iter().all(|other| other.0 != it.0)) {
        let sql = "INSERT INTO erased_original (sha256, size, erased_on) VALUES (?1, ?2, ?3)";
        records.execute(sql, params![name, size, on])?;
    }
    Ok(())
}
