//! One timeline of all that happened in a dispute, or with a vendor or person.

use super::{
    CheckResult, ClosedAs, Event, Money, MovementKind, Named, OfferAnswer, Person, Promise,
    PromiseOutcome, wire,
};

wire! {
    /// A stretch of the timeline.
    pub struct TimelinePage {
        /// The entries, in the order asked for.
        pub entries: Vec<TimelineEntry>,
        /// Where the next stretch begins; absent at the end.
        pub next: Option<String>,
    }

    /// One thing that happened.
    pub struct TimelineEntry {
        /// Distinct within the timeline.
        pub key: String,
        /// The day, `YYYY-MM-DD`.
        pub day: String,
        /// The instant in RFC 3339 with its offset, where it is known.
        pub instant: Option<String>,
        /// What happened.
        pub what: TimelineWhat,
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[allow(
    clippy::large_enum_variant,
    reason = "a page holds at most a hundred entries, and most of them are events"
)]
#[allow(missing_docs, reason = "the fields are the nouns that they are named after")]
pub enum TimelineWhat {
    /// The dispute began.
    Opened { title: String },
    /// The dispute ended.
    Closed { how: Option<ClosedAs> },
    /// A call, letter, visit or other event.
    Event { event: Event, people: Vec<Person>, vendor: Option<Named>, dispute: Named },
    /// A sum became owing.
    ClaimArose { id: String, reason: String, amount: Money, vendor: Named },
    /// Something happened to a sum.
    Moved {
        id: String,
        claim: String,
        movement: MovementKind,
        amount: Money,
        vendor: Named,
        reason: String,
        reference: Option<String>,
    },
    /// A promise was given.
    Promised { promise: Promise, by: Option<Person>, vendor: Option<Named> },
    /// A promise ended.
    PromiseEnded { id: String, what: String, outcome: PromiseOutcome, by: Option<Person> },
    /// An offer was made.
    Offered {
        id: String,
        terms: String,
        amount: Option<Money>,
        by: Option<Person>,
        vendor: Option<Named>,
    },
    /// An offer was answered.
    OfferAnswered { id: String, terms: String, answer: OfferAnswer },
    /// A rung of the ladder was reached.
    Climbed { id: String, reason: String, contact: Option<Person>, vendor: Option<Named> },
    /// Somebody helped.
    Helped { id: String, contact: Person, did: String },
    /// Somebody was thanked.
    Thanked { id: String, contact: Person },
    /// Something was agreed.
    Agreed {
        id: String,
        what: String,
        scope: Option<String>,
        caveat: Option<String>,
        by: Option<Person>,
        vendor: Option<Named>,
    },
    /// What was agreed was done.
    Delivered { id: String, what: String },
    /// A look at whether it holds.
    Checked { id: String, what: String, result: CheckResult, note: Option<String> },
    /// The household did what it had planned.
    StepDone { id: String, what: String },
}
