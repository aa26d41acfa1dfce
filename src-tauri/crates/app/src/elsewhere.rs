//! A second place for backups, such as on a drive that is plugged in now and then: every backup is
//! copied there as well. That it is not there today is no failure; it is tried again at the next.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use holdfast_store::{Reader, Store, StoreError, Taken};
use serde::{Deserialize, Serialize};

use crate::error::with;
use crate::files::{self, failed_by_name};
use crate::wire::{
    AppError, BackupMoment, BackupPlace, BackupTrouble, BackupTroubleKind, ErrorCode,
};
use crate::{App, to_wire};

/// The setting that holds the place.
const SETTING: &str = "backups-elsewhere";

/// What is made in the folder that was chosen. It is also what tells a drive from the empty folder
/// that stands for it while it is not there, so it is made once, when the folder is chosen.
const FOLDER: &str = "Holdfast backups";

/// The same while the record is encrypted: what was copied before can be read by anybody, and lies
/// apart.
const SEALED: &str = "Holdfast backups, encrypted";

/// Both, in a folder that was chosen.
pub(crate) const FOLDERS: [&str; 2] = [FOLDER, SEALED];

/// The place as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Place {
    /// The folder that was chosen.
    chosen: PathBuf,
    /// When a backup was last found to be there.
    worked: BackupMoment,
    /// What stands in the way since.
    trouble: Option<BackupTrouble>,
}

impl Place {
    /// A folder of ours that is chosen stands for the one that it lies in.
    fn new(chosen: &Path, worked: BackupMoment) -> Self {
        let is_ours = chosen.file_name().is_some_and(|name| name == FOLDER || name == SEALED);
        let chosen = chosen.parent().filter(|_| is_ours).unwrap_or(chosen).to_owned();
        Self { chosen, worked, trouble: None }
    }

    /// The folder that backups are written to.
    fn folder(&self, is_sealed: bool) -> PathBuf {
        self.chosen.join(if is_sealed { SEALED } else { FOLDER })
    }
}

