//! Evidence: stored originals, named by their hash, and where each is attached.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::{AttachmentId, ClaimId, DisputeId, EventId};

/// The SHA-256 of a stored original.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sha256(pub [u8; 32]);

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sha256({self})")
    }
}

/// What an attachment belongs to, beside its dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttachedTo {
    /// The dispute as a whole.
    Dispute,
    /// One event of it.
    Event(EventId),
    /// One claim of it.
    Claim(ClaimId),
}

/// An original as the household added it: a receipt, a photograph, a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Which attachment.
    pub id: AttachmentId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// What it shows, more closely.
    pub to: AttachedTo,
    /// The hash that names the stored bytes.
    pub sha256: Sha256,
    /// The name that the file had. It is shown, and never used as a path.
    pub name: String,
    /// The type found by looking at the content, such as `application/pdf`.
    pub media_type: String,
    /// How many bytes the original has.
    pub size: u64,
    /// What it shows, in the person's words.
    pub caption: Option<String>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
}
