//! What depends on the letter, not on its words.

use holdfast_domain::LetterKind;
use holdfast_letters::tone::{Context, ToneRule, check};

use crate::{complaint, paragraph, read};

fn rules(text: &str, context: &Context<'_>) -> Vec<ToneRule> {
    read(text, context).marks.into_iter().map(|mark| mark.rule).collect()
}

#[test]
fn a_court_may_be_named_once_its_turn_has_come() {
    let text = "If the sum is not paid by 14 April, I will start a claim in the county court.";
    let early = complaint();
    let late = Context { rung_is_early: false, ..early };
    assert_eq!(rules(text, &early), [ToneRule::Threat], "it closes doors on the first rungs");
    assert_eq!(rules(text, &late), [], "later it is the next step");
    for kind in [LetterKind::FinalNotice, LetterKind::BeforeClaim] {
        assert_eq!(rules(text, &Context { kind, ..early }), [], "{kind} is there to say so");
    }
    let regret = "You will regret this.";
    assert_eq!(rules(regret, &late), [ToneRule::Threat], "no rung makes that wise");
}

#[test]
fn praise_may_be_warm() {
    let warm = "Well done, and thank you! How kind of you to ring back on a Sunday.";
    let thanks = Context { kind: LetterKind::ThankYou, ..complaint() };
    assert_eq!(rules(warm, &thanks), [], "in a thank-you it is meant");
    let complaint = rules(warm, &complaint());
    assert!(complaint.contains(&ToneRule::Sarcasm), "in a complaint it is not: {complaint:?}");
    assert!(complaint.contains(&ToneRule::Exclamation), "{complaint:?}");
    assert_eq!(rules("Thank you!!", &thanks), [ToneRule::Exclamation], "one is enough");
}

#[test]
fn a_judgement_of_a_person_is_seen_by_their_name() {
    let text = "Rahman was extremely rude on the phone.";
    assert_eq!(rules(text, &complaint()), [ToneRule::Blame]);
    let strangers = Context { vendor_people: &[], ..complaint() };
    assert_eq!(read(text, &strangers).marks, [], "nobody of that name is known, so who can say");
}

#[test]
fn a_second_request_is_marked_wherever_it_stands() {
    let paragraphs = [
        paragraph("ask", "I ask you to refund the fare of USD 412.00."),
        paragraph("by", "Please reply in writing by 14 April."),
        paragraph("more", "Could you also cancel the second booking?"),
    ];
    let marks = check(&paragraphs, &complaint()).marks;
    let marks: Vec<_> = marks.iter().map(|mark| (mark.paragraph.as_str(), mark.rule)).collect();
    assert_eq!(marks, [("more", ToneRule::Requests)], "the first request is the letter's own");
}

#[test]
fn asking_for_the_answer_is_no_second_request() {
    let ask = "What I ask you for is this: the joining fee of USD 39.00 back.";
    for answer in [
        "Please let me have your answer by 4 July 2026.",
        "I would be grateful for your answer by 4 July 2026.",
        "If you cannot agree, please give me your decision and the reason for it in writing.",
        "Please let me have it, or your final decision in writing, by 4 July 2026.",
        "If it is still open after that day, I will ask the mediation board to look at it.",
        "Please find enclosed a copy of the order.",
        "Please do not hesitate to call me if anything is missing.",
    ] {
        assert_eq!(read(&format!("{ask} {answer}"), &complaint()).marks, [], "{answer}");
    }
    let other = format!("{ask} Please give me a free year as well.");
    assert_eq!(rules(&other, &complaint()), [ToneRule::Requests], "that is one");
}

#[test]
fn a_second_page_is_remarked_on() {
    let pages = |pages| check(&[], &Context { pages, ..complaint() }).remarks;
    assert_eq!(pages(None), [], "nobody has set the letter yet");
    assert_eq!(pages(Some(1)), []);
    let two = pages(Some(2));
    assert_eq!(two.len(), 1);
    assert_eq!(two[0].rule, ToneRule::LongLetter);
    assert!(two[0].reason.contains("2 pages"), "{}", two[0].reason);
}
