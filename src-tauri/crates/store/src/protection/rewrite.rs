//! The same content in a new file, with another key or with none.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use super::Key;
use crate::kind::Kind;
use crate::paths::clear;
use crate::{StoreError, connection, look, verify};

/// What SQLite says of a full disk, which is all that an export passes on of it.
const FULL: &str = "database or disk is full";

/// Writes all of a file that has no log into a new one, compares the two row by row, and makes the
/// new one survive a power cut.
///
/// # Errors
/// [`StoreError::Damaged`] where the old file itself is at fault, and otherwise what the disk said.
pub(crate) fn rewrite(
    old: &Path,
    old_key: Option<&Key>,
    new: &Path,
    key: Option<&Key>,
    kind: Kind,
) -> Result<(), StoreError> {
    let Err(error) = write(old, old_key, new, key, kind) else { return Ok(()) };
    // An export says of none of its errors where it lies, and whoever asks would give up a sound file.
    match complaint(old, old_key)? {
        Some(detail) => Err(StoreError::Damaged { detail }),
        None => Err(of_the_disk(error)),
    }
}

/// What is wrong with the file itself.
fn complaint(of: &Path, key: Option<&Key>) -> Result<Option<String>, StoreError> {
    look::to_its_end(of)?;
    let complaints = connection::immutable(of, key)
        .and_then(|connection| verify::complaints(&connection, "integrity_check"));
    match complaints.map_err(StoreError::from) {
        Ok(all) => Ok(all.into_iter().next()),
        Err(StoreError::Damaged { detail }) => Ok(Some(detail)),
        Err(other) => Err(other),
    }
}

/// What an error means where the file that was read is sound.
#[expect(clippy::wildcard_enum_match_arm, reason = "all others say themselves what the disk did")]
fn of_the_disk(error: StoreError) -> StoreError {
    match error {
        StoreError::Internal { detail } if detail == FULL => StoreError::DiskFull,
        StoreError::Internal { detail }
        | StoreError::Damaged { detail }
        | StoreError::Constraint { detail } => StoreError::Io { detail },
        other => other,
    }
}

fn write(
    old: &Path,
    old_key: Option<&Key>,
    new: &Path,
    key: Option<&Key>,
    kind: Kind,
) -> Result<(), StoreError> {
    clear(new)?;
    let connection = connection::rewriting(old, old_key, new, key)?;
    connection.query_row("SELECT sqlcipher_export('main', 'old')", [], |_| Ok(()))?;
    let version: i32 =
        connection.pragma_query_value(Some("old"), "user_version", |it| it.get(0))?;
    connection.pragma_update(Some("main"), "user_version", version)?;
    connection.pragma_update(Some("main"), "application_id", kind.application)?;
    connection.close().map_err(|(_, error)| error)?;
    std::fs::File::open(new)?.sync_all()?;
    // What counts is what lies on the disk, so it is read by another connection than wrote it.
    let written = connection::immutable(new, key)?;
    if let Some(detail) = verify::complaints(&written, "integrity_check")?.into_iter().next() {
        return Err(StoreError::Damaged { detail });
    }
    if sums(&connection::immutable(old, old_key)?)? == sums(&written)? {
        Ok(())
    } else {
        Err(StoreError::Damaged { detail: "what was written is not what was read".to_owned() })
    }
}

/// What a file consists of: each thing of its schema, with a sum of its rows where it has any.
fn sums(of: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT name, coalesce(sql, ''), type = 'table' AND rootpage > 0
        FROM sqlite_schema ORDER BY name";
    let mut statement = of.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut all = Vec::new();
    for row in rows {
        let (name, sql, has_rows): (String, String, bool) = row?;
        let sum = if has_rows { sum(of, &name)? } else { String::new() };
        all.push((name, sql + &sum));
    }
    Ok(all)
}

/// A sum of all rows of a table, in their order, with the numbers that SQLite has given them.
fn sum(of: &Connection, table: &str) -> Result<String, StoreError> {
    let table = table.replace('"', "\"\"");
    let numbered = of.prepare(&format!("SELECT rowid, * FROM \"{table}\" ORDER BY rowid"));
    // Some tables have no numbers of their own, and are in the order of their keys.
    let mut statement = match numbered {
        Ok(statement) => statement,
        Err(_) => of.prepare(&format!("SELECT * FROM \"{table}\""))?,
    };
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            add(&mut hash, row.get_ref(column)?);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn add(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            hash.update([1]);
            return hash.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            hash.update([2]);
            return hash.update(number.to_le_bytes());
        }
        ValueRef::Text(bytes) => (3, bytes),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
