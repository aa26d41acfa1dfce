//! The history of a record with what belongs to it, and the way back to a moment.

use holdfast_store::{Record, StoreError};

use crate::support::*;

#[test]
fn a_record_goes_back_to_any_moment_as_one_action_that_can_be_undone() {
    let home = home().with_people();
    let mut one = dispute(1);
    home.write(2, |w| w.put_dispute(&one));
    one.goal = "second".to_owned();
    home.write(3, |w| w.put_dispute(&one));
    (one.goal, one.effect) = ("third".to_owned(), some("it cost us a week"));
    home.write(4, |w| w.put_dispute(&one));
    let now = home.whole();
    let goal = |home: &Home| {
        let r = home.store.reader().expect("a view");
        r.dispute(one.id).expect("read").map(|it| (it.goal, it.effect))
    };
    home.write(5, |w| w.back_to(one.id, action_id(3)));
    assert_eq!(goal(&home), Some(("second".to_owned(), None)), "what came later goes too");
    home.write(6, |w| w.back_to(one.id, action_id(2)));
    assert_eq!(goal(&home).map(|it| it.0), Some(dispute(1).goal));
    home.undo(7, 6).expect("undone");
    home.undo(8, 5).expect("undone");
    assert_eq!(home.whole(), now);
    let gone = action_id(999);
    let refused = home.try_write(9, |w| w.back_to(one.id, gone));
    assert_eq!(refused, Err(StoreError::NoAction { action: gone }));
}

#[test]
fn the_history_of_an_event_has_its_people() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let mut said = event(1, "2026-02-01");
    home.write(3, |w| w.put_event(&said));
    said.contacts = vec![contact_id(1)];
    home.write(4, |w| w.put_event(&said));
    let r = home.store.reader().expect("a view");
    let history = r.history_with_own(said.id).expect("read");
    let later: Vec<_> = history.iter().filter(|it| it.action.id == action_id(4)).collect();
    assert!(!later.is_empty() && later.iter().all(|it| it.record != Record::Event(said.id)));
    let alone = r.history_with_own(dispute_id(1)).expect("read");
    assert!(alone.iter().all(|it| it.record == Record::Dispute(dispute_id(1))));
}

#[test]
fn the_facts_and_people_of_an_event_go_back_with_it() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let first = event(1, "2026-02-01");
    home.write(3, |w| w.put_event(&first));
    let mut later = first.clone();
    later.contacts = vec![contact_id(1)];
    later.facts.extend(event(2, "2026-02-01").facts);
    home.write(4, |w| w.put_event(&later));
    let stands = |home: &Home| home.store.reader().expect("a view").event(first.id).expect("read");
    home.write(5, |w| w.back_to(first.id, action_id(3)));
    assert_eq!(stands(&home), Some(first.clone()), "what was added since goes too");
    home.write(6, |w| w.back_to(first.id, action_id(4)));
    assert_eq!(stands(&home), Some(later), "and comes back");
}

#[test]
fn nothing_goes_back_to_before_it_was_entered() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let before = action_id(1);
    assert_eq!(
        home.try_write(3, |w| w.back_to(dispute_id(1), before)),
        Err(StoreError::NoAction { action: before })
    );
}
