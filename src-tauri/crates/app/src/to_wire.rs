//! From the nouns of `domain` to what screens show. Nothing is decided here.

use holdfast_domain as domain;
use holdfast_domain::rules::balance::{Balance, Total};
use holdfast_domain::{NaiveDate, Occurred};

use crate::wire;

pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

pub(crate) fn day_option(value: Option<NaiveDate>) -> Option<String> {
    value.map(day)
}

pub(crate) fn occurred(at: Occurred) -> String {
    match at {
        Occurred::On(on) => day(on),
        Occurred::At(instant) => instant.to_rfc3339(),
    }
}

pub(crate) fn money(money: domain::Money) -> wire::Money {
    wire::Money { amount: money.decimal(), currency: money.currency().code().to_owned() }
}

pub(crate) fn balance(of: &Balance) -> wire::Balance {
    wire::Balance {
        claimed: money(of.claimed),
        received: money(of.received),
        credited: money(of.credited),
        provisional_credit: money(of.provisional_credit),
        waived: money(of.waived),
        written_off: money(of.written_off),
        reversed: money(of.reversed),
        outstanding: money(of.outstanding),
        overpaid: money(of.overpaid),
    }
}

pub(crate) fn total(of: &Total) -> wire::Total {
    wire::Total { outstanding: money(of.outstanding), overpaid: money(of.overpaid) }
}

fn id<I: std::fmt::Display>(id: I) -> Option<String> {
    Some(id.to_string())
}

fn id_option<I: std::fmt::Display>(id: Option<I>) -> Option<String> {
    id.map(|id| id.to_string())
}

pub(crate) fn member(of: &domain::Member) -> wire::Member {
    wire::Member {
        id: id(of.id),
        name: of.name.clone(),
        address: of.address.clone(),
        email: of.email.clone(),
        phone: of.phone.clone(),
    }
}

pub(crate) fn vendor(of: &domain::Vendor) -> wire::Vendor {
    wire::Vendor {
        id: id(of.id),
        name: of.name.clone(),
        kind: of.kind.into(),
        address: of.address.clone(),
        country: of.country.clone(),
        channels: of.channels.iter().map(channel).collect(),
        known_as: of.known_as.clone(),
    }
}

pub(crate) fn channel(of: &domain::VendorChannel) -> wire::VendorChannel {
    wire::VendorChannel {
        id: id(of.id),
        kind: of.kind.into(),
        value: of.value.clone(),
        label: of.label.clone(),
    }
}

pub(crate) fn contact(of: &domain::Contact) -> wire::Contact {
    wire::Contact {
        id: id(of.id),
        vendor: of.vendor.to_string(),
        name: of.name.clone(),
        job: of.job.clone(),
        department: of.department.clone(),
        phone: of.phone.clone(),
        email: of.email.clone(),
        supervisor: id_option(of.supervisor),
    }
}

pub(crate) fn dispute(of: &domain::Dispute) -> wire::Dispute {
    let subject = &of.subject;
    wire::Dispute {
        id: id(of.id),
        title: of.title.clone(),
        goal: of.goal.clone(),
        opened_on: day(of.opened_on),
        lead: of.lead.to_string(),
        closed_on: day_option(of.closed_on),
        closed_as: of.closed_as.map(Into::into),
        effect: of.effect.clone(),
        subject: wire::Subject {
            what: subject.what.clone(),
            bought_on: day_option(subject.bought_on),
            place: subject.place.clone(),
            price: subject.price.map(money),
            paid_by: subject.paid_by.clone(),
            order: subject.order.clone(),
            account: subject.account.clone(),
            model: subject.model.clone(),
            serial: subject.serial.clone(),
        },
    }
}

pub(crate) fn party(of: &domain::Party) -> wire::Party {
    wire::Party {
        id: id(of.id),
        vendor: of.vendor.to_string(),
        roles: of.roles.iter().map(Into::into).collect(),
        reference: of.reference.clone(),
        policy: of.policy.clone(),
        rationale: of.rationale.clone(),
    }
}

pub(crate) fn claim(of: &domain::Claim) -> wire::Claim {
    wire::Claim {
        id: id(of.id),
        vendor: of.vendor.to_string(),
        amount: money(of.amount),
        reason: of.reason.clone(),
        arose_on: day(of.arose_on),
        due_on: day_option(of.due_on),
        because_of: id_option(of.because_of),
    }
}

