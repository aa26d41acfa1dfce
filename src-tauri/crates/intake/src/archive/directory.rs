//! The directory of a zip, read so strictly that the file can mean one thing only: the entries lie
//! one behind the other from its first byte, the directory follows, and its end is the file's. What
//! the directory says of an entry stands at the entry too. Other readers of zips forgive more; what
//! they forgive is what hides a second name, a second size or a second archive.
//!
//! The numbers are those of PKWARE's APPNOTE 6.3.10.

mod bytes;
mod end;

use std::collections::BTreeSet;
use std::io::{Read, Seek, SeekFrom};

use self::bytes::Bytes;
use super::name::{LONGEST, Part};
use super::problem::{Problem, ProblemCode};
use super::{LARGEST_ENTRY, unpacks_to};

const LOCAL: u32 = 0x0403_4B50;
const CENTRAL: u32 = 0x0201_4B50;
const DESCRIPTOR: u32 = 0x0807_4B50;
const ZIP64: u16 = 0x0001;

/// An entry with a password.
const LOCKED: u16 = 1 | 1 << 6 | 1 << 13;
/// Its sizes and check sum follow behind it.
const FOLLOWS: u16 = 1 << 3;
/// What else may be set: how hard the packer tried, and that the name is UTF-8.
const HARMLESS: u16 = 0b110 | 1 << 11;

/// Where an entry lies, and how it is packed.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) part: Part,
    pub(super) is_deflated: bool,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) crc: u32,
    /// Where its bytes begin.
    pub(super) begins: u64,
    flags: u16,
    header: u64,
}

/// All entries, in the order in which they lie there.
pub(super) fn read(source: &mut (impl Read + Seek)) -> Result<Vec<Entry>, Problem> {
    let length = source.seek(SeekFrom::End(0)).map_err(Problem::of_io)?;
    let end = end::find(source, length)?;
    let central = bytes_at(source, end.begins, end.size)?;
    let mut bytes = Bytes::new(&central);
    let mut entries = Vec::new();
    for _ in 0..end.entries {
        entries.push(central_header(&mut bytes)?);
    }
    if !bytes.is_empty() {
        return Err(Problem::new(ProblemCode::ForeignBytes, ""));
    }
    no_name_twice(&entries)?;
    not_a_bomb(&entries, length)?;
    entries.sort_by_key(|entry| entry.header);
    let mut at = 0;
    for entry in &mut entries {
        if entry.header != at {
            return Err(Problem::of(ProblemCode::ForeignBytes, &entry.part));
        }
        at = local_header(source, entry, end.begins)?;
    }
    if at == end.begins { Ok(entries) } else { Err(Problem::new(ProblemCode::ForeignBytes, "")) }
}

/// Reads a header of the directory.
fn central_header(bytes: &mut Bytes<'_>) -> Result<Entry, Problem> {
    if bytes.u32()? != CENTRAL {
        return Err(Problem::new(ProblemCode::ForeignBytes, ""));
    }
    let _versions = bytes.u32()?;
    let (flags, method) = (bytes.u16()?, bytes.u16()?);
    let _time = bytes.u32()?;
    let crc = bytes.u32()?;
    let (packed, size) = (bytes.u32()?, bytes.u32()?);
    let (name, extra, remark) = (bytes.u16()?, bytes.u16()?, bytes.u16()?);
    let (disk, _internal, external) = (bytes.u16()?, bytes.u16()?, bytes.u32()?);
    let header = bytes.u32()?;
    let name = String::from_utf8_lossy(bytes.take(name.into())?).into_owned();
    let extra = bytes.take(extra.into())?;
    let refuse = |code| Err(Problem::new(code, &name));
    if remark != 0 || disk != 0 {
        return refuse(ProblemCode::ForeignBytes);
    }
    match (external >> 16) & 0xF000 {
        0 | 0x8000 => {}
        0x4000 => return refuse(ProblemCode::Folder),
        _ => return refuse(ProblemCode::Link),
    }
    if external & 0x10 != 0 {
        return refuse(ProblemCode::Folder);
    }
    let is_deflated = packing(flags, method).map_err(|code| Problem::new(code, &name))?;
    if name.len() > LONGEST {
        return refuse(ProblemCode::ForeignName);
    }
    let [packed, size, header] = widened([packed, size, header], extra)
        .ok_or_else(|| Problem::new(ProblemCode::HeadersDiffer, &name))?;
    if size.max(packed) > LARGEST_ENTRY {
        return refuse(ProblemCode::UnpacksTooLarge);
    }
    if !is_deflated && packed != size {
        return refuse(ProblemCode::SizeDiffers);
    }
    let part = Part::named(&name).map_err(|code| Problem::new(code, &name))?;
    Ok(Entry { part, is_deflated, packed, size, crc, begins: 0, flags, header })
}

