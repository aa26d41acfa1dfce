//! Evidence: originals, what is known of them, and what rests on them.

use super::{AppError, Done, Named, Precision, wire};

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
        /// What of it is covered where a dossier shows it.
        pub covered: Vec<CoveredPart>,
        /// When it was added, RFC 3339.
        pub added_at: String,
        /// On which day its file was erased for good, `YYYY-MM-DD`; what is said of it is still there.
        pub erased_on: Option<String>,
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

    /// A part that is covered.
    pub struct CoveredPart {
        /// Which.
        pub id: String,
        /// Where it is.
        pub part: Part,
    }

    /// A rectangle of a page or picture that stands upright, in thousandths of its sides.
    pub struct Part {
        /// The page, counted from 1; a picture is its own first page.
        pub page: u32,
        /// The left edge.
        pub left: u32,
        /// The upper edge.
        pub top: u32,
        /// The right edge.
        pub right: u32,
        /// The lower edge.
        pub bottom: u32,
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

    /// Where new evidence goes, and what is said of all that is added at once.
    pub struct EvidenceAdding {
        /// The dispute.
        pub dispute: String,
        /// What rests on it.
        pub cited: Vec<Cited>,
        /// Where in it.
        pub place: Option<String>,
        /// What it shows.
        pub caption: Option<String>,
        /// The day, `YYYY-MM-DD`, or instant, RFC 3339, that it bears.
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

    /// How far adding is, before each file.
    pub struct EvidenceProgress {
        /// How many have been looked at.
        pub done: u32,
        /// How many there are.
        pub total: u32,
        /// The name of the one that is read now.
        pub name: String,
    }

    /// What became of what was to be added.
    pub struct EvidenceAdded {
        /// The action, to undo all of it.
        pub done: Done,
        /// What is new, by its caption or name, in the order given.
        pub added: Vec<Named>,
        /// What the dispute had already, but for what is there again.
        pub known: Vec<KnownEvidence>,
        /// What was erased for good earlier and is there again, wherever it is named.
        pub back: Vec<BackAgain>,
        /// The names of what was known to be lost and is there again, wherever it is named.
        pub whole_again: Vec<String>,
        /// What could not be kept, each with its reason.
        pub left_out: Vec<LeftOut>,
        /// E-mails that wait to be told what they are, by the name of their original and the file's:
        /// they are kept, and not added yet. See `mail_board`.
        pub mails: Vec<Named>,
        /// Whether it was stopped before the last.
        pub stopped: bool,
    }

    /// An original that the dispute had already.
    pub struct KnownEvidence {
        /// The name of what was to be added.
        pub name: String,
        /// What it is there as.
        pub attachment: Named,
    }

    /// An original that was erased for good, and added again.
    pub struct BackAgain {
        /// The name of what was added.
        pub name: String,
        /// The day on which it had been erased, `YYYY-MM-DD`.
        pub erased_on: String,
    }

    /// A file that could not be kept.
    pub struct LeftOut {
        /// Its name.
        pub name: String,
        /// Why.
        pub error: AppError,
    }

    /// Files dropped on the window. They are held on the other side until they are added.
    pub struct Dropped {
        /// By what `add_dropped` knows them.
        pub id: String,
        /// Their names, folders by the name of the folder.
        pub names: Vec<String>,
    }

    /// What files do that are dragged to the window.
    pub struct Drag {
        /// Whether they are over it, and would be taken if they were let go.
        pub over: bool,
        /// What was let go.
        pub dropped: Option<Dropped>,
    }

    /// What was pasted from the clipboard.
    pub struct Pasted {
        /// A name to show.
        pub name: String,
        /// Text, as it was pasted.
        pub text: Option<String>,
        /// Anything else, such as a picture, in base 64.
        pub bytes: Option<String>,
    }

    /// What can be looked at of a piece of evidence.
    pub struct EvidenceLook {
        /// In which way.
        pub form: LookForm,
        /// How many pages it has, where it has some.
        pub pages: u32,
        /// Its words, where it is a text or an e-mail.
        pub text: Option<String>,
        /// Whether they go on after what is shown.
        pub is_cut: bool,
        /// What stands above an e-mail, and what came with it.
        pub mail: Option<MailLook>,
        /// What is the matter with it, in snake case; see `intake::original::ProblemCode`.
        pub problems: Vec<String>,
    }

    /// What stands above an e-mail, and what came with it.
    pub struct MailLook {
        /// Its subject; empty where it has none.
        pub subject: String,
        /// When it was sent by the sender's clock, RFC 3339.
        pub sent_at: Option<String>,
        /// From whom it is, each in a line.
        pub from: Vec<String>,
        /// To whom it went.
        pub to: Vec<String>,
        /// To whom a copy went.
        pub cc: Vec<String>,
        /// The files in it; they are known by their place, counted from 0.
        pub enclosed: Vec<Enclosed>,
    }

    /// A file in an e-mail.
    pub struct Enclosed {
        /// Its name, for showing only.
        pub name: String,
        /// Its type by its content.
        pub media_type: String,
        /// Its size in bytes.
        pub size: u32,
    }
}

/// In which way a piece of evidence can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum LookForm {
    /// As a picture.
    Picture,
    /// Page by page.
    Pages,
    /// As plain text.
    Text,
    /// As an e-mail, its words as plain text.
    Mail,
    /// Not at all; a copy can be saved.
    Nothing,
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
    /// What is in question.
    Issue,
}

impl EvidenceAdding {
    /// To a dispute, with nothing said of it.
    pub fn to(dispute: &str) -> Self {
        Self {
            dispute: dispute.to_owned(),
            cited: Vec::new(),
            place: None,
            caption: None,
            at: None,
            precision: None,
            obtained: None,
            vendor: None,
            author: None,
        }
    }
}
