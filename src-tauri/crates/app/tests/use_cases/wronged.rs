//! “Were we wronged?”: answers that are never lost, findings that can be taken over, and what stays
//! private.

use holdfast_app::wire::{
    AnswerKind, Claim, ClockForm, ClockStanding, ErrorCode, FoundClaim, Party, Role, VendorChoice,
    VendorKind, WrongedAnswer, WrongedBoard, WrongedFinding,
};

use crate::support::{Home, claim, money, new_vendor};

fn chosen(option: &str) -> WrongedAnswer {
    WrongedAnswer::Chosen { option: option.into() }
}

fn day(day: &str) -> WrongedAnswer {
    WrongedAnswer::Day { day: day.into() }
}

fn sum(amount: &str) -> WrongedAnswer {
    WrongedAnswer::Sum { sum: money(amount, "USD") }
}

fn answer(
    home: &Home,
    dispute: &str,
    problem: &str,
    all: &[(&str, WrongedAnswer)],
) -> WrongedBoard {
    for (question, answer) in all {
        home.app.answer_question(dispute, problem, question, Some(answer)).expect("it is kept");
    }
    home.app.wronged_board(dispute).expect("the board is given")
}

fn find<'a>(board: &'a WrongedBoard, key: &str) -> Option<&'a WrongedFinding> {
    board.findings.iter().find(|finding| finding.key == key)
}

fn keys(board: &WrongedBoard) -> Vec<&str> {
    board.questions.iter().map(|question| question.key.as_str()).collect()
}

fn made_of(finding: &WrongedFinding, vendor: VendorChoice) -> FoundClaim {
    let owed = finding.owed.clone().expect("a sum may be owed");
    FoundClaim {
        problem: "returned_payment".into(),
        finding: finding.key.clone(),
        claim: Claim {
            amount: owed.amount.expect("it was answered"),
            reason: owed.reason,
            arose_on: owed.since.expect("it was answered"),
            ..claim("", "1.00", "USD")
        },
        vendor,
    }
}

/// A payment came back because of what the vendor decided; the bank charged 25.00 USD for it.
fn returned(home: &Home, dispute: &str) -> WrongedBoard {
    let answers =
        [("why", chosen("vendor")), ("fee", sum("25.00")), ("returned_on", day("2026-06-10"))];
    answer(home, dispute, "returned_payment", &answers)
}

#[test]
fn a_board_begins_with_the_problems_and_asks_one_thing_after_another() {
    let (home, dispute) = Home::with_dispute();
    let board = home.app.wronged_board(&dispute).expect("given");
    assert_eq!(board.problems.len(), 6, "the common kinds of problem");
    assert_eq!((board.problem, board.next, board.home), (None, None, None), "nothing was said yet");
    let board = home.app.choose_problem(&dispute, Some("refund")).expect("chosen");
    assert_eq!(board.next.as_deref(), Some("why"));
    assert_eq!(board.questions[0].kind, AnswerKind::OneOf);
    assert!(!board.problems[0].begun, "a problem that was only looked at is not begun");
    let board = answer(&home, &dispute, "refund", &[("why", WrongedAnswer::Unsure)]);
    assert!(board.problems[0].begun);
    assert_eq!(board.next.as_deref(), Some("sum"), "not sure is an answer");
    let taken_back = home.app.answer_question(&dispute, "refund", "why", None).expect("kept");
    assert_eq!(taken_back.next.as_deref(), Some("why"), "and an answer can be taken back");
}

#[test]
fn answers_outlive_the_run_and_a_look_at_another_problem() {
    let (home, dispute) = Home::with_dispute();
    returned(&home, &dispute);
    answer(&home, &dispute, "fee", &[("told", WrongedAnswer::No)]);
    let home = home.reopened();
    let board = home.app.wronged_board(&dispute).expect("given");
    assert_eq!(board.problem.as_deref(), Some("fee"), "one goes on where one was");
    let board = home.app.choose_problem(&dispute, Some("returned_payment")).expect("chosen");
    let given: Vec<_> = board.questions.iter().filter_map(|it| it.answer.clone()).collect();
    assert_eq!(given, [chosen("vendor"), sum("25.00"), day("2026-06-10")]);
    let back = home.app.choose_problem(&dispute, None).expect("back to all");
    assert!(back.problems.iter().filter(|it| it.begun).count() == 2, "and nothing was lost");
}

