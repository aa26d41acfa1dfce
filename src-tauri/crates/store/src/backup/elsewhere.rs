//! Backups in a second folder, such as on another disk. It is laid out as beside a store, so that
//! everything but the records themselves is in its place: the folder of backups, and the evidence.
//!
//! Beside the store, backups lean on the evidence file there. Elsewhere they cannot, and so the
//! originals are copied too: each once, as they are only ever added.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _};

use super::{Backup, PART, every_one, fill, make_room, of_store, sweep};
use crate::evidence::transfer::{copy_original, is_whole, standing};
use crate::kind::EVIDENCE;
use crate::paths::{Paths, beside, remove, sync_folder};
use crate::reader::begin_writing;
use crate::{Store, StoreError, Taken, connection, erase, migrate, protection};

impl Store {
    /// Copies the newest backup of a day into a folder that exists, with the originals that are not
    /// there yet; it is read again there before it counts, and older ones make room as they do beside
    /// the store. Gives the copy, and how many originals were new. Nothing happens where it is there.
    ///
    /// # Errors
    /// [`StoreError::Io`] where the folder is not there, which is not made: it may be a disk that is
    /// not connected. [`StoreError::PlaceTaken`] where copies of another record lie there, or under
    /// another key. Otherwise when something cannot be read or written. What was there is still there
    /// then.
    pub fn copy_backup_to(&self, folder: &Path) -> Result<(Option<Backup>, u64), StoreError> {
        let _alone = self.backing_up.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let there = self.paths_in(folder)?;
        let mut dated = self.backups().into_iter().rev().filter(|it| it.day().is_some());
        let Some(newest) = dated.next() else { return Ok((None, 0)) };
        let to = there.backups.join(&newest.name);
        let key = there.access.key();
        self.refuse_another_record(&there)?;
        share_key(&self.paths, &there)?;
        // The originals come first: no backup there names what is not there.
        let copied = copy_originals(&self.paths.evidence, &there)?;
        erase_originals(&self.paths.evidence, &there)?;
        if !to.try_exists()? {
            std::fs::create_dir_all(&there.backups)?;
            sweep(&there.backups)?;
            let part = beside(&to, PART);
            fill(&newest.path, newest.key(), &part, key)?;
            std::fs::rename(&part, &to)?;
            sync_folder(&there.backups)?;
            make_room(&there, &to)?;
        }
        Ok((of_store(&there).into_iter().find(|it| it.path == to), copied))
    }

    /// Backups are told apart by the day alone. Beside those of another record of the same name, as of
    /// another household on the same drive, ours would count as made, and would take their places.
    fn refuse_another_record(&self, there: &Paths) -> Result<(), StoreError> {
        let ours = first_action(&self.reader()?.connection)?;
        let all = every_one(there)?;
        let theirs = all.iter().find_map(|backup| {
            let opened = connection::immutable(&backup.path, there.access.key()).ok()?;
            // One that cannot be read says nothing of whose it is.
            first_action(&opened).ok()
        });
        match theirs {
            Some(theirs) if theirs.is_some() && theirs != ours => {
                Err(StoreError::PlaceTaken { by: Taken::AnotherRecord })
            }
            None if !all.is_empty() => Err(StoreError::PlaceTaken { by: Taken::AnotherKey }),
            Some(_) | None => Ok(()),
        }
    }

    /// What a store of the same name would have there.
    pub(super) fn paths_in(&self, folder: &Path) -> Result<Paths, StoreError> {
        let name = self.paths.records.file_name().unwrap_or_default();
        let records: PathBuf = folder.join(name);
        let paths =
            Paths::of(&records).map_err(|error| StoreError::Io { detail: error.to_string() })?;
        if paths.records == self.paths.records {
            return Err(StoreError::Io {
                detail: "it is the folder of the store itself".to_owned(),
            });
        }
        Ok(Paths { access: self.paths.access.clone(), ..paths })
    }
}

