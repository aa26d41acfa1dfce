//! Days as people type them.

use holdfast_domain::typed;

use crate::build::day;

#[test]
fn days_are_understood_as_people_write_them() {
    // 2026-06-17 is a Wednesday. What is typed; the locale; the day.
    let cases = [
        ("today", "en-US", "2026-06-17"),
        ("Tomorrow ", "en-US", "2026-06-18"),
        ("yesterday", "en-US", "2026-06-16"),
        ("day after tomorrow", "en-US", "2026-06-19"),
        ("the day before yesterday", "en-US", "2026-06-15"),
        ("in 3 days", "en-US", "2026-06-20"),
        ("in two weeks", "en-US", "2026-07-01"),
        ("in a fortnight", "en-US", "2026-07-01"),
        ("in one month", "en-US", "2026-07-17"),
        ("3 days ago", "en-US", "2026-06-14"),
        ("a week ago", "en-US", "2026-06-10"),
        ("2 years ago", "en-US", "2024-06-17"),
        ("ten days from now", "en-US", "2026-06-27"),
        ("in ٣ days", "ar-EG", "2026-06-20"),
        ("next week", "en-US", "2026-06-24"),
        ("last month", "en-US", "2026-05-17"),
        ("friday", "en-US", "2026-06-19"),
        ("Fri", "en-US", "2026-06-19"),
        ("on Friday", "en-US", "2026-06-19"),
        ("this friday", "en-US", "2026-06-19"),
        ("wednesday", "en-US", "2026-06-24"),
        ("tues", "en-US", "2026-06-23"),
        ("next friday", "en-US", "2026-06-26"),
        ("Next Friday", "de-DE", "2026-06-26"),
        ("next monday", "en-US", "2026-06-22"),
        ("friday next week", "en-US", "2026-06-26"),
        ("last friday", "en-US", "2026-06-12"),
        ("last wednesday", "en-US", "2026-06-10"),
        ("12/3", "en-US", "2026-12-03"),
        ("12/3", "en-GB", "2026-03-12"),
        ("12/3", "de-DE", "2026-03-12"),
        ("12/3", "en_US.UTF-8", "2026-12-03"),
        ("12/3", "ja-JP", "2026-12-03"),
        ("12/3", "fr-FR", "2026-03-12"),
        ("12/3", "fr-CA", "2026-12-03"),
        ("1/2", "en-US", "2026-01-02"),
        ("12/25", "en-GB", "2025-12-25"),
        ("25/3", "en-US", "2026-03-25"),
        ("12/30", "en-US", "2025-12-30"),
        ("12/3/26", "en-US", "2026-12-03"),
        ("12/3/26", "en-GB", "2026-03-12"),
        ("12/3/46", "en-GB", "2046-03-12"),
        ("12/3/47", "en-GB", "1947-03-12"),
        ("12.3.2026", "de-DE", "2026-03-12"),
        ("12.3.2026", "en-US", "2026-03-12"),
        ("12. 3. 2026", "cs-CZ", "2026-03-12"),
        ("12.3.", "de-DE", "2026-03-12"),
        ("3. 12.", "ko-KR", "2026-03-12"),
        ("12-3-2026", "en-US", "2026-12-03"),
        ("2026-03-12", "en-US", "2026-03-12"),
        ("2026/3/12", "en-US", "2026-03-12"),
        ("٢٠٢٦-٠٣-١٢", "ar-EG", "2026-03-12"),
        ("12 March", "en-US", "2026-03-12"),
        ("12 march 2025", "en-US", "2025-03-12"),
        ("March 12th", "en-US", "2026-03-12"),
        ("Mar 12 2026", "en-US", "2026-03-12"),
        ("Mar. 12, 2026", "en-US", "2026-03-12"),
        ("12-Mar-26", "en-US", "2026-03-12"),
        ("the 12th of March", "en-US", "2026-03-12"),
        ("1st sept", "en-US", "2026-09-01"),
        ("Thu 12 Mar", "en-US", "2026-03-12"),
        ("Thursday, 12 March 2026", "en-US", "2026-03-12"),
        ("29 February 2024", "en-US", "2024-02-29"),
        ("31 December", "en-US", "2025-12-31"),
    ];
    for (text, locale, expected) in cases {
        let found = typed::day(text, day("2026-06-17"), locale);
        assert_eq!(found, Ok(day(expected)), "{text:?} in {locale}");
    }
}

