//! What the lines of statements mean for the disputes, and what follows once the person says so.

mod on_a_statement;

use holdfast_app::wire::{
    CheckAnswer, CheckResult, ClosedAs, DisputeState, ErrorCode, MatchAnswer, MatchConfirmed,
    MatchKind, MatchPart, MatchProposal, MatchReason, Movement, MovementKind, PlannedLook,
    RecordKind, Remedy, RemedyAlong, RemedyKind, RemedyStatus,
};

use crate::statements::take;
use crate::support::{Home, claim, id_of, money};

/// What is proposed now, the surest first.
fn proposals(home: &Home) -> Vec<MatchProposal> {
    home.app.statements().expect("listed").proposals
}

/// A yes to a proposal as it stands.
fn yes(of: &MatchProposal) -> MatchAnswer {
    let part = |part: &holdfast_app::wire::ProposedPart| MatchPart {
        dispute: part.dispute.id.clone(),
        claim: part.claim.clone(),
        remedy: part.remedy.clone(),
        check: part.check.clone(),
        amount: part.amount.clone(),
    };
    MatchAnswer {
        line: of.line.id.clone(),
        kind: of.kind,
        parts: of.parts.iter().map(part).collect(),
        learn_name: false,
    }
}

fn confirm(home: &Home, of: &MatchProposal) -> MatchConfirmed {
    home.app.confirm_match(&yes(of)).expect("confirmed")
}

/// A remedy of the first claim, with a look at it on 15 June.
fn agree(home: &Home, dispute: &str, kind: RemedyKind, what: &str) -> String {
    let claim = home.app.dispute(dispute).expect("there").claims[0].claim.id.clone();
    let remedy = Remedy {
        id: None,
        kind,
        by: None,
        vendor: None,
        agreed_on: "2026-06-02".into(),
        what: what.into(),
        scope: None,
        caveat: None,
        before_use: None,
        claim,
        expected_by: Some("2026-06-10".into()),
        delivered_on: None,
        ends_on: None,
        satisfied_on: None,
    };
    let looks = vec![PlannedLook { id: None, on: "2026-06-15".into() }];
    let along = RemedyAlong { looks: Some(looks), ..RemedyAlong::default() };
    id_of(&home.app.save_remedy(dispute, &remedy, &along).expect("agreed"))
}

fn outstanding(home: &Home, dispute: &str, place: usize) -> String {
    let view = home.app.dispute(dispute).expect("there");
    view.claims[place].balance.outstanding.amount.clone()
}

const PAID: &str = "2026-06-08,80.00,COPPER & PINE REFUND";
const BACK: &str = "2026-06-17,-80.00,COPPER & PINE REVERSAL";

#[test]
fn a_refund_that_came_is_written_down_and_answers_the_look() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    let before = home.app.export_household().expect("given out");
    take(&home, &["2026-06-07,80.00,TEA HOUSE", PAID, "2026-06-05,-80.00,COPPER & PINE"]);
    let found = proposals(&home);
    assert_eq!(found.len(), 1, "one line pays it, whatever else has the sum: {found:?}");
    let (of, part) = (&found[0], &found[0].parts[0]);
    assert_eq!((of.kind, of.line.text.as_str()), (MatchKind::Pays, "COPPER & PINE REFUND"));
    assert!(of.why.contains(&MatchReason::SameAmount) && of.why.contains(&MatchReason::VendorName));
    assert_eq!(part.remedy.as_deref(), Some(remedy.as_str()));
    assert_eq!(part.leaves.as_ref().map(|it| it.amount.as_str()), Some("0.00"));
    let done = confirm(&home, of);
    assert!(done.warnings.is_empty() && done.reopened.is_empty() && done.reversed.is_empty());
    let view = home.app.dispute(&dispute).expect("there");
    let movement = &view.claims[0].movements[0];
    assert_eq!((movement.kind, movement.on.as_str()), (MovementKind::Received, "2026-06-08"));
    assert_eq!(movement.remedy.as_deref(), Some(remedy.as_str()));
    assert_eq!(view.remedies[0].remedy.delivered_on.as_deref(), Some("2026-06-08"));
    assert_eq!(view.remedies[0].status, RemedyStatus::Holding, "the look is answered");
    assert!(view.remedies[0].next_check.is_some(), "and there is a next one");
    assert!(proposals(&home).is_empty(), "what was said is not asked again");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"), "all of it, at once");
    assert_eq!(proposals(&home), found, "and the question is back");
}

