//! Reading an archive.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Take};

use flate2::bufread::DeflateDecoder;
use holdfast_domain::Sha256;
use sha2::Digest as _;

use super::directory::{self, Entry};
use super::manifest::{Listed, Manifest};
use super::name::Part;
use super::problem::{Problem, ProblemCode};
use super::row::{self, Cell};
use super::{LARGEST_MANIFEST, LONGEST_ROW, unpacks_to};

/// An archive of which the directory and the manifest agree. Its entries are not yet looked into.
pub struct Archive<R> {
    source: R,
    entries: BTreeMap<Part, (Entry, Sha256)>,
    manifest: Manifest,
}

impl<R: Read + Seek> Archive<R> {
    /// Opens an archive: reads its directory and its manifest, and sets one against the other.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn open(mut source: R) -> Result<Self, Problem> {
        let mut found: BTreeMap<Part, Entry> =
            directory::read(&mut source)?.into_iter().map(|it| (it.part.clone(), it)).collect();
        let missing = |part: &Part| Problem::of(ProblemCode::MissingEntry, part);
        let manifest = found.remove(&Part::Manifest).ok_or_else(|| missing(&Part::Manifest))?;
        let manifest = Manifest::read(&manifest_json(&mut source, &manifest)?)?;
        let mut entries = BTreeMap::new();
        for Listed { part, size, sha256 } in &manifest.entries {
            let entry = found.remove(part).ok_or_else(|| missing(part))?;
            if entry.size != *size {
                return Err(Problem::of(ProblemCode::SizeDiffers, part));
            }
            entries.insert(part.clone(), (entry, *sha256));
        }
        match found.into_keys().next() {
            Some(part) => Err(Problem::of(ProblemCode::NotInManifest, &part)),
            None => Ok(Self { source, entries, manifest }),
        }
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Reads all of it: that every entry is what the manifest says, and every row a row. Each row is
    /// shown with its table and columns. `goes_on` hears how many bytes were read, and may end it.
    ///
    /// # Errors
    /// Why it is refused, or what `see` or `goes_on` says.
    pub fn check<E: From<Problem>>(
        &mut self,
        mut see: impl FnMut(&str, &[String], Vec<Cell>),
        mut goes_on: impl FnMut(u64) -> Result<(), E>,
    ) -> Result<(), E> {
        for part in self.entries.keys().cloned().collect::<Vec<_>>() {
            if let Part::Table(table) = &part {
                self.rows(table, |columns, cells| {
                    see(table, columns, cells);
                    Ok::<_, E>(())
                })?;
            } else {
                let mut content = self.content(&part)?;
                io::copy(&mut content, &mut io::sink()).map_err(Problem::of_io)?;
            }
            goes_on(self.entries.get(&part).map_or(0, |(entry, _)| entry.size))?;
        }
        Ok(())
    }

    /// The rows of a table, one after the other, with its columns.
    ///
    /// # Errors
    /// Why they are refused, or what `see` says.
    pub fn rows<E: From<Problem>>(
        &mut self,
        table: &str,
        mut see: impl FnMut(&[String], Vec<Cell>) -> Result<(), E>,
    ) -> Result<(), E> {
        let part = Part::Table(table.to_owned());
        let mut lines = BufReader::with_capacity(1 << 16, self.content(&part)?);
        let (mut line, mut columns) = (Vec::new(), None);
        for number in 1_u64.. {
            line.clear();
            let mut limited = (&mut lines).take(LONGEST_ROW);
            if limited.read_until(b'\n', &mut line).map_err(Problem::of_io)? == 0 {
                break;
            }
            let bad = || Problem::new(ProblemCode::BadRow, format!("{part}, line {number}"));
            // A line that is too long, or that the file ends in, has no end.
            if line.last() != Some(&b'\n') {
                return Err(bad().into());
            }
            let cells = row::read(&line, &mut columns).map_err(|_| bad())?;
            see(columns.as_deref().unwrap_or_default(), cells)?;
        }
        Ok(())
    }

