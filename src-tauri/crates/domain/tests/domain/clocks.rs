//! Time limits: their last days as tables of cases, how they stand, and what proposes them.

mod moved;
mod ways;

use chrono::NaiveDate;
use holdfast_domain::calendar::Region;
use holdfast_domain::rules::clock::{count, proposals, standing};
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::{
    Channel, Clock, ClockHolder, ClockRule, Confidence, Event, EventTime, Limit, LimitUnit,
    Occasion, Occurred, Precision, Reckoning, Remedy, Vendor, VendorKind,
};

use crate::build::{day, dispute, event, id, maybe, party, remedy};

pub(crate) fn limit(count: u32, unit: LimitUnit, trigger_day_counts: bool) -> Limit {
    Limit {
        count,
        unit,
        trigger_day_counts,
        holidays: None,
        moves_to_business_day: false,
        pause: None,
    }
}

#[test]
fn a_last_day_is_counted_as_its_rule_says() {
    use LimitUnit::{BusinessDays, CalendarDays, Months, Weeks};
    let cases = [
        (60, CalendarDays, false, "2026-01-05", "2026-03-06", "the trigger's day is left out"),
        (60, CalendarDays, false, "2024-01-05", "2024-03-05", "over a leap day"),
        (14, CalendarDays, true, "2026-05-01", "2026-05-14", "beginning with the day"),
        (1, CalendarDays, true, "2026-05-01", "2026-05-01", "one day, that very day"),
        (30, CalendarDays, false, "2025-12-15", "2026-01-14", "over the end of a year"),
        (8, Weeks, false, "2026-01-01", "2026-02-26", "eight weeks end on the same weekday"),
        (8, Weeks, true, "2026-01-01", "2026-02-25", "or the day before, beginning with the day"),
        (6, Months, false, "2026-01-15", "2026-07-15", "the day of the same number"),
        (6, Months, false, "2025-08-31", "2026-02-28", "no 31st: the last day of February"),
        (6, Months, false, "2023-08-31", "2024-02-29", "of a leap year"),
        (1, Months, false, "2026-02-28", "2026-03-28", "the number counts, not the month's end"),
        (3, Months, true, "2026-01-15", "2026-04-14", "beginning with the day, the day before"),
        (12, Months, false, "2024-02-29", "2025-02-28", "a leap day's year"),
        (10, BusinessDays, false, "2026-11-20", "2026-12-07", "over weekends and Thanksgiving"),
        (7, BusinessDays, false, "2026-12-23", "2027-01-05", "over Christmas and New Year"),
        (1, BusinessDays, true, "2026-11-20", "2026-11-20", "a Friday as day one"),
        (1, BusinessDays, true, "2026-11-21", "2026-11-23", "a Saturday is no business day"),
        (3, BusinessDays, false, "2026-11-21", "2026-11-25", "from a Saturday"),
    ];
    let place = Region::parse("US");
    for (count_of, unit, day_one, trigger, last, why) in cases {
        let counted = count(limit(count_of, unit, day_one), day(trigger), place);
        let found = counted.map(|it| it.last_day);
        assert_eq!(found, Some(day(last)), "{count_of} {unit} from {trigger}: {why}");
    }
}

#[test]
fn holidays_that_move_move_the_last_day() {
    let five = limit(5, LimitUnit::BusinessDays, false);
    let cases = [
        ("GB-ENG", "2025-04-14", "2025-04-23", "Easter 2025 takes two days of this week"),
        ("GB-ENG", "2026-04-14", "2026-04-21", "in 2026 Easter was over by then"),
        ("GB-SCT", "2025-04-14", "2025-04-22", "Scotland keeps no Easter Monday"),
    ];
    for (place, trigger, last, why) in cases {
        let counted = count(five, day(trigger), Region::parse(place)).expect("it can be counted");
        assert_eq!(counted.last_day, day(last), "{place}: {why}");
        assert!(!counted.skipped.is_empty() || trigger.starts_with("2026"), "{place}: it says so");
    }
}