#[test]
fn the_day_from_which_one_looks_matters() {
    let cases = [
        // Month ends stay month ends; leap years have their day.
        ("in a month", "2026-01-31", "2026-02-28"),
        ("in one month", "2024-01-31", "2024-02-29"),
        ("in a year", "2024-02-29", "2025-02-28"),
        ("a month ago", "2026-03-31", "2026-02-28"),
        ("tomorrow", "2024-02-28", "2024-02-29"),
        ("tomorrow", "2026-02-28", "2026-03-01"),
        ("yesterday", "2026-01-01", "2025-12-31"),
        // On the day itself its name means the one to come; the week begins on Monday.
        ("friday", "2026-06-19", "2026-06-26"),
        ("next friday", "2026-06-19", "2026-06-26"),
        ("next friday", "2026-06-20", "2026-06-26"),
        ("next friday", "2026-06-21", "2026-06-26"),
        ("next monday", "2026-06-21", "2026-06-22"),
        ("next sunday", "2026-06-15", "2026-06-28"),
        ("last friday", "2026-06-19", "2026-06-12"),
        ("last friday", "2026-06-20", "2026-06-19"),
        // Without a year, the nearest.
        ("12/3", "2025-11-20", "2025-12-03"),
        ("3 January", "2025-12-20", "2026-01-03"),
        ("20 December", "2026-01-03", "2025-12-20"),
        ("29/2", "2025-03-01", "2024-02-29"),
        ("29 February", "2023-05-01", "2024-02-29"),
    ];
    for (text, today, expected) in cases {
        let found = typed::day(text, day(today), "en-US");
        assert_eq!(found, Ok(day(expected)), "{text:?} seen from {today}");
    }
}

#[test]
fn what_is_no_day_is_refused_with_its_reason() {
    let long = "1/".repeat(100_000);
    let cases = [
        ("", "empty"),
        ("  ", "empty"),
        ("soon", "not_a_day"),
        ("next year's end", "not_a_day"),
        ("12", "not_a_day"),
        ("March", "not_a_day"),
        ("12 ma", "not_a_day"),
        ("March 2026", "not_a_day"),
        ("3/2026", "not_a_day"),
        ("12/3/2", "not_a_day"),
        ("12/3/126", "not_a_day"),
        ("12/3.2026", "not_a_day"),
        ("1/2/3/4", "not_a_day"),
        ("in days", "not_a_day"),
        ("in 1.5 days", "not_a_day"),
        ("in -3 days", "not_a_day"),
        ("-12 March", "not_a_day"),
        ("in a week's", "not_a_day"),
        ("may", "not_a_day"),
        ("12 foo 2026", "not_a_day"),
        ("march march", "not_a_day"),
        (&long, "not_a_day"),
        ("30 February", "no_such_day"),
        ("Feb 30 2026", "no_such_day"),
        ("30/2", "no_such_day"),
        ("2026-02-30", "no_such_day"),
        ("31.4.2026", "no_such_day"),
        ("29 February 2026", "no_such_day"),
        ("29.2.2100", "no_such_day"),
        ("29 February", "no_such_day"),
        ("0/5", "no_such_day"),
        ("13/13", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("2026-03-00", "no_such_day"),
        ("1 march 0026", "year_out_of_range"),
        ("9999-01-01", "year_out_of_range"),
        ("30 February 9999", "year_out_of_range"),
        ("in 99999999999999999999 days", "year_out_of_range"),
        ("in 4000000000 years", "year_out_of_range"),
        ("in 18446744073709551615 weeks", "year_out_of_range"),
        ("300 years ago", "year_out_of_range"),
        ("Mon 12 March", "weekday_differs"),
    ];
    for (text, expected) in cases {
        let found = typed::day(text, day("2026-06-17"), "en-US").map_err(|error| error.code());
        assert_eq!(found, Err(expected), "{}", &text[..text.len().min(40)]);
    }
}
