//! What never prints.

use holdfast_dossier::Options;

use crate::family::Family;
use crate::{day, printed, printed_with};

#[test]
fn private_notes_never_print() {
    let family = Family::kettle();
    let notes = family.events.iter().filter_map(|event| event.note.as_ref()).count();
    assert_eq!(notes, 2, "the record has private notes to find");
    assert!(!printed(&family).contains("PRIVATE"), "of events or of checks");
}

#[test]
fn a_favour_of_someone_who_may_not_be_quoted_is_not_disclosed() {
    let text = printed(&Family::kettle());
    assert!(!text.contains("Favour of Nora"), "what she did is hers to tell");
    assert!(!text.contains("Thank Nora"), "a thank-you would give the favour away");
    assert!(
        text.contains("12 February 2026") && text.contains("13 February 2026"),
        "its days stay"
    );
    assert!(text.contains("Nora Finch (Copper & Pine)"), "she stays a contact as facts have it");
    let helpers = text.split("## Who helped").nth(1).expect("someone may be quoted");
    let helpers = helpers.split('#').next().expect("the section ends");
    assert!(helpers.contains("Eve Sand") && !helpers.contains("Nora"), "{helpers}");
}

#[test]
fn someone_who_only_helped_in_confidence_is_not_named_at_all() {
    let mut family = Family::kettle();
    let shop = family.vendors[0].id;
    let quiet = family.contact(shop, "Quiet Voice");
    family.helped(quiet, "2026-03-03", "Opened a door", false);
    assert!(!printed(&family).contains("Quiet Voice"));
}

#[test]
fn account_and_card_numbers_show_their_last_four_characters() {
    let text = printed(&Family::kettle());
    assert!(
        !text.contains("000123454471") && !text.contains("4000 1234"),
        "nowhere, facts included"
    );
    assert!(text.contains("Account: ••••••••4471"));
    assert!(text.contains("Paid by: Card •••• •••• •••• 9010"));
    assert!(text.contains("refused on account ••••••••4471."));
    assert!(text.contains("+1 555 0160") && text.contains("Order: ORD-12"), "other numbers stay");
}

#[test]
fn numbers_show_in_full_where_the_person_says_so() {
    let mut options = Options::new(day("2026-06-20"));
    options.mask_accounts = false;
    let text = printed_with(&Family::kettle(), &options);
    assert!(text.contains("Account: 000123454471") && text.contains("4000 1234 5678 9010"));
}

#[test]
fn a_fact_left_out_is_left_out_everywhere_and_its_contact_stays() {
    let family = Family::kettle();
    let mut options = Options::new(day("2026-06-20"));
    options.leave_out.insert(family.events[0].facts[0].id);
    let text = printed_with(&family, &options);
    assert!(!text.contains("sold as new"), "not in the summary either");
    assert!(text.contains("the seam was wet"), "the other fact of the event stays");
    assert!(text.contains("Visit, outgoing | Nora Finch"), "the visit took place");
}
