//! A household some days later or earlier.

use holdfast_intake::household_file::{OutOfCalendar, shift, write};

use crate::{KETTLE, day, household};

#[test]
fn every_day_moves_and_nothing_else() {
    let first = household(KETTLE);
    let later = shift(first.clone(), 365).expect("a year later is within the calendar");
    let (before, after) = (write(&first), write(&later));
    assert_eq!(before.lines().count(), after.lines().count());
    for (before, after) in before.lines().zip(after.lines()) {
        // A year of 365 days takes 2026 to the same days of 2027, so the lines show what to expect.
        let is_day = before.contains("\"2026-");
        let expected =
            if is_day { before.replace("\"2026-", "\"2027-") } else { before.to_owned() };
        assert_eq!(after, expected, "days move, all else stays");
    }
    assert_eq!(shift(later, -365), Ok(first), "and back");
}

#[test]
fn a_call_keeps_its_time_on_the_wall() {
    let moved = shift(household(KETTLE), 30).expect("within the calendar");
    assert!(write(&moved).contains("2026-03-07T09:05:00+05:30"));
    assert_eq!(moved.events[1].time.at.day(), day("2026-03-07"));
}

#[test]
fn a_day_beyond_the_calendar_is_an_error() {
    assert_eq!(shift(household(KETTLE), i64::MIN), Err(OutOfCalendar));
    assert_eq!(shift(household(KETTLE), i64::MAX), Err(OutOfCalendar));
}
