//! Backups of the records, by SQLite's backup API: on each day of use, on demand, before a migration
//! and before a restoration. None counts before it has been opened again and read.
//!
//! Originals are not copied beside themselves: the evidence file is only ever added to, so that
//! whatever an older backup names is still in it. A second folder gets them too.

mod elsewhere;
mod holding;
mod keeping;
mod name;
mod renewing;
mod restore;
#[cfg(test)]
mod restore_tests;
mod retention;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use chrono::NaiveDateTime;
use holdfast_domain::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};

pub use holding::{Counts, Difference, Holding};
pub(crate) use holding::{complaint, erased_originals, originals_to_be_there};
pub(crate) use keeping::{damaged_originals, keep_damaged_originals, remove_damaged_originals};
pub use name::{BackupKind, BackupTime};
pub(crate) use restore::{Replacing, replace};

use crate::kind::RECORDS;
use crate::paths::{Access, Paths, beside, files_in, sync_folder};
use crate::{Key, OpenError, Reader, Store, StoreError};
use crate::{connection, look, protection};

/// A backup of the records: one file, which is a whole store but for the originals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its name in the folder of backups.
    pub name: String,
    /// Why it was made.
    pub kind: BackupKind,
    /// When it was made.
    pub at: BackupTime,
    /// How many bytes it has.
    pub size: u64,
    pub(crate) path: PathBuf,
    /// How the files of its store are read.
    pub(crate) access: Access,
}

impl Backup {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key that it is read with. One from before the store was encrypted needs none, which may
    /// have been put back among the others.
    pub(crate) fn key(&self) -> Option<&Key> {
        if look::is_sealed(&self.path) { self.access.key() } else { None }
    }

    /// The day whose backup it is, where it is one of a day.
    fn day(&self) -> Option<NaiveDate> {
        (self.kind == BackupKind::Dated).then(|| self.at.key().date())
    }

    /// The backup at that path, where it is one.
    fn at(path: PathBuf, access: &Access) -> std::io::Result<Option<Self>> {
        let Some(name) = path.file_name().and_then(OsStr::to_str) else { return Ok(None) };
        let Some((kind, at)) = name::read(name) else { return Ok(None) };
        let found = match std::fs::metadata(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        let (name, size, access) = (name.to_owned(), found.len(), access.clone());
        Ok(found.is_file().then_some(Self { name, kind, at, size, path, access }))
    }
}

impl Store {
    /// Backs the records up, unless that has been done on that day, as [`Store::back_up`] does. Where
    /// nothing was ever done there is nothing to keep, and the first day has its backup later.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn backup_if_due(&self, wall: NaiveDateTime) -> Result<Option<PathBuf>, StoreError> {
        let is_done = self.backups().iter().any(|it| it.day() == Some(wall.date()));
        if is_done || self.read(Reader::last_action)?.is_none() {
            return Ok(None);
        }
        self.back_up(wall).map(Some)
    }

    /// Backs the records up and gives the new backup; `wall` is what the clock on the wall shows.
    /// The copy is opened and read before it counts, and only then do older ones go, of which seven
    /// days, four weeks and twelve months stay.
    ///
    /// # Errors
    /// When the copy cannot be written or is not sound. The older backups are all there then.
    pub fn back_up(&self, wall: NaiveDateTime) -> Result<PathBuf, StoreError> {
        let _alone = self.backing_up.lock().unwrap_or_else(PoisonError::into_inner);
        self.finish_erasing();
        let path = self.paths.backups.join(name::dated(wall));
        copy(&self.paths, &path)?;
        make_room(&self.paths, &path)?;
        Ok(path)
    }

    /// The backups of this store, oldest first.
    pub fn backups(&self) -> Vec<Backup> {
        of_store(&self.paths)
    }

    /// The backups of the store at that path, oldest first, whether it is open, closed or damaged.
    /// Those of an encrypted store can only be read with its key.
    ///
    /// # Errors
    /// When there is not even a folder in which it could lie.
    pub fn backups_of(path: &Path, key: Option<&Key>) -> Result<Vec<Backup>, OpenError> {
        Ok(of_store(&Paths::of(path)?.with_key(key)?))
    }
}

/// The backups of a store that can be found, oldest first.
pub(crate) fn of_store(paths: &Paths) -> Vec<Backup> {
    let found = files_in(&paths.backups).filter_map(Result::ok);
    sorted(found.filter_map(|path| Backup::at(path, &paths.access).ok().flatten()).collect())
}

