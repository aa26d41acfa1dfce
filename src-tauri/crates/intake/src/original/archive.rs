//! Zip, alone and as the wrapping of office documents.
//!
//! Names in it are shown and never used as paths; sizes in it are said by whoever made it, so what
//! is unpacked is counted while it is.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::problem::{Problem, ProblemCode};

/// How many entries are looked at. The library makes a record of each before any is read.
const MOST_ENTRIES: usize = 10_000;

/// An archive that was opened.
pub(crate) type Opened<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A file in an archive, as the archive says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name with its folders, to be shown and never to be used as a path.
    pub name: String,
    /// How many bytes it has when it is unpacked, as the archive says.
    pub size: u64,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it points to another place of the file system, which is never followed.
    pub is_link: bool,
    /// Whether a password is needed for it.
    pub is_encrypted: bool,
}

/// What an archive holds: names and sizes, nothing unpacked.
///
/// # Errors
/// [`ProblemCode::Damaged`] and [`ProblemCode::TooManyParts`].
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry>, Problem> {
    let mut archive = open(bytes)?;
    let count = archive.len();
    let entry = |index| {
        let file = archive.by_index_raw(index).map_err(|error| problem(&error))?;
        Ok(Entry {
            name: super::problem::shown_name(file.name()),
            size: file.size(),
            is_folder: file.is_dir(),
            is_link: file.is_symlink(),
            is_encrypted: file.encrypted(),
        })
    };
    (0..count).map(entry).collect()
}

/// Opens an archive without unpacking anything.
pub(crate) fn open(bytes: &[u8]) -> Result<Opened<'_>, Problem> {
    if counts(bytes).any(|count| count > MOST_ENTRIES) {
        return Err(Problem::error(ProblemCode::TooManyParts, MOST_ENTRIES));
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| problem(&error))
}

/// How many entries the ends of an archive say there are: a file may have several ends, of which
/// the library takes the one that fits.
fn counts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const MARK: &[u8] = b"PK\x05\x06";
    // The end is followed by a remark of at most 65,535 bytes.
    let from = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let tail = &bytes[from..];
    let ends = tail.windows(22).filter(|it| it.starts_with(MARK));
    ends.map(|it| usize::from(u16::from_le_bytes([it[10], it[11]])))
}

/// The bytes of an entry, where there is one of that name; refused as soon as there are more than
/// `most`, whatever the archive says of its size.
///
/// # Errors
/// [`ProblemCode::UnpacksTooLarge`], [`ProblemCode::Encrypted`], [`ProblemCode::Damaged`].
pub(crate) fn entry(
    archive: &mut Opened<'_>,
    name: &str,
    most: u64,
) -> Result<Option<Vec<u8>>, Problem> {
    let mut file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(problem(&error)),
    };
    let mut bytes = Vec::new();
    let damaged = |_| Problem::error(ProblemCode::Damaged, name);
    file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > most {
        return Err(Problem::error(ProblemCode::UnpacksTooLarge, name));
    }
    Ok(Some(bytes))
}

fn problem(error: &ZipError) -> Problem {
    let locked = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
    Problem::error(if locked { ProblemCode::Encrypted } else { ProblemCode::Damaged }, "")
}
