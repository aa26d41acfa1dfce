//! The records whose letters are read: each has something that a letter could trip over.

use holdfast_domain::{
    Channel, CheckResult, FactStatus, LetterKind, MovementKind, Offer, OfferAnswer, PromiseOutcome,
    RemedyKind, Role, VendorKind,
};

use crate::day;
use crate::family::{Family, money};

const YES: FactStatus = FactStatus::Undisputed;

/// Every record, with its name.
pub(crate) fn all() -> Vec<(&'static str, Family)> {
    vec![
        ("two vendors", two_vendors()),
        ("no money", no_money()),
        ("three currencies", three_currencies()),
        ("five vendors", five_vendors()),
        ("one-word names", one_word_names()),
        ("Arabic names", arabic_names()),
        ("no address", no_address()),
        ("a broken promise", broken_promise()),
        ("everything missing", everything_missing()),
        ("a long dispute", long_dispute()),
    ]
}

/// A bank sends a transfer back, and a fund is left owing; two people of the bank helped.
pub(crate) fn two_vendors() -> Family {
    let mut family = Family::empty();
    let dispute = &mut family.dispute;
    dispute.title = "A transfer that was sent back".to_owned();
    dispute.goal = "The returned transfer of 920.00 USD credited again".to_owned();
    dispute.effect = Some("The school fees were paid late".to_owned());
    dispute.subject.what = Some("Joint account with a standing transfer".to_owned());
    dispute.subject.place = Some("Elmgate Bank".to_owned());
    dispute.subject.account = Some("000987654321".to_owned());
    family.lead.address = ["4 Fern Street", "Dunmore, PA 18512", "USA"].map(str::to_owned).to_vec();
    let bank = family.vendor("Elmgate Bank", VendorKind::Bank, &[Role::CausedIt]);
    let holds = [Role::HoldsTheMoney, Role::MustRemedy];
    let fund = family.vendor("Tidewater Funds", VendorKind::Investment, &holds);
    family.vendors[0].address =
        ["Customer Relations", "7 Bank Row", "Dover, DE 19901"].map(str::to_owned).to_vec();
    family.vendors[1].address = ["2 Pier Road", "Salem, MA 01970"].map(str::to_owned).to_vec();
    family.dispute.parties[0].reference = Some("EB-5150".to_owned());
    family.dispute.parties[0].policy = Some("Transfers to a new payee are returned".to_owned());
    family.dispute.parties[1].reference = Some("TW-77".to_owned());
    let (rosa, theo) = (family.contact(bank, "Rosa Lind"), family.contact(bank, "Theo Marsh"));
    family.contacts[0].supervisor = Some(theo);
    family.contacts[0].job = Some("Representative".to_owned());
    let cause = family
        .event(
            "2026-05-02",
            Channel::Statement,
            &[("Elmgate Bank returned a transfer of 920.00 USD to Tidewater Funds.", YES)],
        )
        .id;
    let call = family.event(
        "2026-06-05",
        Channel::Phone,
        &[
            ("Rosa Lind said that she could not change the return.", YES),
            ("The standing order had been overlooked.", FactStatus::Unsure),
        ],
    );
    (call.contacts, call.note) = (vec![rosa], Some("PRIVATE: she was kind".to_owned()));
    call.facts[1].acknowledged_by = Some(rosa);
    family
        .event(
            "2026-06-10",
            Channel::Phone,
            &[("Theo Marsh agreed that the next transfer would not be returned.", YES)],
        )
        .contacts = vec![theo];
    let claim = family.claim(
        fund,
        money("920.00", "USD"),
        "Transfer of 2 May returned in error",
        "2026-05-02",
    );
    claim.because_of = Some(cause);
    let claim = claim.id;
    family.moved(MovementKind::Received, money("920.00", "USD"), "2026-06-01");
    family.moved(MovementKind::Reversed, money("170.00", "USD"), "2026-06-15").reference =
        Some("ACH 9".to_owned());
    family.promise(theo, "2026-06-10", "Written confirmation of the exception").due_on =
        Some(day("2026-06-16"));
    family.rung(rosa, "2026-06-05", "No; internal process");
    family.rung(theo, "2026-06-10", "Yes, for the next transfer");
    family.helped(rosa, "2026-06-10", "Took the matter to her manager", true);
    family.helped(theo, "2026-06-10", "Favour: obtained the exception", false);
    let remedy = family.remedy(
        RemedyKind::PolicyException,
        "2026-06-10",
        "The next transfer will not be returned",
    );
    (remedy.by, remedy.caveat) = (Some(theo), Some("Announced two business days ahead".to_owned()));
    let refund =
        family.remedy(RemedyKind::Refund, "2026-05-20", "Transfer of 2 May credited again");
    (refund.claim, refund.delivered_on) = (Some(claim), Some(day("2026-06-01")));
    family.check("2026-06-16", Some(("2026-06-16", CheckResult::DoesNotHold)), "PRIVATE: again");
    let id = family.id();
    family.dispute.offers.push(Offer {
        id,
        by: None,
        vendor: Some(bank),
        on: day("2026-06-06"),
        terms: "A goodwill credit of 15.00 USD".to_owned(),
        amount: Some(money("15.00", "USD")),
        open_until: None,
        answer: Some(OfferAnswer::Declined),
        answered_on: Some(day("2026-06-10")),
    });
    family
}

