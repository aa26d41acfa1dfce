//! Offers: their standing, what they leave unpaid, and wordings that end everything.

use holdfast_domain::rules::offer::{
    OfferStanding, last_day, measured, offer_standing, settling_words,
};
use holdfast_domain::{Dispute, Offer};

use crate::build::{claim, contact, day, dispute, id, maybe, sum};

fn offer(amount: &str) -> Offer {
    Offer {
        id: id(1),
        by: None,
        vendor: Some(id(1)),
        on: day("2026-06-01"),
        terms: "A voucher".into(),
        amount: (!amount.is_empty()).then(|| sum(amount)),
        open_until: None,
        answer: None,
        answered_on: None,
    }
}

#[test]
fn an_offer_stands_as_its_answer_and_its_last_day_say() {
    // Why; open until; answer; answered on; standing; the last day that is due.
    let cases = [
        ("no last day", "", "", "", OfferStanding::Open, ""),
        ("until tomorrow", "2026-06-21", "", "", OfferStanding::Open, "2026-06-21"),
        ("until today", "2026-06-20", "", "", OfferStanding::Open, "2026-06-20"),
        ("until yesterday", "2026-06-19", "", "", OfferStanding::Lapsed, ""),
        ("accepted", "2026-06-19", "accepted", "2026-06-10", OfferStanding::Accepted, ""),
        ("declined, day unknown", "", "declined", "", OfferStanding::Declined, ""),
        (
            "answered tomorrow",
            "2026-06-30",
            "accepted",
            "2026-06-21",
            OfferStanding::Open,
            "2026-06-30",
        ),
    ];
    let today = day("2026-06-20");
    for (why, until, answer, answered_on, standing, last) in cases {
        let mut offer = offer("");
        offer.open_until = maybe(until);
        offer.answer = answer.parse().ok();
        offer.answered_on = maybe(answered_on);
        assert_eq!(offer_standing(&offer, today), standing, "{why}");
        assert_eq!(last_day(&offer, &dispute(), today), maybe(last), "last day: {why}");
        let closed = Dispute { closed_on: Some(today), ..dispute() };
        assert_eq!(last_day(&offer, &closed, today), None, "nothing of a closed dispute: {why}");
    }
    let tomorrow = Offer { on: day("2026-06-21"), open_until: maybe("2026-06-30"), ..offer("") };
    assert_eq!(last_day(&tomorrow, &dispute(), today), None, "it has not been made yet");
}

#[test]
fn an_offer_is_measured_against_what_its_vendor_owes() {
    type Owing = &'static [(u128, &'static str)];
    let two_vendors: Owing = &[(1, "80.00 USD"), (2, "20.00 USD")];
    let two_currencies: Owing = &[(1, "80.00 USD"), (1, "20.00 EUR")];
    let others_owe: Owing = &[(2, "20.00 USD"), (3, "5.00 USD")];
    // Why; who owes what; the sum offered; owed, offered, missing.
    let cases: [(&str, Owing, &str, &[&str]); 8] = [
        ("less than owed", two_vendors, "50.00 USD", &["80.00 USD 50.00 USD 30.00 USD"]),
        ("all that is owed", two_vendors, "80.00 USD", &["80.00 USD 80.00 USD 0.00 USD"]),
        ("more than owed", two_vendors, "90.00 USD", &["80.00 USD 90.00 USD 0.00 USD"]),
        ("no sum", two_vendors, "", &["80.00 USD 0.00 USD 80.00 USD"]),
        (
            "currencies stay apart",
            two_currencies,
            "50.00 USD",
            &["20.00 EUR 0.00 EUR 20.00 EUR", "80.00 USD 50.00 USD 30.00 USD"],
        ),
        ("another currency", two_vendors, "80.00 EUR", &["80.00 USD 0.00 USD 80.00 USD"]),
        ("it owes nothing itself", others_owe, "10.00 USD", &["25.00 USD 10.00 USD 15.00 USD"]),
        ("nobody owes anything", &[], "10.00 USD", &[]),
    ];
    for (why, owing, offered, expected) in cases {
        let mut dispute = dispute();
        dispute.claims = (1..)
            .zip(owing)
            .map(|(number, (vendor, amount))| claim(number, *vendor, amount, "2026-01-01", &[]))
            .collect();
        let contacts = [contact(1, 1)];
        let found = measured(&offer(offered), &dispute, &contacts, day("2026-06-20"));
        let said: Vec<_> = found
            .expect("small sums are kept")
            .iter()
            .map(|it| format!("{} {} {}", it.owed, it.offered, it.missing))
            .collect();
        assert_eq!(said, expected, "{why}");
    }
}

