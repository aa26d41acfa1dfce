//! One new backup in the place of all that there are, where somebody does not want to keep what they
//! hold.

use std::path::Path;

use chrono::NaiveDateTime;

use super::{Backup, every_one, remove_damaged_originals};
use crate::paths::{Paths, sync_folder};
use crate::{Store, StoreError};

impl Store {
    /// Backs the records up, as [`Store::back_up`] does, and then removes every other backup beside
    /// them: those of days of use, those from before a migration or a restoration, and the damaged
    /// files of originals that were kept. Gives how many.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where an erasure has still to be brought to an end, so that a new backup
    /// might have what was erased; otherwise as [`Store::back_up`]. The others are all there then.
    pub fn renew_backups(&self, wall: NaiveDateTime) -> Result<usize, StoreError> {
        let old = every_one(&self.paths)?;
        let new = self.back_up(wall)?;
        if self.is_erasing()? {
            return Err(StoreError::Busy);
        }
        let removed = remove(&self.paths, &old, &new)?;
        Ok(removed + remove_damaged_originals(&self.paths)?)
    }

    /// Copies the newest backup into a folder, as [`Store::copy_backup_to`] does, and then removes every
    /// other backup of these records there. Gives how many.
    ///
    /// # Errors
    /// As [`Store::copy_backup_to`].
    pub fn renew_backups_in(&self, folder: &Path) -> Result<usize, StoreError> {
        let (copied, _) = self.copy_backup_to(folder)?;
        let Some(new) = copied else { return Ok(0) };
        let there = self.paths_in(folder)?;
        remove(&there, &every_one(&there)?, new.path())
    }
}

fn remove(paths: &Paths, old: &[Backup], new: &Path) -> Result<usize, StoreError> {
    let others = old.iter().filter(|it| it.path != new);
    let mut removed = 0;
    for other in others {
        crate::paths::remove(&other.path)?;
        removed += 1;
    }
    sync_folder(&paths.backups)?;
    Ok(removed)
}
