//! The record as it stood on a day: what is dated later has not happened yet.

use std::collections::BTreeSet;

use crate::{Dispute, Event, FactId, Occurred};
use chrono::NaiveDate;

/// The dispute without anything that is dated after the day.
pub fn dispute(dispute: &Dispute, on: NaiveDate) -> Dispute {
    let mut seen = dispute.clone();
    let later = |day: Option<NaiveDate>| day.is_some_and(|day| day > on);
    if later(seen.closed_on) {
        (seen.closed_on, seen.closed_as) = (None, None);
    }
    seen.claims.retain(|claim| claim.arose_on <= on);
    for claim in &mut seen.claims {
        claim.movements.retain(|movement| movement.on <= on);
        claim.movements.sort_by_key(|movement| movement.on);
    }
    seen.issues = seen.issues.iter().map(|issue| super::issue::as_on(issue, on)).collect();
    seen.promises.retain(|promise| promise.made_on <= on);
    for promise in seen.promises.iter_mut().filter(|promise| later(promise.outcome_on)) {
        (promise.outcome, promise.outcome_on) = (None, None);
    }
    seen.offers.retain(|offer| offer.on <= on);
    for offer in seen.offers.iter_mut().filter(|offer| later(offer.answered_on)) {
        (offer.answer, offer.answered_on) = (None, None);
    }
    seen.rungs.retain(|rung| !later(rung.reached_on));
    seen.advocates.retain(|help| help.on <= on);
    for help in seen.advocates.iter_mut().filter(|help| later(help.thanked_on)) {
        help.thanked_on = None;
    }
    seen.remedies.retain(|remedy| remedy.agreed_on <= on);
    for remedy in &mut seen.remedies {
        remedy.delivered_on = remedy.delivered_on.filter(|day| *day <= on);
        remedy.satisfied_on = remedy.satisfied_on.filter(|day| *day <= on);
        for check in remedy.checks.iter_mut().filter(|check| later(check.done_on)) {
            (check.done_on, check.result) = (None, None);
        }
        remedy.checks.sort_by_key(|check| check.done_on.unwrap_or(check.due_on));
    }
    for step in seen.next_steps.iter_mut().filter(|step| later(step.done_on)) {
        step.done_on = None;
    }
    seen
}

/// The events up to the day in the order in which they happened, without the facts that are left
/// out. Private notes end here: nothing behind this function can print them.
pub fn events(events: &[Event], on: NaiveDate, leave_out: &BTreeSet<FactId>) -> Vec<Event> {
    let mut seen: Vec<Event> =
        events.iter().filter(|event| event.time.at.day() <= on).cloned().collect();
    for event in &mut seen {
        event.note = None;
        event.facts.retain(|fact| !leave_out.contains(&fact.id));
    }
    seen.sort_by_key(|event| (event.time.at.day(), wall_clock(event.time.at)));
    seen
}

/// The time of day where it was recorded; days without one come first.
pub fn wall_clock(at: Occurred) -> Option<chrono::NaiveTime> {
    match at {
        Occurred::On(_) => None,
        Occurred::At(instant) => Some(instant.time()),
    }
}