#[test]
fn wordings_that_end_everything_are_named() {
    let cases: &[(&str, &[&str])] = &[
        (
            "We offer 50.00 USD in full and final settlement of your complaint.",
            &["full and final settlement"],
        ),
        ("A full & final settlement.", &["full & final settlement"]),
        ("This is paid in full settlement.", &["full settlement"]),
        ("FULL-AND-FINAL SETTLEMENT", &["FULL-AND-FINAL SETTLEMENT"]),
        ("In full and\nfinal settlement", &["full and final settlement"]),
        ("You waive\n\nany right", &[]),
        ("The credit fully and finally settles the matter.", &["fully and finally settles"]),
        ("As a final resolution, a credit of 20.00 USD.", &["final resolution"]),
        ("You sign a release of all claims against us.", &["release of all claims"]),
        (
            "The customer releases Harbor Funds from any further liability.",
            &["releases Harbor Funds from any further liability"],
        ),
        ("Releasing us from liability.", &["Releasing us from liability"]),
        ("You will make no further claims.", &["no further claims"]),
        ("Without any: no additional claim can be made.", &["no additional claim"]),
        ("There is no further obligation on our side.", &["no further obligation"]),
        ("You waive any right to a refund.", &["waive any right"]),
        ("By waiving all further claims, you get the voucher.", &["waiving all further claims"]),
        ("This includes a waiver of your rights.", &["waiver of your rights"]),
        ("You give up the right to go to court.", &["give up the right"]),
        ("You agree not to pursue this complaint.", &["agree not to pursue this complaint"]),
        (
            "You undertake that you will not bring an action.",
            &["undertake that you will not bring an action"],
        ),
        ("The sum settles all claims.", &["settles all claims"]),
        ("In satisfaction of any and all demands.", &["satisfaction of any and all demands"]),
        ("It resolves your case completely.", &["resolves your case completely"]),
        (
            "In full and final settlement; you waive your rights.",
            &["full and final settlement", "waive your rights"],
        ),
        ("Accord and satisfaction.", &["Accord and satisfaction"]),
        ("A mutual release is enclosed.", &["mutual release"]),
    ];
    for (terms, expected) in cases {
        assert_eq!(settling_words(terms), *expected, "{terms}");
    }
}

#[test]
fn harmless_terms_raise_no_question() {
    let harmless = [
        "",
        "A voucher of 50.00 USD, valid until 31 December",
        "We waive the late fee of 35.00 USD.",
        "We waive our right to the late fee.",
        "The fee is waived. Your rights are not affected.",
        "We will release the funds on Friday.",
        "We release the hold on your account.",
        "The payment is released once your claim form is in.",
        "This is without prejudice to any further claims.",
        "No further action is needed from you.",
        "You need not file a claim.",
        "The refund is paid in full by 15 June.",
        "We settle your invoice of May in full.",
        "The price in two parts: the first now, the final payment in July.",
        "A full refund and a final statement.",
        "The full amount. Settlement takes three days.",
        "A replacement, and all rights under the warranty remain.",
        "Please give us up to ten days; your claim is being looked at.",
        "إعادة الرسوم كاملة",
        "…!?;—",
    ];
    for terms in harmless {
        assert_eq!(settling_words(terms), Vec::<String>::new(), "{terms}");
    }
}
