//! What the record says beside the facts: claims, payments, promises, offers, steps of the ladder,
//! agreements and what checks showed. One plain sentence each, of the same kind for every side.

use chrono::NaiveDate;
use holdfast_domain::document::Text;
use holdfast_domain::{
    CheckResult, Cited, Claim, Movement, MovementKind, Offer, OfferAnswer, Promise, PromiseOutcome,
    Remedy, Rung,
};

use super::{Entry, Order};
use crate::record::Record;
use crate::words::{self, capital, date, isolated, own_words, quoted};

pub(super) fn all(record: &Record<'_>) -> Vec<Entry> {
    let dispute = &record.dispute;
    let mut entries = Vec::new();
    dispute.claims.iter().for_each(|one| entries.push(claim(record, one)));
    entries.extend(dispute.rungs.iter().filter_map(|one| rung(record, one)));
    dispute.offers.iter().for_each(|one| entries.extend(offer(record, one)));
    dispute.promises.iter().for_each(|one| entries.extend(promise(record, one)));
    dispute.remedies.iter().for_each(|one| entries.extend(remedy(record, one)));
    for of_dispute in &dispute.claims {
        entries.extend(of_dispute.movements.iter().map(|one| movement(record, of_dispute, one)));
    }
    dispute.remedies.iter().for_each(|one| entries.extend(checks(one)));
    entries
}

/// An entry of the household's own record.
fn recorded(day: NaiveDate, source: &str, what: String) -> Entry {
    Entry {
        day,
        order: Order::Recorded,
        fact: None,
        date: date(day),
        what,
        source: Text::plain(source),
        status: "recorded".to_owned(),
    }
}

/// The same entry with the exhibits that it rests on.
fn resting_on(record: &Record<'_>, of: Cited, entry: Entry) -> Entry {
    let source = record.exhibits.cited(&[of], entry.source);
    Entry { source, ..entry }
}

fn claim(record: &Record<'_>, claim: &Claim) -> Entry {
    let vendor = record.vendor_name(claim.vendor);
    let mut said =
        format!("A claim of {} on {vendor} arose: {}", claim.amount, own_words(&claim.reason));
    if let Some(due) = claim.due_on {
        said.push_str(&format!(" It is due by {}.", date(due)));
    }
    if let Some(cause) = because_of(record, claim) {
        said.push_str(&format!(" It follows from {cause}."));
    }
    let entry = recorded(claim.arose_on, "Record of claims", said);
    resting_on(record, Cited::Claim(claim.id), entry)
}

/// The event from which a claim follows, as “the statement of 20 February 2026”.
pub(crate) fn because_of(record: &Record<'_>, claim: &Claim) -> Option<String> {
    let event = record.events.iter().find(|event| Some(event.id) == claim.because_of)?;
    Some(format!("the {} of {}", words::occasion(event.channel), date(event.time.at.day())))
}

fn movement(record: &Record<'_>, claim: &Claim, movement: &Movement) -> Entry {
    let (vendor, sum) = (record.vendor_name(claim.vendor), movement.amount);
    let did = match movement.kind {
        MovementKind::Received => format!("Payment of {sum} from {vendor}"),
        MovementKind::Credited => format!("Credit of {sum} from {vendor}"),
        MovementKind::ProvisionalCredit => format!("Provisional credit of {sum} from {vendor}"),
        MovementKind::Waived => format!("Waiver of {sum} by {vendor}"),
        MovementKind::WrittenOff => format!("The household let go of {sum} that {vendor} owed"),
        MovementKind::Reversed => format!("Reversal: {vendor} took back {sum}"),
    };
    let reference = movement.reference.as_deref().map(|text| format!(", {}", isolated(text)));
    let said =
        format!("{did}{}, on the claim {}.", reference.unwrap_or_default(), quoted(&claim.reason));
    recorded(movement.on, "Record of payments", said)
}

fn rung(record: &Record<'_>, rung: &Rung) -> Option<Entry> {
    let day = rung.reached_on?;
    let who = record.who(rung.contact, rung.vendor);
    let job =
        rung.contact.and_then(|id| record.contact(id)).and_then(|person| person.job.as_deref());
    let job = job.map(|job| format!(", {}", isolated(job))).unwrap_or_default();
    let put = match who {
        Some(who) => format!("The matter was put to {who}{job}."),
        None => "The matter was taken a step further.".to_owned(),
    };
    let mut said = format!("{put} Reason: {}", own_words(&rung.reason));
    if let Some(result) = &rung.result {
        said.push_str(&format!(" Result: {}", own_words(result)));
    }
    Some(recorded(day, "Record of steps", said))
}