#[test]
fn a_claim_made_of_a_finding_brings_its_vendor_and_goes_with_one_undo() {
    let (home, dispute) = Home::with_dispute();
    let board = returned(&home, &dispute);
    let fee = find(&board, "bank_fee").expect("the bank may give its fee back");
    assert_eq!((fee.whom.vendor.as_ref(), fee.whom.there), (None, false), "no bank is there");
    assert_eq!(fee.whom.kind, VendorKind::Bank, "a new one would be a bank");
    let before = home.app.export_household().expect("given out");

    let bank = VendorChoice { kind: VendorKind::Bank, ..new_vendor("Northbank") };
    let done = home.app.save_found_claim(&dispute, &made_of(fee, bank)).expect("it is made");
    let view = home.app.dispute(&dispute).expect("there");
    let made = view.claims.last().expect("the claim is there");
    assert_eq!(
        (made.vendor.name.as_str(), &made.claim.amount),
        ("Northbank", &money("25.00", "USD"))
    );
    assert_eq!(view.parties[1].party.roles, [Role::HoldsTheMoney], "and its part");
    let board = home.app.wronged_board(&dispute).expect("given");
    let there = find(&board, "bank_fee").expect("it still follows");
    assert!(there.whom.there, "the bank is in the record");
    assert_eq!(there.owed.as_ref().and_then(|it| it.claim.clone()), done.id, "and so is the claim");

    home.app.undo(&done.action.expect("a change")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"), "one undo for all of it");
    let board = home.app.wronged_board(&dispute).expect("given");
    let fee = find(&board, "bank_fee").expect("the answers are still there");
    assert_eq!(fee.owed.as_ref().and_then(|it| it.claim.clone()), None, "so it is offered again");
}

#[test]
fn a_claim_is_known_again_after_its_words_and_sum_were_changed() {
    let (home, dispute) = Home::with_dispute();
    let board = returned(&home, &dispute);
    let bank = VendorChoice { kind: VendorKind::Bank, ..new_vendor("Northbank") };
    let mut found = made_of(find(&board, "bank_fee").expect("it follows"), bank);
    found.claim.reason = "What they took for it".into();
    found.claim.amount = money("30.00", "USD");
    let done = home.app.save_found_claim(&dispute, &found).expect("made");
    let board = home.app.wronged_board(&dispute).expect("given");
    let owed = find(&board, "bank_fee").and_then(|it| it.owed.clone()).expect("a sum");
    assert_eq!(owed.claim, done.id, "what was made of a finding is not offered a second time");
}

#[test]
fn what_the_record_has_already_is_said_and_not_offered() {
    let (home, dispute) = Home::with_dispute();
    let board =
        answer(&home, &dispute, "refund", &[("why", chosen("other")), ("sum", sum("80.00"))]);
    let owed = find(&board, "from_seller").and_then(|it| it.owed.clone()).expect("a sum");
    assert!(owed.claim.is_some(), "80.00 USD are claimed from that shop already");
    let whom = &find(&board, "from_seller").expect("it follows").whom;
    assert!(whom.there, "and the shop holds the money");
}

#[test]
fn a_rule_of_another_country_is_neither_asked_about_nor_found() {
    let (home, dispute) = Home::with_dispute();
    let given = [("by", chosen("bank")), ("complained_on", day("2026-06-15"))];
    let board = answer(&home, &dispute, "fee", &given);
    assert!(find(&board, "gb_final_response").is_none(), "nothing is known of the place");
    assert_eq!(keys(&board), ["sum", "told", "because", "charged_on"], "nor asked about");

    home.app.save_region("GB-SCT").expect("the place is known");
    let board = home.app.wronged_board(&dispute).expect("given");
    let finding = find(&board, "gb_final_response").expect("it may apply in Scotland");
    assert_eq!(board.home.as_deref(), Some("United Kingdom: Scotland"));
    assert_eq!(finding.source.as_ref().map(|it| it.confidence.as_str()), Some("A"));
    let clock = &finding.clocks[0];
    assert_eq!(clock.last_day.as_deref(), Some("2026-08-10"), "eight weeks from the complaint");
    assert!(keys(&board).contains(&"complained_on"), "and it is asked about");

    home.app.save_region("US").expect("they have moved");
    let board = home.app.wronged_board(&dispute).expect("given");
    assert!(find(&board, "gb_final_response").is_none(), "elsewhere it does not hold");
    assert!(find(&board, "us_bank_error").is_some(), "another rule does");
}

#[test]
fn a_clock_that_was_started_says_so_and_one_whose_time_is_over_is_closed() {
    let (home, dispute) = Home::with_dispute();
    home.app.save_region("US").expect("the place is known");
    let given = [("by", chosen("bank")), ("statement_on", day("2026-06-01"))];
    let board = answer(&home, &dispute, "fee", &given);
    let clock = find(&board, "us_bank_error").expect("it may apply").clocks[0].clone();
    assert_eq!((clock.said, clock.closed), (None, false), "it is offered");
    assert_eq!(clock.trigger_on.as_deref(), Some("2026-06-01"), "with the day that was answered");

    let form = ClockForm {
        id: None,
        rule: clock.rule,
        vendor: None,
        trigger_on: "2026-06-01".into(),
        because_of: None,
        applies: true,
        met_on: None,
        met_by: None,
        missed_on: None,
    };
    let done = home.app.save_clock(&dispute, &form).expect("it is started");
    let said = |board: &WrongedBoard| find(board, "us_bank_error").expect("there").clocks[0].said;
    let board = home.app.wronged_board(&dispute).expect("given");
    assert_eq!(said(&board), Some(ClockStanding::Running));
    home.app.undo(&done.action.expect("a change")).expect("undone");
    assert_eq!(said(&home.app.wronged_board(&dispute).expect("given")), None, "offered again");

    let late = answer(&home, &dispute, "fee", &[("statement_on", day("2026-01-05"))]);
    let clock = &find(&late, "us_bank_error").expect("it may apply").clocks[0];
    assert!(clock.closed, "sixty days from January are over: that way is not offered");
}

#[test]
fn what_is_answered_goes_into_no_record() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    returned(&home, &dispute);
    assert_eq!(before, home.app.export_household().expect("given out"), "answers are private");
    home.app.undo_last().expect("there is something to undo");
    assert!(home.app.dispute(&dispute).is_err(), "answers are no action: what goes is the dispute");
}

