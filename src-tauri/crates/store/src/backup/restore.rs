//! Putting a backup in the place of the records. What stood there is kept first, and the change
//! itself is one renaming: killed at any moment, the store is the old one or the new one.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;

use super::keeping::{self, free, keep_bytes};
use super::{Backup, RESTORING, copy, elsewhere, fill, holding, name};
use crate::aside::Aside;
use crate::kind::RECORDS;
use crate::lock::{Lock, open_error};
use crate::paths::{Access, Paths, beside, clear, sync_folder};
use crate::store::may_be_written;
use crate::{Key, OpenError, Reader, Store, StoreError, connection, look, migrate, protection};

/// What stands where the backup is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Present {
    /// No file at all.
    Nothing,
    /// Records that can be read.
    Sound,
    /// Records that cannot be relied on.
    Damaged,
}

/// What takes the place of the records.
#[derive(Debug)]
pub(crate) struct Replacing {
    /// The file that they are read from, which nobody writes to.
    pub(crate) records: PathBuf,
    /// The key that they are read with, where they are encrypted.
    pub(crate) key: Option<Key>,
    /// The version of its schema.
    pub(crate) version: i32,
    /// A file of originals that are to be there first; those that are there stay.
    pub(crate) originals: Option<PathBuf>,
}

/// A restoration on its way. The store is locked for as long.
pub(super) struct Restoring {
    paths: Paths,
    replacing: Replacing,
    present: Present,
    /// Where the new records are built.
    new: PathBuf,
    /// Where the old ones are kept.
    kept: PathBuf,
    _lock: Lock,
}

/// One step of a restoration.
pub(super) type Step = fn(&Restoring) -> Result<(), OpenError>;

/// What restoring does, one step after the other. Up to the last, the store is the old one.
pub(super) const STEPS: [Step; 5] = [
    Restoring::build,
    Restoring::take_originals,
    Restoring::keep,
    Restoring::settle,
    Restoring::swap,
];

/// Puts records in the place of those of the store at `paths`, as [`Store::restore`] does.
pub(crate) fn replace(
    paths: Paths,
    replacing: Replacing,
    wall: NaiveDateTime,
    lock: Lock,
) -> Result<Option<Backup>, OpenError> {
    let restoring = Restoring::with(paths, replacing, wall, lock)?;
    STEPS.iter().try_for_each(|step| step(&restoring))?;
    Ok(restoring.kept())
}

impl Store {
    /// Puts a backup in the place of the records of the store at `path`, which nobody has open;
    /// `wall` is what the clock on the wall shows. Gives what the replaced records are kept as,
    /// where there were any. Forms being typed and choices of this computer go over into the new
    /// records, and the evidence stays as it is.
    ///
    /// # Errors
    /// When the backup is not sound, or something cannot be read or written. The store is as it was.
    pub fn restore(
        path: &Path,
        backup: &Backup,
        wall: NaiveDateTime,
    ) -> Result<Option<Backup>, OpenError> {
        let restoring = Restoring::begin(path, backup, wall)?;
        STEPS.iter().try_for_each(|step| step(&restoring))?;
        Ok(restoring.kept())
    }
}

impl Restoring {
    /// Looks at both, and changes nothing.
    pub(super) fn begin(
        path: &Path,
        backup: &Backup,
        wall: NaiveDateTime,
    ) -> Result<Self, OpenError> {
        let version = backup.check()?.version;
        let paths = Paths::of(path)?;
        may_be_written(&paths)?;
        let lock = Lock::take(&paths.lock, &paths.records)?;
        protection::settle(&paths)?;
        let paths = paths.with_key(backup.access.key())?;
        let key = backup.key().cloned();
        let records = backup.path.clone();
        let replacing = Replacing { records, key, version, originals: None };
        Self::with(paths, replacing, wall, lock)
    }

    fn with(
        paths: Paths,
        replacing: Replacing,
        wall: NaiveDateTime,
        lock: Lock,
    ) -> Result<Self, OpenError> {
        if paths.access == Access::Locked {
            return Err(OpenError::Locked { path: paths.records });
        }
        let present = present(&paths)?;
        let new = beside(&paths.records, RESTORING);
        let kept = free(&paths.backups, wall, name::replaced)
            .map_err(|error| open_error(&paths.backups, &error))?;
        Ok(Self { paths, replacing, present, new, kept, _lock: lock })
    }

    /// What was there, as it is kept; where the disk does not say so, it is only not named.
    fn kept(self) -> Option<Backup> {
        Backup::at(self.kept, &self.paths.access).ok().flatten()
    }

