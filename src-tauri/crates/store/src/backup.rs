//! Backups of the records, by SQLite's backup API: one a day, seven kept, and one before a migration.

use std::path::{Path, PathBuf};

use holdfast_domain::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::connection;
use crate::paths::{Paths, beside, sync_folder};
use crate::{Store, StoreError, verify};

/// How many daily backups are kept.
const KEPT: usize = 7;

impl Store {
    /// Backs the records up, unless that has been done today. The copy is checked before it counts,
    /// and only then do backups beyond the newest seven go. Gives the new backup.
    ///
    /// # Errors
    /// When the copy cannot be written or is not sound. The older backups are all there then.
    pub fn backup_if_due(&self, today: NaiveDate) -> Result<Option<PathBuf>, StoreError> {
        let path = self.paths.backups.join(format!("{today}.db"));
        if path.exists() {
            return Ok(None);
        }
        copy(&self.paths, &path)?;
        let dated = self.paths.dated_backups();
        let surplus = dated.len().saturating_sub(KEPT);
        for old in dated.iter().take(surplus).filter(|old| **old != path) {
            std::fs::remove_file(old)?;
        }
        Ok(Some(path))
    }

    /// The daily backups, oldest first.
    pub fn backups(&self) -> Vec<PathBuf> {
        self.paths.dated_backups()
    }
}

/// Copies the records as they are before a migration.
pub(crate) fn before_migration(
    paths: &Paths,
    version: i32,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let when = now.format("%Y-%m-%dT%H%M%SZ");
    let path = paths.backups.join(format!("version-{version}-{when}.db"));
    copy(paths, &path)?;
    Ok(path)
}

/// Copies the records under another name, checks the copy, and gives it its name.
fn copy(paths: &Paths, to: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(&paths.backups)?;
    let part = beside(to, ".part");
    if part.exists() {
        std::fs::remove_file(&part)?;
    }
    let copied = fill(&paths.records, &part);
    if copied.is_err() {
        // What was begun is worth nothing; that it failed is what counts.
        let _ = std::fs::remove_file(&part);
    }
    copied?;
    std::fs::File::open(&part)?.sync_all()?;
    std::fs::rename(&part, to)?;
    Ok(sync_folder(&paths.backups)?)
}

fn fill(records: &Path, part: &Path) -> Result<(), StoreError> {
    // A connection of its own sees one consistent state and keeps nobody from writing.
    let from = connection::reading(records)?;
    let mut to = connection::creating(part)?;
    step_through(&from, &mut to)?;
    // The copy says of itself that it has a write-ahead log. A backup is a single file.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    if let Some(complaint) = verify::complaints(&to, "quick_check")?.into_iter().next() {
        return Err(StoreError::Damaged { detail: complaint });
    }
    to.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn step_through(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let backup = Backup::new(from, to)?;
    // All pages in one step: they are few, and a backup in several begins anew at every change.
    if backup.step(-1)? == StepResult::Done { Ok(()) } else { Err(StoreError::Busy) }
}
