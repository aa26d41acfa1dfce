//! Lists of letters, what went out, and templates.

use super::SentStanding;
use crate::wire::{Channel, LetterKind, Named, wire};

wire! {
    /// All letters, or those of one dispute.
    pub struct LetterBoard {
        /// Those being written, the latest first.
        pub drafts: Vec<LetterRow>,
        /// Those that wait for an answer, the longest overdue first.
        pub waiting: Vec<SentRow>,
        /// Those that were answered, followed up, or asked for nothing, the latest first.
        pub earlier: Vec<SentRow>,
        /// Those that were marked as sent and taken back, the latest first. Their copies are kept.
        pub taken_back: Vec<SentRow>,
    }

    /// A draft in a list.
    pub struct LetterRow {
        /// Which letter.
        pub id: String,
        /// Its dispute.
        pub dispute: Named,
        /// What it is for.
        pub kind: LetterKind,
        /// To whom: the person, or the vendor where it goes to an office.
        pub addressee: String,
        /// The vendor.
        pub vendor: Named,
        /// How it will go out.
        pub by: Channel,
        /// When it was begun, RFC 3339.
        pub begun_at: String,
        /// By when an answer is asked for.
        pub reply_by: Option<String>,
        /// Whether that day has passed.
        pub overdue: bool,
    }

    /// A letter that went out, in a list.
    pub struct SentRow {
        /// Which sending.
        pub id: String,
        /// The letter that was sent.
        pub letter: String,
        /// Its dispute.
        pub dispute: Named,
        /// What it was for.
        pub kind: LetterKind,
        /// To whom, by the name that they had then.
        pub addressee: String,
        /// The vendor.
        pub vendor: Named,
        /// The subject line.
        pub subject: String,
        /// When it went out.
        pub on: String,
        /// How.
        pub by: Channel,
        /// The tracking number.
        pub tracking: Option<String>,
        /// By when an answer was asked for.
        pub reply_by: Option<String>,
        /// Whether that day has passed without an answer.
        pub overdue: bool,
        /// Where it stands.
        pub standing: SentStanding,
        /// The event that it became.
        pub event: String,
    }

    /// A letter that went out, as it was.
    pub struct SentLetterView {
        /// What a list shows of it.
        pub row: SentRow,
        /// The whole letter as plain text.
        pub text: String,
        /// The SHA-256 of its PDF, in hexadecimal.
        pub pdf_sha256: String,
        /// The SHA-256 of the dossier that was enclosed.
        pub dossier_sha256: Option<String>,
        /// When it was marked as sent, RFC 3339.
        pub marked_at: String,
    }

    /// How a letter went out.
    pub struct Sending {
        /// On which day.
        pub on: String,
        /// How: letter, email or web_form.
        pub by: Channel,
        /// The tracking number or other proof of posting.
        pub tracking: Option<String>,
        /// When the next step is to be done; absent for the day that is proposed.
        pub next_step_on: Option<String>,
        /// Whether no next step is wanted.
        pub without_next_step: bool,
        /// Steps that are done with this.
        pub finished_steps: Vec<String>,
    }

    /// The step that is proposed after a letter went out.
    pub struct SendingProposal {
        /// On which day; absent where nothing has to follow.
        pub next_step_on: Option<String>,
        /// What is to be done then; empty where nothing has to follow.
        pub next_step: String,
    }

    /// A template of letters.
    pub struct LetterTemplate {
        /// Which template; absent for one that Holdfast brings, and while new.
        pub id: Option<String>,
        /// Which kind of letter it writes.
        pub kind: LetterKind,
        /// Its name; absent where it stands for its kind.
        pub name: Option<String>,
        /// The template itself.
        pub text: String,
    }

    /// A mistake in a template.
    pub struct TemplateFault {
        /// In which line, from 1, where that is known.
        pub line: Option<u32>,
        /// What is wrong, in English.
        pub said: String,
    }
}
