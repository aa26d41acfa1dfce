//! Offers: measured, accepted and declined.

use holdfast_app::wire::{
    Acceptance, ErrorCode, LetterKind, NewLetter, Offer, OfferAnswer, OfferStanding, RemedyAlong,
};

use crate::remedies::refund;
use crate::support::{Home, TODAY, id_of, money};

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

fn accepting(offer: Acceptance) -> RemedyAlong {
    RemedyAlong { accepts: Some(offer), ..RemedyAlong::default() }
}

#[test]
fn accepting_an_offer_is_one_action_that_is_undone_as_a_whole() {
    let (home, dispute) = Home::with_dispute();
    let offer = offered(&home, &dispute);
    let before = home.app.export_household().expect("given out");
    let yes = Acceptance { offer, on: TODAY.into() };
    let done = home.app.save_remedy(&dispute, &refund(None), &accepting(yes)).expect("accepted");
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
        let refused = home.app.save_remedy(&of, &refund(None), &accepting(yes));
        assert_eq!(refused.expect_err(why).code, code, "{why}");
        let view = home.app.dispute(&of).expect("it is there");
        assert!(view.remedies.is_empty(), "all of it or nothing: {why}");
    }
}

#[test]
fn an_offer_is_shown_beside_what_is_owed_and_with_what_it_would_end() {
    let (home, dispute) = Home::with_dispute();
    offered(&home, &dispute);
    let offer = home.app.dispute(&dispute).expect("it is there").offers[0].clone();
    assert_eq!(offer.standing, OfferStanding::Open);
    assert_eq!(offer.measures[0].missing, money("0.00", "USD"), "it is all that is owed");
    assert!(offer.settling.is_empty(), "nothing in it ends anything");
    let terms = "50.00 USD in full and final settlement".to_owned();
    let open_until = Some("2026-06-25".to_owned());
    let less = Offer { terms, amount: Some(money("50.00", "USD")), open_until, ..offer.offer };
    home.app.save_offer(&dispute, &less).expect("the offer is kept");
    let offer = home.app.dispute(&dispute).expect("it is there").offers[0].clone();
    assert_eq!(offer.measures[0].missing, money("30.00", "USD"));
    assert_eq!(offer.settling, ["full and final settlement"]);
    assert_eq!(offer.last_day.as_deref(), Some("2026-06-25"));
    let lapsed = Offer { open_until: Some("2026-06-19".into()), ..offer.offer };
    home.app.save_offer(&dispute, &lapsed).expect("the offer is kept");
    let offer = home.app.dispute(&dispute).expect("it is there").offers[0].clone();
    assert_eq!((offer.standing, offer.last_day), (OfferStanding::Lapsed, None));
}

#[test]
fn a_declined_offer_is_declined_politely_in_the_letter() {
    let (home, dispute) = Home::with_dispute();
    offered(&home, &dispute);
    let offer = home.app.dispute(&dispute).expect("it is there").offers[0].offer.clone();
    let answer = Some(OfferAnswer::Declined);
    let amount = Some(money("50.00", "USD"));
    let declined = Offer { answer, answered_on: Some(TODAY.into()), amount, ..offer };
    home.app.save_offer(&dispute, &declined).expect("the answer is kept");
    let letter = NewLetter {
        dispute,
        kind: LetterKind::FollowUp,
        about: None,
        to_vendor: Some(home.vendor()),
        to_contact: None,
        help: None,
    };
    let letter = id_of(&home.app.start_letter(&letter).expect("begun"));
    let text = home.app.letter(&letter).expect("it is there").draft.expect("a draft").plain_text;
    assert!(
        text.contains(
            "Thank you for your offer of 10 June 2026: the price back, in two parts (50.00 USD). \
             I have considered it, and I cannot accept it."
        ),
        "{text}"
    );
    assert!(text.contains("It would leave a part of what is owed unpaid."), "{text}");
    assert!(text.contains("80.00 USD back"), "and says what is asked for: {text}");
}
