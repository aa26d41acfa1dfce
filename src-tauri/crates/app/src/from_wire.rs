//! From what a form sent to the nouns of `domain`. Text is trimmed, empty text is absent, and what
//! cannot be read names its field. Rules between fields are `domain::validity`'s.

use std::str::FromStr;

use holdfast_domain as domain;
use holdfast_domain::{Currency, DateTime, NaiveDate, NaiveTime, Occurred};
use uuid::Uuid;

use crate::clock::new_id;
use crate::error::refused;
use crate::wire;
use crate::wire::AppError;

/// Reads an id that a form refers to.
pub(crate) fn id<I: FromStr>(field: &str, text: &str) -> Result<I, AppError> {
    text.parse().map_err(|_| refused(field, "unknown_reference", []))
}

/// Reads an id that may be absent.
pub(crate) fn id_option<I: FromStr>(
    field: &str,
    text: Option<&str>,
) -> Result<Option<I>, AppError> {
    text.filter(|text| !text.is_empty()).map(|text| id(field, text)).transpose()
}

/// The id of a thing that is being saved: its own, or a new one.
pub(crate) fn own_id<I: FromStr + From<Uuid>>(text: Option<&str>) -> Result<I, AppError> {
    Ok(id_option("id", text)?.unwrap_or_else(new_id))
}

/// Reads a day written `YYYY-MM-DD`.
pub(crate) fn day(field: &str, text: &str) -> Result<NaiveDate, AppError> {
    if text.is_empty() {
        return Err(refused(field, "missing", []));
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| refused(field, "not_a_day", [("text", text)]))
}

