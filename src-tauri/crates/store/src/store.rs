//! The store: opening it, and the two ways in, reading and writing.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use holdfast_domain::{DateTime, Utc};

use crate::evidence::Evidence;
use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::lock::Lock;
use crate::nouns::touches::KeptTouches;
use crate::paths::{Access, Paths};
use crate::reader::begin_writing;
use crate::search::{index, pages};
use crate::whereabouts::Whereabouts;
use crate::{Key, NewAction, OpenError, Reader, Snapshot, StoreError, Writer};
use crate::{backup, connection, erase, look, migrate, protection, unfinished};

/// How many can read at the same time: a screen, an export, and one more.
const READERS: usize = 3;

/// What opening needs to know and cannot find out by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The present time.
    pub now: DateTime<Utc>,
    /// By what name the journal calls this computer.
    pub device: String,
    /// The key, where the store is encrypted and somebody has unlocked it.
    pub key: Option<Key>,
}

/// The household's record, open. No other process can open it meanwhile.
///
/// It can be shared between threads. Writings take turns; readings wait for neither writings nor, up
/// to three at once, each other.
#[derive(Debug)]
pub struct Store {
    // Dropped in this order: the last connection to close tidies up the write-ahead log, and only
    // then may another process come in.
    reading: Vec<Mutex<Reader>>,
    writing: Mutex<Reader>,
    pub(crate) evidence: Evidence,
    pub(crate) paths: Paths,
    pub(crate) whereabouts: Whereabouts,
    pub(crate) device: String,
    /// Held while a backup is made, so that two are not built at once.
    pub(crate) backing_up: Mutex<()>,
    _lock: Lock,
}

impl Store {
    /// Opens the store at that path, or makes one where there is none. Companion files lie beside it.
    ///
    /// # Errors
    /// Says why, and has then changed nothing.
    pub fn open(path: &Path, opening: &Opening) -> Result<Self, OpenError> {
        Self::open_as(path, opening, RECORDS, EVIDENCE)
    }

    /// The same for files of given sorts, so that migrations to come can be tried.
    pub(crate) fn open_as(
        path: &Path,
        opening: &Opening,
        records: Kind,
        evidence: Kind,
    ) -> Result<Self, OpenError> {
        let paths = Paths::of(path)?;
        may_be_written(&paths)?;
        // Who holds the lock has the file open. Reading it in the same process and closing it would
        // take away SQLite's own locks, so an existing lock is tried first. What was cut short while
        // it was encrypted is first brought to an end.
        let is_settled = !protection::is_turning(&paths)? && !look::is_there(&paths.key_copy())?;
        if is_settled && !look::is_there(&paths.lock)? && look::is_there(&paths.records)? {
            look::header(&paths, &paths.records, records)?;
        }
        let lock = Lock::take(&paths.lock, &paths.records)?;
        let ready = protection::settle(&paths).and_then(|()| {
            let paths = paths.with_key(opening.key.as_ref())?;
            // What cannot be removed now harms nobody yet, and is tried again.
            let _ = unfinished::sweep(&paths);
            prepare(&paths, opening, records, evidence)?;
            Ok(paths)
        });
        match ready {
            Ok(paths) => Self::connect(paths, opening, lock),
            Err(error) => {
                lock.leave_no_trace();
                Err(error)
            }
        }
    }

    fn connect(paths: Paths, opening: &Opening, lock: Lock) -> Result<Self, OpenError> {
        let failed = |error: rusqlite::Error| migrate::created(&paths.records, error.into());
        let key = paths.access.key();
        let writing = connection::writing(&paths.records, key).map_err(failed)?;
        let reading: Result<Vec<_>, _> =
            (0..READERS).map(|_| connection::reading(&paths.records, key)).collect();
        let reading = reading.map_err(failed)?.into_iter();
        let evidence = Evidence::connect(&paths.evidence, key).map_err(failed)?;
        let writing = Reader::alone(writing);
        let made = index::ensure(&writing).and_then(|()| pages::ensure(&evidence.connection()));
        made.map_err(|error| migrate::created(&paths.records, error))?;
        erase::settle(&writing, &evidence.connection(), key);
        let touches = Arc::new(KeptTouches::default());
        let shared = |connection| Reader { connection, touches: Some(Arc::clone(&touches)) };
        let whereabouts = Whereabouts::of(&paths)
            .map_err(|error| crate::lock::open_error(&paths.records, &error))?;
        Ok(Self {
            reading: reading.map(|connection| Mutex::new(shared(connection))).collect(),
            writing: Mutex::new(writing),
            evidence,
            device: opening.device.clone(),
            backing_up: Mutex::default(),
            whereabouts,
            paths,
            _lock: lock,
        })
    }