fn no_money() -> Family {
    let mut family = Family::empty();
    family.dispute.title = "The lift that stands still".to_owned();
    family.dispute.goal = "The lift runs again".to_owned();
    family.dispute.effect = Some("My father has not left the house".to_owned());
    let landlord = family.vendor("Elm Court Lettings", VendorKind::Landlord, &[Role::MustRemedy]);
    family.vendors[0].country = Some("UK".to_owned());
    family.vendors[0].address = ["3 Elm Court", "York", "YO1 7HH"].map(str::to_owned).to_vec();
    let fact = [("The lift has stood still since Monday.", YES)];
    family.event("2026-06-01", Channel::Visit, &fact).vendor = Some(landlord);
    family.sent(LetterKind::Complaint, landlord, "2026-06-02", "2026-06-16");
    family
}

fn three_currencies() -> Family {
    let mut family = Family::empty();
    family.dispute.title = "A flight that was cancelled".to_owned();
    let roles = [Role::HoldsTheMoney, Role::MustRemedy];
    let airline = family.vendor("Skylark Air", VendorKind::Airline, &roles);
    family.vendors[0].country = Some("Deutschland".to_owned());
    family.vendors[0].address = ["Lindenallee 1", "10115 Berlin"].map(str::to_owned).to_vec();
    family.claim(airline, money("600", "EUR"), "Compensation", "2026-04-01");
    family.moved(MovementKind::Received, money("250", "EUR"), "2026-05-01");
    family.claim(airline, money("12000", "JPY"), "Hotel", "2026-04-01");
    family.moved(MovementKind::WrittenOff, money("2000", "JPY"), "2026-05-02");
    family.claim(airline, money("12.345", "KWD"), "Meals", "2026-04-02");
    family.moved(MovementKind::ProvisionalCredit, money("10", "KWD"), "2026-05-03");
    family
}

fn five_vendors() -> Family {
    let mut family = Family::empty();
    family.dispute.title = "A holiday that did not happen".to_owned();
    let agency = family.vendor("Palm Travel", VendorKind::Travel, &[Role::MustRemedy]);
    family.vendor("Skylark Air", VendorKind::Airline, &[Role::CausedIt]);
    let hotel = family.vendor("Hotel Miramar", VendorKind::Travel, &[Role::HoldsTheMoney]);
    family.vendor("Lantern Card", VendorKind::CardIssuer, &[Role::HoldsTheMoney]);
    family.vendor("Travel Ombudsman", VendorKind::Ombudsman, &[Role::CanCompel]);
    family.claim(agency, money("1200", "EUR"), "The trip", "2026-03-01").due_on =
        Some(day("2026-05-01"));
    family.claim(hotel, money("90", "EUR"), "The deposit", "2026-03-02");
    let elsewhere = [("Hotel Miramar kept the deposit.", YES)];
    family.event("2026-03-02", Channel::Email, &elsewhere).vendor = Some(hotel);
    let here = [("Palm Travel cancelled the trip.", YES)];
    family.event("2026-03-01", Channel::Email, &here).vendor = Some(agency);
    family.sent(LetterKind::Complaint, agency, "2026-04-20", "2026-05-04");
    family.sent(LetterKind::FollowUp, agency, "2026-05-06", "2026-05-13");
    family
}

