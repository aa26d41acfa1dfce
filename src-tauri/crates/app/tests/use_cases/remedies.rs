//! “Does it still hold?”, and what follows from the answer.

use holdfast_app::wire::{
    Check, CheckAnswer, CheckResult, ClosedAs, DisputeState, ErrorCode, PlanQuery, PlannedLook,
    Remedy, RemedyAlong, RemedyKind, RemedyStageKind, RemedyStatus, RemedyView,
};

use crate::support::{Home, TODAY, id_of, money};

pub(crate) fn refund(claim: Option<String>) -> Remedy {
    Remedy {
        id: None,
        kind: RemedyKind::Refund,
        by: None,
        vendor: None,
        agreed_on: "2026-06-05".into(),
        what: "The price is paid back".into(),
        scope: None,
        caveat: None,
        before_use: None,
        claim,
        expected_by: None,
        delivered_on: Some("2026-06-10".into()),
        ends_on: None,
        satisfied_on: None,
    }
}

fn agreed(home: &Home, dispute: &str, with_claim: bool) -> String {
    let view = home.app.dispute(dispute).expect("it is there");
    let claim = view.claims[0].claim.id.clone().filter(|_| with_claim);
    let done = home.app.save_remedy(dispute, &refund(claim), &looks(&[TODAY])).expect("accepted");
    id_of(&done)
}

/// New looks on these days.
fn looks(days: &[&str]) -> RemedyAlong {
    let looks = days.iter().map(|on| PlannedLook { id: None, on: (*on).into() }).collect();
    RemedyAlong { looks: Some(looks), ..RemedyAlong::default() }
}

fn first_remedy(home: &Home, dispute: &str) -> RemedyView {
    home.app.dispute(dispute).expect("it is there").remedies[0].clone()
}

fn answer(home: &Home, dispute: &str, remedy: &str, result: CheckResult) -> CheckAnswer {
    let view = home.app.dispute(dispute).expect("it is there");
    let check = view.remedies[0].check_due.clone().expect("a look is due");
    CheckAnswer {
        dispute: dispute.into(),
        remedy: remedy.into(),
        check: check.id,
        result,
        on: TODAY.into(),
        note: None,
        taken_back: None,
        next_on: None,
    }
}

#[test]
fn when_the_last_look_held_one_is_asked_whether_that_is_enough() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    home.app.answer_check(&answer(&home, &dispute, &remedy, CheckResult::Holds)).expect("accepted");
    let view = first_remedy(&home, &dispute);
    assert_eq!(view.status, RemedyStatus::Holding);
    assert_eq!((view.check_due, view.next_check), (None, None), "nobody plans looks unasked");
    assert!(view.asks_whether_satisfied, "the planned looks are done");
    assert_eq!(view.further_look, "2026-09-20", "a quarter later, if one wants to go on");

    let satisfied = Remedy { satisfied_on: Some(TODAY.into()), ..view.remedy };
    home.app.save_remedy(&dispute, &satisfied, &RemedyAlong::default()).expect("accepted");
    let view = first_remedy(&home, &dispute);
    assert!(!view.asks_whether_satisfied, "one answer is enough");
    assert_eq!(view.checks.len(), 1, "what was looked at stays");

    let further =
        Check { id: None, due_on: view.further_look, done_on: None, result: None, note: None };
    home.app.save_check(&dispute, &remedy, &further).expect("accepted");
    let view = first_remedy(&home, &dispute);
    assert_eq!(view.remedy.satisfied_on, None, "who plans a look is not satisfied yet");
}

#[test]
fn a_look_that_settled_nothing_is_repeated_once() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    let mut unclear = answer(&home, &dispute, &remedy, CheckResult::Unclear);
    unclear.next_on = Some("2026-06-27".into());
    home.app.answer_check(&unclear).expect("accepted");
    let unplanned = CheckAnswer { check: None, ..unclear };
    home.app.answer_check(&unplanned).expect("accepted");
    let checks = first_remedy(&home, &dispute).checks;
    let open: Vec<_> = checks.iter().filter(|it| it.done_on.is_none()).collect();
    assert_eq!(open.len(), 1, "a look that is planned already is enough");
    assert_eq!(open[0].due_on, "2026-06-27");
}

