//! Erasing a file that was added, as a whole: a look at what names it first.

use holdfast_domain::{Attachment, AttachmentId};
use holdfast_store::{Noun, Reader, Record, StoreError};

use super::titled;
use crate::error::not_found;
use crate::wire::{
    AppError, Deed, EraseOriginalDone, EraseOriginalLook, FileKeeper, FileKeeperKind,
};
use crate::{App, from_wire, to_wire};

impl App {
    /// What would be gone with the file of a piece of evidence, and from where.
    ///
    /// # Errors
    /// `NotFound`; `OriginalErased` where that was done before.
    pub fn look_to_erase_original(&self, id: &str) -> Result<EraseOriginalLook, AppError> {
        let file = self.to_be_erased(id)?;
        self.store().original_beginning(file.sha256)?;
        let named_by = self.read(|reader| {
            let named = reader.naming(file.sha256)?.into_iter();
            Ok(named.map(|record| keeper(reader, record)).collect::<Result<_, StoreError>>()?)
        })?;
        Ok(EraseOriginalLook {
            name: file.name,
            size: u32::try_from(file.size).unwrap_or(u32::MAX),
            named_by,
            elsewhere: self.backup_place()?.map(|place| place.name),
            kept_damaged: u32::try_from(self.store().kept_damaged()).unwrap_or(u32::MAX),
        })
    }

    /// Erases the file of a piece of evidence for good, wherever it is named. What was said of it stays.
    ///
    /// # Errors
    /// As [`App::look_to_erase_original`], and what disks can do; all is as it was then.
    pub fn erase_original(&self, id: &str) -> Result<EraseOriginalDone, AppError> {
        let file = self.to_be_erased(id)?;
        let (action, on) = (self.new_action(Deed::EraseOriginal, &file.name), self.today_day());
        let is_clean = self.store().erase_original(&action, file.sha256, on)?;
        self.forget_what_is_held();
        Ok(EraseOriginalDone { on: to_wire::day(on), is_clean })
    }

    fn to_be_erased(&self, id: &str) -> Result<Attachment, AppError> {
        let id: AttachmentId = from_wire::id("id", id)?;
        self.read(|reader| reader.attachment(id)?.ok_or_else(not_found))
    }
}

/// What names a file.
pub(crate) fn keeper(reader: &Reader, record: Record) -> Result<FileKeeper, StoreError> {
    let dispute = reader.dispute_of(record)?;
    Ok(FileKeeper {
        kind: kind(record.noun()),
        id: record.uuid().to_string(),
        name: reader.label(record)?.unwrap_or_default(),
        dispute: dispute.map(|id| titled(reader, id)).transpose()?,
    })
}

/// As what a record names a file; only these do.
fn kind(noun: Noun) -> FileKeeperKind {
    if noun == Noun::SentLetter {
        FileKeeperKind::SentLetter
    } else if noun == Noun::SentDossier {
        FileKeeperKind::Dossier
    } else if noun == Noun::Statement {
        FileKeeperKind::Statement
    } else {
        FileKeeperKind::File
    }
}
