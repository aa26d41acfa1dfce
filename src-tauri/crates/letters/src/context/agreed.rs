//! What was agreed: the points of a call that are to be confirmed, and remedies that did not last.

use holdfast_domain::rules::{PromiseStatus, RemedyStatus, promise_status, remedy_status};
use holdfast_domain::words::{capital, continued, date, inline};
use holdfast_domain::{MovementKind, OfferAnswer, Promise, Remedy, rules};
use serde::Serialize;

use super::so_far::{self, Part};
use super::{Line, history, sums};
use crate::record::Record;

/// A remedy that was agreed and has not come, or did not last.
#[derive(Debug, Serialize)]
pub(crate) struct Lapsed {
    key: String,
    /// The whole of it in a sentence or two.
    text: String,
}

/// What was agreed on the day that the letter follows: remedies with what they depend on, offers
/// that were accepted, promises.
pub(crate) fn agreed(record: &Record<'_>) -> Vec<Line> {
    let Some(day) = history::followed(record).map(|one| one.day()) else { return Vec::new() };
    let here = |vendor| vendor == Some(record.to.id);
    let people = record.case.contacts;
    let dispute = &record.dispute;
    let remedies = dispute.remedies.iter().filter(|one| {
        one.agreed_on == day && here(rules::parties::vendor_of_remedy(one, dispute, people))
    });
    let offers = dispute.offers.iter().filter(|one| {
        let accepted = one.answer == Some(OfferAnswer::Accepted);
        let on = one.answered_on.unwrap_or(one.on);
        accepted
            && (on == day || one.on == day)
            && here(rules::parties::vendor_of_offer(one, people))
    });
    let promises = dispute
        .promises
        .iter()
        .filter(|one| one.made_on == day && here(rules::parties::vendor_of_promise(one, people)));
    let mut lines: Vec<Line> = remedies.map(remedy_line).collect();
    lines.extend(offers.map(|one| {
        let sum = one.amount.map(|sum| format!(" ({sum})")).unwrap_or_default();
        let text = format!("Your offer, which I accepted: {}{sum}.", continued(&one.terms));
        Line { key: one.id.to_string(), text }
    }));
    lines.extend(promises.map(|one| promise_line(record, one)));
    lines
}

fn remedy_line(remedy: &Remedy) -> Line {
    let mut text = inline(&remedy.what);
    text.push_str(&covers(remedy));
    if let Some(day) = remedy.expected_by.filter(|_| remedy.delivered_on.is_none()) {
        text.push_str(&format!(" (expected by {})", date(day)));
    }
    if let Some(caveat) = &remedy.caveat {
        text.push_str(&format!(", on this condition: {}", continued(caveat)));
    }
    Line { key: remedy.id.to_string(), text: format!("{text}.") }
}

/// ` (it covers: these transactions)`, where that is known.
fn covers(remedy: &Remedy) -> String {
    let scope = remedy.scope.as_deref().map(continued);
    scope.map(|scope| format!(" (it covers: {scope})")).unwrap_or_default()
}

fn promise_line(record: &Record<'_>, promise: &Promise) -> Line {
    let by = promise.due_on.map(|day| format!(", by {}", date(day))).unwrap_or_default();
    let done = match promise_status(promise, record.on) {
        PromiseStatus::Kept => " This has been done, for which I thank you.",
        PromiseStatus::Open
        | PromiseStatus::Overdue
        | PromiseStatus::Broken
        | PromiseStatus::Withdrawn => "",
    };
    let text = format!("{}{by}.{done}", inline(&promise.what));
    Line { key: promise.id.to_string(), text }
}

/// The recipient's remedies that are late or were taken back, the last two.
pub(crate) fn lapsed(record: &Record<'_>) -> Vec<Lapsed> {
    let dispute = &record.dispute;
    // Where there is little room, the calculation alone says what came and was taken back.
    let tight = record.room.pick([false, true, true, true]);
    let reckoned: Vec<_> = sums::told(record).iter().map(|claim| claim.id).collect();
    let mut all: Vec<Lapsed> = dispute
        .remedies
        .iter()
        .filter(|one| {
            let vendor = rules::parties::vendor_of_remedy(one, dispute, record.case.contacts);
            vendor == Some(record.to.id) || record.to_outside_body()
        })
        .filter(|one| !(tight && one.claim.is_some_and(|claim| reckoned.contains(&claim))))
        .filter(|one| !is_promised_too(record, one))
        .filter_map(|one| {
            let what = continued(&one.what);
            let (on, covers) = (date(one.agreed_on), covers(one));
            let agreed = format!("On {on} the following was agreed: {what}{covers}.");
            let since = since(record, one, remedy_status(one, &dispute.claims, record.on))?;
            Some(Lapsed { key: one.id.to_string(), text: format!("{agreed} {since}") })
        })
        .collect();
    all.split_off(all.len().saturating_sub(2))
}

/// Whether a promise that was not kept says the same: given on the same day, for the same day, by
/// the same house. The letter then tells the promise alone.
fn is_promised_too(record: &Record<'_>, remedy: &Remedy) -> bool {
    let contacts = record.case.contacts;
    let house = rules::parties::vendor_of_remedy(remedy, &record.dispute, contacts);
    remedy.expected_by.is_some()
        && record.dispute.promises.iter().any(|promise| {
            promise.made_on == remedy.agreed_on
                && promise.due_on == remedy.expected_by
                && rules::parties::vendor_of_promise(promise, contacts) == house
                && matches!(
                    promise_status(promise, record.on),
                    PromiseStatus::Overdue | PromiseStatus::Broken
                )
        })
}

fn since(record: &Record<'_>, remedy: &Remedy, status: RemedyStatus) -> Option<String> {
    match status {
        RemedyStatus::Late => {
            let day = remedy.expected_by.map(|day| format!(" by {}", date(day)));
            let expected = format!("It was expected{}", day.unwrap_or_default());
            match so_far::part_of(record, remedy) {
                Part::Nothing => Some(format!("{expected} and has not come.")),
                Part::Some(part) => Some(format!("{expected} and has come only in part: {part}.")),
                Part::All => None,
            }
        }
        RemedyStatus::Reversed => {
            let done = remedy.delivered_on.map(|day| format!("It was done on {}, but ", date(day)));
            let lost = taken_back(record, remedy).unwrap_or_else(|| "it did not last".to_owned());
            Some(match done {
                Some(done) => format!("{done}{lost}."),
                None => format!("{}.", capital(&lost)),
            })
        }
        RemedyStatus::Promised
        | RemedyStatus::Delivered
        | RemedyStatus::Holding
        | RemedyStatus::Expired => None,
    }
}

/// `340.00 USD was taken back on 4 May 2026`, the last time that something was.
fn taken_back(record: &Record<'_>, remedy: &Remedy) -> Option<String> {
    let claim = record.dispute.claims.iter().find(|claim| Some(claim.id) == remedy.claim)?;
    let reversed = claim.movements.iter().filter(|one| one.kind == MovementKind::Reversed);
    let last = reversed.filter(|one| one.on >= remedy.agreed_on).max_by_key(|one| one.on)?;
    Some(format!("{} was taken back on {}", last.amount, date(last.on)))
}
