//! What is in question: the facts that it rests on go and come back, and it is found by its words.

use holdfast_domain::{Dispute, Event, FactId, FactStatus, Issue};
use holdfast_store::{Asked, Noun, Record, StoreError};

use crate::round_trip::{enter, rich};
use crate::support::*;

/// A household with something of everything, and an issue that rests on both facts of a letter in
/// which the reply was given.
fn furnished() -> (Home, Dispute) {
    let mut whole = rich();
    let dispute = &mut whole.disputes[0];
    dispute.issues[0].facts = vec![id(0x51, 1), id(0x51, 99)];
    dispute.issues[0].replied_at = Some(event_id(1));
    let home = home();
    enter(&home, 1, &whole);
    assert_eq!(home.whole(), whole, "what was written is what is read");
    (home, whole.disputes.remove(0))
}

fn read(home: &Home) -> Vec<Issue> {
    let dispute = home.store.reader().expect("a view").dispute(dispute_id(1)).expect("read");
    dispute.expect("it is there").issues
}

fn facts(home: &Home) -> Vec<FactId> {
    read(home).into_iter().flat_map(|issue| issue.facts).collect()
}

#[test]
fn a_fact_in_the_bin_is_out_of_the_issue_until_it_comes_back() {
    let both: Vec<FactId> = vec![id(0x51, 1), id(0x51, 99)];
    let (home, mut dispute) = furnished();
    assert_eq!(facts(&home), both);
    home.write(2, |w| w.bin(both[0]));
    assert_eq!(facts(&home), both[1..], "no issue keeps a fact from going");
    // The form is saved while the fact is out of sight.
    dispute.issues = read(&home);
    dispute.issues[0].question = "Was the fee ever agreed?".to_owned();
    home.write(3, |w| w.put_dispute(&dispute));
    home.write(4, |w| w.restore(both[0]));
    assert_eq!(facts(&home), both, "and it rests on it again, as before");
    dispute.issues = read(&home);
    dispute.issues[0].facts = vec![both[1]];
    home.write(5, |w| w.put_dispute(&dispute));
    assert_eq!(facts(&home), both[1..], "what is taken out by the form stays out");
    home.undo(6, 5).expect("undone");
    assert_eq!(facts(&home), both, "until that is undone");
    let bin = home.store.reader().expect("a view").bin().expect("read");
    assert_eq!(bin, [], "what an issue rests on is not listed in the bin by itself");
}

#[test]
fn the_event_of_a_reply_stays_while_it_is_named() {
    let (home, mut dispute) = furnished();
    // Claims name the event too, which is not what is asked here.
    dispute.claims.iter_mut().for_each(|claim| claim.because_of = None);
    home.write(2, |w| w.put_dispute(&dispute));
    let refused = home.try_write(3, |w| w.bin(event_id(1)));
    let by = Record::Issue(id(0x6A, 1));
    assert!(
        matches!(refused, Err(StoreError::InUse { by: found, .. }) if found == by),
        "{refused:?}"
    );
}

#[test]
fn events_in_question_are_those_with_a_disputed_fact_or_one_that_is_relied_on() {
    let (home, _) = furnished();
    let disputed = |number, on| {
        let mut event: Event = event(number, on);
        event.facts[0].status = FactStatus::Disputed;
        event
    };
    let elsewhere = Event { dispute: dispute_id(2), ..disputed(8, "2026-02-01") };
    home.write(2, |w| {
        w.put_event(&disputed(3, "2025-12-01"))?;
        w.put_event(&elsewhere)
    });
    let events = || {
        let found = home.store.reader().expect("a view").events_in_question(dispute_id(1));
        found.expect("read").iter().map(|event| event.id).collect::<Vec<_>>()
    };
    let (first, third) = (event_id(1), event_id(3));
    assert_eq!(events(), [third, first], "in their order; neither the undisputed nor another’s");
    home.write(3, |w| w.bin(Record::Issue(id(0x6A, 1))));
    assert_eq!(events(), [third], "an issue in the bin relies on nothing");
}

#[test]
fn an_issue_is_found_by_its_words_and_its_vendor() {
    let (home, _) = furnished();
    let search = |words: &str| {
        let groups: &[&[Noun]] = &[&[Noun::Issue]];
        let asked = Asked { words, month_first: false, with_private: false, groups, limit: 5 };
        let reader = home.store.reader().expect("a view");
        let found = home.store.search(&reader, &asked).expect("found").remove(0).hits;
        found.into_iter().map(|hit| hit.record).collect::<Vec<_>>()
    };
    let first = Record::Issue(id(0x6A, 1));
    // What is looked for; where it stands.
    let cases = [
        ("fee agreed", "the question"),
        ("agreed in writing", "the term"),
        ("clause 7", "the source"),
        ("always was", "the reply"),
        ("9 January 2026", "the day of the reply"),
        ("vendor 1 fee", "the vendor, with a word"),
    ];
    for (words, place) in cases {
        assert_eq!(search(words), [first], "{place}");
    }
    let mut named = vendor(1);
    named.name = "Harbor".to_owned();
    home.write(2, |w| w.put_vendor(&named));
    assert_eq!(search("harbor fee"), [first], "by the vendor’s new name");
    home.write(3, |w| w.bin(first));
    assert_eq!(search("fee agreed"), [], "not in the bin");
}
