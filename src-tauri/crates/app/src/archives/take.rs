//! Making a record out of an archive.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use holdfast_intake::archive::{Archive, Part};
use holdfast_store::{Opening, Store};

use super::failed::Failed;
use super::{Tally, number, plain, sealed};
use crate::error::with;
use crate::wire::{AppError, ArchiveLook, ArchiveTaken, ErrorCode};
use crate::{App, Clock, Key, device, files};

/// What archives are read from.
pub(super) trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

/// What is to be read of a file: what is in it, where it is encrypted.
pub(super) fn source(file: File, passphrase: Option<&str>) -> Result<Box<dyn Source>, Failed> {
    let mut file = BufReader::new(file);
    if !sealed::is_sealed(&mut file)? {
        return Ok(Box::new(file));
    }
    Ok(Box::new(sealed::open(file, passphrase.ok_or(Failed::Sealed)?)?))
}

/// An archive that was read through and found sound.
pub struct Checked {
    archive: Archive<Box<dyn Source>>,
    look: ArchiveLook,
    /// The name by which the person knows it.
    name: String,
}

impl Checked {
    /// Opens an archive and reads all of it: nothing is written.
    ///
    /// # Errors
    /// `ArchiveSealed` where it needs a passphrase, `ArchiveWrongPassphrase`; `ArchiveRefused` with the reason, `ArchiveNewer`, or `Io`, each with the name of the file.
    pub fn open(path: &Path, passphrase: Option<&str>) -> Result<Self, AppError> {
        let (name, file) = files::open(path)?;
        let source = source(file, passphrase);
        source.and_then(|it| Self::read(it, &name)).map_err(|failed| failed.of(&name))
    }

    fn read(source: Box<dyn Source>, name: &str) -> Result<Self, Failed> {
        let mut archive = Archive::open(source)?;
        let mut tally = Tally::default();
        archive.check(
            |table, columns, cells| tally.see(table, columns, &cells),
            |_| Ok::<_, Failed>(()),
        )?;
        let manifest = archive.manifest();
        let is_original = |part: &&Part| matches!(part, Part::Original(_));
        let look = ArchiveLook {
            household: tally.household,
            made_at: manifest.made.at.clone(),
            disputes: tally.disputes,
            files: number(manifest.entries.iter().map(|it| &it.part).filter(is_original).count()),
            lacking: number(manifest.made.lacking.len()),
        };
        Ok(Self { archive, look, name: name.to_owned() })
    }

    /// What it holds.
    pub fn look(&self) -> &ArchiveLook {
        &self.look
    }

    /// Makes a record of it at `path`, which nobody has open. It is never mixed into one: a record
    /// there that holds something is replaced and kept as a backup where `replace` says so, and
    /// otherwise stays.
    ///
    /// # Errors
    /// `RecordHoldsSomething`, `ArchiveRefused` or `ArchiveNewer`, and what disks can do. What was
    /// there is as it was.
    pub fn take(
        mut self,
        path: &Path,
        key: Option<&Key>,
        clock: Clock,
        replace: bool,
    ) -> Result<ArchiveTaken, AppError> {
        let is_there =
            || path.try_exists().map_err(|error| files::failed_by_name(&files::name(path), &error));
        if !replace && is_there()? && App::open_with(path, key, clock)?.holds_something()? {
            let shown = path.display().to_string();
            return Err(with(ErrorCode::RecordHoldsSomething, [("path", shown)]));
        }
        let (kept, unjournalled) =
            self.build(path, key, clock).map_err(|failed| failed.of(&self.name))?;
        Ok(ArchiveTaken { look: self.look, kept, unjournalled })
    }

    fn build(
        &mut self,
        path: &Path,
        key: Option<&Key>,
        clock: Clock,
    ) -> Result<(Option<String>, u32), Failed> {
        let made = self.archive.manifest().made.clone();
        let entries = self.archive.manifest().entries.clone();
        let arriving = Store::arrive(path, key, made.schema)?;
        for entry in &entries {
            if let Part::Table(table) = &entry.part {
                arriving.knows(table)?;
            }
        }
        for table in arriving.tables() {
            self.archive.rows(&table, |columns, cells| {
                let cells = cells.into_iter().map(plain).collect();
                arriving.row(&table, columns, cells).map_err(Failed::from)
            })?;
        }
        let opening = Opening { now: clock.now(), device: device(), key: key.cloned() };
        let furnishing = arriving.complete(&opening)?;
        for entry in &entries {
            if let Part::Original(sha256) = entry.part {
                let content = self.archive.content(&entry.part)?;
                furnishing.original(sha256, content, entry.size)?;
            }
        }
        let lacking: HashSet<_> = made.lacking.into_iter().collect();
        let (kept, unjournalled) = furnishing.settle(&lacking, clock.wall())?;
        Ok((kept.map(|kept| kept.name), u32::try_from(unjournalled).unwrap_or(u32::MAX)))
    }
}

impl App {
    /// Whether anything was ever written into the record.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn holds_something(&self) -> Result<bool, AppError> {
        self.read(|reader| Ok(reader.last_action()?.is_some()))
    }
}
