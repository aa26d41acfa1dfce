//! Encrypting a store that was not, and the reverse. All new files are built and compared beside the
//! old ones; then one renaming says that they count, and what is left to do is only to put each in
//! its place, which is done again from the beginning where it was cut short. Killed at any moment, all
//! is as it was, or all is new, backups included.

use std::path::{Path, PathBuf};

use super::cover::{cover, uncover};
use super::settle::{self, Side};
use super::{Key, KeyFile, rewrite};
use crate::kind::{EVIDENCE, RECORDS};
use crate::lock::Lock;
use crate::paths::{Paths, beside, clear, sync_folder};
use crate::store::may_be_written;
use crate::{OpenError, StoreError, backup, connection, look, migrate, unfinished};

/// A change on its way. The store is locked for as long.
pub(super) struct Turn {
    paths: Paths,
    /// The key that there will be.
    key: Option<Key>,
    key_file: Option<KeyFile>,
    _lock: Lock,
}

/// One step of a change.
pub(super) type Step = fn(&Turn) -> Result<(), OpenError>;

/// What a change does, one step after the other. Up to [`Turn::mark`] all is as it was; with it, all
/// is new.
pub(super) const STEPS: [Step; 7] = [
    Turn::tidy,
    Turn::build_records,
    Turn::build_evidence,
    Turn::build_backups,
    Turn::build_key,
    Turn::mark,
    Turn::finish,
];

impl Turn {
    /// Looks at the store at that path, and changes nothing. The new key comes with its file; none
    /// means that the store is not to be encrypted any more.
    pub(super) fn begin(
        path: &Path,
        key: Option<&Key>,
        new: Option<(Key, KeyFile)>,
    ) -> Result<Self, OpenError> {
        let paths = Paths::of(path)?;
        may_be_written(&paths)?;
        let lock = Lock::take(&paths.lock, &paths.records)?;
        settle::settle(&paths)?;
        let paths = paths.with_key(key)?;
        if look::is_there(&paths.records)? && !look::is_there(&paths.evidence)? {
            look::names_no_original(&paths)?;
        }
        for (file, kind) in [(&paths.records, RECORDS), (&paths.evidence, EVIDENCE)] {
            look::header(&paths, file, kind)?;
            look::deep(&paths, file, kind)?;
        }
        let (key, key_file) = new.unzip();
        Ok(Self { paths, key, key_file, _lock: lock })
    }

    /// Does all of it. Where it cannot be done, what was built so far goes again.
    pub(super) fn carry_out(&self) -> Result<(), OpenError> {
        let done = STEPS.iter().try_for_each(|step| step(self));
        if done.is_err() {
            // From the mark on it is done, and who asked for it gets the code; what is left to do is
            // done by whoever opens the store next, or is said there. Where the disk does not say
            // whether it is marked, it may be, and what was built must stay.
            if settle::is_turning(&self.paths).unwrap_or(true) {
                return Ok(());
            }
            // The next start does it otherwise; why it could not be done is what is to be said.
            let _ = settle::sweep(&self.paths);
        }
        done
    }

    /// Writes what is in the logs to where it belongs, and removes what an interrupted piece of work
    /// has left, which nothing would turn.
    fn tidy(&self) -> Result<(), OpenError> {
        self.said(self.tidied())
    }

    fn tidied(&self) -> Result<(), StoreError> {
        let old = self.paths.access.key();
        for file in [&self.paths.records, &self.paths.evidence] {
            let connection = connection::writing(file, old)?;
            let busy: bool =
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            connection.close().map_err(|(_, error)| error)?;
            if busy || look::has_log(file) {
                return Err(StoreError::Busy);
            }
        }
        std::fs::create_dir_all(&self.paths.backups)?;
        unfinished::sweep(&self.paths)
    }

