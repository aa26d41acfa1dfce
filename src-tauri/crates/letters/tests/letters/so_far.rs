//! What a letter asks for once a part of it has come.

use holdfast_domain::{Claim, LetterKind, MovementKind, RemedyKind, Role, VendorId, VendorKind};

use crate::family::{Family, money};
use crate::{composed, prepared};

/// The kinds that ask for what the dispute is about.
const ASKING: [LetterKind; 7] = [
    LetterKind::Complaint,
    LetterKind::FollowUp,
    LetterKind::Escalation,
    LetterKind::FinalNotice,
    LetterKind::BillingError,
    LetterKind::BeforeClaim,
    LetterKind::RefusalRequest,
];

fn lamp() -> (Family, VendorId) {
    let mut family = Family::empty();
    family.dispute.goal = "450.50 USD back".to_owned();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::HoldsTheMoney]);
    family.claim(shop, money("450.50", "USD"), "The lamp", "2026-02-03");
    (family, shop)
}

/// The paragraph in which the letter says what it asks for.
fn ask(family: &Family, kind: LetterKind) -> String {
    let draft = composed(family, &prepared(family, kind));
    let ask = draft.paragraphs.into_iter().find(|one| one.text.contains(&family.dispute.goal));
    ask.unwrap_or_else(|| panic!("{kind} says what it asks for")).text
}

#[test]
fn every_ask_says_what_came_of_the_sum_and_what_is_left() {
    let (mut family, _) = lamp();
    family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03");
    let expected = "Of 450.50 USD, 38.00 USD came on 3 June 2026; 412.50 USD is still to be paid.";
    for kind in ASKING {
        let ask = ask(&family, kind);
        assert!(ask.contains(expected), "{kind} asks for what came already: {ask}");
        assert!(!ask.contains("not changed"), "{kind}: less is asked for than before: {ask}");
        let was_asked = kind == LetterKind::RefusalRequest && ask.contains("I had asked for");
        let part = ask.contains("the rest of this: 450.50 USD back.");
        assert!(part || was_asked, "{kind} asks for the whole sum again: {ask}");
    }
}

/// A goal in other words is asked for as it is: there is no rest of a kettle.
#[test]
fn only_what_names_the_whole_sum_is_asked_for_as_a_rest() {
    let cases = [
        ("450.50 USD back", true),
        ("My $450.50, and a word of apology", true),
        ("470.50 USD for the lamp and its shade", true),
        ("A lamp that does not hum", false),
        ("412.50 USD, by 4 July 2026", false),
        ("The price of 2 lamps", false),
    ];
    for (goal, is_rest) in cases {
        let (mut family, shop) = lamp();
        goal.clone_into(&mut family.dispute.goal);
        family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03");
        family.claim(shop, money("20.00", "USD"), "The shade", "2026-02-04");
        let draft = composed(&family, &prepared(&family, LetterKind::Complaint));
        let told = draft.paragraphs.iter().any(|one| one.text.contains("the rest of this: "));
        assert_eq!(told, is_rest, "{goal}");
    }
    let (mut family, _) = lamp();
    family.dispute.claims[0].amount = money("1840.00", "USD");
    family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03");
    for goal in ["1,840.00 USD back", "1840 dollars", "USD 1840.00, please"] {
        goal.clone_into(&mut family.dispute.goal);
        let draft = composed(&family, &prepared(&family, LetterKind::Complaint));
        let told = draft.paragraphs.iter().any(|one| one.text.contains("the rest of this: "));
        assert!(told, "{goal}");
    }
}

#[test]
fn where_nothing_came_the_ask_is_the_goal_alone() {
    let (family, _) = lamp();
    for kind in ASKING {
        let ask = ask(&family, kind);
        assert!(!ask.contains("the rest of this"), "{kind}: all of it is asked for: {ask}");
        assert!(!ask.contains("Of 450.50 USD"), "{kind}: there is nothing to tell: {ask}");
    }
}