    /// The bytes of an entry.
    ///
    /// # Errors
    /// [`ProblemCode::MissingEntry`], and what seeking in the file can meet.
    pub fn content(&mut self, part: &Part) -> Result<Content<'_, R>, Problem> {
        let missing = || Problem::of(ProblemCode::MissingEntry, part);
        let (entry, sha256) = self.entries.get(part).ok_or_else(missing)?;
        Content::open(&mut self.source, entry, Some(*sha256))
    }
}

fn manifest_json(source: &mut (impl Read + Seek), entry: &Entry) -> Result<Vec<u8>, Problem> {
    if entry.size > LARGEST_MANIFEST {
        return Err(Problem::of(ProblemCode::UnpacksTooLarge, &Part::Manifest));
    }
    let mut json = Vec::new();
    let mut content = Content::open(source, entry, None)?;
    content.read_to_end(&mut json).map_err(Problem::of_io)?;
    Ok(json)
}

type Packed<'a, R> = Take<&'a mut R>;

enum Unpacking<'a, R> {
    Stored(Packed<'a, R>),
    Deflated(DeflateDecoder<BufReader<Packed<'a, R>>>),
}

/// The bytes of one entry, unpacked. They are counted while they come, and at their end they have to
/// be as many as was said, with the check sum and the hash that were said: else reading fails.
pub struct Content<'a, R> {
    from: Unpacking<'a, R>,
    part: Part,
    packed: u64,
    size: u64,
    sum: u32,
    sha256: Option<Sha256>,
    crc: flate2::Crc,
    hash: sha2::Sha256,
    count: u64,
}

impl<'a, R: Read + Seek> Content<'a, R> {
    fn open(source: &'a mut R, entry: &Entry, sha256: Option<Sha256>) -> Result<Self, Problem> {
        source.seek(SeekFrom::Start(entry.begins)).map_err(Problem::of_io)?;
        let packed = source.take(entry.packed);
        let from = if entry.is_deflated {
            Unpacking::Deflated(DeflateDecoder::new(BufReader::new(packed)))
        } else {
            Unpacking::Stored(packed)
        };
        Ok(Self {
            from,
            part: entry.part.clone(),
            packed: entry.packed,
            size: entry.size.min(unpacks_to(entry.packed)),
            sum: entry.crc,
            sha256,
            crc: flate2::Crc::new(),
            hash: sha2::Sha256::new(),
            count: 0,
        })
    }

    /// What there is to say once no more comes.
    fn end(&self) -> Result<(), Problem> {
        let refuse = |code| Err(Problem::of(code, &self.part));
        let taken = match &self.from {
            Unpacking::Stored(_) => self.count,
            Unpacking::Deflated(decoder) => decoder.total_in(),
        };
        if self.count != self.size || taken != self.packed {
            return refuse(ProblemCode::SizeDiffers);
        }
        let hash = Sha256(self.hash.clone().finalize().into());
        if self.crc.sum() != self.sum || self.sha256.is_some_and(|wanted| wanted != hash) {
            return refuse(ProblemCode::HashDiffers);
        }
        Ok(())
    }
}

/// What the unpacking says of the bytes themselves.
fn said_of_data(kind: io::ErrorKind) -> Option<ProblemCode> {
    let is_nonsense = [io::ErrorKind::InvalidInput, io::ErrorKind::InvalidData].contains(&kind);
    let ends_early = kind == io::ErrorKind::UnexpectedEof;
    is_nonsense
        .then_some(ProblemCode::HashDiffers)
        .or(ends_early.then_some(ProblemCode::SizeDiffers))
}

impl<R: Read + Seek> Read for Content<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let refuse = |code| io::Error::from(Problem::of(code, &self.part));
        let got = match &mut self.from {
            Unpacking::Stored(packed) => packed.read(buffer)?,
            Unpacking::Deflated(decoder) => {
                // What is no deflated data is said as such; what the disk says is passed on.
                decoder.read(buffer).map_err(|error| match said_of_data(error.kind()) {
                    Some(code) => refuse(code),
                    None => error,
                })?
            }
        };
        if got == 0 && !buffer.is_empty() {
            self.end()?;
        }
        self.count += got as u64;
        if self.count > self.size {
            return Err(refuse(ProblemCode::UnpacksTooLarge));
        }
        let got_bytes = &buffer[..got];
        self.crc.update(got_bytes);
        self.hash.update(got_bytes);
        Ok(got)
    }
}
