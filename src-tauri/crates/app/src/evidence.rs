//! Originals that the household adds: kept byte for byte, and given back the same.

pub(crate) mod adding;
pub mod answers;
mod cited;
mod covering;
pub(crate) mod look;
mod pasted;
mod say;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::Arc;

use holdfast_domain::{Attachment, AttachmentId, Dispute, NaiveDate, Sha256};
use holdfast_store::{Reader, StoreError};

use crate::directory::Directory;
use crate::error::{not_found, with};
use crate::wire::{AppError, AttachmentView, ErrorCode, EvidenceList, EvidenceOptions};
use crate::{App, from_wire, to_wire};
pub use adding::Incoming;
use cited::CitedWords;

/// The largest original that is kept, in bytes: 250 MB.
pub const LARGEST: u64 = 250_000_000;

/// The largest original that is looked into, in bytes; it lies in memory meanwhile.
pub(crate) const MOST_LOOKED_AT: u64 = 100_000_000;

impl App {
    /// What a file was called, to propose it where a copy is saved.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn attachment_name(&self, id: &str) -> Result<String, AppError> {
        Ok(self.stored_attachment(id)?.name)
    }

    /// Gives an original back, byte for byte.
    ///
    /// # Errors
    /// `NotFound`, or `EvidenceDamaged` where the bytes no longer match their hash.
    pub fn write_attachment(&self, id: &str, to: &mut dyn Write) -> Result<(), AppError> {
        self.give_back(self.stored_attachment(id)?, to)
    }

    /// A stored original as a whole, by the name that it has for people.
    ///
    /// # Errors
    /// `EvidenceDamaged` where its bytes no longer match their hash, or are not there.
    pub(crate) fn original(&self, sha256: Sha256, name: &str) -> Result<Vec<u8>, AppError> {
        let mut bytes = Vec::new();
        let read = self.store().read_original(sha256, &mut bytes);
        read.map(|_| bytes).map_err(|error| damaged(error, name))
    }

    /// A stored original as a whole, in memory once.
    ///
    /// # Errors
    /// As [`Store::read_original`](holdfast_store::Store::read_original).
    pub(crate) fn whole(&self, sha256: Sha256) -> Result<Arc<[u8]>, StoreError> {
        let size = self.store().original_size(sha256)?.unwrap_or_default();
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, size).collect();
        // Nobody else holds it yet.
        if let Some(mut room) = Arc::get_mut(&mut bytes) {
            self.store().read_original(sha256, &mut room)?;
        }
        Ok(bytes)
    }

    /// What the record says of a piece of evidence.
    fn stored_attachment(&self, id: &str) -> Result<Attachment, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        self.read(|reader| reader.attachment(id)?.ok_or_else(not_found))
    }

    fn give_back(&self, of: Attachment, to: &mut dyn Write) -> Result<(), AppError> {
        let read = self.store().read_original(of.sha256, to);
        read.map(|_| ()).map_err(|error| damaged(error, &of.name))
    }

    /// All evidence, newest entry first.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn evidence(&self) -> Result<EvidenceList, AppError> {
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let all = reader.attachments(None, u32::MAX)?;
            Ok(EvidenceList { attachments: views(reader, &names, &all)? })
        })
    }

    /// One piece of evidence.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn attachment(&self, id: &str) -> Result<AttachmentView, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        self.read(|reader| {
            let found = [reader.attachment(id)?.ok_or_else(not_found)?];
            let mut views = views(reader, &Directory::read(reader)?, &found)?;
            views.pop().ok_or_else(not_found)
        })
    }

    /// What can be chosen for evidence of a dispute.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn evidence_options(&self, dispute: &str) -> Result<EvidenceOptions, AppError> {
        let dispute = from_wire::id("dispute", dispute)?;
        self.read(|reader| {
            let dispute = reader.dispute(dispute)?.ok_or_else(not_found)?;
            let names = Directory::read(reader)?;
            let all = reader.attachments(None, u32::MAX)?;
            Ok(EvidenceOptions {
                obtained: usual(all.iter().filter_map(|one| one.obtained.as_deref())),
                authors: usual(all.iter().filter_map(|one| one.author.as_deref())),
                vendors: dispute.parties.iter().map(|party| names.vendor(party.vendor)).collect(),
                citable: cited::citable(reader, &names, &dispute)?,
            })
        })
    }
}

/// Why an original cannot be given back, by the name that it has for people.
fn damaged(why: StoreError, name: &str) -> AppError {
    let name = ("name", name.to_owned());
    if matches!(why, StoreError::NoOriginal { .. }) {
        return with(ErrorCode::EvidenceDamaged, [name, ("missing", "yes".to_owned())]);
    }
    if matches!(why, StoreError::Damaged { .. }) {
        return with(ErrorCode::EvidenceDamaged, [name]);
    }
    why.into()
}

/// The lines that were written most often first, each once, at most a dozen.
fn usual<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    lines.for_each(|line| *counts.entry(line).or_default() += 1);
    let mut lines: Vec<_> = counts.into_iter().collect();
    lines.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    lines.into_iter().take(12).map(|(line, _)| line.to_owned()).collect()
}

/// So much of an original tells what it is, in bytes; only what a zip holds stands at its end.
const HEAD: usize = 1 << 16;

/// Passes the content on and remembers how it began, to find out its type.
struct Head<'a> {
    content: &'a mut dyn Read,
    bytes: Vec<u8>,
}

impl Read for Head<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.content.read(buffer)?;
        let wanted = HEAD.saturating_sub(self.bytes.len());
        self.bytes.extend(&buffer[..count.min(wanted)]);
        Ok(count)
    }
}

/// A file name as it is shown: without control characters, and not longer than a line.
pub(crate) fn shown(name: &str) -> String {
    let name: String = name.chars().filter(|letter| !letter.is_control()).take(300).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// The evidence of one dispute, in the order of entry.
pub(crate) fn of(
    reader: &Reader,
    names: &Directory,
    dispute: &Dispute,
) -> Result<Vec<AttachmentView>, AppError> {
    views(reader, names, &reader.attachments_of(dispute.id)?)
}

/// Pieces of evidence as they are shown.
fn views(
    reader: &Reader,
    names: &Directory,
    all: &[Attachment],
) -> Result<Vec<AttachmentView>, AppError> {
    let (cited, erased) = (CitedWords::of(reader, names, all)?, reader.erased_originals()?);
    let view = |one: &Attachment| view(one, erased.get(&one.sha256).copied(), names, &cited);
    Ok(all.iter().map(view).collect())
}

fn view(
    of: &Attachment,
    erased_on: Option<NaiveDate>,
    names: &Directory,
    cited: &CitedWords,
) -> AttachmentView {
    AttachmentView {
        id: of.id.to_string(),
        dispute: names.dispute(of.dispute),
        name: of.name.clone(),
        media_type: of.media_type.clone(),
        // 250 MB fit into 32 bits.
        size: u32::try_from(of.size).unwrap_or(u32::MAX),
        sha256: of.sha256.to_string(),
        caption: of.caption.clone(),
        at: of.dated.map(|time| to_wire::occurred(time.at)),
        precision: of.dated.map(|time| time.precision.into()),
        obtained: of.obtained.clone(),
        vendor: of.vendor.map(|vendor| names.vendor(vendor)),
        author: of.author.clone(),
        citations: of.citations.iter().filter_map(|one| cited.view(one)).collect(),
        covered: of.covered.iter().map(covering::view).collect(),
        added_at: to_wire::instant(of.added_at),
        erased_on: erased_on.map(to_wire::day),
    }
}
