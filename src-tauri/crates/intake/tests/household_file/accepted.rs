//! Files that are taken in, some with a warning.

use holdfast_domain::{
    ClosedAs, FactStatus, MovementKind, Occurred, Precision, RemedyKind, Role, VendorKind,
};
use holdfast_intake::household_file::{Code, Severity};

use crate::{KETTLE, day, household, read, with};

#[test]
fn every_field_of_the_format_arrives() {
    let all = household(KETTLE);
    assert_eq!(all.name, "The Marlow household");
    assert_eq!(all.members[0].address, ["4 Fern Street", "Dunmore"]);
    assert_eq!(all.vendors[0].kind, VendorKind::Shop);
    assert_eq!(all.vendors[0].channels[0].label.as_deref(), Some("Help desk"));
    assert_eq!(all.vendors[0].known_as, ["CPINE ONLINE"]);
    assert_eq!(all.contacts[0].supervisor, Some(all.contacts[1].id), "a later one may be named");
    let kettle = &all.disputes[0];
    assert_eq!(kettle.lead, all.members[0].id);
    assert_eq!(
        (kettle.closed_on, kettle.closed_as),
        (Some(day("2026-05-30")), Some(ClosedAs::AcceptedLess))
    );
    assert_eq!(kettle.subject.place.as_deref(), Some("Dunmore"));
    assert_eq!(kettle.subject.price.expect("it has a price").to_string(), "59.90 USD");
    assert!(
        kettle.parties[0].roles.has(Role::CausedIt)
            && kettle.parties[0].roles.has(Role::MustRemedy)
    );
    assert_eq!(kettle.parties[1].roles.iter().count(), 0, "a part may not be known yet");
    assert_eq!(kettle.claims[1].amount.to_string(), "1,200 JPY");
    assert_eq!(kettle.claims[0].because_of, Some(all.events[0].id));
    assert_eq!(kettle.claims[0].movements[0].kind, MovementKind::ProvisionalCredit);
    assert_eq!(kettle.claims[0].movements[0].remedy, Some(kettle.remedies[0].id));
    assert_eq!(
        kettle.claims[0].movements[1].amount.to_string(),
        "10.00 USD",
        "in the claim's currency"
    );
    assert_eq!(kettle.remedies[0].kind, RemedyKind::Refund);
    assert_eq!(kettle.remedies[0].claim, Some(kettle.claims[0].id));
    assert_eq!(kettle.remedies[0].checks.len(), 2);
    let [visit, call] = all.events.as_slice() else { panic!("there are two events") };
    assert_eq!(visit.dispute, kettle.id);
    assert_eq!(
        (visit.time.at, visit.time.precision),
        (Occurred::On(day("2026-02-03")), Precision::About)
    );
    assert_eq!(visit.facts[0].status, FactStatus::Unsure);
    assert_eq!(visit.facts[1].status, FactStatus::Undisputed, "that is the default");
    assert_eq!(call.time.at.day(), day("2026-02-05"), "the day is that of the place of the call");
    assert_eq!((call.answered, call.waited_minutes), (Some(false), Some(31)));
    assert!(
        kettle.advocates[0].may_quote && !kettle.advocates[1].may_quote,
        "false is the default"
    );
}

#[test]
fn ids_follow_the_order_of_the_file_within_each_kind() {
    let all = household(KETTLE);
    assert!(all.vendors.is_sorted_by_key(|one| one.id), "vendors");
    assert!(all.contacts.is_sorted_by_key(|one| one.id), "contacts");
    assert!(all.events.is_sorted_by_key(|one| one.id), "events");
    let kettle = &all.disputes[0];
    assert!(kettle.claims.is_sorted_by_key(|one| one.id), "claims");
    assert!(kettle.offers.is_sorted_by_key(|one| one.id), "offers");
    assert!(kettle.next_steps.is_sorted_by_key(|one| one.id), "next steps");
}

