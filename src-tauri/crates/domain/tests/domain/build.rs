//! Records in a few words, so that a case shows only what it is about.

use holdfast_domain::*;
use uuid::Uuid;

/// A day as `2026-06-20`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("the test names a day")
}

/// A day where there is one.
pub(crate) fn maybe(text: &str) -> Option<NaiveDate> {
    (!text.is_empty()).then(|| day(text))
}

pub(crate) fn currency(code: &str) -> Currency {
    Currency::from_code(code).expect("the test names a currency")
}

/// A sum as `35.00 USD`.
pub(crate) fn sum(text: &str) -> Money {
    let (amount, code) = text.split_once(' ').expect("the test names an amount and a currency");
    Money::parse(amount, currency(code)).expect("the test names an amount")
}

/// An id of any noun, told apart by a number.
pub(crate) fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

pub(crate) fn dispute() -> Dispute {
    Dispute {
        id: id(1),
        title: "Kettle that leaks".into(),
        goal: "The price refunded".into(),
        opened_on: day("2026-01-01"),
        lead: id(1),
        closed_on: None,
        closed_as: None,
        subject: Subject::default(),
        effect: None,
        parties: Vec::new(),
        claims: Vec::new(),
        issues: Vec::new(),
        promises: Vec::new(),
        offers: Vec::new(),
        rungs: Vec::new(),
        advocates: Vec::new(),
        remedies: Vec::new(),
        next_steps: Vec::new(),
    }
}

pub(crate) fn party(vendor: u128) -> Party {
    Party {
        id: id(vendor),
        vendor: id(vendor),
        roles: Roles::default(),
        reference: None,
        policy: None,
        rationale: None,
    }
}

pub(crate) fn contact(number: u128, vendor: u128) -> Contact {
    Contact {
        id: id(number),
        vendor: id(vendor),
        name: "Robin Vale".into(),
        job: None,
        department: None,
        phone: None,
        email: None,
        supervisor: None,
    }
}

/// A claim with movements such as `("received", "10.00 USD", "2026-02-01")`.
pub(crate) fn claim(
    number: u128,
    vendor: u128,
    amount: &str,
    arose_on: &str,
    movements: &[(&str, &str, &str)],
) -> Claim {
    let movements = movements.iter().zip(1..).map(|((kind, amount, on), place)| Movement {
        id: id(number * 100 + place),
        kind: kind.parse().expect("the test names a movement"),
        amount: sum(amount),
        on: day(on),
        reference: None,
        remedy: None,
    });
    Claim {
        id: id(number),
        vendor: id(vendor),
        amount: sum(amount),
        reason: "The kettle".into(),
        arose_on: day(arose_on),
        due_on: None,
        because_of: None,
        movements: movements.collect(),
    }
}

pub(crate) fn promise(number: u128, made_on: &str, due_on: &str) -> Promise {
    Promise {
        id: id(number),
        by: None,
        vendor: Some(id(1)),
        made_on: day(made_on),
        what: format!("Promise {number}"),
        due_on: maybe(due_on),
        outcome: None,
        outcome_on: None,
    }
}

pub(crate) fn step(number: u128, on: &str, done_on: &str) -> NextStep {
    NextStep {
        id: id(number),
        on: day(on),
        at: None,
        what: format!("Step {number}"),
        channel: None,
        contact: None,
        done_on: maybe(done_on),
    }
}

/// A remedy of claim 1, agreed on 1 March 2026, with checks such as
/// `("2026-04-01", "2026-04-02", "holds")`: due on, done on, result, empty for nothing.
pub(crate) fn remedy(number: u128, checks: &[(&str, &str, &str)]) -> Remedy {
    let checks = checks.iter().zip(1..).map(|((due_on, done_on, result), place)| Check {
        id: id(number * 100 + place),
        due_on: day(due_on),
        done_on: maybe(done_on),
        result: (!result.is_empty()).then(|| result.parse().expect("the test names a result")),
        note: None,
    });
    Remedy {
        id: id(number),
        kind: RemedyKind::Refund,
        by: Some(id(1)),
        vendor: Some(id(1)),
        agreed_on: day("2026-03-01"),
        what: format!("Remedy {number}"),
        scope: None,
        caveat: None,
        before_use: None,
        claim: Some(id(1)),
        expected_by: None,
        delivered_on: None,
        ends_on: None,
        satisfied_on: None,
        checks: checks.collect(),
    }
}

pub(crate) fn advocacy(contact: u128, on: &str, thanked_on: &str) -> Advocacy {
    Advocacy {
        id: id(contact),
        contact: id(contact),
        on: day(on),
        did: "Stayed on the line".into(),
        thanked_on: maybe(thanked_on),
        may_quote: false,
    }
}

pub(crate) fn event(contacts: &[u128]) -> Event {
    Event {
        id: id(1),
        dispute: id(1),
        time: EventTime { at: Occurred::On(day("2026-02-02")), precision: Precision::Exact },
        channel: Channel::Phone,
        direction: Direction::Out,
        vendor: None,
        contacts: contacts.iter().map(|number| id(*number)).collect(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
    }
}