fn one_word_names() -> Family {
    let mut family = Family::empty();
    family.lead.name = "Ida".to_owned();
    let shop = family.vendor("Kettles", VendorKind::Shop, &[Role::MustRemedy]);
    let nora = family.contact(shop, "Nora");
    family.contacts[0].email = Some("nora@kettles.example".to_owned());
    family.event("2026-06-18", Channel::Phone, &[("Nora said no.", YES)]).contacts = vec![nora];
    family.rung(nora, "2026-06-18", "No");
    family.helped(nora, "2026-06-18", "Explained the form", true);
    family
}

fn arabic_names() -> Family {
    let mut family = Family::empty();
    family.lead.name = "ليلى حداد".to_owned();
    let bank = family.vendor("بنك المرفأ", VendorKind::Bank, &[Role::CausedIt, Role::MustRemedy]);
    family.vendors[0].country = Some("Jordan".to_owned());
    family.vendors[0].address = vec!["شارع المرفأ ١٢".to_owned(), "عمّان".to_owned()];
    let nour = family.contact(bank, "نور الهاشمي");
    let call = family.event("2026-06-14", Channel::Phone, &[("قالت نور إن الرسوم ستعاد.", YES)]);
    call.contacts = vec![nour];
    family.promise(nour, "2026-06-14", "إعادة الرسوم").due_on = Some(day("2026-06-17"));
    family.claim(bank, money("35.000", "JOD"), "رسوم", "2026-06-10");
    family.helped(nour, "2026-06-14", "شرحت النموذج", true);
    family
}

fn no_address() -> Family {
    let mut family = Family::empty();
    family.lead.address = Vec::new();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
    let id = family.id();
    family.vendors[0].channels.push(holdfast_domain::VendorChannel {
        id,
        kind: Channel::Email,
        value: "help@copperpine.example".to_owned(),
        label: None,
    });
    let facts = [("The kettle leaks at the seam.", YES)];
    family.event("2026-06-01", Channel::Email, &facts).vendor = Some(shop);
    family.claim(shop, money("59.90", "USD"), "The price of the kettle", "2026-06-01");
    family
}

fn broken_promise() -> Family {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
    let joe = family.contact(shop, "Joe Park");
    let facts = [("Joe Park said that a new kettle was on its way.", YES)];
    family.event("2026-05-20", Channel::Phone, &facts).contacts = vec![joe];
    family.promise(joe, "2026-05-01", "A call back").outcome = Some(PromiseOutcome::Kept);
    let broken = family.promise(joe, "2026-05-20", "A new kettle by courier");
    (broken.due_on, broken.outcome) = (Some(day("2026-05-27")), Some(PromiseOutcome::Broken));
    broken.outcome_on = Some(day("2026-05-28"));
    family
}

/// A title, a vendor's name and nothing else.
fn everything_missing() -> Family {
    let mut family = Family::empty();
    family.dispute.goal = String::new();
    family.lead.address = Vec::new();
    family.lead.email = None;
    family.vendor("Copper & Pine", VendorKind::Other, &[]);
    family
}

/// Forty calls and twelve claims: a letter chooses.
pub(crate) fn long_dispute() -> Family {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
    let joe = family.contact(shop, "Joe Park");
    for month in 1..=5 {
        for call in 1..=8 {
            let said = format!(
                "In call {call} of month {month} Joe Park said that the kettle was still being looked at."
            );
            let event =
                family.event(&format!("2026-0{month}-0{call}"), Channel::Phone, &[(&said, YES)]);
            event.contacts = vec![joe];
        }
    }
    for number in 1..=12 {
        let reason = format!("Kettle number {number}");
        family.claim(shop, money("59.90", "USD"), &reason, "2026-01-01");
    }
    family
}
