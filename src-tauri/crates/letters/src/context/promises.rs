//! What was promised to the household, and what has become of it.

use holdfast_domain::rules::{PromiseStatus, parties, promise_status};
use holdfast_domain::words::{continued, date, isolated};
use holdfast_domain::{Promise, PromiseOutcome};
use serde::Serialize;

use super::history;
use crate::record::Record;

/// So many promises leave room for the rest on one page.
const PROMISES: usize = 3;

/// The recipient's promises.
#[derive(Debug, Serialize)]
pub(crate) struct Promises {
    /// Those whose day has passed or that were broken, the earliest first.
    pub(crate) unkept: Vec<Promised>,
    /// Those that still await their day.
    open: Vec<Promised>,
    /// The days on which kept ones were given.
    kept: Option<String>,
}

/// A promise in words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Promised {
    key: String,
    /// The whole of it: `On 5 March 2026 Marcus Bell promised the following by 12 March 2026: …`.
    text: String,
    /// What was promised.
    what: String,
    /// By when.
    due_on: Option<String>,
    made_on: String,
    /// Whether it is known to be broken, and not only late.
    broken: bool,
}

pub(crate) fn promises(record: &Record<'_>) -> Promises {
    let of_recipient: Vec<&Promise> = record
        .dispute
        .promises
        .iter()
        .filter(|one| parties::vendor_of_promise(one, record.case.contacts) == Some(record.to.id))
        .collect();
    let with = |wanted: fn(PromiseStatus) -> bool| -> Vec<&Promise> {
        let all = of_recipient.iter().copied();
        all.filter(|promise| wanted(promise_status(promise, record.on))).collect()
    };
    let unkept = with(|status| matches!(status, PromiseStatus::Overdue | PromiseStatus::Broken));
    let open = with(|status| status == PromiseStatus::Open);
    let kept: Vec<String> =
        with(|status| status == PromiseStatus::Kept).iter().map(|one| date(one.made_on)).collect();
    Promises {
        unkept: told(record, unkept),
        open: told(record, open),
        kept: (!kept.is_empty()).then(|| holdfast_domain::words::listed(&kept)),
    }
}

/// Those of the day that the letter follows where there are any, else the newest.
fn told(record: &Record<'_>, mut promises: Vec<&Promise>) -> Vec<Promised> {
    promises.sort_by_key(|one| one.made_on);
    let day = record.letter.about.and(history::followed(record)).map(|one| one.day());
    if promises.iter().any(|one| Some(one.made_on) == day) {
        promises.retain(|one| Some(one.made_on) == day);
    }
    let skipped = promises.len().saturating_sub(record.room.pick([PROMISES, 2, 1, 1]));
    promises.into_iter().skip(skipped).map(|one| promised(record, one)).collect()
}

pub(crate) fn promised(record: &Record<'_>, promise: &Promise) -> Promised {
    let made_on = date(promise.made_on);
    let who = promiser(record, promise);
    let what = continued(&promise.what);
    let due_on = promise.due_on.map(date);
    let by = due_on.as_ref().map(|day| format!(", by {day}")).unwrap_or_default();
    Promised {
        key: promise.id.to_string(),
        text: format!("On {made_on} {who} the following{by}: {what}."),
        what,
        due_on,
        made_on,
        broken: promise.outcome == Some(PromiseOutcome::Broken),
    }
}

fn promiser(record: &Record<'_>, promise: &Promise) -> String {
    match promise.by.and_then(|id| record.contact(id)) {
        Some(person) if Some(person.id) == record.letter.to_contact => "you promised me".to_owned(),
        Some(person) => format!("{} promised me", isolated(&person.name)),
        None => "I was promised".to_owned(),
    }
}