#[test]
fn what_was_said_of_a_line_can_be_taken_back_by_itself() {
    let (home, dispute) = Home::with_dispute();
    take(&home, &[PAID, "2026-06-09,-3.00,TEA HOUSE"]);
    let statement = home.app.statements().expect("listed").accounts[0].statements[0].id.clone();
    confirm(&home, &proposals(&home)[0]);
    agree(&home, &dispute, RemedyKind::Apology, "They say that they are sorry");
    let matched = home.app.statement(&statement).expect("there").matched;
    let action = matched[0].matched[0].action.clone();
    home.app.undo(&action).expect("what was done since has nothing to do with it");
    assert_eq!(outstanding(&home, &dispute, 0), "80.00", "it is owed as before");
    assert!(home.app.statement(&statement).expect("there").matched.is_empty());
    assert_eq!(proposals(&home).len(), 1, "and it is asked again");
}

#[test]
fn the_kind_of_the_remedy_names_the_movement() {
    for (kind, wanted) in [
        (RemedyKind::Refund, MovementKind::Received),
        (RemedyKind::Credit, MovementKind::Credited),
        (RemedyKind::Waiver, MovementKind::Credited),
        (RemedyKind::Other, MovementKind::Received),
    ] {
        let (home, dispute) = Home::with_dispute();
        agree(&home, &dispute, kind, "Agreed");
        take(&home, &[PAID]);
        confirm(&home, &proposals(&home)[0]);
        let view = home.app.dispute(&dispute).expect("there");
        assert_eq!(view.claims[0].movements[0].kind, wanted, "{kind:?}");
    }
}

#[test]
fn what_is_taken_back_reopens_the_dispute_and_undoes_the_remedy() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    take(&home, &[PAID]);
    confirm(&home, &proposals(&home)[0]);
    home.app.close_dispute(&dispute, "2026-06-16", ClosedAs::Settled).expect("closed");
    let before = home.app.export_household().expect("given out");
    take(&home, &[PAID, BACK]);
    let found = proposals(&home);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, MatchKind::TakesBack);
    assert!(found[0].why.contains(&MatchReason::SameAsReceived));
    assert_eq!(found[0].parts[0].leaves.as_ref().map(|it| it.amount.as_str()), Some("80.00"));
    let done = confirm(&home, &found[0]);
    assert_eq!(done.reopened.len(), 1, "the dispute is open again");
    assert_eq!(done.reversed[0].remedy.id, remedy, "and the remedy is named for a letter");
    assert_eq!(done.reversed[0].vendor.name, "Copper & Pine");
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!((view.state, view.dispute.closed_on), (DisputeState::Open, None));
    assert_eq!(view.remedies[0].status, RemedyStatus::Reversed);
    assert_eq!(outstanding(&home, &dispute, 0), "80.00", "it is owed again");
    assert!(proposals(&home).is_empty());
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"), "closed and held again");
}

#[test]
fn what_was_seen_to_hold_after_it_was_taken_back_no_longer_holds() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    take(&home, &[PAID]);
    confirm(&home, &proposals(&home)[0]);
    let looked = CheckAnswer {
        dispute: dispute.clone(),
        remedy,
        check: None,
        result: CheckResult::Holds,
        on: "2026-06-20".into(),
        note: None,
        taken_back: None,
        next_on: None,
    };
    home.app.answer_check(&looked).expect("nobody had seen the next statement yet");
    take(&home, &[BACK]);
    let done = confirm(&home, &proposals(&home)[0]);
    assert_eq!(done.reversed.len(), 1, "the bank's word of 17 June is known only now");
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!(view.remedies[0].status, RemedyStatus::Reversed);
}

#[test]
fn paid_once_more_after_it_was_taken_back_the_remedy_holds_again() {
    let (home, dispute) = Home::with_dispute();
    agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    take(&home, &[PAID, BACK, "2026-06-19,80.00,COPPER & PINE"]);
    for wanted in [RemedyStatus::Holding, RemedyStatus::Reversed, RemedyStatus::Holding] {
        confirm(&home, &proposals(&home)[0]);
        let view = home.app.dispute(&dispute).expect("there");
        assert_eq!(view.remedies[0].status, wanted);
    }
    assert_eq!(outstanding(&home, &dispute, 0), "0.00");
}

#[test]
fn a_waived_fee_that_is_charged_again_is_owed_again() {
    let (home, dispute) = Home::with_dispute();
    let remedy = agree(&home, &dispute, RemedyKind::Waiver, "The fee is waived");
    let view = home.app.dispute(&dispute).expect("there");
    let waived = Movement {
        id: None,
        kind: MovementKind::Waived,
        amount: money("80.00", "USD"),
        on: "2026-06-05".into(),
        reference: None,
        remedy: Some(remedy),
    };
    let claim = view.claims[0].claim.id.clone().expect("an id");
    home.app.save_movement(&dispute, &claim, &waived).expect("saved");
    take(&home, &["2026-06-15,-80.00,COPPER PINE SERVICE FEE"]);
    let found = proposals(&home);
    assert_eq!(found[0].kind, MatchKind::ChargedAgain);
    let done = confirm(&home, &found[0]);
    assert_eq!(done.reversed.len(), 1);
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!(view.claims[0].movements[1].kind, MovementKind::Reversed);
    assert_eq!(view.remedies[0].status, RemedyStatus::Reversed);
    assert_eq!(outstanding(&home, &dispute, 0), "80.00");
}

