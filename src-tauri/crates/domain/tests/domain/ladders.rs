//! The ladder: how high people stand, what was reached, and who is next.

use holdfast_domain::rules::clock::ClosedWay;
use holdfast_domain::rules::ladder::{Beside, Level, Next, ladder, level_of, next, spoken_with};
use holdfast_domain::{
    Channel, Contact, ContactId, Dispute, Event, EventTime, Occurred, Precision, Rung, Vendor,
    VendorChannel, VendorKind,
};

use crate::build::{contact, day, dispute, event, id, maybe, party};

#[test]
fn a_title_says_how_high_somebody_stands() {
    let cases = [
        ("", "", Level::Representative),
        ("Adviser", "Card services", Level::Representative),
        ("Customer service representative", "", Level::Representative),
        ("Account manager", "", Level::Representative),
        ("Customer service executive", "", Level::Representative),
        ("Supervisor", "", Level::Supervisor),
        ("Team leader", "", Level::Supervisor),
        ("TEAM-LEAD", "", Level::Supervisor),
        ("Specialist", "Complaints", Level::Supervisor),
        ("Agent", "Escalations desk", Level::Supervisor),
        ("Branch manager", "", Level::Manager),
        ("Head of customer care", "", Level::Manager),
        ("Manager", "Executive office", Level::ExecutiveOffice),
        ("Assistant to the president", "", Level::ExecutiveOffice),
        ("Vice-President", "", Level::ExecutiveOffice),
        ("Managing director", "", Level::ExecutiveOffice),
        ("Chief executive", "", Level::ExecutiveOffice),
        ("Boarding agent", "", Level::Representative),
        ("Direct sales", "", Level::Representative),
    ];
    for (job, department, expected) in cases {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let person = Contact { job: some(job), department: some(department), ..contact(1, 1) };
        assert_eq!(level_of(&person, &[]), expected, "{job:?} in {department:?}");
    }
}

#[test]
fn who_supervises_stands_higher_whatever_the_title() {
    let mut people = [contact(1, 1), contact(2, 1), contact(3, 1)];
    people[0].supervisor = Some(id(2));
    people[1].supervisor = Some(id(3));
    let levels: Vec<_> = people.iter().map(|person| level_of(person, &people)).collect();
    assert_eq!(levels, [Level::Representative, Level::Supervisor, Level::Manager]);
    people[1].supervisor = None;
    people[0].job = Some("Team leader".to_owned());
    let level = level_of(&people[1], &people);
    assert_eq!(level, Level::Manager, "who supervises a team leader is more than one");
}

fn vendor(number: u128, kind: VendorKind, desk: &str) -> Vendor {
    let channel = VendorChannel {
        id: id(number * 10),
        kind: Channel::Phone,
        value: "555-0100".to_owned(),
        label: (!desk.is_empty()).then(|| desk.to_owned()),
    };
    Vendor {
        id: id(number),
        name: format!("Vendor {number}"),
        kind,
        address: Vec::new(),
        country: None,
        channels: vec![channel],
        known_as: Vec::new(),
    }
}

fn rung(number: u128, contact: u128, vendor: u128, reached_on: &str) -> Rung {
    Rung {
        id: id(number),
        contact: (contact > 0).then(|| id(contact)),
        vendor: (vendor > 0).then(|| id(vendor)),
        reached_on: maybe(reached_on),
        reason: "They could not decide it".into(),
        result: None,
    }
}

/// A bank with an agent (1), her supervisor (2), a manager (3), and an ombudsman (vendor 2).
struct Matter {
    dispute: Dispute,
    vendors: Vec<Vendor>,
    contacts: Vec<Contact>,
    spoken: Vec<ContactId>,
    closed: Vec<ClosedWay>,
}

impl Matter {
    fn new() -> Self {
        let mut contacts = vec![contact(1, 1), contact(2, 1), contact(3, 1)];
        contacts[0].supervisor = Some(id(2));
        contacts[1].job = Some("Supervisor".to_owned());
        contacts[2].job = Some("Branch manager".to_owned());
        let parties = vec![party(1), party(2)];
        Self {
            dispute: Dispute { parties, ..dispute() },
            vendors: vec![
                vendor(1, VendorKind::Bank, "Complaints"),
                vendor(2, VendorKind::Ombudsman, ""),
            ],
            contacts,
            spoken: vec![id(1)],
            closed: Vec::new(),
        }
    }

    fn beside(&self) -> Beside<'_> {
        Beside {
            dispute: &self.dispute,
            vendors: &self.vendors,
            contacts: &self.contacts,
            spoken: &self.spoken,
            closed: &self.closed,
        }
    }
}