#[test]
fn what_came_after_the_day_of_the_letter_is_not_told() {
    let (mut family, _) = lamp();
    family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-21");
    assert!(!ask(&family, LetterKind::Complaint).contains("38.00"), "nobody knew of it yet");
}

#[test]
fn what_was_taken_back_and_what_may_be_is_said_so() {
    let (mut family, _) = lamp();
    family.moved(MovementKind::Received, money("450.50", "USD"), "2026-05-03");
    family.moved(MovementKind::Reversed, money("40.00", "USD"), "2026-06-03");
    let told = ask(&family, LetterKind::Escalation);
    let expected = "Of 450.50 USD, 450.50 USD came on 3 May 2026 and 40.00 USD was taken back on \
                    3 June 2026; 40.00 USD is still to be paid.";
    assert!(told.contains(expected), "{told}");

    family.moved(MovementKind::ProvisionalCredit, money("40.00", "USD"), "2026-06-10");
    let told = ask(&family, LetterKind::Escalation);
    let expected = "40.00 USD was credited only for the time being on 10 June 2026.";
    assert!(told.contains(expected) && !told.contains("still to be paid"), "{told}");
}

#[test]
fn many_payments_are_added_up() {
    let (mut family, _) = lamp();
    for day in ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"] {
        family.moved(MovementKind::Received, money("10.00", "USD"), day);
    }
    family.moved(MovementKind::Waived, money("0.50", "USD"), "2026-06-02");
    let told = ask(&family, LetterKind::Complaint);
    let expected = "Of 450.50 USD, 40.00 USD came by 1 June 2026 and 0.50 USD was waived on \
                    2 June 2026; 410.00 USD is still to be paid.";
    assert!(told.contains(expected), "{told}");
}

/// A claim that is paid stands in no calculation any more, but the goal was written for both.
#[test]
fn a_claim_that_is_settled_is_told_beside_the_open_one() {
    let (mut family, shop) = lamp();
    family.claim(shop, money("20.00", "USD"), "The shade", "2026-02-04");
    family.moved(MovementKind::Received, money("20.00", "USD"), "2026-06-01");
    let told = ask(&family, LetterKind::Complaint);
    assert!(told.contains("Settled already: 20.00 USD (The shade)."), "{told}");
    let Claim { id, .. } = family.dispute.claims[1];
    let mut letter = prepared(&family, LetterKind::Complaint);
    letter.leave_out_claims = vec![id];
    let draft = composed(&family, &letter);
    let whole: Vec<_> = draft.paragraphs.iter().map(|one| one.text.as_str()).collect();
    assert!(!whole.join(" ").contains("The shade"), "what was left out stays out: {whole:?}");
}

/// What is owed is reckoned by vendor and currency: so does a letter, or it asks for too much.
#[test]
fn what_came_beyond_one_claim_lessens_the_vendors_other() {
    let (mut family, shop) = lamp();
    family.claim(shop, money("20.00", "USD"), "The shade", "2026-02-04");
    family.moved(MovementKind::Received, money("30.00", "USD"), "2026-06-01");
    let told = ask(&family, LetterKind::Complaint);
    let expected = "Of 470.50 USD, 30.00 USD came on 1 June 2026; 440.50 USD is still to be paid.";
    assert!(told.contains(expected), "{told}");
    let draft = composed(&family, &prepared(&family, LetterKind::Complaint));
    let line = draft.paragraphs.iter().find(|one| one.text.starts_with("Still to be paid"));
    let line = line.map(|one| one.text.as_str());
    assert_eq!(line, Some("Still to be paid: 470.50 USD − 30.00 USD = 440.50 USD"));
}

