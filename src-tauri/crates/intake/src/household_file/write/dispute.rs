//! A dispute with everything in it.

use holdfast_domain::{
    Advocacy, Check, Claim, ContactId, Dispute, Event, FactStatus, Movement, NextStep, Offer,
    Party, Precision, Promise, Remedy, Rung, Subject, VendorId,
};

use super::Keys;
use super::value::{Fields, Value};

pub(super) fn dispute(dispute: &Dispute, events: &[&Event], keys: &Keys) -> Value {
    let fields = Fields::new()
        .text("key", keys.disputes.key(dispute.id))
        .text("title", &dispute.title)
        .text("goal", &dispute.goal)
        .day("opened_on", dispute.opened_on)
        .text("lead", keys.members.key(dispute.lead))
        .maybe_day("closed_on", dispute.closed_on)
        .maybe_text("closed_as", dispute.closed_as);
    let subject = subject(&dispute.subject);
    let fields = if subject.is_empty() { fields } else { fields.with("subject", subject.object()) };
    fields
        .maybe_text("effect", dispute.effect.as_ref())
        .maybe_list("parties", dispute.parties.iter().map(|one| party(one, keys)))
        .maybe_list("claims", dispute.claims.iter().map(|one| claim(one, keys)))
        .maybe_list("events", events.iter().map(|one| event(one, keys)))
        .maybe_list("promises", dispute.promises.iter().map(|one| promise(one, keys)))
        .maybe_list("offers", dispute.offers.iter().map(|one| offer(one, keys)))
        .maybe_list("rungs", dispute.rungs.iter().map(|one| rung(one, keys)))
        .maybe_list("advocates", dispute.advocates.iter().map(|one| advocacy(one, keys)))
        .maybe_list("remedies", dispute.remedies.iter().map(|one| remedy(one, keys)))
        .maybe_list("next_steps", dispute.next_steps.iter().map(|one| next_step(one, keys)))
        .object()
}

fn subject(subject: &Subject) -> Fields {
    Fields::new()
        .maybe_text("what", subject.what.as_ref())
        .maybe_day("bought_on", subject.bought_on)
        .maybe_text("where", subject.place.as_ref())
        .maybe_text("price", subject.price.map(|price| price.decimal()))
        .maybe_text("currency", subject.price.map(|price| price.currency()))
        .maybe_text("paid_by", subject.paid_by.as_ref())
        .maybe_text("order", subject.order.as_ref())
        .maybe_text("account", subject.account.as_ref())
        .maybe_text("model", subject.model.as_ref())
        .maybe_text("serial", subject.serial.as_ref())
}

fn party(party: &Party, keys: &Keys) -> Value {
    let roles = party.roles.iter().map(|role| Value::Text(role.to_string()));
    Fields::new()
        .text("vendor", keys.vendors.key(party.vendor))
        .list("roles", roles)
        .maybe_text("reference", party.reference.as_ref())
        .maybe_text("policy", party.policy.as_ref())
        .maybe_text("rationale", party.rationale.as_ref())
        .object()
}

fn claim(claim: &Claim, keys: &Keys) -> Value {
    Fields::new()
        .text("key", keys.claims.key(claim.id))
        .text("vendor", keys.vendors.key(claim.vendor))
        .text("amount", claim.amount.decimal())
        .text("currency", claim.amount.currency())
        .text("for", &claim.reason)
        .day("arose_on", claim.arose_on)
        .maybe_day("due_on", claim.due_on)
        .maybe_text("because_of", claim.because_of.map(|id| keys.events.key(id)))
        .maybe_list("movements", claim.movements.iter().map(|one| movement(one, keys)))
        .object()
}

fn movement(movement: &Movement, keys: &Keys) -> Value {
    Fields::new()
        .text("kind", movement.kind)
        .text("amount", movement.amount.decimal())
        .day("on", movement.on)
        .maybe_text("reference", movement.reference.as_ref())
        .maybe_text("remedy", movement.remedy.map(|id| keys.remedies.key(id)))
        .object()
}