pub(crate) fn day_option(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, AppError> {
    text.filter(|text| !text.is_empty()).map(|text| day(field, text)).transpose()
}

/// Reads a day, or an instant in RFC 3339.
pub(crate) fn occurred(field: &str, text: &str) -> Result<Occurred, AppError> {
    if text.contains('T') {
        DateTime::parse_from_rfc3339(text)
            .map(Occurred::At)
            .map_err(|_| refused(field, "not_a_day", [("text", text)]))
    } else {
        day(field, text).map(Occurred::On)
    }
}

/// Reads when something was, where that is said; exactly then unless it is said otherwise.
pub(crate) fn event_time_option(
    field: &str,
    text: Option<&str>,
    precision: Option<wire::Precision>,
) -> Result<Option<domain::EventTime>, AppError> {
    let at = line_option(text).map(|text| occurred(field, &text)).transpose()?;
    let precision = precision.unwrap_or(wire::Precision::Exact).into();
    Ok(at.map(|at| domain::EventTime { at, precision }))
}

pub(crate) fn time_option(field: &str, text: Option<&str>) -> Result<Option<NaiveTime>, AppError> {
    text.filter(|text| !text.is_empty())
        .map(|text| {
            NaiveTime::parse_from_str(text, "%H:%M")
                .map_err(|_| refused(field, "not_a_time", [("text", text)]))
        })
        .transpose()
}

pub(crate) fn money(field: &str, money: &wire::Money) -> Result<domain::Money, AppError> {
    let currency = Currency::from_code(&money.currency)
        .map_err(|_| refused(field, "unknown_currency", [("text", money.currency.as_str())]))?;
    domain::Money::parse(&money.amount, currency).map_err(|error| {
        let code = match error {
            domain::MoneyError::UnknownCurrency(_) => "unknown_currency",
            domain::MoneyError::NotAnAmount(_) => "not_an_amount",
            domain::MoneyError::TooManyDigits { .. } => "too_many_digits",
            domain::MoneyError::OutOfRange => "out_of_range",
            domain::MoneyError::MixedCurrencies(..) => "mixed_currencies",
        };
        refused(field, code, [("text", money.amount.as_str()), ("currency", currency.code())])
    })
}

pub(crate) fn money_option(
    field: &str,
    sum: Option<&wire::Money>,
) -> Result<Option<domain::Money>, AppError> {
    sum.map(|sum| money(field, sum)).transpose()
}

/// Text as it is kept: without white space around it.
pub(crate) fn line(text: &str) -> String {
    text.trim().to_owned()
}

/// Text that may be absent: empty text is.
pub(crate) fn line_option(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().filter_map(|text| line_option(Some(text))).collect()
}

pub(crate) fn member(from: &wire::Member) -> Result<domain::Member, AppError> {
    Ok(domain::Member {
        id: own_id(from.id.as_deref())?,
        name: line(&from.name),
        address: lines(&from.address),
        email: line_option(from.email.as_deref()),
        phone: line_option(from.phone.as_deref()),
    })
}

pub(crate) fn vendor(from: &wire::Vendor) -> Result<domain::Vendor, AppError> {
    Ok(domain::Vendor {
        id: own_id(from.id.as_deref())?,
        name: line(&from.name),
        kind: from.kind.into(),
        address: lines(&from.address),
        country: line_option(from.country.as_deref()),
        channels: from
            .channels
            .iter()
            .filter(|channel| !channel.value.trim().is_empty())
            .map(|channel| {
                Ok(domain::VendorChannel {
                    id: own_id(channel.id.as_deref())?,
                    kind: channel.kind.into(),
                    value: line(&channel.value),
                    label: line_option(channel.label.as_deref()),
                })
            })
            .collect::<Result<_, AppError>>()?,
        known_as: lines(&from.known_as),
    })
}

pub(crate) fn contact(from: &wire::Contact) -> Result<domain::Contact, AppError> {
    Ok(domain::Contact {
        id: own_id(from.id.as_deref())?,
        vendor: id("vendor", &from.vendor)?,
        name: line(&from.name),
        job: line_option(from.job.as_deref()),
        department: line_option(from.department.as_deref()),
        phone: line_option(from.phone.as_deref()),
        email: line_option(from.email.as_deref()),
        supervisor: id_option("supervisor", from.supervisor.as_deref())?,
    })
}

pub(crate) fn subject(from: &wire::Subject) -> Result<domain::Subject, AppError> {
    Ok(domain::Subject {
        what: line_option(from.what.as_deref()),
        bought_on: day_option("boughtOn", from.bought_on.as_deref())?,
        place: line_option(from.place.as_deref()),
        price: money_option("price", from.price.as_ref())?,
        paid_by: line_option(from.paid_by.as_deref()),
        order: line_option(from.order.as_deref()),
        account: line_option(from.account.as_deref()),
        model: line_option(from.model.as_deref()),
        serial: line_option(from.serial.as_deref()),
    })
}

pub(crate) fn party(
    from: &wire::Party,
    vendor: domain::VendorId,
) -> Result<domain::Party, AppError> {
    Ok(domain::Party {
        id: own_id(from.id.as_deref())?,
        vendor,
        roles: from.roles.iter().map(|role| domain::Role::from(*role)).collect(),
        reference: line_option(from.reference.as_deref()),
        policy: line_option(from.policy.as_deref()),
        rationale: line_option(from.rationale.as_deref()),
    })
}

/// A claim without its movements, which are saved one by one.
pub(crate) fn claim(from: &wire::Claim) -> Result<domain::Claim, AppError> {
    Ok(domain::Claim {
        id: own_id(from.id.as_deref())?,
        vendor: id("vendor", &from.vendor)?,
        amount: money("amount", &from.amount)?,
        reason: line(&from.reason),
        arose_on: day("aroseOn", &from.arose_on)?,
        due_on: day_option("dueOn", from.due_on.as_deref())?,
        because_of: id_option("becauseOf", from.because_of.as_deref())?,
        movements: Vec::new(),
    })
}

pub(crate) fn movement(from: &wire::Movement) -> Result<domain::Movement, AppError> {
    Ok(domain::Movement {
        id: own_id(from.id.as_deref())?,
        kind: from.kind.into(),
        amount: money("amount", &from.amount)?,
        on: day("on", &from.on)?,
        reference: line_option(from.reference.as_deref()),
        remedy: id_option("remedy", from.remedy.as_deref())?,
    })
}

pub(crate) fn event(from: &wire::Event) -> Result<domain::Event, AppError> {
    Ok(domain::Event {
        id: own_id(from.id.as_deref())?,
        dispute: id("dispute", &from.dispute)?,
        time: domain::EventTime { at: occurred("at", &from.at)?, precision: from.precision.into() },
        channel: from.channel.into(),
        direction: from.direction.into(),
        vendor: id_option("vendor", from.vendor.as_deref())?,
        contacts: from
            .contacts
            .iter()
            .map(|contact| id("contacts", contact))
            .collect::<Result<_, _>>()?,
        answered: from.answered,
        waited_minutes: from.waited_minutes,
        minutes: from.minutes,
        facts: from
            .facts
            .iter()
            .filter(|fact| !fact.text.trim().is_empty())
            .map(|fact| {
                Ok(domain::Fact {
                    id: own_id(fact.id.as_deref())?,
                    text: line(&fact.text),
                    status: fact.status.into(),
                    acknowledged_by: id_option("acknowledgedBy", fact.acknowledged_by.as_deref())?,
                })
            })
            .collect::<Result<_, AppError>>()?,
        note: line_option(from.note.as_deref()),
    })
}

pub(crate) fn issue(from: &wire::Issue) -> Result<domain::Issue, AppError> {
    let facts = from.facts.iter().map(|fact| id("facts", fact));
    let mut facts: Vec<domain::FactId> = facts.collect::<Result<_, AppError>>()?;
    facts.sort_unstable();
    facts.dedup();
    Ok(domain::Issue {
        id: own_id(from.id.as_deref())?,
        vendor: id_option("vendor", from.vendor.as_deref())?,
        question: line(&from.question),
        term: line_option(from.term.as_deref()),
        source: line_option(from.source.as_deref()),
        facts,
        reply: line_option(from.reply.as_deref()),
        replied_on: day_option("repliedOn", from.replied_on.as_deref())?,
        replied_at: id_option("repliedAt", from.replied_at.as_deref())?,
        answer: from.answer.map(Into::into),
    })
}

pub(crate) fn promise(from: &wire::Promise) -> Result<domain::Promise, AppError> {
    Ok(domain::Promise {
        id: own_id(from.id.as_deref())?,
        by: id_option("by", from.by.as_deref())?,
        vendor: id_option("vendor", from.vendor.as_deref())?,
        made_on: day("madeOn", &from.made_on)?,
        what: line(&from.what),
        due_on: day_option("dueOn", from.due_on.as_deref())?,
        outcome: from.outcome.map(Into::into),
        outcome_on: day_option("outcomeOn", from.outcome_on.as_deref())?,
    })
}

pub(crate) fn offer(from: &wire::Offer) -> Result<domain::Offer, AppError> {
    Ok(domain::Offer {
        id: own_id(from.id.as_deref())?,
        by: id_option("by", from.by.as_deref())?,
        vendor: id_option("vendor", from.vendor.as_deref())?,
        on: day("on", &from.on)?,
        terms: line(&from.terms),
        amount: money_option("amount", from.amount.as_ref())?,
        open_until: day_option("openUntil", from.open_until.as_deref())?,
        answer: from.answer.map(Into::into),
        answered_on: day_option("answeredOn", from.answered_on.as_deref())?,
    })
}

pub(crate) fn rung(from: &wire::Rung) -> Result<domain::Rung, AppError> {
    Ok(domain::Rung {
        id: own_id(from.id.as_deref())?,
        contact: id_option("contact", from.contact.as_deref())?,
        vendor: id_option("vendor", from.vendor.as_deref())?,
        reached_on: day_option("reachedOn", from.reached_on.as_deref())?,
        reason: line(&from.reason),
        result: line_option(from.result.as_deref()),
    })
}

pub(crate) fn advocacy(from: &wire::Advocacy) -> Result<domain::Advocacy, AppError> {
    Ok(domain::Advocacy {
        id: own_id(from.id.as_deref())?,
        contact: id("contact", &from.contact)?,
        on: day("on", &from.on)?,
        did: line(&from.did),
        thanked_on: day_option("thankedOn", from.thanked_on.as_deref())?,
        may_quote: from.may_quote,
    })
}

/// A remedy without its checks, which are saved one by one.
pub(crate) fn remedy(from: &wire::Remedy) -> Result<domain::Remedy, AppError> {
    Ok(domain::Remedy {
        id: own_id(from.id.as_deref())?,
        kind: from.kind.into(),
        by: id_option("by", from.by.as_deref())?,
        vendor: id_option("vendor", from.vendor.as_deref())?,
        agreed_on: day("agreedOn", &from.agreed_on)?,
        what: line(&from.what),
        scope: line_option(from.scope.as_deref()),
        caveat: line_option(from.caveat.as_deref()),
        before_use: line_option(from.before_use.as_deref()),
        claim: id_option("claim", from.claim.as_deref())?,
        expected_by: day_option("expectedBy", from.expected_by.as_deref())?,
        delivered_on: day_option("deliveredOn", from.delivered_on.as_deref())?,
        ends_on: day_option("endsOn", from.ends_on.as_deref())?,
        satisfied_on: day_option("satisfiedOn", from.satisfied_on.as_deref())?,
        checks: Vec::new(),
    })
}

pub(crate) fn check(from: &wire::Check) -> Result<domain::Check, AppError> {
    Ok(domain::Check {
        id: own_id(from.id.as_deref())?,
        due_on: day("dueOn", &from.due_on)?,
        done_on: day_option("doneOn", from.done_on.as_deref())?,
        result: from.result.map(Into::into),
        note: line_option(from.note.as_deref()),
    })
}

pub(crate) fn next_step(from: &wire::NextStep) -> Result<domain::NextStep, AppError> {
    Ok(domain::NextStep {
        id: own_id(from.id.as_deref())?,
        on: day("on", &from.on)?,
        at: time_option("at", from.at.as_deref())?,
        what: line(&from.what),
        channel: from.channel.map(Into::into),
        contact: id_option("contact", from.contact.as_deref())?,
        done_on: day_option("doneOn", from.done_on.as_deref())?,
    })
}
