//! Bringing to an end what was cut short while a store was encrypted or decrypted, and keeping the
//! two copies of its key the same. None of it needs the passphrase.

use std::path::{Path, PathBuf};

use super::KeyFile;
use crate::paths::{Paths, beside, clear, files_in, remove, sync_folder};
use crate::{OpenError, StoreError, look, migrate};

/// How the name of a file ends that is to take another's place.
pub(super) const TURNED: &str = "-turn";

/// What a store is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Its files are to be encrypted.
    Encrypted,
    /// They are to be as any others.
    Plain,
}

impl Side {
    const ALL: [Self; 2] = [Self::Encrypted, Self::Plain];

    fn word(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted\n",
            Self::Plain => "plain\n",
        }
    }
}

/// The file that is to take this one's place.
pub(super) fn turned(path: &Path) -> PathBuf {
    beside(path, TURNED)
}

fn marker(paths: &Paths) -> PathBuf {
    beside(&paths.records, "-turning")
}

/// Whether new files count that are not in their places yet.
pub(crate) fn is_turning(paths: &Paths) -> Result<bool, OpenError> {
    look::is_there(&marker(paths))
}

/// Says that the new files count, by one renaming.
pub(super) fn mark(paths: &Paths, side: Side) -> Result<(), StoreError> {
    let (marker, new) = (marker(paths), beside(&marker(paths), "-new"));
    std::fs::write(&new, side.word())?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(&new, &marker)?;
    Ok(sync_folder(paths.folder())?)
}

/// Leaves a store in one piece, whatever was cut short. The lock must be held.
pub(crate) fn settle(paths: &Paths) -> Result<(), OpenError> {
    let said = |done: Result<(), StoreError>| {
        done.map_err(|error| migrate::created(&paths.records, error))
    };
    if is_turning(paths)? {
        said(go_on(paths))?
    } else {
        said(sweep(paths))?
    }
    keep_both_keys(paths)
}

/// Puts all that is new in its place. Each step is as good as none where it was done before.
fn go_on(paths: &Paths) -> Result<(), StoreError> {
    let marker = marker(paths);
    let word = std::fs::read_to_string(&marker)?;
    let side = Side::ALL.into_iter().find(|side| side.word() == word);
    let side = side.ok_or_else(|| StoreError::Damaged {
        detail: format!("{} does not say what was being done", marker.display()),
    })?;
    for file in [&paths.records, &paths.evidence] {
        if turned(file).try_exists()? {
            // They are empty, and SQLite would take them for those of the new file.
            ["-wal", "-journal", "-shm"].iter().try_for_each(|it| remove(&beside(file, it)))?;
            std::fs::rename(turned(file), file)?;
        }
    }
    for new in turned_backups(paths)? {
        let name = new.to_string_lossy();
        if let Some(old) = name.strip_suffix(TURNED) {
            std::fs::rename(&new, old)?;
        }
    }
    match side {
        Side::Encrypted => {
            if turned(&paths.key).try_exists()? {
                std::fs::rename(turned(&paths.key), &paths.key)?;
            }
            sync_folder(paths.folder())?;
            copy_key(&paths.key, &paths.key_copy())?;
        }
        Side::Plain => {
            remove(&paths.key)?;
            remove(&paths.key_copy())?;
        }
    }
    sync_both(paths)?;
    remove(&marker)?;
    Ok(sync_folder(paths.folder())?)
}

fn sync_both(paths: &Paths) -> Result<(), StoreError> {
    if paths.backups.try_exists()? {
        sync_folder(&paths.backups)?;
    }
    Ok(sync_folder(paths.folder())?)
}

/// Removes what was built and never came to count.
pub(super) fn sweep(paths: &Paths) -> Result<(), StoreError> {
    for file in [&paths.records, &paths.evidence, &paths.key] {
        clear(&turned(file))?;
    }
    remove(&beside(&marker(paths), "-new"))?;
    remove(&beside(&paths.key, "-new"))?;
    Ok(turned_backups(paths)?.iter().try_for_each(|file| clear(file))?)
}

/// What is to take the place of backups.
fn turned_backups(paths: &Paths) -> Result<Vec<PathBuf>, StoreError> {
    let mut all = files_in(&paths.backups).collect::<std::io::Result<Vec<_>>>()?;
    all.retain(|path| path.to_string_lossy().ends_with(TURNED));
    Ok(all)
}

/// Keeps the key in both places. A key that is gone or damaged comes back from the other one; where
/// they differ, the one beside the records counts, which a new passphrase is written to first.
fn keep_both_keys(paths: &Paths) -> Result<(), OpenError> {
    let copy = paths.key_copy();
    let said = |done: Result<(), StoreError>| done.map_err(|error| migrate::created(&copy, error));
    let kept = match KeyFile::read(&paths.key) {
        Ok(Some(kept)) => kept,
        Ok(None) if !look::is_there(&copy)? || !look::is_sealed(&paths.records) => return Ok(()),
        missing @ (Ok(None) | Err(OpenError::KeyDamaged { .. })) => {
            return match (KeyFile::read(&copy), missing) {
                (Ok(Some(known)), _) => said(known.write(&paths.key)),
                (_, Err(damaged)) => Err(damaged),
                (_, Ok(_)) => Err(OpenError::KeyMissing { path: paths.key.clone() }),
            };
        }
        Err(other) => return Err(other),
    };
    match KeyFile::read(&copy) {
        Ok(Some(known)) if known == kept => Ok(()),
        _ if !look::is_there(&paths.backups)? => Ok(()),
        _ => said(kept.write(&copy)),
    }
}

/// Copies the file that holds the key; the folder of the copy is made.
pub(crate) fn copy_key(from: &Path, to: &Path) -> Result<(), StoreError> {
    let kept = KeyFile::read(from).map_err(|error| StoreError::Io { detail: error.to_string() })?;
    let Some(kept) = kept else {
        return Err(StoreError::Io { detail: format!("{} is gone", from.display()) });
    };
    std::fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
    kept.write(to)
}
