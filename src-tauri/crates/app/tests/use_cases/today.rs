//! Today: one thing a dispute, what was put off, and how long to wait.

use holdfast_app::App;
use holdfast_app::wire::{
    AgendaRow, ContactMade, Direction, DueKind, ErrorCode, Later, NextStep, Promise, SaidPromise,
    Today,
};

use crate::support::{Home, call, id_of, new_dispute};

fn promise(home: &Home, due_on: &str) -> Promise {
    Promise {
        id: None,
        by: None,
        vendor: Some(home.vendor()),
        made_on: "2026-06-05".into(),
        what: "The money is sent".into(),
        due_on: Some(due_on.into()),
        outcome: None,
        outcome_on: None,
    }
}

fn step(on: &str) -> NextStep {
    NextStep {
        id: None,
        on: on.into(),
        at: None,
        what: "Call again".into(),
        channel: None,
        contact: None,
        done_on: None,
    }
}

fn today(app: &App) -> Today {
    app.today().expect("the day can be shown")
}

fn later(dispute: &str, of: &AgendaRow, until: &str, or_answer: bool) -> Later {
    let (kind, id) = (of.lead.due.kind, of.lead.due.id.clone());
    Later { dispute: dispute.into(), kind, id, until: until.into(), or_answer }
}

/// A record with a promise that is overdue and a step of today.
fn busy() -> (Home, String) {
    let (home, dispute) = Home::with_dispute();
    home.app.save_promise(&dispute, &promise(&home, "2026-06-10")).expect("kept");
    home.app.save_next_step(&dispute, &step("2026-06-20")).expect("kept");
    (home, dispute)
}

#[test]
fn a_dispute_shows_the_one_thing_that_matters_and_folds_the_rest() {
    let (home, dispute) = busy();
    let day = today(&home.app);
    assert_eq!((day.today.len(), day.week.len()), (0, 0), "a dispute stands in one place");
    let [row] = day.overdue.as_slice() else { panic!("{:?}", day.overdue) };
    assert_eq!(row.dispute.id, dispute);
    assert_eq!(row.lead.due.kind, DueKind::Promise, "what was let pass comes before our step");
    let rest: Vec<_> = row.rest.iter().map(|it| it.due.kind).collect();
    assert_eq!(rest, [DueKind::NextStep], "which is folded beneath");
    let page = home.app.dispute(&dispute).expect("it is there");
    let next = page.next.map(|next| next.id);
    assert_eq!(next.as_ref(), Some(&row.lead.due.id), "its own page says the same");
    home.app
        .close_dispute(&dispute, "2026-06-20", holdfast_app::wire::ClosedAs::Settled)
        .expect("closed");
    assert!(today(&home.app).overdue.is_empty(), "nothing of a closed dispute asks");
}

#[test]
fn a_dispute_in_which_nothing_is_planned_is_not_forgotten() {
    let home = Home::new();
    let long_ago =
        holdfast_app::wire::NewDispute { opened_on: "2026-05-01".into(), ..new_dispute() };
    let id = id_of(&home.app.start_dispute(&long_ago).expect("accepted"));
    let day = today(&home.app);
    let [row] = day.today.as_slice() else { panic!("{day:?}") };
    assert_eq!((row.lead.due.kind, row.lead.by_cadence), (DueKind::Quiet, true));
    let vendor = row.lead.due.vendor.as_ref().map(|it| it.name.as_str());
    assert_eq!(vendor, Some("Copper & Pine"), "it says with whom, for titles repeat");
    assert_eq!(home.app.dispute(&id).expect("it is there").next, None, "there is no next step");
    let put = later(&id, row, "2026-07-20", true);
    home.app.put_off(&put).expect("a quiet matter can rest");
    let day = today(&home.app);
    assert!(day.today.is_empty(), "it rests");
    assert_eq!(day.put_off.len(), 1, "and is not lost");
}

#[test]
fn a_step_is_planned_in_several_disputes_at_once_and_taken_back_at_once() {
    let home = Home::new();
    let begun = |title: &str| {
        let opened_on = "2026-05-01".into();
        let made =
            holdfast_app::wire::NewDispute { title: title.into(), opened_on, ..new_dispute() };
        id_of(&home.app.start_dispute(&made).expect("accepted"))
    };
    let ids = [begun("The kettle"), begun("The chair"), begun("The lamp")];
    let quiet = || today(&home.app).today.len();
    assert_eq!(quiet(), 3, "nothing is planned in any of them");
    let twice = [ids[0].clone(), ids[1].clone(), ids[0].clone()];
    let done = home.app.plan_step(&twice, &step("2026-06-24")).expect("planned");
    let steps = |id: &String| home.app.dispute(id).expect("it is there").next_steps.len();
    assert_eq!(ids.each_ref().map(steps), [1, 1, 0], "once in each that was named");
    assert_eq!(quiet(), 1, "and those no longer ask for a plan");
    home.app.undo(&done.action.expect("it was an action")).expect("undone");
    assert_eq!(ids.each_ref().map(steps), [0, 0, 0], "one undo takes back all of them");
}

