//! Looking at the files of a store before anything is opened for writing. A file that is refused
//! stays byte for byte as it was, and nothing new lies beside it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use crate::connection;
use crate::kind::Kind;
use crate::lock::open_error;
use crate::paths::{Access, Paths, beside};
use crate::{Key, OpenError, Reader, StoreError, backup, migrate, verify};

/// What a file of SQLite begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Up to this size a file is checked as a whole at every start, which takes a twentieth of a second.
const CHECKED_WHOLE: u64 = 16 << 20;

/// Looks at the first hundred bytes: enough to tell a store from anything else.
pub(crate) fn header(paths: &Paths, path: &Path, kind: Kind) -> Result<(), OpenError> {
    let mut bytes = [0_u8; 100];
    let mut file = File::open(path).map_err(|error| open_error(path, &error))?;
    let metadata = file.metadata().map_err(|error| open_error(path, &error))?;
    let foreign = || OpenError::Foreign { path: path.to_owned() };
    if !metadata.is_file() {
        return Err(foreign());
    }
    if metadata.len() == 0 {
        return Err(damaged(paths, path, "the file is empty"));
    }
    let got = read_up_to(&mut file, &mut bytes).map_err(|error| open_error(path, &error))?;
    if paths.access != Access::Plain {
        return sealed(paths, path, &bytes[..got]);
    }
    if got < bytes.len() && MAGIC.starts_with(&bytes[..got.min(MAGIC.len())]) {
        return Err(damaged(paths, path, "the file is cut short"));
    }
    if got < bytes.len() || &bytes[..16] != MAGIC {
        if is_sealed(&paths.records) && is_sealed(&paths.evidence) {
            return Err(OpenError::KeyMissing { path: paths.key.clone() });
        }
        // With evidence or backups beside it, it was a store once.
        let was_a_store =
            path != paths.evidence && (paths.evidence.exists() || paths.backups.exists());
        let is_ours = was_a_store || path == paths.evidence;
        return Err(if is_ours {
            damaged(paths, path, "the file does not begin as it should")
        } else {
            foreign()
        });
    }
    if number(&bytes, 68) != kind.application {
        return Err(foreign());
    }
    has_its_length(paths, path, &bytes, metadata.len())
}

/// That a file of a store which has a key is encrypted. It begins with random bytes, so that nothing
/// else can be told of it before it is unlocked.
fn sealed(paths: &Paths, path: &Path, beginning: &[u8]) -> Result<(), OpenError> {
    if beginning.starts_with(MAGIC) {
        let detail = format!("{} is not encrypted", path.display());
        return Err(OpenError::KeyDamaged { path: paths.key.clone(), detail });
    }
    if beginning.len() < 100 { Err(damaged(paths, path, "the file is cut short")) } else { Ok(()) }
}

/// Whether a file may be an encrypted one: it is as large as one, and does not begin as a plain one.
pub(crate) fn is_sealed(path: &Path) -> bool {
    sealed_or_not(path).unwrap_or_default()
}

/// The same, or why the file cannot be read.
pub(crate) fn sealed_or_not(path: &Path) -> std::io::Result<bool> {
    let mut bytes = [0_u8; 100];
    let got = read_up_to(&mut File::open(path)?, &mut bytes)?;
    Ok(got == bytes.len() && &bytes[..16] != MAGIC)
}

/// Reads a file to its end as any other. A page that the disk refuses is damage in SQLCipher's words;
/// where this succeeds, it is damage indeed.
///
/// # Errors
/// What the disk said, with the name of the file.
pub(crate) fn to_its_end(path: &Path) -> Result<(), StoreError> {
    File::open(path)
        .and_then(|mut file| std::io::copy(&mut file, &mut std::io::sink()))
        .map(drop)
        .map_err(|error| StoreError::Io { detail: format!("{}: {error}", path.display()) })
}

/// That a file without a write-ahead log has all the pages that its header counts.
fn has_its_length(
    paths: &Paths,
    path: &Path,
    header: &[u8; 100],
    length: u64,
) -> Result<(), OpenError> {
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    // The count is only right where whoever wrote last kept it.
    let counted = number(header, 24) == number(header, 92);
    let pages = u64::from(u32::from_ne_bytes(number(header, 28).to_ne_bytes()));
    if counted && !has_log(path) && length < pages * page {
        return Err(damaged(paths, path, "the file is cut short"));
    }
    Ok(())
}

/// Looks at the whole: the version, and whether SQLite finds the file sound. The lock must be held.
pub(crate) fn deep(paths: &Paths, path: &Path, kind: Kind) -> Result<i32, OpenError> {
    looking(paths, path, |connection| sound(&connection, paths, path, kind))
}

/// That sound records can do without a file of originals: that they name nothing which would be in it.
/// The lock must be held.
pub(crate) fn names_no_original(paths: &Paths) -> Result<(), OpenError> {
    looking(paths, &paths.records, |connection| {
        let wanted = backup::originals_to_be_there(&Reader::alone(connection));
        match wanted.map_err(|error| migrate::created(&paths.records, error))?.is_empty() {
            true => Ok(()),
            false => Err(OpenError::OriginalsGone { path: paths.evidence.clone() }),
        }
    })
}

