//! What is left to do once an erasure is committed: the other file, and the bytes of both.
//!
//! SQLite overwrites what is replaced only where it is told to, and never what lay about before that.
//! Written anew as a whole, a file has nothing but what it holds; and a log that was emptied has
//! nothing of what it was.

use rusqlite::{Connection, OptionalExtension, params};

use super::{original, pages};
use crate::reader::begin_writing;
use crate::{Key, StoreError};

/// An encrypted file is written anew in memory, since nothing of it may lie about in plain. One of
/// more pages than this, of 4 KiB, is not: what was replaced in it was overwritten, and the rest is
/// encrypted.
const MOST_IN_MEMORY: i64 = 1 << 17;

/// Whether something is left to do.
pub(super) fn is_due(records: &Connection) -> Result<bool, StoreError> {
    // Records of the first versions are only opened as such to try what takes them to the next.
    let sql = "SELECT 1 FROM sqlite_schema WHERE name = 'erasing'";
    if records.query_row(sql, [], |_| Ok(())).optional()?.is_none() {
        return Ok(false);
    }
    Ok(records.query_row("SELECT 1 FROM erasing", [], |_| Ok(())).optional()?.is_some())
}

/// Does all that is left to do. What was done of it already is not done again.
pub(super) fn finish(
    records: &Connection,
    evidence: &Connection,
    key: Option<&Key>,
) -> Result<(), StoreError> {
    carry_on_all(records, evidence)?;
    written_anew(evidence, key)?;
    written_anew(records, key)?;
    records.execute("DELETE FROM erasing", [])?;
    // Where the program ends here, a name too many is known there, which means nothing.
    evidence.execute("DELETE FROM erased", [])?;
    Ok(())
}

/// Does in the file of originals what erasures are to do there.
pub(super) fn carry_on_all(records: &Connection, evidence: &Connection) -> Result<(), StoreError> {
    let mut statement = records.prepare(
        "SELECT e.action, e.pages, o.sha256, o.erased_on FROM erasing e
         LEFT JOIN erased_original o ON o.sha256 = e.original ORDER BY e.rowid",
    )?;
    let due = statement.query_map([], |row| {
        let (original, on): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(Due { action: row.get(0)?, pages: row.get(1)?, original: original.zip(on) })
    })?;
    let due: Vec<Due> = due.collect::<rusqlite::Result<_>>()?;
    due.iter().try_for_each(|due| carry_on(evidence, due))
}

/// What an erasure has to do in the file of originals.
struct Due {
    action: String,
    /// Where in the texts the mark goes, as JSON.
    pages: String,
    /// The original that goes, and the day.
    original: Option<(String, String)>,
}

fn carry_on(evidence: &Connection, due: &Due) -> Result<(), StoreError> {
    let action = &due.action;
    let sql = "SELECT 1 FROM erased WHERE action = ?1";
    if evidence.query_row(sql, [action], |_| Ok(())).optional()?.is_some() {
        return Ok(());
    }
    evidence.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    let transaction = begin_writing(evidence)?;
    pages::replace(&transaction, &due.pages)?;
    if let Some((name, on)) = &due.original {
        original::take_out(&transaction, name, on)?;
    }
    transaction.execute("INSERT INTO erased (action) VALUES (?1)", params![action])?;
    Ok(transaction.commit()?)
}

/// Writes a file anew from what it holds, and empties its log.
pub(super) fn written_anew(file: &Connection, key: Option<&Key>) -> Result<(), StoreError> {
    let pages: i64 = file.pragma_query_value(None, "page_count", |row| row.get(0))?;
    if key.is_none() || pages <= MOST_IN_MEMORY {
        file.execute_batch("VACUUM")?;
    }
    let busy: bool = file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(StoreError::Busy) } else { Ok(()) }
}
