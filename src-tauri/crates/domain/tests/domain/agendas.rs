//! What asks for attention in a dispute, and the one thing that matters now.

mod followed;
mod put_off;

use holdfast_domain::rules::agenda::{self, Entry, Scene, Section, Standing};
use holdfast_domain::rules::clock::ClockDue;
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::rules::{Agenda, DueKind};
use holdfast_domain::*;

use crate::build::*;
use crate::cadences::PACE;
use crate::letters::{came, complaint};

/// A dispute with all that its agenda is made from. Person 5 works at vendor 1.
struct Story {
    dispute: Dispute,
    events: Vec<Event>,
    sent: Vec<SentLetter>,
    snoozes: Vec<Snooze>,
    clocks: Vec<ClockDue>,
}

fn story() -> Story {
    let mut dispute = dispute();
    dispute.claims.push(claim(1, 1, "10.00 USD", "2026-01-01", &[]));
    Story { dispute, events: Vec::new(), sent: Vec::new(), snoozes: Vec::new(), clocks: Vec::new() }
}

impl Story {
    fn of(change: impl FnOnce(&mut Self)) -> Self {
        let mut story = story();
        change(&mut story);
        story
    }

    fn on(&self, on: &str) -> Agenda {
        let contacts = [contact(5, 1), contact(6, 2)];
        let beside = Beside {
            dispute: &self.dispute,
            events: &self.events,
            contacts: &contacts,
            sent: &self.sent,
        };
        let scene = Scene { beside, snoozes: &self.snoozes, clocks: &self.clocks, pace: PACE };
        agenda::agenda(&scene, day(on))
    }
}

fn shown(entry: &Entry) -> String {
    let Entry { due, standing, .. } = entry;
    let late = if due.overdue { " overdue" } else { "" };
    let standing = match standing {
        Standing::Asks => "asks".to_owned(),
        Standing::Coming => "comes".to_owned(),
        Standing::FollowedUp(on) => format!("followed up {on}"),
        Standing::PutOff { until, .. } => format!("until {until}"),
    };
    format!("{} {}{late}, {standing}", due.kind, due.on)
}

fn all(agenda: &Agenda) -> Vec<String> {
    agenda.ahead.iter().chain(&agenda.followed).chain(&agenda.put_off).map(shown).collect()
}

/// Our call to vendor 1.
fn called(number: u128, on: &str, answered: Option<bool>) -> Event {
    Event { channel: Channel::Phone, direction: Direction::Out, answered, ..came(number, on) }
}

fn with_person(step: NextStep, person: u128) -> NextStep {
    NextStep { contact: Some(id(person)), ..step }
}

/// What a dispute holds.
type Change = fn(&mut Story);

/// What a dispute holds, from which day one looks, and all that its agenda shows.
type Case = (&'static str, Change, &'static str, &'static [&'static str]);

fn holds(cases: &[Case]) {
    for (why, change, on, wanted) in cases {
        assert_eq!(all(&Story::of(change).on(on)), *wanted, "{why}, on {on}");
    }
}

#[test]
fn a_promise_asks_from_its_day_on_or_from_the_one_that_the_cadence_gives() {
    holds(&[
        (
            "before its day",
            |it| it.dispute.promises.push(promise(1, "2026-06-01", "2026-06-10")),
            "2026-06-09",
            &["promise 2026-06-10, comes"],
        ),
        (
            "on its day",
            |it| it.dispute.promises.push(promise(1, "2026-06-01", "2026-06-10")),
            "2026-06-10",
            &["promise 2026-06-10, asks"],
        ),
        (
            "after its day",
            |it| it.dispute.promises.push(promise(1, "2026-06-01", "2026-06-10")),
            "2026-06-11",
            &["promise 2026-06-10 overdue, asks"],
        ),
        (
            "for the end of a short month",
            |it| it.dispute.promises.push(promise(1, "2028-02-01", "2028-02-29")),
            "2028-03-01",
            &["promise 2028-02-29 overdue, asks"],
        ),
        (
            "without a day, asked after in a week, and never overdue",
            |it| it.dispute.promises.push(promise(1, "2028-02-25", "")),
            "2028-03-20",
            &["promise 2028-03-03, asks"],
        ),
        (
            "kept",
            |it| {
                let kept = Promise {
                    outcome: Some(PromiseOutcome::Kept),
                    outcome_on: maybe("2026-06-10"),
                    ..promise(1, "2026-06-01", "2026-06-10")
                };
                it.dispute.promises.push(kept);
                it.dispute.next_steps.push(step(9, "2026-07-20", ""));
            },
            "2026-06-12",
            &["next_step 2026-07-20, comes"],
        ),
    ]);
}

