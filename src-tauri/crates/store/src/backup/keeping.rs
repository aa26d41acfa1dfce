//! Files that take no part any more, kept beside the backups byte for byte for whoever can read something
//! out of them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};

use super::name;
use crate::paths::{Paths, beside, clear, files_in, remove, sync_folder};
use crate::{StoreError, look, private};

/// What SQLite keeps beside a file: its logs and their index.
const COMPANIONS: [&str; 3] = ["-wal", "-journal", "-shm"];

/// A name of that sort under which nothing is kept yet.
pub(super) fn free(
    folder: &Path,
    wall: NaiveDateTime,
    named: fn(NaiveDateTime) -> String,
) -> std::io::Result<PathBuf> {
    let mut at = wall;
    loop {
        let path = folder.join(named(at));
        if !path.try_exists()? {
            return Ok(path);
        }
        at += TimeDelta::seconds(1);
    }
}

/// Keeps the bytes of a file and of its logs.
pub(super) fn keep_bytes(file: &Path, kept: &Path) -> Result<(), StoreError> {
    let folder = kept.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    // The file comes last, so that it is not found without its log.
    for suffix in ["-wal", "-journal", ""] {
        let from = beside(file, suffix);
        if from.try_exists()? {
            let to = beside(kept, suffix);
            // A log may lie there of a copy that was cut short.
            remove(&to)?;
            let mut copy = private::create(&to)?;
            std::io::copy(&mut std::fs::File::open(&from)?, &mut copy)?;
            copy.sync_all()?;
        }
    }
    Ok(sync_folder(folder)?)
}

/// Takes away the logs of a file that another is to replace, which SQLite would apply to that one.
pub(crate) fn remove_companions(of: &Path) -> Result<(), StoreError> {
    Ok(COMPANIONS.iter().try_for_each(|suffix| remove(&beside(of, suffix)))?)
}

/// Keeps a damaged file of originals, and takes its logs away. Gives where it is kept, where it was not
/// gone.
pub(crate) fn keep_damaged_originals(
    paths: &Paths,
    wall: NaiveDateTime,
) -> Result<Option<PathBuf>, StoreError> {
    if !paths.evidence.try_exists()? && !look::has_log(&paths.evidence) {
        return Ok(None);
    }
    let kept = free(&paths.backups, wall, name::damaged_originals)?;
    keep_bytes(&paths.evidence, &kept)?;
    remove_companions(&paths.evidence)?;
    sync_folder(paths.folder())?;
    Ok(Some(kept))
}

/// The damaged files of originals that are kept, oldest first.
///
/// # Errors
/// Where the disk does not say which there are.
pub(crate) fn damaged_originals(paths: &Paths) -> std::io::Result<Vec<PathBuf>> {
    let named = |path: &PathBuf| {
        path.file_name().and_then(OsStr::to_str).is_some_and(name::is_damaged_originals)
    };
    let mut all = files_in(&paths.backups).collect::<std::io::Result<Vec<_>>>()?;
    all.retain(named);
    all.sort();
    Ok(all)
}

/// Removes them, where what they may hold is to be nowhere any more. Gives how many.
pub(crate) fn remove_damaged_originals(paths: &Paths) -> Result<usize, StoreError> {
    let all = damaged_originals(paths)?;
    for one in &all {
        clear(one)?;
    }
    if !all.is_empty() {
        sync_folder(&paths.backups)?;
    }
    Ok(all.len())
}