pub(crate) fn movement(of: &domain::Movement) -> wire::Movement {
    wire::Movement {
        id: id(of.id),
        kind: of.kind.into(),
        amount: money(of.amount),
        on: day(of.on),
        reference: of.reference.clone(),
        remedy: id_option(of.remedy),
    }
}

pub(crate) fn event(of: &domain::Event) -> wire::Event {
    wire::Event {
        id: id(of.id),
        dispute: of.dispute.to_string(),
        at: occurred(of.time.at),
        precision: of.time.precision.into(),
        channel: of.channel.into(),
        direction: of.direction.into(),
        vendor: id_option(of.vendor),
        contacts: of.contacts.iter().map(ToString::to_string).collect(),
        answered: of.answered,
        waited_minutes: of.waited_minutes,
        minutes: of.minutes,
        facts: of
            .facts
            .iter()
            .map(|fact| wire::Fact {
                id: id(fact.id),
                text: fact.text.clone(),
                status: fact.status.into(),
                acknowledged_by: id_option(fact.acknowledged_by),
            })
            .collect(),
        note: of.note.clone(),
    }
}

pub(crate) fn issue(of: &domain::Issue) -> wire::Issue {
    wire::Issue {
        id: id(of.id),
        vendor: id_option(of.vendor),
        question: of.question.clone(),
        term: of.term.clone(),
        source: of.source.clone(),
        facts: of.facts.iter().map(ToString::to_string).collect(),
        reply: of.reply.clone(),
        replied_on: day_option(of.replied_on),
        replied_at: id_option(of.replied_at),
        answer: of.answer.map(Into::into),
    }
}

pub(crate) fn promise(of: &domain::Promise) -> wire::Promise {
    wire::Promise {
        id: id(of.id),
        by: id_option(of.by),
        vendor: id_option(of.vendor),
        made_on: day(of.made_on),
        what: of.what.clone(),
        due_on: day_option(of.due_on),
        outcome: of.outcome.map(Into::into),
        outcome_on: day_option(of.outcome_on),
    }
}

pub(crate) fn offer(of: &domain::Offer) -> wire::Offer {
    wire::Offer {
        id: id(of.id),
        by: id_option(of.by),
        vendor: id_option(of.vendor),
        on: day(of.on),
        terms: of.terms.clone(),
        amount: of.amount.map(money),
        open_until: day_option(of.open_until),
        answer: of.answer.map(Into::into),
        answered_on: day_option(of.answered_on),
    }
}

pub(crate) fn rung(of: &domain::Rung) -> wire::Rung {
    wire::Rung {
        id: id(of.id),
        contact: id_option(of.contact),
        vendor: id_option(of.vendor),
        reached_on: day_option(of.reached_on),
        reason: of.reason.clone(),
        result: of.result.clone(),
    }
}

pub(crate) fn advocacy(of: &domain::Advocacy) -> wire::Advocacy {
    wire::Advocacy {
        id: id(of.id),
        contact: of.contact.to_string(),
        on: day(of.on),
        did: of.did.clone(),
        thanked_on: day_option(of.thanked_on),
        may_quote: of.may_quote,
    }
}

pub(crate) fn remedy(of: &domain::Remedy) -> wire::Remedy {
    wire::Remedy {
        id: id(of.id),
        kind: of.kind.into(),
        by: id_option(of.by),
        vendor: id_option(of.vendor),
        agreed_on: day(of.agreed_on),
        what: of.what.clone(),
        scope: of.scope.clone(),
        caveat: of.caveat.clone(),
        before_use: of.before_use.clone(),
        claim: id_option(of.claim),
        expected_by: day_option(of.expected_by),
        delivered_on: day_option(of.delivered_on),
        ends_on: day_option(of.ends_on),
        satisfied_on: day_option(of.satisfied_on),
    }
}

pub(crate) fn check(of: &domain::Check) -> wire::Check {
    wire::Check {
        id: id(of.id),
        due_on: day(of.due_on),
        done_on: day_option(of.done_on),
        result: of.result.map(Into::into),
        note: of.note.clone(),
    }
}

pub(crate) fn next_step(of: &domain::NextStep) -> wire::NextStep {
    wire::NextStep {
        id: id(of.id),
        on: day(of.on),
        at: of.at.map(|at| at.format("%H:%M").to_string()),
        what: of.what.clone(),
        channel: of.channel.map(Into::into),
        contact: id_option(of.contact),
        done_on: day_option(of.done_on),
    }
}

pub(crate) fn instant(instant: domain::DateTime<domain::Utc>) -> String {
    instant.to_rfc3339()
}