#[test]
fn a_count_says_how_it_was_made() {
    let clipped = count(limit(6, LimitUnit::Months, false), day("2025-08-31"), None);
    assert!(clipped.expect("counted").month_end, "the last day of a shorter month is said");
    let plain = count(limit(6, LimitUnit::Months, false), day("2025-08-30"), None);
    assert!(plain.expect("counted").month_end, "30 August, too: February has no 30th");
    let whole = count(limit(1, LimitUnit::Months, false), day("2026-03-15"), None);
    assert!(!whole.expect("counted").month_end, "most months need no such word");
    let us = Limit { holidays: Region::parse("US"), ..limit(10, LimitUnit::BusinessDays, false) };
    let counted = count(us, day("2026-11-20"), Region::parse("DE")).expect("counted");
    assert_eq!(counted.region, Region::parse("US"), "a federal rule has federal holidays");
    assert_eq!(counted.first_day, day("2026-11-23"), "day one is a business day");
    let unknown = count(limit(10, LimitUnit::BusinessDays, false), day("2026-11-20"), None);
    assert_eq!(unknown, None, "business days of nowhere cannot be counted");
    let last = limit(1, LimitUnit::Weeks, false);
    assert_eq!(count(last, NaiveDate::MAX, None), None, "there is no day after the last");
}

fn clock(applies: bool, met_on: &str) -> Clock {
    Clock {
        id: id(7),
        dispute: id(1),
        rule: "rule".to_owned(),
        vendor: Some(id(1)),
        trigger_on: day("2026-05-01"),
        because_of: None,
        applies,
        met_on: maybe(met_on),
        met_by: None,
        missed_on: None,
    }
}

#[test]
fn a_clock_stands_as_its_last_day_and_the_household_say() {
    use ClockHolder::{Household, Vendor};
    let cases = [
        (Vendor, true, "", "2026-06-20", "running", "on its last day it is not over"),
        (Vendor, true, "", "2026-06-19", "passed", "the vendor let it pass"),
        (Household, true, "", "2026-06-19", "closed", "that way is closed"),
        (Household, true, "2026-06-01", "2026-06-19", "met", "it was done in time"),
        (Household, true, "2026-06-19", "2026-06-19", "met", "on the very last day"),
        (Vendor, true, "2026-06-20", "2026-06-19", "met_late", "done, but a day late"),
        (Vendor, true, "2026-06-20", "", "met", "what has no last day is never late"),
        (Household, true, "2026-06-21", "2026-06-30", "running", "done only tomorrow"),
        (Household, false, "", "2026-06-19", "does_not_apply", "what does not apply never closes"),
        (Household, true, "", "", "running", "without a count it stays open"),
    ];
    for (holder, applies, met_on, last_day, expected, why) in cases {
        let found = standing(&clock(applies, met_on), holder, maybe(last_day), day("2026-06-20"));
        assert_eq!(found.as_str(), expected, "{why}");
    }
}

#[test]
fn what_was_noted_as_missed_asks_no_more() {
    use ClockHolder::{Household, Vendor};
    let cases = [
        (Vendor, "2026-06-20", "2026-06-19", "missed", "noted today"),
        (Vendor, "2026-06-21", "2026-06-19", "passed", "noted only tomorrow"),
        (Vendor, "2026-06-20", "2026-06-20", "running", "its last day was put right since"),
        (Household, "2026-06-20", "2026-06-19", "closed", "a way of one's own is closed"),
    ];
    for (holder, missed_on, last_day, expected, why) in cases {
        let noted = Clock { missed_on: maybe(missed_on), ..clock(true, "") };
        let found = standing(&noted, holder, maybe(last_day), day("2026-06-20"));
        assert_eq!(found.as_str(), expected, "{why}");
    }
}

pub(crate) fn rule(code: &str, place: &str, kind: VendorKind, occasion: Occasion) -> ClockRule {
    ClockRule {
        code: code.to_owned(),
        name: code.to_owned(),
        jurisdiction: place.to_owned(),
        addressee: String::new(),
        holder: ClockHolder::Vendor,
        trigger: String::new(),
        reckoning: Reckoning::Received,
        limit: Some(limit(8, LimitUnit::Weeks, false)),
        pauses: None,
        channel: None,
        note: None,
        source: String::new(),
        confidence: Confidence::A,
        checked_on: day("2026-01-01"),
        vendor_kinds: vec![kind],
        occasion: Some(occasion),
        holds_from: None,
        holds_until: None,
        way: None,
    }
}

