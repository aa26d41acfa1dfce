//! Letters that are asked for by names, to whomever the person says.

use holdfast_app::letters::answers::LetterAsk;
use holdfast_app::wire::{LetterFormat, LetterKind};

use crate::support::Home;

/// A bank was called and has a desk for complaints; a fund owes the money.
const HOUSEHOLD: &str = r#"{ "format": "holdfast-household", "version": 1,
  "household": { "name": "Marlow", "members": [{ "key": "ida", "name": "Ida Marlow" }] },
  "vendors": [
    { "key": "bank", "name": "Elmgate Bank", "kind": "bank",
      "channels": [{ "kind": "web_form", "value": "https://elmgate.example/help", "label": "Complaints desk" }] },
    { "key": "fund", "name": "Tidewater Funds", "kind": "investment" }],
  "contacts": [{ "key": "rosa", "vendor": "bank", "name": "Rosa Lind" }],
  "disputes": [{ "key": "one", "title": "A transfer that was sent back", "goal": "It is credited again",
    "opened_on": "2026-05-02", "lead": "ida",
    "parties": [{ "vendor": "bank", "roles": ["caused_it"] }, { "vendor": "fund", "roles": ["holds_the_money"] }],
    "rungs": [{ "contact": "rosa", "reached_on": "2026-06-05", "reason": "First contact", "result": "No" }] }] }"#;

#[test]
fn an_escalation_to_another_vendor_goes_to_no_desk_of_the_first() {
    let home = Home::new();
    assert!(home.app.import_household(HOUSEHOLD.as_bytes()).expect("read").imported);
    let to = |name| {
        let ask = LetterAsk {
            dispute: "A transfer that was sent back",
            kind: LetterKind::Escalation,
            to: Some(name),
            from: Some("Ida Marlow"),
            reply_by: None,
            on: None,
        };
        let (text, _) = home.app.letter_answer(&ask, LetterFormat::Txt).expect("composed");
        String::from_utf8(text).expect("text")
    };
    let own = to("Elmgate Bank");
    assert!(own.contains("Complaints desk"), "the bank has one:\n{own}");
    let other = to("Tidewater Funds");
    assert!(!other.contains("Complaints desk"), "the fund has none:\n{other}");
    assert!(other.contains("Tidewater Funds"), "but it goes there:\n{other}");
}
