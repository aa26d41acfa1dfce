//! The looks planned at a remedy, its life as a line, and the money that hangs on it.

use holdfast_domain::rules::check_plan;
use holdfast_domain::rules::remedy::{
    Stage, StageKind, at_risk, held_since, looks_are_done, next_to_propose, reversed_on, stages,
};
use holdfast_domain::{Claim, Dispute, Remedy, RemedyKind};

use crate::build::{claim, day, dispute, id, maybe, remedy};

#[test]
fn each_kind_has_its_looks() {
    // Kind; counted from; ends on; the looks.
    let cases: [(RemedyKind, &str, &str, &[&str]); 19] = [
        (RemedyKind::Refund, "2026-05-01", "", &["2026-05-31", "2026-06-30"]),
        (RemedyKind::Credit, "2026-01-31", "", &["2026-03-02", "2026-04-01"]),
        (RemedyKind::Refund, "2028-01-30", "", &["2028-02-29", "2028-03-30"]),
        (RemedyKind::Voucher, "2026-05-01", "", &["2026-05-31", "2026-06-30"]),
        (
            RemedyKind::Voucher,
            "2026-05-01",
            "2026-12-31",
            &["2026-05-31", "2026-06-30", "2026-12-31"],
        ),
        (RemedyKind::Voucher, "2026-05-01", "2026-06-10", &["2026-05-31", "2026-06-10"]),
        (RemedyKind::Voucher, "2026-05-01", "2026-05-31", &["2026-05-31"]),
        (RemedyKind::Voucher, "2026-05-01", "2026-05-01", &["2026-05-31", "2026-06-30"]),
        (
            RemedyKind::Waiver,
            "2026-08-31",
            "",
            &["2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"],
        ),
        (
            RemedyKind::Waiver,
            "2026-05-15",
            "2026-07-20",
            &["2026-06-15", "2026-07-15", "2026-07-20"],
        ),
        (
            RemedyKind::Waiver,
            "2026-01-01",
            "2026-12-31",
            &["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"],
        ),
        (RemedyKind::Repair, "2026-05-01", "", &["2026-05-31", "2026-10-28"]),
        (RemedyKind::Replacement, "2026-05-01", "", &["2026-05-31", "2026-10-28"]),
        (RemedyKind::Repair, "2026-05-01", "2026-08-01", &["2026-05-31", "2026-08-01"]),
        (RemedyKind::PolicyException, "2026-05-01", "", &[]),
        (RemedyKind::PolicyException, "2026-05-01", "2026-08-01", &["2026-08-01"]),
        (RemedyKind::Apology, "2026-05-01", "", &[]),
        (RemedyKind::Other, "2026-05-01", "", &["2026-05-31", "2026-06-30"]),
        (RemedyKind::Refund, "+262142-12-31", "", &[]),
    ];
    for (kind, from, ends_on, expected) in cases {
        let plan = check_plan(kind, day(from), maybe(ends_on));
        let expected: Vec<_> = expected.iter().map(|text| day(text)).collect();
        assert_eq!(plan.looks, expected, "{kind} from {from}, ends {ends_on:?}");
        let on_use = kind == RemedyKind::PolicyException;
        assert_eq!(plan.before_use, on_use, "only an exception is looked at before each use");
    }
}

#[test]
fn a_further_look_is_proposed_after_a_quarter_or_a_statement() {
    let cases = [
        (RemedyKind::Refund, "2026-11-30", "", "2027-02-28"),
        (RemedyKind::Waiver, "2026-01-31", "", "2026-02-28"),
        (RemedyKind::Repair, "2026-05-01", "2026-06-10", "2026-06-10"),
        (RemedyKind::Repair, "2026-05-01", "2026-05-01", "2026-08-01"),
    ];
    for (kind, from, ends_on, expected) in cases {
        let mut remedy = remedy(1, &[]);
        (remedy.kind, remedy.ends_on) = (kind, maybe(ends_on));
        let proposed = next_to_propose(&remedy, day(from));
        assert_eq!(proposed, day(expected), "{kind} from {from}, ends {ends_on:?}");
    }
}

#[test]
fn after_the_last_look_one_is_asked_whether_that_is_enough() {
    type Change = fn(&mut Remedy);
    let cases: [(&str, Change, bool); 7] = [
        ("the last look held", |_| {}, true),
        ("a look is to come", |it| it.checks[1].done_on = None, false),
        ("it does not hold", |it| it.checks[1].result = "does_not_hold".parse().ok(), false),
        ("nobody has looked", |it| it.checks.clear(), false),
        ("satisfied", |it| it.satisfied_on = maybe("2026-06-20"), false),
        ("satisfied tomorrow", |it| it.satisfied_on = maybe("2026-06-21"), true),
        ("looked at before each use", |it| it.kind = RemedyKind::PolicyException, false),
    ];
    for (why, change, asked) in cases {
        let looks = [("2026-05-01", "2026-05-01", "holds"), ("2026-06-01", "2026-06-02", "holds")];
        let mut remedy = remedy(1, &looks);
        remedy.delivered_on = maybe("2026-04-01");
        change(&mut remedy);
        assert_eq!(looks_are_done(&remedy, &[], day("2026-06-20")), asked, "{why}");
    }
}

