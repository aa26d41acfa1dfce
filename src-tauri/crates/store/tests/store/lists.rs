//! Lists: order, pages, and what a vendor's channels were worth.

use std::collections::HashMap;

use holdfast_domain::{
    Channel, ClosedAs, DateTime, Direction, Event, EventTime, Occurred, Precision,
};
use holdfast_store::{ChannelRecord, DisputeScope, EventKey, Minutes, Order, Reader, StoreError};

use crate::support::*;

fn at(mut event: Event, instant: &str) -> Event {
    let at = DateTime::parse_from_rfc3339(instant).expect("a time");
    event.time = EventTime { at: Occurred::At(at), precision: Precision::Exact };
    event
}

/// Events in the order of time, entered in another.
fn timeline() -> Vec<Event> {
    vec![
        event(9, "2025-12-31"),
        event(3, "2026-01-06"),
        event(4, "2026-01-06"),
        at(event(2, "2026-01-06"), "2026-01-06T10:15:00-05:00"),
        // Later by the clock on its wall, earlier as an instant than the next one.
        at(event(8, "2026-01-06"), "2026-01-06T23:30:00+09:00").clone(),
        at(event(1, "2026-01-06"), "2026-01-06T23:59:00-05:00"),
        event(7, "2026-01-07"),
    ]
}

fn in_time(mut events: Vec<Event>) -> Vec<Event> {
    // 23:30 in Tokyo is before 10:15 in Asheville on the same day of the calendar.
    events.swap(3, 4);
    events
}

fn home_with(events: &[Event]) -> Home {
    let home = home().with_people();
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_dispute(&dispute(2))?;
        let mut by_id: Vec<&Event> = events.iter().collect();
        by_id.sort_by_key(|event| event.id);
        by_id.into_iter().try_for_each(|event| w.put_event(event))
    });
    home
}

#[test]
fn events_come_by_day_then_by_instant_in_both_directions() {
    let home = home_with(&timeline());
    let r = home.store.reader().expect("a view");
    let oldest = in_time(timeline());
    assert_eq!(r.events_of(dispute_id(1)).expect("read"), oldest);
    let mut newest = oldest;
    newest.reverse();
    let page = r.events_page(dispute_id(1), Order::Newest, None, 100).expect("read");
    assert_eq!(page, newest);
}

#[test]
fn pages_leave_nothing_out_and_nothing_twice_while_events_are_added() {
    let home = home_with(&timeline());
    for (order, fresh, when) in
        [(Order::Oldest, 40, "2020-01-01"), (Order::Newest, 60, "2030-01-01")]
    {
        let mut seen = Vec::new();
        let mut after: Option<EventKey> = None;
        loop {
            let r = home.store.reader().expect("a view");
            let page = r.events_page(dispute_id(1), order, after.as_ref(), 2).expect("read");
            drop(r);
            let Some(last) = page.last() else { break };
            let key = EventKey::of(last);
            assert_eq!(key.to_string().parse().as_ref(), Ok(&key), "a key survives the way out");
            after = Some(key);
            seen.extend(page);
            // What is added before the place where one is does not move the pages behind it.
            let fresh = fresh + seen.len() as u128;
            home.write(fresh, |w| w.put_event(&event(fresh, when)));
        }
        seen.retain(|event| event.id < event_id(20));
        if order == Order::Newest {
            seen.reverse();
        }
        assert_eq!(seen, in_time(timeline()), "{order:?}");
    }
}

#[test]
fn events_with_a_vendor_are_those_that_name_it_or_its_people() {
    let (mut named, mut met, mut other) =
        (event(1, "2026-01-01"), event(2, "2026-01-02"), event(3, "2026-01-03"));
    named.vendor = Some(vendor_id(1));
    (met.contacts, met.dispute) = (vec![contact_id(1)], dispute_id(2));
    other.vendor = Some(vendor_id(2));
    let home = home_with(&[named.clone(), met.clone(), other]);
    let r = home.store.reader().expect("a view");
    let first = r.events_with_vendor(vendor_id(1), None, 1).expect("read");
    assert_eq!(first, [met.clone()], "the newest first, across disputes");
    let after = EventKey::of(&met);
    let second = r.events_with_vendor(vendor_id(1), Some(&after), 5).expect("read");
    assert_eq!(second, [named], "and then the rest");
    assert_eq!(r.events_with_contact(contact_id(1), None, 5).expect("read"), [met]);
    assert_eq!(r.event_count_with(contact_id(1)).expect("read"), 1);
}

#[test]
fn last_days_and_counts_are_of_each_dispute_that_has_events() {
    let home = home_with(&timeline());
    let r = home.store.reader().expect("a view");
    let days = HashMap::from([(dispute_id(1), day("2026-01-07"))]);
    assert_eq!(r.last_event_days().expect("read"), days);
    assert_eq!(r.event_count(dispute_id(1)).expect("read"), 7);
}

#[test]
fn disputes_are_chosen_by_when_they_were_closed() {
    let home = home().with_people();
    let closed = |number, on: Option<&str>| {
        let mut closed = dispute(number);
        closed.closed_on = on.map(day);
        closed.closed_as = on.map(|_| ClosedAs::Settled);
        closed
    };
    let all = [closed(1, None), closed(2, Some("2026-05-31")), closed(3, Some("2026-06-01"))];
    home.write(2, |w| all.iter().try_for_each(|it| w.put_dispute(it)));
    let r = home.store.reader().expect("a view");
    let titles = |scope| -> Vec<String> {
        let found = r.disputes_where(scope).expect("read");
        found.into_iter().map(|it| it.title).collect()
    };
    assert_eq!(titles(DisputeScope::All), ["Dispute 1", "Dispute 2", "Dispute 3"]);
    let since = DisputeScope::NotClosedBefore(day("2026-06-01"));
    assert_eq!(titles(since), ["Dispute 1", "Dispute 3"], "that day still counts");
    assert_eq!(titles(DisputeScope::One(dispute_id(2))), ["Dispute 2"]);
}

#[test]
fn a_vendors_channels_tell_how_often_they_were_tried_and_how_long_it_took() {
    let tries = [
        (Channel::Phone, Some(true), Some(10), Some(5)),
        (Channel::Phone, Some(false), Some(45), None),
        (Channel::Phone, Some(true), Some(20), Some(15)),
        (Channel::Phone, None, None, None),
        (Channel::Email, Some(false), None, None),
        (Channel::Letter, Some(true), None, None),
    ];
    let mut events: Vec<Event> = (1..)
        .zip(tries)
        .map(|(number, (channel, answered, waited_minutes, minutes))| Event {
            channel,
            answered,
            waited_minutes,
            minutes,
            vendor: (number % 2 == 0).then(|| vendor_id(1)),
            contacts: if number % 2 == 0 { Vec::new() } else { vec![contact_id(1)] },
            ..event(number, "2026-01-01")
        })
        .collect();
    // What the vendor sent is no attempt of the household's.
    events[5].direction = Direction::In;
    let home = home_with(&events);
    let read = |r: &Reader| -> Result<_, StoreError> { r.channel_record(vendor_id(1)) };
    let record = home.store.read(read).expect("read");
    let phone = ChannelRecord {
        channel: Channel::Phone,
        tried: 4,
        answered: 2,
        unanswered: 1,
        waited: Some(Minutes { total: 75, median: 20 }),
        minutes: Some(Minutes { total: 20, median: 15 }),
    };
    let email = ChannelRecord {
        channel: Channel::Email,
        tried: 1,
        answered: 0,
        unanswered: 1,
        waited: None,
        minutes: None,
    };
    assert_eq!(record, [phone, email]);
}