    /// Reads all of the records, to tell damage of theirs from that of an original.
    ///
    /// # Errors
    /// [`OpenError::Damaged`], with the backups there are.
    pub fn read_through(&self) -> Result<(), OpenError> {
        look::through(&self.paths, &self.paths.records)
    }

    /// Where the records lie.
    pub fn path(&self) -> &Path {
        &self.paths.records
    }

    /// A consistent view, for as long as it is held. Whoever holds three waits for ever for a fourth.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn reader(&self) -> Result<Snapshot<'_>, StoreError> {
        let free = self.reading.iter().find_map(|reader| match reader.try_lock() {
            Ok(reader) => Some(reader),
            Err(TryLockError::Poisoned(reader)) => Some(reader.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        // Where all are taken, one waits for the first.
        let wait = || self.reading[0].lock().unwrap_or_else(PoisonError::into_inner);
        let mut reader = free.unwrap_or_else(wait);
        self.mend(&mut reader, connection::reading);
        Snapshot::begin(reader)
    }

    /// Reads in one consistent view.
    ///
    /// # Errors
    /// What the reading itself says, and when the store cannot be read.
    pub fn read<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        read(&*self.reader()?)
    }

    /// Writes one action: all of it, or nothing. Where nothing differs from what is there, the
    /// journal has no action either. What is written is safe on the disk when this returns.
    ///
    /// The closure must not write to the store in another way, which would wait for itself.
    ///
    /// # Errors
    /// What the writing itself says; [`StoreError::InUse`], [`StoreError::InBin`] or
    /// [`StoreError::Missing`] where the record would end up naming what is not there;
    /// [`StoreError::Gone`] where the files are; and what disks can do.
    pub fn write<T, E: From<StoreError>>(
        &self,
        action: NewAction,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let writing = self.to_write()?;
        let transaction = begin_writing(&writing.connection)?;
        let mut writer = Writer::new(&writing, &self.evidence, &action, &self.device);
        let written = write(&mut writer)?;
        writer.finish()?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(written)
    }

    /// The connection for a change that is to be acknowledged: it has to lie where the next start finds
    /// it.
    pub(crate) fn to_write(&self) -> Result<MutexGuard<'_, Reader>, StoreError> {
        let writing = self.writing();
        self.whereabouts.check()?;
        Ok(writing)
    }

    pub(crate) fn writing(&self) -> MutexGuard<'_, Reader> {
        // A thread that panicked has left its transaction rolled back, and nothing else behind.
        let mut writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.mend(&mut writing, connection::writing);
        writing
    }

    fn mend(&self, it: &mut Reader, connect: connection::Connect) {
        let key = self.paths.access.key();
        connection::mend(&mut it.connection, connect, &self.paths.records, key);
    }
}

/// What can be known of the right to write before anything is tried. The administrator may write
/// everywhere, but a folder that says it is read-only means it.
pub(crate) fn may_be_written(paths: &Paths) -> Result<(), OpenError> {
    let folder = cfg!(unix).then_some(paths.folder());
    let files = [paths.records.as_path(), paths.evidence.as_path()];
    for path in folder.into_iter().chain(files) {
        if std::fs::metadata(path).is_ok_and(|found| found.permissions().readonly()) {
            return Err(OpenError::ReadOnly { path: path.to_owned() });
        }
    }
    Ok(())
}

/// Looks at what is there, and makes or migrates what has to be. All looking comes first.
fn prepare(
    paths: &Paths,
    opening: &Opening,
    records: Kind,
    evidence: Kind,
) -> Result<(), OpenError> {
    let files = [(&paths.records, records), (&paths.evidence, evidence)];
    if paths.access == Access::Locked {
        return Err(OpenError::Locked { path: paths.records.clone() });
    }
    let key = paths.access.key();
    let mut versions = Vec::with_capacity(files.len());
    for (path, kind) in files {
        if look::is_there(path)? {
            look::header(paths, path, kind)?;
            versions.push(Some(look::deep(paths, path, kind)?));
        } else if look::has_log(path) {
            let detail = "the file is missing, and only its write-ahead log is there";
            return Err(look::damaged(paths, path, detail));
        } else {
            versions.push(None);
        }
    }
    // Records that name originals had a file of them; a new one would say that nothing is missing.
    if let [Some(_), None] = versions[..] {
        look::names_no_original(paths)?;
    }
    for ((path, kind), version) in files.into_iter().zip(versions) {
        match version {
            None => migrate::create(path, kind, key)?,
            Some(version) if version < kind.version() => {
                let failed = |error| migrate::created(path, error);
                if *path == paths.records {
                    backup::before_migration(paths, version, opening.now).map_err(failed)?;
                }
                let connection =
                    connection::writing(path, key).map_err(|error| failed(error.into()))?;
                migrate::migrate(&connection, version, kind.migrations).map_err(failed)?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}
