//! Today, the list of disputes, search.

use super::{DisputeState, DueItem, Member, Money, Named, NamedRecord, Person, Total, wire};

wire! {
    /// What the window needs to begin.
    pub struct Start {
        /// The household's name; empty before it was asked for.
        pub household: String,
        /// Its members.
        pub members: Vec<Member>,
        /// Whether no dispute has been written down yet.
        pub is_empty: bool,
        /// Whether this is the sample household.
        pub is_sample: bool,
        /// The currency proposed for a new sum: that of most sums, else that of the region; absent
        /// where neither is known.
        pub currency: Option<String>,
        /// Today, by the clock of this computer.
        pub day: String,
        /// The app's version.
        pub version: String,
    }

    /// What is owed in one currency, with who owes it.
    pub struct OwedTotal {
        /// In all.
        pub total: Total,
        /// By whom, the largest first; only those who owe or paid too much.
        pub vendors: Vec<OwedByVendor>,
    }

    /// What one vendor owes over all disputes, in one currency.
    pub struct OwedByVendor {
        /// The vendor.
        pub vendor: Named,
        /// Still owed.
        pub outstanding: Money,
        /// Come beyond what was owed.
        pub overpaid: Money,
    }

    /// Somebody who helped and has not been thanked.
    pub struct ToThank {
        /// Who.
        pub contact: Person,
        /// In which dispute.
        pub dispute: Named,
        /// What they did.
        pub did: Vec<String>,
    }

    /// Which disputes to list.
    pub struct DisputesQuery {
        /// Words that must stand in its title, goal, vendors, people, references or facts.
        pub search: String,
        /// Only those in this state.
        pub state: Option<DisputeState>,
    }

    /// A dispute in a list.
    pub struct DisputeRow {
        /// Which.
        pub id: String,
        /// The short reference.
        pub reference: String,
        /// The title.
        pub title: String,
        /// The goal.
        pub goal: String,
        /// Where it stands.
        pub state: DisputeState,
        /// When it began.
        pub opened_on: String,
        /// When it was closed.
        pub closed_on: Option<String>,
        /// Its vendors.
        pub vendors: Vec<Named>,
        /// What is owed, per currency.
        pub totals: Vec<Total>,
        /// When something last happened.
        pub last_on: String,
        /// What comes next.
        pub next: Option<DueItem>,
    }

    /// Something in the bin.
    pub struct Binned {
        /// What sort of thing, as `remove` and `restore` take it.
        pub kind: RecordKind,
        /// Which.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its dispute.
        pub dispute: Option<Named>,
        /// When it was put there: the time on the wall, `YYYY-MM-DDTHH:MM`.
        pub deleted_at: String,
        /// What lies in the bin too and comes back along with it, such as its dispute: without that it
        /// could not be seen.
        pub along: Vec<NamedRecord>,
    }
}

/// What can be put into the bin and taken out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the noun of its name")]
pub enum RecordKind {
    Member,
    Vendor,
    Contact,
    Dispute,
    Party,
    Claim,
    Movement,
    Event,
    Issue,
    Promise,
    Offer,
    Rung,
    Advocacy,
    Remedy,
    Check,
    NextStep,
    Attachment,
    Letter,
    LetterTemplate,
    Account,
    Statement,
}
