//! Beginning, closing and reopening, and the timeline in pages.

use holdfast_app::wire::{
    Channel, ClosedAs, Direction, DisputeState, DisputesQuery, Event, Fact, FactStatus, NewDispute,
    Precision, TimelineWhat,
};

use crate::support::{Home, TODAY, claim, id_of, new_dispute};

#[test]
fn the_first_dispute_brings_its_member_vendor_and_sum() {
    let (home, dispute) = Home::with_dispute();
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.lead.name, "Ida Marlow");
    assert_eq!(view.parties[0].party.reference.as_deref(), Some("R-1"));
    assert_eq!(view.totals[0].outstanding.amount, "80.00");
    assert_eq!(view.state, DisputeState::Open);
    let start = home.app.start("").expect("the window can begin");
    assert!(!start.is_empty && !start.is_sample);
    assert_eq!(start.currency.as_deref(), Some("USD"), "its currency is proposed again");
}

#[test]
fn accepting_less_writes_off_the_rest_and_reopening_keeps_it_written_off() {
    for (how, left) in [
        (ClosedAs::AcceptedLess, "0.00"),
        (ClosedAs::Dropped, "0.00"),
        (ClosedAs::Settled, "80.00"),
    ] {
        let (home, dispute) = Home::with_dispute();
        home.app.close_dispute(&dispute, TODAY, how).expect("it closes");
        let view = home.app.dispute(&dispute).expect("it is there");
        assert_eq!(view.state, DisputeState::Closed, "{how:?}");
        assert_eq!(view.totals[0].outstanding.amount, left, "what {how:?} leaves owing");
        home.app.reopen_dispute(&dispute).expect("it reopens");
        let view = home.app.dispute(&dispute).expect("it is there");
        assert_eq!(view.state, DisputeState::Open, "{how:?}");
        assert_eq!(view.totals[0].outstanding.amount, left, "reopening {how:?} gives nothing back");
    }
}

#[test]
fn the_list_finds_by_title_goal_vendor_and_reference() {
    let (home, dispute) = Home::with_dispute();
    let mut other = new_dispute();
    other.title = "Another".into();
    other.goal = "An apology".into();
    other.vendor = None;
    other.claim = None;
    home.app.start_dispute(&other).expect("it is accepted");
    for (search, found) in [
        ("", 2),
        ("lamp", 1),
        ("LAMP hums", 1),
        ("copper", 1),
        ("R-1", 1),
        ("apology", 1),
        ("zebra", 0),
    ] {
        let query = DisputesQuery { search: search.into(), state: None };
        assert_eq!(home.app.disputes(&query).expect("listed").len(), found, "{search:?}");
    }
    let reference = home.app.dispute(&dispute).expect("it is there").reference;
    assert!(reference.starts_with("HF-") && reference.len() == 9, "{reference}");
}

fn event(dispute: &str, day: u32, text: &str) -> Event {
    Event {
        id: None,
        dispute: dispute.into(),
        at: format!("2026-05-{day:02}"),
        precision: Precision::Exact,
        channel: Channel::Letter,
        direction: Direction::In,
        vendor: None,
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![Fact {
            id: None,
            text: text.into(),
            status: FactStatus::Unsure,
            acknowledged_by: None,
        }],
        note: None,
    }
}

#[test]
fn the_pages_of_a_timeline_hold_everything_once_in_either_order() {
    let (home, dispute) = Home::with_dispute();
    for number in 0..200 {
        // Many on one day, so that a page ends in the middle of a day.
        let one = event(&dispute, 1 + number / 40, &format!("Letter {number}"));
        home.app.save_event(&one).expect("it is accepted");
    }
    for newest_first in [true, false] {
        let (mut entries, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = home.app.timeline(&dispute, newest_first, after.as_deref()).expect("a page");
            entries.extend(page.entries);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let mut keys: Vec<_> = entries.iter().map(|entry| entry.key.clone()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), entries.len(), "no entry comes twice");
        let events = entries.iter().filter(|it| matches!(it.what, TimelineWhat::Event { .. }));
        assert_eq!(events.count(), 200, "every event comes");
        assert_eq!(entries.len(), 202, "the opening and the claim stand among them");
        let days: Vec<_> = entries.iter().map(|entry| entry.day.clone()).collect();
        let mut sorted = days.clone();
        sorted.sort();
        if newest_first {
            sorted.reverse();
        }
        assert_eq!(days, sorted, "the days run in the order asked for");
    }
}

#[test]
fn the_currency_proposed_is_the_disputes_last_then_the_households_then_the_regions() {
    let home = Home::new();
    let proposed = |locale| home.app.start(locale).expect("begins").currency;
    assert_eq!(proposed("de-CH").as_deref(), Some("CHF"), "nothing is known but the region");
    assert_eq!(proposed("en"), None, "a language says nothing of money: it has to be chosen");
    assert_eq!(proposed("C"), None, "no more does a machine without a language");
    let first = id_of(&home.app.start_dispute(&new_dispute()).expect("accepted"));
    assert_eq!(proposed("de-CH").as_deref(), Some("USD"), "the record goes before the region");
    let vendor = home.vendor();
    let later = |currency| {
        let new = NewDispute { claim: None, ..new_dispute() };
        let dispute = id_of(&home.app.start_dispute(&new).expect("accepted"));
        home.app.save_claim(&dispute, &claim(&vendor, "9", currency)).expect("accepted");
        dispute
    };
    let [_, second] = [later("USD"), later("EUR")];
    assert_eq!(proposed("de-CH").as_deref(), Some("USD"), "most sums are in it, not the last one");
    let of = |dispute: &str| home.app.dispute(dispute).expect("it is there").currency;
    assert_eq!(of(&second).as_deref(), Some("EUR"), "in a dispute the last one counts");
    assert_eq!(of(&first).as_deref(), Some("USD"), "each dispute has its own");
    home.app.save_claim(&first, &claim(&vendor, "5", "EUR")).expect("accepted");
    assert_eq!(of(&first).as_deref(), Some("EUR"), "what was used last is proposed next");
    assert_eq!(proposed("").as_deref(), Some("EUR"), "of two that are as common, the later");
}