#[test]
fn looks_are_planned_by_kind_and_changed_with_the_remedy() {
    let (home, dispute) = Home::with_dispute();
    let query = PlanQuery {
        kind: RemedyKind::Refund,
        agreed_on: Some("2026-06-05".into()),
        expected_by: Some("2026-06-12".into()),
        delivered_on: None,
        ends_on: None,
    };
    let plan = home.app.check_plan(&query).expect("understood");
    assert_eq!(plan.looks, ["2026-07-12", "2026-08-11"], "counted from the day it is expected");
    let delivered = PlanQuery { delivered_on: Some("2026-06-10".into()), ..query.clone() };
    let plan = home.app.check_plan(&delivered).expect("understood");
    assert_eq!(plan.looks, ["2026-07-10", "2026-08-09"], "and from the delivery once it came");
    let unknown = PlanQuery { agreed_on: None, expected_by: None, ..query };
    let plan = home.app.check_plan(&unknown).expect("understood");
    assert_eq!(plan.looks, ["2026-07-20", "2026-08-19"], "and from today while nothing is known");

    let days = ["2026-06-20", "2026-07-10", "2026-08-09"];
    home.app.save_remedy(&dispute, &refund(None), &looks(&days)).expect("accepted");
    let view = first_remedy(&home, &dispute);
    let remedy = view.remedy.id.clone().expect("saved");
    home.app.answer_check(&answer(&home, &dispute, &remedy, CheckResult::Holds)).expect("answered");
    // One is moved, one taken out, one added.
    let moved = PlannedLook { id: view.checks[1].id.clone(), on: "2026-07-15".into() };
    let added = PlannedLook { id: None, on: "2026-12-01".into() };
    let along = RemedyAlong { looks: Some(vec![added, moved.clone()]), ..RemedyAlong::default() };
    home.app.save_remedy(&dispute, &view.remedy, &along).expect("accepted");
    let after = first_remedy(&home, &dispute);
    let mut said: Vec<_> =
        after.checks.iter().map(|it| (it.due_on.as_str(), it.done_on.is_some())).collect();
    said.sort_unstable();
    assert_eq!(said, [("2026-06-20", true), ("2026-07-15", false), ("2026-12-01", false)]);
    let kept = after.checks.iter().find(|it| it.due_on == "2026-07-15").map(|it| it.id.clone());
    assert_eq!(kept, Some(moved.id), "a look that was moved is still the same look");

    let done = PlannedLook { id: view.checks[0].id.clone(), on: "2026-07-01".into() };
    let along = RemedyAlong { looks: Some(vec![done]), ..RemedyAlong::default() };
    let error = home.app.save_remedy(&dispute, &view.remedy, &along);
    assert_eq!(error.expect_err("done").code, ErrorCode::NotFound, "what was looked at stands");
}

#[test]
fn what_the_caveat_asks_becomes_a_step_in_the_same_action() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    let step = holdfast_app::wire::NextStep {
        id: None,
        on: "2026-06-25".into(),
        at: None,
        what: "Announce the transfer".into(),
        channel: None,
        contact: None,
        done_on: None,
    };
    let along = RemedyAlong { step: Some(step), ..RemedyAlong::default() };
    let remedy = Remedy {
        scope: Some("the transfers of July".into()),
        caveat: Some("Announced two business days ahead".into()),
        before_use: Some("Is it announced?".into()),
        ..refund(None)
    };
    let done = home.app.save_remedy(&dispute, &remedy, &along).expect("accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.next_steps[0].step.what, "Announce the transfer");
    assert_eq!(done.id, view.remedies[0].remedy.id, "what was made is the remedy");
    let file = home.app.export_household().expect("given out");
    let again = Home::new();
    let imported = again.app.import_household(file.as_bytes()).expect("read");
    assert!(imported.imported, "{:?}", imported.problems);
    let kept = &again.app.dispute(&again.app.disputes(&all()).expect("listed")[0].id);
    let kept = kept.as_ref().expect("there").remedies[0].remedy.clone();
    assert_eq!(
        (kept.scope, kept.before_use),
        (remedy.scope, remedy.before_use),
        "the file keeps what it covers and what is asked before use"
    );
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"), "one undo for both");
}

