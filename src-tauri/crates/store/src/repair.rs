//! A file of originals that is damaged or gone: it is kept as it is, and a new one takes its place with
//! every original that can still be read, there or in a copy of it. Where the file is sound, and single
//! originals are missing or are not what they were, these alone are put in from a copy.
//!
//! Nothing of that happens by itself. A disk that fails for a moment looks like damage too, and the
//! person may have a better copy. Killed at any moment, the damaged file is where it was, with all of
//! it kept elsewhere from when its logs are taken away; or the new one is.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;

use crate::evidence::transfer::{copy_original, is_whole, standing, standing_as_far_as_read};
use crate::kind::{EVIDENCE, RECORDS};
use crate::lock::{Lock, open_error};
use crate::paths::{Access, Paths, beside, sync_folder};
use crate::store::may_be_written;
use crate::{
    Key, OpenError, Reader, Store, StoreError, backup, connection, look, migrate, protection,
};

/// What became of a file of originals that was damaged or gone, or that lacked some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where the damaged file is kept, where a new one took its place.
    pub kept: Option<PathBuf>,
    /// How many originals are there again.
    pub saved: u64,
    /// How many the records name that are nowhere to be had as they were.
    pub missing: u64,
}

impl Store {
    /// Puts a new file of originals in the place of a damaged one of the store at `path`, which nobody
    /// has open, or into a sound one what it lacks; `wall` is what the clock on the wall shows. `copies`
    /// tells from the records where copies of that file may lie. Gives nothing where it is sound and
    /// lacks nothing.
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
        let paths = paths.with_key(key)?;
        if paths.access == Access::Locked {
            return Err(OpenError::Locked { path: paths.records });
        }
        look::header(&paths, &paths.records, RECORDS)?;
        look::deep(&paths, &paths.records, RECORDS)?;
        let said = |error| migrate::created(&paths.evidence, error);
        let key = paths.access.key();
        let records =
            Reader::alone(look::opened(&paths.records, key).map_err(|error| said(error.into()))?);
        let wanted = Wanted::of(&records).map_err(said)?;
        let kept = backup::damaged_originals(&paths).map_err(|error| said(error.into()))?;
        let copies: Vec<PathBuf> = kept.into_iter().chain(copies(&records)).collect();
        drop(records);
        if is_sound(&paths, &wanted)? {
            return fill(&paths, &wanted, copies).map_err(said);
        }
        let new = beside(&paths.evidence, "-new");
        let there = build(&paths, &new, &wanted, copies).map_err(said)?;
        let kept = backup::keep_damaged_originals(&paths, wall).map_err(said)?;
        std::fs::rename(&new, &paths.evidence)
            .and_then(|()| sync_folder(paths.folder()))
            .map_err(|error| open_error(&paths.evidence, &error))?;
        Ok(Some(Repaired { kept, saved: there.len() as u64, missing: wanted.missing(&there) }))
    }

    /// Where a folder that is laid out as that of the store at `path` has the originals.
    pub fn originals_in(folder: &Path, path: &Path) -> PathBuf {
        beside(&folder.join(path.file_name().unwrap_or_default()), "-evidence")
    }

    /// How many damaged files of originals are kept beside the backups.
    pub fn kept_damaged(&self) -> usize {
        // Where the disk does not say, there is nothing to be shown; what removes them asks again.
        backup::damaged_originals(&self.paths).map_or(0, |all| all.len())
    }
}

/// What the records say of originals.
struct Wanted {
    /// Those that they name, and that nobody erased.
    named: HashSet<String>,
    /// Those that were erased, which nothing brings back.
    erased: HashSet<String>,
}

impl Wanted {
    fn of(records: &Reader) -> Result<Self, StoreError> {
        let named = backup::originals_to_be_there(records)?;
        Ok(Self { named, erased: backup::erased_originals(records)? })
    }

    fn missing(&self, there: &HashSet<String>) -> u64 {
        self.named.difference(there).count() as u64
    }
}

/// Whether the file of originals is as it should be, page by page. What is of something else, or of a
/// newer version, is not damaged.
fn is_sound(paths: &Paths, wanted: &Wanted) -> Result<bool, OpenError> {
    let evidence = &paths.evidence;
    if !look::is_there(evidence)? && !look::has_log(evidence) {
        return Ok(wanted.named.is_empty());
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

/// Puts into a file that is sound what it lacks and a copy has. What is not as it was stays where no
/// copy has it: a picture with one wrong dot is better than none.
fn fill(
    paths: &Paths,
    wanted: &Wanted,
    copies: Vec<PathBuf>,
) -> Result<Option<Repaired>, StoreError> {
    if !paths.evidence.try_exists()? {
        return Ok(None);
    }
    let key = paths.access.key();
    let to = connection::alone(&paths.evidence, key)?;
    let version = to.pragma_query_value(None, "user_version", |row| row.get(0))?;
    migrate::migrate(&to, version, EVIDENCE.migrations)?;
    let whole = standing(&to)?.into_iter().filter(|(number, name)| is_whole(&to, *number, name));
    let before: HashSet<String> = whole.map(|(_, name)| name).collect();
    if wanted.missing(&before) == 0 {
        return Ok(None);
    }
    let mut there = before.clone();
    for path in copies {
        take_over(&Source { path, key }, &to, |name| wanted.named.contains(name), &mut there)?;
    }
    to.close().map_err(|(_, error)| error)?;
    let saved = there.difference(&before).count() as u64;
    Ok(Some(Repaired { kept: None, saved, missing: wanted.missing(&there) }))
}

/// Builds the new file. Gives the originals that it has.
fn build(
    paths: &Paths,
    new: &Path,
    wanted: &Wanted,
    copies: Vec<PathBuf>,
) -> Result<HashSet<String>, StoreError> {
    let key = paths.access.key();
    migrate::build(new, EVIDENCE, key)?;
    let to = connection::alone(new, key)?;
    let mut there = HashSet::new();
    // One that was being repaired when the program ended may have more than is left in its place.
    for path in [paths.evidence.clone()].into_iter().chain(copies) {
        take_over(&Source { path, key }, &to, |name| !wanted.erased.contains(name), &mut there)?;
    }
    to.close().map_err(|(_, error)| error)?;
    std::fs::File::open(new)?.sync_all()?;
    Ok(there)
}

/// A file that originals are taken out of, as far as it can be read.
struct Source<'a> {
    path: PathBuf,
    key: Option<&'a Key>,
}

impl Source<'_> {
    /// A copy from before the store was encrypted needs no key.
    fn open(&self) -> Option<Connection> {
        let key = self.key.filter(|_| look::is_sealed(&self.path));
        look::opened(&self.path, key).ok()
    }

    /// The originals that it tells of.
    fn originals(&self) -> Vec<(i64, String)> {
        self.open().map(|it| standing_as_far_as_read(&it)).unwrap_or_default()
    }
}

/// Takes over what is wanted, is whole and not there yet.
fn take_over(
    from: &Source<'_>,
    to: &Connection,
    is_wanted: impl Fn(&str) -> bool,
    there: &mut HashSet<String>,
) -> Result<(), StoreError> {
    // A connection is given up where a page of an encrypted file cannot be read.
    let mut connection = None;
    for (number, name) in from.originals() {
        if there.contains(&name) || !is_wanted(&name) {
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
