//! Time limits: the last day, counted as the rule says, and how a clock stands.
//!
//! No promise ever moves one of these days.

mod count;
mod pause;
mod proposal;
mod way;

pub use count::{Counted, count, count_with};
pub use pause::{Standstill, standstills};
pub(crate) use proposal::holds_at;
pub use proposal::{Proposal, proposals};
pub use way::{ClosedWay, Window, closed_ways};

use chrono::NaiveDate;

use crate::rules::due::{self, Due, DueItem};
use crate::{Clock, ClockHolder, ClockId, ClockRule, DisputeId, VendorId};

/// A clock that runs, as the agenda needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockDue {
    /// Which clock.
    pub id: ClockId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// With which vendor.
    pub vendor: Option<VendorId>,
    /// What the rule is called.
    pub what: String,
    /// Its last day. It asks from that day on, until it is said to be done.
    pub last_day: NaiveDate,
}

impl ClockDue {
    /// The clock among what is due.
    pub fn due(&self, on: NaiveDate) -> Due {
        due::entry(self.last_day, None, &self.what, DueItem::Clock(self.id), on)
    }
}

/// How a clock stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClockStanding {
    /// It may apply; the household has not said.
    Proposed,
    /// It applies, and its last day has not passed.
    Running,
    /// It was the vendor's to keep, and its last day has passed.
    Passed,
    /// What it asks for was done in time.
    Met,
    /// What it asks for was done after its last day.
    MetLate,
    /// It was the vendor's to keep, and the household noted that it was not kept.
    Missed,
    /// It was the household's to keep, and its last day has passed: that way is closed.
    Closed,
    /// The household said that it does not apply.
    DoesNotApply,
}

impl ClockStanding {
    /// Every standing.
    pub const ALL: &'static [Self] = &[
        Self::Proposed,
        Self::Running,
        Self::Passed,
        Self::Met,
        Self::MetLate,
        Self::Missed,
        Self::Closed,
        Self::DoesNotApply,
    ];

    /// The word by which the standing is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Running => "running",
            Self::Passed => "passed",
            Self::Met => "met",
            Self::MetLate => "met_late",
            Self::Missed => "missed",
            Self::Closed => "closed",
            Self::DoesNotApply => "does_not_apply",
        }
    }
}

/// How a clock that the household spoke of stands on a day.
pub fn standing(
    clock: &Clock,
    holder: ClockHolder,
    last_day: Option<NaiveDate>,
    on: NaiveDate,
) -> ClockStanding {
    let met_on = clock.met_on.filter(|day| *day <= on);
    if !clock.applies {
        return ClockStanding::DoesNotApply;
    }
    if let Some(day) = met_on {
        let is_late = super::has_passed(last_day, day);
        return if is_late { ClockStanding::MetLate } else { ClockStanding::Met };
    }
    if !super::has_passed(last_day, on) {
        return ClockStanding::Running;
    }
    match holder {
        ClockHolder::Household => ClockStanding::Closed,
        ClockHolder::Vendor if super::has_come(clock.missed_on, on) => ClockStanding::Missed,
        ClockHolder::Vendor => ClockStanding::Passed,
    }
}

/// How a proposed clock stands: what the household can no longer do in time is closed, and is not
/// offered.
pub fn proposed_standing(
    rule: &ClockRule,
    last_day: Option<NaiveDate>,
    on: NaiveDate,
) -> ClockStanding {
    match rule.holder {
        ClockHolder::Household if super::has_passed(last_day, on) => ClockStanding::Closed,
        ClockHolder::Household | ClockHolder::Vendor => ClockStanding::Proposed,
    }
}