fn all() -> holdfast_app::wire::DisputesQuery {
    holdfast_app::wire::DisputesQuery { search: String::new(), state: None }
}

#[test]
fn what_is_taken_back_opens_a_closed_dispute_in_the_same_action() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    home.app.close_dispute(&dispute, TODAY, ClosedAs::Settled).expect("closed");
    let view = first_remedy(&home, &dispute);
    assert!(view.in_closed_dispute);
    assert_eq!(view.check_due, None, "nothing of a closed dispute is due");
    let before = home.app.export_household().expect("given out");
    let back = CheckAnswer {
        dispute: dispute.clone(),
        remedy: remedy.clone(),
        check: view.next_check.and_then(|check| check.id),
        result: CheckResult::DoesNotHold,
        on: TODAY.into(),
        note: None,
        taken_back: Some(money("30.00", "USD")),
        next_on: None,
    };
    let done = home.app.answer_check(&back).expect("accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.state, DisputeState::Open, "it is open again");
    let stages: Vec<_> = view.remedies[0].stages.iter().map(|it| (it.kind, &*it.on)).collect();
    assert_eq!(
        stages,
        [
            (RemedyStageKind::Granted, "2026-06-05"),
            (RemedyStageKind::Delivered, "2026-06-10"),
            (RemedyStageKind::Reversed, TODAY),
        ],
        "its whole life stays in sight"
    );
    let board = home.app.remedies().expect("listed");
    assert_eq!(board.reversed, [remedy], "the board shows it");
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    assert_eq!(
        before,
        home.app.export_household().expect("given out"),
        "one undo takes back the answer, the sum and the opening"
    );
}

#[test]
fn holding_leaves_a_closed_dispute_closed() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    let holds = answer(&home, &dispute, &remedy, CheckResult::Holds);
    home.app.close_dispute(&dispute, TODAY, ClosedAs::Settled).expect("closed");
    home.app.answer_check(&holds).expect("accepted");
    assert_eq!(home.app.dispute(&dispute).expect("there").state, DisputeState::Closed);
}

#[test]
fn the_board_says_what_matters_most() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    let board = home.app.remedies().expect("listed");
    assert_eq!(board.due, std::slice::from_ref(&remedy), "its look is due");
    assert_eq!(board.at_risk, [money("80.00", "USD")], "nobody has looked whether it came");
    assert!(board.held_longest.is_empty() && board.reversed.is_empty());
    home.app.answer_check(&answer(&home, &dispute, &remedy, CheckResult::Holds)).expect("accepted");
    let board = home.app.remedies().expect("listed");
    assert_eq!(board.held_longest, [remedy]);
    assert!(board.due.is_empty() && board.at_risk.is_empty(), "it held, and no look is to come");
}

#[test]
fn taken_back_makes_the_money_owed_again() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    let mut back = answer(&home, &dispute, &remedy, CheckResult::DoesNotHold);
    back.taken_back = Some(money("30.00", "USD"));
    home.app.answer_check(&back).expect("accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.remedies[0].status, RemedyStatus::Reversed);
    assert_eq!(view.claims[0].balance.reversed.amount, "30.00");
    assert_eq!(view.remedies[0].next_check, None, "a reversed remedy is not looked at again");
}

#[test]
fn a_sum_cannot_be_taken_back_where_no_claim_was_settled() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, false);
    let mut back = answer(&home, &dispute, &remedy, CheckResult::DoesNotHold);
    back.taken_back = Some(money("30.00", "USD"));
    let error = home.app.answer_check(&back).expect_err("there is nothing to take back from");
    assert_eq!((error.code, error.problems[0].field.as_str()), (ErrorCode::Refused, "takenBack"));
    let view = home.app.dispute(&dispute).expect("it is there");
    assert!(view.remedies[0].check_due.is_some(), "a refused answer leaves the look as it was");
}
