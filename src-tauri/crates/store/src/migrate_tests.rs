//! Migrations: every step or none of it, and a backup before the first.

use std::path::Path;

use holdfast_domain::DateTime;
use rusqlite::Connection;

use crate::kind::{EVIDENCE, Kind, RECORDS};
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
    Opening { now, device: "kitchen".to_owned(), key: None }
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
