//! Business days: the days of the week at rest and the public holidays of a country or region.
//!
//! The holidays are a table of this program's own (`data/calendar/holidays.txt`), read when they
//! are first asked for. Its years are limited, and not the same for every country: where a
//! government announces its days off a year ahead, nobody can know more. Beyond those years the
//! days of the week still count, and each answer says that it looked beyond the table.

mod region;
mod table;

pub use region::Region;

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

/// A public holiday that would have been a business day, and therefore was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkippedHoliday {
    /// The day.
    pub day: NaiveDate,
    /// What the day is called, in English as the table has it.
    pub name: &'static str,
}

/// A sum of business days, with all that is needed to count it again by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessDays {
    /// The day on which the sum ends.
    pub day: NaiveDate,
    /// The holidays on the way that fell on working days, the earliest first.
    pub skipped: Vec<SkippedHoliday>,
    /// Whether a day on the way lies outside the years that are known for the region: there may
    /// be holidays there that were counted.
    pub beyond_table: bool,
}

/// The day that lies `days` business days after `from`; `from` itself is never counted. With no
/// days, it is `from` where that is a business day, and the next one otherwise.
///
/// The count ends at the last day that can be written, however many days are asked for.
pub fn add_business_days(from: NaiveDate, days: u32, region: Region) -> BusinessDays {
    let mut sum = BusinessDays { day: from, skipped: Vec::new(), beyond_table: false };
    let mut left = days;
    if left == 0 && !is_business_day(from, region) {
        note(&mut sum, region);
        left = 1;
    }
    while left > 0 {
        let Some(next) = sum.day.succ_opt() else {
            sum.beyond_table = true;
            break;
        };
        sum.day = next;
        if note(&mut sum, region) {
            left -= 1;
        }
    }
    sum
}

/// Whether the day the count has come to is a business day; what keeps it from being one is noted.
fn note(sum: &mut BusinessDays, region: Region) -> bool {
    sum.beyond_table |= !region.knows(sum.day);
    if is_at_rest(sum.day, region) {
        return false;
    }
    let Some(name) = holiday(sum.day, region) else { return true };
    sum.skipped.push(SkippedHoliday { day: sum.day, name });
    false
}

/// Whether the day is one of work: neither a day of the week at rest nor a holiday in the table.
pub fn is_business_day(day: NaiveDate, region: Region) -> bool {
    !is_at_rest(day, region) && holiday(day, region).is_none()
}

/// Whether business rests on this day of the week.
pub fn is_at_rest(day: NaiveDate, region: Region) -> bool {
    region.country().is_at_rest(day)
}

/// What the holiday on this day is called, if it is one.
pub fn holiday(day: NaiveDate, region: Region) -> Option<&'static str> {
    if let Some(part) = region.part() {
        if let Some(name) = part.more.get(&day) {
            return Some(name);
        }
        if part.less.contains(&day) {
            return None;
        }
    }
    region.country().holidays.get(&day).copied()
}

impl Region {
    /// The years whose holidays are known, or nothing where none are.
    pub fn years(self) -> Option<RangeInclusive<i32>> {
        self.country().years.clone()
    }

    /// Whether the holidays around this day are known.
    pub fn knows(self, day: NaiveDate) -> bool {
        self.years().is_some_and(|years| years.contains(&day.year()))
    }
}
