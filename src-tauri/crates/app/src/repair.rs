//! A file of originals that is damaged, and files that are not there any more.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use holdfast_store::{Key, Store};

use crate::erase::kept;
use crate::wire::{AppError, EraseKept, OriginalsRepaired};
use crate::{App, Clock, elsewhere, files};

impl App {
    /// Puts a new file of originals in the place of a damaged one of the record at `path`, which nobody
    /// has open: with all that can still be read in it, in those that were kept before, and in the copy
    /// in the second place for backups. The damaged one is kept. Nothing where it is sound.
    ///
    /// # Errors
    /// Why the record itself cannot be read, and what disks can do. All is as it was then.
    pub fn repair_originals(
        path: &Path,
        key: Option<&Key>,
        clock: Clock,
    ) -> Result<Option<OriginalsRepaired>, AppError> {
        let copies = |reader: &_| -> Vec<PathBuf> {
            elsewhere::originals_of(reader, path, key.is_some()).into_iter().collect()
        };
        let repaired = Store::repair_originals(path, key, clock.wall(), copies)?;
        Ok(repaired.map(|it| OriginalsRepaired {
            saved: u32::try_from(it.saved).unwrap_or(u32::MAX),
            missing: u32::try_from(it.missing).unwrap_or(u32::MAX),
            kept: files::name(&it.kept),
        }))
    }

    /// The files that the record names and that are not there, though nobody erased them; each with what
    /// names it. Evidence can be added again, and is there again then.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn missing_files(&self) -> Result<Vec<EraseKept>, AppError> {
        let there: HashSet<_> = self.store().originals()?.into_iter().map(|it| it.sha256).collect();
        self.read(|reader| {
            let named = reader.originals_to_be_there()?.into_iter();
            let mut missing = Vec::new();
            for sha256 in named.filter(|sha256| !there.contains(sha256)) {
                for record in reader.naming(sha256)? {
                    missing.push(kept(reader, record)?);
                }
            }
            Ok(missing)
        })
    }
}