#[test]
fn a_step_is_planned_in_all_of_the_disputes_or_in_none() {
    let (home, dispute) = Home::with_dispute();
    let gone = "00000000-0000-7000-8000-000000000000".to_owned();
    let refusals = [
        (vec![dispute.clone(), gone], step("2026-06-24"), ErrorCode::NotFound, "one is gone"),
        (vec![], step("2026-06-24"), ErrorCode::Refused, "none is named"),
        (
            vec![dispute.clone()],
            NextStep { what: " ".into(), ..step("2026-06-24") },
            ErrorCode::Refused,
            "nothing is to be done",
        ),
    ];
    for (disputes, form, code, why) in refusals {
        let refused = home.app.plan_step(&disputes, &form).expect_err(why);
        assert_eq!(refused.code, code, "{why}");
    }
    let page = home.app.dispute(&dispute).expect("it is there");
    assert!(page.next_steps.is_empty(), "nothing was planned: {:?}", page.next_steps);
}

#[test]
fn what_is_put_off_rests_can_be_brought_back_and_each_is_one_undo() {
    let (home, dispute) = busy();
    let lead = today(&home.app).overdue[0].clone();
    let done = home.app.put_off(&later(&dispute, &lead, "2026-06-29", false)).expect("put off");
    let day = today(&home.app);
    assert_eq!(day.today[0].lead.due.kind, DueKind::NextStep, "then the next matters");
    let put_off = day.put_off[0].put_off.clone().expect("it says until when");
    assert_eq!((put_off.until.as_str(), put_off.or_answer), ("2026-06-29", false));
    home.app.bring_back(&put_off.id).expect("brought back");
    assert_eq!(today(&home.app).overdue[0].lead.due.id, lead.lead.due.id, "it asks again");
    home.app.undo_last().expect("undone");
    assert_eq!(today(&home.app).put_off.len(), 1, "bringing back is undone");
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    assert_eq!(today(&home.app).overdue[0].lead.due.id, lead.lead.due.id, "so is putting off");
}

#[test]
fn what_waits_for_an_answer_comes_back_with_it() {
    let (home, dispute) = busy();
    let lead = today(&home.app).overdue[0].clone();
    home.app.put_off(&later(&dispute, &lead, "2026-07-29", true)).expect("put off");
    let mut answer = call(&dispute);
    (answer.direction, answer.at) = (Direction::In, "2026-06-20T11:00:00-04:00".into());
    answer.vendor = Some(holdfast_app::wire::VendorChoice {
        id: Some(home.vendor()),
        name: String::new(),
        kind: holdfast_app::wire::VendorKind::Shop,
    });
    home.app.log_call(&answer).expect("kept");
    assert_eq!(today(&home.app).overdue[0].lead.due.id, lead.lead.due.id, "they were in touch");
}

#[test]
fn a_day_of_ones_own_is_moved_and_a_day_of_others_stays() {
    let (home, dispute) = busy();
    let row = today(&home.app).overdue[0].clone();
    let step = AgendaRow { lead: row.rest[0].clone(), ..row.clone() };
    home.app.put_off(&later(&dispute, &step, "2026-06-25", false)).expect("moved");
    home.app.put_off(&later(&dispute, &row, "2026-06-26", false)).expect("put off");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.next_steps[0].step.on, "2026-06-25", "the household's own plan");
    assert_eq!(view.promises[0].promise.due_on.as_deref(), Some("2026-06-10"), "their word");
    let answer = home.app.due_answer(None).expect("answered");
    let due = answer.due;
    assert_eq!(due.len(), 1, "what is due does not hang on what was put off: {due:?}");
    let shown = today(&home.app);
    let rows = shown.overdue.iter().chain(&shown.today);
    let items = rows.flat_map(|row| std::iter::once(&row.lead).chain(&row.rest));
    let asks: Vec<_> = items.filter(|it| it.due.on <= shown.day).map(|it| &it.due.what).collect();
    assert_eq!(answer.today.iter().map(|it| &it.what).collect::<Vec<_>>(), asks, "the same lines");
    assert_eq!(answer.put_off, shown.put_off.len(), "and what was put off is counted");
}

