//! Which of the dated backups stay.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use holdfast_domain::NaiveDate;

/// How many days that have a backup, counted from the newest, keep all of theirs.
const DAYS: usize = 7;
/// How many ISO weeks before them keep their newest.
const WEEKS: usize = 4;
/// How many months before those keep their newest.
const MONTHS: usize = 12;

/// The days whose backups stay, of the days on which there are backups.
///
/// The seven newest days stay; then the last day of each of the four newest weeks, and then of each
/// of the twelve newest months, that have not stayed already. It counts days of use and not days of
/// the calendar: whoever comes back after a year finds all that was there, and a clock that was
/// wrong for once throws nothing away.
pub(crate) fn kept(days: &BTreeSet<NaiveDate>) -> BTreeSet<NaiveDate> {
    let mut kept = newest(days);
    let week = |day: NaiveDate| (day.iso_week().year(), day.iso_week().week());
    let month = |day: NaiveDate| (day.year(), day.month());
    keep_last_of_each(days, week, WEEKS, &mut kept);
    keep_last_of_each(days, month, MONTHS, &mut kept);
    kept
}

/// The days of which every backup stays.
pub(crate) fn newest(days: &BTreeSet<NaiveDate>) -> BTreeSet<NaiveDate> {
    days.iter().rev().take(DAYS).copied().collect()
}

/// Keeps the last day of each of the newest stretches of time, as far as it is not kept yet.
fn keep_last_of_each(
    days: &BTreeSet<NaiveDate>,
    stretch: impl Fn(NaiveDate) -> (i32, u32),
    mut left: usize,
    kept: &mut BTreeSet<NaiveDate>,
) {
    let mut seen = None;
    for day in days.iter().rev().copied() {
        let of = Some(stretch(day));
        if left > 0 && of != seen && kept.insert(day) {
            left -= 1;
        }
        seen = of;
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Every so many days up to and with the last.
    fn every(step: i64, count: i64, last: &str) -> BTreeSet<NaiveDate> {
        (0..count).map(|back| day(last) - TimeDelta::days(back * step)).collect()
    }

    #[test]
    fn seven_days_then_four_weeks_then_twelve_months() {
        // 2026-11-22 is a Sunday, the last day of an ISO week.
        let week = [
            "2026-11-16",
            "2026-11-17",
            "2026-11-18",
            "2026-11-19",
            "2026-11-20",
            "2026-11-21",
            "2026-11-22",
        ];
        let cases: [(&str, BTreeSet<NaiveDate>, Vec<&str>); 6] = [
            ("nothing", BTreeSet::new(), vec![]),
            ("a week of days", every(1, 7, "2026-11-22"), week.to_vec()),
            (
                "the eighth day before a Sunday is the Sunday before, and stays for its week",
                every(1, 9, "2026-11-22"),
                [["2026-11-15"].as_slice(), &week].concat(),
            ),
            (
                "a year and a half of every day",
                every(1, 550, "2026-11-22"),
                [
                    // The last days of twelve months, of which October's is younger than a week's.
                    [
                        "2025-11-30",
                        "2025-12-31",
                        "2026-01-31",
                        "2026-02-28",
                        "2026-03-31",
                        "2026-04-30",
                        "2026-05-31",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-30",
                    ]
                    .as_slice(),
                    &["2026-10-25", "2026-10-31", "2026-11-01", "2026-11-08", "2026-11-15"],
                    &week,
                ]
                .concat(),
            ),
            (
                "in the middle of a week, its earlier days have gone and its last ones are days",
                every(1, 12, "2026-11-18"),
                vec![
                    "2026-11-08",
                    "2026-11-12",
                    "2026-11-13",
                    "2026-11-14",
                    "2026-11-15",
                    "2026-11-16",
                    "2026-11-17",
                    "2026-11-18",
                ],
            ),
            (
                "used once a quarter: seven days and twelve months are nearly five years",
                every(91, 30, "2026-11-22"),
                Vec::new(),
            ),
        ];
        for (what, days, wanted) in cases {
            let found = kept(&days);
            if what.starts_with("used once") {
                // Each lies in a week and a month of its own, so that all the counts are used up.
                assert_eq!(found.len(), DAYS + WEEKS + MONTHS, "{what}");
                assert!(found.iter().eq(days.iter().skip(days.len() - found.len())), "{what}");
                continue;
            }
            let wanted: BTreeSet<NaiveDate> = wanted.into_iter().map(day).collect();
            assert_eq!(found, wanted, "{what}");
        }
    }

    #[test]
    fn day_after_day_never_more_than_the_rule_and_never_a_gap() {
        let mut there = BTreeSet::new();
        let first = day("2024-01-01");
        for days in 0..1_000 {
            let today = first + TimeDelta::days(days);
            there.insert(today);
            there = kept(&there);
            assert!(there.len() <= DAYS + WEEKS + MONTHS, "{today}: {} are enough", there.len());
            assert!(there.contains(&today), "{today}: the newest stays");
            let newest: Vec<_> = there.iter().rev().copied().collect();
            let (week, year) = (TimeDelta::days(7), TimeDelta::days(31));
            for pair in newest.windows(2) {
                let gap = pair[0] - pair[1];
                let limit = if today - pair[0] < TimeDelta::days(28) { week } else { year };
                assert!(gap <= limit, "{today}: nothing between {} and {}", pair[1], pair[0]);
            }
        }
        let oldest = there.first().copied().expect("there are some");
        let reach = first + TimeDelta::days(999) - oldest;
        assert!(reach > TimeDelta::days(340), "nearly a year back: {reach}");
    }
}
