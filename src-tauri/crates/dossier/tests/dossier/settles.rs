//! What a remedy settles of its claim, and words in quotation marks that have some of their own.

use holdfast_domain::{MovementKind, RemedyId, RemedyKind, Role, VendorKind};

use crate::family::{Family, money};
use crate::{day, printed};

/// A refund of a part, by this payment where there is one.
fn lamp(paid: Option<&str>) -> Family {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::HoldsTheMoney]);
    let claim = family.claim(shop, money("450.50", "USD"), "The \"Halo\" lamp", "2026-02-03").id;
    let what = "Refund of 38.00 USD for “The shade”";
    let remedy = family.remedy(RemedyKind::Refund, "2026-03-01", what);
    (remedy.claim, remedy.delivered_on) = (Some(claim), Some(day("2026-03-02")));
    let remedy: RemedyId = remedy.id;
    if let Some(sum) = paid {
        let moved = family.moved(MovementKind::Received, money(sum, "USD"), "2026-03-02");
        moved.remedy = Some(remedy);
    }
    family
}

#[test]
fn a_refund_of_a_part_settles_that_part() {
    let text = printed(&lamp(Some("38.00")));
    assert!(text.contains("Settles: 38.00 USD of 450.50 USD: The \"Halo\" lamp."), "{text}");
}

#[test]
fn a_refund_of_all_of_it_settles_the_claim() {
    let text = printed(&lamp(Some("450.50")));
    assert!(text.contains("Settles: 450.50 USD: The \"Halo\" lamp."), "{text}");
}

#[test]
fn where_nobody_said_how_much_it_settles_the_claim_alone_is_named() {
    let text = printed(&lamp(None));
    assert!(text.contains("On the claim: 450.50 USD: The \"Halo\" lamp."), "{text}");
    assert!(!text.contains("Settles"), "{text}");
}

#[test]
fn what_was_taken_back_is_settled_no_more() {
    let mut family = lamp(Some("38.00"));
    family.moved(MovementKind::Reversed, money("38.00", "USD"), "2026-04-02");
    let text = printed(&family);
    assert!(text.contains("Settles: nothing any more of 450.50 USD"), "{text}");
}

/// Double marks never stand within double marks: nobody can tell where the quotation ends.
#[test]
fn quotations_within_quotations_have_single_marks() {
    let text = printed(&lamp(Some("38.00")));
    assert!(text.contains("Delivered: “Refund of 38.00 USD for ‘The shade’”."), "{text}");
    assert!(text.contains("on the claim “The ‘Halo’ lamp”."), "{text}");
    let mut open = 0;
    for character in text.chars() {
        match character {
            '“' => open += 1,
            '”' => open -= 1,
            _ => {}
        }
        assert!((0..=1).contains(&open), "one quotation at a time:\n{text}");
    }
}