#[test]
fn what_cannot_be_put_off_is_refused() {
    let (home, dispute) = busy();
    let row = today(&home.app).overdue[0].clone();
    let good = later(&dispute, &row, "2026-06-29", false);
    let cases = [
        (
            "today is not later",
            Later { until: "2026-06-20".into(), ..good.clone() },
            ErrorCode::Refused,
        ),
        ("no day", Later { until: "soon".into(), ..good.clone() }, ErrorCode::Refused),
        ("of another kind", Later { kind: DueKind::Letter, ..good.clone() }, ErrorCode::NotFound),
        (
            "of no dispute",
            Later { dispute: row.lead.due.id.clone(), ..good.clone() },
            ErrorCode::NotFound,
        ),
    ];
    for (why, put, code) in cases {
        assert_eq!(home.app.put_off(&put).expect_err(why).code, code, "{why}");
    }
    let id = id_of(&home.app.put_off(&good).expect("put off"));
    home.app.bring_back(&id).expect("brought back");
    let twice = home.app.bring_back(&id).expect_err("it is back already");
    assert_eq!(twice.code, ErrorCode::NotFound);
}

#[test]
fn a_promise_that_was_followed_up_with_another_nags_no_more() {
    let (home, dispute) = Home::with_dispute();
    home.app.save_promise(&dispute, &promise(&home, "2026-06-10")).expect("kept");
    let mut follow_up = call(&dispute);
    follow_up.vendor = Some(holdfast_app::wire::VendorChoice {
        id: Some(home.vendor()),
        name: String::new(),
        kind: holdfast_app::wire::VendorKind::Shop,
    });
    let again = SaidPromise { what: "Sent on Wednesday".into(), due_on: Some("2026-06-24".into()) };
    follow_up.promises = vec![again];
    home.app.log_call(&follow_up).expect("kept");
    let day = today(&home.app);
    assert!(day.overdue.is_empty(), "{:?}", day.overdue);
    let [row] = day.week.as_slice() else { panic!("{day:?}") };
    assert_eq!(row.lead.due.what, "Sent on Wednesday");
    assert_eq!(row.followed[0].followed_up.as_deref(), Some("2026-06-19"), "it is still told");
}

#[test]
fn the_times_of_waiting_are_the_households_own() {
    let (home, _) = busy();
    let usual = home.app.cadence().expect("asked");
    assert_eq!((usual.days, usual.usual), (vec![7, 14, 28, 42], true));
    for (days, why) in [
        (vec![7, 14, 28], "four are needed"),
        (vec![7, 14, 14, 42], "each is longer than the one before"),
        (vec![0, 14, 28, 42], "a day at least"),
    ] {
        let refused = home.app.save_cadence(&days).expect_err(why);
        assert_eq!(
            (refused.code, refused.problems[0].field.as_str()),
            (ErrorCode::Refused, "days")
        );
    }
    home.app.save_cadence(&[3, 10, 20, 60]).expect("kept");
    let own = home.app.cadence().expect("asked");
    assert_eq!((own.days, own.usual), (vec![3, 10, 20, 60], false));
    assert_eq!(today(&home.app).later.unanswered, "2026-06-30", "ten days from today");
    home.app.undo_last().expect("undone");
    assert!(home.app.cadence().expect("asked").usual, "the usual days again");
}

#[test]
fn the_next_contact_is_proposed_at_the_households_pace() {
    let (home, dispute) = Home::with_dispute();
    let made = ContactMade {
        vendor: Some(home.vendor()),
        on: "2026-06-19".into(),
        answered: Some(true),
        promised_for: None,
    };
    let proposed = |made: &ContactMade| home.app.propose_contact(&dispute, made).expect("asked");
    assert_eq!(proposed(&made), "2026-06-26", "a week after somebody answered");
    let nobody = ContactMade { answered: Some(false), ..made.clone() };
    assert_eq!(proposed(&nobody), "2026-06-22", "on Monday, where nobody did on a Friday");
    let promised = ContactMade { promised_for: Some("2026-06-24".into()), ..made.clone() };
    assert_eq!(proposed(&promised), "2026-06-26", "two business days after what was promised");
    home.app.save_cadence(&[3, 10, 20, 60]).expect("kept");
    assert_eq!(proposed(&made), "2026-06-22", "three days later, by the household's own times");
}