    fn build_records(&self) -> Result<(), OpenError> {
        let (old, new) = (self.paths.access.key(), self.key.as_ref());
        let records = &self.paths.records;
        self.said(rewrite(records, old, &settle::turned(records), new, RECORDS))
    }

    fn build_evidence(&self) -> Result<(), OpenError> {
        let (old, new) = (self.paths.access.key(), self.key.as_ref());
        let evidence = &self.paths.evidence;
        self.said(rewrite(evidence, old, &settle::turned(evidence), new, EVIDENCE))
    }

    fn build_backups(&self) -> Result<(), OpenError> {
        self.said(self.built_backups())
    }

    fn built_backups(&self) -> Result<(), StoreError> {
        for backup in backup::every_one(&self.paths)? {
            // A restoration has kept the logs of a damaged one beside it.
            with_logs(backup.path())?.iter().try_for_each(|file| self.build_backup(file))?;
        }
        for damaged in backup::damaged_originals(&self.paths)? {
            with_logs(&damaged)?.iter().try_for_each(|file| self.build_cover(file))?;
        }
        Ok(sync_folder(&self.paths.backups)?)
    }

    /// The key of a backup, or of what is kept beside it. What is damaged stays under a key that goes, so
    /// it must not be the disk that is at fault.
    fn key_of(&self, file: &Path) -> Result<Option<&Key>, StoreError> {
        let Some(key) = self.paths.access.key() else { return Ok(None) };
        look::to_its_end(file)?;
        Ok(look::sealed_or_not(file)?.then_some(key))
    }

    fn build_backup(&self, file: &Path) -> Result<(), StoreError> {
        let to = settle::turned(file);
        let old = self.key_of(file)?;
        match (old, self.key.as_ref()) {
            (None, Some(key)) => match rewrite(file, None, &to, Some(key), RECORDS) {
                Err(StoreError::Damaged { .. }) => cover(file, &to, key),
                done => done,
            },
            (Some(key), None) if uncover(file, &to, key)? => Ok(()),
            (Some(key), None) => match rewrite(file, Some(key), &to, None, RECORDS) {
                // What cannot be read stays what it is.
                Err(StoreError::Damaged { .. }) => Ok(clear(&to)?),
                done => done,
            },
            // It was put among the others as it should be.
            (None, None) | (Some(_), Some(_)) => Ok(()),
        }
    }

    /// A damaged file of originals, which is never read as records are.
    fn build_cover(&self, file: &Path) -> Result<(), StoreError> {
        let to = settle::turned(file);
        match (self.key_of(file)?, self.key.as_ref()) {
            (None, Some(key)) => cover(file, &to, key),
            // What is under no cover was encrypted when it was damaged, and stays what it is.
            (Some(key), None) if !uncover(file, &to, key)? => Ok(clear(&to)?),
            (Some(_), None) | (None, None) | (Some(_), Some(_)) => Ok(()),
        }
    }

    fn build_key(&self) -> Result<(), OpenError> {
        let built = match &self.key_file {
            Some(file) => file.write_new(&settle::turned(&self.paths.key)),
            None => Ok(()),
        };
        self.said(built.and_then(|()| Ok(sync_folder(self.paths.folder())?)))
    }

    /// Says that the new files count.
    fn mark(&self) -> Result<(), OpenError> {
        let side = if self.key.is_some() { Side::Encrypted } else { Side::Plain };
        self.said(settle::mark(&self.paths, side))
    }

    /// Puts each in its place.
    fn finish(&self) -> Result<(), OpenError> {
        settle::settle(&self.paths)
    }

    fn said<T>(&self, done: Result<T, StoreError>) -> Result<T, OpenError> {
        done.map_err(|error| migrate::created(&self.paths.records, error))
    }
}

/// A file and the logs that are kept beside it, these first.
fn with_logs(file: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for log in ["-wal", "-journal"].map(|log| beside(file, log)) {
        if log.try_exists()? {
            all.push(log);
        }
    }
    all.push(file.to_owned());
    Ok(all)
}
