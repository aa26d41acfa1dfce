//! Restoring, cut short after each of its steps: the store is the old one or the new one, and
//! restoring again works.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use holdfast_domain::DateTime;

use super::restore::{Restoring, STEPS};
use super::{Backup, BackupKind};
use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::{NewAction, OpenError, Opening, Store, StoreError, migrate};

fn opening() -> Opening {
    let now = DateTime::from_timestamp(1_795_341_600, 0).expect("a time");
    Opening { now, device: "kitchen".to_owned(), key: None }
}

fn wall() -> NaiveDateTime {
    "2026-11-22T18:15:00".parse().expect("a day and a time")
}

fn name_it(store: &Store, number: u128, name: &str) {
    let action = NewAction {
        id: uuid::Uuid::from_u128(number).into(),
        what: "test",
        about: name.to_owned(),
        member: None,
        at: opening().now,
    };
    let write: Result<(), StoreError> = store.write(action, |w| w.set_household_name(name));
    write.expect("written");
}

fn name_of(path: &Path) -> String {
    let store = Store::open(path, &opening()).expect("it opens");
    assert_eq!(store.verify().expect("verify"), [], "nothing in it contradicts itself");
    let name = store.reader().expect("a view").household_name().expect("read");
    name.expect("it has a name")
}

/// A store that was called Yesterday when it was backed up and is called Today now, as a power cut
/// leaves it: the newest pages are in the log alone.
fn cut_short(folder: &Path) -> (PathBuf, Backup) {
    let first = folder.join("first");
    std::fs::create_dir(&first).expect("made");
    let path = first.join("home.db");
    let store = Store::open(&path, &opening()).expect("made");
    name_it(&store, 1, "Yesterday");
    store.put_draft("call", "half a call", opening().now).expect("kept");
    store.back_up(wall()).expect("backed up");
    name_it(&store, 2, "Today");
    store.put_draft("call", "a whole call", opening().now).expect("kept");
    store.put_setting("reminders", "off").expect("kept");
    let after = folder.join("after");
    std::fs::create_dir_all(after.join("home.db-backups")).expect("made");
    for name in ["home.db", "home.db-wal", "home.db-evidence", "home.db-evidence-wal"] {
        std::fs::copy(first.join(name), after.join(name)).expect(name);
    }
    let backup = store.backups().pop().expect("it is there");
    let to = after.join("home.db-backups").join(&backup.name);
    std::fs::copy(&backup.path, to).expect("copied");
    let path = after.join("home.db");
    let backup = Store::backups_of(&path, None).expect("listed").pop().expect("it is there");
    (path, backup)
}

#[test]
fn cut_short_after_any_step_it_is_the_old_store_or_the_new_one() {
    for done in 0..=STEPS.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, backup) = cut_short(folder.path());
        let restoring = Restoring::begin(&path, &backup, wall()).expect("it begins");
        for step in STEPS.iter().take(done) {
            step(&restoring).expect("the step is taken");
        }
        drop(restoring);
        let wanted = if done == STEPS.len() { "Yesterday" } else { "Today" };
        assert_eq!(name_of(&path), wanted, "cut short after {done} steps");
        let kept = Store::restore(&path, &backup, wall()).expect("it can be done again");
        assert_eq!(name_of(&path), "Yesterday", "after {done} steps and once more");
        let kept = kept.expect("what was replaced is kept");
        assert_eq!(kept.kind, BackupKind::Replaced);
        Store::restore(&path, &kept, wall()).expect("and it can be had back");
        assert_eq!(name_of(&path), wanted, "what it was before that");
    }
}

#[test]
fn what_was_being_typed_and_chosen_goes_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, backup) = cut_short(folder.path());
    Store::restore(&path, &backup, wall()).expect("restored");
    let store = Store::open(&path, &opening()).expect("it opens");
    let reader = store.reader().expect("a view");
    let draft = reader.draft("call").expect("read").expect("it is there");
    assert_eq!(draft.text, "a whole call", "as it was last typed, not as the backup has it");
    assert_eq!(reader.setting("reminders").expect("read").as_deref(), Some("off"));
}

#[test]
fn a_damaged_store_is_kept_as_it_is_and_its_log_is_not_applied_to_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, backup) = cut_short(folder.path());
    let mut bytes = std::fs::read(&path).expect("read");
    bytes[..4_096].fill(0);
    std::fs::write(&path, &bytes).expect("written");
    let log = std::fs::read(path.with_file_name("home.db-wal")).expect("the log");
    let refused = Store::open(&path, &opening()).map(|_| ());
    assert!(matches!(refused, Err(OpenError::Damaged { .. })), "{refused:?}");
    let kept = Store::restore(&path, &backup, wall()).expect("restored").expect("kept");
    assert_eq!(name_of(&path), "Yesterday");
    assert_eq!(std::fs::read(kept.path()).expect("read"), bytes, "byte for byte");
    let kept_log = kept.path().with_file_name(format!("{}-wal", kept.name));
    assert_eq!(std::fs::read(kept_log).expect("read"), log, "and its log beside it");
}

#[test]
fn records_that_are_gone_come_back_from_a_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, backup) = cut_short(folder.path());
    for name in ["home.db", "home.db-wal"] {
        std::fs::remove_file(path.with_file_name(name)).expect("removed");
    }
    let kept = Store::restore(&path, &backup, wall()).expect("restored");
    assert_eq!(kept, None, "there was nothing to keep");
    assert_eq!(name_of(&path), "Yesterday");
}

#[test]
fn a_backup_of_an_older_version_is_taken_to_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, backup) = cut_short(folder.path());
    let old = Kind { migrations: &RECORDS.migrations[..1], ..RECORDS };
    migrate::create(&backup.path, old, None).expect("made");
    assert_eq!(backup.check().expect("sound").version, 1);
    Store::restore(&path, &backup, wall()).expect("restored");
    let store = Store::open(&path, &opening()).expect("it opens without a migration");
    assert_eq!(store.verify().expect("verify"), []);
    let before_migration = |it: &Backup| matches!(it.kind, BackupKind::BeforeMigration { .. });
    assert!(!store.backups().iter().any(before_migration), "it was of this version already");
}

#[test]
fn nothing_is_replaced_by_what_is_not_sound_nor_under_somebody_s_hands() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, backup) = cut_short(folder.path());
    let store = Store::open(&path, &opening()).expect("it opens");
    let refused = Store::restore(&path, &backup, wall());
    assert!(matches!(refused, Err(OpenError::InUse { .. })), "{refused:?}");
    drop(store);
    let sound = std::fs::read(&backup.path).expect("read");
    let mut bytes = sound.clone();
    let half = bytes.len() / 2;
    bytes[4_096..half].fill(0xA5);
    std::fs::write(&backup.path, bytes).expect("written");
    let refused = Store::restore(&path, &backup, wall());
    assert!(matches!(refused, Err(OpenError::Damaged { .. })), "{refused:?}");
    std::fs::write(&backup.path, sound).expect("written");
    let newer = Kind {
        migrations: [RECORDS.migrations, &["CREATE TABLE later (id TEXT) STRICT;"]].concat().leak(),
        ..RECORDS
    };
    drop(Store::open_as(&path, &opening(), newer, EVIDENCE).expect("migrated"));
    let refused = Store::restore(&path, &backup, wall());
    assert!(matches!(refused, Err(OpenError::Newer { .. })), "records of a newer version stay");
}
