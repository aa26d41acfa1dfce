//! Events: what happened, when, with whom, and what was said.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::{
    Channel, ContactId, Direction, DisputeId, EventId, FactId, FactStatus, Precision, VendorId,
};

/// A day, or an instant with the offset at which it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occurred {
    /// Only the day is known.
    On(NaiveDate),
    /// The instant is known. The offset is kept: a call at 10:15 in Asheville stays at 10:15.
    At(DateTime<FixedOffset>),
}

impl Occurred {
    /// The day on the wall calendar of the place where it was recorded.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::On(day) => day,
            Self::At(instant) => instant.date_naive(),
        }
    }
}

/// When an event happened, and how well that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventTime {
    /// The day or instant.
    pub at: Occurred,
    /// How sure the person is of it.
    pub precision: Precision,
}

/// A call, letter, e-mail, chat, visit, statement or decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Which event.
    pub id: EventId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// When it happened.
    pub time: EventTime,
    /// By which channel.
    pub channel: Channel,
    /// Who reached out.
    pub direction: Direction,
    /// The vendor, where no person is known or to be sure of it.
    pub vendor: Option<VendorId>,
    /// The people spoken with.
    pub contacts: Vec<ContactId>,
    /// Whether anybody answered; `None` where the question makes no sense or was not asked.
    pub answered: Option<bool>,
    /// How long one waited, in minutes.
    pub waited_minutes: Option<u32>,
    /// How long it took after that, in minutes.
    pub minutes: Option<u32>,
    /// What is known of it, one assertion each. These are for the dossier.
    pub facts: Vec<Fact>,
    /// A private note. It never leaves the app.
    pub note: Option<String>,
}

/// One assertion about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which fact.
    pub id: FactId,
    /// One sentence.
    pub text: String,
    /// Whether the other side agrees.
    pub status: FactStatus,
    /// Who at the vendor acknowledged it.
    pub acknowledged_by: Option<ContactId>,
}