#[test]
fn a_letter_to_others_says_whose_debt_it_is() {
    let (mut family, _) = lamp();
    family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03");
    let ombudsman = family.vendor("Fair Trade Ombudsman", VendorKind::Ombudsman, &[]);
    let mut letter = prepared(&family, LetterKind::Escalation);
    (letter.to_vendor, letter.to_contact) = (ombudsman, None);
    let draft = composed(&family, &letter);
    let told = draft.paragraphs.iter().any(|one| {
        one.text.contains("Of 450.50 USD owed by Copper & Pine, 38.00 USD came on 3 June 2026")
    });
    assert!(told, "{:#?}", draft.paragraphs);
}

/// One page with the calculation is better than two that say the same twice.
#[test]
fn on_the_fullest_page_it_is_left_to_the_calculation() {
    let mut left_out = 0;
    for words in 1..200 {
        let (mut family, _) = lamp();
        family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03");
        family.dispute.goal = "so that it is as it was before ".repeat(words);
        let draft = composed(&family, &prepared(&family, LetterKind::BeforeClaim));
        let texts: Vec<_> = draft.paragraphs.iter().map(|one| one.text.as_str()).collect();
        let says = |what: &str| texts.iter().any(|text| text.contains(what));
        assert!(says("till to be paid: "), "the calculation always does: {texts:#?}");
        left_out += usize::from(!says("is still to be paid."));
    }
    assert!(left_out > 0, "some of them would take a second page otherwise");
    assert!(left_out < 100, "and where two are needed all of it is told: {left_out}");
}

/// The lamp, with a refund that was agreed for it and whose day has passed.
fn refund_is_late() -> Family {
    let (mut family, shop) = lamp();
    let claim = family.dispute.claims[0].id;
    let remedy = family.remedy(RemedyKind::Refund, "2026-05-02", "A refund of the price");
    (remedy.vendor, remedy.claim) = (Some(shop), Some(claim));
    remedy.expected_by = Some(crate::day("2026-05-20"));
    family
}

/// What the letter says of the refund.
fn refund_told(family: &Family) -> Option<String> {
    let draft = composed(family, &prepared(family, LetterKind::FollowUp));
    let told = draft.paragraphs.into_iter().find(|one| {
        one.text.contains("A refund of the price") || one.text.contains("a refund of the price")
    });
    told.map(|one| one.text)
}

#[test]
fn a_remedy_that_came_in_part_is_said_to_have_come_in_part() {
    let mut family = refund_is_late();
    let nothing = refund_told(&family).expect("it is late");
    assert!(nothing.ends_with("It was expected by 20 May 2026 and has not come."), "{nothing}");

    let refund = family.dispute.remedies[0].id;
    family.moved(MovementKind::Received, money("38.00", "USD"), "2026-06-03").remedy = Some(refund);
    let part = refund_told(&family).expect("the rest of it is late");
    let expected = "It was expected by 20 May 2026 and has come only in part: 38.00 USD came on \
                    3 June 2026; 412.50 USD is still to be paid.";
    assert!(part.ends_with(expected), "{part}");
    assert!(!part.contains("has not come"), "{part}");

    family.moved(MovementKind::Credited, money("412.50", "USD"), "2026-06-10").remedy =
        Some(refund);
    assert_eq!(refund_told(&family), None, "all of it came: nothing is said to be late");
}

#[test]
fn what_came_before_a_remedy_or_for_another_is_no_part_of_it() {
    let mut family = refund_is_late();
    family.moved(MovementKind::Received, money("30.00", "USD"), "2026-04-03");
    let other = family.id();
    family.moved(MovementKind::Received, money("8.00", "USD"), "2026-06-03").remedy = Some(other);
    let told = refund_told(&family).expect("it is late");
    assert!(told.ends_with("and has not come."), "{told}");

    family.moved(MovementKind::Received, money("12.50", "USD"), "2026-06-04");
    let told = refund_told(&family).expect("the rest of it is late");
    assert!(
        told.ends_with("12.50 USD came on 4 June 2026; 400.00 USD is still to be paid."),
        "{told}"
    );
}