    fn key(&self) -> Option<&Key> {
        self.paths.access.key()
    }

    /// Makes whole records of the backup, of this version and with what was being typed.
    fn build(&self) -> Result<(), OpenError> {
        let aside = match self.present {
            Present::Sound => self.said(self.aside())?,
            Present::Nothing | Present::Damaged => Aside::default(),
        };
        self.said(self.build_with(&aside))
    }

    fn build_with(&self, aside: &Aside) -> Result<(), StoreError> {
        clear(&self.new)?;
        fill(&self.replacing.records, self.replacing.key.as_ref(), &self.new, self.key())?;
        let connection = connection::alone(&self.new, self.key())?;
        migrate::migrate(&connection, self.replacing.version, RECORDS.migrations)?;
        aside.write(&connection)?;
        if let Some(detail) = holding::complaint(&connection)? {
            return Err(StoreError::Damaged { detail });
        }
        closed(connection)?;
        Ok(std::fs::File::open(&self.new)?.sync_all()?)
    }

    /// Sees to it that the originals are there before anything names them. Beside records that do not
    /// name them they do no harm.
    fn take_originals(&self) -> Result<(), OpenError> {
        match &self.replacing.originals {
            Some(from) => self.said(elsewhere::add_originals(from, &self.paths)),
            None => Ok(()),
        }
    }

    fn aside(&self) -> Result<Aside, StoreError> {
        Aside::of(&Reader::alone(connection::reading(&self.paths.records, self.key())?))
    }

    /// Keeps what stands there, under a name that nothing removes.
    fn keep(&self) -> Result<(), OpenError> {
        match self.present {
            Present::Nothing => Ok(()),
            Present::Sound => match copy(&self.paths, &self.kept) {
                // A closer look has found what opening does not look for.
                Err(StoreError::Damaged { .. }) => self.said(self.keep_as_it_is()),
                kept => self.said(kept),
            },
            Present::Damaged => self.said(self.keep_as_it_is()),
        }
    }

    fn keep_as_it_is(&self) -> Result<(), StoreError> {
        keep_bytes(&self.paths.records, &self.kept)
    }

    /// Sees to it that no log lies beside the records, which SQLite would apply to the new ones.
    fn settle(&self) -> Result<(), OpenError> {
        self.said(match self.present {
            Present::Sound => self.empty_the_log(),
            // What is there is kept elsewhere, byte for byte.
            Present::Nothing | Present::Damaged => Ok(()),
        })?;
        self.said(keeping::remove_companions(&self.paths.records))?;
        self.said(sync_folder(self.paths.folder()).map_err(StoreError::from))
    }

    /// Writes what is in the log to where it belongs.
    fn empty_the_log(&self) -> Result<(), StoreError> {
        let connection = connection::writing(&self.paths.records, self.key())?;
        let busy: bool =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        closed(connection)?;
        let logs = ["-wal", "-journal"].map(|suffix| beside(&self.paths.records, suffix));
        let is_left = logs.iter().any(|log| look::holds_something(log));
        if busy || is_left { Err(StoreError::Busy) } else { Ok(()) }
    }

    /// Puts the new records in the place of the old ones.
    fn swap(&self) -> Result<(), OpenError> {
        std::fs::rename(&self.new, &self.paths.records)
            .and_then(|()| sync_folder(self.paths.folder()))
            .map_err(|error| open_error(&self.paths.records, &error))
    }

    fn said<T>(&self, done: Result<T, StoreError>) -> Result<T, OpenError> {
        done.map_err(|error| migrate::created(&self.paths.records, error))
    }
}

/// Looks at what stands there. What is of something else, or of a newer version, stays.
fn present(paths: &Paths) -> Result<Present, OpenError> {
    let records = &paths.records;
    if !look::is_there(records)? {
        return Ok(if look::has_log(records) { Present::Damaged } else { Present::Nothing });
    }
    let looked = look::header(paths, records, RECORDS)
        .and_then(|()| look::deep(paths, records, RECORDS))
        // A start does not read all of it, and who restores may have a reason to.
        .and_then(|_| look::through(paths, records));
    match looked {
        Ok(()) => Ok(Present::Sound),
        Err(OpenError::Damaged { .. }) => Ok(Present::Damaged),
        Err(other) => Err(other),
    }
}

fn closed(connection: Connection) -> Result<(), StoreError> {
    Ok(connection.close().map_err(|(_, error)| error)?)
}
