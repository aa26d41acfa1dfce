//! Backups: making them, looking into them, and putting one in the place of the records.

use std::path::Path;

use chrono::NaiveDateTime;
use holdfast_store as store;
use holdfast_store::{Key, OpenError, Store};

use crate::error::{not_found, with};
use crate::wire::{
    AppError, Backup, BackupAction, BackupCounts, BackupHolding, BackupKind, BackupLook,
    BackupState, Deed, ErrorCode,
};
use crate::{App, Clock, to_wire};

impl App {
    /// Makes today's backup, unless there is one, and copies it elsewhere where that is wanted. It
    /// takes a moment on a large record, so the window asks for it once it stands; where it fails, the
    /// record itself is as good as before.
    ///
    /// # Errors
    /// Why there is no backup of today.
    pub fn back_up(&self) -> Result<(), AppError> {
        self.store().backup_if_due(self.wall_clock())?;
        self.copy_backup_elsewhere()?;
        Ok(())
    }

    /// Makes a backup now, and gives it; it is copied elsewhere where that is wanted.
    ///
    /// # Errors
    /// Why there is none.
    pub fn back_up_now(&self) -> Result<Backup, AppError> {
        let made = self.store().back_up(self.wall_clock())?;
        self.copy_backup_elsewhere()?;
        let found = self.store().backups().into_iter().find(|it| it.path() == made);
        Ok(backup(&found.ok_or_else(not_found)?, self.clock))
    }

    /// Makes a backup now, and copies it with the originals that are not there yet into another
    /// folder, such as on another disk. Gives the copy, and how many originals were new there.
    ///
    /// # Errors
    /// Why there is none; `StoreNoFolder` where the folder is not there.
    pub fn back_up_to(&self, folder: &Path) -> Result<(Backup, u32), AppError> {
        if !folder.is_dir() {
            let path = folder.display().to_string();
            return Err(with(ErrorCode::StoreNoFolder, [("path", path)]));
        }
        self.store().back_up(self.wall_clock())?;
        let (copied, originals) = self.store().copy_backup_to(folder)?;
        let copied = copied.ok_or_else(not_found)?;
        Ok((backup(&copied, self.clock), number(originals)))
    }

    /// The backups, the newest first.
    pub fn backups(&self) -> Vec<Backup> {
        newest_first(&self.store().backups(), self.clock)
    }

    /// The backups of a store that may be open elsewhere, or damaged; the newest first. What those of
    /// an encrypted store hold is not known without its key.
    ///
    /// # Errors
    /// When there is not even a folder in which it could lie.
    pub fn backups_of(
        path: &Path,
        key: Option<&Key>,
        clock: Clock,
    ) -> Result<Vec<Backup>, AppError> {
        Ok(newest_first(&Store::backups_of(path, key)?, clock))
    }

    /// Reads a backup through, and says what it holds and what would change if it were restored.
    ///
    /// # Errors
    /// `NotFound`; `BackupDamaged` or `BackupNewer` where it cannot be restored.
    pub fn look_at_backup(&self, id: &str) -> Result<BackupLook, AppError> {
        let found = named(self.store().backups(), id)?;
        found.check().map_err(|error| unusable(id, error))?;
        let difference = self.store().difference(&found)?;
        let drafts = self.read(|reader| Ok(reader.drafts()?.len()))?;
        Ok(BackupLook {
            backup: backup(&found, self.clock),
            done_since: number(difference.done_since),
            gone: counts(difference.gone),
            back: counts(difference.back),
            missing_files: number(difference.missing_originals),
            drafts: u32::try_from(drafts).unwrap_or(u32::MAX),
        })
    }

