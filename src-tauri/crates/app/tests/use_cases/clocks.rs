//! Time limits: proposed by what happened, kept as the household says, and never lost.

use holdfast_app::wire::{
    Channel, ClockForm, ClockStanding, ClockView, Direction, ErrorCode, Party, Role, VendorChoice,
    VendorKind,
};

use crate::support::{Home, call, id_of, new_dispute};

pub(crate) const RULE: &str = "us_transfer_error_decision";

/// A dispute with a bank in the United States that was written to on 2026-06-19.
pub(crate) fn told() -> (Home, String) {
    let home = Home::new();
    home.app.save_region("US").expect("the place is known");
    let mut made = new_dispute();
    if let Some(vendor) = &mut made.vendor {
        vendor.kind = VendorKind::Bank;
    }
    let dispute = id_of(&home.app.start_dispute(&made).expect("accepted"));
    let vendor = home.app.vendors("").expect("listed")[0].name.clone();
    let mut call = call(&dispute);
    call.vendor = Some(crate::support::new_vendor(&vendor));
    call.channel = Channel::Phone;
    call.direction = Direction::Out;
    home.app.log_call(&call).expect("accepted");
    (home, dispute)
}

pub(crate) fn find(home: &Home, dispute: &str, rule: &str) -> Option<ClockView> {
    let board = home.app.clocks(dispute).expect("the board is given");
    board.clocks.into_iter().find(|it| it.rule == rule)
}

pub(crate) fn form(of: &ClockView, applies: bool) -> ClockForm {
    ClockForm {
        id: of.id.clone(),
        rule: of.rule.clone(),
        vendor: of.vendor.as_ref().map(|it| it.id.clone()),
        trigger_on: of.trigger_on.clone(),
        because_of: of.because_of.clone(),
        applies,
        met_on: None,
        met_by: None,
        missed_on: None,
    }
}

#[test]
fn what_happened_proposes_a_clock_with_its_count_and_source() {
    let (home, dispute) = told();
    let clock = find(&home, &dispute, RULE).expect("a call to a bank proposes its decision");
    assert_eq!(clock.standing, ClockStanding::Proposed, "nobody has said that it applies");
    assert_eq!((clock.id.as_deref(), clock.trigger_on.as_str()), (None, "2026-06-19"));
    assert!(clock.because_of.is_some(), "the call is named");
    assert!(clock.source.contains("1005.11"), "and the rule");
    let counted = clock.counted.expect("it has a count of days");
    // The call was on Friday 19 June. The third of July rests for the fourth, a Saturday.
    assert_eq!(counted.last_day, "2026-07-06", "over Independence Day");
    assert_eq!(counted.skipped.len(), 1, "the holiday that was left out is named");
    let off = find(&home, &dispute, "us_cfpb_answer");
    assert!(off.is_none(), "what is only said of a rule is switched off");
}

#[test]
fn what_applies_runs_and_what_does_not_is_not_proposed_again() {
    let (home, dispute) = told();
    let proposed = find(&home, &dispute, RULE).expect("proposed");
    home.app.save_clock(&dispute, &form(&proposed, true)).expect("it is kept");
    let running = find(&home, &dispute, RULE).expect("kept");
    assert_eq!(running.standing, ClockStanding::Running);

    let mut met = form(&running, true);
    met.met_on = Some("2026-06-20".into());
    let done = home.app.save_clock(&dispute, &met).expect("it is kept");
    assert_eq!(find(&home, &dispute, RULE).expect("kept").standing, ClockStanding::Met);
    home.app.undo(&done.action.expect("a change")).expect("undone");
    assert_eq!(find(&home, &dispute, RULE).expect("kept").standing, ClockStanding::Running);

    home.app.save_clock(&dispute, &form(&running, false)).expect("it is kept");
    let board = home.app.clocks(&dispute).expect("the board is given");
    let same: Vec<_> = board.clocks.iter().filter(|it| it.rule == RULE).collect();
    assert_eq!(same.len(), 1, "it is not proposed beside what was said of it");
    assert_eq!(same[0].standing, ClockStanding::DoesNotApply, "and can be taken back");
    let answer = home.app.clocks_answer("The lamp that hums", None).expect("answered");
    assert!(answer.clocks.iter().all(|it| it.rule != RULE), "the command line leaves it out");
}

