//! The problem as dated facts, the decisive and the newest where there are many.

use std::collections::HashSet;

use holdfast_domain::words::{capital, continued, date, isolated, sentence};
use holdfast_domain::{
    Direction, Event, EventId, EventTime, Fact, FactStatus, LetterKind, Precision, Role,
};
use serde::Serialize;

use super::{Line, agreed};
use crate::record::Record;

/// The facts that the letter tells.
#[derive(Debug, Serialize)]
pub(crate) struct Facts {
    pub(crate) items: Vec<Line>,
    /// Whether there are more than stay on one page.
    more: bool,
}

/// A fact with what is needed to choose among many.
struct Candidate {
    place: usize,
    weight: usize,
    line: Line,
}

pub(crate) fn facts(record: &Record<'_>) -> Facts {
    let all = candidates(record);
    let (most, ample) = room(record.letter.kind);
    // Where the dossier goes along, it has what the letter leaves out; else the letter stands alone.
    let fewer = if record.letter.with_dossier {
        [(4, 450), (2, 260), (1, 160)]
    } else {
        [(5, 640), (4, 480), (3, 360)]
    };
    let [fewer, few, least] = fewer;
    let (count, characters) = record.room.pick([(most, ample), fewer, few, least]);
    let (count, characters) = (count.min(most), characters.min(ample));
    let mut by_weight: Vec<&Candidate> = all.iter().collect();
    // The sort is stable: of equals, the newest comes first.
    by_weight.reverse();
    by_weight.sort_by_key(|one| std::cmp::Reverse(one.weight));
    let mut left = characters;
    let mut chosen: Vec<&Candidate> = Vec::new();
    for one in by_weight {
        let length = one.line.text.chars().count();
        if chosen.is_empty() || (chosen.len() < count && length <= left) {
            left = left.saturating_sub(length);
            chosen.push(one);
        }
    }
    chosen.sort_by_key(|one| one.place);
    Facts {
        more: chosen.len() < all.len(),
        items: chosen.into_iter().map(|one| one.line.clone()).collect(),
    }
}

/// How many facts and characters of them leave room for the rest on one page.
fn room(kind: LetterKind) -> (usize, usize) {
    match kind {
        LetterKind::Complaint | LetterKind::BillingError | LetterKind::BeforeClaim => (7, 900),
        LetterKind::Confirmation | LetterKind::RefusalRequest => (6, 800),
        LetterKind::Escalation | LetterKind::FinalNotice => (3, 450),
        LetterKind::FollowUp | LetterKind::ThankYou | LetterKind::Commendation => (3, 400),
    }
}

fn candidates(record: &Record<'_>) -> Vec<Candidate> {
    let causes: HashSet<EventId> = told_causes(record);
    let mut seen: HashSet<&str> = HashSet::new();
    let points =
        record.letter.kind == LetterKind::Confirmation && !agreed::agreed(record).is_empty();
    let mut all = Vec::new();
    for event in record.events.iter().filter(|event| is_told(record, event, &causes)) {
        for fact in event.facts.iter().filter(|fact| !fact.text.trim().is_empty()) {
            // What was agreed stands in the letter already; beside it only what was acknowledged.
            if points && fact.acknowledged_by.is_none() {
                continue;
            }
            if !seen.insert(fact.text.trim()) {
                continue;
            }
            let place = all.len();
            let cause = usize::from(causes.contains(&event.id)) * 8;
            let acknowledged = usize::from(fact.acknowledged_by.is_some()) * 4;
            // How it began is what everything else rests on.
            let first = usize::from(place == 0) * 6;
            let sure = usize::from(fact.status != FactStatus::Unsure);
            let line = Line { key: fact.id.to_string(), text: item(record, event, fact) };
            // That nobody picked up matters less than what was said.
            let met = usize::from(event.answered != Some(false)) * 2;
            let weight = cause + acknowledged + first + sure + met;
            all.push(Candidate { place, weight, line });
        }
    }
    all
}

/// The events from which the claims arose that concern the recipient.
fn told_causes(record: &Record<'_>) -> HashSet<EventId> {
    let concern = record.dispute.claims.iter().filter(|claim| {
        claim.vendor == record.to.id || record.has_role(Role::CausedIt) || record.to_outside_body()
    });
    concern.filter_map(|claim| claim.because_of).collect()
}

/// Whether the event matters to the recipient: it was with them, it made their debt arise, or it
/// was with nobody else. An outside body is told everything. What happened within the household
/// stays there.
fn is_told(record: &Record<'_>, event: &Event, causes: &HashSet<EventId>) -> bool {
    match record.letter.kind {
        LetterKind::Confirmation | LetterKind::RefusalRequest => {
            record.letter.about.is_none_or(|about| about == event.id)
                && record.with_recipient(event)
        }
        LetterKind::Complaint
        | LetterKind::FollowUp
        | LetterKind::Escalation
        | LetterKind::ThankYou
        | LetterKind::Commendation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim => {
            let with = record.vendors_of(event);
            let names = |fact: &Fact| fact.text.contains(&record.to.name);
            causes.contains(&event.id)
                || event.direction != Direction::Internal
                    && (with.is_empty()
                        || with.contains(&record.to.id)
                        || record.to_outside_body()
                        || event.facts.iter().any(names))
        }
    }
}

/// `2 March 2026: Dana Ruiz said that she could not change it.`
fn item(record: &Record<'_>, event: &Event, fact: &Fact) -> String {
    let day = capital(&when(event.time));
    let said = match fact.status {
        FactStatus::Undisputed | FactStatus::Disputed => isolated(&sentence(&fact.text)),
        FactStatus::Unsure => {
            format!("as I understood it, {}", sentence(&continued(&fact.text)))
        }
    };
    let acknowledged = acknowledged(record, fact).map(|by| format!(" {by} acknowledged this."));
    format!("{day}: {said}{}", acknowledged.unwrap_or_default())
}

/// The day of an event, as well as it is known.
pub(crate) fn when(time: EventTime) -> String {
    let day = date(time.at.day());
    match time.precision {
        Precision::Exact => day,
        Precision::About => format!("about {day}"),
        Precision::Unknown => format!("day not known for certain, about {day}"),
    }
}

/// Who acknowledged it, where the fact does not say so itself. A person who may not be quoted stays
/// unnamed.
fn acknowledged(record: &Record<'_>, fact: &Fact) -> Option<String> {
    let person = record.contact(fact.acknowledged_by?)?;
    if fact.text.contains(&person.name) {
        return None;
    }
    let here = person.vendor == record.to.id;
    Some(if record.letter.to_contact == Some(person.id) {
        "You".to_owned()
    } else if record.may_quote(person.id) {
        isolated(&person.name)
    } else if here {
        "Your staff".to_owned()
    } else {
        record.vendor(person.vendor).map_or("Their staff".to_owned(), |one| isolated(&one.name))
    })
}