/// A remedy's line as `granted 03-01 · held 05-02`, of the year 2026.
fn line(stages: &[Stage]) -> String {
    let word = |kind| match kind {
        StageKind::Granted => "granted",
        StageKind::Delivered => "delivered",
        StageKind::Reversed => "reversed",
        StageKind::Held => "held",
        StageKind::Ended => "ended",
        StageKind::Satisfied => "satisfied",
    };
    let said = stages.iter().map(|it| format!("{} {}", word(it.kind), it.on.format("%m-%d")));
    said.collect::<Vec<_>>().join(" · ")
}

#[test]
fn a_life_is_a_line_that_forgets_nothing() {
    type Looks = &'static [(&'static str, &'static str, &'static str)];
    /// Why; delivered, ends, satisfied; looks; money taken back; the line; reversed on; held since.
    type Case = (
        &'static str,
        [&'static str; 3],
        Looks,
        &'static [&'static str],
        &'static str,
        &'static str,
        &'static str,
    );
    const HELD_TWICE: Looks =
        &[("2026-05-01", "2026-05-01", "holds"), ("2026-06-01", "2026-06-02", "holds")];
    const LOST: Looks =
        &[("2026-05-01", "2026-05-01", "holds"), ("2026-06-01", "2026-06-10", "does_not_hold")];
    let cases: [Case; 11] = [
        ("agreed", ["", "", ""], &[], &[], "granted 03-01", "", ""),
        ("to come", ["2026-07-01", "", ""], &[], &[], "granted 03-01", "", ""),
        (
            "held on each look",
            ["2026-04-01", "", ""],
            HELD_TWICE,
            &[],
            "granted 03-01 · delivered 04-01 · held 06-02",
            "",
            "2026-04-01",
        ),
        (
            "held, never delivered",
            ["", "", ""],
            HELD_TWICE,
            &[],
            "granted 03-01 · held 06-02",
            "",
            "2026-03-01",
        ),
        (
            "an unclear look says nothing",
            ["2026-04-01", "", ""],
            &[("2026-05-01", "2026-05-01", "unclear")],
            &[],
            "granted 03-01 · delivered 04-01",
            "",
            "",
        ),
        (
            "a look showed it",
            ["2026-04-01", "", ""],
            LOST,
            &[],
            "granted 03-01 · delivered 04-01 · held 05-01 · reversed 06-10",
            "2026-06-10",
            "",
        ),
        (
            "the money went first, the look showed it later",
            ["2026-04-01", "", ""],
            LOST,
            &["2026-06-04", "2026-06-08"],
            "granted 03-01 · delivered 04-01 · held 05-01 · reversed 06-04",
            "2026-06-04",
            "",
        ),
        (
            "the statement alone showed it",
            ["2026-04-01", "", ""],
            &[],
            &["2026-06-04"],
            "granted 03-01 · delivered 04-01 · reversed 06-04",
            "2026-06-04",
            "",
        ),
        (
            "what will be taken back is not known yet",
            ["2026-04-01", "", ""],
            HELD_TWICE,
            &["2026-06-21"],
            "granted 03-01 · delivered 04-01 · held 06-02",
            "",
            "2026-04-01",
        ),
        (
            "it was put right again",
            ["2026-04-01", "", ""],
            &[
                ("2026-05-01", "2026-05-01", "does_not_hold"),
                ("2026-06-01", "2026-06-02", "holds"),
                ("2026-06-01", "2026-06-12", "holds"),
            ],
            &[],
            "granted 03-01 · delivered 04-01 · reversed 05-01 · held 06-12",
            "",
            "2026-06-02",
        ),
        (
            "its time is over, and that was enough",
            ["2026-04-01", "2026-06-10", "2026-06-11"],
            HELD_TWICE,
            &[],
            "granted 03-01 · delivered 04-01 · held 06-02 · ended 06-10 · satisfied 06-11",
            "",
            "",
        ),
    ];
    let today = day("2026-06-20");
    for (why, [delivered_on, ends_on, satisfied_on], looks, back, expected, reversed, since) in
        cases
    {
        let mut remedy = remedy(1, looks);
        remedy.delivered_on = maybe(delivered_on);
        remedy.ends_on = maybe(ends_on);
        remedy.satisfied_on = maybe(satisfied_on);
        let moved: Vec<_> = back.iter().map(|day| ("reversed", "9.00 USD", *day)).collect();
        let claims = [claim(1, 1, "90.00 USD", "2026-01-01", &moved)];
        assert_eq!(line(&stages(&remedy, &claims, today)), expected, "{why}");
        assert_eq!(reversed_on(&remedy, &claims, today), maybe(reversed), "reversed on: {why}");
        assert_eq!(held_since(&remedy, &claims, today), maybe(since), "held since: {why}");
    }
    let none = stages(&remedy(1, &[]), &[], day("2026-02-28"));
    assert_eq!(none, [], "before it was agreed it had no life");
}

