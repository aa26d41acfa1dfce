//! The vocabularies that only letters have.

/// Writes a wire enum without fields.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$word])* $variant,)* }
    )*};
}

words! {
    /// How a paragraph stands among the others.
    ParagraphStyle {
        /// Running text.
        Prose,
        /// One of several points below each other.
        Item,
    }

    /// How a paragraph stands to the record.
    ParagraphStanding {
        /// As the record composes it.
        Composed,
        /// The person changed it or left it out.
        Edited,
        /// The person changed it, and the facts have changed since.
        Outdated,
        /// The person added it.
        Added,
    }

    /// Where something that a letter lacks is filled in.
    LetterPlaceKind {
        /// Among the letter's own choices.
        Letter,
        /// In the member who writes.
        Member,
        /// In the vendor: its address, e-mail address or form.
        Vendor,
        /// In the person who is written to.
        Contact,
        /// In the vendor's part in the dispute: its reference.
        Party,
        /// In what the dispute is about.
        Subject,
        /// In the dispute's goal.
        Goal,
        /// In what the dispute has meant for the household.
        Effect,
        /// Among the sums owed.
        Claims,
        /// Among the events.
        Events,
        /// In one event.
        Event,
        /// Among the promises.
        Promises,
        /// Among the remedies.
        Remedies,
        /// In the ladder.
        Rungs,
        /// Among the people who helped.
        Advocates,
        /// In one help.
        Advocacy,
    }

    /// Where a letter stands that went out.
    SentStanding {
        /// No answer has come.
        Waiting,
        /// Something came from the vendor since.
        Answered,
        /// Another letter to the same vendor went out since.
        FollowedUp,
        /// It asked for no answer.
        NothingAsked,
        /// Its dispute was closed.
        Closed,
        /// It was marked as sent by mistake. The copy is kept.
        TakenBack,
    }

    /// A form in which a letter is given out.
    LetterFormat {
        /// A PDF document.
        Pdf,
        /// A document for word processors.
        Docx,
        /// Plain text.
        Txt,
        /// A draft for a mail program, with the PDF attached.
        Eml,
    }

    /// What was sent together.
    SentPart {
        /// The letter.
        Letter,
        /// The dossier that was enclosed.
        Dossier,
    }
}
