//! Migrations: every step or none of it, and a backup before the first.

use std::path::Path;

use holdfast_domain::{Check, DateTime, Dispute, Household, Member, Remedy, RemedyKind};
use rusqlite::Connection;

use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::migrate;
use crate::{NewAction, OpenError, Opening, Store, StoreError};

const GOOD: &str = "ALTER TABLE member ADD COLUMN nickname TEXT;";
const BAD: &str = "CREATE TABLE half (id TEXT) STRICT;
    INSERT INTO half (id) VALUES ('done');
    ALTER TABLE nowhere ADD COLUMN nickname TEXT;";

/// Records with these steps behind the first ones.
fn later(steps: &[&'static str]) -> Kind {
    let migrations: Vec<&str> = [RECORDS.migrations, steps].concat();
    Kind { migrations: migrations.leak(), ..RECORDS }
}

fn opening() -> Opening {
    let now = DateTime::from_timestamp(1_795_341_600, 0).expect("a time");
    Opening { now, device: "kitchen".to_owned() }
}

fn version(path: &Path) -> i32 {
    let connection = Connection::open(path).expect("open");
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("version")
}

fn old_store(path: &Path) {
    let store = Store::open(path, &opening()).expect("opens");
    let action = NewAction {
        id: uuid::Uuid::from_u128(1).into(),
        what: "test",
        about: String::new(),
        member: None,
        at: opening().now,
    };
    let write: Result<(), StoreError> = store.write(action, |w| w.set_household_name("Ours"));
    write.expect("written");
}

#[test]
fn an_older_store_is_backed_up_and_taken_to_the_newest_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    old_store(&path);
    let newer = later(&[GOOD, "CREATE TABLE further (id TEXT) STRICT;"]);
    let store = Store::open_as(&path, &opening(), newer, EVIDENCE).expect("migrates");
    let name = store.reader().expect("a view").household_name().expect("read");
    assert_eq!(name.as_deref(), Some("Ours"), "what was there is there");
    assert_eq!(version(&path), RECORDS.version() + 2);
    let backups = std::fs::read_dir(folder.path().join("home.db-backups")).expect("a folder");
    let backups: Vec<_> = backups.map(|entry| entry.expect("entry").path()).collect();
    assert_eq!(backups.len(), 1, "{backups:?}");
    assert_eq!(version(&backups[0]), RECORDS.version(), "the backup is of before");
    drop(store);
    let refused = Store::open(&path, &opening()).map(|_| ());
    let Err(OpenError::Newer { found, known, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!((found, known), (RECORDS.version() + 2, RECORDS.version()), "it says which");
}

#[test]
fn a_step_that_fails_leaves_the_version_before_it_and_nothing_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    old_store(&path);
    let broken = later(&[GOOD, BAD]);
    let refused = Store::open_as(&path, &opening(), broken, EVIDENCE).map(|_| ());
    assert!(matches!(refused, Err(OpenError::Io { .. })), "{refused:?}");
    let good = RECORDS.version() + 1;
    assert_eq!(version(&path), good, "the good step was taken, the bad one was not");
    let connection = Connection::open(&path).expect("open");
    let half: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'half'", [], |row| row.get(0))
        .expect("count");
    assert_eq!(half, 0, "nothing of the bad step is left");
    drop(connection);
    let repaired = later(&[GOOD]);
    Store::open_as(&path, &opening(), repaired, EVIDENCE).expect("the store still opens");
}

#[test]
fn a_new_store_takes_every_step_without_a_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    let newer = later(&[GOOD]);
    drop(Store::open_as(&path, &opening(), newer, EVIDENCE).expect("opens"));
    assert_eq!(version(&path), RECORDS.version() + 1);
    assert!(!folder.path().join("home.db-backups").exists(), "there was nothing to back up");
}

#[test]
fn a_new_store_that_cannot_be_made_leaves_no_file_where_one_would_be_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    let refused =
        Store::open_as(&path, &opening(), Kind { migrations: &[BAD], ..RECORDS }, EVIDENCE)
            .map(|_| ());
    assert!(refused.is_err());
    assert!(!path.exists(), "half a store is no store");
    Store::open(&path, &opening()).expect("and the next start makes a whole one");
}

/// Every released version of the records, of which households have stores.
fn released(version: usize) -> Kind {
    Kind { migrations: &RECORDS.migrations[..version], ..RECORDS }
}