#[test]
fn a_clock_counts_from_the_day_that_the_household_says() {
    let (home, dispute) = told();
    let proposed = find(&home, &dispute, RULE).expect("proposed");
    let mut changed = form(&proposed, true);
    changed.trigger_on = "2026-05-01".into();
    home.app.save_clock(&dispute, &changed).expect("it is kept");
    let clock = find(&home, &dispute, RULE).expect("kept");
    assert_eq!(clock.counted.map(|it| it.last_day).as_deref(), Some("2026-05-15"));
    assert_eq!(clock.standing, ClockStanding::Passed, "its last day is over, and it was theirs");
    let earlier = home.app.clocks_answer(&dispute, "2026-05-10".parse().ok()).expect("answered");
    let row = earlier.clocks.iter().find(|it| it.rule == RULE).expect("it is there");
    assert_eq!(row.standing, ClockStanding::Running, "seen from an earlier day it ran");
}

#[test]
fn a_closed_window_is_shown_as_closed_and_not_offered() {
    let (home, dispute) = told();
    let proposed = find(&home, &dispute, "us_transfer_error_notice").expect("the claim arose");
    assert_eq!(proposed.standing, ClockStanding::Proposed, "60 days from 1 June are not over");
    let mut old = form(&proposed, true);
    old.trigger_on = "2026-01-02".into();
    home.app.save_clock(&dispute, &old).expect("it is kept");
    let closed = find(&home, &dispute, "us_transfer_error_notice").expect("kept");
    assert_eq!(closed.standing, ClockStanding::Closed, "the household's own time is over");
}

#[test]
fn a_rule_that_is_not_known_or_switched_off_is_refused() {
    let (home, dispute) = told();
    let proposed = find(&home, &dispute, RULE).expect("proposed");
    for rule in ["nothing", "us_cfpb_answer"] {
        let wrong = ClockForm { rule: rule.into(), ..form(&proposed, true) };
        let error = home.app.save_clock(&dispute, &wrong).expect_err("it is refused");
        assert_eq!(error.code, ErrorCode::Refused, "{rule}");
    }
    let gone = ClockForm { id: Some(dispute.clone()), ..form(&proposed, true) };
    assert!(home.app.save_clock(&dispute, &gone).is_err(), "no such clock");
}

#[test]
fn a_clock_that_runs_is_due_on_its_last_day_until_it_is_done() {
    let (home, dispute) = told();
    let proposed = find(&home, &dispute, RULE).expect("proposed");
    let due = |on: &str| {
        let answer = home.app.due_answer(on.parse().ok()).expect("answered");
        answer.due.into_iter().filter(|row| row.kind == "clock").count()
    };
    assert_eq!(due("2026-07-06"), 0, "what is only proposed is not due");
    home.app.save_clock(&dispute, &form(&proposed, true)).expect("it is kept");
    assert_eq!((due("2026-07-05"), due("2026-07-06")), (0, 1), "on its last day it is due");
    let running = find(&home, &dispute, RULE).expect("kept");
    let met = ClockForm { met_on: Some("2026-06-20".into()), ..form(&running, true) };
    home.app.save_clock(&dispute, &met).expect("it is kept");
    assert_eq!(due("2026-07-06"), 0, "what is done is not due");
}

