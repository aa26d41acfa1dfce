//! How long to wait before getting in touch again.

use holdfast_domain::calendar::Region;
use holdfast_domain::rules::cadence::{Cadence, Pace, Run, run};
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::{Channel, Direction, Event};

use crate::build::{contact, day, dispute, id, maybe};
use crate::letters::came;

/// The usual days, where nothing is known but that weekends are at rest.
pub(crate) const PACE: Pace = Pace { cadence: Cadence::USUAL, region: None };

#[test]
fn each_contact_without_an_answer_is_followed_later_than_the_one_before() {
    let cases: [(&str, &[&str], &str); 10] = [
        ("a first contact", &["2026-06-01"], "2026-06-08"),
        ("a second on the day", &["2026-06-01", "2026-06-08"], "2026-06-15"),
        ("a third on the day", &["2026-06-01", "2026-06-08", "2026-06-15"], "2026-06-29"),
        (
            "a fourth on the day",
            &["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-29"],
            "2026-07-13",
        ),
        (
            "a fifth: as long again as between the last two",
            &["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-29", "2026-07-13"],
            "2026-07-27",
        ),
        ("a second that came late", &["2026-06-01", "2026-06-15"], "2026-06-22"),
        ("a second that came very late", &["2026-06-01", "2026-07-31"], "2026-08-07"),
        ("over a leap day", &["2028-02-25"], "2028-03-03"),
        ("a Saturday moves to Monday", &["2026-06-06"], "2026-06-15"),
        ("over the end of a year", &["2026-12-28", "2026-12-29"], "2027-01-11"),
    ];
    for (why, contacts, wanted) in cases {
        let days: Vec<_> = contacts.iter().map(|text| day(text)).collect();
        let run = days[1..].iter().fold(Run::beginning(days[0]), |run, on| run.and(*on));
        assert_eq!(PACE.next(run), day(wanted), "{why}");
    }
}

#[test]
fn the_days_of_a_household_are_its_own() {
    let cases = [
        ([7, 14, 28, 42], true, "those of the guidance"),
        ([1, 2, 3, 365], true, "as short and as long as may be"),
        ([0, 14, 28, 42], false, "the same day is no waiting"),
        ([7, 7, 28, 42], false, "each is later than the one before"),
        ([14, 7, 28, 42], false, "in order"),
        ([7, 14, 28, 366], false, "within a year"),
    ];
    for (days, taken, why) in cases {
        assert_eq!(Cadence::new(days).map(Cadence::days), taken.then_some(days), "{why}");
    }
    let answered = Run::answered(day("2026-06-01"));
    assert_eq!(PACE.next(answered), day("2026-06-08"), "a week after an answer");
    let own = Cadence::new([3, 10, 20, 60]).expect("these days rise");
    let run = Run::beginning(day("2026-06-01")).and(day("2026-06-04"));
    let own = Pace { cadence: own, region: None };
    assert_eq!(own.next(run), day("2026-06-11"), "ten days after the first contact");
}

fn written(number: u128, on: &str) -> Event {
    Event { direction: Direction::Out, ..came(number, on) }
}

fn called(number: u128, on: &str, answered: bool) -> Event {
    let answered = Some(answered);
    Event { channel: Channel::Phone, direction: Direction::Out, answered, ..came(number, on) }
}