fn offer(record: &Record<'_>, offer: &Offer) -> Vec<Entry> {
    let by = record.who(offer.by, offer.vendor);
    let by = by.map(|who| format!(" by {who}")).unwrap_or_default();
    let sum = offer.amount.map(|sum| format!(" of {sum}")).unwrap_or_default();
    let mut said = format!("Offer{sum}{by}: {}", own_words(&offer.terms));
    if let Some(until) = offer.open_until {
        said.push_str(&format!(" It was open until {}.", date(until)));
    }
    match (offer.answer, offer.answered_on) {
        (None, _) => said.push_str(" No answer is recorded."),
        (Some(answer), None) => said.push_str(&format!(" It was {}.", answered(answer))),
        (Some(_), Some(_)) => {}
    }
    let made = recorded(offer.on, "Record of offers", said);
    let answer = offer.answer.zip(offer.answered_on).map(|(answer, day)| {
        let said = format!(
            "The offer{sum} of {}{by} was {}: {}",
            date(offer.on),
            answered(answer),
            own_words(&offer.terms)
        );
        recorded(day, "Record of offers", said)
    });
    std::iter::once(made).chain(answer).collect()
}

fn answered(answer: OfferAnswer) -> &'static str {
    match answer {
        OfferAnswer::Accepted => "accepted",
        OfferAnswer::Declined => "declined",
    }
}

fn promise(record: &Record<'_>, promise: &Promise) -> Vec<Entry> {
    let by = record.who(promise.by, promise.vendor);
    let by = by.map(|who| format!(" by {who}")).unwrap_or_default();
    let mut said = format!("Promise{by}: {}", own_words(&promise.what));
    if let Some(due) = promise.due_on {
        said.push_str(&format!(" It was due by {}.", date(due)));
    }
    match (promise.outcome, promise.outcome_on) {
        (None, _) => said.push_str(&format!(" No outcome is recorded by {}.", date(record.on))),
        (Some(outcome), None) => said.push_str(&format!(" It was {}.", outcome_words(outcome))),
        (Some(_), Some(_)) => {}
    }
    let made = recorded(promise.made_on, "Record of promises", said);
    let made = resting_on(record, Cited::Promise(promise.id), made);
    let ended = promise.outcome.zip(promise.outcome_on).map(|(outcome, day)| {
        let said = format!(
            "The promise of {}{by} was {}: {}",
            date(promise.made_on),
            outcome_words(outcome),
            own_words(&promise.what)
        );
        recorded(day, "Record of promises", said)
    });
    std::iter::once(made).chain(ended).collect()
}

fn outcome_words(outcome: PromiseOutcome) -> &'static str {
    match outcome {
        PromiseOutcome::Kept => "kept",
        PromiseOutcome::Broken => "not kept",
        PromiseOutcome::Withdrawn => "withdrawn",
    }
}

fn remedy(record: &Record<'_>, remedy: &Remedy) -> Vec<Entry> {
    let kind = capital(words::remedy_kind(remedy.kind));
    let vendor = remedy.vendor.or_else(|| record.vendor_of_remedy(remedy));
    let with = record.who(remedy.by, vendor);
    let with = with.map(|who| format!(" by {who}")).unwrap_or_default();
    let mut said = format!("{kind} agreed{with}: {}", own_words(&remedy.what));
    if let Some(scope) = &remedy.scope {
        said.push_str(&format!(" It covers: {}", own_words(scope)));
    }
    if let Some(caveat) = &remedy.caveat {
        said.push_str(&format!(" Condition: {}", own_words(caveat)));
    }
    if let Some(day) = remedy.expected_by {
        said.push_str(&format!(" Expected by {}.", date(day)));
    }
    let agreed = recorded(remedy.agreed_on, "Record of remedies", said);
    let agreed = resting_on(record, Cited::Remedy(remedy.id), agreed);
    let delivered = remedy.delivered_on.map(|day| {
        let said = format!("{kind} delivered: {}", own_words(&remedy.what));
        recorded(day, "Record of remedies", said)
    });
    std::iter::once(agreed).chain(delivered).collect()
}

/// What checks showed; those that settled nothing stand under the remedy alone.
fn checks(remedy: &Remedy) -> Vec<Entry> {
    let shown = |result: Option<CheckResult>| match result {
        Some(CheckResult::Holds) => Some("holds"),
        Some(CheckResult::DoesNotHold) => Some("does not hold"),
        Some(CheckResult::Unclear) | None => None,
    };
    let done =
        remedy.checks.iter().filter_map(|check| Some((check.done_on?, shown(check.result)?)));
    done.map(|(day, shown)| {
        let kind = words::remedy_kind(remedy.kind);
        let said = format!("A check showed that the {kind} {shown}: {}", own_words(&remedy.what));
        recorded(day, "Record of checks", said)
    })
    .collect()
}
