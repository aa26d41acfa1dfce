//! How promises stand.

use holdfast_domain::PromiseOutcome;
use holdfast_domain::rules::{PromiseStatus, promise_status};

use crate::build::{day, maybe, promise};

#[test]
fn a_promise_stands_as_its_day_and_outcome_say() {
    use PromiseOutcome::{Broken, Kept, Withdrawn};
    let cases = [
        ("no day, no outcome", "", None, "", "open"),
        ("its day is to come", "2026-06-21", None, "", "open"),
        ("its day is today", "2026-06-20", None, "", "open"),
        ("its day was yesterday", "2026-06-19", None, "", "overdue"),
        ("kept", "2026-06-19", Some(Kept), "2026-06-20", "kept"),
        ("broken", "2026-06-19", Some(Broken), "2026-06-20", "broken"),
        ("withdrawn", "", Some(Withdrawn), "2026-06-01", "withdrawn"),
        ("an outcome without a day", "2026-06-19", Some(Kept), "", "kept"),
        ("kept tomorrow, late today", "2026-06-19", Some(Kept), "2026-06-21", "overdue"),
        ("kept tomorrow, due today", "2026-06-20", Some(Kept), "2026-06-21", "open"),
        ("an outcome day without an outcome", "2026-06-19", None, "2026-06-20", "overdue"),
    ];
    for (why, due_on, outcome, outcome_on, expected) in cases {
        let mut promise = promise(1, "2026-05-01", due_on);
        promise.outcome = outcome;
        promise.outcome_on = maybe(outcome_on);
        assert_eq!(promise_status(&promise, day("2026-06-20")).as_str(), expected, "{why}");
    }
}

#[test]
fn every_status_has_its_own_word() {
    let words: std::collections::BTreeSet<_> =
        PromiseStatus::ALL.iter().map(|status| status.as_str()).collect();
    assert_eq!(words.len(), 5, "five statuses, five words");
}