#[test]
fn an_answer_begins_the_waiting_anew() {
    let of = |first: &str, last: &str, contacts| {
        Some(Run { first: day(first), last: day(last), contacts })
    };
    let second = |event: Event| Event { vendor: Some(id(2)), ..event };
    let inner = Event { direction: Direction::Internal, ..came(3, "2026-06-09") };
    let statement = Event { channel: Channel::Statement, ..came(3, "2026-06-09") };
    let cases: [(&str, Vec<Event>, Option<Run>); 10] = [
        ("no contact", vec![], None),
        ("one letter", vec![written(1, "2026-06-01")], of("2026-06-01", "2026-06-01", 1)),
        (
            "two letters, entered in the wrong order",
            vec![written(2, "2026-06-08"), written(1, "2026-06-01")],
            of("2026-06-01", "2026-06-08", 2),
        ),
        (
            "a letter and its answer",
            vec![written(1, "2026-06-01"), came(2, "2026-06-05")],
            of("2026-06-05", "2026-06-05", 0),
        ),
        (
            "a call that somebody took",
            vec![written(1, "2026-06-01"), called(2, "2026-06-05", true)],
            of("2026-06-05", "2026-06-05", 0),
        ),
        (
            "a call that nobody took",
            vec![written(1, "2026-06-01"), called(2, "2026-06-05", false)],
            of("2026-06-01", "2026-06-01", 1),
        ),
        (
            "a letter after the answer",
            vec![written(1, "2026-06-01"), came(2, "2026-06-05"), written(3, "2026-06-09")],
            of("2026-06-09", "2026-06-09", 1),
        ),
        (
            "a note among ourselves",
            vec![written(1, "2026-06-01"), inner],
            of("2026-06-01", "2026-06-01", 1),
        ),
        (
            "a statement answers nothing",
            vec![written(1, "2026-06-01"), statement],
            of("2026-06-01", "2026-06-01", 1),
        ),
        (
            "another vendor, and what is still to come",
            vec![written(1, "2026-06-01"), second(came(2, "2026-06-05")), came(3, "2026-06-21")],
            of("2026-06-01", "2026-06-01", 1),
        ),
    ];
    let (dispute, contacts) = (dispute(), [contact(5, 1)]);
    for (why, events, wanted) in cases {
        let beside = Beside { dispute: &dispute, events: &events, contacts: &contacts, sent: &[] };
        assert_eq!(run(&beside, Some(id(1)), day("2026-06-20")), wanted, "{why}");
    }
}

#[test]
fn a_promise_is_looked_after_two_business_days_later() {
    let in_region = |code: &str| Pace { region: Region::parse(code), ..PACE };
    let cases = [
        ("a Monday", PACE, "2026-06-01", "2026-06-03"),
        ("a Thursday: over the weekend", PACE, "2026-06-04", "2026-06-08"),
        ("a Saturday", PACE, "2026-06-06", "2026-06-09"),
        ("before Independence Day, kept on Friday", in_region("US"), "2026-07-01", "2026-07-06"),
        ("the same where it is a day like others", in_region("GB"), "2026-07-01", "2026-07-03"),
        ("over the end of the year", in_region("US"), "2026-12-31", "2027-01-05"),
        ("over a leap day", PACE, "2028-02-28", "2028-03-01"),
    ];
    for (why, pace, due_on, wanted) in cases {
        assert_eq!(pace.after_promise(day(due_on)), day(wanted), "{why}");
    }
}

#[test]
fn what_is_proposed_falls_on_business_days() {
    let us = Pace { region: Region::parse("US"), ..PACE };
    assert_eq!(us.business_day(day("2026-07-03")), day("2026-07-06"), "a holiday, then a weekend");
    assert_eq!(us.business_day(day("2026-07-06")), day("2026-07-06"), "a business day stays");
    assert_eq!(us.first(day("2026-06-26")), day("2026-07-06"), "a week that ends on a holiday");
}

#[test]
fn the_next_contact_follows_from_what_came_of_this_one() {
    let earlier = Some(Run::beginning(day("2026-06-01")));
    let cases = [
        ("nobody took the call: tomorrow", Some(false), earlier, None, "2026-06-09"),
        ("somebody did: a week later", Some(true), earlier, None, "2026-06-15"),
        ("a first e-mail", None, None, None, "2026-06-15"),
        ("a second", None, earlier, None, "2026-06-15"),
        ("a promise for a Friday: Tuesday", Some(true), earlier, maybe("2026-06-12"), "2026-06-16"),
        ("a promise for a day that has passed", None, None, maybe("2026-06-01"), "2026-06-10"),
    ];
    for (why, answered, earlier, promised, wanted) in cases {
        let next = PACE.after_contact(day("2026-06-08"), answered, earlier, promised);
        assert_eq!(next, day(wanted), "{why}");
    }
}
