//! What is kept of events for the rules of all disputes: as much as they ask, and never of before.

use std::collections::HashMap;

use holdfast_domain::{Channel, DisputeId, Event, EventTime, Occurred, Precision};
use holdfast_store::{Reader, StoreError, Touches};

use crate::round_trip::{enter, rich};
use crate::support::*;

/// Of an event, what rules ask.
fn touch(event: Event) -> Event {
    let at = Occurred::On(event.time.at.day());
    Event {
        time: EventTime { at, precision: Precision::Exact },
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
        ..event
    }
}

/// The touches by the long way: every event of every dispute.
fn by_events(reader: &Reader) -> Result<HashMap<DisputeId, Vec<Event>>, StoreError> {
    let mut all: HashMap<DisputeId, Vec<Event>> = HashMap::new();
    for dispute in reader.disputes_where(holdfast_store::DisputeScope::All)? {
        let events: Vec<Event> = reader.events_of(dispute.id)?.into_iter().map(touch).collect();
        if !events.is_empty() {
            all.insert(dispute.id, events);
        }
    }
    Ok(all)
}

fn both(home: &Home) -> (Touches, HashMap<DisputeId, Vec<Event>>) {
    let ask = |reader: &Reader| Ok::<_, StoreError>((reader.touches()?, by_events(reader)?));
    home.store.read(ask).expect("read")
}

#[test]
fn they_are_the_events_as_far_as_rules_ask() {
    let home = home();
    enter(&home, 1, &rich());
    let (touches, events) = both(&home);
    assert!(events.values().flatten().any(|event| event.contacts.len() > 1), "several people");
    assert!(events.values().flatten().any(|event| event.contacts.is_empty()), "and nobody");
    assert_eq!(*touches, events);
    for (dispute, of_dispute) in &events {
        let one = home.store.read(|reader| reader.touches_of(*dispute)).expect("read");
        assert_eq!(one.get(dispute), Some(of_dispute), "one dispute alone");
        assert_eq!(one.len(), 1);
    }
}

#[test]
fn what_was_kept_is_read_anew_after_each_action() {
    let home = home();
    enter(&home, 1, &rich());
    let (before, events) = both(&home);
    let mut changed = events.values().flatten().next().expect("an event").clone();
    changed.channel = if changed.channel == Channel::Chat { Channel::Visit } else { Channel::Chat };
    home.write(2, |w| w.put_event(&changed));
    let (after, events) = both(&home);
    assert_eq!(*after, events, "a change");
    assert_ne!(before, after);
    home.undo(3, 2).expect("undone");
    let (undone, events) = both(&home);
    assert_eq!(*undone, events, "undone");
    assert_eq!(undone, before);
    // Most events of that household are held by what names them.
    let bin = |event: &&Event| home.store.write(action(4), |w| w.bin(event.id)).is_ok();
    assert!(events.values().flatten().any(|event| bin(&event)), "one can be removed");
    let (binned, events) = both(&home);
    assert_eq!(*binned, events, "in the bin");
    assert_ne!(binned, undone);
}

#[test]
fn what_was_given_up_is_never_kept() {
    let home = home();
    enter(&home, 1, &rich());
    let (before, events) = both(&home);
    let gone = events.values().flatten().next().expect("an event").id;
    let given_up = home.store.write(action(2), |w| {
        w.bin(gone)?;
        assert_ne!(w.touches()?, before, "whoever writes sees what it wrote");
        Err::<(), _>(StoreError::Busy)
    });
    assert_eq!(given_up, Err(StoreError::Busy));
    let (after, events) = both(&home);
    assert_eq!(*after, events);
    assert_eq!(after, before);
}
