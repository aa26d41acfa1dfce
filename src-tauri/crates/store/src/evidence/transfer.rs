//! Originals from one file of them into another, each by itself.

use holdfast_domain::Sha256;
use rusqlite::{Connection, params};
use sha2::Digest as _;

use crate::evidence::NO_DAY;
use crate::reader::begin_writing;
use crate::{StoreError, erase};

const STANDING: &str =
    "SELECT number, sha256 FROM original WHERE erased_on IS NULL ORDER BY number";

/// The originals whose bytes are there.
pub(crate) fn standing(of: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
    let mut statement = of.prepare(STANDING)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same of a file that is damaged, as far as it can be read. The first versions had no marks.
pub(crate) fn standing_as_far_as_read(of: &Connection) -> Vec<(i64, String)> {
    let unmarked = "SELECT number, sha256 FROM original ORDER BY number";
    let Ok(mut statement) = of.prepare(STANDING).or_else(|_| of.prepare(unmarked)) else {
        return Vec::new();
    };
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.map(|rows| rows.map_while(Result::ok).collect()).unwrap_or_default()
}

/// Whether an original can be read, and is what its name says. A file that is damaged elsewhere may well
/// have others that are whole.
pub(crate) fn is_whole(of: &Connection, number: i64, name: &str) -> bool {
    let hash = || -> rusqlite::Result<String> {
        let sql = "SELECT bytes FROM chunk WHERE original = ?1 ORDER BY place";
        let mut pieces = of.prepare_cached(sql)?;
        let mut rows = pieces.query([number])?;
        let mut hash = sha2::Sha256::new();
        while let Some(row) = rows.next()? {
            hash.update(row.get_ref(0)?.as_blob()?);
        }
        Ok(Sha256(hash.finalize().into()).to_string())
    };
    hash().is_ok_and(|found| found == name)
}

/// Copies one original piece by piece. Says whether it was what its name says; else nothing is kept.
pub(crate) fn copy_original(
    from: &Connection,
    number: i64,
    name: &str,
    to: &Connection,
) -> Result<bool, StoreError> {
    let transaction = begin_writing(to)?;
    let new: i64 =
        transaction
            .query_row("SELECT coalesce(max(number), 0) + 1 FROM original", [], |row| row.get(0))?;
    let sql = "SELECT place, bytes FROM chunk WHERE original = ?1 ORDER BY place";
    let mut pieces = from.prepare_cached(sql)?;
    let mut rows = pieces.query([number])?;
    let (mut hash, mut size) = (sha2::Sha256::new(), 0_i64);
    while let Some(row) = rows.next()? {
        let (place, bytes): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        hash.update(&bytes);
        size += i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let sql = "INSERT INTO chunk (original, place, bytes) VALUES (?1, ?2, ?3)";
        transaction.prepare_cached(sql)?.execute(params![new, place, bytes])?;
    }
    if Sha256(hash.finalize().into()).to_string() != name {
        return Ok(false);
    }
    // What was erased, or is not what it was, makes room.
    erase::take_out(&transaction, name, NO_DAY)?;
    transaction.execute("DELETE FROM original WHERE sha256 = ?1", [name])?;
    let sql = "INSERT INTO original (number, sha256, size) VALUES (?1, ?2, ?3)";
    transaction.execute(sql, params![new, name, size])?;
    transaction.commit()?;
    Ok(true)
}