    /// Puts a backup in the place of the records at `path`, which nobody has open. What stood there
    /// is kept and given, where there was anything; restoring that undoes it.
    ///
    /// # Errors
    /// As [`App::look_at_backup`], and what disks can do. The records are as they were then.
    pub fn restore_backup(
        path: &Path,
        key: Option<&Key>,
        id: &str,
        clock: Clock,
    ) -> Result<Option<Backup>, AppError> {
        let found = named(Store::backups_of(path, key)?, id)?;
        found.check().map_err(|error| unusable(id, error))?;
        let kept = Store::restore(path, &found, clock.wall())?;
        Ok(kept.map(|kept| backup(&kept, clock)))
    }

    /// Where the records lie.
    pub fn path(&self) -> &Path {
        self.store().path()
    }
}

fn named(all: Vec<store::Backup>, id: &str) -> Result<store::Backup, AppError> {
    all.into_iter().find(|it| it.name == id).ok_or_else(not_found)
}

/// What stands in the way of a backup being restored.
fn unusable(id: &str, error: OpenError) -> AppError {
    let name = || ("name", id.to_owned());
    match error {
        OpenError::Newer { .. } => with(ErrorCode::BackupNewer, [name()]),
        OpenError::Damaged { detail, .. } | OpenError::Io { detail, .. } => {
            with(ErrorCode::BackupDamaged, [name(), ("detail", detail)])
        }
        other @ (OpenError::InUse { .. }
        | OpenError::Foreign { .. }
        | OpenError::OriginalsDamaged { .. }
        | OpenError::OriginalsGone { .. }
        | OpenError::ReadOnly { .. }
        | OpenError::NoFolder { .. }
        | OpenError::DiskFull { .. }
        | OpenError::Locked { .. }
        | OpenError::AlreadyEncrypted { .. }
        | OpenError::NotEncrypted { .. }
        | OpenError::WrongPassphrase
        | OpenError::WrongCode { .. }
        | OpenError::PassphraseTooShort { .. }
        | OpenError::KeyMissing { .. }
        | OpenError::KeyDamaged { .. }) => other.into(),
    }
}

fn newest_first(all: &[store::Backup], clock: Clock) -> Vec<Backup> {
    all.iter().rev().map(|it| backup(it, clock)).collect()
}

fn backup(of: &store::Backup, clock: Clock) -> Backup {
    // What was replaced may have been damaged, and is kept as it was.
    let is_read_through = of.kind == store::BackupKind::Replaced;
    let (state, held) = match if is_read_through { of.check() } else { of.holding() } {
        Ok(held) => (BackupState::Readable, Some(holding(held))),
        Err(OpenError::Newer { .. }) => (BackupState::Newer, None),
        Err(OpenError::Locked { .. }) => (BackupState::Locked, None),
        Err(_) => (BackupState::Damaged, None),
    };
    let (on, at) = match of.at {
        store::BackupTime::Day(day) => (to_wire::day(day), None),
        store::BackupTime::Wall(wall) => on_and_at(wall),
        store::BackupTime::Instant(instant) => on_and_at(clock.wall_at(instant)),
    };
    Backup {
        id: of.name.clone(),
        kind: match of.kind {
            store::BackupKind::Dated => BackupKind::Dated,
            store::BackupKind::BeforeMigration { .. } => BackupKind::BeforeUpdate,
            store::BackupKind::Replaced => BackupKind::Replaced,
        },
        on,
        at,
        size: number(of.size),
        state,
        holding: held,
    }
}

fn on_and_at(wall: NaiveDateTime) -> (String, Option<String>) {
    (to_wire::day(wall.date()), Some(wall.format("%H:%M").to_string()))
}

fn holding(of: store::Holding) -> BackupHolding {
    let last = of.last.map(|last| BackupAction {
        deed: Deed::named(&last.what),
        about: last.about,
        at: to_wire::instant(last.at),
    });
    BackupHolding { household: of.household, counts: counts(of.counts), last }
}

fn counts(of: store::Counts) -> BackupCounts {
    BackupCounts {
        disputes: number(of.disputes),
        events: number(of.events),
        letters: number(of.letters),
        evidence: number(of.evidence),
    }
}

/// A number as the window takes it, where more than four thousand million say no more than that.
fn number(of: u64) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
