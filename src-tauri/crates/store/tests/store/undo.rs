//! Undo by action: what was changed comes back, and what was changed since is never overwritten.

use holdfast_store::{Record, StoreError};

use crate::round_trip::{enter, full_dispute, rich};
use crate::support::*;

#[test]
fn undoing_each_kind_of_action_brings_back_what_was_there_also_after_a_restart() {
    let home = home();
    enter(&home, 1, &rich());
    let mut edited = full_dispute();
    edited.goal = "another goal".to_owned();
    edited.claims[0].movements.remove(1);
    edited.remedies[0].checks[1].done_on = Some(day("2026-06-01"));
    edited.next_steps.clear();
    let mut renamed = vendor(1);
    renamed.name = "Renamed".to_owned();
    renamed.channels.clear();
    let mut said = event(2, "2026-02-01");
    (said.contacts, said.note) = (vec![contact_id(1)], some("a note"));
    type Write = Box<dyn Fn(&mut holdfast_store::Writer<'_>) -> Result<(), StoreError>>;
    let cases: [(&str, Write); 6] = [
        ("an edited dispute", Box::new(move |w| w.put_dispute(&edited))),
        ("an edited vendor", Box::new(move |w| w.put_vendor(&renamed))),
        ("an edited event", Box::new(move |w| w.put_event(&said))),
        ("a new event", Box::new(|w| w.put_event(&event(7, "2026-02-02")))),
        ("a binned event", Box::new(|w| w.bin(event_id(2)))),
        ("another name", Box::new(|w| w.set_household_name("Another"))),
    ];
    let mut home = home;
    for (number, (what, write)) in (10..).step_by(2).zip(cases) {
        home.write(number, |w| write(w));
        let changed = home.whole();
        assert_ne!(changed, rich(), "{what}: something changed");
        home = home.reopened();
        home.undo(number + 1, number).expect(what);
        assert_eq!(home.whole(), rich(), "{what}: all is as it was");
        home.undo(number + 100, number + 1).expect(what);
        assert_eq!(home.whole(), changed, "{what}: undoing the undo does it again");
        home.undo(number + 200, number).expect(what);
        assert_eq!(home.whole(), rich(), "{what}: and it can be undone once more");
    }
    assert_eq!(home.store.verify().expect("verify"), [], "the journal agrees with the rows");
}

#[test]
fn undoing_an_import_empties_the_record_into_the_bin() {
    let home = home();
    enter(&home, 1, &rich());
    home.undo(2, 1).expect("undone");
    assert_eq!(home.whole(), holdfast_domain::Household::default(), "nothing is to be seen");
    let r = home.store.reader().expect("a view");
    assert!(r.bin().expect("read").len() > 20, "and all of it lies in the bin");
}

#[test]
fn the_last_undoable_action_goes_back_one_by_one_and_survives_a_restart() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    home.write(3, |w| w.put_event(&event(1, "2026-02-01")));
    let last = |home: &Home| {
        let r = home.store.reader().expect("a view");
        r.last_undoable().expect("read").map(|action| action.id)
    };
    assert_eq!(last(&home), Some(action_id(3)));
    let home = home.reopened();
    assert_eq!(last(&home), Some(action_id(3)), "a restart does not forget");
    home.undo(4, 3).expect("undone");
    assert_eq!(last(&home), Some(action_id(2)), "neither the undone nor the undo is offered");
    home.undo(5, 4).expect("done again");
    assert_eq!(last(&home), Some(action_id(3)), "what stands again can be undone again");
    for (number, of) in [(6, 3), (7, 2), (8, 1)] {
        home.undo(number, of).expect("undone");
    }
    assert_eq!(last(&home), None, "then there is nothing left");
}

#[test]
fn an_undo_that_would_overwrite_something_newer_is_refused_and_names_it() {
    let home = home().with_people();
    let mut one = dispute(1);
    home.write(2, |w| w.put_dispute(&one));
    one.goal = "second".to_owned();
    home.write(3, |w| w.put_dispute(&one));
    one.goal = "third".to_owned();
    home.write(4, |w| w.put_dispute(&one));
    let before = home.whole();
    let conflict = StoreError::Conflict { record: Record::Dispute(one.id) };
    assert_eq!(home.undo(5, 3), Err(conflict.clone()), "the goal was changed again since");
    assert_eq!(home.undo(6, 2), Err(conflict), "what was entered has been changed since");
    assert_eq!(home.whole(), before, "a refused undo changes nothing");
    home.undo(7, 4).expect("the newest can be undone");
    home.undo(8, 3).expect("and then the one before");
}

#[test]
fn a_field_that_was_empty_when_entered_and_filled_since_counts_as_changed() {
    let home = home().with_people();
    let mut one = dispute(1);
    home.write(2, |w| w.put_dispute(&one));
    one.effect = some("it cost us a week");
    home.write(3, |w| w.put_dispute(&one));
    let conflict = StoreError::Conflict { record: Record::Dispute(one.id) };
    assert_eq!(home.undo(4, 2), Err(conflict), "what was written since must not vanish");
}

#[test]
fn another_field_of_the_same_record_does_not_stand_in_the_way() {
    let home = home().with_people();
    let mut one = dispute(1);
    home.write(2, |w| w.put_dispute(&one));
    one.goal = "second".to_owned();
    home.write(3, |w| w.put_dispute(&one));
    one.title = "New title".to_owned();
    home.write(4, |w| w.put_dispute(&one));
    home.undo(5, 3).expect("the goal is as the action left it");
    let r = home.store.reader().expect("a view");
    let now = r.dispute(one.id).expect("read").expect("it is there");
    assert_eq!((now.goal.as_str(), now.title.as_str()), ("the money back", "New title"));
}

#[test]
fn an_undo_that_would_hide_something_added_since_is_refused() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    home.write(3, |w| w.put_event(&event(1, "2026-02-01")));
    let in_use = StoreError::InUse {
        record: Record::Dispute(dispute_id(1)),
        by: Record::Event(event_id(1)),
    };
    assert_eq!(home.undo(4, 2), Err(in_use), "the event would vanish with its dispute");
    let in_use = StoreError::InUse {
        record: Record::Member(member_id(1)),
        by: Record::Dispute(dispute_id(1)),
    };
    assert_eq!(home.undo(5, 1), Err(in_use), "the dispute would lose its lead");
}

#[test]
fn what_is_undone_cannot_be_undone_again_and_what_never_was_neither() {
    let home = home().with_people();
    home.undo(2, 1).expect("undone");
    let again = StoreError::AlreadyUndone { action: action_id(1) };
    assert_eq!(home.undo(3, 1), Err(again));
    assert_eq!(home.undo(4, 77), Err(StoreError::NoAction { action: action_id(77) }));
}

#[test]
fn an_action_that_entered_and_binned_the_same_record_is_undone_once() {
    let home = home().with_people();
    home.write(2, |w| {
        w.put_vendor(&vendor(9))?;
        w.bin(vendor_id(9))
    });
    home.undo(3, 2).expect("there is nothing left to change");
    let r = home.store.reader().expect("a view");
    let last = r.last_undoable().expect("read").map(|action| action.id);
    assert_eq!(last, Some(action_id(1)), "it is not offered for ever");
}
