//! Vocabularies, references, roles and times.

use std::collections::BTreeSet;
use std::str::FromStr;

use holdfast_domain::*;
use uuid::Uuid;

use crate::build::{day, id};

/// Each value is read from the word by which it is written, and the words are those of the
/// household file.
macro_rules! agrees_with_the_reference {
    ($($name:ident: $words:literal;)*) => {$(
        let written: Vec<&str> = $name::ALL.iter().map(|value| value.as_str()).collect();
        assert_eq!(written.join(" "), $words, "the words of {}", stringify!($name));
        for value in $name::ALL {
            assert_eq!($name::from_str(value.as_str()), Ok(*value), "{value} is read again");
            assert_eq!(value.to_string(), value.as_str(), "shown as written");
        }
        for word in ["", "nonsense", &written[0].to_uppercase(), &format!(" {}", written[0])] {
            let refused = $name::from_str(word).expect_err("no other word is understood");
            assert_eq!((refused.word.as_str(), refused.allowed.as_str()), (word, $words), "says what would do");
        }
    )*};
}

#[test]
fn vocabularies_are_those_of_the_household_file() {
    agrees_with_the_reference! {
        VendorKind: "shop bank card_issuer insurer investment airline travel telecom utility landlord dealer health agency regulator ombudsman court other";
        Channel: "phone email letter web_form chat social visit statement other";
        Direction: "in out internal";
        Precision: "exact about unknown";
        Role: "caused_it holds_the_money must_remedy can_compel";
        MovementKind: "received credited provisional_credit waived written_off reversed";
        FactStatus: "undisputed disputed unsure";
        PromiseOutcome: "kept broken withdrawn";
        OfferAnswer: "accepted declined";
        RemedyKind: "refund credit voucher waiver replacement repair policy_exception apology other";
        CheckResult: "holds does_not_hold unclear";
        ClosedAs: "settled accepted_less dropped";
    }
}

#[test]
fn references_can_be_read_out_on_the_phone() {
    let cases = [(0, "HF-000000"), (31, "HF-00000Z"), (32, "HF-000010"), (u128::MAX, "HF-ZZZZZZ")];
    for (number, reference) in cases {
        assert_eq!(id::<DisputeId>(number).reference(), reference, "{number}");
    }
    let seen: String = (0..32).map(|tail| id::<DisputeId>(tail).reference()).collect();
    assert!(!seen.contains(['I', 'L', 'O', 'U']), "no letters that sound or look like others");
}

#[test]
fn references_come_from_the_random_tail_of_the_id() {
    let head = 0x0190_0000_0000_7000_8000_0000_0000_0000_u128;
    let tails: BTreeSet<String> =
        (0..1_000).map(|tail| id::<DisputeId>(head + tail * 7_919).reference()).collect();
    assert_eq!(tails.len(), 1_000, "disputes of one millisecond differ");
}

#[test]
fn ids_are_read_as_they_are_written() {
    let uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_002a);
    let id = ClaimId::from(uuid);
    assert_eq!(id.to_string(), "01900000-0000-7000-8000-00000000002a", "hyphenated, small letters");
    assert_eq!(id.to_string().parse::<ClaimId>(), Ok(id), "and back");
    assert_eq!(format!("{id:?}"), "ClaimId(01900000-0000-7000-8000-00000000002a)", "with its noun");
    assert!("HF-7Q2MKD".parse::<ClaimId>().is_err(), "a reference is no id");
}

#[test]
fn roles_are_a_set_in_the_order_of_the_vocabulary() {
    let roles: Roles = [Role::CanCompel, Role::CausedIt, Role::CanCompel].into_iter().collect();
    let listed: Vec<Role> = roles.iter().collect();
    assert_eq!(listed, [Role::CausedIt, Role::CanCompel], "each once");
    assert_eq!(Roles::default().iter().count(), 0, "a vendor may play none that is known");
    let all: Roles = Role::ALL.iter().copied().collect();
    assert_eq!(all.iter().collect::<Vec<_>>(), Role::ALL, "or all of them");
}

#[test]
fn an_event_keeps_the_day_of_the_place_where_it_happened() {
    let late = DateTime::parse_from_rfc3339("2026-03-02T23:30:00-05:00").expect("an instant");
    assert_eq!(Occurred::At(late).day(), day("2026-03-02"), "not the next day of Greenwich");
    assert_eq!(Occurred::On(day("2026-03-02")).day(), day("2026-03-02"), "a day is itself");
}

#[test]
fn a_hash_is_written_in_hexadecimal() {
    let mut bytes = [0_u8; 32];
    (bytes[0], bytes[31]) = (0x0a, 0xff);
    let written = Sha256(bytes).to_string();
    assert_eq!(written, format!("0a{}ff", "00".repeat(30)), "64 small digits");
}