/// Looks at a file and leaves nothing beside it where it is refused.
fn looking<T>(
    paths: &Paths,
    path: &Path,
    look: impl FnOnce(Connection) -> Result<T, OpenError>,
) -> Result<T, OpenError> {
    // After a crash the newest pages are in the log, and SQLite has to read both. It only builds an
    // index for that, which is taken away again if it was not there.
    let index = beside(path, "-shm");
    let had_index = index.exists();
    let looked = opened(path, paths.access.key())
        .map_err(|error| refused(paths, path, &error))
        .and_then(look);
    if !had_index && looked.is_err() {
        // It is refused already; an index that stays is built anew by whoever comes next.
        let _ = std::fs::remove_file(&index);
    }
    looked
}

/// Opens a file to look at, with its log where it has one.
pub(crate) fn opened(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let connect = if has_log(path) { connection::reading } else { connection::immutable };
    connect(path, key)
}

/// Reads every page of a file, which the usual look at an encrypted or a large one does not.
///
/// # Errors
/// [`OpenError::Damaged`]; others where it cannot be read for another reason.
pub(crate) fn through(paths: &Paths, path: &Path) -> Result<(), OpenError> {
    let refuse = |error: rusqlite::Error| refused(paths, path, &error);
    let connection = connection::reading(path, paths.access.key()).map_err(refuse)?;
    match backup::complaint(&connection).map_err(refuse)? {
        Some(complaint) => Err(damaged(paths, path, &complaint)),
        None => Ok(()),
    }
}

/// Whether a file is there. Where the disk does not say, it may be, and nothing takes its place.
pub(crate) fn is_there(path: &Path) -> Result<bool, OpenError> {
    path.try_exists().map_err(|error| open_error(path, &error))
}

/// Whether the newest pages lie in a write-ahead log.
pub(crate) fn has_log(path: &Path) -> bool {
    holds_something(&beside(path, "-wal"))
}

/// Whether a file is there and not empty. Where the disk does not say, it may be.
pub(crate) fn holds_something(path: &Path) -> bool {
    match std::fs::metadata(path) {
        Ok(found) => found.len() > 0,
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

fn sound(
    connection: &Connection,
    paths: &Paths,
    path: &Path,
    kind: Kind,
) -> Result<i32, OpenError> {
    let refuse = |error: rusqlite::Error| refused(paths, path, &error);
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    if pragma("application_id").map_err(refuse)? != kind.application {
        return Err(OpenError::Foreign { path: path.to_owned() });
    }
    let found = pragma("user_version").map_err(refuse)?;
    if found > kind.version() {
        return Err(OpenError::Newer { path: path.to_owned(), found, known: kind.version() });
    }
    let checked = match paths.access.key() {
        Some(_) => check_sealed(connection, path),
        None => check(connection, path, kind),
    };
    match checked.map_err(refuse)? {
        Some(complaint) => Err(damaged(paths, path, &complaint)),
        None => Ok(found),
    }
}

/// What SQLite complains of first. Of a large file, the bulk is left out.
fn check(connection: &Connection, path: &Path, kind: Kind) -> rusqlite::Result<Option<String>> {
    if std::fs::metadata(path).is_ok_and(|file| file.len() <= CHECKED_WHOLE) {
        return Ok(verify::complaints(connection, "quick_check")?.into_iter().next());
    }
    let mut statement =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?;
    for table in tables {
        let table = table?;
        if kind.bulk.contains(&table.as_str()) {
            continue;
        }
        let complaints = verify::complaints(connection, &format!("quick_check({table})"))?;
        if let Some(complaint) = complaints.into_iter().next() {
            return Ok(Some(complaint));
        }
    }
    Ok(None)
}

/// Whether an encrypted file has all its pages. Each of them is sealed, and one that is damaged is
/// found when it is read, whatever is asked; in a plain file it might be carried on, which is why that
/// is read through at every start. To do so here would make a start take four times as long; the
/// backup of each day reads every page of the records.
fn check_sealed(connection: &Connection, path: &Path) -> rusqlite::Result<Option<String>> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    // SQLCipher gives this one as a text.
    let size = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    let size = connection.pragma_query_value(None, "cipher_page_size", size)?;
    let whole = pages.saturating_mul(size.parse().unwrap_or_default());
    let length = std::fs::metadata(path).map_or(0, |file| file.len());
    // What is newest lies in the log as long as there is one.
    let is_short = !has_log(path) && i64::try_from(length).is_ok_and(|length| length < whole);
    Ok(is_short.then(|| "the file is cut short".to_owned()))
}

fn refused(paths: &Paths, path: &Path, error: &rusqlite::Error) -> OpenError {
    let detail = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => damaged(paths, path, &detail),
        Some(_) | None => OpenError::Io { path: path.to_owned(), detail },
    }
}

/// That a file of the store is damaged; where it is the records, with the backups from which they can be
/// had again.
pub(crate) fn damaged(paths: &Paths, path: &Path, detail: &str) -> OpenError {
    let (path, detail) = (path.to_owned(), detail.to_owned());
    if path == paths.evidence {
        OpenError::OriginalsDamaged { path, detail }
    } else {
        OpenError::Damaged { path, detail, backups: backup::dated(paths) }
    }
}

fn read_up_to(file: &mut File, bytes: &mut [u8]) -> std::io::Result<usize> {
    let mut got = 0;
    while got < bytes.len() {
        match file.read(&mut bytes[got..])? {
            0 => break,
            more => got += more,
        }
    }
    Ok(got)
}

/// A big-endian number in the header.
fn number(header: &[u8; 100], at: usize) -> i32 {
    i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}