/// Whether an entry is deflated, of those that are read at all.
fn packing(flags: u16, method: u16) -> Result<bool, ProblemCode> {
    match (flags, method) {
        (flags, _) if flags & LOCKED != 0 => Err(ProblemCode::Encrypted),
        (flags, _) if flags & !(FOLLOWS | HARMLESS) != 0 => Err(ProblemCode::UnknownCompression),
        (_, 0) => Ok(false),
        (_, 8) => Ok(true),
        _ => Err(ProblemCode::UnknownCompression),
    }
}

/// The packed size, the size and the place, of which those that do not fit into four bytes stand in
/// the extra field; nothing else may stand there.
fn widened(narrow: [u32; 3], extra: &[u8]) -> Option<[u64; 3]> {
    let [packed, size, header] = narrow;
    let mut bytes = Bytes::new(extra);
    if narrow.contains(&u32::MAX) {
        let (id, length) = (bytes.u16().ok()?, bytes.u16().ok()?);
        if id != ZIP64 || usize::from(length) + 4 != extra.len() {
            return None;
        }
    }
    let mut wide = |of: u32| if of == u32::MAX { bytes.u64().ok() } else { Some(of.into()) };
    // In the extra field, the size comes first.
    let size = wide(size)?;
    let all = [wide(packed)?, size, wide(header)?];
    bytes.is_empty().then_some(all)
}

/// Reads the header at the entry itself, and gives where the next has to begin.
fn local_header(
    source: &mut (impl Read + Seek),
    entry: &mut Entry,
    central: u64,
) -> Result<u64, Problem> {
    const FIXED: u64 = 30;
    let name = entry.part.to_string();
    let differs = || Problem::new(ProblemCode::HeadersDiffer, &name);
    let length = FIXED + name.len() as u64;
    if central - entry.header < length {
        return Err(differs());
    }
    let header = bytes_at(source, entry.header, length)?;
    let mut bytes = Bytes::new(&header);
    let mark = bytes.u32()?;
    let _version = bytes.u16()?;
    let (flags, method) = (bytes.u16()?, bytes.u16()?);
    let _time = bytes.u32()?;
    let said = [bytes.u32()?, bytes.u32()?, bytes.u32()?].map(u64::from);
    let (name_length, extra) = (bytes.u16()?, bytes.u16()?);
    let is = [u64::from(entry.crc), entry.packed, entry.size];
    let follows = flags & FOLLOWS != 0;
    let fits = mark == LOCAL
        && flags == entry.flags
        && (method == 8) == entry.is_deflated
        && usize::from(name_length) == name.len()
        && bytes.take(name.len())? == name.as_bytes()
        && (said == is || follows && said == [0; 3]);
    if !fits || extra != 0 {
        return Err(differs());
    }
    entry.begins = entry.header + length;
    let behind = entry.begins.checked_add(entry.packed).filter(|end| *end <= central);
    let behind = behind.ok_or_else(|| Problem::new(ProblemCode::SizeDiffers, &name))?;
    if !follows {
        return Ok(behind);
    }
    const DESCRIBED: u64 = 16;
    if central - behind < DESCRIBED {
        return Err(differs());
    }
    let descriptor = bytes_at(source, behind, DESCRIBED)?;
    let mut bytes = Bytes::new(&descriptor);
    let mark = bytes.u32()?;
    let said = [bytes.u32()?, bytes.u32()?, bytes.u32()?].map(u64::from);
    if mark == DESCRIPTOR && said == is { Ok(behind + DESCRIBED) } else { Err(differs()) }
}

/// Names that differ in capitals alone, which some file systems take for one, cannot be: each is a
/// [`Part`] in the one way in which it is written.
fn no_name_twice(entries: &[Entry]) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    match entries.iter().find(|entry| !seen.insert(&entry.part)) {
        Some(twice) => Err(Problem::of(ProblemCode::DoubledName, &twice.part)),
        None => Ok(()),
    }
}

/// That all of it together unpacks to what a file of that length may.
fn not_a_bomb(entries: &[Entry], length: u64) -> Result<(), Problem> {
    let total = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.size));
    let large = entries.iter().find(|entry| entry.size > unpacks_to(entry.packed));
    match large {
        Some(large) => Err(Problem::of(ProblemCode::UnpacksTooLarge, &large.part)),
        None if total > unpacks_to(length) => Err(Problem::new(ProblemCode::UnpacksTooLarge, "")),
        None => Ok(()),
    }
}

/// So many bytes from there. They lie within the file, so that no more memory is taken than it has.
fn bytes_at(source: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Vec<u8>, Problem> {
    source.seek(SeekFrom::Start(at)).map_err(Problem::of_io)?;
    let mut bytes = Vec::new();
    source.by_ref().take(length).read_to_end(&mut bytes).map_err(Problem::of_io)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(Problem::new(ProblemCode::CutShort, ""))
    }
}
