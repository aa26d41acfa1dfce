//! “Does it still hold?”, and what follows from the answer.

use holdfast_app::wire::{
    Acceptance, CheckAnswer, CheckResult, ErrorCode, Offer, OfferAnswer, Remedy, RemedyKind,
    RemedyStatus,
};

use crate::support::{Home, TODAY, id_of, money};

fn refund(claim: Option<String>) -> Remedy {
    Remedy {
        id: None,
        kind: RemedyKind::Refund,
        by: None,
        vendor: None,
        agreed_on: "2026-06-05".into(),
        what: "The price is paid back".into(),
        caveat: None,
        claim,
        expected_by: None,
        delivered_on: Some("2026-06-10".into()),
        ends_on: None,
    }
}

fn agreed(home: &Home, dispute: &str, with_claim: bool) -> String {
    let view = home.app.dispute(dispute).expect("it is there");
    let claim = view.claims[0].claim.id.clone().filter(|_| with_claim);
    let done = home.app.save_remedy(dispute, &refund(claim), Some(TODAY), None).expect("accepted");
    id_of(&done)
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
        next_on: Some(view.remedies[0].proposed_next_check.clone()),
    }
}

#[test]
fn holding_plans_the_next_look_once() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agreed(&home, &dispute, true);
    let holds = answer(&home, &dispute, &remedy, CheckResult::Holds);
    home.app.answer_check(&holds).expect("accepted");
    let view = home.app.dispute(&dispute).expect("it is there").remedies[0].clone();
    assert_eq!(view.status, RemedyStatus::Holding);
    assert_eq!(view.check_due, None, "what was answered no longer asks");
    assert_eq!(view.next_check.map(|check| Some(check.due_on)), Some(holds.next_on.clone()));
    let unplanned = CheckAnswer { check: None, ..holds };
    home.app.answer_check(&unplanned).expect("accepted");
    let checks = &home.app.dispute(&dispute).expect("it is there").remedies[0].checks;
    let open = checks.iter().filter(|check| check.done_on.is_none()).count();
    assert_eq!(open, 1, "a look that is planned already is enough");
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

fn offered(home: &Home, dispute: &str) -> String {
    let offer = Offer {
        id: None,
        by: None,
        vendor: Some(home.vendor()),
        on: "2026-06-10".into(),
        terms: "The price back, in two parts".into(),
        amount: Some(money("80.00", "USD")),
        open_until: None,
        answer: None,
        answered_on: None,
    };
    id_of(&home.app.save_offer(dispute, &offer).expect("the offer is kept"))
}

#[test]
fn accepting_an_offer_is_one_action_that_is_undone_as_a_whole() {
    let (home, dispute) = Home::with_dispute();
    let offer = offered(&home, &dispute);
    let before = home.app.export_household().expect("given out");
    let yes = Acceptance { offer, on: TODAY.into() };
    let done = home.app.save_remedy(&dispute, &refund(None), None, Some(&yes)).expect("accepted");
    let view = home.app.dispute(&dispute).expect("it is there");
    assert_eq!(view.remedies.len(), 1, "the offer became a remedy");
    let answered = &view.offers[0].offer;
    assert_eq!(answered.answer, Some(OfferAnswer::Accepted));
    assert_eq!(answered.answered_on.as_deref(), Some(TODAY), "on the day that was said");
    assert_eq!(done.id, view.remedies[0].remedy.id, "what was made is the remedy");
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    let after = home.app.export_household().expect("given out");
    assert_eq!(before, after, "one undo takes back the remedy and the answer");
}

#[test]
fn an_acceptance_that_cannot_be_leaves_no_remedy_behind() {
    let (home, dispute) = Home::with_dispute();
    let offer = offered(&home, &dispute);
    let elsewhere = home.app.start_dispute(&crate::support::new_dispute()).expect("accepted");
    let cases = [
        (id_of(&elsewhere), TODAY, ErrorCode::NotFound, "the offer is another dispute's"),
        (dispute.clone(), "soon", ErrorCode::Refused, "that is no day"),
    ];
    for (of, on, code, why) in cases {
        let yes = Acceptance { offer: offer.clone(), on: on.into() };
        let refused = home.app.save_remedy(&of, &refund(None), None, Some(&yes));
        assert_eq!(refused.expect_err(why).code, code, "{why}");
        let view = home.app.dispute(&of).expect("it is there");
        assert!(view.remedies.is_empty(), "all of it or nothing: {why}");
    }
}