#[test]
fn the_next_rung_is_the_lowest_that_was_not_climbed() {
    type Change = fn(&mut Matter);
    let cases: [(&str, Change, Option<Next>); 10] = [
        ("the supervisor of the last person", |_| {}, Some(Next::Person(id(2)))),
        (
            "what is planned goes first",
            |m| m.dispute.rungs.push(rung(1, 0, 2, "")),
            Some(Next::Planned(id(1))),
        ),
        (
            "a step of tomorrow is planned",
            |m| m.dispute.rungs.push(rung(1, 2, 0, "2026-06-21")),
            Some(Next::Planned(id(1))),
        ),
        (
            "the supervisor was reached: the manager",
            |m| m.dispute.rungs.push(rung(1, 2, 0, "2026-06-01")),
            Some(Next::Person(id(3))),
        ),
        (
            "the supervisor was spoken with",
            |m| m.spoken = vec![id(2), id(1)],
            Some(Next::Person(id(3))),
        ),
        (
            "nobody above is known: the desk for complaints",
            |m| m.contacts.truncate(1),
            Some(Next::Channel(id(1), id(10))),
        ),
        (
            "no such desk: the outside body",
            |m| {
                m.contacts.truncate(1);
                m.vendors[0].channels[0].label = Some("Orders".to_owned());
            },
            Some(Next::Body(id(2))),
        ),
        (
            "who stands at the head is above the desk",
            |m| {
                m.contacts.truncate(1);
                m.contacts[0].job = Some("Chief executive".to_owned());
            },
            Some(Next::Body(id(2))),
        ),
        (
            "the body was asked too",
            |m| {
                m.contacts.truncate(1);
                m.vendors[0].channels.clear();
                m.dispute.rungs.push(rung(1, 0, 2, "2026-06-01"));
            },
            None,
        ),
        (
            "nobody was spoken with: the lowest who is known",
            |m| m.spoken.clear(),
            Some(Next::Person(id(1))),
        ),
    ];
    for (why, change, expected) in cases {
        let mut matter = Matter::new();
        change(&mut matter);
        assert_eq!(next(&matter.beside(), day("2026-06-20")), expected, "{why}");
    }
}

fn closed(body: u128) -> ClosedWay {
    ClosedWay { body: id(body), limit: "Ask them".to_owned(), last_day: day("2026-06-19") }
}

#[test]
fn nobody_is_next_whose_time_limit_has_passed() {
    type Change = fn(&mut Matter);
    let cases: [(&str, Change, Option<Next>); 6] = [
        ("the body is out of reach", |_| {}, None),
        ("even where it was planned", |m| m.dispute.rungs.push(rung(1, 0, 2, "")), None),
        (
            "another plan stands",
            |m| m.dispute.rungs = vec![rung(1, 0, 2, ""), rung(2, 0, 1, "")],
            Some(Next::Planned(id(2))),
        ),
        (
            "another body is next",
            |m| {
                m.dispute.parties.push(party(3));
                m.vendors.push(vendor(3, VendorKind::Regulator, ""));
            },
            Some(Next::Body(id(3))),
        ),
        (
            "nor is somebody who works there",
            |m| {
                m.contacts.push(contact(4, 2));
                m.contacts[0].supervisor = Some(id(4));
            },
            None,
        ),
        (
            "the vendor itself is always open",
            |m| m.vendors[0] = vendor(1, VendorKind::Bank, "Complaints"),
            Some(Next::Channel(id(1), id(10))),
        ),
    ];
    for (why, change, expected) in cases {
        let mut matter = Matter::new();
        matter.contacts.truncate(1);
        matter.vendors[0].channels.clear();
        matter.closed = vec![closed(1), closed(2)];
        change(&mut matter);
        assert_eq!(next(&matter.beside(), day("2026-06-20")), expected, "{why}");
    }
    let mut matter = Matter::new();
    matter.closed = vec![closed(2)];
    let steps = ladder(&matter.beside(), day("2026-06-20"));
    assert_eq!((steps[4].bodies.len(), &steps[4].closed), (0, &vec![closed(2)]), "it says why");
}

#[test]
fn who_was_spoken_with_last_stands_last() {
    let with = |on: &str, people: &[u128], answered| Event {
        time: EventTime { at: Occurred::On(day(on)), precision: Precision::Exact },
        answered,
        ..event(people)
    };
    let events = [
        with("2026-06-03", &[1, 2], Some(true)),
        with("2026-06-01", &[2, 3], None),
        with("2026-06-04", &[4], Some(false)),
        with("2026-06-21", &[5], Some(true)),
    ];
    let spoken = spoken_with(&events, day("2026-06-20"));
    let expected: [ContactId; 3] = [id(3), id(1), id(2)];
    assert_eq!(spoken, expected, "by the day, each once; who did not answer was not spoken with");
}

#[test]
fn the_ladder_shows_what_was_reached_and_what_is_open() {
    let mut matter = Matter::new();
    matter.dispute.rungs = vec![rung(1, 2, 0, "2026-06-01"), rung(2, 0, 2, "")];
    let steps = ladder(&matter.beside(), day("2026-06-20"));
    let levels: Vec<_> = steps.iter().map(|step| step.level).collect();
    assert_eq!(levels, Level::ALL, "every level has its place");
    let reached: Vec<_> = steps.iter().map(|step| step.is_reached).collect();
    assert_eq!(reached, [true, true, false, false, false], "the agent was spoken with");
    let current: Vec<_> = steps.iter().filter(|step| step.is_current).collect();
    assert_eq!(current.len(), 1);
    assert_eq!(current[0].level, Level::Supervisor, "the highest that was reached");
    assert_eq!(steps[1].rungs, [id(1)]);
    assert_eq!(steps[2].people, [id(3)], "the manager was not asked yet");
    assert_eq!((steps[4].rungs.len(), steps[4].bodies.len()), (1, 1), "a plan is no answer");

    matter.dispute.parties[0].roles.can_compel = true;
    let steps = ladder(&matter.beside(), day("2026-06-20"));
    assert!(steps[4].is_reached, "who can compel the others stands outside");
}
