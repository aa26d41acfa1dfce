//! Connections to SQLite, each with the same care.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params};
use zeroize::Zeroizing;

use crate::{Key, StoreError, private};

/// How long to wait where another connection of this process is writing.
const PATIENCE: Duration = Duration::from_secs(10);

/// Enough for every statement that a screen uses.
const STATEMENTS: usize = 128;

/// How much of the file a reading connection keeps in memory: in SQLite's terms, minus KiB. Lists and
/// search go over the same few megabytes again and again.
const CACHE: i32 = -16_384;

/// By what each page of an encrypted file is sealed. Processors have instructions for it, so that a
/// page is read in less than half the time of SQLCipher's own choice; it is no weaker. It holds for
/// every encrypted file that this process opens from then on.
const SEALED_BY: &str = "PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256";

/// SQLCipher writes what it finds onto the standard error of the process, page by page. Each of these
/// comes back as an error too, and is said once and in words.
const UNSPOKEN: &str = "PRAGMA cipher_log_level = NONE";

/// A connection that writes to a file that exists.
pub(crate) fn writing(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    take_care(&connection, key)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // With FULL, what was committed outlives a power cut, and not only a crash of the app.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// A connection to a new file, which is its owner's alone, and not yet where others look for it.
pub(crate) fn creating(path: &Path, key: Option<&Key>) -> Result<Connection, StoreError> {
    private::create(path)?;
    Ok(alone(path, key)?)
}

/// A connection that writes to a file which nobody else has open, and which keeps no log.
pub(crate) fn alone(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    take_care(&connection, key)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// A connection that only reads, beside one that writes.
pub(crate) fn reading(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    take_care(&connection, key)?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    Ok(connection)
}

/// A connection that looks at a file and leaves it and its folder as they are. It does not see what
/// is in a write-ahead log.
pub(crate) fn immutable(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri(path) + "?immutable=1", flags)?;
    take_care(&connection, key)?;
    Ok(connection)
}

/// A connection that takes all of one file over into a new one, with or without a key each; the old
/// one is called `old`. It does not see what is in a write-ahead log. Nothing of the new file is relied
/// on before it was synced as a whole.
pub(crate) fn rewriting(
    old: &Path,
    old_key: Option<&Key>,
    new: &Path,
    key: Option<&Key>,
) -> Result<Connection, StoreError> {
    private::create(new)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri(new), flags)?;
    take_care(&connection, key)?;
    // The tables of the search index are made and filled as they are, which is not done otherwise.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update_and_check(None, "journal_mode", "OFF", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.execute_batch(SEALED_BY)?;
    let literal = old_key.map(Key::literal).unwrap_or_default();
    let old = uri(old) + "?immutable=1";
    connection.execute("ATTACH ?1 AS old KEY ?2", params![old, *literal])?;
    Ok(connection)
}

/// How a connection is made, such as [`writing`].
pub(crate) type Connect = fn(&Path, Option<&Key>) -> rusqlite::Result<Connection>;

/// Puts a new connection in the place of one that SQLCipher has given up for good. It does so with the
/// first page that could not be read, even where the disk only failed for a moment; a file that is
/// not encrypted is read again by the same connection. Where there can be no new one yet, the old
/// one stays, and says what is wrong to whoever uses it.
pub(crate) fn mend(it: &mut Connection, connect: Connect, path: &Path, key: Option<&Key>) {
    if key.is_some()
        && !is_in_use(it)
        && let Ok(new) = connect(path, key)
    {
        *it = new;
    }
}

/// Whether SQLCipher still reads and writes with that connection.
fn is_in_use(it: &Connection) -> bool {
    let status = it.pragma_query_value(None, "cipher_status", |row| row.get::<_, String>(0));
    status.is_ok_and(|status| status == "1")
}

/// A file might have been made to harm whoever opens it, and it might be broken.
fn take_care(connection: &Connection, key: Option<&Key>) -> rusqlite::Result<()> {
    if let Some(key) = key {
        unlock(connection, key)?;
    }
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A misspelt column in double quotes is an error and not a string.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// Reads and writes a file with its key. What is sorted or kept for a moment stays in memory, since
/// files for that are not encrypted.
fn unlock(connection: &Connection, key: &Key) -> rusqlite::Result<()> {
    let literal = key.literal();
    connection.execute_batch(UNSPOKEN)?;
    connection.execute_batch(SEALED_BY)?;
    connection.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"{}\"", *literal)))?;
    connection.pragma_update(None, "temp_store", "MEMORY")
}

/// A path as SQLite's URIs want it: whole, forward slashes, everything else but plain letters escaped.
fn uri(path: &Path) -> String {
    // A path that cannot be made whole is said to be missing by whoever opens it.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let mut uri = String::from("file:");
    if !text.starts_with('/') {
        uri.push('/');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