#[test]
fn a_letter_asks_until_it_is_answered_or_followed_by_another() {
    holds(&[
        (
            "before its day",
            |it| it.sent.push(complaint()),
            "2026-06-14",
            &["letter 2026-06-15, comes"],
        ),
        ("on its day", |it| it.sent.push(complaint()), "2026-06-15", &["letter 2026-06-15, asks"]),
        (
            "after its day",
            |it| it.sent.push(complaint()),
            "2026-06-16",
            &["letter 2026-06-15 overdue, asks"],
        ),
        (
            "that named no day, asked after in two weeks",
            |it| it.sent.push(SentLetter { reply_by: None, ..complaint() }),
            "2026-06-20",
            &["letter 2026-06-15, asks"],
        ),
        (
            "answered: then nothing is planned, and the cadence says when to be in touch",
            |it| {
                it.sent.push(complaint());
                it.events.push(came(11, "2026-06-05"));
            },
            "2026-06-16",
            &["quiet 2026-06-12, asks"],
        ),
        (
            "followed by another, which waits in its place",
            |it| {
                it.sent.push(complaint());
                let second = SentLetter {
                    id: id(2),
                    on: day("2026-06-16"),
                    reply_by: maybe("2026-06-30"),
                    ..complaint()
                };
                it.sent.push(second);
            },
            "2026-06-20",
            &["letter 2026-06-30, comes"],
        ),
        (
            "of another dispute",
            |it| {
                it.sent.push(SentLetter { dispute: id(2), ..complaint() });
                it.dispute.next_steps.push(step(9, "2026-07-20", ""));
            },
            "2026-06-20",
            &["next_step 2026-07-20, comes"],
        ),
    ]);
}

/// An overdue promise of vendor 1 for 10 June, which has the id 20.
fn let_pass(it: &mut Story) {
    it.dispute.promises.push(promise(20, "2026-06-01", "2026-06-10"));
}

const ASKS: &str = "promise 2026-06-10 overdue, asks";

#[test]
fn a_dispute_in_which_nothing_is_planned_asks_by_itself() {
    holds(&[
        (
            "it has just begun",
            |it| it.dispute.opened_on = day("2026-06-18"),
            "2026-06-20",
            &["quiet 2026-06-25, comes"],
        ),
        ("it began long ago", |_| {}, "2026-06-20", &["quiet 2026-01-08, asks"]),
        (
            "a call of yesterday",
            |it| it.events.push(called(1, "2026-06-19", Some(true))),
            "2026-06-20",
            &["quiet 2026-06-26, comes"],
        ),
        (
            "a call that nobody took is no contact",
            |it| it.events.push(called(1, "2026-06-19", Some(false))),
            "2026-06-20",
            &["quiet 2026-01-08, asks"],
        ),
        (
            "a look to come does not bring the money that is outstanding",
            |it| it.dispute.remedies.push(remedy(1, &[("2026-09-01", "", "")])),
            "2026-06-20",
            &["quiet 2026-01-08, asks", "check 2026-09-01, comes"],
        ),
        (
            "where all is settled, the look is enough",
            |it| {
                it.dispute.claims.clear();
                it.dispute.remedies.push(remedy(2, &[("2026-09-01", "", "")]));
            },
            "2026-06-20",
            &["check 2026-09-01, comes"],
        ),
        ("before it began", |_| {}, "2025-12-31", &[]),
        ("closed", |it| it.dispute.closed_on = maybe("2026-06-20"), "2026-06-20", &[]),
    ]);
}

#[test]
fn nothing_of_a_closed_dispute_asks() {
    let story = Story::of(|it| {
        busy(it);
        it.dispute.closed_on = maybe("2026-06-20");
    });
    assert_eq!(story.on("2026-06-20"), Agenda::default(), "it is over");
    assert!(story.on("2026-06-19").lead().is_some(), "the day before it was not");
}

/// One of each that asks on 20 June, in the wrong order.
fn busy(it: &mut Story) {
    it.dispute.remedies.push(remedy(2, &[("2026-06-01", "", "")]));
    it.dispute.promises.push(promise(5, "2026-06-01", "2026-06-20"));
    it.dispute.next_steps.push(step(6, "2026-06-02", ""));
    it.dispute
        .next_steps
        .push(NextStep { at: "15:00:00".parse().ok(), ..step(7, "2026-06-20", "") });
    it.sent.push(complaint());
    it.dispute.promises.push(promise(8, "2026-06-01", "2026-06-19"));
    it.dispute.next_steps.push(step(9, "2026-06-21", ""));
}

#[test]
fn the_one_thing_that_matters_now_comes_first() {
    assert_eq!(
        all(&Story::of(busy).on("2026-06-20")),
        [
            "next_step 2026-06-20, asks",
            "promise 2026-06-19 overdue, asks",
            "letter 2026-06-15 overdue, asks",
            "next_step 2026-06-02 overdue, asks",
            "promise 2026-06-20, asks",
            "check 2026-06-01 overdue, asks",
            "next_step 2026-06-21, comes",
        ],
        "an agreed time, what was let pass, our own steps, what may still come, looks, what comes"
    );
}

