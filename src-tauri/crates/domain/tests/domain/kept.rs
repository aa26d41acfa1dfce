//! What is refused, and what is accepted with a warning.

use holdfast_domain::validity::{self, ProblemCode, Severity};
use holdfast_domain::{
    Channel, Dispute, Event, Fact, FactStatus, Member, Occurred, Offer, Rung, Vendor,
    VendorChannel, VendorKind,
};

use crate::build::{
    advocacy, claim, contact, day, dispute, event, id, maybe, party, promise, remedy, step, sum,
};

/// A dispute with one of everything, in which nothing is wrong on 20 June 2026.
pub(crate) fn sound() -> Dispute {
    let mut dispute = dispute();
    dispute.parties.push(party(1));
    let paid = [("received", "60.00 USD", "2026-02-01"), ("reversed", "20.00 USD", "2026-03-01")];
    dispute.claims.push(claim(1, 1, "100.00 USD", "2026-01-01", &paid));
    dispute.promises.push(promise(1, "2026-03-01", "2026-03-01"));
    dispute.offers.push(Offer {
        id: id(1),
        by: Some(id(1)),
        vendor: None,
        on: day("2026-03-01"),
        terms: "Half".into(),
        amount: Some(sum("50.00 USD")),
        open_until: maybe("2027-01-01"),
        answer: None,
        answered_on: None,
    });
    dispute.rungs.push(Rung {
        id: id(1),
        contact: Some(id(1)),
        vendor: None,
        reached_on: maybe("2026-02-01"),
        reason: "First contact".into(),
        result: None,
    });
    dispute.advocates.push(advocacy(1, "2026-03-01", ""));
    dispute
        .remedies
        .push(remedy(1, &[("2027-01-01", "", ""), ("2026-04-01", "2026-04-02", "holds")]));
    dispute.next_steps.push(step(1, "2027-01-01", ""));
    dispute
}

fn sound_event() -> Event {
    let mut event = event(&[1]);
    event.facts.push(Fact {
        id: id(1),
        text: "Robin Vale agreed.".into(),
        status: FactStatus::Undisputed,
        acknowledged_by: Some(id(1)),
    });
    event
}

/// The problems as `code at field`, with a `!` before what is refused.
pub(crate) fn found(dispute: &Dispute, events: &[Event]) -> Vec<String> {
    let contacts = [contact(1, 1), contact(2, 2)];
    validity::problems(dispute, events, &contacts, day("2026-06-20"))
        .iter()
        .map(|problem| {
            assert_eq!(problem.severity, problem.code.severity(), "one severity a code");
            assert!(!problem.code.to_string().is_empty(), "every problem has a sentence");
            let mark = if problem.severity == Severity::Refused { "!" } else { "" };
            format!("{mark}{} at {}", problem.code.as_str(), problem.at.field)
        })
        .collect()
}

