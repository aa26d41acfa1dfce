//! Writing the record into an archive.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;

use chrono::SecondsFormat;
use holdfast_domain::Sha256;
use holdfast_intake::archive::{Archive, ArchiveWriter, Cell, GUIDE, Made, Part, Problem};
use holdfast_store::{StoreError, Stored};

use super::failed::Failed;
use super::take::source;
use super::{Tally, cell, number, sealed};
use crate::wire::{AppError, ArchiveSaved};
use crate::{App, files};

/// By what an archive is made.
const BY: &str = concat!("Holdfast ", env!("CARGO_PKG_VERSION"));

impl App {
    /// Writes the whole record into an archive at `path`, reads it again, and only then gives it its
    /// name. What stood there is replaced. Originals that are missing or damaged are left out and
    /// counted: what is left of a record can still be carried away. With a passphrase it is encrypted.
    ///
    /// # Errors
    /// `DiskFull`, or `Io` with the name; what stood there is as it was.
    pub fn save_archive(
        &self,
        path: &Path,
        passphrase: Option<&str>,
    ) -> Result<ArchiveSaved, AppError> {
        let name = files::name(path);
        let mut saved = None;
        files::write_checked(
            path,
            |file| {
                let out = io::BufWriter::with_capacity(1 << 20, file);
                let filled = match passphrase {
                    Some(passphrase) => {
                        sealed::seal(out, passphrase, |out| self.fill(ArchiveWriter::stream(out)))
                    }
                    None => self.fill(ArchiveWriter::new(out)),
                };
                saved = Some(filled.map_err(|failed| failed.of(&name))?);
                Ok(())
            },
            |file| check(file, passphrase).map_err(|failed| failed.of(&name)),
        )?;
        saved.ok_or_else(crate::error::not_found)
    }

    /// Writes everything that belongs into an archive.
    fn fill<W: Write + Seek>(&self, mut archive: ArchiveWriter<W>) -> Result<ArchiveSaved, Failed> {
        let reader = self.store().reader()?;
        let mut tally = Tally::default();
        archive.text(Part::Guide, GUIDE)?;
        archive.text(Part::Schema, &reader.plain_schema()?)?;
        for table in reader.plain_tables()? {
            archive.table(&table.name, &table.columns, |put| {
                reader.plain_rows(&table, |plain| {
                    let cells: Vec<Cell> = plain.iter().map(cell).collect();
                    tally.see(&table.name, &table.columns, &cells);
                    put(&cells).map_err(Failed::from)
                })
            })?;
        }
        // They are only ever added, so that all are there that the rows name.
        // One that was erased is no more to be missed; a table of its own says so.
        let mut lacking: BTreeSet<Sha256> = reader.originals_to_be_there()?.into_iter().collect();
        let mut files = 0_u32;
        for Stored { sha256, .. } in self.store().originals()? {
            if self.is_sound(sha256)? {
                archive.original(sha256, |out| {
                    self.store().read_original(sha256, out).map(|_| ()).map_err(Failed::from)
                })?;
                lacking.remove(&sha256);
                files = files.saturating_add(1);
            }
        }
        let made = Made {
            schema: reader.schema_version()?,
            at: self.now().to_rfc3339_opts(SecondsFormat::Millis, true),
            by: BY.to_owned(),
            lacking: lacking.iter().copied().collect(),
        };
        archive.finish(made)?.flush().map_err(Problem::of_io)?;
        Ok(ArchiveSaved { disputes: tally.disputes, files, lacking: number(lacking.len()) })
    }

    fn is_sound(&self, sha256: Sha256) -> Result<bool, StoreError> {
        match self.store().read_original(sha256, io::sink()) {
            Ok(_) => Ok(true),
            Err(StoreError::Damaged { .. } | StoreError::Erased { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

/// Reads an archive through.
fn check(file: File, passphrase: Option<&str>) -> Result<(), Failed> {
    let mut archive = Archive::open(source(file, passphrase)?)?;
    archive.check(|_, _, _| {}, |_| Ok(()))
}
