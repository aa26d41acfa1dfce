//! What was asked or promised, and has had no answer.

use chrono::NaiveDate;
use holdfast_domain::rules::remedy::reversed_on;
use holdfast_domain::rules::{PromiseStatus, RemedyStatus, parties, promise_status, remedy_status};
use holdfast_domain::{
    ContactId, Dispute, Event, EventId, LetterKind, Promise, SentLetter, VendorId,
};

use super::{Proposal, Why};
use crate::country::is_united_kingdom;
use crate::record::{is_written_answer, sent_before};
use crate::{Case, prepare, recipient};

/// The letters that waiting calls for: the strongest that fits each vendor first, then promises and
/// remedies.
pub(super) fn proposals(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    let mut vendors: Vec<VendorId> = Vec::new();
    for letter in sent_before(case, on).filter(|one| !prepare::is_thanks(one.kind)) {
        if !vendors.contains(&letter.to_vendor) {
            vendors.push(letter.to_vendor);
        }
    }
    let waiting = vendors.into_iter().flat_map(|vendor| unanswered(case, dispute, vendor, on));
    let mut all: Vec<Proposal> = waiting.collect();
    all.extend(promises(case, dispute, on));
    all.extend(remedies(case, dispute, on));
    all
}

/// What fits a vendor that owes an answer to our letters.
fn unanswered(
    case: &Case<'_>,
    dispute: &Dispute,
    vendor: VendorId,
    on: NaiveDate,
) -> Vec<Proposal> {
    let answered = last_answer(case, vendor, on);
    let waiting: Vec<&SentLetter> = sent_before(case, on)
        .filter(|one| one.to_vendor == vendor && !prepare::is_thanks(one.kind))
        .filter(|one| answered.is_none_or(|day| day < one.on))
        .collect();
    let (Some(first), Some(last)) = (waiting.first(), waiting.last()) else { return Vec::new() };
    let reply_by = last.reply_by.unwrap_or_else(|| case.pace.second(last.on));
    if reply_by >= on {
        return Vec::new();
    }
    let (since, days) = (first.on, (on - first.on).num_days());
    let sent = |kind| waiting.iter().any(|one| one.kind == kind);
    let to_last = |kind, why| Proposal {
        kind,
        why,
        about: Some(last.event),
        to_vendor: vendor,
        to_contact: last.to_contact,
    };
    if sent(LetterKind::FinalNotice) || sent(LetterKind::BeforeClaim) {
        return after_final(case, dispute, last, reply_by, on);
    }
    let mut all = Vec::new();
    if case.pace.last(since) <= on && (sent(LetterKind::FollowUp) || sent(LetterKind::Escalation)) {
        all.push(to_last(LetterKind::FinalNotice, Why::LongUnanswered { since, days }));
    }
    if case.pace.third(since) <= on && sent(LetterKind::FollowUp) && !sent(LetterKind::Escalation) {
        let why = Why::NoAnswerToFollowUp { since, days };
        all.extend(recipient::one_rung_up(case, dispute, on).map(|to| Proposal {
            kind: LetterKind::Escalation,
            why,
            about: None,
            to_vendor: to.vendor,
            to_contact: to.contact,
        }));
    }
    all.push(to_last(LetterKind::FollowUp, Why::NoAnswer { sent_on: last.on, reply_by }));
    all
}

/// The day of a final notice has passed: the body that can decide is asked, or a letter before claim
/// is written where that is the custom.
fn after_final(
    case: &Case<'_>,
    dispute: &Dispute,
    last: &SentLetter,
    reply_by: NaiveDate,
    on: NaiveDate,
) -> Vec<Proposal> {
    let why = Why::FinalNoticePassed { sent_on: last.on, reply_by };
    let to =
        |kind, to_vendor, to_contact| Proposal { kind, why, about: None, to_vendor, to_contact };
    let body = recipient::body(case, dispute, on);
    let mut all: Vec<Proposal> = Vec::new();
    all.extend(body.map(|body| to(LetterKind::Escalation, body, None)));
    let vendor = case.vendors.iter().find(|vendor| vendor.id == last.to_vendor);
    let claims = dispute.claims.iter().any(|claim| claim.vendor == last.to_vendor);
    let before_claim = last.kind != LetterKind::BeforeClaim && claims;
    if vendor.is_some_and(|vendor| is_united_kingdom(vendor) && !vendor.kind.decides())
        && before_claim
    {
        all.push(to(LetterKind::BeforeClaim, last.to_vendor, last.to_contact));
    }
    all
}

