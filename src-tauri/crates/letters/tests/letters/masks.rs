//! Account numbers show their last four characters, unless the person says otherwise.

use holdfast_domain::LetterKind;

use crate::{prepared, records, text};

#[test]
fn account_numbers_are_masked_wherever_they_stand() {
    let mut family = records::two_vendors();
    family.dispute.subject.paid_by = Some("Card 4000 1234 5678 9010".to_owned());
    family.events[0].facts[0].text = "Account 000987654321 was debited.".to_owned();
    family.dispute.title = "The account 000987654321".to_owned();
    for kind in LetterKind::ALL {
        let mut letter = prepared(&family, *kind);
        letter.show_accounts = false;
        let masked = text(&family, &letter);
        for number in ["000987654321", "4000 1234"] {
            assert!(!masked.contains(number), "{kind} shows {number}:\n{masked}");
        }
    }
    let mut letter = prepared(&family, LetterKind::Complaint);
    assert!(!letter.show_accounts, "masked is the default");
    assert!(text(&family, &letter).contains("••••••••4321"), "the last four stay readable");
    letter.show_accounts = true;
    assert!(text(&family, &letter).contains("Account: 000987654321"), "in full where wanted");
    let notice = prepared(&family, LetterKind::BillingError);
    assert!(notice.show_accounts, "a notice of a billing error has to give the account number");
}
