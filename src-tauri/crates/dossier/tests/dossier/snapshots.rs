//! Whole case files, as they read. A change of words should be a decision, not an accident.

use holdfast_domain::{
    Channel, ClosedAs, Direction, FactStatus, MovementKind, RemedyKind, Role, VendorKind,
};

use crate::family::{Family, money};
use crate::{day, printed};

#[test]
fn everything() {
    insta::assert_snapshot!(printed(&Family::kettle()));
}

#[test]
fn nothing_but_a_title() {
    insta::assert_snapshot!(printed(&Family::empty()));
}

#[test]
fn no_money() {
    let mut family = Family::empty();
    let landlord = family.vendor("Elm Court Lettings", VendorKind::Landlord, &[Role::MustRemedy]);
    let fact = ("The lift has stood still since Monday.", FactStatus::Undisputed);
    let letter = family.event("2026-05-04", Channel::Letter, &[fact]);
    letter.vendor = Some(landlord);
    letter.answered = Some(false);
    let repair = family.remedy(RemedyKind::Repair, "2026-05-20", "The lift runs again");
    repair.vendor = Some(landlord);
    insta::assert_snapshot!(printed(&family));
}

#[test]
fn three_currencies_and_a_provisional_credit() {
    let mut family = Family::empty();
    let airline = family.vendor("Skylark Air", VendorKind::Airline, &[Role::HoldsTheMoney]);
    let card = family.vendor("Lantern Card", VendorKind::CardIssuer, &[Role::CanCompel]);
    family.claim(airline, money("600", "EUR"), "Compensation", "2026-04-01");
    family.moved(MovementKind::Received, money("650", "EUR"), "2026-05-01");
    family.claim(airline, money("12000", "JPY"), "Hotel", "2026-04-01");
    family.moved(MovementKind::WrittenOff, money("2000", "JPY"), "2026-05-02");
    family.claim(card, money("12.345", "KWD"), "Fee", "2026-04-02");
    family.moved(MovementKind::ProvisionalCredit, money("10", "KWD"), "2026-05-03");
    family.moved(MovementKind::Credited, money("1", "KWD"), "2026-05-04");
    insta::assert_snapshot!(printed(&family));
}

#[test]
fn names_from_right_to_left_and_a_closed_matter() {
    let mut family = Family::empty();
    family.lead.name = "ليلى حداد".to_owned();
    family.dispute.closed_on = Some(day("2026-06-01"));
    family.dispute.closed_as = Some(ClosedAs::AcceptedLess);
    let bank = family.vendor("بنك المرفأ", VendorKind::Bank, &[Role::CausedIt, Role::CanCompel]);
    let nour = family.contact(bank, "نور الهاشمي");
    let fact = ("قالت نور إن الرسوم ستعاد.", FactStatus::Undisputed);
    let call = family.event("2026-05-04T18:00:00+00:00", Channel::Phone, &[fact]);
    call.contacts = vec![nour];
    call.direction = Direction::In;
    family.promise(nour, "2026-05-04", "إعادة الرسوم").due_on = Some(day("2026-05-11"));
    insta::assert_snapshot!(printed(&family));
}
