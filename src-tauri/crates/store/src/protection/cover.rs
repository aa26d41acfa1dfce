//! Files that are no whole records, such as the damaged ones that a restoration has kept: under an
//! encrypted cover as they are, byte for byte, and out of it again.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use rusqlite::{Connection, params};

use super::Key;
use crate::paths::clear;
use crate::{StoreError, connection, private};

/// What tells a cover from other files: “HFCV”.
const APPLICATION: i32 = 0x4846_4356;

/// How many bytes stand together.
const PIECE: u64 = 1 << 18;

/// Puts the bytes of a file into a new one that only the key reads.
pub(super) fn cover(file: &Path, to: &Path, key: &Key) -> Result<(), StoreError> {
    clear(to)?;
    let connection = connection::creating(to, Some(key))?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.execute_batch(
        "CREATE TABLE piece (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT; BEGIN",
    )?;
    let from = File::open(file)?;
    loop {
        let mut bytes = Vec::new();
        (&from).take(PIECE).read_to_end(&mut bytes)?;
        if bytes.is_empty() {
            break;
        }
        connection.execute("INSERT INTO piece (bytes) VALUES (?1)", params![bytes])?;
    }
    connection.execute_batch("COMMIT")?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(File::open(to)?.sync_all()?)
}

/// Writes what lies under a cover into a new file. Says whether it is a cover.
pub(super) fn uncover(file: &Path, to: &Path, key: &Key) -> Result<bool, StoreError> {
    clear(to)?;
    let connection = connection::immutable(file, Some(key))?;
    let application =
        |of: &Connection| of.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0));
    if application(&connection).ok() != Some(APPLICATION) {
        return Ok(false);
    }
    let mut out = private::create(to)?;
    let mut statement = connection.prepare("SELECT bytes FROM piece ORDER BY place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(0)?;
        out.write_all(&bytes)?;
    }
    out.sync_all()?;
    Ok(true)
}
