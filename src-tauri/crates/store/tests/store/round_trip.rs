//! What goes in comes out the same: every field of every noun, filled and empty.

use holdfast_domain::{
    Advocacy, Channel, Check, CheckResult, Claim, ClosedAs, DateTime, Dispute, Event, EventTime,
    Household, Issue, IssueAnswer, Movement, MovementKind, NextStep, Occurred, Offer, OfferAnswer,
    Party, Precision, Promise, PromiseOutcome, Remedy, RemedyKind, Role, Rung, Subject, VendorKind,
};

use crate::support::*;

/// A household in which every field of every noun has something once.
pub(crate) fn rich() -> Household {
    let mut second = member(2);
    (second.address, second.email, second.phone) = (Vec::new(), None, some("555-0101"));
    let mut bank = vendor(2);
    (bank.name, bank.kind) = ("بنك \"الوادي\" 🏦; DROP TABLE".to_owned(), VendorKind::Bank);
    (bank.address, bank.country) = (vec!["1 Main St".to_owned(), "Ålesund".to_owned()], some("NO"));
    let mut person = contact(2, 2);
    person.job = some("manager");
    person.department = some("claims");
    person.phone = some("555-0102");
    person.email = some("p@bank.example");
    person.supervisor = Some(contact_id(1));
    Household {
        name: "The Household".to_owned(),
        members: vec![member(1), second],
        vendors: vec![vendor(1), bank],
        contacts: vec![contact(1, 1), person],
        disputes: vec![full_dispute(), dispute(2)],
        events: vec![full_event(), event(2, "2026-02-01")],
    }
}

fn full_event() -> Event {
    let mut full = event(1, "2026-01-06");
    let at = DateTime::parse_from_rfc3339("2026-01-06T23:15:30.25-05:00").expect("a time");
    full.time = EventTime { at: Occurred::At(at), precision: Precision::About };
    full.vendor = Some(vendor_id(2));
    // Not in the order of their ids: the order in which they were named is kept.
    full.contacts = vec![contact_id(2), contact_id(1)];
    full.answered = Some(false);
    full.waited_minutes = Some(45);
    full.minutes = Some(0);
    full.note = some("they were tired too");
    full.facts.push(full.facts[0].clone());
    full.facts[1].id = id(0x51, 99);
    full.facts[1].acknowledged_by = Some(contact_id(1));
    full
}

pub(crate) fn full_dispute() -> Dispute {
    Dispute {
        closed_on: Some(day("2026-09-01")),
        closed_as: Some(ClosedAs::AcceptedLess),
        subject: Subject {
            what: some("a washing machine"),
            bought_on: Some(day("2025-12-01")),
            place: some("Asheville"),
            price: Some(money(0, "USD")),
            paid_by: some("card"),
            order: some("A-1"),
            account: some("12345678"),
            model: some("W9"),
            serial: some("S-77"),
        },
        effect: some("we washed by hand"),
        parties: vec![Party {
            id: id(0x60, 1),
            vendor: vendor_id(1),
            roles: [Role::HoldsTheMoney, Role::CanCompel].into_iter().collect(),
            reference: some("REF-9"),
            policy: some("no refunds"),
            rationale: some("the window has passed"),
        }],
        claims: claims(),
        remedies: vec![remedy()],
        ..matter()
    }
}

fn claims() -> Vec<Claim> {
    let movement = Movement {
        id: id(0x62, 1),
        kind: MovementKind::ProvisionalCredit,
        amount: money(500, "KWD"),
        on: day("2026-03-01"),
        reference: some("PAY-1"),
        remedy: Some(id(0x63, 1)),
    };
    let mut plain = movement.clone();
    (plain.id, plain.reference, plain.remedy) = (id(0x62, 2), None, None);
    let first = Claim {
        id: id(0x61, 1),
        vendor: vendor_id(1),
        amount: money(1_840_000, "KWD"),
        reason: "a fee".to_owned(),
        arose_on: day("2026-01-06"),
        due_on: Some(day("2026-02-06")),
        because_of: Some(event_id(1)),
        movements: vec![movement, plain],
    };
    let mut second = first.clone();
    (second.id, second.amount) = (id(0x61, 2), money(holdfast_domain::Money::LIMIT, "JPY"));
    (second.due_on, second.because_of, second.movements) = (None, None, Vec::new());
    vec![first, second]
}

fn remedy() -> Remedy {
    let check = Check {
        id: id(0x64, 1),
        due_on: day("2026-05-01"),
        done_on: Some(day("2026-05-02")),
        result: Some(CheckResult::DoesNotHold),
        note: some("it was billed again"),
    };
    let mut to_come = check.clone();
    (to_come.id, to_come.done_on, to_come.result, to_come.note) = (id(0x64, 2), None, None, None);
    Remedy {
        id: id(0x63, 1),
        kind: RemedyKind::PolicyException,
        by: Some(contact_id(1)),
        vendor: Some(vendor_id(1)),
        agreed_on: day("2026-03-01"),
        what: "the fee is waived".to_owned(),
        scope: some("the fees of March"),
        caveat: some("once"),
        before_use: some("Was it announced?"),
        claim: Some(id(0x61, 1)),
        expected_by: Some(day("2026-03-20")),
        delivered_on: Some(day("2026-03-10")),
        ends_on: Some(day("2027-03-10")),
        satisfied_on: Some(day("2026-09-10")),
        checks: vec![check, to_come],
    }
}

