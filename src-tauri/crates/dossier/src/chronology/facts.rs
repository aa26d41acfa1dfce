//! The facts of events, each with how it is known.

use holdfast_domain::document::Text;
use holdfast_domain::{Channel, Cited, Direction, Event, Fact};

use super::{Entry, Order};
use crate::record::Record;
use crate::words::{self, capital, listed};
use holdfast_domain::rules::as_on::wall_clock;

pub(super) fn all(record: &Record<'_>) -> Vec<Entry> {
    let of_event = |event| {
        let source = source(record, event);
        event.facts.iter().map(move |fact| entry(record, event, fact, &source))
    };
    record.events.iter().flat_map(of_event).collect()
}

fn entry(record: &Record<'_>, event: &Event, fact: &Fact, source: &str) -> Entry {
    let acknowledged =
        fact.acknowledged_by.map(|by| format!("; acknowledged by {}", record.person(by)));
    let said = format!("{source}{}", acknowledged.unwrap_or_default());
    let cited = [Cited::Fact(fact.id), Cited::Event(event.id)];
    let order = wall_clock(event.time.at).map_or(Order::Day, Order::Clock);
    Entry {
        day: event.time.at.day(),
        order,
        fact: Some(fact.id),
        date: words::when(event.time),
        what: fact.text.trim().to_owned(),
        source: record.exhibits.cited(&cited, Text::plain(said)),
        status: words::fact_status(fact.status).to_owned(),
    }
}

/// How it is known: by which channel, and from or with whom.
fn source(record: &Record<'_>, event: &Event) -> String {
    let occasion = capital(words::occasion(event.channel));
    let who = listed(&record.with_whom(event));
    let link = match (event.direction, event.channel) {
        (Direction::Internal, _) => "about",
        (_, Channel::Chat | Channel::Other) => "with",
        (Direction::In, _) => "from",
        (Direction::Out, _) => "to",
    };
    match (event.direction, who.is_empty()) {
        (Direction::Internal, true) => format!("{occasion}, within the household"),
        (Direction::In | Direction::Out, true) => occasion,
        (_, false) => format!("{occasion} {link} {who}"),
    }
}
