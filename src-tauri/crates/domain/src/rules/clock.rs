//! Time limits: the last day, counted as the rule says, and how a clock stands.
//!
//! No promise ever moves one of these days. Where nothing else is said, a rule's “days” are days of
//! the calendar; “within n days of” leaves the trigger's own day out; “beginning with the day” counts
//! it as day one; weeks are seven days; a month ends on the day of the same number, or on the last
//! day of a shorter month. A limit ends at the end of its last day, be that a holiday or not: some
//! laws would move it to the next working day, and who acts by the earlier one is in time for both.

mod proposal;

pub(crate) use proposal::holds_at;
pub use proposal::{Proposal, proposals};

use chrono::{Days, Months, NaiveDate};

use crate::calendar::{Region, SkippedHoliday, add_business_days};
use crate::rules::due::{self, Due, DueItem};
use crate::{Clock, ClockHolder, ClockId, ClockRule, DisputeId, Limit, LimitUnit, VendorId};

/// How a last day was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day on which it is in time.
    pub last_day: NaiveDate,
    /// Day one.
    pub first_day: NaiveDate,
    /// The holidays that were left out, where business days were counted.
    pub skipped: Vec<SkippedHoliday>,
    /// Whose business days, where those were counted.
    pub region: Option<Region>,
    /// Whether business days were counted beyond the years whose holidays are known.
    pub beyond_table: bool,
    /// Whether the last month has no day of the trigger's number, so that its last day stands for it.
    pub month_end: bool,
}

/// Counts a limit from its trigger. `place` is where the vendor is, for rules in business days that
/// name no holidays of their own. Nothing where the days lie beyond what can be written, or where
/// business days are wanted of an unknown place.
pub fn count(limit: Limit, trigger: NaiveDate, place: Option<Region>) -> Option<Counted> {
    let before_day_one = if limit.trigger_day_counts { trigger.pred_opt()? } else { trigger };
    let counted = |last_day, first_day| Counted {
        last_day,
        first_day,
        skipped: Vec::new(),
        region: None,
        beyond_table: false,
        month_end: false,
    };
    let days = |count: u64| {
        let last = before_day_one.checked_add_days(Days::new(count))?;
        Some(counted(last, before_day_one.succ_opt()?))
    };
    match limit.unit {
        LimitUnit::CalendarDays => days(u64::from(limit.count)),
        LimitUnit::Weeks => days(u64::from(limit.count) * 7),
        LimitUnit::Months => {
            let last = before_day_one.checked_add_months(Months::new(limit.count))?;
            let month_end = chrono::Datelike::day(&last) != chrono::Datelike::day(&before_day_one);
            let counted = counted(last, before_day_one.succ_opt()?);
            Some(Counted { month_end, ..counted })
        }
        LimitUnit::BusinessDays => {
            let region = limit.holidays.or(place)?;
            let first = add_business_days(before_day_one, 1, region);
            let sum = add_business_days(before_day_one, limit.count, region);
            Some(Counted {
                last_day: sum.day,
                first_day: first.day,
                skipped: sum.skipped,
                region: Some(region),
                beyond_table: sum.beyond_table,
                month_end: false,
            })
        }
    }
}

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
    /// What it asks for was done.
    Met,
    /// It was the household's to keep, and its last day has passed: that way is closed.
    Closed,
    /// The household said that it does not apply.
    DoesNotApply,
}

impl ClockStanding {
    /// Every standing.
    pub const ALL: &'static [Self] =
        &[Self::Proposed, Self::Running, Self::Passed, Self::Met, Self::Closed, Self::DoesNotApply];

    /// The word by which the standing is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Running => "running",
            Self::Passed => "passed",
            Self::Met => "met",
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
    if !clock.applies {
        ClockStanding::DoesNotApply
    } else if super::has_come(clock.met_on, on) {
        ClockStanding::Met
    } else if !super::has_passed(last_day, on) {
        ClockStanding::Running
    } else {
        match holder {
            ClockHolder::Household => ClockStanding::Closed,
            ClockHolder::Vendor => ClockStanding::Passed,
        }
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
