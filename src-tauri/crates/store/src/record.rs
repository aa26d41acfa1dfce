//! The nouns that have a table, and the address of one record.

use std::fmt;

use holdfast_domain::{
    AccountId, AdvocacyId, AttachmentId, ChannelId, CheckId, CitationId, ClaimId, ClockId,
    ContactId, CoveredAreaId, CsvLayoutId, DisputeId, DossierChoiceId, EventId, FactId, IssueId,
    LetterEditId, LetterId, LetterTemplateId, MemberId, MovementId, NextStepId, OfferId, PartyId,
    PromiseId, RefundLayoutId, RemedyId, RungId, SentDossierId, SentLetterId, SnoozeId,
    StatementId, StatementMatchId, VendorId,
};
use uuid::Uuid;

macro_rules! local_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// The id as the UUID that it is.
            pub fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }
    )*};
}

local_ids! {
    /// Names the household itself, of which a store has one.
    HouseholdId;
    /// Names the link between an event and a person spoken with. The domain has only the list.
    EventContactId;
    /// Names the link between an issue and a fact that it rests on. The domain has only the list.
    IssueFactId;
}

impl HouseholdId {
    /// The household of a store. It is the same everywhere, so that two computers of one family
    /// that each began a store mean the same record.
    pub const OURS: Self = Self(Uuid::from_u128(1));
}

macro_rules! records {
    ($($(#[$doc:meta])* $noun:ident($id:ty) = $table:literal,)*) => {
        /// A noun that has a table of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Noun {
            $($(#[$doc])* $noun,)*
        }

        impl Noun {
            /// Every noun.
            pub const ALL: &'static [Self] = &[$(Self::$noun,)*];

            /// The name of the noun's table, by which the journal calls it too.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$noun => $table,)* }
            }

            /// The noun whose table has this name.
            pub fn named(table: &str) -> Option<Self> {
                match table { $($table => Some(Self::$noun),)* _ => None }
            }

            /// The record of this noun with that id.
            pub fn record(self, id: Uuid) -> Record {
                match self { $(Self::$noun => Record::$noun(<$id>::from(id)),)* }
            }
        }

        /// One record: which noun, and which of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Record {
            $($(#[$doc])* $noun($id),)*
        }

        impl Record {
            /// Which noun it is.
            pub fn noun(self) -> Noun {
                match self { $(Self::$noun(_) => Noun::$noun,)* }
            }

            /// Its id without its noun.
            pub fn uuid(self) -> Uuid {
                match self { $(Self::$noun(id) => id.uuid(),)* }
            }
        }

        $(impl From<$id> for Record {
            fn from(id: $id) -> Self {
                Self::$noun(id)
            }
        })*
    };
}

records! {
    /// The household.
    Household(HouseholdId) = "household",
    /// A member of it.
    Member(MemberId) = "member",
    /// A vendor.
    Vendor(VendorId) = "vendor",
    /// A way to reach a vendor.
    VendorChannel(ChannelId) = "vendor_channel",
    /// A person at a vendor.
    Contact(ContactId) = "contact",
    /// A dispute.
    Dispute(DisputeId) = "dispute",
    /// A vendor's part in a dispute.
    Party(PartyId) = "party",
    /// A sum owed.
    Claim(ClaimId) = "claim",
    /// Something that happened to a claim.
    Movement(MovementId) = "movement",
    /// An event.
    Event(EventId) = "event",
    /// The link between an event and a person spoken with.
    EventContact(EventContactId) = "event_contact",
    /// An assertion about an event.
    Fact(FactId) = "fact",
    /// What is in question.
    Issue(IssueId) = "issue",
    /// The link between an issue and a fact that it rests on.
    IssueFact(IssueFactId) = "issue_fact",
    /// A promise.
    Promise(PromiseId) = "promise",
    /// An offer.
    Offer(OfferId) = "offer",
    /// A step of the ladder.
    Rung(RungId) = "rung",
    /// Help that a contact gave.
    Advocacy(AdvocacyId) = "advocacy",
    /// A remedy.
    Remedy(RemedyId) = "remedy",
    /// A look at whether a remedy holds.
    Check(CheckId) = "remedy_check",
    /// What the household will do.
    NextStep(NextStepId) = "next_step",
    /// An attached original.
    Attachment(AttachmentId) = "attachment",
    /// That something rests on an attached original.
    Citation(CitationId) = "citation",
    /// A part of an attached original that is covered in dossiers.
    CoveredArea(CoveredAreaId) = "covered_area",
    /// A letter, draft or sent.
    Letter(LetterId) = "letter",
    /// A paragraph of a letter in the person's own words.
    LetterEdit(LetterEditId) = "letter_edit",
    /// A letter as it went out.
    SentLetter(SentLetterId) = "sent_letter",
    /// A template of the household's own.
    LetterTemplate(LetterTemplateId) = "letter_template",
    /// An account at a bank.
    Account(AccountId) = "account",
    /// A bank's file.
    Statement(StatementId) = "statement",
    /// What was said of a line of a statement.
    StatementMatch(StatementMatchId) = "statement_match",
    /// How the columns of a bank's files are read.
    CsvLayout(CsvLayoutId) = "csv_layout",
    /// How the household's own list of refunds is read.
    RefundLayout(RefundLayoutId) = "refund_layout",
    /// What was put off.
    Snooze(SnoozeId) = "snooze",
    /// What was said of a time limit.
    Clock(ClockId) = "clock",
    /// What is chosen for the dossier of a reader.
    DossierChoice(DossierChoiceId) = "dossier_choice",
    /// An edition of a dossier as it was sent.
    SentDossier(SentDossierId) = "sent_dossier",
}

impl fmt::Display for Record {
    /// The noun's table and the id, such as `dispute 0190…`. For logs and tests, not for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.noun().as_str(), self.uuid().hyphenated())
    }
}
