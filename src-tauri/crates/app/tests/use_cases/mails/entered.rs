//! What an e-mail becomes, once, and in one action.

use holdfast_app::wire::{
    Channel, CitedKind, Direction, ErrorCode, EvidenceAdding, MailSaid, Precision, VendorChoice,
    VendorKind,
};

use super::{
    ANSWER, adding, bring, desk, events, known_person, mail, person, saved_elsewhere, told, yes,
};
use crate::evidence::evidence_of;

#[test]
fn an_e_mail_becomes_an_event_that_rests_on_it_and_its_files() {
    let (home, dispute) = desk();
    let told = told(&home, &dispute, ANSWER);
    let done = home.app.add_mails(&adding(&dispute, vec![yes(&told)])).expect("accepted");
    assert_eq!((done.events.len(), done.added.len()), (1, 2), "one event, the e-mail, one file");
    let events = events(&home, &dispute);
    let event = events.last().expect("an event");
    assert_eq!((event.channel, event.direction), (Channel::Email, Direction::In));
    assert_eq!(event.at, "2026-06-09T16:04:05+02:00", "it keeps the offset of its own clock");
    assert_eq!(event.facts[0].text, "Your lamp, order A-1001");
    assert_eq!(event.vendor, Some(home.vendor()));
    let contact = home.app.contact(&event.contacts[0]).expect("shown").contact;
    assert_eq!(contact.name, "Dana Reyes");
    assert_eq!(contact.email.as_deref(), Some("dana@copperpine.example"));
    let kept = evidence_of(&home, &dispute);
    let kinds: Vec<_> =
        kept.iter().map(|one| (one.name.as_str(), one.media_type.as_str())).collect();
    assert_eq!(kinds, [("mail.eml", "message/rfc822"), ("terms.txt", "text/plain")]);
    for one in &kept {
        assert_eq!(one.citations[0].of.kind, CitedKind::Event, "{}", one.name);
        assert_eq!(Some(&one.citations[0].of.id), event.id.as_ref(), "{}", one.name);
        assert_eq!(one.at, Some(event.at.clone()), "{}", one.name);
        assert_eq!(one.obtained.as_deref(), Some("came by e-mail"), "{}", one.name);
    }
    let mut back = Vec::new();
    home.app.write_attachment(&kept[0].id, &mut back).expect("given back");
    assert_eq!(back, ANSWER.as_bytes(), "byte for byte");

    home.app.undo(&done.done.action.expect("an action")).expect("undone");
    assert_eq!(super::events(&home, &dispute), [], "one undo takes all of it back");
    assert_eq!(evidence_of(&home, &dispute), []);
    home.app.contact(&event.contacts[0]).expect_err("the person went with it");
    let again = super::told(&home, &dispute, ANSWER);
    assert_eq!(again.known, None, "what was taken back may come again");
}

#[test]
fn the_same_e_mail_is_written_down_once_however_it_comes() {
    let (home, dispute) = desk();
    let first = told(&home, &dispute, ANSWER);
    home.app.add_mails(&adding(&dispute, vec![yes(&first)])).expect("accepted");
    let brought = bring(&home, &EvidenceAdding::to(&dispute), &[("copy.eml", ANSWER)]);
    assert_eq!((brought.mails.len(), brought.known.len()), (0, 1), "the same bytes are here");
    let other = told(&home, &dispute, &saved_elsewhere());
    assert!(other.known.is_some(), "other bytes of the same e-mail are told by its name");
    let done = home.app.add_mails(&adding(&dispute, vec![yes(&other)])).expect("accepted");
    assert_eq!((done.events.len(), done.known.len()), (0, 1));
    assert_eq!(done.done.action, None, "nothing was done that could be taken back");
    assert_eq!(events(&home, &dispute).len(), 1);
    assert_eq!(evidence_of(&home, &dispute).len(), 2);
}

#[test]
fn a_file_that_comes_with_two_e_mails_is_kept_once_and_cited_by_both() {
    let (home, dispute) = desk();
    let second = ANSWER.replace("answer-1@", "answer-2@").replace("9 Jun", "11 Jun");
    let both = [told(&home, &dispute, ANSWER), told(&home, &dispute, &second)];
    let done = home.app.add_mails(&adding(&dispute, both.iter().map(yes).collect()));
    assert_eq!(done.expect("accepted").events.len(), 2, "in one action");
    let kept = evidence_of(&home, &dispute);
    let terms: Vec<_> = kept.iter().filter(|one| one.name == "terms.txt").collect();
    assert_eq!((terms.len(), terms[0].citations.len()), (1, 2));
    let people = home.app.vendor(&home.vendor()).expect("shown").people;
    assert_eq!(people.len(), 1, "a new person who writes twice is one person");
}

