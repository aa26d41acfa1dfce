//! Clocks: statutory and scheme time limits, as rules and as what a household says of them.

use chrono::NaiveDate;

use crate::calendar::Region;
use crate::{
    ClockHolder, ClockId, Confidence, DisputeId, EventId, LimitUnit, Occasion, PauseOf, Reckoning,
    VendorId, VendorKind,
};

/// A time limit of a law or a scheme, as a row of the table of clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRule {
    /// The short name by which records refer to the rule. It never changes.
    pub code: String,
    /// What the rule is called.
    pub name: String,
    /// Where it holds: an ISO 3166 country, `EU` for its members, `*` for everywhere.
    pub jurisdiction: String,
    /// Whom the rule binds or addresses, in words.
    pub addressee: String,
    /// Who has to act in time.
    pub holder: ClockHolder,
    /// What starts it, in words.
    pub trigger: String,
    /// Which moment of that is meant.
    pub reckoning: Reckoning,
    /// How long it is; nothing where the rule has no count of days.
    pub limit: Option<Limit>,
    /// What pauses it, in words.
    pub pauses: Option<String>,
    /// The channel that it requires, in words.
    pub channel: Option<String>,
    /// What else is worth knowing before relying on it.
    pub note: Option<String>,
    /// Where the rule stands.
    pub source: String,
    /// How well the source was read.
    pub confidence: Confidence,
    /// The day on which the source was looked at.
    pub checked_on: NaiveDate,
    /// The kinds of vendor for which it is proposed.
    pub vendor_kinds: Vec<VendorKind>,
    /// What in the record proposes it; nothing where it is only started by hand.
    pub occasion: Option<Occasion>,
    /// The first day on which a trigger falls under this rule.
    pub holds_from: Option<NaiveDate>,
    /// The last day on which a trigger falls under this rule.
    pub holds_until: Option<NaiveDate>,
    /// To whom it keeps a way open, where it is the household's own to keep.
    pub way: Option<Way>,
}

/// A way to somebody who can decide from outside, open while a time limit of it has not passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What tells it from other ways to the same body; rules of one name are one way.
    pub name: String,
    /// The kinds of body that it leads to; none where it leads to the clock's own vendor.
    pub bodies: Vec<VendorKind>,
    /// The code of another rule of the way that this one outlasts: while this one runs, the other
    /// closes nothing.
    pub extends: Option<String>,
}

/// How long a time limit is, and how it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: LimitUnit,
    /// Whether the trigger's own day is day one, as where a rule says “beginning with the day”.
    pub trigger_day_counts: bool,
    /// Whose holidays a rule in business days leaves out; nothing where it is the vendor's place.
    pub holidays: Option<Region>,
    /// Whether a last day that is no business day gives way to the next one.
    pub moves_to_business_day: bool,
    /// What makes it stand still, where the record can know that.
    pub pause: Option<Pause>,
}

/// What makes a time limit stand still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// What has to be under way.
    pub of: PauseOf,
    /// How many days are left at least once it is over.
    pub days_left: u32,
}

/// What the household says of a rule in one dispute: that it applies, or that it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Which clock.
    pub id: ClockId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// The code of the rule.
    pub rule: String,
    /// With which vendor.
    pub vendor: Option<VendorId>,
    /// The day from which is counted.
    pub trigger_on: NaiveDate,
    /// The event that started it.
    pub because_of: Option<EventId>,
    /// Whether it applies; where not, the rule is not proposed again for the vendor.
    pub applies: bool,
    /// The day on which what it asks for was done, in time or late.
    pub met_on: Option<NaiveDate>,
    /// The letter or other event by which it was done.
    pub met_by: Option<EventId>,
    /// The day on which the household noted that the vendor did not keep it, and left it at that.
    pub missed_on: Option<NaiveDate>,
}
