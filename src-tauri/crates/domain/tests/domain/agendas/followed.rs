//! What was followed up rests, and never too long.

use holdfast_domain::*;

use super::{ASKS, called, holds, let_pass, with_person};
use crate::build::*;
use crate::letters::complaint;

#[test]
fn what_was_followed_up_rests_only_while_something_stands_in_its_place() {
    holds(&[
        ("nothing was done", let_pass, "2026-06-20", &[ASKS]),
        (
            "a call that led to nothing",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
            },
            "2026-06-20",
            &[ASKS],
        ),
        (
            "a call, and a step planned in it",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.next_steps.push(with_person(step(22, "2026-06-25", ""), 5));
            },
            "2026-06-20",
            &["next_step 2026-06-25, comes", "promise 2026-06-10 overdue, followed up 2026-06-12"],
        ),
        (
            "once that step is done, and led to nothing, it asks again",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-06-18", "2026-06-18"));
            },
            "2026-06-20",
            &[ASKS],
        ),
        (
            "a step that was planned before the call",
            |it| {
                let_pass(it);
                it.dispute.next_steps.push(step(19, "2026-06-25", ""));
                it.events.push(called(21, "2026-06-12", Some(true)));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a step with somebody else's vendor",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.next_steps.push(with_person(step(22, "2026-06-25", ""), 6));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a step so far away that the promise would be forgotten",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-08-01", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-08-01, comes"],
        ),
        (
            "a call to another vendor",
            |it| {
                let_pass(it);
                let elsewhere =
                    Event { vendor: Some(id(2)), ..called(21, "2026-06-12", Some(true)) };
                it.events.push(elsewhere);
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a call before its day was no following up",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-09", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "the very call in which it was promised for the same day",
            |it| {
                it.events.push(called(19, "2026-06-10", Some(true)));
                it.dispute.promises.push(promise(20, "2026-06-10", "2026-06-10"));
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a note among ourselves",
            |it| {
                let_pass(it);
                let note =
                    Event { direction: Direction::Internal, ..called(21, "2026-06-12", None) };
                it.events.push(note);
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a new promise given for it",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.promises.push(promise(22, "2026-06-12", "2026-06-26"));
            },
            "2026-06-20",
            &["promise 2026-06-26, comes", "promise 2026-06-10 overdue, followed up 2026-06-12"],
        ),
        (
            "and when that passes too, the last asks and the first rests behind it",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.promises.push(promise(22, "2026-06-12", "2026-06-26"));
            },
            "2026-06-27",
            &[
                "promise 2026-06-26 overdue, asks",
                "promise 2026-06-10 overdue, followed up 2026-06-12",
            ],
        ),
        (
            "a letter about it",
            |it| {
                let_pass(it);
                it.events
                    .push(Event { channel: Channel::Letter, ..called(21, "2026-06-12", None) });
                it.sent.push(SentLetter {
                    id: id(23),
                    on: day("2026-06-12"),
                    reply_by: maybe("2026-06-26"),
                    event: id(21),
                    ..complaint()
                });
            },
            "2026-06-20",
            &["letter 2026-06-26, comes", "promise 2026-06-10 overdue, followed up 2026-06-12"],
        ),
        (
            "of nobody known: it never rests",
            |it| {
                let nobodys = Promise { vendor: None, ..promise(20, "2026-06-01", "2026-06-10") };
                it.dispute.promises.push(nobodys);
                it.events.push(called(21, "2026-06-12", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "what happens later is not known yet",
            |it| {
                let_pass(it);
                it.events.push(called(21, "2026-06-21", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &[ASKS, "next_step 2026-06-25, comes"],
        ),
        (
            "a letter without an answer, followed up by a call with a step",
            |it| {
                it.sent.push(complaint());
                it.events.push(called(21, "2026-06-16", Some(true)));
                it.dispute.next_steps.push(step(22, "2026-06-25", ""));
            },
            "2026-06-20",
            &["next_step 2026-06-25, comes", "letter 2026-06-15 overdue, followed up 2026-06-16"],
        ),
    ]);
}
