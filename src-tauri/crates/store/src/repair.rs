//! A file of originals that is damaged: it is kept as it is, and a new one takes its place with every
//! original that can still be read, there or in a copy of it.
//!
//! Nothing of that happens by itself. A disk that fails for a moment looks like damage too, and the
//! person may have a better copy. Killed at any moment, the damaged file is where it was, with all of
//! it kept elsewhere from when its logs are taken away; or the new one is.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;

use crate::evidence::transfer::{copy_original, is_whole, standing_as_far_as_read};
use crate::kind::{EVIDENCE, RECORDS};
use crate::lock::{Lock, open_error};
use crate::paths::{Access, Paths, beside, sync_folder};
use crate::store::may_be_written;
use crate::{
    Key, OpenError, Reader, Store, StoreError, backup, connection, look, migrate, protection,
};

/// What became of a damaged file of originals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where the damaged file is kept.
    pub kept: PathBuf,
    /// How many originals are there again.
    pub saved: u64,
    /// How many the records name that could not be read anywhere.
    pub missing: u64,
}

impl Store {
    /// Puts a new file of originals in the place of a damaged one of the store at `path`, which nobody
    /// has open; `wall` is what the clock on the wall shows. `copies` tells from the records where
    /// copies of that file may lie. Gives nothing where it is sound.
    ///
    /// # Errors
    /// What is to be said of the records, where they are not sound themselves, and what disks can do.
    /// All is as it was then.
    pub fn repair_originals(
        path: &Path,
        key: Option<&Key>,
        wall: NaiveDateTime,
        copies: impl FnOnce(&Reader) -> Vec<PathBuf>,
    ) -> Result<Option<Repaired>, OpenError> {
        let paths = Paths::of(path)?;
        may_be_written(&paths)?;
        let _lock = Lock::take(&paths.lock, &paths.records)?;
        protection::settle(&paths)?;
        let paths = paths.with_key(key);
        if paths.access == Access::Locked {
            return Err(OpenError::Locked { path: paths.records });
        }
        look::header(&paths, &paths.records, RECORDS)?;
        look::deep(&paths, &paths.records, RECORDS)?;
        if is_sound(&paths)? {
            return Ok(None);
        }
        let said = |error| migrate::created(&paths.evidence, error);
        let new = beside(&paths.evidence, "-new");
        let (saved, missing) = build(&paths, &new, copies).map_err(said)?;
        let kept = backup::keep_damaged_originals(&paths, wall).map_err(said)?;
        std::fs::rename(&new, &paths.evidence)
            .and_then(|()| sync_folder(paths.folder()))
            .map_err(|error| open_error(&paths.evidence, &error))?;
        Ok(Some(Repaired { kept, saved, missing }))
    }

    /// Where a folder that is laid out as that of the store at `path` has the originals.
    pub fn originals_in(folder: &Path, path: &Path) -> PathBuf {
        beside(&folder.join(path.file_name().unwrap_or_default()), "-evidence")
    }

    /// How many damaged files of originals are kept beside the backups.
    pub fn kept_damaged(&self) -> usize {
        backup::damaged_originals(&self.paths).len()
    }
}

/// Whether the file of originals is as it should be, page by page. What is of something else, or of a
/// newer version, is not damaged.
fn is_sound(paths: &Paths) -> Result<bool, OpenError> {
    let evidence = &paths.evidence;
    if !evidence.exists() && !look::has_log(evidence) {
        return Ok(true);
    }
    let looked = look::header(paths, evidence, EVIDENCE)
        .and_then(|()| look::deep(paths, evidence, EVIDENCE))
        .and_then(|_| look::through(paths, evidence));
    match looked {
        Ok(()) => Ok(true),
        Err(OpenError::OriginalsDamaged { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Builds the new file. Gives how many originals it has, and how many the records name that it lacks.
fn build(
    paths: &Paths,
    new: &Path,
    copies: impl FnOnce(&Reader) -> Vec<PathBuf>,
) -> Result<(u64, u64), StoreError> {
    let key = paths.access.key();
    let records = Reader::alone(connection::reading(&paths.records, key)?);
    let erased = backup::erased_originals(&records)?;
    // One that was being repaired when the program ended may have more than is left in its place.
    let sources = [paths.evidence.clone()].into_iter().chain(backup::damaged_originals(paths));
    migrate::build(new, EVIDENCE, key)?;
    let to = connection::alone(new, key)?;
    let mut there = HashSet::new();
    for source in sources.chain(copies(&records)) {
        take_over(&Source { path: source, key }, &to, &erased, &mut there)?;
    }
    to.close().map_err(|(_, error)| error)?;
    std::fs::File::open(new)?.sync_all()?;
    let named = backup::named_originals(&records)?;
    let missing = named.iter().filter(|it| !there.contains(*it) && !erased.contains(*it)).count();
    Ok((there.len() as u64, missing as u64))
}

/// A file that originals are taken out of, as far as it can be read.
struct Source<'a> {
    path: PathBuf,
    key: Option<&'a Key>,
}

impl Source<'_> {
    fn open(&self) -> Option<Connection> {
        let connect =
            if look::has_log(&self.path) { connection::reading } else { connection::immutable };
        connect(&self.path, self.key).ok()
    }

    /// The originals that it tells of.
    fn originals(&self) -> Vec<(i64, String)> {
        self.open().map(|it| standing_as_far_as_read(&it)).unwrap_or_default()
    }
}

/// Takes over what is whole and not there yet, but for what was erased for good since.
fn take_over(
    from: &Source<'_>,
    to: &Connection,
    erased: &HashSet<String>,
    there: &mut HashSet<String>,
) -> Result<(), StoreError> {
    // A connection is given up where a page of an encrypted file cannot be read.
    let mut connection = None;
    for (number, name) in from.originals() {
        if there.contains(&name) || erased.contains(&name) {
            continue;
        }
        let Some(opened) = connection.take().or_else(|| from.open()) else { continue };
        if is_whole(&opened, number, &name) {
            if copy_original(&opened, number, &name, to)? {
                there.insert(name);
            }
            connection = Some(opened);
        }
    }
    Ok(())
}
