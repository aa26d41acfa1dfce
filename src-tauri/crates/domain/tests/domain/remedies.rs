//! How remedies stand, and when they are looked at.

use holdfast_domain::rules::{check_due, last_check, next_check, remedy_status};
use holdfast_domain::{CheckResult, ClaimId};

use crate::build::{claim, day, id, maybe, remedy};

/// Why; expected by, delivered on, ends on; checks (due, done, result); status on 20 June 2026.
type Case = (
    &'static str,
    [&'static str; 3],
    &'static [(&'static str, &'static str, &'static str)],
    &'static str,
);

const CASES: &[Case] = &[
    ("agreed, no more", ["", "", ""], &[], "promised"),
    ("expected tomorrow", ["2026-06-21", "", ""], &[], "promised"),
    ("expected today", ["2026-06-20", "", ""], &[], "promised"),
    ("expected yesterday", ["2026-06-19", "", ""], &[], "late"),
    ("delivered late", ["2026-05-01", "2026-06-19", ""], &[], "delivered"),
    ("delivered today", ["", "2026-06-20", ""], &[], "delivered"),
    ("delivered tomorrow", ["2026-06-19", "2026-06-21", ""], &[], "late"),
    ("ends today", ["", "2026-04-01", "2026-06-20"], &[], "delivered"),
    ("ended yesterday", ["", "2026-04-01", "2026-06-19"], &[], "expired"),
    ("ended, never delivered", ["2026-05-01", "", "2026-06-19"], &[], "late"),
    (
        "ended, held until then",
        ["", "2026-04-01", "2026-06-19"],
        &[("2026-05-01", "2026-05-01", "holds")],
        "expired",
    ),
    ("a check is to come", ["", "2026-04-01", ""], &[("2026-07-01", "", "")], "delivered"),
    ("holds", ["", "2026-04-01", ""], &[("2026-05-01", "2026-05-02", "holds")], "holding"),
    (
        "holds, seen today",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-06-20", "holds")],
        "holding",
    ),
    (
        "holds, seen tomorrow",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-06-21", "holds")],
        "delivered",
    ),
    (
        "holds, though nobody noted a delivery",
        ["2026-05-01", "", ""],
        &[("2026-05-01", "2026-05-02", "holds")],
        "holding",
    ),
    (
        "does not hold",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-05-02", "does_not_hold")],
        "reversed",
    ),
    (
        "does not hold, nor is it delivered",
        ["", "", ""],
        &[("2026-05-01", "2026-05-02", "does_not_hold")],
        "reversed",
    ),
    (
        "reversed goes before expired",
        ["", "2026-04-01", "2026-05-01"],
        &[("2026-05-01", "2026-05-02", "does_not_hold")],
        "reversed",
    ),
    ("unclear", ["", "2026-04-01", ""], &[("2026-05-01", "2026-05-02", "unclear")], "delivered"),
    (
        "done, result not noted",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-05-02", "")],
        "delivered",
    ),
    (
        "unclear changes nothing of what was seen",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-05-02", "does_not_hold"), ("2026-06-01", "2026-06-02", "unclear")],
        "reversed",
    ),
    (
        "it did not, then it did",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-05-02", "does_not_hold"), ("2026-06-01", "2026-06-02", "holds")],
        "holding",
    ),
    (
        "the day done counts, not the order of entry",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-06-02", "does_not_hold"), ("2026-06-01", "2026-05-02", "holds")],
        "reversed",
    ),
    (
        "on one day the later entry wins: no",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-06-02", "holds"), ("2026-05-01", "2026-06-02", "does_not_hold")],
        "reversed",
    ),
    (
        "on one day the later entry wins: yes",
        ["", "2026-04-01", ""],
        &[("2026-05-01", "2026-06-02", "does_not_hold"), ("2026-05-01", "2026-06-02", "holds")],
        "holding",
    ),
];

#[test]
fn a_remedy_stands_as_its_days_and_checks_say() {
    for (why, [expected_by, delivered_on, ends_on], checks, status) in CASES {
        let mut remedy = remedy(1, checks);
        remedy.expected_by = maybe(expected_by);
        remedy.delivered_on = maybe(delivered_on);
        remedy.ends_on = maybe(ends_on);
        let found = remedy_status(&remedy, &[], day("2026-06-20"));
        assert_eq!(found.as_str(), *status, "{why}");
    }
}

