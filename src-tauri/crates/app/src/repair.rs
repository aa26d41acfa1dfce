//! A file of originals that is damaged or gone, or that lacks some.

use std::path::{Path, PathBuf};

use holdfast_store::{Key, Store};

use crate::error::with;
use crate::wire::{AppError, ErrorCode, OriginalsRepaired};
use crate::{App, Clock, elsewhere, files};

impl App {
    /// Puts a new file of originals in the place of a damaged one of the record at `path`, which nobody
    /// has open: with all that can still be read in it, in those that were kept before, in the copy in
    /// the second place for backups, and in the one in the folder `from`. The damaged one is kept. Where
    /// the file is sound, only what it lacks is put in. Nothing where it lacks nothing.
    ///
    /// # Errors
    /// `NotACopy` where that folder has none; why the record itself cannot be read, and what disks can
    /// do. All is as it was then.
    pub fn repair_originals(
        path: &Path,
        key: Option<&Key>,
        clock: Clock,
        from: Option<&Path>,
    ) -> Result<Option<OriginalsRepaired>, AppError> {
        let mut named = from.map(|folder| copy_in(folder, path)).transpose()?;
        let copies = |reader: &_| -> Vec<PathBuf> {
            let second = elsewhere::originals_of(reader, path, key.is_some());
            named.take().into_iter().chain(second).collect()
        };
        let repaired = Store::repair_originals(path, key, clock.wall(), copies)?;
        Ok(repaired.map(|it| OriginalsRepaired {
            saved: u32::try_from(it.saved).unwrap_or(u32::MAX),
            missing: u32::try_from(it.missing).unwrap_or(u32::MAX),
            kept: it.kept.as_deref().map(files::name),
        }))
    }
}

/// The copy of the originals of the record at `path` in a folder that somebody names: where a copy of
/// the record was made, or a folder that backups are kept in too.
fn copy_in(folder: &Path, path: &Path) -> Result<PathBuf, AppError> {
    let ours = elsewhere::FOLDERS.map(|name| folder.join(name));
    let folders = [folder.to_owned()].into_iter().chain(ours);
    let found = folders.map(|it| Store::originals_in(&it, path)).find(|it| it.is_file());
    found.ok_or_else(|| {
        let name = Store::originals_in(Path::new(""), path);
        with(ErrorCode::NotACopy, [("name", files::name(folder)), ("file", files::name(&name))])
    })
}
