//! What moves a last day: standing still, and giving way to the next business day.

use holdfast_domain::calendar::Region;
use holdfast_domain::rules::clock::{Standstill, count_with, standstills};
use holdfast_domain::{Dispute, Limit, LimitUnit, NaiveDate, Pause, PauseOf, Remedy, RemedyKind};

use super::limit;
use crate::build::{day, dispute, id, maybe, remedy};

/// Thirty days that stand still during a repair, and leave seven days after it.
fn thirty() -> Limit {
    let pause = Pause { of: PauseOf::RepairOrReplacement, days_left: 7 };
    Limit { pause: Some(pause), ..limit(30, LimitUnit::CalendarDays, false) }
}

/// A dispute with the seller (vendor 1) and remedies of these kinds, agreed on, delivered on.
fn with(remedies: &[(RemedyKind, &str, &str)]) -> Dispute {
    let made = remedies.iter().zip(1_u128..).map(|((kind, agreed_on, delivered_on), number)| {
        let (agreed_on, delivered_on) = (day(agreed_on), maybe(delivered_on));
        let vendor = Some(id(1));
        Remedy { kind: *kind, agreed_on, delivered_on, vendor, ..remedy(number, &[]) }
    });
    Dispute { remedies: made.collect(), ..dispute() }
}

fn last_day(dispute: &Dispute, on: &str) -> (NaiveDate, Vec<Standstill>) {
    let of = PauseOf::RepairOrReplacement;
    let stops = standstills(of, Some(id(1)), dispute, &[], day(on));
    let counted = count_with(thirty(), day("2026-03-01"), None, &stops).expect("it is counted");
    (counted.last_day, counted.standstills)
}

#[test]
fn a_repair_makes_the_right_to_reject_stand_still() {
    use RemedyKind::{Refund, Repair, Replacement};
    type Remedies<'a> = &'a [(RemedyKind, &'a str, &'a str)];
    let cases: [(Remedies<'_>, &str, &str, usize, &str); 11] = [
        (&[], "2026-03-20", "2026-03-31", 0, "nothing was repaired"),
        (&[(Repair, "2026-03-10", "2026-03-14")], "2026-03-20", "2026-04-05", 1, "five days"),
        (&[(Replacement, "2026-03-10", "2026-03-10")], "2026-03-20", "2026-04-01", 1, "one day"),
        (&[(Refund, "2026-03-10", "2026-03-14")], "2026-03-20", "2026-03-31", 0, "no repair"),
        (
            &[(Repair, "2026-03-30", "2026-04-08")],
            "2026-04-20",
            "2026-04-15",
            1,
            "two days were left: seven at least",
        ),
        (
            &[(Repair, "2026-03-31", "")],
            "2026-04-20",
            "2026-04-27",
            1,
            "it is not back: it still stands still, from the very last day",
        ),
        (&[(Repair, "2026-04-01", "2026-04-10")], "2026-04-20", "2026-03-31", 0, "a day too late"),
        (&[(Repair, "2026-02-20", "2026-02-25")], "2026-03-20", "2026-03-31", 0, "before day one"),
        (
            &[(Repair, "2026-02-20", "2026-03-03")],
            "2026-03-20",
            "2026-04-02",
            1,
            "only from day one on",
        ),
        (
            &[(Repair, "2026-03-10", "2026-03-14"), (Replacement, "2026-03-12", "2026-03-20")],
            "2026-03-25",
            "2026-04-11",
            2,
            "no day stops it twice",
        ),
        (&[(Repair, "2026-03-10", "2026-03-14")], "2026-03-09", "2026-03-31", 0, "seen earlier"),
    ];
    for (remedies, on, last, stops, why) in cases {
        let (found, stood) = last_day(&with(remedies), on);
        assert_eq!((found, stood.len()), (day(last), stops), "{why}");
    }
}

#[test]
fn a_standstill_says_whether_it_is_over_and_is_of_the_vendor() {
    let mut repaired = with(&[(RemedyKind::Repair, "2026-03-10", "2026-03-14")]);
    let found = |dispute: &Dispute, on: &str, vendor| {
        standstills(PauseOf::RepairOrReplacement, Some(id(vendor)), dispute, &[], day(on))
    };
    let (from, to) = (day("2026-03-10"), day("2026-03-12"));
    let still = Standstill { from, to, is_over: false };
    assert_eq!(found(&repaired, "2026-03-12", 1), [still], "not back yet");
    assert!(found(&repaired, "2026-03-14", 1)[0].is_over, "on the day on which it comes back");
    assert_eq!(found(&repaired, "2026-03-14", 2), [], "another vendor's repair");
    repaired.remedies[0].vendor = None;
    assert_eq!(found(&repaired, "2026-03-14", 2).len(), 1, "whose it was is not known");
}

#[test]
fn a_last_day_gives_way_only_where_its_rule_says_so() {
    let fourteen = limit(14, LimitUnit::CalendarDays, false);
    let moving = Limit { moves_to_business_day: true, ..fourteen };
    let cases = [
        (moving, "DE", "2026-03-02", "2026-03-16", "", "a Monday stays"),
        (moving, "DE", "2026-02-28", "2026-03-16", "2026-03-14", "a Saturday gives way"),
        (moving, "DE", "2026-03-01", "2026-03-16", "2026-03-15", "so does a Sunday"),
        (moving, "DE", "2026-03-20", "2026-04-07", "2026-04-03", "Good Friday, to after Easter"),
        (moving, "FR", "2026-03-20", "2026-04-03", "", "no holiday in most of France"),
        (moving, "DE", "2026-12-11", "2026-12-28", "2026-12-25", "Christmas, over the weekend"),
        (moving, "", "2026-02-28", "2026-03-14", "", "of an unknown place the earlier day counts"),
        (fourteen, "DE", "2026-02-28", "2026-03-14", "", "other rules end on a Saturday"),
    ];
    for (limit, place, trigger, last, moved, why) in cases {
        let counted = count_with(limit, day(trigger), Region::parse(place), &[]).expect("counted");
        assert_eq!((counted.last_day, counted.moved_from), (day(last), maybe(moved)), "{why}");
    }
    let far = count_with(moving, day("2126-03-02"), Region::parse("DE"), &[]).expect("counted");
    assert!(far.beyond_table, "beyond the years that are known it says so");
}
