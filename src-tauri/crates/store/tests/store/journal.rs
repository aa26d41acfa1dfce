//! The journal: what it says, and that nobody can make it say something else.

use holdfast_store::{Change, FieldValue, NewAction, Record};
use rusqlite::Connection;

use crate::support::*;

fn fields(changes: &[Change]) -> Vec<(&str, FieldValue, FieldValue)> {
    changes
        .iter()
        .map(|change| (change.field.as_str(), change.before.clone(), change.after.clone()))
        .collect()
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

#[test]
fn entering_changing_and_binning_are_each_journalled_field_by_field() {
    let home = home();
    let mut person = member(1);
    home.write(1, |w| w.put_member(&person));
    person.name = "New Name".to_owned();
    person.email = None;
    home.write(2, |w| w.put_member(&person));
    home.write(3, |w| w.bin(person.id));
    let r = home.store.reader().expect("a view");
    let history = r.history(person.id).expect("read");
    let binned_at = action(3).at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true);
    let expected = vec![
        ("id", FieldValue::None, text(&person.id.to_string())),
        ("name", FieldValue::None, text("Member 1")),
        ("address", FieldValue::None, text("12 Hill Road\nAsheville")),
        ("email", FieldValue::None, text("member@home.example")),
        ("name", text("Member 1"), text("New Name")),
        ("email", text("member@home.example"), FieldValue::None),
        ("deleted_at", FieldValue::None, text(&binned_at)),
    ];
    assert_eq!(fields(&history), expected, "each changed field with what was there before");
    let actions: Vec<_> = history.iter().map(|change| change.action.id).collect();
    let numbers = [1, 1, 1, 1, 2, 2, 3].map(action_id);
    assert_eq!(actions, numbers, "each change under the action that made it");
}

#[test]
fn an_action_says_who_did_what_where_and_when() {
    let home = home();
    let by = NewAction { member: Some(member_id(1)), ..action(1) };
    home.store.write(by.clone(), |w| w.put_member(&member(1))).expect("written");
    let r = home.store.reader().expect("a view");
    let summary = r.action(by.id).expect("read").expect("it is there");
    assert_eq!(summary.what, "test");
    assert_eq!(summary.about, "action 1");
    assert_eq!(summary.member, Some(member_id(1)));
    assert_eq!(summary.device, "kitchen");
    assert_eq!(summary.at, by.at);
    assert_eq!(summary.undoes, None);
}

#[test]
fn the_same_id_of_another_noun_has_another_history() {
    let home = home().with_people();
    let r = home.store.reader().expect("a view");
    let same = Record::Dispute(member_id(1).uuid().into());
    assert_eq!(r.history(same).expect("read"), [], "a noun's history is its own");
}

#[test]
fn a_write_that_fails_leaves_neither_rows_nor_journal() {
    let home = home().with_people();
    let mut second = dispute(2);
    second.lead = member_id(99);
    let result = home.try_write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_dispute(&second)
    });
    assert!(result.is_err(), "nobody leads the second dispute");
    let r = home.store.reader().expect("a view");
    assert_eq!(r.dispute_titles().expect("read"), [], "the first is not there either");
    assert_eq!(r.action(action_id(2)).expect("read"), None, "and nothing is journalled");
    drop(r);
    assert_eq!(home.store.verify().expect("verify"), []);
}

#[test]
fn the_journal_and_the_originals_cannot_be_changed_or_deleted() {
    let home = home().with_people();
    home.store.store_original(&b"bytes"[..], 10).expect("stored");
    let evidence = home.path.with_file_name("home.db-evidence");
    for (file, statement) in [
        (&home.path, "UPDATE action SET about = 'nothing'"),
        (&home.path, "DELETE FROM action"),
        (&home.path, "UPDATE change SET after = 'another'"),
        (&home.path, "DELETE FROM change"),
        (&evidence, "UPDATE original SET size = 1"),
        (&evidence, "DELETE FROM original"),
        (&evidence, "UPDATE chunk SET bytes = x'00'"),
        (&evidence, "DELETE FROM chunk"),
    ] {
        let connection = Connection::open(file).expect("open");
        let error = connection.execute(statement, []).expect_err(statement);
        assert!(error.to_string().contains("only"), "{statement}: {error}");
    }
}