#[test]
fn a_charge_after_the_end_is_a_new_claim() {
    let (home, dispute) = Home::with_dispute();
    agree(&home, &dispute, RemedyKind::Other, "The membership is cancelled");
    take(&home, &["2026-06-18,-80.00,COPPER & PINE MEMBERSHIP"]);
    let found = proposals(&home);
    assert_eq!(found[0].kind, MatchKind::ChargedAfterEnd, "{found:?}");
    assert_eq!(found[0].parts[0].claim, None, "there is no claim for it yet");
    let done = confirm(&home, &found[0]);
    assert_eq!(done.reversed.len(), 1, "the cancellation does not hold");
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!(view.claims.len(), 2);
    let new = &view.claims[1].claim;
    assert_eq!((new.amount.amount.as_str(), new.arose_on.as_str()), ("80.00", "2026-06-18"));
    assert!(new.reason.contains("COPPER & PINE MEMBERSHIP"), "in the bank's words: {new:?}");
    assert!(proposals(&home).is_empty(), "the line is spoken for");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(home.app.dispute(&dispute).expect("there").claims.len(), 1);
}

#[test]
fn what_was_written_down_by_hand_is_linked_and_not_doubled() {
    for (what, on, linked) in [
        ("the same day", "2026-06-08", true),
        ("five days before", "2026-06-03", true),
        ("six days before", "2026-06-02", false),
    ] {
        let (home, dispute) = Home::with_dispute();
        let claim = home.app.dispute(&dispute).expect("there").claims[0].claim.id.clone();
        let claim = claim.expect("an id");
        let by_hand = Movement {
            id: None,
            kind: MovementKind::Received,
            amount: money("80.00", "USD"),
            on: on.into(),
            reference: None,
            remedy: None,
        };
        home.app.save_movement(&dispute, &claim, &by_hand).expect("saved");
        take(&home, &[PAID]);
        let found = proposals(&home);
        assert_eq!(found.len(), usize::from(linked), "{what}: {found:?}");
        for of in &found {
            confirm(&home, of);
        }
        let view = home.app.dispute(&dispute).expect("there");
        assert_eq!(view.claims[0].movements.len(), 1, "{what}: it is not doubled");
        assert!(proposals(&home).is_empty(), "{what}: it is not asked again");
    }
}

#[test]
fn one_credit_pays_several_claims_and_several_credits_one() {
    let (home, dispute) = Home::with_dispute();
    let vendor = home.vendor();
    home.app.save_claim(&dispute, &claim(&vendor, "25.00", "USD")).expect("saved");
    take(&home, &["2026-06-10,105.00,COPPER & PINE"]);
    let found = proposals(&home);
    assert_eq!(found.len(), 1);
    assert!(found[0].why.contains(&MatchReason::SumOfClaims));
    let done = confirm(&home, &found[0]);
    assert_eq!(outstanding(&home, &dispute, 0), "0.00");
    assert_eq!(outstanding(&home, &dispute, 1), "0.00");
    home.app.undo(&done.action.expect("an action")).expect("undone");

    take(&home, &["2026-06-11,50.00,COPPER & PINE", "2026-06-14,30.00,COPPER & PINE"]);
    let all = proposals(&home);
    let parts: Vec<_> = all.iter().filter(|it| !it.together_with.is_empty()).collect();
    assert_eq!(parts.len(), 2, "{all:?}");
    assert!(parts.iter().all(|it| it.why.contains(&MatchReason::SumOfCredits)));
    assert_eq!(parts[0].together_with, [parts[1].id.clone()], "each names the other");
    confirm(&home, parts[0]);
    assert_eq!(outstanding(&home, &dispute, 0), "30.00");
    let last = proposals(&home);
    let last = last.iter().find(|it| it.line.amount.amount == "30.00").expect("the rest");
    assert!(last.why.contains(&MatchReason::SameAmount), "the rest is now exactly what is owed");
    confirm(&home, last);
    assert_eq!(outstanding(&home, &dispute, 0), "0.00");
}