#[test]
fn a_store_of_each_released_version_opens_with_all_that_it_held() {
    for old in 1..RECORDS.migrations.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("home.db");
        let before = filled(&path, released(old));
        let store = Store::open(&path, &opening()).expect("it opens");
        let after = store.reader().expect("a view").whole_household().expect("read");
        assert_eq!(after, before, "a store of version {old} keeps all that it held");
        let draft = store.reader().expect("a view").draft("call").expect("read");
        assert_eq!(draft.map(|it| it.text).as_deref(), Some("half a sentence"), "of {old} too");
        assert_eq!(store.verify().expect("verify"), [], "nothing of version {old} is wrong");
        let found = store.reader().expect("a view").disputes_matching("price back", false);
        assert_eq!(found.expect("search").len(), 1, "what version {old} held is found by words");
        assert_eq!(version(&path), RECORDS.version(), "it is of this version now");
        let backups = std::fs::read_dir(folder.path().join("home.db-backups")).expect("a folder");
        let backups: Vec<_> = backups.map(|entry| entry.expect("entry").path()).collect();
        assert_eq!(backups.len(), 1, "one backup was made before: {backups:?}");
        assert_eq!(version(&backups[0]), i32::try_from(old).expect("small"), "as it was");
    }
}

/// Makes a store of a released version with something in it, and says what. Today's code writes
/// today's columns only, so it writes a store of today; what the old version has of its tables and
/// columns is then copied into a store of that version.
fn filled(path: &Path, kind: Kind) -> Household {
    let newest = path.with_file_name("newest.db");
    let store = Store::open(&newest, &opening()).expect("made");
    let action = NewAction {
        id: uuid::Uuid::from_u128(1).into(),
        what: "test",
        about: String::new(),
        member: None,
        at: opening().now,
    };
    let written: Result<(), StoreError> = store.write(action, |w| {
        w.set_household_name("Ours")?;
        w.put_member(&member())?;
        w.put_dispute(&lamp())
    });
    written.expect("written");
    store.put_draft("call", "half a sentence", opening().now).expect("kept");
    let household = store.reader().expect("a view").whole_household().expect("read");
    drop(store);
    migrate::create(path, kind).expect("made");
    copy(&newest, path);
    household
}

fn copy(from: &Path, to: &Path) {
    let connection = Connection::open(to).expect("open");
    let from = from.to_str().expect("a plain path");
    connection.execute("ATTACH ?1 AS newest", [from]).expect("attached");
    let names = |sql: &str, of: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).expect("prepared");
        let rows = statement.query_map([of], |row| row.get(0)).expect("queried");
        rows.collect::<rusqlite::Result<_>>().expect("read")
    };
    // The index follows from the other tables, and opening makes it.
    let tables = "SELECT name FROM main.sqlite_schema
        WHERE type = ?1 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'";
    let mut sql = "BEGIN; PRAGMA defer_foreign_keys = ON;".to_owned();
    let shared = "SELECT name FROM pragma_table_info(?1, 'main')
        INTERSECT SELECT name FROM pragma_table_info(?1, 'newest')";
    for table in names(tables, "table") {
        let columns = names(shared, &table).join(", ");
        sql += &format!(
            "DELETE FROM main.{table};
             INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table};"
        );
    }
    connection.execute_batch(&(sql + "COMMIT;")).expect("copied");
}

fn member() -> Member {
    Member {
        id: uuid::Uuid::from_u128(2).into(),
        name: "Ida Marlow".to_owned(),
        address: vec!["12 Hill Road".to_owned()],
        email: None,
        phone: None,
    }
}

/// A dispute with a remedy, as the first version could keep them.
fn lamp() -> Dispute {
    let id = uuid::Uuid::from_u128;
    let opened_on = opening().now.date_naive();
    let (title, goal) = ("The lamp".to_owned(), "80.00 USD back".to_owned());
    let mut dispute = Dispute::new(id(3).into(), title, goal, opened_on, member().id);
    let look =
        Check { id: id(5).into(), due_on: opened_on, done_on: None, result: None, note: None };
    dispute.remedies.push(Remedy {
        id: id(4).into(),
        kind: RemedyKind::Refund,
        by: None,
        vendor: None,
        agreed_on: opened_on,
        what: "The price comes back".to_owned(),
        scope: None,
        caveat: Some("The lamp is sent in".to_owned()),
        before_use: None,
        claim: None,
        expected_by: None,
        delivered_on: None,
        ends_on: None,
        satisfied_on: None,
        checks: vec![look],
    });
    dispute
}
