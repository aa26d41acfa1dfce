//! The calendar file, as another's reader understands it.

use std::collections::BTreeMap;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use holdfast_app::wire::{NextStep, Promise};

use crate::support::{Home, call, id_of};

fn step(what: &str, at: Option<&str>) -> NextStep {
    NextStep {
        id: None,
        on: "2026-06-26".into(),
        at: at.map(Into::into),
        what: what.into(),
        channel: None,
        contact: None,
        done_on: None,
    }
}

/// What a property says, as text.
fn said(component: &ICalendarComponent, name: &ICalendarProperty) -> String {
    let found = component.entries.iter().find(|entry| entry.name == *name);
    found.and_then(|entry| entry.values.first()).map_or_else(String::new, |value| {
        if let ICalendarValue::Text(text) = value { text.clone() } else { format!("{value:?}") }
    })
}

/// The events by their names, as a calendar merges what it is given.
fn merged(files: &[String]) -> BTreeMap<String, ICalendarComponent> {
    let mut events = BTreeMap::new();
    for file in files {
        let calendar = ICalendar::parse(file).expect("another's reader reads the file");
        for event in calendar.components {
            if event.component_type == ICalendarComponentType::VEvent {
                events.insert(said(&event, &ICalendarProperty::Uid), event);
            }
        }
    }
    events
}

fn file(home: &Home) -> String {
    let file = home.app.calendar_file().expect("written");
    let entries = file.text.lines().filter(|line| *line == "BEGIN:VEVENT").count();
    assert_eq!(file.entries as usize, entries, "it is said how many there are");
    file.text
}

fn busy() -> (Home, String) {
    let (home, dispute) = Home::with_dispute();
    home.app
        .save_next_step(&dispute, &step("Call; ask for “A, B” \\ C", Some("15:00")))
        .expect("kept");
    let promise = Promise {
        id: None,
        by: None,
        vendor: Some(home.vendor()),
        made_on: "2026-06-05".into(),
        what: "The money is sent".into(),
        due_on: Some("2028-02-29".into()),
        outcome: None,
        outcome_on: None,
    };
    home.app.save_promise(&dispute, &promise).expect("kept");
    (home, dispute)
}

#[test]
fn what_people_wrote_is_read_again_as_they_wrote_it() {
    let (home, dispute) = busy();
    let mut private = call(&dispute);
    private.note = Some("They sounded tired; a secret".into());
    home.app.log_call(&private).expect("kept");
    let text = file(&home);
    let events = merged(std::slice::from_ref(&text));
    assert_eq!(events.len(), 2, "a step and a promise: {text}");
    let summaries: Vec<_> =
        events.values().map(|it| said(it, &ICalendarProperty::Summary)).collect();
    assert!(summaries.contains(&"Call; ask for “A, B” \\ C".to_owned()), "{summaries:?}");
    assert!(summaries.contains(&"Promised to us: The money is sent".to_owned()), "{summaries:?}");
    assert!(text.contains("DTSTART:20260626T150000\r\n"), "a time without a zone: {text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20280229\r\n"), "a whole day: {text}");
    assert!(text.contains("DTEND;VALUE=DATE:20280301\r\n"), "over the end of February: {text}");
    assert_eq!(text.matches("BEGIN:VALARM").count(), 2, "each has its alarm");
    assert!(!text.contains("secret"), "private notes are nobody else's");
    let long = text.lines().map(str::len).max();
    assert!(long <= Some(75), "lines are folded: {long:?}");
}

#[test]
fn a_second_file_changes_what_the_first_brought_and_doubles_nothing() {
    let (home, dispute) = busy();
    let first = file(&home);
    assert_eq!(first, file(&home), "the same record gives the same file");
    let view = home.app.dispute(&dispute).expect("it is there");
    let moved = NextStep { on: "2026-06-29".into(), ..view.next_steps[0].step.clone() };
    let id = id_of(&home.app.save_next_step(&dispute, &moved).expect("moved"));
    let second = file(&home);
    let events = merged(&[first.clone(), second]);
    assert_eq!(events.len(), 2, "no duplicates");
    let uid = format!("next_step-{id}@holdfast");
    let step = &events[&uid];
    assert!(said(step, &ICalendarProperty::Dtstart).contains("29"), "the later day is there");
    let sequence = |event: &ICalendarComponent| said(event, &ICalendarProperty::Sequence);
    let before = &merged(&[first])[&uid];
    assert_ne!(sequence(before), sequence(step), "the revision rose");
}

#[test]
fn what_is_done_and_what_is_closed_is_in_no_calendar() {
    let (home, dispute) = busy();
    home.app
        .close_dispute(&dispute, "2026-06-20", holdfast_app::wire::ClosedAs::Settled)
        .expect("closed");
    assert!(merged(&[file(&home)]).is_empty(), "nothing of a closed dispute");
}
