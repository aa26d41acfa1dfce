//! What a pasted thread of e-mails or a chat seems to say, and what is taken over of it.

use super::{Channel, DayOrder, Direction, MailPerson, Named, Precision, VendorChoice, wire};

wire! {
    /// What was read of a pasted text.
    pub struct ThreadBoard {
        /// What seems to have happened, the earliest first; what has no day comes last.
        pub drafts: Vec<ThreadDraft>,
        /// In which order its days were read, where they are written in figures.
        pub day_order: Option<DayOrder>,
        /// A day as it is written, where its order stays open and has to be asked.
        pub unsure_day: Option<String>,
        /// What could not be read, in snake case; see `intake::original::ProblemCode`.
        pub problems: Vec<String>,
    }

    /// Something that seems to have happened: an e-mail, or what was chatted on one day.
    pub struct ThreadDraft {
        /// The line of the pasted text on which it begins, counted from one.
        pub line: u32,
        /// The day, `YYYY-MM-DD`; absent where nothing says it.
        pub on: Option<String>,
        /// The time of that day, `HH:MM`, by the clock of whoever wrote it down.
        pub time: Option<String>,
        /// Who wrote, in a line; empty where nothing says it.
        pub who: String,
        /// By which channel.
        pub channel: Channel,
        /// Who reached out.
        pub direction: Direction,
        /// The vendor, where a name or an address tells it, or the dispute has only one.
        pub vendor: Option<Named>,
        /// The people on the vendor's side.
        pub people: Vec<MailPerson>,
        /// What was said: short texts as they are, of long ones the subject or the beginning.
        pub words: String,
        /// An event that the dispute has already and that this may be: of the same day, channel and
        /// direction.
        pub known: Option<Named>,
    }

    /// What is taken over of a pasted text, as one action.
    pub struct ThreadAdding {
        /// The dispute.
        pub dispute: String,
        /// The text as it was pasted: it is kept as evidence, and all events rest on it.
        pub text: String,
        /// A name for it.
        pub name: String,
        /// What happened.
        pub events: Vec<ThreadEvent>,
    }

    /// Something that happened, as the person says it was.
    pub struct ThreadEvent {
        /// The line of the pasted text on which it begins.
        pub line: u32,
        /// A day, or an instant in RFC 3339 with its offset.
        pub at: String,
        /// How well that is known.
        pub precision: Precision,
        /// By which channel.
        pub channel: Channel,
        /// Who reached out.
        pub direction: Direction,
        /// With which vendor. A new one becomes a party of the dispute.
        pub vendor: Option<VendorChoice>,
        /// With whom there; those that are not to be kept are left out.
        pub people: Vec<MailPerson>,
        /// What was said: the event's fact.
        pub words: String,
    }
}
