//! What was said and has not been put in writing.

use chrono::{Days, NaiveDate};
use holdfast_domain::rules::{as_on, parties};
use holdfast_domain::{ContactId, Dispute, Event, LetterKind, OfferAnswer, VendorId};

use super::{Proposal, Why};
use crate::Case;
use crate::record::{is_spoken, is_written_answer, sent_before};

/// For so many days a letter still says “our conversation of …” naturally.
const LATELY: Days = Days::new(30);

/// Confirmations of what was agreed lately in a conversation: the newest of each vendor, for it holds
/// what the earlier ones came to.
pub(super) fn confirmations(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    let agreed = |event: &Event| {
        let day = event.time.at.day();
        let vendors = parties::vendors_of_event(event, case.contacts);
        let here = |vendor: Option<VendorId>| vendor.is_some_and(|one| vendors.contains(&one));
        let contacts = case.contacts;
        let mut remedies = dispute.remedies.iter();
        let mut promises = dispute.promises.iter();
        let mut offers = dispute.offers.iter();
        remedies.any(|one| {
            one.agreed_on == day && here(parties::vendor_of_remedy(one, dispute, contacts))
        }) || promises
            .any(|one| one.made_on == day && here(parties::vendor_of_promise(one, contacts)))
            || offers.any(|one| {
                one.answer == Some(OfferAnswer::Accepted)
                    && one.answered_on.unwrap_or(one.on) == day
                    && here(parties::vendor_of_offer(one, contacts))
            })
    };
    let mut told: Vec<VendorId> = Vec::new();
    let mut newest = |event: &Event| {
        let vendors = parties::vendors_of_event(event, case.contacts);
        let known = vendors.iter().any(|vendor| told.contains(vendor));
        told.extend(vendors);
        !known
    };
    conversations(case, on)
        .into_iter()
        .filter(|event| agreed(event) && newest(event) && !in_writing(case, event, on))
        .filter_map(|event| {
            let why = Why::AgreedInConversation { on: event.time.at.day() };
            proposal(case, &event, LetterKind::Confirmation, why)
        })
        .collect()
}

/// Requests for refusals that were given in a conversation lately.
pub(super) fn refusals(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Vec<Proposal> {
    // A vendor that agreed to something since has left its refusal behind.
    let came_round = |event: &Event| {
        let vendors = parties::vendors_of_event(event, case.contacts);
        dispute.remedies.iter().any(|one| {
            let vendor = parties::vendor_of_remedy(one, dispute, case.contacts);
            one.agreed_on >= event.time.at.day() && vendor.is_some_and(|id| vendors.contains(&id))
        })
    };
    let refused = |event: &Event| {
        let day = Some(event.time.at.day());
        dispute.rungs.iter().any(|rung| {
            rung.reached_on == day
                && rung.contact.is_some_and(|id| event.contacts.contains(&id))
                && rung.result.as_deref().is_some_and(is_refusal)
        }) && !came_round(event)
    };
    conversations(case, on)
        .into_iter()
        .filter(|event| refused(event) && !in_writing(case, event, on))
        .filter_map(|event| {
            let why = Why::RefusedInConversation { on: event.time.at.day() };
            proposal(case, &event, LetterKind::RefusalRequest, why)
        })
        .collect()
}

/// Whether the result of a rung is a no.
fn is_refusal(result: &str) -> bool {
    const WORDS: [&str; 8] =
        ["refus", "declin", "denied", "reject", "cannot", "could not", "not possible", "unable"];
    let result = result.to_lowercase();
    let first = result.split(|c: char| !c.is_alphabetic()).next();
    first == Some("no") || WORDS.iter().any(|word| result.contains(word))
}

/// The conversations of the last weeks, the newest first.
fn conversations(case: &Case<'_>, on: NaiveDate) -> Vec<Event> {
    let since = on.checked_sub_days(LATELY).unwrap_or(NaiveDate::MIN);
    let mut events = as_on::events(case.events, on, &Default::default());
    events.retain(|event| {
        is_spoken(event.channel)
            && event.answered != Some(false)
            && event.time.at.day() >= since
            && (!event.contacts.is_empty() || event.vendor.is_some())
    });
    events.reverse();
    events
}

/// Whether something was written about it since: by the vendor, or by the household to the vendor.
fn in_writing(case: &Case<'_>, event: &Event, on: NaiveDate) -> bool {
    let vendors = parties::vendors_of_event(event, case.contacts);
    let day = event.time.at.day();
    let later = |one: &Event| {
        is_written_answer(one)
            && one.id != event.id
            && (day..=on).contains(&one.time.at.day())
            && parties::vendors_of_event(one, case.contacts).iter().any(|v| vendors.contains(v))
    };
    let settled = |kind| matches!(kind, LetterKind::Confirmation | LetterKind::RefusalRequest);
    case.events.iter().any(later)
        || sent_before(case, on)
            .any(|one| one.on >= day && settled(one.kind) && vendors.contains(&one.to_vendor))
}

/// The letter about the conversation, to the last person in it.
fn proposal(case: &Case<'_>, event: &Event, kind: LetterKind, why: Why) -> Option<Proposal> {
    let to_contact: Option<ContactId> = event.contacts.last().copied();
    let of_person = to_contact.and_then(|id| parties::vendor_of_contact(id, case.contacts));
    let to_vendor = of_person.or(event.vendor)?;
    Some(Proposal { kind, why, about: Some(event.id), to_vendor, to_contact })
}