impl App {
    /// The second place for backups, where one was chosen.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn backup_place(&self) -> Result<Option<BackupPlace>, AppError> {
        Ok(self.second_place()?.map(|place| self.shown_place(&place)))
    }

    /// Has every backup copied into a folder from now on, in a folder of its own that is made there,
    /// and copies the newest at once.
    ///
    /// # Errors
    /// Why nothing can be written there; the place is what it was then. `NotInSample` in the sample,
    /// which is thrown away.
    pub fn choose_backup_place(&self, chosen: &Path) -> Result<BackupPlace, AppError> {
        if self.is_sample() {
            return Err(AppError::not_in_sample());
        }
        let place = Place::new(chosen, self.wall_moment());
        let folder = place.folder(self.is_sealed());
        if !chosen.is_dir() {
            let gone = std::io::Error::from(ErrorKind::NotFound);
            return Err(failed_by_name(&files::name(chosen), &gone));
        }
        files::make_folder(&folder)?;
        self.store().backup_if_due(self.wall_clock())?;
        self.store().copy_backup_to(&folder)?;
        self.keep_second_place(Some(&place))?;
        Ok(self.shown_place(&place))
    }

    /// Copies the newest backup to the second place, where there is one and the copy is not there yet.
    /// Gives how that went.
    ///
    /// # Errors
    /// Only where the store cannot be read or written: what is the matter with the place stands in it.
    pub fn copy_backup_elsewhere(&self) -> Result<Option<BackupPlace>, AppError> {
        let Some(mut place) = self.second_place()? else { return Ok(None) };
        match self.copied_into(&place) {
            Ok(()) => {
                place.worked = self.wall_moment();
                place.trouble = None;
            }
            Err(why) => {
                let today = || to_wire::day(self.today_day());
                let since = place.trouble.map_or_else(today, |it| it.since);
                place.trouble = Some(BackupTrouble { since, why });
            }
        }
        self.keep_second_place(Some(&place))?;
        Ok(Some(self.shown_place(&place)))
    }

    /// Has no backups copied elsewhere any more. Those that are there stay there.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn forget_backup_place(&self) -> Result<(), AppError> {
        self.keep_second_place(None)
    }

    fn copied_into(&self, place: &Place) -> Result<(), BackupTroubleKind> {
        let folder = place.folder(self.is_sealed());
        // With the other folder there, the drive is, and the passphrase was set or removed since.
        if !folder.is_dir() && place.folder(!self.is_sealed()).is_dir() {
            std::fs::create_dir(&folder).map_err(|error| trouble(&error.into()))?;
        }
        if !folder.is_dir() {
            return Err(BackupTroubleKind::NotThere);
        }
        self.store().copy_backup_to(&folder).map(drop).map_err(|error| trouble(&error))
    }

    /// Has one new backup take the place of all in the second place, where there is one. Gives its name
    /// where that could not be done.
    pub(crate) fn renew_backups_elsewhere(&self) -> Result<Option<String>, AppError> {
        let Some(place) = self.second_place()? else { return Ok(None) };
        let folder = place.folder(self.is_sealed());
        let is_done = folder.is_dir() && self.store().renew_backups_in(&folder).is_ok();
        Ok(Some(self.shown_place(&place).name).filter(|_| !is_done))
    }

    /// Whether the record is encrypted, and its backups with it.
    fn is_sealed(&self) -> bool {
        self.store().key().is_some()
    }

    fn second_place(&self) -> Result<Option<Place>, AppError> {
        self.read(|reader| Ok(second_place(reader)?))
    }

    fn keep_second_place(&self, place: Option<&Place>) -> Result<(), AppError> {
        let text = place.map(serde_json::to_string).transpose().map_err(|error| {
            // A name that is no text cannot be kept.
            with(ErrorCode::Io, [("detail", error.to_string())])
        })?;
        Ok(self.store().put_setting(SETTING, &text.unwrap_or_default())?)
    }

    fn shown_place(&self, place: &Place) -> BackupPlace {
        let name = files::name(&place.chosen);
        let folder = place.folder(self.is_sealed());
        BackupPlace {
            name: if name.is_empty() { place.chosen.display().to_string() } else { name },
            worked: place.worked.clone(),
            trouble: place.trouble.clone(),
            is_same_disk: is_same_disk(&folder, self.path()),
            folder: files::name(&folder),
            plain_folder: Some(place.folder(false))
                .filter(|plain| self.is_sealed() && plain.is_dir())
                .map(|plain| files::name(&plain)),
        }
    }

    fn wall_moment(&self) -> BackupMoment {
        let now = self.wall_clock();
        BackupMoment { on: to_wire::day(now.date()), at: now.format("%H:%M").to_string() }
    }
}

fn second_place(reader: &Reader) -> Result<Option<Place>, StoreError> {
    let text = reader.setting(SETTING)?.filter(|it| !it.is_empty());
    // What cannot be read was written by no Holdfast; it counts as nothing.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Where the second place would have a copy of the originals of the record at `path`.
pub(crate) fn originals_of(reader: &Reader, path: &Path, is_sealed: bool) -> Option<PathBuf> {
    let folder = second_place(reader).ok()??.folder(is_sealed);
    Some(Store::originals_in(&folder, path)).filter(|it| it.is_file())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "every other failure has one sentence")]
fn trouble(of: &StoreError) -> BackupTroubleKind {
    match of {
        StoreError::DiskFull => BackupTroubleKind::DiskFull,
        StoreError::ReadOnly => BackupTroubleKind::ReadOnly,
        StoreError::PlaceTaken { by: Taken::AnotherRecord } => BackupTroubleKind::AnotherRecord,
        StoreError::PlaceTaken { by: Taken::AnotherKey } => BackupTroubleKind::AnotherKey,
        _ => BackupTroubleKind::Failed,
    }
}

/// Whether two files lie on one disk, as far as the system tells.
#[cfg(unix)]
fn is_same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let disk = |path: &Path| std::fs::metadata(path).ok().map(|found| found.dev());
    disk(one).is_some_and(|found| disk(other) == Some(found))
}

/// Whether two files lie on one disk, as far as the system tells.
#[cfg(not(unix))]
fn is_same_disk(_: &Path, _: &Path) -> bool {
    false
}
