//! Business days, beside those that another program's table of holidays gives.
//!
//! Every sum of 1 to 40 business days from each day of two years is counted twice for each country:
//! by Holdfast, and from the corpus. Where a holiday stands on one side alone, it has to be among the
//! accepted differences, with which side is right and why; with these settled the same way on
//! both sides, every sum has to agree.

mod accepted;

use std::collections::{BTreeMap, BTreeSet};

use accepted::ACCEPTED;
use chrono::Datelike;
use holdfast_domain::NaiveDate;
use holdfast_domain::calendar::{Region, add_business_days, holiday, is_at_rest};

use crate::source;

/// The years from whose days is counted; the sums reach into the next one.
const FIRST: i32 = 2025;
const LAST: i32 = 2026;

/// How many business days are counted at most.
const MOST: u32 = 40;

/// Which table has a holiday that the other lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Ours,
    Theirs,
}

type Days = BTreeMap<NaiveDate, String>;

/// The holidays of the corpus by region.
fn theirs() -> Option<BTreeMap<String, Days>> {
    let rows = source::table("regional/public_holidays_2023-2028.csv")?;
    let mut all: BTreeMap<String, Days> = BTreeMap::new();
    for row in rows {
        let code = match row["subdivision"].as_str() {
            "" => row["country"].clone(),
            part => format!("{}-{part}", row["country"]),
        };
        let day = row["date"].parse().expect("the corpus writes days");
        all.entry(code).or_default().insert(day, row["name"].clone());
    }
    Some(all)
}

fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(FIRST, 1, 1).expect("a day");
    first
        .iter_days()
        .take_while(|day| *day <= NaiveDate::from_ymd_opt(LAST + 1, 3, 31).expect("a day"))
}

/// The place of the difference among those that are accepted.
fn is_accepted(region: &str, side: Side, day: NaiveDate) -> Option<usize> {
    let day = day.to_string();
    ACCEPTED.iter().position(|(place, of, what, _)| {
        *place == region && *of == side && (*what == "*" || day.starts_with(what))
    })
}

#[test]
fn the_days_of_the_week_at_rest_are_those_of_another_table() {
    let Some(rows) = source::table("regional/public_holidays_2023-2028.csv") else { return };
    let mut seen = BTreeSet::new();
    for row in rows {
        let (code, theirs) = (row["country"].clone(), row["weekend_days_iso"].replace(' ', ""));
        if !seen.insert((code.clone(), theirs.clone())) {
            continue;
        }
        let region = Region::parse(&code).expect("every country of the corpus is known");
        let week = days().take(7).filter(|day| is_at_rest(*day, region));
        let mut ours: Vec<_> = week.map(|day| day.weekday().number_from_monday()).collect();
        ours.sort_unstable();
        let ours: String = ours.iter().map(u32::to_string).collect();
        // In Nepal the gazette names the Saturdays alone, for 2082 BS (2025/26) as before; the trial
        // of a second day in May and June 2022 was ended. Ours is right.
        let expected = if code == "NP" { "6" } else { theirs.as_str() };
        assert_eq!(ours, expected, "{code}: the days at rest, 1 is Monday");
    }
    assert!(seen.len() >= 27, "all countries were looked at");
}

#[test]
fn every_sum_of_business_days_is_that_of_another_table() {
    let Some(theirs) = theirs() else { return };
    let (mut sums, mut used, mut faults) = (0_u32, BTreeSet::new(), Vec::new());
    let mut countries = BTreeSet::new();
    for (code, days_off) in &theirs {
        let region = Region::parse(code).expect("every region of the corpus is known");
        countries.insert(region.country_code());
        for day in days().filter(|day| !is_at_rest(*day, region)) {
            let (ours, other) = (holiday(day, region), days_off.get(&day));
            let (side, name) = match (ours, other) {
                (Some(name), None) => (Side::Ours, name),
                (None, Some(name)) => (Side::Theirs, name.as_str()),
                (Some(_), Some(_)) | (None, None) => continue,
            };
            match is_accepted(code, side, day) {
                Some(at) => {
                    used.insert(at);
                }
                None => faults.push(format!("{code} {day} {side:?} alone: {name}")),
            }
        }
        sums += compare(code, region, days_off, &mut faults);
    }
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
    let idle: Vec<_> =
        (0..ACCEPTED.len()).filter(|at| !used.contains(at)).map(|at| ACCEPTED[at]).collect();
    assert!(idle.is_empty(), "these differences are none any more: {idle:#?}");
    assert_eq!(countries.len(), 27, "all countries of the corpus were compared");
    println!("{sums} sums over {} regions of {} countries agree", theirs.len(), countries.len());
}

/// Counts every sum both ways; the days of accepted differences rest as Holdfast has them.
fn compare(code: &str, region: Region, days_off: &Days, faults: &mut Vec<String>) -> u32 {
    let work: BTreeSet<NaiveDate> = days()
        .filter(|day| !is_at_rest(*day, region))
        .filter(|day| {
            let (ours, other) = (holiday(*day, region), days_off.get(day));
            let settled = match (ours, other) {
                (Some(_), None) => is_accepted(code, Side::Ours, *day).is_some(),
                (None, Some(_)) => false,
                (Some(_), Some(_)) => true,
                (None, None) => false,
            };
            !settled && (other.is_none() || is_accepted(code, Side::Theirs, *day).is_some())
        })
        .collect();
    let mut sums = 0;
    for from in
        days().take_while(|day| *day <= NaiveDate::from_ymd_opt(LAST, 12, 31).expect("a day"))
    {
        let after = work.range(from.succ_opt().expect("a next day")..);
        for (count, expected) in (1..=MOST).zip(after) {
            let found = add_business_days(from, count, region).day;
            sums += 1;
            if found != *expected && faults.len() < 200 {
                faults.push(format!("{code} {from} + {count}: {found}, and theirs is {expected}"));
            }
        }
    }
    assert!(sums >= 365 * 2 * MOST, "{code}: every sum was counted");
    sums
}