/// The last day on which the vendor answered us in writing or called us.
fn last_answer(case: &Case<'_>, vendor: VendorId, on: NaiveDate) -> Option<NaiveDate> {
    let calls = |event: &Event| {
        event.direction == holdfast_domain::Direction::In && event.answered != Some(false)
    };
    let from = |event: &&Event| {
        (is_written_answer(event) || calls(event))
            && event.time.at.day() <= on
            && parties::vendors_of_event(event, case.contacts).contains(&vendor)
    };
    case.events.iter().filter(from).map(|event| event.time.at.day()).max()
}

/// Promises whose day has passed or that were broken, and that no letter has been written about
/// since. The newest first.
fn promises(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    let mut unkept: Vec<&Promise> = dispute
        .promises
        .iter()
        .filter(|one| match promise_status(one, on) {
            PromiseStatus::Overdue | PromiseStatus::Broken => true,
            PromiseStatus::Open | PromiseStatus::Kept | PromiseStatus::Withdrawn => false,
        })
        .collect();
    unkept.sort_by_key(|one| std::cmp::Reverse(one.due_on.unwrap_or(one.made_on)));
    unkept.into_iter().filter_map(|promise| of_promise(case, promise, on)).collect()
}

fn of_promise(case: &Case<'_>, promise: &Promise, on: NaiveDate) -> Option<Proposal> {
    let to_vendor = parties::vendor_of_promise(promise, case.contacts)?;
    let passed = promise.due_on.unwrap_or(promise.made_on);
    let chased = sent_before(case, on).any(|one| one.to_vendor == to_vendor && one.on > passed);
    if chased {
        return None;
    }
    let why = Why::PromiseNotKept {
        promise: promise.id,
        made_on: promise.made_on,
        due_on: promise.due_on,
    };
    let about = event_of_day(case, to_vendor, promise.by, promise.made_on);
    Some(Proposal { kind: LetterKind::FollowUp, why, about, to_vendor, to_contact: promise.by })
}

/// The contact with the vendor on that day, best the one with that person.
fn event_of_day(
    case: &Case<'_>,
    vendor: VendorId,
    person: Option<ContactId>,
    day: NaiveDate,
) -> Option<EventId> {
    let here = |event: &&Event| {
        event.time.at.day() == day
            && parties::vendors_of_event(event, case.contacts).contains(&vendor)
    };
    let with = |event: &Event| person.is_some_and(|person| event.contacts.contains(&person));
    let all = || case.events.iter().filter(here);
    all().find(|event| with(event)).or_else(|| all().next()).map(|event| event.id)
}

/// Remedies that are late or did not last, and that no letter has asked about since.
fn remedies(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    let lapsed =
        dispute.remedies.iter().filter(|one| match remedy_status(one, &dispute.claims, on) {
            RemedyStatus::Late | RemedyStatus::Reversed => true,
            RemedyStatus::Promised
            | RemedyStatus::Delivered
            | RemedyStatus::Holding
            | RemedyStatus::Expired => false,
        });
    let proposal = |remedy: &holdfast_domain::Remedy| {
        let to_vendor = parties::vendor_of_remedy(remedy, dispute, case.contacts)?;
        let lapsed_on = reversed_on(remedy, &dispute.claims, on);
        let known = lapsed_on.or(remedy.expected_by).unwrap_or(remedy.agreed_on);
        let written = sent_before(case, on).any(|one| {
            one.to_vendor == to_vendor && one.on > known && !prepare::is_thanks(one.kind)
        });
        let why = Why::RemedyLapsed { agreed_on: remedy.agreed_on };
        let about = event_of_day(case, to_vendor, remedy.by, remedy.agreed_on);
        let kind = LetterKind::FollowUp;
        (!written).then_some(Proposal { kind, why, about, to_vendor, to_contact: remedy.by })
    };
    lapsed.filter_map(proposal).collect()
}