/// What is changed in the sound dispute, and what is then said.
type Case = (&'static str, fn(&mut Dispute), &'static [&'static str]);

const CASES: &[Case] = &[
    ("nothing is wrong", |_| {}, &[]),
    ("no title", |d| d.title = " ".into(), &["!text_empty at title"]),
    ("no goal", |d| d.goal.clear(), &["!text_empty at goal"]),
    ("no reason of a claim", |d| d.claims[0].reason.clear(), &["!text_empty at for"]),
    ("an empty promise", |d| d.promises[0].what.clear(), &["!text_empty at what"]),
    ("no terms", |d| d.offers[0].terms.clear(), &["!text_empty at terms"]),
    ("no reason of a rung", |d| d.rungs[0].reason.clear(), &["!text_empty at reason"]),
    ("no help named", |d| d.advocates[0].did.clear(), &["!text_empty at did"]),
    ("no remedy named", |d| d.remedies[0].what.clear(), &["!text_empty at what"]),
    ("no step named", |d| d.next_steps[0].what.clear(), &["!text_empty at what"]),
    ("an optional text is empty", |d| d.effect = Some(String::new()), &[]),
    ("a megabyte", |d| d.goal = "a".repeat(1 << 20), &["!text_too_long at goal"]),
    ("NUL", |d| d.effect = Some("a\0b".into()), &["!text_control_character at effect"]),
    ("markup is text", |d| d.title = "<script>alert(1)</script>".into(), &[]),
    (
        "due before it was made",
        |d| d.promises[0].due_on = maybe("2026-02-28"),
        &["!promise_due_before_made at due_on"],
    ),
    ("due when it was made", |d| d.promises[0].due_on = maybe("2026-03-01"), &[]),
    (
        "a claim of nothing",
        |d| {
            d.claims[0].movements.clear();
            d.claims[0].amount = sum("0.00 USD");
        },
        &["!amount_not_positive at amount"],
    ),
    (
        "a movement below nothing",
        |d| d.claims[0].movements[1].amount = sum("-1.00 USD"),
        &["!amount_not_positive at amount"],
    ),
    (
        "an offer of nothing",
        |d| d.offers[0].amount = Some(sum("0.00 USD")),
        &["!amount_not_positive at amount"],
    ),
    ("an offer without a sum", |d| d.offers[0].amount = None, &[]),
    ("it was a gift", |d| d.subject.price = Some(sum("0.00 USD")), &[]),
    (
        "a price below nothing",
        |d| d.subject.price = Some(sum("-0.01 USD")),
        &["!price_negative at subject.price"],
    ),
    (
        "another currency",
        |d| d.claims[0].movements[1].amount = sum("1.00 EUR"),
        &["!currency_differs at currency"],
    ),
    (
        "an account with NUL",
        |d| d.subject.account = Some("\0".into()),
        &["!text_control_character at subject.account"],
    ),
    (
        "a check's note with NUL",
        |d| d.remedies[0].checks[0].note = Some("\0".into()),
        &["!text_control_character at note"],
    ),
    ("opened tomorrow", |d| d.opened_on = day("2026-06-21"), &["day_in_future at opened_on"]),
    ("opened today", |d| d.opened_on = day("2026-06-20"), &[]),
    ("closed tomorrow", |d| d.closed_on = maybe("2026-06-21"), &["day_in_future at closed_on"]),
    (
        "bought tomorrow",
        |d| d.subject.bought_on = maybe("2026-06-21"),
        &["day_in_future at subject.bought_on"],
    ),
    (
        "arises tomorrow",
        |d| d.claims[0].arose_on = day("2026-06-21"),
        &["day_in_future at arose_on"],
    ),
    (
        "taken back tomorrow",
        |d| d.claims[0].movements[1].on = day("2026-06-21"),
        &["day_in_future at on"],
    ),
    (
        "promised tomorrow",
        |d| {
            d.promises[0].due_on = None;
            d.promises[0].made_on = day("2026-06-21");
        },
        &["day_in_future at made_on"],
    ),
    (
        "kept tomorrow",
        |d| d.promises[0].outcome_on = maybe("2026-06-21"),
        &["day_in_future at outcome_on"],
    ),
    ("offered tomorrow", |d| d.offers[0].on = day("2026-06-21"), &["day_in_future at on"]),
    (
        "answered tomorrow",
        |d| d.offers[0].answered_on = maybe("2026-06-21"),
        &["day_in_future at answered_on"],
    ),
    (
        "climbed tomorrow",
        |d| d.rungs[0].reached_on = maybe("2026-06-21"),
        &["day_in_future at reached_on"],
    ),
    ("helps tomorrow", |d| d.advocates[0].on = day("2026-06-21"), &["day_in_future at on"]),
    (
        "thanked tomorrow",
        |d| d.advocates[0].thanked_on = maybe("2026-06-21"),
        &["day_in_future at thanked_on"],
    ),
    (
        "agreed tomorrow",
        |d| d.remedies[0].agreed_on = day("2026-06-21"),
        &["day_in_future at agreed_on"],
    ),
    (
        "delivered tomorrow",
        |d| d.remedies[0].delivered_on = maybe("2026-06-21"),
        &["day_in_future at delivered_on"],
    ),
    ("expected tomorrow", |d| d.remedies[0].expected_by = maybe("2026-06-21"), &[]),
    (
        "looked at tomorrow",
        |d| d.remedies[0].checks[0].done_on = maybe("2026-06-21"),
        &["day_in_future at done_on"],
    ),
    (
        "done tomorrow",
        |d| d.next_steps[0].done_on = maybe("2026-06-21"),
        &["day_in_future at done_on"],
    ),
    (
        "a remedy that leaves all open",
        |d| {
            (d.remedies[0].by, d.remedies[0].vendor, d.remedies[0].claim) = (None, None, None);
        },
        &[
            "remedy_without_person at by",
            "remedy_without_vendor at vendor",
            "remedy_without_claim at claim",
        ],
    ),
    (
        "a remedy without a claim",
        |d| d.remedies[0].claim = None,
        &["remedy_without_claim at claim"],
    ),
    (
        "somebody of another vendor",
        |d| {
            d.promises[0].by = Some(id(2));
            d.offers[0].by = Some(id(2));
            d.rungs[0].contact = Some(id(2));
            d.advocates[0].contact = id(2);
            d.remedies[0].by = Some(id(2));
            d.next_steps[0].contact = Some(id(2));
        },
        &[
            "contact_not_of_party at by",
            "contact_not_of_party at by",
            "contact_not_of_party at contact",
            "contact_not_of_party at contact",
            "contact_not_of_party at by",
            "contact_not_of_party at contact",
        ],
    ),
    (
        "the other vendor is a party too",
        |d| {
            d.parties.push(party(2));
            d.promises[0].by = Some(id(2));
        },
        &[],
    ),
];

#[test]
fn each_slip_is_found_at_its_place_and_nothing_else() {
    for (why, change, expected) in CASES {
        let mut dispute = sound();
        change(&mut dispute);
        assert_eq!(found(&dispute, &[sound_event()]), *expected, "{why}");
    }
}

#[test]
fn events_are_judged_with_their_dispute_and_alone() {
    let mut odd = sound_event();
    odd.contacts = vec![id(1), id(2), id(3)];
    odd.facts[0].acknowledged_by = Some(id(2));
    odd.facts[0].text.clear();
    odd.note = Some("\u{1b}".into());
    odd.time.at = Occurred::On(day("2026-06-21"));
    let expected = [
        "!text_control_character at note",
        "!text_empty at text",
        "day_in_future at at",
        "contact_not_of_party at contacts",
        "contact_not_of_party at acknowledged_by",
    ];
    assert_eq!(found(&sound(), &[odd.clone()]), expected, "a person nobody knows is not judged");
    let contacts = [contact(1, 1), contact(2, 2)];
    let alone = validity::event_problems(&odd, &[party(1)], &contacts, day("2026-06-20"));
    assert_eq!(
        alone,
        validity::problems(&sound(), &[odd], &contacts, day("2026-06-20")),
        "the same"
    );
}

#[test]
fn members_vendors_and_people_need_a_name() {
    let member = Member {
        id: id(1),
        name: String::new(),
        address: vec!["\u{7}".into()],
        email: None,
        phone: None,
    };
    let vendor = Vendor {
        id: id(1),
        name: "x".repeat(301),
        kind: VendorKind::Shop,
        address: vec![],
        country: None,
        channels: vec![VendorChannel {
            id: id(2),
            kind: Channel::Phone,
            value: String::new(),
            label: None,
        }],
        known_as: vec!["\0".into()],
    };
    let mut person = contact(1, 1);
    person.name = "\u{200f}".into();
    let codes = |problems: Vec<validity::Problem>| -> Vec<String> {
        problems.iter().map(|p| format!("{} at {}", p.code.as_str(), p.at.field)).collect()
    };
    assert_eq!(
        codes(validity::member_problems(&member)),
        ["text_empty at name", "text_control_character at address"],
        "member"
    );
    assert_eq!(
        codes(validity::vendor_problems(&vendor)),
        ["text_too_long at name", "text_control_character at known_as", "text_empty at value"],
        "vendor"
    );
    assert_eq!(codes(validity::contact_problems(&person)), ["text_empty at name"], "contact");
    assert_eq!(codes(validity::household_name("")), ["text_empty at name"], "household");
    assert_eq!(validity::name("名".repeat(200).as_str()), Ok(()), "200 characters are a name");
    assert_eq!(validity::name(" "), Err(ProblemCode::TextEmpty), "spaces are none");
}
