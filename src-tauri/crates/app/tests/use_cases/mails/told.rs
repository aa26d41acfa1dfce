//! What is told of an e-mail before anybody says anything.

use holdfast_app::wire::{Channel, Direction, EvidenceAdding, Party, Vendor, VendorChannel};

use super::{ANSWER, bring, desk, known_person, mail, told};
use crate::evidence::evidence_of;
use crate::support::{Home, new_vendor};

#[test]
fn an_e_mail_says_who_wrote_to_whom_when_and_with_which_files() {
    let (home, dispute) = desk();
    let dana = known_person(&home, "Dana Reyes", Some("dana@copperpine.example"));
    let told = told(&home, &dispute, ANSWER);
    assert_eq!(told.subject, "Your lamp, order A-1001");
    assert_eq!(told.sent_at.as_deref(), Some("2026-06-09T16:04:05+02:00"), "by its own clock");
    assert_eq!(told.from, ["Dana Reyes <dana@copperpine.example>"]);
    assert_eq!(told.to, ["Ida Marlow <ida@marlow.example>"]);
    assert_eq!(told.direction, Direction::In, "its reader is a member, in whatever letters");
    assert_eq!(told.people[0].id, Some(dana));
    assert_eq!(told.host.as_deref(), Some("copperpine.example"));
    let files: Vec<_> = told.enclosed.iter().map(|it| (it.name.as_str(), it.keep)).collect();
    assert_eq!(files, [("terms.txt", true), ("sign.gif", false)], "a sign stays in the e-mail");
    assert_eq!(evidence_of(&home, &dispute), [], "nothing was added before it was said");
}

#[test]
fn vendors_and_people_are_known_by_address_or_name_and_never_by_chance() {
    for (why, from, vendor, people) in [
        ("a person's address", "D. R. <DANA@mail.example>", true, vec![("Dana Reyes", true, true)]),
        (
            "the vendor's own",
            "desk@lamps.example",
            true,
            vec![("desk@lamps.example", false, false)],
        ),
        ("its name", "Copper & Pine <x@post.example>", true, vec![("Copper & Pine", false, false)]),
        ("a person's name", "Dana Reyes <d@post.example>", true, vec![("Dana Reyes", true, true)]),
        (
            "a host that is named after it",
            "Ola Brandt <ola@mail.copper-pine.example>",
            true,
            vec![("Ola Brandt", false, true)],
        ),
        ("a desk there", "Lamps <noreply@copperpine.example>", true, vec![("Lamps", false, false)]),
        ("nobody known", "Ola Brandt <ola@post.example>", false, vec![("Ola Brandt", false, true)]),
    ] {
        let (home, dispute) = desk();
        known_person(&home, "Dana Reyes", Some("dana@mail.example"));
        let known = home.vendor();
        let view = home.app.vendor(&known).expect("shown").vendor;
        let channel = VendorChannel {
            id: None,
            kind: Channel::Email,
            value: "Desk@lamps.example".into(),
            label: None,
        };
        home.app.save_vendor(&Vendor { channels: vec![channel], ..view }).expect("accepted");
        // With a second vendor, none is the only one.
        another_vendor(&home, &dispute);
        let text = mail(&[("From", from), ("To", "ida@marlow.example"), ("Date", DATE)]);
        let told = told(&home, &dispute, &text);
        assert_eq!(told.vendor.map(|it| it.id), vendor.then_some(known), "{why}");
        let found: Vec<_> =
            told.people.iter().map(|it| (it.name.as_str(), it.id.is_some(), it.keep)).collect();
        assert_eq!(found, people, "{why}");
    }
}

/// A vendor of the dispute of whom nothing but the name is known.
fn another_vendor(home: &Home, dispute: &str) {
    let party = Party {
        id: None,
        vendor: String::new(),
        roles: Vec::new(),
        reference: None,
        policy: None,
        rationale: None,
    };
    home.app.save_party(dispute, &party, &new_vendor("Hill Bank")).expect("accepted");
}

const DATE: &str = "Wed, 10 Jun 2026 09:00:00 -0400";

#[test]
fn the_direction_is_told_by_the_addresses_of_both_sides() {
    let ours = "Ida <ida@marlow.example>";
    let theirs = "dana@mail.example";
    for (why, from, to, expected) in [
        ("we wrote", ours, theirs, Direction::Out),
        ("they wrote", theirs, ours, Direction::In),
        ("a vendor wrote to somebody", theirs, "aunt@post.example", Direction::In),
        ("somebody wrote to a vendor", "aunt@post.example", theirs, Direction::Out),
        ("strangers on both sides", "aunt@post.example", "x@post.example", Direction::In),
    ] {
        let (home, dispute) = desk();
        known_person(&home, "Dana Reyes", Some(theirs));
        let text = mail(&[("From", from), ("To", to), ("Date", DATE)]);
        let told = told(&home, &dispute, &text);
        assert_eq!(told.direction, expected, "{why}");
        let is_ours = told.people.iter().any(|it| it.name.contains("Ida"));
        assert!(!is_ours, "{why}: we are not on the other side");
    }
}

#[test]
fn only_e_mails_of_which_nothing_else_was_said_wait() {
    let (home, dispute) = desk();
    let brought = bring(
        &home,
        &EvidenceAdding::to(&dispute),
        &[("a.eml", ANSWER), ("b.txt", "From now on: nothing."), ("again.eml", ANSWER)],
    );
    assert_eq!(brought.mails.len(), 1, "the same e-mail waits once");
    assert_eq!(brought.added.len(), 1, "what is no e-mail is added at once");
    let mut caption = EvidenceAdding::to(&dispute);
    caption.caption = Some("What they wrote".into());
    let brought = bring(&home, &caption, &[("a.eml", ANSWER)]);
    assert_eq!((brought.mails.len(), brought.added.len()), (0, 1), "it was said what it is");
    let without = Home::with_dispute();
    let missing = "0".repeat(64);
    without.0.app.mail_board(&without.1, &[missing]).expect_err("no such original");
}