#[test]
fn what_cannot_be_answered_so_is_refused() {
    let (home, dispute) = Home::with_dispute();
    let refused = |problem: &str, question: &str, answer: WrongedAnswer| {
        let answered = home.app.answer_question(&dispute, problem, question, Some(&answer));
        answered.expect_err("it is refused").code
    };
    let cases = [
        ("refund", "why", WrongedAnswer::Yes, "a choice is wanted"),
        ("refund", "why", chosen("cheque"), "that cannot be chosen"),
        ("refund", "agreed_on", day("soon"), "that is no day"),
        ("refund", "weather", WrongedAnswer::Yes, "nobody asked"),
        ("weather", "why", WrongedAnswer::Yes, "no such problem"),
    ];
    for (problem, question, answer, why) in cases {
        assert_eq!(refused(problem, question, answer), ErrorCode::Refused, "{why}");
    }
    assert!(home.app.choose_problem(&dispute, Some("weather")).is_err());
    let gone = home.vendor();
    assert_eq!(home.app.wronged_board(&gone).expect_err("no dispute").code, ErrorCode::NotFound);
    let lost = home.app.choose_problem(&gone, Some("refund")).expect_err("no dispute");
    assert_eq!(lost.code, ErrorCode::NotFound, "nothing is kept for a dispute that is not there");
}

#[test]
fn a_vendor_that_is_added_once_more_keeps_what_was_known_of_its_part() {
    let (home, dispute) = Home::with_dispute();
    let again = Party {
        id: None,
        vendor: String::new(),
        roles: vec![Role::CausedIt],
        reference: None,
        policy: None,
        rationale: None,
    };
    home.app.save_party(&dispute, &again, &new_vendor("copper & pine")).expect("accepted");
    let parties = home.app.dispute(&dispute).expect("there").parties;
    let [party] = parties.as_slice() else { panic!("one part: {parties:?}") };
    assert_eq!(party.party.reference.as_deref(), Some("R-1"), "their reference stays");
    assert_eq!(party.party.roles, [Role::CausedIt, Role::HoldsTheMoney], "the parts add up");
}
