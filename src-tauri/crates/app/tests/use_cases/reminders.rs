//! What is told outside the window, and when.

use chrono::{NaiveDateTime, TimeDelta};
use holdfast_app::wire::NextStep;
use holdfast_app::{App, Reminder};

use crate::support::{Home, call};

fn home() -> Home {
    let (home, dispute) = Home::with_dispute();
    let step = NextStep {
        id: None,
        on: "2026-06-20".into(),
        at: Some("15:00".into()),
        what: "Ask for the 80.00 USD, quietly".into(),
        channel: None,
        contact: None,
        done_on: None,
    };
    home.app.save_next_step(&dispute, &step).expect("kept");
    let mut private = call(&dispute);
    private.note = Some("a secret".into());
    home.app.log_call(&private).expect("kept");
    home
}

fn told(app: &App, since: &str, until: &str) -> Vec<Reminder> {
    let time = |text: &str| text.parse::<NaiveDateTime>().expect("the case names a time");
    let was_closed = time(until) - time(since) > TimeDelta::minutes(10);
    app.reminders(time(since), time(until), was_closed).expect("asked")
}

#[test]
fn a_step_is_told_at_its_time_and_the_day_in_the_morning() {
    let home = home();
    let cases: [(&str, &str, &[&str], &str); 8] = [
        ("2026-06-20T14:59:00", "2026-06-20T14:59:30", &[], "not before its time"),
        (
            "2026-06-20T14:59:30",
            "2026-06-20T15:00:00",
            &["15:00: a step you planned"],
            "at its time",
        ),
        ("2026-06-20T15:00:00", "2026-06-20T15:00:30", &[], "and once"),
        (
            "2026-06-20T08:59:30",
            "2026-06-20T09:00:00",
            &["One matter asks for you today"],
            "morning",
        ),
        ("2026-06-20T09:00:00", "2026-06-20T09:00:30", &[], "once in the morning"),
        (
            "2026-06-19T20:00:00",
            "2026-06-20T09:30:00",
            &["One matter asks for you today"],
            "the list that was missed",
        ),
        (
            "2026-06-20T12:00:00",
            "2026-06-20T16:00:00",
            &["One step had its time while Holdfast was closed"],
            "the step that was missed",
        ),
        (
            "2026-06-18T12:00:00",
            "2026-06-20T16:00:00",
            &["One step had its time"],
            "both that were missed, as one",
        ),
    ];
    for (since, until, wanted, why) in cases {
        let titles: Vec<_> = told(&home.app, since, until).into_iter().map(|it| it.title).collect();
        assert_eq!(titles, wanted, "{why}");
    }
}

#[test]
fn nothing_is_told_that_others_should_not_see() {
    let home = home();
    let all = told(&home.app, "2026-06-18T12:00:00", "2026-06-20T16:00:00");
    let words = format!("{all:?}");
    assert!(words.contains("The lamp that hums"), "the matter is named: {words}");
    for private in ["80.00", "quietly", "secret"] {
        assert!(!words.contains(private), "{private} is told: {words}");
    }
}

#[test]
fn what_was_told_is_not_told_again_and_nothing_is_where_nobody_wants_it() {
    let home = home();
    assert_eq!(home.app.remind().expect("asked").len(), 1, "nine o'clock has come");
    assert_eq!(home.app.remind().expect("asked"), [], "it was told");
    assert!(home.app.wants_reminders().expect("asked"), "unless one says otherwise");
    home.app.want_reminders(false).expect("kept");
    let home = home.reopened();
    assert!(!home.app.wants_reminders().expect("asked"), "it is remembered");
    assert_eq!(home.app.remind().expect("asked"), [], "nothing is told");
}
