//! Originals that the household adds: kept byte for byte, and given back the same.

use std::io::{Read, Write};

use holdfast_domain::{AttachedTo, Attachment, AttachmentId, Dispute, validity};
use holdfast_store::{Reader, StoreError};

use crate::clock::new_id;
use crate::directory::Directory;
use crate::error::{code_problem, not_found, refused_with, with};
use crate::view::Lens;
use crate::wire::{AppError, AttachmentView, Done, ErrorCode, EvidenceList, Named};
use crate::{App, from_wire, to_wire};

/// The largest original that is kept, in bytes: 250 MB.
pub const LARGEST: u64 = 250 << 20;

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
        let to =
            match (from_wire::id_option("event", event)?, from_wire::id_option("claim", claim)?) {
                (Some(event), _) => AttachedTo::Event(event),
                (None, Some(claim)) => AttachedTo::Claim(claim),
                (None, None) => AttachedTo::Dispute,
            };
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
            let mut last = None;
            for (name, media_type, original) in stored {
                let attachment = Attachment {
                    id: new_id(),
                    dispute,
                    to,
                    sha256: original.sha256,
                    name: shown(&name),
                    media_type,
                    size: original.size,
                    caption: None,
                    added_at,
                };
                last = Some(attachment.id.to_string());
                writer.put_attachment(&attachment)?;
            }
            Ok((last, Vec::new()))
        })
    }

    /// Says in a few words what a file shows; nothing but blanks takes the words away.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the words cannot be kept.
    pub fn save_caption(&self, id: &str, caption: &str) -> Result<Done, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        let caption = from_wire::line_option(Some(caption));
        validity::caption(caption.as_deref().unwrap_or_default())
            .map_err(|code| refused_with(vec![code_problem("caption", &code)]))?;
        let about = caption.clone().unwrap_or_default();
        self.change("save_caption", &about, |writer| {
            let known = writer.attachment(id)?.ok_or_else(not_found)?;
            writer.put_attachment(&Attachment { caption, ..known })?;
            Ok((Some(id.to_string()), Vec::new()))
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

    /// All that is attached, newest first.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn evidence(&self) -> Result<EvidenceList, AppError> {
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let all = reader.attachments(None, u32::MAX)?;
            let attachments = all
                .iter()
                .map(|attachment| view(attachment, names.dispute(attachment.dispute)))
                .collect();
            Ok(EvidenceList { attachments })
        })
    }
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

/// What is attached to one dispute.
pub(crate) fn of(reader: &Reader, dispute: &Dispute) -> Result<Vec<AttachmentView>, AppError> {
    let all = reader.attachments_of(dispute.id)?;
    Ok(all.iter().map(|attachment| view(attachment, Lens::named(dispute))).collect())
}

fn view(of: &Attachment, dispute: Named) -> AttachmentView {
    let (event, claim) = match of.to {
        AttachedTo::Dispute => (None, None),
        AttachedTo::Event(event) => (Some(event.to_string()), None),
        AttachedTo::Claim(claim) => (None, Some(claim.to_string())),
    };
    AttachmentView {
        id: of.id.to_string(),
        dispute,
        event,
        claim,
        name: of.name.clone(),
        media_type: of.media_type.clone(),
        // 250 MB fit into 32 bits.
        size: u32::try_from(of.size).unwrap_or(u32::MAX),
        sha256: of.sha256.to_string(),
        caption: of.caption.clone(),
        added_at: to_wire::instant(of.added_at),
    }
}
