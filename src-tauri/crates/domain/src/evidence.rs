//! Evidence: stored originals, named by their hash, and what rests on each.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

use uuid::Uuid;

use crate::{
    Area, AttachmentId, CitationId, ClaimId, CoveredAreaId, DisputeId, EventId, EventTime, FactId,
    IssueId, LetterId, PromiseId, RemedyId, VendorId,
};

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

/// That a text is no SHA-256 in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no SHA-256 in hexadecimal")]
pub struct NotASha256;

impl FromStr for Sha256 {
    type Err = NotASha256;

    /// Reads 64 hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, NotASha256> {
        let mut bytes = [0_u8; 32];
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NotASha256);
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(place * 2..place * 2 + 2).ok_or(NotASha256)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotASha256)?;
        }
        Ok(Self(bytes))
    }
}

/// What in a dispute rests on a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cited {
    /// An event as a whole.
    Event(EventId),
    /// One assertion about an event.
    Fact(FactId),
    /// A sum owed.
    Claim(ClaimId),
    /// A promise.
    Promise(PromiseId),
    /// What was agreed.
    Remedy(RemedyId),
    /// A letter of the household, draft or sent.
    Letter(LetterId),
    /// What is in question: the term that it relies on, or the reply.
    Issue(IssueId),
}

impl Cited {
    /// The id of the record without its noun.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Event(id) => id.uuid(),
            Self::Fact(id) => id.uuid(),
            Self::Claim(id) => id.uuid(),
            Self::Promise(id) => id.uuid(),
            Self::Remedy(id) => id.uuid(),
            Self::Letter(id) => id.uuid(),
            Self::Issue(id) => id.uuid(),
        }
    }
}

/// That something in the dispute rests on a piece of evidence, and where in it that is to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Which citation.
    pub id: CitationId,
    /// What rests on it.
    pub of: Cited,
    /// Where in it: “p. 2, second paragraph”.
    pub place: Option<String>,
}

/// A part of a picture or page that nobody sees to whom a dossier is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoveredArea {
    /// Which.
    pub id: CoveredAreaId,
    /// On which page, counted from 1; a picture is its own first page.
    pub page: u32,
    /// Where on it.
    pub area: Area,
}

/// A piece of evidence: an original as the household added it to a dispute, what is known about it,
/// and what rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Which attachment.
    pub id: AttachmentId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
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
    /// The day or instant that it bears, and how sure that is; nothing where it bears none.
    pub dated: Option<EventTime>,
    /// How the household came by it, in a line: “photographed at home”.
    pub obtained: Option<String>,
    /// The vendor that made it, where one did.
    pub vendor: Option<VendorId>,
    /// Who made it, in a line: a person, an office.
    pub author: Option<String>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// What rests on it, in the order of entry. A record is cited once; several places in the same
    /// original are one line.
    pub citations: Vec<Citation>,
    /// What of it is covered where a dossier shows it, in the order of entry. The original stays
    /// whole.
    pub covered: Vec<CoveredArea>,
}

impl Attachment {
    /// The citation of a record, where it rests on this piece of evidence.
    pub fn citation(&self, of: Cited) -> Option<&Citation> {
        self.citations.iter().find(|citation| citation.of == of)
    }

    /// What people know it by: the caption, or else the file's name.
    pub fn title(&self) -> &str {
        let caption = self.caption.as_deref().map(str::trim).filter(|words| !words.is_empty());
        caption.unwrap_or(&self.name)
    }
}
