//! Attachments: where stored originals belong.

use holdfast_domain::{Attachment, AttachmentId, DisputeId};
use rusqlite::params;

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Attachment {
    label: "coalesce(t.caption, t.name)",
    @shelters: ["dispute" Dispute, "event" Event, "claim" Claim],
    dispute: ["dispute" Dispute],
    to: ["event" Event, "claim" Claim],
    sha256: ["sha256"],
    name: ["name"],
    media_type: ["media_type"],
    size: ["size"],
    caption: ["caption"],
    added_at: ["added_at"],
});

/// Out of the bin, and not hidden with what it shows.
const LIVE: &str = "t.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = t.event AND e.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = t.claim AND c.deleted_at IS NOT NULL)";

impl Reader {
    /// An attachment that is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachment(&self, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
        Ok(self.list(&format!("t.id = ?1 AND {LIVE}"), [id.to_string()])?.pop())
    }

    /// The attachments of a dispute, its events and its claims, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachments_of(&self, dispute: DisputeId) -> Result<Vec<Attachment>, StoreError> {
        self.list(&format!("t.dispute = ?1 AND {LIVE} ORDER BY t.id"), [dispute.to_string()])
    }

    /// A page of all attachments, newest entry first: at most `limit`, behind the given one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachments(
        &self,
        after: Option<AttachmentId>,
        limit: u32,
    ) -> Result<Vec<Attachment>, StoreError> {
        // Every id is less than a tilde.
        let before = after.map_or("~".to_owned(), |id| id.to_string());
        let tail = format!("t.id < ?1 AND {LIVE} ORDER BY t.id DESC LIMIT ?2");
        self.list(&tail, params![before, limit])
    }
}

impl Writer<'_> {
    /// Enters an attachment, or changes what differs. Its original must be among the evidence.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`], and what any write can meet.
    pub fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        match self.evidence.size_of(attachment.sha256)? {
            Some(size) if size == attachment.size => self.put(attachment),
            Some(_) | None => Err(StoreError::NoOriginal { sha256: attachment.sha256 }),
        }
    }
}
