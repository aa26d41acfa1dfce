//! Writing an archive, from beginning to end and without holding any of it in memory.

use std::io::{self, Seek, Write};

use holdfast_domain::Sha256;
use sha2::Digest as _;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::manifest::{Listed, Made, Manifest};
use super::name::Part;
use super::problem::Problem;
use super::row::{self, Cell};

/// An archive that is being written. The manifest comes last, once everything has its hash.
pub struct ArchiveWriter<W: Write + Seek> {
    zip: ZipWriter<W>,
    entries: Vec<Listed>,
}

impl<W: Write + Seek> ArchiveWriter<W> {
    /// Begins one in a file.
    pub fn new(out: W) -> Self {
        Self { zip: ZipWriter::new(out), entries: Vec::new() }
    }

    /// Writes the rows of a table: `fill` is given what writes one.
    ///
    /// # Errors
    /// What `fill` says, and what writing can meet.
    pub fn table<E: From<Problem>>(
        &mut self,
        table: &str,
        columns: &[String],
        fill: impl FnOnce(&mut dyn FnMut(&[Cell]) -> Result<(), Problem>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.entry(Part::Table(table.to_owned()), CompressionMethod::Deflated, |out| {
            let mut out = io::BufWriter::with_capacity(1 << 16, out);
            fill(&mut |cells| row::write(&mut out, columns, cells).map_err(Problem::of_io))?;
            Ok(out.flush().map_err(Problem::of_io)?)
        })
    }

    /// Writes an original, as it is: most are packed in their own way.
    ///
    /// # Errors
    /// What `fill` says, and what writing can meet.
    pub fn original<E: From<Problem>>(
        &mut self,
        sha256: Sha256,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        self.entry(Part::Original(sha256), CompressionMethod::Stored, fill)
    }

    /// Writes what is there for people to read.
    ///
    /// # Errors
    /// What writing can meet.
    pub fn text(&mut self, part: Part, text: &str) -> Result<(), Problem> {
        self.entry(part, CompressionMethod::Deflated, |out| {
            out.write_all(text.as_bytes()).map_err(Problem::of_io)
        })
    }

    /// Writes the manifest and the end, and gives back what was written to.
    ///
    /// # Errors
    /// What writing can meet.
    pub fn finish(mut self, made: Made) -> Result<W, Problem> {
        let manifest = Manifest { made, entries: std::mem::take(&mut self.entries) };
        let json = manifest.to_json().map_err(|error| Problem::of_io(error.into()))?;
        self.entry(Part::Manifest, CompressionMethod::Deflated, |out| {
            out.write_all(&json).map_err(Problem::of_io)
        })?;
        self.zip.finish().map_err(|error| Problem::of_io(error.into()))
    }

    fn entry<E: From<Problem>>(
        &mut self,
        part: Part,
        packing: CompressionMethod,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        // The times of files in a zip know no time zone, and the same record gives the same bytes.
        let options = SimpleFileOptions::DEFAULT.compression_method(packing);
        let begun = self.zip.start_file(part.to_string(), options);
        begun.map_err(|error| Problem::of_io(error.into()))?;
        let mut counted = Counted { out: &mut self.zip, hash: sha2::Sha256::new(), size: 0 };
        fill(&mut counted)?;
        let (size, sha256) = (counted.size, Sha256(counted.hash.finalize().into()));
        self.entries.push(Listed { part, size, sha256 });
        Ok(())
    }
}

impl<W: Write> ArchiveWriter<StreamWriter<W>> {
    /// Begins one where nothing that was written can be gone back to, as when it is encrypted.
    pub fn stream(out: W) -> Self {
        Self { zip: ZipWriter::new_stream(out), entries: Vec::new() }
    }
}

/// Passes bytes on, counts them and takes their hash.
struct Counted<'a, W> {
    out: &'a mut W,
    hash: sha2::Sha256,
    size: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
