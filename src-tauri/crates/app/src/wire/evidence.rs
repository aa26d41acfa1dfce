//! Evidence: originals, what is known of them, and what rests on them.

use super::{Named, Precision, wire};

wire! {
    /// A piece of evidence: a stored original, and what is known of it.
    pub struct AttachmentView {
        /// Which attachment.
        pub id: String,
        /// The dispute.
        pub dispute: Named,
        /// The file's name, for showing only.
        pub name: String,
        /// Its type by its content, such as `application/pdf`.
        pub media_type: String,
        /// Its size in bytes.
        pub size: u32,
        /// Its SHA-256 in hexadecimal.
        pub sha256: String,
        /// What it shows.
        pub caption: Option<String>,
        /// The day, `YYYY-MM-DD`, or instant, RFC 3339, that it bears.
        pub at: Option<String>,
        /// How sure that is.
        pub precision: Option<Precision>,
        /// How the household came by it.
        pub obtained: Option<String>,
        /// The vendor that made it.
        pub vendor: Option<Named>,
        /// Who made it, in a line.
        pub author: Option<String>,
        /// What rests on it.
        pub citations: Vec<CitationView>,
        /// When it was added, RFC 3339.
        pub added_at: String,
    }

    /// Something that rests on a piece of evidence, with words to show.
    pub struct CitationView {
        /// Which citation.
        pub id: String,
        /// What rests on it.
        pub of: Cited,
        /// The event of a fact, or the event itself.
        pub event: Option<String>,
        /// Its day, `YYYY-MM-DD`, where it has one.
        pub on: Option<String>,
        /// It in a few words: the fact, what was promised, the letter's subject.
        pub words: String,
        /// Where in the original: “p. 2, second paragraph”.
        pub place: Option<String>,
    }

    /// A record that may rest on evidence.
    pub struct Cited {
        /// Of which noun.
        pub kind: CitedKind,
        /// Which.
        pub id: String,
    }

    /// What a person says of a piece of evidence. What rests on it is said one by one.
    pub struct Evidence {
        /// Which attachment.
        pub id: String,
        /// What it shows.
        pub caption: Option<String>,
        /// The day, `YYYY-MM-DD`, or instant, RFC 3339, that it bears; absent where it bears none.
        pub at: Option<String>,
        /// How sure that is; exact where it is not said.
        pub precision: Option<Precision>,
        /// How the household came by it.
        pub obtained: Option<String>,
        /// The vendor that made it.
        pub vendor: Option<String>,
        /// Who made it, in a line.
        pub author: Option<String>,
    }

    /// All evidence, newest entry first.
    pub struct EvidenceList {
        /// The pieces.
        pub attachments: Vec<AttachmentView>,
    }

    /// What can be chosen for a piece of evidence of a dispute, so that nothing is typed twice.
    pub struct EvidenceOptions {
        /// How the household came by other evidence, the most usual first.
        pub obtained: Vec<String>,
        /// Who made other evidence, the most usual first.
        pub authors: Vec<String>,
        /// The vendors of the dispute.
        pub vendors: Vec<Named>,
        /// What may rest on it, by noun and day: events each before its facts, the latest first.
        pub citable: Vec<Citable>,
    }

    /// Something that may rest on a piece of evidence.
    pub struct Citable {
        /// Which.
        pub of: Cited,
        /// The event of a fact, or the event itself.
        pub event: Option<String>,
        /// Its day, `YYYY-MM-DD`, where it has one.
        pub on: Option<String>,
        /// It in a few words.
        pub words: String,
    }
}

/// Which noun a citation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum CitedKind {
    /// An event as a whole.
    Event,
    /// One assertion about an event.
    Fact,
    /// A sum owed.
    Claim,
    /// A promise.
    Promise,
    /// What was agreed.
    Remedy,
    /// A letter, draft or sent.
    Letter,
}
