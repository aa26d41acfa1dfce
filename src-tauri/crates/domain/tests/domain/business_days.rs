//! Business days: days of the week at rest, holidays, and what is said beyond the table.

use chrono::{Datelike, NaiveDate};
use holdfast_domain::calendar::{Region, add_business_days, holiday, is_business_day};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a test writes days as they are")
}

fn region(text: &str) -> Region {
    Region::parse(text).expect("a test names regions that there are")
}

#[test]
fn business_days_are_counted_over_weekends_and_holidays() {
    let cases = [
        ("US", "2026-11-20", 1, "2026-11-23", "", "a Friday, then the Monday"),
        ("US", "2026-11-25", 1, "2026-11-27", "2026-11-26", "Thanksgiving is not counted"),
        ("US", "2026-11-22", 0, "2026-11-23", "", "no days from a Sunday is the Monday"),
        ("US", "2026-11-23", 0, "2026-11-23", "", "no days from a Monday is that Monday"),
        ("US", "2026-07-02", 1, "2026-07-06", "2026-07-03", "a holiday on Saturday rests Friday"),
        ("GB-ENG", "2026-04-02", 1, "2026-04-07", "2026-04-03 2026-04-06", "Easter in England"),
        ("GB-SCT", "2026-04-02", 1, "2026-04-06", "2026-04-03", "no Easter Monday in Scotland"),
        ("DE", "2026-06-03", 1, "2026-06-04", "", "Corpus Christi is no holiday of all Germany"),
        ("DE-BY", "2026-06-03", 1, "2026-06-05", "2026-06-04", "but it is one of Bavaria"),
        ("EG", "2026-02-05", 1, "2026-02-08", "", "Friday and Saturday rest in Egypt"),
        ("AE", "2021-12-16", 1, "2021-12-19", "", "until 2022 the Emirates rested on Friday"),
        ("AE", "2022-01-07", 1, "2022-01-10", "", "and since then on Saturday and Sunday"),
        ("US", "2024-02-28", 1, "2024-02-29", "", "a leap day is a day like others"),
        ("US", "2025-12-31", 1, "2026-01-02", "2026-01-01", "over the end of the year"),
        ("KR", "2026-02-13", 1, "2026-02-19", "2026-02-16 2026-02-17 2026-02-18", "moon feasts"),
    ];
    for (place, from, days, to, skipped, why) in cases {
        let sum = add_business_days(day(from), days, region(place));
        assert_eq!(sum.day, day(to), "{place} {from} + {days}: {why}");
        let named: Vec<_> = sum.skipped.iter().map(|it| it.day.to_string()).collect();
        assert_eq!(named.join(" "), skipped, "{place} {from} + {days}: {why}");
        assert!(!sum.beyond_table, "{place} {from}: the table has these years");
    }
}

#[test]
fn a_skipped_holiday_says_its_name() {
    let sum = add_business_days(day("2026-11-25"), 1, region("US"));
    assert_eq!(sum.skipped[0].name, "Thanksgiving Day", "a person wants to know what was skipped");
}

#[test]
fn beyond_the_table_weekends_count_and_the_answer_says_so() {
    let years = region("US").years().expect("the table knows the United States");
    let last = NaiveDate::from_ymd_opt(*years.end(), 12, 31).expect("a year has an end");
    assert!(
        !add_business_days(last.pred_opt().expect("not the first day"), 1, region("US"))
            .beyond_table
    );
    let over = add_business_days(last, 1, region("US"));
    assert!(over.beyond_table, "New Year's Day after the table is not known");
    assert!(over.day.weekday().number_from_monday() <= 5, "a weekend stays a weekend");
    assert!(add_business_days(day("1999-01-01"), 1, region("US")).beyond_table, "before it, too");
    let nepal = add_business_days(day("2026-11-20"), 1, region("NP"));
    assert_eq!(nepal.day, day("2026-11-22"), "in Nepal only Saturday rests");
    assert!(nepal.beyond_table, "and no holiday of Nepal is known");
}

#[test]
fn the_count_ends_where_days_end() {
    let sum = add_business_days(NaiveDate::MAX, 40, region("US"));
    assert_eq!(sum.day, NaiveDate::MAX, "there is no later day to come to");
    assert!(sum.beyond_table, "and it is far beyond the table");
}

#[test]
fn a_region_is_found_as_people_and_files_write_it() {
    let cases = [
        ("US", "US"),
        ("us", "US"),
        (" U.S.A. ", "US"),
        ("United States", "US"),
        ("the Netherlands", "NL"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("GB-SCT", "GB-SCT"),
        ("gb_sct", "GB-SCT"),
        ("Scotland", "GB-SCT"),
        ("Deutschland", "DE"),
        ("Bayern, Germany", "DE-BY"),
        ("BY, de", "DE-BY"),
        ("Lyon, France", "FR"),
        ("Österreich", "AT"),
        ("日本", "JP"),
    ];
    for (text, code) in cases {
        let found = Region::parse(text).map(|it| it.to_string());
        assert_eq!(found.as_deref(), Some(code), "{text:?} is understood");
    }
    for text in ["", "EU", "Atlantis", "US-ZZ", "GB-", "-"] {
        assert_eq!(Region::parse(text), None, "{text:?} is no region of the table");
    }
}

#[test]
fn a_locale_names_a_country_at_most() {
    let country = |locale| Region::of_locale(locale).map(|it| it.to_string());
    assert_eq!(country("de_CH.UTF-8").as_deref(), Some("CH"), "the region, not the language");
    assert_eq!(country("en"), None, "a language is no country");
    assert_eq!(country("C"), None, "nor is no locale at all");
}

#[test]
fn every_region_is_found_by_its_own_code_and_has_holidays() {
    let mut all = 0;
    for place in Region::all() {
        all += 1;
        assert_eq!(Region::parse(&place.to_string()), Some(place), "{place} by its code");
        let Some(years) = place.years() else { continue };
        for year in years {
            let year: Vec<_> = NaiveDate::from_ymd_opt(year, 1, 1)
                .into_iter()
                .flat_map(|first| first.iter_days().take(365))
                .collect();
            let holidays = year.iter().filter(|day| holiday(**day, place).is_some()).count();
            assert!(
                (3..40).contains(&holidays),
                "{place} has {holidays} holidays in {}",
                year[0].year()
            );
            let work = year.iter().filter(|day| is_business_day(**day, place)).count();
            assert!((225..=262).contains(&work), "{place} works {work} days in {}", year[0].year());
        }
    }
    assert!(all > 150, "countries and their parts");
}
