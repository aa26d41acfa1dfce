//! Where instants become days: wherever one is, on the night when the clocks change, and for what was
//! written down elsewhere.

use std::collections::BTreeSet;

use holdfast_app::wire::{NextStep, PlannedLook, Remedy, RemedyAlong, RemedyKind};

use crate::support::{Home, call};

fn step(on: &str, at: Option<&str>) -> NextStep {
    NextStep {
        id: None,
        on: on.into(),
        at: at.map(Into::into),
        what: "Call again".into(),
        channel: None,
        contact: None,
        done_on: None,
    }
}

/// Whether the step, the promise or the look of that day is asked at an instant, and as overdue.
fn asked(home: &Home, kind: &str) -> Option<bool> {
    let due = home.app.due_answer(None).expect("answered").due;
    due.iter().find(|it| it.kind == kind).map(|it| it.overdue)
}

#[test]
fn a_day_begins_and_ends_at_midnight_where_one_is() {
    let (mut home, dispute) = Home::with_dispute();
    home.app.save_next_step(&dispute, &step("2028-02-29", None)).expect("kept");
    // The step is of the leap day; each instant beside midnight, at both ends of the world, in a
    // place of odd minutes, and on the nights of 23 and of 25 hours.
    let cases: [(&str, Option<bool>, &str); 8] = [
        ("2028-02-28T23:59:59+14:00", None, "a second before the day, where it begins first"),
        ("2028-02-29T00:00:00+14:00", Some(false), "its first second"),
        ("2028-02-29T23:59:59+14:00", Some(false), "its last second"),
        ("2028-03-01T00:00:00+14:00", Some(true), "the day after"),
        ("2028-02-28T23:59:59-11:00", None, "where it begins last, though others have March"),
        ("2028-02-29T00:00:00-11:00", Some(false), "there, too, at its own midnight"),
        ("2028-02-29T00:00:00+05:45", Some(false), "an offset of three quarters"),
        ("2028-02-28T23:59:59+05:45", None, "and the second before"),
    ];
    for (now, wanted, why) in cases {
        home = home.reopened_at(now);
        assert_eq!(asked(&home, "next_step"), wanted, "{now}: {why}");
    }
}

#[test]
fn the_nights_when_clocks_change_have_one_day_each() {
    let (mut home, dispute) = Home::with_dispute();
    home.app.save_next_step(&dispute, &step("2026-03-08", None)).expect("kept");
    home.app.save_next_step(&dispute, &step("2026-11-01", None)).expect("kept");
    // New York: the night of 8 March leaves out an hour, that of 1 November has one twice.
    let cases: [(&str, &[bool]); 8] = [
        ("2026-03-07T23:59:59-05:00", &[]),
        ("2026-03-08T00:00:00-05:00", &[false]),
        ("2026-03-08T03:00:00-04:00", &[false]),
        ("2026-03-08T23:59:59-04:00", &[false]),
        ("2026-03-09T00:00:00-04:00", &[true]),
        ("2026-11-01T01:30:00-04:00", &[true, false]),
        ("2026-11-01T01:30:00-05:00", &[true, false]),
        ("2026-11-02T00:00:00-05:00", &[true, true]),
    ];
    for (now, wanted) in cases {
        home = home.reopened_at(now);
        let due = home.app.due_answer(None).expect("answered").due;
        let overdue: Vec<_> = due.iter().map(|it| it.overdue).collect();
        assert_eq!(overdue, wanted, "{now}");
    }
}

#[test]
fn a_look_at_a_remedy_falls_on_its_day_across_a_change_of_clocks() {
    let (home, dispute) = Home::with_dispute();
    let claim = home.app.dispute(&dispute).expect("there").claims[0].claim.id.clone();
    let remedy = Remedy {
        id: None,
        kind: RemedyKind::Refund,
        by: None,
        vendor: None,
        agreed_on: "2026-06-02".into(),
        what: "The price is paid back".into(),
        scope: None,
        caveat: None,
        before_use: None,
        claim,
        expected_by: None,
        delivered_on: Some("2026-06-20".into()),
        ends_on: None,
        satisfied_on: None,
    };
    let looks = Some(vec![PlannedLook { id: None, on: "2026-10-25".into() }]);
    let along = RemedyAlong { looks, ..RemedyAlong::default() };
    home.app.save_remedy(&dispute, &remedy, &along).expect("agreed");
    let mut home = home;
    // In Madrid, 25 October has an hour twice: it begins two hours ahead and ends one.
    let cases = [
        ("2026-10-24T23:59:59+02:00", None, "not the evening before"),
        ("2026-10-25T00:00:00+02:00", Some(false), "on its day"),
        ("2026-10-25T02:30:00+02:00", Some(false), "in the hour that comes twice"),
        ("2026-10-25T02:30:00+01:00", Some(false), "and when it comes again"),
        ("2026-10-26T00:00:00+01:00", Some(true), "and asked still, as overdue"),
    ];
    for (now, wanted, why) in cases {
        home = home.reopened_at(now);
        assert_eq!(asked(&home, "check"), wanted, "{now}: {why}");
    }
}

#[test]
fn what_was_written_down_elsewhere_keeps_its_day() {
    // 22:40 in New York is the next day already in Tokyo, and still the same evening in Honolulu.
    let (mut home, dispute) = Home::with_dispute();
    let mut late = call(&dispute);
    late.at = "2026-06-19T22:40:00-04:00".into();
    home.app.log_call(&late).expect("kept");
    let mut days = BTreeSet::new();
    for now in
        ["2026-06-20T11:40:00+09:00", "2026-06-19T16:40:00-10:00", "2026-06-19T22:41:00-04:00"]
    {
        home = home.reopened_at(now);
        let page = home.app.timeline(&dispute, true, None).expect("shown");
        days.insert(page.entries[0].day.clone());
    }
    assert_eq!(days, BTreeSet::from(["2026-06-19".to_owned()]), "the day of the call where it was");
}

#[test]
fn a_reminder_is_told_once_on_the_nights_when_clocks_change() {
    let (home, dispute) = Home::with_dispute();
    home.app.save_next_step(&dispute, &step("2026-03-08", Some("02:30"))).expect("kept");
    home.app.save_next_step(&dispute, &step("2026-11-01", Some("01:30"))).expect("kept");
    let told = |mut home: Home, instants: &[&str]| {
        let mut all = Vec::new();
        for now in instants {
            home = home.reopened_at(now);
            all.extend(home.app.remind().expect("asked").into_iter().map(|it| it.title));
        }
        (home, all)
    };
    // At two o'clock it is three at once: what was planned for half past two is told then.
    let spring =
        ["2026-03-08T01:59:40-05:00", "2026-03-08T03:00:10-04:00", "2026-03-08T03:00:40-04:00"];
    let (home, all) = told(home, &spring);
    assert_eq!(all, ["02:30: a step you planned"], "half a minute is no silence");
    // The hour from one to two comes twice.
    let autumn = [
        "2026-11-01T01:29:40-04:00",
        "2026-11-01T01:30:10-04:00",
        "2026-11-01T01:59:50-04:00",
        "2026-11-01T01:00:10-05:00",
        "2026-11-01T01:30:10-05:00",
        "2026-11-01T02:00:10-05:00",
    ];
    let (_, all) = told(home, &autumn);
    let steps: Vec<_> = all.iter().filter(|title| title.starts_with("01:30")).collect();
    assert_eq!(steps.len(), 1, "once, however often it is half past one: {all:?}");
}