#[test]
fn an_e_mail_that_was_only_a_file_may_become_an_event() {
    let (home, dispute) = desk();
    let told = told(&home, &dispute, ANSWER);
    let file = MailSaid { event: None, ..yes(&told) };
    let done = home.app.add_mails(&adding(&dispute, vec![file])).expect("accepted");
    assert_eq!((done.events.len(), done.added.len()), (0, 1), "only the file");
    let again = super::told(&home, &dispute, ANSWER);
    home.app.add_mails(&adding(&dispute, vec![yes(&again)])).expect("accepted");
    assert_eq!(events(&home, &dispute).len(), 1);
    assert_eq!(evidence_of(&home, &dispute).len(), 2, "the file is there once, and its enclosure");
}

#[test]
fn people_and_vendors_are_made_only_where_the_family_says_so() {
    let (home, dispute) = desk();
    let dana = known_person(&home, "Dana Reyes", None);
    let mut said = yes(&told(&home, &dispute, ANSWER));
    let event = said.event.as_mut().expect("an event");
    event.vendor =
        Some(VendorChoice { id: None, name: "Lamp Council".into(), kind: VendorKind::Regulator });
    event.people = vec![
        person("Ola Brandt", "ola@council.example"),
        holdfast_app::wire::MailPerson { keep: false, ..person("Desk", "desk@council.example") },
    ];
    home.app.add_mails(&adding(&dispute, vec![said])).expect("accepted");
    let council = home.app.vendors("Lamp Council").expect("listed");
    assert_eq!(council[0].people.len(), 1, "the desk was not wanted");
    let parties = home.app.dispute(&dispute).expect("shown").parties;
    assert_eq!(parties.len(), 2, "the new vendor has a part in the dispute");

    let text = mail(&[
        ("From", "Dana Reyes <dana@copperpine.example>"),
        ("To", "ida@marlow.example"),
        ("Date", "Wed, 10 Jun 2026 09:00:00 -0400"),
    ]);
    let told = told(&home, &dispute, &text);
    assert_eq!(told.people[0].id.as_ref(), Some(&dana), "by her name at the vendor");
    let mut said = yes(&told);
    said.event.as_mut().expect("an event").summary = "She asked for the receipt.".into();
    home.app.add_mails(&adding(&dispute, vec![said])).expect("accepted");
    let contact = home.app.contact(&dana).expect("shown").contact;
    assert_eq!(
        contact.email.as_deref(),
        Some("dana@copperpine.example"),
        "now her address is known"
    );
}

#[test]
fn what_stands_in_the_way_is_said_and_nothing_is_half_written() {
    let (home, dispute) = desk();
    let told = told(&home, &dispute, ANSWER);
    for (why, field, spoil) in [
        (
            "no day",
            "at",
            (|said: &mut MailSaid| event(said).at = String::new()) as fn(&mut MailSaid),
        ),
        ("no words", "text", |said| event(said).summary = "  ".into()),
        ("nowhere to work", "vendor", |said| event(said).vendor = None),
        ("no such person", "people", |said| event(said).people[0].id = Some("nobody".into())),
        ("no such original", "mails", |said| said.id = "receipt".into()),
    ] {
        let mut said = yes(&told);
        spoil(&mut said);
        let refused = home.app.add_mails(&adding(&dispute, vec![said])).expect_err(why);
        assert_eq!(refused.code, ErrorCode::Refused, "{why}");
        assert!(refused.problems.iter().any(|it| it.field == field), "{why}: {refused:?}");
    }
    assert_eq!((events(&home, &dispute).len(), evidence_of(&home, &dispute).len()), (0, 0));
    let mut said = yes(&told);
    event(&mut said).precision = Precision::About;
    home.app.add_mails(&adding(&dispute, vec![said])).expect("it waits until it is said right");
}

fn event(said: &mut MailSaid) -> &mut holdfast_app::wire::MailEvent {
    said.event.as_mut().expect("an event")
}
