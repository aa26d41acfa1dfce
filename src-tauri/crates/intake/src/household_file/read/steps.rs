//! Promises, offers, rungs, help and next steps.

use holdfast_domain::{Advocacy, NextStep, Offer, Promise, Rung};

use super::object::Object;
use super::{Ids, Keys};

pub(super) fn promise(object: &Object<'_>, keys: &Keys<'_>, ids: &mut Ids<'_>) -> Option<Promise> {
    object.only(&["by", "vendor", "made_on", "what", "due_on", "outcome", "outcome_on"]);
    let by = object.maybe_reference("by", "contact", &keys.contacts);
    let vendor = object.maybe_reference("vendor", "vendor", &keys.vendors);
    let made_on = object.day("made_on");
    let what = object.prose("what");
    let due_on = object.maybe_day("due_on");
    let outcome = object.maybe_word("outcome");
    let outcome_on = object.maybe_day("outcome_on");
    let (made_on, what) = (made_on?, what?);
    Some(Promise { id: ids.of(object), by, vendor, made_on, what, due_on, outcome, outcome_on })
}

pub(super) fn offer(object: &Object<'_>, keys: &Keys<'_>, ids: &mut Ids<'_>) -> Option<Offer> {
    object.only(&[
        "by",
        "vendor",
        "on",
        "terms",
        "amount",
        "currency",
        "open_until",
        "answer",
        "answered_on",
    ]);
    let by = object.maybe_reference("by", "contact", &keys.contacts);
    let vendor = object.maybe_reference("vendor", "vendor", &keys.vendors);
    let on = object.day("on");
    let terms = object.prose("terms");
    let amount = object.maybe_money();
    let open_until = object.maybe_day("open_until");
    let answer = object.maybe_word("answer");
    let answered_on = object.maybe_day("answered_on");
    let (on, terms) = (on?, terms?);
    Some(Offer {
        id: ids.of(object),
        by,
        vendor,
        on,
        terms,
        amount,
        open_until,
        answer,
        answered_on,
    })
}

pub(super) fn rung(object: &Object<'_>, keys: &Keys<'_>, ids: &mut Ids<'_>) -> Option<Rung> {
    object.only(&["contact", "vendor", "reached_on", "reason", "result"]);
    let contact = object.maybe_reference("contact", "contact", &keys.contacts);
    let vendor = object.maybe_reference("vendor", "vendor", &keys.vendors);
    let reached_on = object.maybe_day("reached_on");
    let reason = object.prose("reason");
    let result = object.maybe_prose("result");
    Some(Rung { id: ids.of(object), contact, vendor, reached_on, reason: reason?, result })
}

pub(super) fn advocacy(
    object: &Object<'_>,
    keys: &Keys<'_>,
    ids: &mut Ids<'_>,
) -> Option<Advocacy> {
    object.only(&["contact", "on", "did", "thanked_on", "may_quote"]);
    let contact = object.reference("contact", "contact", &keys.contacts);
    let on = object.day("on");
    let did = object.prose("did");
    let thanked_on = object.maybe_day("thanked_on");
    let may_quote = object.yes_or_no("may_quote").unwrap_or(false);
    let (contact, on, did) = (contact?, on?, did?);
    Some(Advocacy { id: ids.of(object), contact, on, did, thanked_on, may_quote })
}

pub(super) fn next_step(
    object: &Object<'_>,
    keys: &Keys<'_>,
    ids: &mut Ids<'_>,
) -> Option<NextStep> {
    object.only(&["on", "at", "what", "channel", "contact", "done_on"]);
    let on = object.day("on");
    let at = object.time_of_day("at");
    let what = object.prose("what");
    let channel = object.maybe_word("channel");
    let contact = object.maybe_reference("contact", "contact", &keys.contacts);
    let done_on = object.maybe_day("done_on");
    Some(NextStep { id: ids.of(object), on: on?, at, what: what?, channel, contact, done_on })
}
