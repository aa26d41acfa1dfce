//! How disputes stand.

use holdfast_domain::rules::dispute_state;
use holdfast_domain::{Dispute, PromiseOutcome};

use crate::build::{claim, day, dispute, maybe, promise, remedy, step};

/// A dispute in which all is settled and one remedy is still to be looked at.
fn watching() -> Dispute {
    let mut dispute = dispute();
    let paid = [("received", "10.00 USD", "2026-03-05")];
    dispute.claims.push(claim(1, 1, "10.00 USD", "2026-01-01", &paid));
    let mut refund = remedy(1, &[("2026-07-01", "", "")]);
    refund.delivered_on = maybe("2026-03-05");
    dispute.remedies.push(refund);
    dispute
}

/// What differs from a dispute that is watched, and what it then is on 20 June 2026.
type Case = (&'static str, fn(&mut Dispute), &'static str);

const CASES: &[Case] = &[
    ("all settled, one check to come", |_| {}, "watching"),
    ("closed yesterday", |d| d.closed_on = maybe("2026-06-19"), "closed"),
    ("closed today", |d| d.closed_on = maybe("2026-06-20"), "closed"),
    ("to be closed tomorrow", |d| d.closed_on = maybe("2026-06-21"), "watching"),
    (
        "closed with money outstanding",
        |d| {
            d.closed_on = maybe("2026-06-20");
            d.claims[0].movements.clear();
        },
        "closed",
    ),
    ("something is outstanding", |d| d.claims[0].movements.clear(), "open"),
    ("it comes in tomorrow", |d| d.claims[0].movements[0].on = day("2026-06-21"), "open"),
    (
        "overpaid",
        |d| {
            d.claims.push(claim(
                2,
                1,
                "1.00 USD",
                "2026-01-01",
                &[("received", "9.00 USD", "2026-02-01")],
            ));
        },
        "watching",
    ),
    (
        "overpaid by one, owed by another",
        |d| {
            d.claims.push(claim(2, 2, "9.00 USD", "2026-01-01", &[]));
            d.claims.push(claim(
                3,
                3,
                "1.00 USD",
                "2026-01-01",
                &[("received", "90.00 USD", "2026-02-01")],
            ));
        },
        "open",
    ),
    (
        "a claim that arises tomorrow",
        |d| {
            d.claims.push(claim(2, 2, "9.00 USD", "2026-06-21", &[]));
        },
        "watching",
    ),
    (
        "a credit is provisional",
        |d| {
            d.claims[0].movements[0].kind = holdfast_domain::MovementKind::ProvisionalCredit;
        },
        "open",
    ),
    (
        "a promise is open, long ahead",
        |d| d.promises.push(promise(1, "2026-06-01", "2027-01-01")),
        "open",
    ),
    ("a promise without a day", |d| d.promises.push(promise(1, "2026-06-01", "")), "open"),
    ("a promise is overdue", |d| d.promises.push(promise(1, "2026-06-01", "2026-06-02")), "open"),
    ("a promise made tomorrow", |d| d.promises.push(promise(1, "2026-06-21", "")), "watching"),
    (
        "a promise was broken",
        |d| {
            let mut broken = promise(1, "2026-06-01", "2026-06-02");
            broken.outcome = Some(PromiseOutcome::Broken);
            d.promises.push(broken);
        },
        "watching",
    ),
    ("a step is to come", |d| d.next_steps.push(step(1, "2027-01-01", "")), "open"),
    ("a step was done", |d| d.next_steps.push(step(1, "2026-06-01", "2026-06-20")), "watching"),
    ("a step is done tomorrow", |d| d.next_steps.push(step(1, "2026-06-01", "2026-06-21")), "open"),
    ("no remedy", |d| d.remedies.clear(), "open"),
    ("no check", |d| d.remedies[0].checks.clear(), "open"),
    ("the check is overdue", |d| d.remedies[0].checks[0].due_on = day("2026-05-01"), "watching"),
    ("the check was done", |d| d.remedies[0].checks[0].done_on = maybe("2026-06-20"), "open"),
    ("the remedy has expired", |d| d.remedies[0].ends_on = maybe("2026-06-19"), "open"),
    ("the remedy is agreed tomorrow", |d| d.remedies[0].agreed_on = day("2026-06-21"), "open"),
    (
        "the remedy was reversed, and paid again",
        |d| {
            let again = [
                ("received", "10.00 USD", "2026-03-05"),
                ("reversed", "10.00 USD", "2026-04-01"),
                ("received", "10.00 USD", "2026-04-02"),
            ];
            d.claims[0] = claim(1, 1, "10.00 USD", "2026-01-01", &again);
        },
        "open",
    ),
];

#[test]
fn a_dispute_is_open_watched_or_closed() {
    for (why, change, expected) in CASES {
        let mut dispute = watching();
        change(&mut dispute);
        let state = dispute_state(&dispute, day("2026-06-20")).expect("the sums are small");
        assert_eq!(state.as_str(), *expected, "{why}");
    }
}

#[test]
fn a_new_dispute_is_open() {
    let state = dispute_state(&dispute(), day("2026-06-20")).expect("there are no sums");
    assert_eq!(state.as_str(), "open", "nothing in it yet means work, not peace");
}
