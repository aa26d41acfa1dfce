//! Bad input: a clear error that names the field, and nothing lost or half-written.

use holdfast_app::wire::{Claim, ErrorCode, Movement, MovementKind, Promise};

use crate::support::{Home, claim, money};

fn movement(amount: &str, currency: &str) -> Movement {
    Movement {
        id: None,
        kind: MovementKind::Received,
        amount: money(amount, currency),
        on: "2026-06-10".into(),
        reference: None,
        remedy: None,
    }
}

fn promise(made_on: &str, due_on: &str, what: &str) -> Promise {
    Promise {
        id: None,
        by: None,
        vendor: None,
        made_on: made_on.into(),
        what: what.into(),
        due_on: Some(due_on.into()),
        outcome: None,
        outcome_on: None,
    }
}

#[test]
fn claims_that_cannot_be_kept_name_their_field() {
    let (home, dispute) = Home::with_dispute();
    let vendor = home.vendor();
    let of = |change: &dyn Fn(&mut Claim)| {
        let mut form = claim(&vendor, "10.00", "USD");
        change(&mut form);
        form
    };
    let cases: [(&str, Claim, &str, &str); 9] = [
        (
            "overflow",
            of(&|it| it.amount = money("99999999999999999.00", "USD")),
            "amount",
            "out_of_range",
        ),
        (
            "beyond 2^53",
            of(&|it| it.amount = money("90071992547409.93", "USD")),
            "amount",
            "out_of_range",
        ),
        (
            "unknown currency",
            of(&|it| it.amount = money("10", "XXQ")),
            "amount",
            "unknown_currency",
        ),
        (
            "too many digits",
            of(&|it| it.amount = money("10.5", "JPY")),
            "amount",
            "too_many_digits",
        ),
        ("nothing", of(&|it| it.amount = money("0.00", "USD")), "amount", "amount_not_positive"),
        ("30 February", of(&|it| it.arose_on = "2026-02-30".into()), "aroseOn", "not_a_day"),
        ("no reason", of(&|it| it.reason = "  ".into()), "reason", "text_empty"),
        ("a megabyte", of(&|it| it.reason = "x".repeat(1 << 20)), "reason", "text_too_long"),
        ("NUL", of(&|it| it.reason = "a\0b".into()), "reason", "text_control_character"),
    ];
    let before = home.app.export_household().expect("given out");
    for (name, form, field, code) in cases {
        let error = home.app.save_claim(&dispute, &form).expect_err(name);
        assert_eq!(error.code, ErrorCode::Refused, "{name}");
        let problem = (error.problems[0].field.as_str(), error.problems[0].code.as_str());
        assert_eq!(problem, (field, code), "{name}");
    }
    assert_eq!(before, home.app.export_household().expect("given out"), "nothing was written");
}

#[test]
fn sums_that_overflow_together_are_refused_together() {
    let (home, dispute) = Home::with_dispute();
    let large = claim(&home.vendor(), "90000000000000.00", "USD");
    home.app.save_claim(&dispute, &large).expect("one fits");
    let error = home.app.save_claim(&dispute, &large).expect_err("two do not");
    assert_eq!(error.problems[0].code, "total_too_large");
    home.app.today().expect("the screens still work");
}

#[test]
fn a_promise_is_not_due_before_it_was_made() {
    let (home, dispute) = Home::with_dispute();
    let error = home
        .app
        .save_promise(&dispute, &promise("2026-06-10", "2026-06-09", "A call back"))
        .expect_err("it is refused");
    assert_eq!(error.problems[0].code, "promise_due_before_made");
    assert_eq!(error.problems[0].field, "dueOn");
    home.app
        .save_promise(&dispute, &promise("2026-06-10", "2026-06-10", "A call back"))
        .expect("the same day is soon enough");
}

#[test]
fn vendors_overpay_and_that_is_accepted_with_a_warning() {
    let (home, dispute) = Home::with_dispute();
    let claim = home.app.dispute(&dispute).expect("it is there").claims[0].claim.id.clone();
    let claim = claim.expect("it has an id");
    let done =
        home.app.save_movement(&dispute, &claim, &movement("100.00", "USD")).expect("accepted");
    assert_eq!(done.warnings[0].code, "movement_larger_than_owed");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.totals[0].overpaid.amount, "20.00");
    let error = home
        .app
        .save_movement(&dispute, &claim, &movement("1.00", "EUR"))
        .expect_err("a claim has one currency");
    assert_eq!(error.problems[0].code, "currency_differs");
}

#[test]
fn ids_that_lead_nowhere_are_not_found_and_nothing_panics() {
    let (home, dispute) = Home::with_dispute();
    let nowhere = "01890000-0000-7000-8000-000000000000";
    for id in ["", "not an id", "'; DROP TABLE dispute; --", nowhere] {
        assert!(home.app.dispute(id).is_err(), "{id:?}");
        assert!(home.app.timeline(id, true, None).is_err(), "{id:?}");
        assert!(home.app.timeline(&dispute, true, Some(id)).is_err() || id == nowhere, "{id:?}");
        assert!(home.app.undo(id).is_err(), "{id:?}");
        assert!(home.app.save_claim(&dispute, &claim(id, "1.00", "USD")).is_err(), "{id:?}");
    }
}