#[test]
fn money_taken_back_reverses_the_remedy_of_its_claim() {
    // Delivered; the last check that held; when the money was taken back; of which claim; reversed?
    let cases = [
        ("after delivery", "2026-04-01", "", "2026-04-02", 1, true),
        ("on the day of delivery", "2026-04-01", "", "2026-04-01", 1, true),
        ("before delivery", "2026-04-01", "", "2026-03-31", 1, false),
        ("no delivery, after the agreement", "", "", "2026-03-01", 1, true),
        ("no delivery, before the agreement", "", "", "2026-02-28", 1, false),
        ("delivery to come: the agreement counts", "2026-06-21", "", "2026-03-01", 1, true),
        ("before a check that held", "2026-04-01", "2026-05-01", "2026-04-30", 1, false),
        ("on the day of the check that held", "2026-04-01", "2026-05-01", "2026-05-01", 1, false),
        ("after the check that held", "2026-04-01", "2026-05-01", "2026-05-02", 1, true),
        ("the check that holds is to come", "2026-04-01", "2026-06-21", "2026-05-02", 1, true),
        ("today", "2026-04-01", "", "2026-06-20", 1, true),
        ("tomorrow", "2026-04-01", "", "2026-06-21", 1, false),
        ("of another claim", "2026-04-01", "", "2026-04-02", 2, false),
    ];
    for (why, delivered_on, held_on, taken_back_on, of_claim, reversed) in cases {
        let held = [("2026-04-20", held_on, "holds")];
        let mut remedy = remedy(1, if held_on.is_empty() { &[] } else { &held });
        remedy.delivered_on = maybe(delivered_on);
        let movements =
            [("received", "9.00 USD", "2026-04-01"), ("reversed", "9.00 USD", taken_back_on)];
        let claims = [claim(of_claim, 1, "9.00 USD", "2026-01-01", &movements)];
        let status = remedy_status(&remedy, &claims, day("2026-06-20"));
        assert_eq!(status.as_str() == "reversed", reversed, "{why}: {}", status.as_str());
    }
}

#[test]
fn other_movements_and_remedies_without_a_claim_reverse_nothing() {
    let mut remedy = remedy(1, &[]);
    remedy.delivered_on = maybe("2026-04-01");
    let received =
        [claim(1, 1, "9.00 USD", "2026-01-01", &[("received", "9.00 USD", "2026-04-02")])];
    assert_eq!(
        remedy_status(&remedy, &received, day("2026-06-20")).as_str(),
        "delivered",
        "money came"
    );
    let taken = [claim(1, 1, "9.00 USD", "2026-01-01", &[("reversed", "9.00 USD", "2026-04-02")])];
    remedy.claim = None::<ClaimId>;
    assert_eq!(remedy_status(&remedy, &taken, day("2026-06-20")).as_str(), "delivered", "no claim");
}

#[test]
fn checks_are_due_from_their_day_until_done_or_the_remedy_is_over() {
    type Checks = &'static [(&'static str, &'static str, &'static str)];
    // Why; checks; which is due; which comes next.
    let cases: [(&str, Checks, Option<u128>, Option<u128>); 7] = [
        ("none", &[], None, None),
        ("due today", &[("2026-06-20", "", "")], Some(101), Some(101)),
        ("due tomorrow", &[("2026-06-21", "", "")], None, Some(101)),
        (
            "the earliest, not the first",
            &[("2026-06-20", "", ""), ("2026-06-01", "", "")],
            Some(102),
            Some(102),
        ),
        ("done", &[("2026-06-01", "2026-06-02", "")], None, None),
        (
            "done tomorrow is not done today",
            &[("2026-06-01", "2026-06-21", "holds")],
            Some(101),
            Some(101),
        ),
        (
            "reversed",
            &[("2026-06-01", "2026-06-02", "does_not_hold"), ("2026-06-10", "", "")],
            None,
            None,
        ),
    ];
    let today = day("2026-06-20");
    for (why, checks, due, next) in cases {
        let mut remedy = remedy(1, checks);
        remedy.delivered_on = maybe("2026-04-01");
        assert_eq!(check_due(&remedy, &[], today).map(|c| c.id), due.map(id), "due: {why}");
        assert_eq!(next_check(&remedy, &[], today).map(|c| c.id), next.map(id), "next: {why}");
    }
    let mut over = remedy(1, &[("2026-06-01", "", "")]);
    over.delivered_on = maybe("2026-04-01");
    over.ends_on = maybe("2026-06-19");
    assert_eq!(next_check(&over, &[], today), None, "an expired remedy is not looked at");
    assert_eq!(
        next_check(&remedy(1, &[("2026-02-01", "", "")]), &[], day("2026-02-28")),
        None,
        "nor one not yet agreed"
    );
}

#[test]
fn the_last_check_is_the_last_that_settled_something() {
    let remedy = remedy(
        1,
        &[
            ("2026-05-01", "2026-05-01", "holds"),
            ("2026-05-01", "2026-06-01", "does_not_hold"),
            ("2026-05-01", "2026-06-02", "unclear"),
        ],
    );
    let last = |on| last_check(&remedy, day(on)).and_then(|check| check.result);
    assert_eq!(last("2026-04-30"), None, "none done yet");
    assert_eq!(last("2026-05-31"), Some(CheckResult::Holds), "as it stood then");
    assert_eq!(last("2026-06-20"), Some(CheckResult::DoesNotHold), "unclear does not count");
}
