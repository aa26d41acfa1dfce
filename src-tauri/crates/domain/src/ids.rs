//! One identifier type for each noun, so that a vendor cannot be passed where a dispute is meant.
//!
//! The values are UUID v7, made in `app` (which owns the clock and the randomness); here they are
//! only carried, compared and written down.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }
    )*};
}

ids! {
    /// Names a [`Member`](crate::Member) of the household.
    MemberId;
    /// Names a [`Vendor`](crate::Vendor).
    VendorId;
    /// Names one [`VendorChannel`](crate::VendorChannel) of a vendor.
    ChannelId;
    /// Names a [`Contact`](crate::Contact).
    ContactId;
    /// Names a [`Dispute`](crate::Dispute).
    DisputeId;
    /// Names a vendor's part in a dispute, a [`Party`](crate::Party).
    PartyId;
    /// Names a [`Claim`](crate::Claim).
    ClaimId;
    /// Names a [`Movement`](crate::Movement) of a claim.
    MovementId;
    /// Names an [`Event`](crate::Event).
    EventId;
    /// Names a [`Fact`](crate::Fact) of an event.
    FactId;
    /// Names a [`Promise`](crate::Promise).
    PromiseId;
    /// Names an [`Offer`](crate::Offer).
    OfferId;
    /// Names a [`Rung`](crate::Rung) of the ladder.
    RungId;
    /// Names an [`Advocacy`](crate::Advocacy).
    AdvocacyId;
    /// Names a [`Remedy`](crate::Remedy).
    RemedyId;
    /// Names a [`Check`](crate::Check) of a remedy.
    CheckId;
    /// Names a [`NextStep`](crate::NextStep).
    NextStepId;
    /// Names an [`Issue`](crate::Issue).
    IssueId;
    /// Names an [`Attachment`](crate::Attachment).
    AttachmentId;
    /// Names a [`Citation`](crate::Citation) of an attachment.
    CitationId;
    /// Names a [`CoveredArea`](crate::CoveredArea) of an attachment.
    CoveredAreaId;
    /// Names a [`Letter`](crate::Letter).
    LetterId;
    /// Names a [`LetterEdit`](crate::LetterEdit) of a letter.
    LetterEditId;
    /// Names a [`SentLetter`](crate::SentLetter).
    SentLetterId;
    /// Names a [`LetterTemplate`](crate::LetterTemplate).
    LetterTemplateId;
    /// Names an [`Account`](crate::Account).
    AccountId;
    /// Names a [`Statement`](crate::Statement).
    StatementId;
    /// Names a [`StatementMatch`](crate::StatementMatch).
    StatementMatchId;
    /// Names a [`CsvLayout`](crate::CsvLayout).
    CsvLayoutId;
    /// Names a [`RefundLayout`](crate::RefundLayout).
    RefundLayoutId;
    /// Identifies what the household says of a time limit.
    ClockId;
    /// Names a [`Snooze`](crate::Snooze).
    SnoozeId;
    /// Names a [`DossierChoice`](crate::DossierChoice).
    DossierChoiceId;
    /// Names a [`SentDossier`](crate::SentDossier).
    SentDossierId;
    /// Names an action of the journal: one thing that a person did.
    ActionId;
}

impl DisputeId {
    /// The short reference that a person can read out on the phone, such as `HF-7Q2MKD`.
    ///
    /// It is drawn from the random tail of the id, never from a counter, so that two computers that
    /// have not yet met cannot give the same one to two disputes. Six characters of Crockford's
    /// base 32 (no I, L, O or U) hold 30 bits.
    pub fn reference(self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let tail = self.0.as_u128() & 0x3FFF_FFFF;
        let letters =
            (0..6).rev().map(|place| ALPHABET[(tail >> (5 * place) & 31) as usize] as char);
        format!("HF-{}", letters.collect::<String>())
    }
}
