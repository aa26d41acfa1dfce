//! What one has before one's eyes in a call.

use holdfast_domain::rules::briefing::{facts_that_matter, kind_people, open_promises};
use holdfast_domain::{
    Channel, Direction, Event, EventTime, Fact, FactStatus, Occurred, Precision,
};

use crate::build::{advocacy, contact, day, dispute, event, id, promise};

/// Channel, direction, day, answered; facts as status and who acknowledged, 0 for nobody.
fn noted(
    number: u128,
    (channel, direction): (Channel, Direction),
    on: &str,
    answered: Option<bool>,
    facts: &[(FactStatus, u128)],
) -> Event {
    let facts = facts.iter().zip(1..).map(|((status, by), place)| Fact {
        id: id(number * 10 + place),
        text: format!("Fact {number}.{place}"),
        status: *status,
        acknowledged_by: (*by > 0).then(|| id(*by)),
    });
    Event {
        id: id(number),
        time: EventTime { at: Occurred::On(day(on)), precision: Precision::Exact },
        channel,
        direction,
        answered,
        facts: facts.collect(),
        ..event(&[])
    }
}

#[test]
fn the_facts_that_matter_are_those_that_need_no_more_convincing() {
    use FactStatus::{Disputed, Undisputed, Unsure};
    let call = (Channel::Phone, Direction::Out);
    let letter = (Channel::Letter, Direction::In);
    let own = |on| noted(1, call, on, Some(true), &[(Undisputed, 0)]);
    // Why; the events; the facts, strongest first. Person 1 works at vendor 1, person 2 elsewhere.
    let cases: [(&str, Vec<Event>, &[&str]); 9] = [
        ("nothing is known", vec![], &[]),
        ("our own words are better than nothing", vec![own("2026-03-01")], &["1.1"]),
        (
            "what was acknowledged goes before what was decided, whatever the day",
            vec![
                noted(2, letter, "2026-05-01", None, &[(Undisputed, 0)]),
                noted(3, call, "2026-02-01", Some(true), &[(Undisputed, 1)]),
            ],
            &["3.1", "2.1"],
        ),
        (
            "and what this vendor acknowledged before what another did",
            vec![
                noted(2, call, "2026-05-01", Some(true), &[(Undisputed, 2)]),
                noted(3, call, "2026-02-01", Some(true), &[(Undisputed, 1)]),
            ],
            &["3.1", "2.1"],
        ),
        (
            "the latest first, those of one event in their order",
            vec![
                noted(2, call, "2026-02-01", Some(true), &[(Undisputed, 1), (Undisputed, 1)]),
                noted(3, call, "2026-03-01", Some(true), &[(Undisputed, 1)]),
            ],
            &["3.1", "2.1", "2.2"],
        ),
        (
            "three are enough",
            vec![noted(2, letter, "2026-02-01", None, &[(Undisputed, 0); 5])],
            &["2.1", "2.2", "2.3"],
        ),
        (
            "what is disputed or unsure is not for a call",
            vec![noted(2, letter, "2026-02-01", None, &[(Disputed, 0), (Unsure, 1)])],
            &[],
        ),
        (
            "a call that nobody answered says nothing; a statement does",
            vec![
                noted(2, call, "2026-05-01", Some(false), &[(Undisputed, 0)]),
                noted(
                    3,
                    (Channel::Statement, Direction::Internal),
                    "2026-02-01",
                    None,
                    &[(Undisputed, 0)],
                ),
                own("2026-03-01"),
            ],
            &["3.1", "1.1"],
        ),
        ("what happens tomorrow is not known", vec![own("2026-06-21")], &[]),
    ];
    let contacts = [contact(1, 1), contact(2, 2)];
    for (why, events, expected) in cases {
        let found = facts_that_matter(&events, Some(id(1)), &contacts, day("2026-06-20"));
        let said: Vec<_> = found.iter().map(|it| it.fact.text.replace("Fact ", "")).collect();
        assert_eq!(said, expected, "{why}");
    }
}

#[test]
fn promises_are_the_vendors_own_and_still_open() {
    let mut dispute = dispute();
    dispute.promises = vec![
        promise(1, "2026-06-01", ""),
        promise(2, "2026-06-01", "2026-06-30"),
        promise(3, "2026-06-01", "2026-06-10"),
        promise(4, "2026-06-01", "2026-06-10"),
        promise(5, "2026-06-01", "2026-06-10"),
    ];
    dispute.promises[3].vendor = Some(id(2));
    dispute.promises[4].outcome = "kept".parse().ok();
    let open = open_promises(&dispute, id(1), &[], day("2026-06-20"));
    let order: Vec<_> = open.iter().map(|it| it.id).collect();
    assert_eq!(order, [id(3), id(2), id(1)], "the earliest day first, then those without one");
}

#[test]
fn who_was_kind_is_named_once_the_last_first() {
    let mut dispute = dispute();
    dispute.advocates = vec![
        advocacy(1, "2026-03-01", ""),
        advocacy(2, "2026-04-01", "2026-04-02"),
        advocacy(1, "2026-05-01", ""),
        advocacy(3, "2026-05-02", ""),
        advocacy(2, "2026-06-21", ""),
    ];
    let contacts = [contact(1, 1), contact(2, 1), contact(3, 2)];
    let kind = kind_people(&dispute, id(1), &contacts, day("2026-06-20"));
    assert_eq!(kind, [id(1), id(2)], "of this vendor, thanked or not, up to today");
}
