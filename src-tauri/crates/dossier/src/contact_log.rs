//! Every call, letter and visit, answered or not, with the time that it took.

use holdfast_domain::document::{Block, Table};
use holdfast_domain::{Channel, Direction, Event};

use crate::record::Record;
use crate::tables::{heading, paragraph, row, share, total};
use crate::words::{self, capital, counted, duration, listed};

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    // What was only noted within the household was no contact.
    let contacts: Vec<&Event> =
        record.events.iter().filter(|event| event.direction != Direction::Internal).collect();
    if contacts.is_empty() {
        let nothing = "No call, letter or visit is on record.";
        return vec![heading(1, "Contact log"), paragraph(nothing)];
    }
    let rows = contacts.iter().map(|event| {
        row([
            words::when(event.time),
            format!("{}, {}", words::channel(event.channel), words::direction(event.direction)),
            listed(&record.with_whom(event)),
            outcome(event).to_owned(),
            minutes(event.waited_minutes),
            minutes(event.minutes),
        ])
    });
    let table = Table {
        summary: "Every call, letter and visit, with the time waited and spent".to_owned(),
        columns: vec![
            share("Date", 4),
            share("How", 4),
            share("With", 4),
            share("Outcome", 3),
            share("Waited", 2),
            share("Took", 2),
        ],
        rows: rows.chain([in_all(&contacts)]).collect(),
    };
    vec![heading(1, "Contact log"), Block::Table(table)]
}

fn outcome(event: &Event) -> &'static str {
    match (event.answered, event.channel) {
        (Some(true), _) => "answered",
        (Some(false), Channel::Phone | Channel::Chat | Channel::Visit) => "not answered",
        (Some(false), _) => "no reply",
        (None, _) => "",
    }
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map(|minutes| duration(minutes.into())).unwrap_or_default()
}

fn in_all(contacts: &[&Event]) -> holdfast_domain::document::Row {
    let unanswered = contacts.iter().filter(|event| event.answered == Some(false)).count();
    let sum = |minutes: fn(&Event) -> Option<u32>| -> u64 {
        contacts.iter().filter_map(|event| minutes(event)).map(u64::from).sum()
    };
    let shown = |minutes: u64| if minutes == 0 { String::new() } else { duration(minutes) };
    let silences =
        if unanswered == 0 { String::new() } else { format!("{unanswered} not answered") };
    total([
        "In all".to_owned(),
        capital(&counted(contacts.len(), "contact", "contacts")),
        String::new(),
        silences,
        shown(sum(|event| event.waited_minutes)),
        shown(sum(|event| event.minutes)),
    ])
}
