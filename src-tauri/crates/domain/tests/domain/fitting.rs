//! Movements that do not fit what was owed or paid, and totals that cannot be kept.

use holdfast_domain::Money;
use holdfast_domain::validity::{self, Place, ProblemCode, Record};

use crate::build::{claim, currency, day, id, sum};
use crate::kept::{found, sound};

#[test]
fn movements_are_held_against_what_was_owed_and_paid_by_then() {
    type Movements = &'static [(&'static str, &'static str, &'static str)];
    let cases: [(&str, Movements, &[&str]); 13] = [
        ("exactly what is owed", &[("received", "100.00 USD", "2026-02-01")], &[]),
        (
            "a cent more",
            &[("received", "100.01 USD", "2026-02-01")],
            &["movement_larger_than_owed at amount"],
        ),
        (
            "too much in parts",
            &[("received", "60.00 USD", "2026-02-01"), ("waived", "60.00 USD", "2026-02-02")],
            &["movement_larger_than_owed at amount"],
        ),
        (
            "paid, taken back, paid again",
            &[
                ("received", "100.00 USD", "2026-02-01"),
                ("reversed", "100.00 USD", "2026-02-02"),
                ("received", "100.00 USD", "2026-02-03"),
            ],
            &[],
        ),
        (
            "the same out of order",
            &[
                ("received", "100.00 USD", "2026-02-03"),
                ("received", "100.00 USD", "2026-02-01"),
                ("reversed", "100.00 USD", "2026-02-02"),
            ],
            &[],
        ),
        (
            "the same on one day",
            &[
                ("received", "100.00 USD", "2026-02-01"),
                ("reversed", "100.00 USD", "2026-02-01"),
                ("received", "100.00 USD", "2026-02-01"),
            ],
            &[],
        ),
        (
            "nothing was paid",
            &[("reversed", "1.00 USD", "2026-02-01")],
            &["reversal_larger_than_paid at amount"],
        ),
        (
            "more than was paid",
            &[("received", "10.00 USD", "2026-02-01"), ("reversed", "10.01 USD", "2026-02-02")],
            &["reversal_larger_than_paid at amount"],
        ),
        (
            "twice what was paid",
            &[
                ("received", "10.00 USD", "2026-02-01"),
                ("reversed", "10.00 USD", "2026-02-02"),
                ("reversed", "10.00 USD", "2026-02-03"),
            ],
            &["reversal_larger_than_paid at amount"],
        ),
        (
            "before it was paid",
            &[("received", "10.00 USD", "2026-02-02"), ("reversed", "10.00 USD", "2026-02-01")],
            &["reversal_before_payment at amount"],
        ),
        (
            "paid once, taken back before and after",
            &[
                ("received", "10.00 USD", "2026-02-02"),
                ("reversed", "10.00 USD", "2026-02-01"),
                ("reversed", "10.00 USD", "2026-02-03"),
            ],
            &["reversal_before_payment at amount", "reversal_larger_than_paid at amount"],
        ),
        (
            "never paid, then paid and taken back",
            &[
                ("reversed", "50.00 USD", "2026-02-01"),
                ("received", "10.00 USD", "2026-02-02"),
                ("reversed", "10.00 USD", "2026-02-03"),
            ],
            &["reversal_larger_than_paid at amount"],
        ),
        (
            "a waiver taken back",
            &[("waived", "10.00 USD", "2026-02-01"), ("reversed", "10.00 USD", "2026-02-02")],
            &[],
        ),
    ];
    for (why, movements, expected) in cases {
        let mut dispute = sound();
        dispute.claims[0] = claim(1, 1, "100.00 USD", "2026-01-01", movements);
        assert_eq!(found(&dispute, &[]), expected, "{why}");
    }
}

#[test]
fn a_warning_says_what_was_owed() {
    let mut dispute = sound();
    let paid = [("received", "60.00 USD", "2026-02-01"), ("received", "60.00 USD", "2026-02-02")];
    dispute.claims[0] = claim(1, 1, "100.00 USD", "2026-01-01", &paid);
    let problems = validity::problems(&dispute, &[], &[], day("2026-06-20"));
    let [problem] = &problems[..] else { panic!("one problem, not {problems:?}") };
    assert_eq!(
        problem.code,
        ProblemCode::MovementLargerThanOwed { owed: sum("40.00 USD") },
        "by then"
    );
    let place = Place { record: Record::Movement(id(1), id(102)), field: "amount" };
    assert_eq!(problem.at, place, "the second movement");
    assert!(!validity::is_refused(&problems), "vendors overpay: it is accepted");
}

#[test]
fn totals_that_cannot_be_kept_are_refused_once() {
    let limit = Money::new(Money::LIMIT, currency("USD")).expect("the limit is kept");
    let mut dispute = sound();
    dispute.claims = vec![
        claim(1, 1, "1.00 USD", "2026-01-01", &[]),
        claim(2, 1, "1.00 EUR", "2026-01-01", &[]),
        claim(3, 2, "1.00 USD", "2026-01-01", &[]),
        claim(4, 1, "0.01 USD", "2026-01-01", &[]),
        claim(5, 1, "0.01 USD", "2026-01-01", &[]),
    ];
    for large in &mut dispute.claims[..3] {
        large.amount =
            Money::new(Money::LIMIT, large.amount.currency()).expect("the limit is kept");
    }
    assert_eq!(dispute.claims[0].amount, limit, "a claim at the limit is fine alone");
    let problems = validity::problems(&dispute, &[], &[], day("2026-06-20"));
    let places: Vec<_> = problems.iter().map(|problem| (problem.code, problem.at.record)).collect();
    let expected = ProblemCode::TotalTooLarge { currency: currency("USD") };
    assert_eq!(places, [(expected, Record::Claim(id(4)))], "one vendor, one currency, one problem");
}