/// Adds originals to those of a store that nobody has open. Where it has none yet, the file itself
/// takes their place, which spares writing them twice.
pub(super) fn add_originals(from: &Path, there: &Paths) -> Result<(), StoreError> {
    let to = there.evidence.as_path();
    if to.try_exists()? {
        let old = connection::writing(to, there.access.key())?;
        let is_empty =
            old.query_row("SELECT 1 FROM original", [], |_| Ok(())).optional()?.is_none();
        old.close().map_err(|(_, error)| error)?;
        if !is_empty {
            return copy_originals(from, there).map(|_| ());
        }
    }
    // The last connection has tidied up the log, and what is left of it says nothing.
    for suffix in ["-wal", "-shm"] {
        remove(&beside(to, suffix))?;
    }
    std::fs::rename(from, to)?;
    Ok(to.parent().map_or(Ok(()), sync_folder)?)
}

/// Puts the key file beside what it opens. What lies there already must be of the same key, or of
/// none: otherwise one of the two could not be read any more.
fn share_key(here: &Paths, there: &Paths) -> Result<(), StoreError> {
    let key = there.access.key();
    if there.evidence.try_exists()? {
        let opened = connection::reading(&there.evidence, key)
            .and_then(|to| to.query_row("SELECT count(*) FROM original", [], |_| Ok(())));
        if matches!(opened.map_err(StoreError::from), Err(StoreError::Damaged { .. })) {
            return Err(StoreError::PlaceTaken { by: Taken::AnotherKey });
        }
    }
    if key.is_some() { protection::copy_key(&here.key, &there.key) } else { Ok(()) }
}

/// The first thing that was ever done in a record, by which it is told from others for all its life.
fn first_action(of: &Connection) -> rusqlite::Result<Option<String>> {
    let sql = "SELECT id FROM action ORDER BY number LIMIT 1";
    of.query_row(sql, [], |row| row.get(0)).optional()
}

/// Copies the originals that are not there yet, each in a transaction of its own.
fn copy_originals(from: &Path, there: &Paths) -> Result<u64, StoreError> {
    let (to, key) = (there.evidence.as_path(), there.access.key());
    if !to.try_exists()? {
        migrate::create(to, EVIDENCE, key)
            .map_err(|error| StoreError::Io { detail: error.to_string() })?;
    }
    let (path, to) = (from, connection::alone(to, key)?);
    let mut from = connection::reading(path, key)?;
    let application: i32 = to.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = to.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application != EVIDENCE.application || version > EVIDENCE.version() {
        let detail = "the evidence in that folder is of something else, or of a newer version";
        return Err(StoreError::Damaged { detail: detail.to_owned() });
    }
    migrate::migrate(&to, version, EVIDENCE.migrations)?;
    let there: HashSet<String> = standing(&to)?.into_iter().map(|(_, name)| name).collect();
    for (name, size, on) in erase::marks(&from)? {
        erase::mark(&to, &name, size, &on)?;
    }
    let mut copied = 0;
    for (number, name) in standing(&from)? {
        if there.contains(&name) {
            continue;
        }
        // One that is no longer what it was is not carried on; `verify` names it.
        match copy_original(&from, number, &name, &to) {
            Ok(is_whole) => copied += u64::from(is_whole),
            Err(StoreError::Damaged { .. }) if !is_whole(&from, number, &name) => {
                // An encrypted file is not read on after a page that cannot be.
                from = connection::reading(path, key)?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(copied)
}

/// Takes out of the copies elsewhere what was erased here: originals there never age as backups do.
fn erase_originals(from: &Path, there: &Paths) -> Result<(), StoreError> {
    let key = there.access.key();
    let (from, to) = (connection::reading(from, key)?, connection::alone(&there.evidence, key)?);
    to.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    let mut is_any = false;
    let transaction = begin_writing(&to)?;
    for (name, _, on) in erase::marks(&from)? {
        is_any |= erase::take_out(&transaction, &name, &on)?;
    }
    transaction.commit()?;
    if is_any { erase::written_anew(&to, key) } else { Ok(()) }
}