/// A dispute in which a claim of 90.00 USD is settled by one delivered remedy.
fn settled(change: impl FnOnce(&mut Dispute)) -> Dispute {
    let mut dispute = dispute();
    dispute.claims = vec![claim(1, 1, "90.00 USD", "2026-01-01", &[])];
    dispute.remedies = vec![remedy(1, &[])];
    dispute.remedies[0].delivered_on = maybe("2026-04-01");
    change(&mut dispute);
    dispute
}

fn looked(dispute: &mut Dispute, looks: &[(&str, &str, &str)]) {
    dispute.remedies[0].checks = remedy(1, looks).checks;
}

/// A payment on the claim by one of its remedies.
fn came(dispute: &mut Dispute, by: u128, sum: &str) {
    let movements = &mut dispute.claims[0].movements;
    let [mut payment] = claim(1, 1, "90.00 USD", "2026-01-01", &[("received", sum, "2026-04-01")])
        .movements
        .try_into()
        .expect("one payment");
    payment.remedy = Some(id(by));
    movements.push(payment);
}

fn euros(number: u128) -> Claim {
    claim(number, 1, "20.00 EUR", "2026-01-01", &[("received", "20.00 EUR", "2026-04-01")])
}

#[test]
fn money_is_at_risk_while_a_remedy_may_still_fail() {
    const HELD: (&str, &str, &str) = ("2026-05-01", "2026-05-01", "holds");
    const TO_COME: (&str, &str, &str) = ("2026-07-01", "", "");
    type Change = fn(&mut Dispute);
    let cases: [(&str, Change, &[&str]); 20] = [
        ("delivered, nobody looked", |_| {}, &["90.00 USD"]),
        ("promised", |d| d.remedies[0].delivered_on = None, &["90.00 USD"]),
        (
            "late",
            |d| {
                d.remedies[0].delivered_on = None;
                d.remedies[0].expected_by = maybe("2026-04-01");
            },
            &["90.00 USD"],
        ),
        ("holds, a look is to come", |d| looked(d, &[HELD, TO_COME]), &["90.00 USD"]),
        ("holds, no look is to come", |d| looked(d, &[HELD]), &[]),
        ("taken back", |d| looked(d, &[("2026-05-01", "2026-05-01", "does_not_hold")]), &[]),
        ("its time is over", |d| d.remedies[0].ends_on = maybe("2026-06-19"), &[]),
        ("satisfied", |d| d.remedies[0].satisfied_on = maybe("2026-06-01"), &[]),
        ("agreed tomorrow", |d| d.remedies[0].agreed_on = day("2026-06-21"), &[]),
        ("closed", |d| d.closed_on = maybe("2026-06-20"), &[]),
        ("closed tomorrow", |d| d.closed_on = maybe("2026-06-21"), &["90.00 USD"]),
        ("it settles no claim", |d| d.remedies[0].claim = None, &[]),
        ("of two remedies one counts", |d| d.remedies.push(remedy(2, &[])), &["90.00 USD"]),
        (
            "what was written off is not hoped for",
            |d| {
                let off = [("written_off", "30.00 USD", "2026-05-01")];
                d.claims = vec![claim(1, 1, "90.00 USD", "2026-01-01", &off)];
            },
            &["60.00 USD"],
        ),
        (
            "the whole of it was written off",
            |d| {
                let off = [("written_off", "90.00 USD", "2026-05-01")];
                d.claims = vec![claim(1, 1, "90.00 USD", "2026-01-01", &off)];
            },
            &[],
        ),
        ("it settled a part, and the rest is owed", |d| came(d, 1, "38.00 USD"), &["38.00 USD"]),
        (
            "a part of it came, and the rest is to come by it",
            |d| {
                came(d, 1, "38.00 USD");
                d.remedies[0].delivered_on = None;
            },
            &["90.00 USD"],
        ),
        (
            "two settled a part each, one of them for good",
            |d| {
                d.remedies.push(remedy(2, &[]));
                d.remedies[1].delivered_on = maybe("2026-04-01");
                d.remedies[1].satisfied_on = maybe("2026-06-01");
                came(d, 1, "38.00 USD");
                came(d, 2, "40.00 USD");
            },
            &["38.00 USD"],
        ),
        (
            "of two, nobody wrote down how much the second settled",
            |d| {
                d.remedies.push(remedy(2, &[]));
                d.remedies[1].delivered_on = maybe("2026-04-01");
                came(d, 1, "38.00 USD");
            },
            &["90.00 USD"],
        ),
        (
            "currencies stay apart, and what came can still be taken back",
            |d| {
                d.claims.push(euros(2));
                d.remedies.push(remedy(2, &[]));
                d.remedies[1].claim = Some(id(2));
            },
            &["20.00 EUR", "90.00 USD"],
        ),
    ];
    for (why, change, expected) in cases {
        let found = at_risk([&settled(change)], day("2026-06-20")).expect("small sums are kept");
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{why}");
    }
    let both = at_risk([&settled(|_| {}), &settled(|_| {})], day("2026-06-20"));
    assert_eq!(both.expect("kept")[0].to_string(), "180.00 USD", "disputes are added up");
}