#[test]
fn a_part_pays_and_leaves_the_remedy_awaited() {
    let (home, dispute) = Home::with_dispute();
    agree(&home, &dispute, RemedyKind::Refund, "The price is paid back");
    take(&home, &["2026-06-08,30.00,COPPER & PINE"]);
    confirm(&home, &proposals(&home)[0]);
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!(view.remedies[0].remedy.delivered_on, None, "it is not all there");
    assert_eq!(view.remedies[0].status, RemedyStatus::Late);
    take(&home, &["2026-06-18,50.00,COPPER & PINE"]);
    confirm(&home, &proposals(&home)[0]);
    let view = home.app.dispute(&dispute).expect("there");
    assert_eq!(view.remedies[0].remedy.delivered_on.as_deref(), Some("2026-06-18"));
    assert_eq!(view.remedies[0].status, RemedyStatus::Holding);
}

#[test]
fn another_currency_and_a_dismissed_line_are_not_proposed() {
    let (home, dispute) = Home::with_dispute();
    let euros = "Date,Amount,Currency,Description\n2026-06-08,80.00,EUR,COPPER & PINE\n";
    crate::statements::take_into(&home, "Euro account", euros);
    assert!(proposals(&home).is_empty(), "eighty euros are not eighty dollars");
    let statement = take(&home, &[PAID]).statement.expect("a statement");
    let found = proposals(&home);
    let done = home.app.dismiss_match(&found[0].id).expect("dismissed");
    assert!(proposals(&home).is_empty(), "it is not asked again");
    let error = home.app.dismiss_match(&found[0].id).expect_err("nothing is proposed");
    assert_eq!(error.code, ErrorCode::NotFound);
    home.app.remove(RecordKind::Statement, &statement).expect("nothing goes by it");
    home.app.restore(RecordKind::Statement, &statement).expect("back");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(proposals(&home).len(), 1, "unless that is taken back");
    assert_eq!(outstanding(&home, &dispute, 0), "80.00");
}

#[test]
fn a_name_is_learned_only_when_asked_and_known_from_then_on() {
    let (home, dispute) = Home::with_dispute();
    take(&home, &["2026-06-08,50.00,CPX RETAIL 0423 R-10001"]);
    let statement = home.app.statements().expect("listed").accounts[0].statements[0].id.clone();
    let line = home.app.statement_lines(&statement, "", None).expect("shown").lines[0].id.clone();
    let claim = home.app.dispute(&dispute).expect("there").claims[0].claim.id.clone();
    let part = MatchPart {
        dispute: dispute.clone(),
        claim,
        remedy: None,
        check: None,
        amount: money("50.00", "USD"),
    };
    let answer = MatchAnswer { line, kind: MatchKind::Pays, parts: vec![part], learn_name: true };
    home.app.confirm_match(&answer).expect("a person may know what no rule sees");
    let vendor = home.app.vendor(&home.vendor()).expect("shown").vendor;
    assert_eq!(vendor.known_as, ["CPX RETAIL"], "without the number of the store");
    take(&home, &["2026-06-18,30.00,CPX RETAIL 0777"]);
    let found = proposals(&home);
    assert!(found[0].why.contains(&MatchReason::LearnedName), "{found:?}");
    home.app.confirm_match(&MatchAnswer { learn_name: true, ..yes(&found[0]) }).expect("yes");
    let again = home.app.vendor(&home.vendor()).expect("shown").vendor;
    assert_eq!(again.known_as, vendor.known_as, "what is known is not learned twice");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let (home, dispute) = Home::with_dispute();
    take(&home, &[PAID]);
    let good = yes(&proposals(&home)[0]);
    let with = |change: &dyn Fn(&mut MatchAnswer)| {
        let mut answer = good.clone();
        change(&mut answer);
        let error = home.app.confirm_match(&answer).expect_err("it makes no sense");
        error
            .problems
            .first()
            .map_or(format!("{:?}", error.code), |it| format!("{} {}", it.field, it.code))
    };
    assert_eq!(with(&|it| it.kind = MatchKind::TakesBack), "kind wrong_direction");
    assert_eq!(with(&|it| it.parts.clear()), "parts missing");
    assert_eq!(with(&|it| it.parts[0].amount = money("80.01", "USD")), "amount more_than_line");
    assert_eq!(with(&|it| it.parts[0].amount = money("0.00", "USD")), "amount amount_not_positive");
    assert_eq!(with(&|it| it.parts[0].amount = money("1.00", "EUR")), "amount currency_differs");
    assert_eq!(with(&|it| it.parts[0].claim = None), "claim missing");
    assert_eq!(with(&|it| it.line = "x".into()), "line unknown_reference");
    let twice = |it: &mut MatchAnswer| it.parts.push(it.parts[0].clone());
    assert_eq!(with(&twice), "amount more_than_line", "the parts are counted together");
    assert_eq!(outstanding(&home, &dispute, 0), "80.00", "and nothing was written");
}