fn event(event: &Event, keys: &Keys) -> Value {
    let facts = event.facts.iter().map(|fact| {
        Fields::new()
            .text("text", &fact.text)
            .unless("status", FactStatus::Undisputed, fact.status)
            .maybe_text("acknowledged_by", fact.acknowledged_by.map(|id| keys.contacts.key(id)))
            .object()
    });
    Fields::new()
        .text("key", keys.events.key(event.id))
        .occurred("at", event.time.at)
        .unless("precision", Precision::Exact, event.time.precision)
        .text("channel", event.channel)
        .text("direction", event.direction)
        .maybe_text("vendor", event.vendor.map(|id| keys.vendors.key(id)))
        .maybe_texts("contacts", event.contacts.iter().map(|id| keys.contacts.key(*id)))
        .maybe_bool("answered", event.answered)
        .maybe_whole("waited_minutes", event.waited_minutes)
        .maybe_whole("minutes", event.minutes)
        .maybe_list("facts", facts)
        .maybe_text("note", event.note.as_ref())
        .object()
}

impl Fields {
    /// Who undertook something: a person, a vendor, or both.
    fn by(self, by: Option<ContactId>, vendor: Option<VendorId>, keys: &Keys) -> Self {
        self.maybe_text("by", by.map(|id| keys.contacts.key(id)))
            .maybe_text("vendor", vendor.map(|id| keys.vendors.key(id)))
    }
}

fn promise(promise: &Promise, keys: &Keys) -> Value {
    Fields::new()
        .by(promise.by, promise.vendor, keys)
        .day("made_on", promise.made_on)
        .text("what", &promise.what)
        .maybe_day("due_on", promise.due_on)
        .maybe_text("outcome", promise.outcome)
        .maybe_day("outcome_on", promise.outcome_on)
        .object()
}

fn offer(offer: &Offer, keys: &Keys) -> Value {
    Fields::new()
        .by(offer.by, offer.vendor, keys)
        .day("on", offer.on)
        .text("terms", &offer.terms)
        .maybe_text("amount", offer.amount.map(|amount| amount.decimal()))
        .maybe_text("currency", offer.amount.map(|amount| amount.currency()))
        .maybe_day("open_until", offer.open_until)
        .maybe_text("answer", offer.answer)
        .maybe_day("answered_on", offer.answered_on)
        .object()
}

fn rung(rung: &Rung, keys: &Keys) -> Value {
    Fields::new()
        .maybe_text("contact", rung.contact.map(|id| keys.contacts.key(id)))
        .maybe_text("vendor", rung.vendor.map(|id| keys.vendors.key(id)))
        .maybe_day("reached_on", rung.reached_on)
        .text("reason", &rung.reason)
        .maybe_text("result", rung.result.as_ref())
        .object()
}

fn advocacy(help: &Advocacy, keys: &Keys) -> Value {
    Fields::new()
        .text("contact", keys.contacts.key(help.contact))
        .day("on", help.on)
        .text("did", &help.did)
        .maybe_day("thanked_on", help.thanked_on)
        .maybe_bool("may_quote", help.may_quote.then_some(true))
        .object()
}

fn remedy(remedy: &Remedy, keys: &Keys) -> Value {
    Fields::new()
        .text("key", keys.remedies.key(remedy.id))
        .text("kind", remedy.kind)
        .by(remedy.by, remedy.vendor, keys)
        .day("agreed_on", remedy.agreed_on)
        .text("what", &remedy.what)
        .maybe_text("scope", remedy.scope.as_ref())
        .maybe_text("caveat", remedy.caveat.as_ref())
        .maybe_text("before_use", remedy.before_use.as_ref())
        .maybe_text("claim", remedy.claim.map(|id| keys.claims.key(id)))
        .maybe_day("expected_by", remedy.expected_by)
        .maybe_day("delivered_on", remedy.delivered_on)
        .maybe_day("ends_on", remedy.ends_on)
        .maybe_day("satisfied_on", remedy.satisfied_on)
        .maybe_list("checks", remedy.checks.iter().map(check))
        .object()
}

fn check(check: &Check) -> Value {
    Fields::new()
        .day("due_on", check.due_on)
        .maybe_day("done_on", check.done_on)
        .maybe_text("result", check.result)
        .maybe_text("note", check.note.as_ref())
        .object()
}

fn next_step(step: &NextStep, keys: &Keys) -> Value {
    Fields::new()
        .day("on", step.on)
        .maybe_time("at", step.at)
        .text("what", &step.what)
        .maybe_text("channel", step.channel)
        .maybe_text("contact", step.contact.map(|id| keys.contacts.key(id)))
        .maybe_day("done_on", step.done_on)
        .object()
}
