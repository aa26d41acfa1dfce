//! The lock that keeps a second writer out, held for as long as the store is open.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::OpenError;
use crate::error::{is_full, is_read_only};

/// The right to write to a store. Dropping it, or the end of the process, gives it back.
#[derive(Debug)]
pub(crate) struct Lock {
    // Held for its lock alone.
    _file: File,
    path: PathBuf,
    is_new: bool,
}

impl Lock {
    /// Takes the lock, or says who is in the way.
    pub(crate) fn take(path: &Path, store: &Path) -> Result<Self, OpenError> {
        let is_new = !path.exists();
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| open_error(path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file, path: path.to_owned(), is_new }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path: store.to_owned() }),
            Err(TryLockError::Error(error)) => Err(open_error(path, &error)),
        }
    }

    /// Gives the lock back and removes its file if it was not there before: beside a store that is
    /// refused, nothing is to be left.
    pub(crate) fn leave_no_trace(self) {
        if self.is_new {
            // The store is refused either way; an empty file that stays harms nobody.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// What an error of the operating system means for opening a file.
pub(crate) fn open_error(path: &Path, error: &std::io::Error) -> OpenError {
    let path = path.to_owned();
    if is_full(error) {
        OpenError::DiskFull { path }
    } else if is_read_only(error) {
        OpenError::ReadOnly { path }
    } else {
        OpenError::Io { path, detail: error.to_string() }
    }
}
