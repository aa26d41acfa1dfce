//! Finding by words: disputes, and everything; and that the index is always what the record says.

mod cases;
mod documents;
mod walk;

use holdfast_domain::{DisputeId, Event, Party, Roles};
use holdfast_store::{Asked, Found, FoundGroup, Noun, Span, StoreError};

use crate::round_trip::{enter, rich};
use crate::support::*;

/// Everything that is found, in one group.
const EVERYTHING: &[&[Noun]] = &[Noun::ALL];

fn search_as(home: &Home, asked: &Asked<'_>) -> Vec<FoundGroup> {
    let reader = home.store.reader().expect("a view");
    home.store.search(&reader, asked).expect("nothing that is typed is an error")
}

fn search(home: &Home, words: &str) -> Vec<Found> {
    let asked =
        Asked { words, month_first: false, with_private: true, groups: EVERYTHING, limit: 50 };
    search_as(home, &asked).remove(0).hits
}

/// An excerpt with what is marked in brackets.
fn shown(spans: &[Span]) -> String {
    let mark = |it: &Span| if it.marked { format!("[{}]", it.text) } else { it.text.clone() };
    spans.iter().map(mark).collect()
}

#[test]
fn disputes_are_found_wherever_their_words_stand() {
    let home = home();
    let mut household = rich();
    household.disputes[0].title = "Große Wäsche Σίσυφος".to_owned();
    household.disputes[0].advocates.clear();
    household.events[0].facts[0].text = "The agent said 100% refund_able.".to_owned();
    household.events[0].note = some("secretword");
    enter(&home, 1, &household);
    let r = home.store.reader().expect("a view");
    let one: &[DisputeId] = &[dispute_id(1)];
    let both: &[DisputeId] = &[dispute_id(1), dispute_id(2)];
    for (words, found, why) in [
        ("", both, "no words leave nothing out"),
        (" * ", both, "and a sign is none"),
        ("WASHING", one, "the subject, in capitals"),
        ("wash", one, "the beginning of a word"),
        ("grosse", one, "ß is ss"),
        ("wasche", one, "without the dots"),
        ("σισυφοσ", one, "either small sigma, without the accent"),
        ("ref-9", one, "a party's reference"),
        ("pay-1", one, "a payment's reference"),
        ("vndr*1", one, "another name of a vendor"),
        ("person 2", one, "a person spoken with"),
        ("100% agent", one, "words of a fact, with a sign that patterns use"),
        ("refund_able wash", one, "words of a fact and of the subject"),
        ("refundXable", &[], "an underscore is not any letter"),
        ("washing nowhere", &[], "every word has to be found"),
        ("secretword", &[], "private notes are not looked at"),
        ("MONEY back", both, "the goal of both"),
        ("'; --", both, "what looks like SQL is signs"),
    ] {
        assert_eq!(r.disputes_matching(words, false).expect("search"), found, "“{words}”: {why}");
    }
}

#[test]
fn what_was_just_written_is_found_and_what_was_undone_is_not() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let found = || {
        let r = home.store.reader().expect("a view");
        r.disputes_matching("lighthouse", false).expect("search")
    };
    let mut said = event(1, "2026-02-01");
    said.facts[0].text = "The lighthouse was mentioned.".to_owned();
    assert_eq!(found(), [], "nothing yet");
    home.write(3, |w| {
        w.put_event(&said)?;
        assert_eq!(found(), [], "others do not see what is not finished");
        Ok(())
    });
    assert_eq!(found(), [dispute_id(1)], "after it was written");
    home.undo(4, 3).expect("undone");
    assert_eq!(found(), [], "after it was undone");
    home.undo(5, 4).expect("undone");
    assert_eq!(found(), [dispute_id(1)], "after the undoing was undone");
    let refused: Result<(), StoreError> = home.try_write(6, |w| {
        w.bin(event_id(1))?;
        Err(StoreError::DiskFull)
    });
    assert!(refused.is_err(), "the action fails");
    assert_eq!(found(), [dispute_id(1)], "after an action that failed");
    home.write(7, |w| w.put_dispute(&dispute(2)));
    said.dispute = dispute_id(2);
    home.write(8, |w| w.put_event(&said));
    assert_eq!(found(), [dispute_id(2)], "where the event was moved to, and not where it was");
    home.write(9, |w| w.bin(dispute_id(2)));
    assert_eq!(found(), [], "what lies in the bin is not found");
    home.write(10, |w| w.restore(dispute_id(2)));
    assert_eq!(found(), [dispute_id(2)], "what came out of it is");
    said.facts.clear();
    home.write(11, |w| w.put_event(&said));
    assert_eq!(found(), [], "a fact that was taken away is not");
    let mut keeper = contact(1, 1);
    home.write(12, |w| w.put_event(&Event { contacts: vec![keeper.id], ..said.clone() }));
    keeper.name = "The lighthouse keeper".to_owned();
    home.write(13, |w| w.put_contact(&keeper));
    assert_eq!(found(), [dispute_id(2)], "by the new name of somebody spoken with");
}

#[test]
fn a_dispute_is_found_by_what_a_person_would_type() {
    let home = home().with_people();
    let mut titled = dispute(2);
    titled.title = "Dispute 1 again".to_owned();
    titled.parties = vec![Party {
        id: id(0x60, 1),
        vendor: vendor_id(1),
        roles: Roles::default(),
        reference: Some("BT-4471".to_owned()),
        policy: None,
        rationale: None,
    }];
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_dispute(&titled)
    });
    let r = home.store.reader().expect("a view");
    let first = dispute_id(1);
    let both = vec![dispute_id(1), dispute_id(2)];
    for (text, found, why) in [
        (first.to_string(), vec![first], "the id"),
        (first.to_string().to_uppercase(), vec![first], "the id in capitals"),
        (first.reference().to_lowercase(), vec![first], "the short reference"),
        (" bt-4471 ".to_owned(), vec![dispute_id(2)], "the number on the vendor's letters"),
        (" dispute 1 ".to_owned(), vec![first], "the whole title comes before a part of another"),
        ("again".to_owned(), vec![dispute_id(2)], "a part of the title"),
        ("DISPUTE".to_owned(), both.clone(), "a part of both"),
        (first.to_string()[..8].to_owned(), both, "the beginning of both ids"),
        ("nothing".to_owned(), vec![], "what is not there"),
        (String::new(), vec![], "nothing typed means nothing"),
    ] {
        assert_eq!(r.find_disputes(&text).expect("search"), found, "“{text}”: {why}");
    }
}