#[test]
fn how_a_limit_ended_is_kept_and_asks_no_more() {
    let (home, dispute) = told();
    let mut form = form(&find(&home, &dispute, RULE).expect("proposed"), true);
    form.trigger_on = "2026-05-01".into();
    home.app.save_clock(&dispute, &form).expect("it is kept");
    let passed = find(&home, &dispute, RULE).expect("kept");
    let due = || home.app.due_answer(None).expect("answered").due;
    let asks = || due().iter().any(|row| row.kind == "clock");
    assert_eq!((passed.standing, asks()), (ClockStanding::Passed, true), "it is over, and asks");

    let call = proposed_by(&home, &dispute);
    let of = |met_on: Option<&str>, met_by: Option<&str>, missed_on: Option<&str>| ClockForm {
        id: passed.id.clone(),
        met_on: met_on.map(str::to_owned),
        met_by: met_by.map(str::to_owned),
        missed_on: missed_on.map(str::to_owned),
        ..form.clone()
    };
    let cases = [
        (of(Some("2026-05-15"), Some(call.as_str()), None), ClockStanding::Met, "on its last day"),
        (of(Some("2026-05-16"), None, None), ClockStanding::MetLate, "a day later"),
        (of(None, None, Some("2026-06-20")), ClockStanding::Missed, "noted as not done"),
    ];
    for (ending, standing, why) in cases {
        let done = home.app.save_clock(&dispute, &ending).expect("it is kept");
        let found = find(&home, &dispute, RULE).expect("kept");
        assert_eq!((found.standing, asks()), (standing, false), "{why}");
        assert_eq!(found.met_by.map(|event| event.id), ending.met_by, "{why}: and by what");
        home.app.undo(&done.action.expect("a change")).expect("undone");
        assert!(asks(), "{why}: taken back in one step, it asks again");
    }
    let early = of(Some("2026-04-30"), None, None);
    assert!(home.app.save_clock(&dispute, &early).is_err(), "not before it began");
    let strange = of(Some("2026-05-15"), Some(&dispute), None);
    assert!(home.app.save_clock(&dispute, &strange).is_err(), "by an event of this dispute only");
}

/// The event that proposes the rule: the call to the bank.
fn proposed_by(home: &Home, dispute: &str) -> String {
    let rule = "us_transfer_error_in_writing";
    find(home, dispute, rule).and_then(|it| it.because_of).expect("the call proposes it")
}

#[test]
fn the_ladder_says_why_a_body_is_not_offered() {
    let (home, dispute) = told();
    let ombudsman =
        VendorChoice { id: None, name: "Ombudsman for banks".into(), kind: VendorKind::Ombudsman };
    let party = Party {
        id: None,
        vendor: String::new(),
        roles: vec![Role::CanCompel],
        reference: None,
        policy: None,
        rationale: None,
    };
    home.app.save_party(&dispute, &party, &ombudsman).expect("it plays a part");
    home.app.save_region("GB").expect("the place is known");
    let top = || home.app.ladder(&dispute).expect("given").steps.pop().expect("outside bodies");
    assert_eq!((top().bodies.len(), top().closed.len()), (1, 0), "it can be asked");

    let bank = find(&home, &dispute, "uk_final_response").and_then(|it| it.vendor);
    let mut limit = ClockForm {
        id: None,
        rule: "uk_ombudsman_six_months".into(),
        vendor: bank.map(|it| it.id),
        trigger_on: "2025-12-19".into(),
        because_of: None,
        applies: true,
        met_on: None,
        met_by: None,
        missed_on: None,
    };
    let done = home.app.save_clock(&dispute, &limit).expect("it is kept");
    let closed = top().closed;
    assert_eq!((top().bodies.len(), closed.len()), (0, 1), "six months ended yesterday");
    assert_eq!(closed[0].last_day, "2026-06-19", "and it says on which day");
    let next = home.app.ladder(&dispute).expect("given").next;
    let offered = next.and_then(|it| it.vendor).map(|it| it.name);
    assert_ne!(offered.as_deref(), Some("Ombudsman for banks"), "so it is not next");

    (limit.id, limit.trigger_on) = (done.id, "2025-12-20".into());
    home.app.save_clock(&dispute, &limit).expect("it is kept");
    assert_eq!((top().bodies.len(), top().closed.len()), (1, 0), "on the last day it still can");
}
