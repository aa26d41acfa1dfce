//! What was put off rests, and comes back.

use holdfast_domain::rules::DueKind;
use holdfast_domain::*;

use super::{ASKS, called, holds, let_pass, snooze};
use crate::build::*;
use crate::letters::came;

#[test]
fn what_was_put_off_comes_back_by_itself() {
    holds(&[
        (
            "until a day: it rests before it",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(
                    30,
                    DueKind::Promise,
                    20,
                    "2026-06-12",
                    "2026-06-20",
                    false,
                ));
            },
            "2026-06-19",
            &["promise 2026-06-10 overdue, until 2026-06-20"],
        ),
        (
            "and asks again on it",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(
                    30,
                    DueKind::Promise,
                    20,
                    "2026-06-12",
                    "2026-06-20",
                    false,
                ));
            },
            "2026-06-20",
            &[ASKS],
        ),
        (
            "before it was put off it was not",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(
                    30,
                    DueKind::Promise,
                    20,
                    "2026-06-12",
                    "2026-06-20",
                    false,
                ));
            },
            "2026-06-11",
            &[ASKS],
        ),
        (
            "until a day, an answer does not bring it back",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(
                    30,
                    DueKind::Promise,
                    20,
                    "2026-06-12",
                    "2026-07-20",
                    false,
                ));
                it.events.push(came(31, "2026-06-14"));
            },
            "2026-06-19",
            &["promise 2026-06-10 overdue, until 2026-07-20"],
        ),
        (
            "until they answer: an answer brings it back",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
                it.events.push(came(31, "2026-06-14"));
            },
            "2026-06-14",
            &[ASKS],
        ),
        (
            "later on the same day too",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
                it.events.push(came(31, "2026-06-12"));
            },
            "2026-06-12",
            &[ASKS],
        ),
        (
            "what came before it was put off is no answer",
            |it| {
                let_pass(it);
                it.events.push(came(29, "2026-06-12"));
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
            },
            "2026-06-19",
            &["promise 2026-06-10 overdue, until 2026-07-20"],
        ),
        (
            "nor is what came from somebody else",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
                it.events.push(Event { vendor: Some(id(2)), ..came(31, "2026-06-14") });
            },
            "2026-06-19",
            &["promise 2026-06-10 overdue, until 2026-07-20"],
        ),
        (
            "nor our own call",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
                it.events.push(called(31, "2026-06-14", Some(true)));
            },
            "2026-06-19",
            &["promise 2026-06-10 overdue, until 2026-07-20"],
        ),
        (
            "and at the latest it comes back on its day",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(30, DueKind::Promise, 20, "2026-06-12", "2026-07-20", true));
            },
            "2026-07-20",
            &[ASKS],
        ),
        (
            "the last time that it was put off counts",
            |it| {
                let_pass(it);
                it.snoozes.push(snooze(
                    31,
                    DueKind::Promise,
                    20,
                    "2026-06-13",
                    "2026-06-15",
                    false,
                ));
                it.snoozes.push(snooze(
                    30,
                    DueKind::Promise,
                    20,
                    "2026-06-12",
                    "2026-07-20",
                    false,
                ));
            },
            "2026-06-16",
            &[ASKS],
        ),
        (
            "a step of nobody known comes back with whoever is first in touch",
            |it| {
                it.dispute.next_steps.push(step(20, "2026-06-10", ""));
                it.snoozes.push(snooze(
                    30,
                    DueKind::NextStep,
                    20,
                    "2026-06-12",
                    "2026-07-20",
                    true,
                ));
                it.events.push(Event { vendor: Some(id(2)), ..came(31, "2026-06-14") });
            },
            "2026-06-19",
            &["next_step 2026-06-10 overdue, asks"],
        ),
        (
            "a quiet dispute can be put off as a whole",
            |it| it.snoozes.push(snooze(30, DueKind::Quiet, 1, "2026-06-12", "2026-07-20", true)),
            "2026-06-19",
            &["quiet 2026-01-08, until 2026-07-20"],
        ),
        (
            "what was put off is not asked for once it is done",
            |it| {
                it.dispute.next_steps.push(step(20, "2026-06-10", "2026-06-13"));
                it.dispute.next_steps.push(step(21, "2026-07-10", ""));
                it.snoozes.push(snooze(
                    30,
                    DueKind::NextStep,
                    20,
                    "2026-06-12",
                    "2026-07-20",
                    true,
                ));
            },
            "2026-06-19",
            &["next_step 2026-07-10, comes"],
        ),
    ]);
}
