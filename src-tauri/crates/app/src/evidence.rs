//! Originals that the household adds: kept byte for byte, and given back the same.

mod adding;
pub mod answers;
mod cited;
mod look;
mod pasted;
mod say;

use std::collections::BTreeMap;
use std::io::{Read, Write};

use holdfast_domain::{Attachment, AttachmentId, Cited, Dispute};
use holdfast_store::{Reader, StoreError};

use crate::clock::new_id;
use crate::directory::Directory;
use crate::error::{not_found, with};
use crate::wire::{AppError, AttachmentView, Done, ErrorCode, EvidenceList, EvidenceOptions};
use crate::{App, from_wire, to_wire};
pub use adding::Incoming;
use cited::CitedWords;

/// The largest original that is kept, in bytes: 250 MB.
pub const LARGEST: u64 = 250_000_000;

/// A file as the shell hands it over: its name, for showing only, and its bytes.
pub struct NewFile<'a> {
    /// The name without any folder.
    pub name: String,
    /// The bytes, read once.
    pub content: &'a mut dyn Read,
}

impl App {
    /// Keeps files with a dispute, or with one event or claim of it, as one action.
    ///
    /// # Errors
    /// `FileTooLarge`, `NotFound`, or the store's own. Nothing is attached then.
    pub fn attach(
        &self,
        dispute: &str,
        event: Option<&str>,
        claim: Option<&str>,
        files: &mut [NewFile<'_>],
    ) -> Result<Done, AppError> {
        let dispute = from_wire::id("dispute", dispute)?;
        let event = from_wire::id_option("event", event)?.map(Cited::Event);
        let cited = event.or(from_wire::id_option("claim", claim)?.map(Cited::Claim));
        let names = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
        // The originals are safe on disk before anything names them.
        let mut stored = Vec::new();
        for file in files.iter_mut() {
            let mut head = Head { content: file.content, bytes: Vec::new() };
            let original = self
                .store()
                .store_original(&mut head, LARGEST)
                .map_err(|error| crate::error::of_file(error, &file.name, LARGEST))?;
            stored.push((file.name.clone(), media_type(&head.bytes), original));
        }
        let added_at = self.now();
        self.change("attach", &names, |writer| {
            writer.dispute(dispute)?.ok_or_else(not_found)?;
            cited.map(|of| say::belongs(writer, dispute, of)).transpose()?;
            let mut last = None;
            for (name, media_type, original) in stored {
                let mut attachment = Attachment {
                    id: new_id(),
                    dispute,
                    sha256: original.sha256,
                    name: shown(&name),
                    media_type,
                    size: original.size,
                    caption: None,
                    dated: None,
                    obtained: None,
                    vendor: None,
                    author: None,
                    added_at,
                    citations: Vec::new(),
                };
                if let Some(of) = cited {
                    say::cite(&mut attachment, of, None);
                }
                last = Some(attachment.id.to_string());
                writer.put_attachment(&attachment)?;
            }
            Ok((last, Vec::new()))
        })
    }

    /// What a file was called, to propose it where a copy is saved.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn attachment_name(&self, id: &str) -> Result<String, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        self.read(|reader| Ok(reader.attachment(id)?.ok_or_else(not_found)?.name))
    }

    /// Gives an original back, byte for byte.
    ///
    /// # Errors
    /// `NotFound`, or `EvidenceDamaged` where the bytes no longer match their hash.
    pub fn write_attachment(&self, id: &str, to: &mut dyn Write) -> Result<(), AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        let attachment = self.read(|reader| reader.attachment(id)?.ok_or_else(not_found))?;
        match self.store().read_original(attachment.sha256, to) {
            Ok(_) => Ok(()),
            Err(StoreError::Damaged { .. }) => {
                Err(with(ErrorCode::EvidenceDamaged, [("name", attachment.name)]))
            }
            Err(other) => Err(other.into()),
        }
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

/// The lines that were written most often first, each once, at most a dozen.
fn usual<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    lines.for_each(|line| *counts.entry(line).or_default() += 1);
    let mut lines: Vec<_> = counts.into_iter().collect();
    lines.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    lines.into_iter().take(12).map(|(line, _)| line.to_owned()).collect()
}

/// Passes the content on and remembers how it began, to find out its type.
struct Head<'a> {
    content: &'a mut dyn Read,
    bytes: Vec<u8>,
}

impl Read for Head<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.content.read(buffer)?;
        let wanted = 8_192_usize.saturating_sub(self.bytes.len());
        self.bytes.extend(&buffer[..count.min(wanted)]);
        Ok(count)
    }
}

/// The type by the content, never by the name.
fn media_type(head: &[u8]) -> String {
    match infer::get(head) {
        Some(kind) => kind.mime_type().to_owned(),
        None if std::str::from_utf8(head).is_ok() => "text/plain".to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}

/// A file name as it is shown: without control characters, and not longer than a line.
pub(crate) fn shown(name: &str) -> String {
    let name: String = name.chars().filter(|letter| !letter.is_control()).take(300).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// The evidence of one dispute, in the order of entry.
pub(crate) fn of(reader: &Reader, dispute: &Dispute) -> Result<Vec<AttachmentView>, AppError> {
    let all = reader.attachments_of(dispute.id)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    views(reader, &Directory::read(reader)?, &all)
}

/// Pieces of evidence as they are shown.
fn views(
    reader: &Reader,
    names: &Directory,
    all: &[Attachment],
) -> Result<Vec<AttachmentView>, AppError> {
    let cited = CitedWords::of(reader, names, all)?;
    Ok(all.iter().map(|one| view(one, names, &cited)).collect())
}

fn view(of: &Attachment, names: &Directory, cited: &CitedWords) -> AttachmentView {
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
        added_at: to_wire::instant(of.added_at),
    }
}