/// The codes that are proposed for a dispute with one bank in the country given.
fn proposed(rules: &[ClockRule], country: Option<&str>, home: &str, kept: &[Clock]) -> String {
    let bank = Vendor {
        id: id(1),
        name: "Northbank".to_owned(),
        kind: VendorKind::Bank,
        address: Vec::new(),
        country: country.map(str::to_owned),
        channels: Vec::new(),
        known_as: Vec::new(),
    };
    let mut dispute = dispute();
    dispute.parties = vec![party(1)];
    let agreed_on = day("2026-05-20");
    dispute.remedies = vec![Remedy { agreed_on, ..remedy(1, &[]) }];
    let at = |text| EventTime { at: Occurred::On(day(text)), precision: Precision::Exact };
    let vendor = Some(bank.id);
    let told = Event { vendor, time: at("2026-05-04"), answered: Some(true), ..event(&[]) };
    let channel = Channel::Letter;
    let wrote = Event { id: id(2), vendor, channel, time: at("2026-05-11"), ..event(&[]) };
    let events = [wrote, told];
    let beside = Beside { dispute: &dispute, events: &events, contacts: &[], sent: &[] };
    let found = proposals(rules, &beside, &[bank], kept, Region::parse(home), day("2026-06-20"));
    let said: Vec<_> =
        found.iter().map(|it| format!("{} {}", it.rule.code, it.trigger_on)).collect();
    said.join(", ")
}

#[test]
fn the_vendor_its_country_and_what_happened_propose_a_rule() {
    use Occasion::{FinalResponse, RefundAgreed, Told, Written};
    let bank = VendorKind::Bank;
    let told = || rule("r", "GB", bank, Told);
    let off = ClockRule { confidence: Confidence::C, ..told() };
    let later = ClockRule { holds_from: maybe("2026-05-05"), ..told() };
    let over = ClockRule { holds_until: maybe("2026-05-03"), ..told() };
    let by_hand = ClockRule { occasion: None, ..told() };
    let cases = [
        (told(), Some("uk"), "", "r 2026-05-04", "the first call to a bank in the United Kingdom"),
        (rule("r", "GB", bank, Written), Some("GB"), "", "r 2026-05-11", "the first letter"),
        (rule("r", "GB", bank, RefundAgreed), Some("GB"), "", "r 2026-05-20", "a refund agreed"),
        (rule("r", "GB", bank, FinalResponse), Some("GB"), "", "", "no final response came"),
        (told(), Some("Germany"), "GB", "", "a bank elsewhere"),
        (told(), None, "GB-SCT", "r 2026-05-04", "no country: it is where the household is"),
        (told(), None, "", "", "nothing is known of either"),
        (rule("r", "EU", bank, Told), Some("Belgium"), "", "", "a name that no table has"),
        (rule("r", "EU", bank, Told), Some("be"), "", "r 2026-05-04", "but its code will do"),
        (rule("r", "EU", bank, Told), Some("GB"), "", "", "no longer a member"),
        (rule("r", "*", bank, Told), None, "", "r 2026-05-04", "everywhere"),
        (rule("r", "GB", VendorKind::Shop, Told), Some("GB"), "", "", "another kind of vendor"),
        (off, Some("GB"), "", "", "what others say of a rule proposes nothing"),
        (later, Some("GB"), "", "", "the rule came after the trigger"),
        (over, Some("GB"), "", "", "the rule had ended by then"),
        (by_hand, Some("GB"), "", "", "some rules are only started by hand"),
    ];
    for (rule, country, home, expected, why) in cases {
        assert_eq!(proposed(&[rule], country, home, &[]), expected, "{why}");
    }
}

#[test]
fn what_was_spoken_of_is_not_proposed_again() {
    let rules = [rule("rule", "GB", VendorKind::Bank, Occasion::Told)];
    for applies in [true, false] {
        let mut kept = clock(applies, "");
        kept.vendor = Some(id(1));
        assert_eq!(proposed(&rules, Some("GB"), "", &[kept]), "", "applies: {applies}");
    }
    let mut other = clock(true, "");
    other.vendor = Some(id(2));
    let found = proposed(&rules, Some("GB"), "", &[other]);
    assert_eq!(found, "rule 2026-05-04", "what was said of another vendor is another matter");
}
