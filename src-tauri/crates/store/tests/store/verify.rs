//! Verify finds what is not as it should be.

use holdfast_store::{Finding, Record};
use rusqlite::Connection;

use crate::support::*;

/// Changes the records behind the store's back.
fn behind_the_back(home: &Home, sql: &str) {
    let connection = Connection::open(&home.path).expect("open");
    connection.pragma_update(None, "foreign_keys", false).expect("off");
    connection.execute_batch(sql).expect(sql);
}

#[test]
fn a_row_changed_behind_the_journals_back_is_found() {
    let home = home().with_people();
    behind_the_back(&home, "UPDATE vendor SET name = 'X' WHERE name = 'Vendor 2'");
    let found =
        Finding::Unjournalled { record: Record::Vendor(vendor_id(2)), field: "name".to_owned() };
    let stale = Finding::NotFoundByItsWords { record: vendor_id(2).to_string() };
    assert_eq!(home.store.verify().expect("verify"), [found, stale], "nor by its new name");
}

#[test]
fn an_index_that_lacks_an_entry_or_has_one_too_many_is_found() {
    let home = home().with_people();
    assert_eq!(home.store.verify().expect("verify"), [], "as it is written, it is whole");
    let entry = format!("record = '{}'", vendor_id(2));
    behind_the_back(
        &home,
        &format!(
            "DELETE FROM search_terms WHERE rowid IN (SELECT number FROM search_entry WHERE {entry});
             DELETE FROM search_entry WHERE {entry};"
        ),
    );
    let stale = Finding::NotFoundByItsWords { record: vendor_id(2).to_string() };
    assert_eq!(home.store.verify().expect("verify"), [stale]);
    assert_eq!(home.store.verify().expect("verify").len(), 1, "looking mends nothing by itself");
}

#[test]
fn a_row_that_the_journal_does_not_know_is_found() {
    let home = home();
    let id = member_id(5);
    behind_the_back(
        &home,
        &format!("INSERT INTO member (id, name, address) VALUES ('{id}', '', '')"),
    );
    let found = Finding::Unjournalled { record: Record::Member(id), field: "id".to_owned() };
    let stale = Finding::NotFoundByItsWords { record: id.to_string() };
    assert_eq!(
        home.store.verify().expect("verify"),
        [found, stale],
        "and search has not heard of it"
    );
}

#[test]
fn a_row_that_vanished_is_found() {
    let home = home().with_people();
    behind_the_back(&home, "DELETE FROM vendor WHERE name = 'Vendor 2'");
    let found = home.store.verify().expect("verify");
    let gone =
        Finding::Unjournalled { record: Record::Vendor(vendor_id(2)), field: "id".to_owned() };
    assert!(found.contains(&gone), "{found:?}");
    let dangling =
        Finding::Dangling { table: "vendor_channel".to_owned(), names: "vendor".to_owned() };
    assert!(found.contains(&dangling), "and so is what belonged to it: {found:?}");
}
