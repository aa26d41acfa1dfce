//! The history of a record, and what would change on the way back to a moment of it.

use holdfast_store::Noun;

use super::{Deed, Money, Named, Undone, wire};

/// Writes an enum of plain words, which cross the boundary in snake case.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($word:ident)* }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
            specta::Type,
        )]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the doors have the words for each, in one table")]
        pub enum $name { $($word,)* }
    };
}

/// Writes the nouns once, with the conversions from and to the store's.
macro_rules! nouns {
    ($(#[$doc:meta])* $($noun:ident)*) => {
        words! { $(#[$doc])* RecordNoun { $($noun)* } }

        impl From<Noun> for RecordNoun {
            fn from(noun: Noun) -> Self {
                match noun { $(Noun::$noun => Self::$noun,)* }
            }
        }

        impl From<RecordNoun> for Noun {
            fn from(noun: RecordNoun) -> Self {
                match noun { $(RecordNoun::$noun => Self::$noun,)* }
            }
        }
    };
}

nouns! {
    /// A noun that the record keeps. Those that can lie in the bin are called as in `RecordKind`.
    Household Member Vendor VendorChannel Contact Dispute Party Claim Movement Event EventContact
    Fact Issue IssueFact Promise Offer Rung Advocacy Remedy Check NextStep Attachment Citation
    CoveredArea Letter LetterEdit SentLetter LetterTemplate Account Statement StatementMatch
    CsvLayout RefundLayout Snooze Clock DossierChoice SentDossier
}

words! {
    /// What a field of a record is called. Fields of several nouns that people call the same share one.
    FieldName {
        AboutEvent AboutHelp Account AccountNumber AcknowledgedBy Address Agreed AgreedOn Amount
        Answer Answered AnsweredOn Applies AroseOn Author Bank BankAccount Basis BecauseOf
        BeforeUse BoughtAt BoughtOn By Cadence CanCompel Caption CausedIt Caveat Channel Claim
        ClosedAs ClosedOn Country CoveredPage CoversFrom CoversUntil Currency Day DeliveredOn
        Department Did Direction DoneOn DueOn Effect Email Enclosures EndsOn ExpectedBy FactStatus
        FactText FileName Format From Goal HoldsTheMoney HowSure ImportedOn InBin Job Kind KnownAs
        Label Lasted Lead LeaveOut LeaveOutClaims MadeOn MayQuote MetBy MetOn MissedOn Model
        MustRemedy Name NextBody Note Obtained Office OpenUntil OpenedOn Order Outcome OutcomeOn
        OwnWords PaidBy Person Phone Place Policy Price PrivateNote Promised Question Rationale
        Reach ReachedOn Reason Reference Region Remedy RepliedAt RepliedOn Reply ReplyBy Request
        RestsOn Result Rule SatisfiedOn Scope SentBy Serial ShowAccounts Size Source Step
        SubjectWhat Supervisor Supports Template TemplateText Term Terms ThankedOn Time Title
        ToPerson ToVendor Tone TriggerOn Vendor Waited What When Why With WithDossier WithEffect
    }
}

words! {
    /// Which table of words a word stands in.
    Vocabulary {
        Channel CheckResult ClosedAs Direction FactStatus IssueAnswer LetterKind LetterTone
        MovementKind OfferAnswer Precision PromiseOutcome RemedyKind StatementFormat VendorKind
    }
}

/// What stood in a field, for people to read.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each says what it holds")]
pub enum FieldSaid {
    /// Nothing.
    Nothing,
    /// Words of the person, whole.
    Text { text: String },
    /// A day, or a time on the wall (`YYYY-MM-DDTHH:MM`), with its offset where it was recorded.
    When { at: String },
    /// A time of day, `HH:MM`.
    Time { time: String },
    /// A sum.
    Sum { money: Money },
    /// Yes or no.
    YesNo { yes: bool },
    /// How many.
    Number { number: String },
    /// How many minutes.
    Minutes { minutes: u32 },
    /// How large, in bytes.
    Bytes { bytes: u32 },
    /// What another record is called; it may lie in the bin.
    Name { name: String },
    /// A word of a vocabulary.
    Word { vocabulary: Vocabulary, word: String },
    /// Several.
    List { items: Vec<FieldSaid> },
}

wire! {
    /// All that happened to a record.
    pub struct RecordHistory {
        /// The words by which a person knows it; may be empty.
        pub name: String,
        /// Whether it lies in the bin.
        pub in_bin: bool,
        /// Whether it went out, as a sent letter did, and is never changed again.
        pub sent: bool,
        /// What happened, the newest first.
        pub moments: Vec<Moment>,
    }

    /// One thing that was done to it.
    pub struct Moment {
        /// The action, which also names the moment after it.
        pub action: String,
        /// What was done; nothing where a newer Holdfast did it.
        pub deed: Option<Deed>,
        /// What it undid or put back, where it did that.
        pub undid: Option<Undone>,
        /// Who, where that is known.
        pub by: Option<Named>,
        /// The time on the wall, `YYYY-MM-DDTHH:MM`.
        pub at: String,
        /// On which computer.
        pub device: String,
        /// Whether the record was entered with it.
        pub entered: bool,
        /// What it changed.
        pub changes: Vec<FieldChange>,
        /// Whether the record was otherwise then than it is now, so that one can go back.
        pub differs: bool,
    }

    /// A field that changed, or would.
    pub struct FieldChange {
        /// Which part of the record it is of, such as a fact; nothing for its own fields.
        pub part: Option<NamedRecord>,
        /// The field.
        pub field: FieldName,
        /// What stood there.
        pub from: FieldSaid,
        /// What stands there after.
        pub to: FieldSaid,
    }

    /// A record by the words by which a person knows it.
    pub struct NamedRecord {
        /// What sort of thing.
        pub noun: RecordNoun,
        /// Which.
        pub id: String,
        /// The words; may be empty.
        pub name: String,
    }
}