#[test]
fn a_dispute_stands_where_whatever_is_furthest_behind_stands() {
    use Section::{Overdue, Today, Week};
    let section =
        |change: fn(&mut Story)| Story::of(change).on("2026-06-20").section(day("2026-06-20"));
    let cases: [(&str, Change, Option<Section>); 6] = [
        ("led by today's call, with something overdue", busy, Some(Overdue)),
        (
            "a step of today",
            |it| it.dispute.next_steps.push(step(1, "2026-06-20", "")),
            Some(Today),
        ),
        ("in a week", |it| it.dispute.next_steps.push(step(1, "2026-06-27", "")), Some(Week)),
        ("in eight days", |it| it.dispute.next_steps.push(step(1, "2026-06-28", "")), None),
        ("gone quiet", |_| {}, Some(Today)),
        (
            "all put off",
            |it| {
                it.dispute.promises.push(promise(8, "2026-06-01", "2026-06-19"));
                it.snoozes.push(snooze(30, DueKind::Promise, 8, "2026-06-19", "2026-06-25", false));
            },
            None,
        ),
    ];
    for (why, change, wanted) in cases {
        assert_eq!(section(change), wanted, "{why}");
    }
}

fn snooze(
    number: u128,
    kind: DueKind,
    item: u128,
    made: &str,
    until: &str,
    answer: bool,
) -> Snooze {
    Snooze {
        id: id(number),
        dispute: id(1),
        kind,
        item: uuid::Uuid::from_u128(item),
        made_on: day(made),
        until: day(until),
        until_answer: answer,
    }
}

#[test]
fn a_step_says_when_they_have_been_in_touch_since_it_was_planned() {
    let cases: [(&str, Change, &str); 4] = [
        ("nothing came", |_| {}, ""),
        ("they called since", |it| it.events.push(came(21, "2026-06-12")), "2026-06-12"),
        ("they called before it was planned", |it| it.events.push(came(19, "2026-06-12")), ""),
        (
            "somebody else called",
            |it| it.events.push(Event { vendor: Some(id(2)), ..came(21, "2026-06-12") }),
            "",
        ),
    ];
    for (why, change, wanted) in cases {
        let story = Story::of(|it| {
            it.dispute.next_steps.push(with_person(step(20, "2026-06-15", ""), 5));
            change(it);
        });
        let agenda = story.on("2026-06-20");
        let lead =
            agenda.lead().expect("the step stays: only the household knows whether it is needed");
        assert_eq!(lead.in_touch, maybe(wanted), "{why}");
        assert_eq!(lead.standing, Standing::Asks, "{why}: it is never hidden for it");
    }
}

#[test]
fn a_calendar_shows_everything_undone_and_nothing_else() {
    let story = Story::of(busy);
    let contacts = [contact(5, 1)];
    let beside = Beside {
        dispute: &story.dispute,
        events: &story.events,
        contacts: &contacts,
        sent: &story.sent,
    };
    let scene = Scene { beside, snoozes: &[], clocks: &[], pace: PACE };
    let mut kinds: Vec<&str> =
        agenda::undone(&scene, day("2026-06-20")).iter().map(|due| due.kind.as_str()).collect();
    kinds.sort_unstable();
    let wanted = ["check", "letter", "next_step", "next_step", "next_step", "promise", "promise"];
    assert_eq!(kinds, wanted, "whatever its day");
}

#[test]
fn a_time_limit_asks_on_its_last_day_before_what_can_be_made_up_for() {
    let story = Story::of(|it| {
        it.clocks.push(ClockDue {
            id: id(40),
            dispute: id(1),
            vendor: Some(id(1)),
            what: "Tell the bank".into(),
            last_day: day("2026-06-20"),
        });
        it.dispute.promises.push(promise(20, "2026-06-01", "2026-06-10"));
    });
    let before = story.on("2026-06-19");
    let coming: Vec<_> = before.ahead.iter().map(|it| (it.due.kind, it.standing)).collect();
    assert!(coming.contains(&(DueKind::Clock, Standing::Coming)), "it is seen coming: {coming:?}");
    let last_day = story.on("2026-06-20");
    let lead = last_day.lead().expect("something asks");
    assert_eq!(lead.due.kind, DueKind::Clock, "a day that cannot be made up for comes first");
    assert_eq!(
        (lead.vendor, lead.due.overdue),
        (Some(id(1)), false),
        "on its last day it is in time"
    );
    assert!(story.on("2026-06-21").lead().is_some_and(|it| it.due.overdue), "and then it is over");
    let mut elsewhere = story;
    elsewhere.clocks[0].dispute = id(9);
    let kinds: Vec<_> = elsewhere.on("2026-06-20").ahead.iter().map(|it| it.due.kind).collect();
    assert!(!kinds.contains(&DueKind::Clock), "the clock of another dispute is not shown");
}