/// All backups of a store, oldest first, for what must not leave one out.
///
/// # Errors
/// Where the disk does not say which there are.
pub(crate) fn every_one(paths: &Paths) -> std::io::Result<Vec<Backup>> {
    let found = files_in(&paths.backups)
        .map(|path| path.and_then(|path| Backup::at(path, &paths.access)).transpose());
    Ok(sorted(found.flatten().collect::<std::io::Result<_>>()?))
}

fn sorted(mut all: Vec<Backup>) -> Vec<Backup> {
    all.sort_by_cached_key(|it| (it.at.key(), it.name.clone()));
    all
}

/// Where the backups of days of use lie, oldest first.
pub(crate) fn dated(paths: &Paths) -> Vec<PathBuf> {
    let dated = of_store(paths).into_iter().filter(|it| it.day().is_some());
    dated.map(|it| it.path).collect()
}

/// Removes what has done its part. A backup that is not sound stands for nothing: it neither makes a
/// sound one go nor goes itself, since somebody may still read something out of it.
fn make_room(paths: &Paths, newest: &Path) -> Result<(), StoreError> {
    let dated: Vec<Backup> = of_store(paths).into_iter().filter(|it| it.day().is_some()).collect();
    // Reading them all again takes a moment, so it is only done where something might go.
    if surplus(&dated).is_empty() {
        return Ok(());
    }
    let sound: Vec<Backup> = dated.into_iter().filter(|it| it.check().is_ok()).collect();
    for old in surplus(&sound).into_iter().filter(|old| old.path != newest) {
        std::fs::remove_file(&old.path)?;
    }
    Ok(sync_folder(&paths.backups)?)
}

fn surplus(dated: &[Backup]) -> Vec<&Backup> {
    let days: BTreeSet<NaiveDate> = dated.iter().filter_map(Backup::day).collect();
    let kept = retention::kept(&days);
    // Of a day that stays only for its week or month, the last backup is enough.
    let newest_days: BTreeSet<NaiveDate> = retention::newest(&days);
    let is_last = |at: usize| dated.get(at + 1).and_then(Backup::day) != dated[at].day();
    let goes = |(at, it): &(usize, &Backup)| {
        it.day()
            .is_some_and(|day| !(newest_days.contains(&day) || kept.contains(&day) && is_last(*at)))
    };
    dated.iter().enumerate().filter(goes).map(|(_, it)| it).collect()
}

/// Copies the records as they are before a migration.
pub(crate) fn before_migration(
    paths: &Paths,
    version: i32,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let path = paths.backups.join(name::before_migration(version, now));
    copy(paths, &path)?;
    Ok(path)
}

/// Copies the records under another name, checks the copy, and gives it its name.
fn copy(paths: &Paths, to: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(&paths.backups)?;
    sweep(&paths.backups)?;
    let part = beside(to, PART);
    let key = paths.access.key();
    fill(&paths.records, key, &part, key)?;
    std::fs::rename(&part, to)?;
    Ok(sync_folder(&paths.backups)?)
}

/// The name of the records that a backup is to become, behind that of those which it replaces.
pub(crate) const RESTORING: &str = "-restoring";

/// How the name of a backup ends that is not whole yet.
const PART: &str = ".part";

/// Removes what an earlier run of the program was kept from finishing. It is worth nothing.
pub(crate) fn sweep(folder: &Path) -> Result<(), StoreError> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        // SQLite's own companions of such a file append to its name.
        if entry.file_name().to_string_lossy().contains(".db.part") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Copies records into a new file, checks what was written, and makes it survive a power cut. Either
/// may be encrypted or not.
pub(crate) fn fill(
    records: &Path,
    old_key: Option<&Key>,
    part: &Path,
    key: Option<&Key>,
) -> Result<(), StoreError> {
    if old_key != key {
        return protection::rewrite(records, old_key, part, key, RECORDS);
    }
    // A connection of its own sees one consistent state and keeps nobody from writing.
    let from = connection::reading(records, key)?;
    let mut to = connection::creating(part, key)?;
    step_through(&from, &mut to)?;
    // The copy says of itself that it has a write-ahead log. A backup is a single file.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    to.close().map_err(|(_, error)| error)?;
    std::fs::File::open(part)?.sync_all()?;
    // What counts is what lies on the disk, so it is read by another connection than wrote it.
    let written = connection::immutable(part, key)?;
    match holding::complaint(&written)? {
        Some(detail) => Err(StoreError::Damaged { detail }),
        None => Ok(()),
    }
}

fn step_through(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let backup = Copying::new(from, to)?;
    // All pages in one step: they are few, and a backup in several begins anew at every change.
    if backup.step(-1)? == StepResult::Done { Ok(()) } else { Err(StoreError::Busy) }
}
