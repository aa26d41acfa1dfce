//! Every call, letter and visit, answered or not, with the time that it took; of letters that went
//! out, the proof of posting and whether an answer came.

use holdfast_domain::document::{Block, Table};
use holdfast_domain::rules::letter::{self, Beside, SentStanding};
use holdfast_domain::{Channel, Direction, Event, SentLetter};

use crate::Case;
use crate::record::Record;
use crate::tables::{heading, paragraph, row, share, total, without_empty};
use crate::words::{self, capital, counted, date, duration, isolated, listed};

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
            outcome(record, event),
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
            share("Outcome", 4),
            share("Waited", 2),
            share("Took", 2),
        ],
        rows: rows.chain([in_all(record, &contacts)]).collect(),
    };
    vec![heading(1, "Contact log"), Block::Table(without_empty(table))]
}

fn outcome(record: &Record<'_>, event: &Event) -> String {
    let of_sending = sending(record, event).map(|sent| after_sending(record, sent));
    let of_sending = of_sending.filter(|said| !said.is_empty());
    of_sending.unwrap_or_else(|| answered(event).to_owned())
}

/// The letter whose going out the event is.
fn sending<'a>(record: &Record<'a>, event: &Event) -> Option<&'a SentLetter> {
    record.case.sent.iter().find(|sent| sent.event == event.id && sent.on <= record.on)
}

/// How a letter that went out can be shown to have arrived, and whether an answer came.
fn after_sending(record: &Record<'_>, sent: &SentLetter) -> String {
    let proof = sent.tracking.as_deref().map(isolated);
    let mut parts: Vec<String> =
        proof.map(|text| format!("proof of posting {text}")).into_iter().collect();
    parts.extend(sent.reply_by.map(|day| format!("an answer was asked for by {}", date(day))));
    match standing(record, sent) {
        SentStanding::Answered => parts.push("an answer came".to_owned()),
        SentStanding::Waiting | SentStanding::FollowedUp | SentStanding::Closed => {
            parts.push(format!("no answer is recorded by {}", date(record.on)));
        }
        SentStanding::NothingAsked => {}
    }
    parts.join("; ")
}

fn standing(record: &Record<'_>, sent: &SentLetter) -> SentStanding {
    let (dispute, events) = (&record.dispute, &record.events);
    let Case { contacts, sent: all, .. } = *record.case;
    letter::sent_standing(sent, &Beside { dispute, events, contacts, sent: all }, record.on)
}

fn answered(event: &Event) -> &'static str {
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

fn in_all(record: &Record<'_>, contacts: &[&Event]) -> holdfast_domain::document::Row {
    let without_answer = |event: &&&Event| match sending(record, event) {
        Some(sent) => match standing(record, sent) {
            SentStanding::Waiting | SentStanding::FollowedUp | SentStanding::Closed => true,
            SentStanding::Answered | SentStanding::NothingAsked => false,
        },
        None => event.answered == Some(false),
    };
    let unanswered = contacts.iter().filter(without_answer).count();
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