#[test]
fn a_warning_has_its_place_and_the_file_is_taken_in() {
    // A case a line is easier to read than what the formatter makes of it.
    #[rustfmt::skip]
    let cases: &[(&str, &str, &str, Code)] = &[
        (r#""effect": "No tea"#, r#""mood": "sour", "effect": "No tea"#, "disputes[0].mood", Code::UnknownKey),
        (r#""label": "Help desk""#, r#""label": "Help desk", "a b": 1"#, "vendors[0].channels[0][\"a b\"]", Code::UnknownKey),
        (r#""version": 1"#, r#""version": 1, "made_by": {"x": [1]}"#, "made_by", Code::UnknownKey),
        (r#"["nur", "eve"]"#, r#"["nur", "nur"]"#, "disputes[0].events[0].contacts[1]", Code::Repeated),
        (r#""price": "59.9", "currency""#, r#""currency""#, "disputes[0].subject.currency", Code::Lonely),
        // People who are not of a party
        (r#", { "vendor": "card", "roles": [] }"#, "", "disputes[0].events[0].contacts", Code::Slip),
        (r#", { "vendor": "card", "roles": [] }"#, "", "disputes[0].advocates[1].contact", Code::Slip),
        // Remedies that leave something open
        (r#""kind": "refund", "by": "joe","#, r#""kind": "refund","#, "disputes[0].remedies[0].by", Code::Slip),
        (r#""by": "joe", "vendor": "shop", "agreed_on""#, r#""by": "joe", "agreed_on""#, "disputes[0].remedies[0].vendor", Code::Slip),
        (r#""claim": "price", "#, "", "disputes[0].remedies[0].claim", Code::Slip),
        // Days in the future, seen from 20 June 2026
        (r#""opened_on": "2026-03-01""#, r#""opened_on": "2026-06-21""#, "disputes[1].opened_on", Code::Slip),
        (r#""bought_on": "2026-01-15""#, r#""bought_on": "2027-01-15""#, "disputes[0].subject.bought_on", Code::Slip),
        ("2026-02-05T09:05:00+05:30", "2026-07-05T09:05:00+05:30", "disputes[0].events[1].at", Code::Slip),
        (r#""on": "2026-04-01""#, r#""on": "2026-08-01""#, "disputes[0].claims[0].movements[1].on", Code::Slip),
        (r#""done_on": "2026-04-02""#, r#""done_on": "2026-07-02""#, "disputes[0].remedies[0].checks[0].done_on", Code::Slip),
        // Movements that do not fit
        (r#""amount": "59.90", "on""#, r#""amount": "60", "on""#, "disputes[0].claims[0].movements[0].amount", Code::Slip),
        (r#""amount": "10""#, r#""amount": "100""#, "disputes[0].claims[0].movements[1].amount", Code::Slip),
        (r#""on": "2026-04-01""#, r#""on": "2026-02-28""#, "disputes[0].claims[0].movements[1].amount", Code::Slip),
    ];
    assert_eq!(read(KETTLE).problems, [], "nothing is odd in the good file");
    let unknown = &read(with(r#""label": "Help desk""#, r#""labels": "Help desk""#)).problems[0];
    assert!(
        unknown.message.contains("There are ") && unknown.message.contains("label"),
        "{unknown:?}"
    );
    for (find, put, place, code) in cases {
        let reading = read(with(find, put));
        let found: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| (problem.severity, problem.place.as_str(), problem.code))
            .collect();
        assert!(found.contains(&(Severity::Warning, *place, *code)), "{put}: {found:?}");
        assert!(reading.household.is_some(), "{put}: a warning stops nothing");
    }
}

#[test]
fn a_byte_order_mark_and_blanks_around_are_let_pass() {
    let text = format!("\u{FEFF}\r\n{KETTLE}\n\n");
    assert_eq!(household(&text).name, "The Marlow household");
}

#[test]
fn null_and_text_without_anything_to_see_count_as_absent() {
    let all = household(&with(r#""effect": "No tea for a week""#, r#""effect": null"#));
    assert_eq!(all.disputes[0].effect, None);
    let all = household(&with(r#""effect": "No tea for a week""#, r#""effect": " \u200f ""#));
    assert_eq!(all.disputes[0].effect, None);
}

#[test]
fn text_stays_as_it_was_written() {
    let all = household(&with(
        r#""goal": "Peace""#,
        r#""goal": "<script>alert(1)</script> \u202bשלום\u202c 👩‍👩‍👧\nline two\r\nline three""#,
    ));
    assert_eq!(
        all.disputes[1].goal,
        "<script>alert(1)</script> \u{202b}שלום\u{202c} 👩‍👩‍👧\nline two\nline three",
        "only line ends are made alike"
    );
}

#[test]
fn one_key_may_stand_in_two_disputes() {
    let text = with(
        r#""opened_on": "2026-03-01", "lead": "tom""#,
        r#""opened_on": "2026-03-01", "lead": "tom", "claims": [{ "key": "price", "vendor": "shop",
           "amount": "5", "currency": "EUR", "for": "Postage", "arose_on": "2026-03-01" }]"#,
    );
    assert_eq!(household(&text).disputes[1].claims.len(), 1, "claims are named within a dispute");
}
