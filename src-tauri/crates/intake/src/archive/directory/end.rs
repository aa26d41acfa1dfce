//! The end of a zip, which says where its directory lies.

use std::io::{Read, Seek};

use super::bytes::Bytes;
use super::bytes_at;
use crate::archive::MOST_ENTRIES;
use crate::archive::name::LONGEST;
use crate::archive::problem::{Problem, ProblemCode};

const END: [u8; 4] = *b"PK\x05\x06";
const END_64: u32 = 0x0606_4B50;
const LOCATOR: u32 = 0x0706_4B50;

const LENGTH: u64 = 22;
const LENGTH_64: u64 = 56;
const LOCATOR_LENGTH: u64 = 20;

/// Where the directory lies.
pub(super) struct End {
    pub(super) entries: u64,
    pub(super) begins: u64,
    pub(super) size: u64,
}

/// Finds it at the very end of the file, and nowhere else.
pub(super) fn find(source: &mut (impl Read + Seek), length: u64) -> Result<End, Problem> {
    let refuse = |code| Err(Problem::new(code, ""));
    let start = bytes_at(source, 0, length.min(4))?;
    let is_zip = start == *b"PK\x03\x04";
    let tail_length = length.min(LENGTH + u64::from(u16::MAX));
    let tail = bytes_at(source, length - tail_length, tail_length)?;
    let place = tail.windows(END.len()).rposition(|it| it == END);
    let Some(place) = place.filter(|place| tail.len() - place >= LENGTH as usize) else {
        let is_begun = is_zip || !start.is_empty() && b"PK\x03\x04".starts_with(&start);
        return refuse(if is_begun { ProblemCode::CutShort } else { ProblemCode::NotAnArchive });
    };
    if !is_zip || tail.len() - place != LENGTH as usize {
        return refuse(ProblemCode::ForeignBytes);
    }
    let mut bytes = Bytes::new(&tail[place..]);
    let _mark = bytes.u32()?;
    let (disk, first_disk) = (bytes.u16()?, bytes.u16()?);
    let (here, entries) = (bytes.u16()?, bytes.u16()?);
    let (size, begins) = (bytes.u32()?, bytes.u32()?);
    let remark = bytes.u16()?;
    if [disk, first_disk, remark] != [0; 3] || here != entries {
        return refuse(ProblemCode::ForeignBytes);
    }
    let at = length - LENGTH;
    let is_wide = entries == u16::MAX || size == u32::MAX || begins == u32::MAX;
    let (end, behind) = if is_wide {
        wide(source, at)?
    } else {
        (End { entries: entries.into(), begins: begins.into(), size: size.into() }, at)
    };
    if end.entries > MOST_ENTRIES || end.size > end.entries * (46 + 32 + LONGEST as u64) {
        return refuse(ProblemCode::TooManyEntries);
    }
    if end.begins.checked_add(end.size) == Some(behind) {
        Ok(end)
    } else {
        refuse(ProblemCode::ForeignBytes)
    }
}

/// The end of a large zip, before the end at `at`; and where it begins.
fn wide(source: &mut (impl Read + Seek), at: u64) -> Result<(End, u64), Problem> {
    let foreign = || Problem::new(ProblemCode::ForeignBytes, "");
    let begins = at.checked_sub(LOCATOR_LENGTH + LENGTH_64).ok_or_else(foreign)?;
    let both = bytes_at(source, begins, LOCATOR_LENGTH + LENGTH_64)?;
    let mut bytes = Bytes::new(&both);
    let mark = bytes.u32()?;
    let length = bytes.u64()?;
    let _versions = bytes.u32()?;
    let disks = [bytes.u32()?, bytes.u32()?];
    let (here, entries) = (bytes.u64()?, bytes.u64()?);
    let end = End { entries, size: bytes.u64()?, begins: bytes.u64()? };
    let locator = (bytes.u32()?, bytes.u32()?, bytes.u64()?, bytes.u32()?);
    let fits = mark == END_64
        && length == LENGTH_64 - 12
        && disks == [0; 2]
        && here == entries
        && locator == (LOCATOR, 0, begins, 1);
    if fits { Ok((end, begins)) } else { Err(foreign()) }
}
