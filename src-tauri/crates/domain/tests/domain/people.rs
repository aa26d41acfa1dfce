//! Whom to thank, and who works where.

use holdfast_domain::rules::{is_thanked, parties, to_thank};
use holdfast_domain::{ContactId, VendorId};

use crate::build::{advocacy, claim, contact, day, dispute, event, id, maybe, promise, remedy};

#[test]
fn whoever_helped_and_was_not_thanked_is_to_be_thanked_once() {
    // Contact, helped on, thanked on.
    type Help = (u128, &'static str, &'static str);
    let cases: [(&str, &[Help], &[u128]); 7] = [
        ("nobody helped", &[], &[]),
        ("helped today", &[(1, "2026-06-20", "")], &[1]),
        ("helps tomorrow", &[(1, "2026-06-21", "")], &[]),
        ("thanked today", &[(1, "2026-06-01", "2026-06-20")], &[]),
        ("thanked tomorrow", &[(1, "2026-06-01", "2026-06-21")], &[1]),
        (
            "helped twice",
            &[(2, "2026-06-01", ""), (1, "2026-06-01", ""), (2, "2026-06-02", "")],
            &[2, 1],
        ),
        ("thanked for one of two", &[(1, "2026-06-01", "2026-06-02"), (1, "2026-06-03", "")], &[1]),
    ];
    for (why, help, expected) in cases {
        let mut dispute = dispute();
        dispute.advocates =
            help.iter().map(|(who, on, thanked)| advocacy(*who, on, thanked)).collect();
        let expected: Vec<ContactId> = expected.iter().map(|number| id(*number)).collect();
        assert_eq!(to_thank(&dispute, day("2026-06-20")), expected, "{why}");
        dispute.closed_on = maybe("2026-06-01");
        assert_eq!(to_thank(&dispute, day("2026-06-20")), expected, "{why}, and closed since");
    }
    assert!(
        is_thanked(&advocacy(1, "2026-06-01", "2026-06-20"), day("2026-06-20")),
        "today counts"
    );
    assert!(!is_thanked(&advocacy(1, "2026-06-01", ""), day("2026-06-20")), "never");
}

#[test]
fn a_vendor_named_outright_goes_before_the_persons() {
    let contacts = [contact(7, 70)];
    let mut of_test = promise(1, "2026-06-01", "");
    let mut vendor = |own: Option<u128>, by: Option<u128>| {
        of_test.vendor = own.map(id);
        of_test.by = by.map(id);
        parties::vendor_of_promise(&of_test, &contacts)
    };
    assert_eq!(vendor(Some(1), Some(7)), Some(id(1)), "to be sure of it");
    assert_eq!(vendor(None, Some(7)), Some(id(70)), "where the person works");
    assert_eq!(vendor(None, Some(8)), None, "a person whom nobody knows");
    assert_eq!(vendor(None, None), None, "nothing is said");
}

#[test]
fn a_remedy_without_person_is_owed_by_the_vendor_of_its_claim() {
    let mut dispute = dispute();
    dispute.claims.push(claim(1, 5, "1.00 USD", "2026-01-01", &[]));
    let mut of_test = remedy(1, &[]);
    (of_test.by, of_test.vendor) = (None, None);
    assert_eq!(parties::vendor_of_remedy(&of_test, &dispute, &[]), Some(id(5)), "by its claim");
    of_test.claim = None;
    assert_eq!(parties::vendor_of_remedy(&of_test, &dispute, &[]), None, "by nothing");
}

#[test]
fn an_event_is_with_each_vendor_once() {
    let contacts = [contact(7, 70), contact(8, 70), contact(9, 90)];
    let vendors = parties::vendors_of_event(&event(&[7, 8, 9, 6]), &contacts);
    let expected: Vec<VendorId> = vec![id(70), id(90)];
    assert_eq!(vendors, expected, "in the order in which the people were named");
}