fn matter() -> Dispute {
    let mut matter = dispute(1);
    matter.issues = vec![
        Issue {
            id: id(0x6A, 1),
            vendor: Some(vendor_id(1)),
            question: "was the fee agreed?".to_owned(),
            term: some("fees are agreed in writing"),
            source: some("terms, clause 7"),
            facts: vec![id(0x51, 1)],
            reply: some("it always was so"),
            replied_on: Some(day("2026-01-09")),
            replied_at: None,
            answer: Some(IssueAnswer::Refused),
        },
        Issue {
            id: id(0x6A, 2),
            vendor: None,
            question: "who pays the postage?".to_owned(),
            term: None,
            source: None,
            facts: Vec::new(),
            reply: None,
            replied_on: None,
            replied_at: None,
            answer: None,
        },
    ];
    matter.promises = vec![Promise {
        id: id(0x65, 1),
        by: Some(contact_id(1)),
        vendor: Some(vendor_id(1)),
        made_on: day("2026-01-06"),
        what: "a call back".to_owned(),
        due_on: Some(day("2026-01-06")),
        outcome: Some(PromiseOutcome::Broken),
        outcome_on: Some(day("2026-01-09")),
    }];
    matter.offers = vec![Offer {
        id: id(0x66, 1),
        by: Some(contact_id(1)),
        vendor: Some(vendor_id(1)),
        on: day("2026-02-01"),
        terms: "half".to_owned(),
        amount: Some(money(92_000, "USD")),
        open_until: Some(day("2026-02-10")),
        answer: Some(OfferAnswer::Declined),
        answered_on: Some(day("2026-02-02")),
    }];
    matter.rungs = vec![Rung {
        id: id(0x67, 1),
        contact: Some(contact_id(2)),
        vendor: Some(vendor_id(2)),
        reached_on: Some(day("2026-02-03")),
        reason: "no answer".to_owned(),
        result: some("a new case number"),
    }];
    matter.advocates = vec![Advocacy {
        id: id(0x68, 1),
        contact: contact_id(2),
        on: day("2026-02-03"),
        did: "opened the case again".to_owned(),
        thanked_on: Some(day("2026-02-04")),
        may_quote: true,
    }];
    matter.next_steps = vec![NextStep {
        id: id(0x69, 1),
        on: day("2026-02-10"),
        at: chrono::NaiveTime::from_hms_opt(9, 30, 0),
        what: "call again".to_owned(),
        channel: Some(Channel::Phone),
        contact: Some(contact_id(2)),
        done_on: Some(day("2026-02-10")),
    }];
    matter
}

pub(crate) fn enter(home: &Home, number: u128, household: &Household) {
    home.write(number, |w| {
        w.set_household_name(&household.name)?;
        household.members.iter().try_for_each(|member| w.put_member(member))?;
        household.vendors.iter().try_for_each(|vendor| w.put_vendor(vendor))?;
        household.contacts.iter().try_for_each(|contact| w.put_contact(contact))?;
        household.disputes.iter().try_for_each(|dispute| w.put_dispute(dispute))?;
        household.events.iter().try_for_each(|event| w.put_event(event))
    });
}

#[test]
fn a_rich_household_comes_back_the_same_after_a_restart() {
    let home = home();
    enter(&home, 1, &rich());
    assert_eq!(home.whole(), rich(), "what was written is what is read");
    let home = home.reopened();
    assert_eq!(home.whole(), rich(), "and after a restart too");
    assert_eq!(home.store.verify().expect("verify"), [], "nothing about it is wrong");
}

#[test]
fn each_noun_can_be_had_by_its_id() {
    let home = home();
    let rich = rich();
    enter(&home, 1, &rich);
    let r = home.store.reader().expect("a view");
    assert_eq!(r.member(member_id(2)).expect("read").as_ref(), rich.members.get(1));
    assert_eq!(r.vendor(vendor_id(2)).expect("read").as_ref(), rich.vendors.get(1));
    assert_eq!(r.contact(contact_id(2)).expect("read").as_ref(), rich.contacts.get(1));
    assert_eq!(r.dispute(dispute_id(1)).expect("read").as_ref(), rich.disputes.first());
    assert_eq!(r.event(event_id(1)).expect("read").as_ref(), rich.events.first());
    assert_eq!(r.contacts_of(vendor_id(2)).expect("read"), rich.contacts[1..], "only theirs");
    assert_eq!(r.vendor(vendor_id(77)).expect("read"), None, "no such vendor is no error");
}

#[test]
fn writing_the_same_again_writes_nothing() {
    let home = home();
    enter(&home, 1, &rich());
    enter(&home, 2, &rich());
    let r = home.store.reader().expect("a view");
    assert_eq!(r.action(action_id(2)).expect("read"), None, "an action without changes is none");
}

#[test]
fn what_an_aggregate_no_longer_has_is_gone_and_what_it_has_more_is_there() {
    let home = home();
    enter(&home, 1, &rich());
    let mut changed = full_dispute();
    changed.claims[0].movements.clear();
    changed.remedies[0].checks.remove(0);
    changed.remedies[0].checks[0].result = Some(CheckResult::Holds);
    changed.promises.clear();
    changed.subject.price = None;
    let mut another = changed.offers[0].clone();
    another.id = id(0x66, 2);
    another.amount = None;
    changed.offers.push(another);
    home.write(2, |w| w.put_dispute(&changed));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.dispute(dispute_id(1)).expect("read"), Some(changed), "exactly what was written");
}
