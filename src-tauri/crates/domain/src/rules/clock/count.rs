//! Counting a time limit from its trigger.
//!
//! Where nothing else is said, a rule's “days” are days of the calendar; “within n days of” leaves the
//! trigger's own day out; “beginning with the day” counts it as day one; weeks are seven days; a month
//! ends on the day of the same number, or on the last day of a shorter month. A limit ends at the end
//! of its last day, be that a holiday or not, unless the rule's own source moves it to the next
//! business day: where that is not certain, who acts by the earlier day is in time for both.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::pause::{self, Standstill};
use crate::calendar::{Region, SkippedHoliday, add_business_days};
use crate::{Limit, LimitUnit};

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
    /// When it stood still, the earliest first.
    pub standstills: Vec<Standstill>,
    /// The day that was the last one before it gave way to the next business day.
    pub moved_from: Option<NaiveDate>,
}

impl Counted {
    fn new(last_day: NaiveDate, first_day: NaiveDate) -> Self {
        Self {
            last_day,
            first_day,
            skipped: Vec::new(),
            region: None,
            beyond_table: false,
            month_end: false,
            standstills: Vec::new(),
            moved_from: None,
        }
    }
}

/// Counts a limit from its trigger, nothing having made it stand still. `place` is where the vendor
/// is, for rules in business days that name no holidays of their own, and for those whose last day
/// moves. Nothing where the days lie beyond what can be written, or where business days are wanted
/// of an unknown place.
pub fn count(limit: Limit, trigger: NaiveDate, place: Option<Region>) -> Option<Counted> {
    count_with(limit, trigger, place, &[])
}

/// The same with the times in which what makes it stand still was under way, the earliest first.
pub fn count_with(
    limit: Limit,
    trigger: NaiveDate,
    place: Option<Region>,
    standstills: &[Standstill],
) -> Option<Counted> {
    let mut counted = straight(limit, trigger, place)?;
    if let Some(pause) = limit.pause {
        pause::stand_still(&mut counted, pause.days_left, standstills)?;
    }
    if limit.moves_to_business_day
        && let Some(region) = limit.holidays.or(place)
    {
        give_way(&mut counted, region);
    }
    Some(counted)
}

/// Counts on, without anything that moves the last day.
fn straight(limit: Limit, trigger: NaiveDate, place: Option<Region>) -> Option<Counted> {
    let before_day_one = if limit.trigger_day_counts { trigger.pred_opt()? } else { trigger };
    let days = |count: u64| {
        let last = before_day_one.checked_add_days(Days::new(count))?;
        Some(Counted::new(last, before_day_one.succ_opt()?))
    };
    match limit.unit {
        LimitUnit::CalendarDays => days(u64::from(limit.count)),
        LimitUnit::Weeks => days(u64::from(limit.count) * 7),
        LimitUnit::Months => {
            let last = before_day_one.checked_add_months(Months::new(limit.count))?;
            let month_end = last.day() != before_day_one.day();
            Some(Counted { month_end, ..Counted::new(last, before_day_one.succ_opt()?) })
        }
        LimitUnit::BusinessDays => {
            let region = limit.holidays.or(place)?;
            let first = add_business_days(before_day_one, 1, region);
            let sum = add_business_days(before_day_one, limit.count, region);
            Some(Counted {
                skipped: sum.skipped,
                region: Some(region),
                beyond_table: sum.beyond_table,
                ..Counted::new(sum.day, first.day)
            })
        }
    }
}

/// Moves a last day that is no business day to the next one.
fn give_way(counted: &mut Counted, region: Region) {
    let next = add_business_days(counted.last_day, 0, region);
    counted.region = Some(region);
    counted.beyond_table |= next.beyond_table || !region.knows(counted.last_day);
    if next.day != counted.last_day {
        counted.moved_from = Some(counted.last_day);
        counted.skipped.extend(next.skipped);
        counted.last_day = next.day;
    }
}
