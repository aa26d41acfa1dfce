//! Files that are refused stay byte for byte as they were, and nothing new lies beside them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use holdfast_store::{OpenError, Store, StoreError};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::round_trip::{enter, rich};
use crate::support::*;

/// Every file below a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            let bytes = std::fs::read(&path).expect("read");
            all.insert(path, bytes);
        }
    }
    all
}

/// A folder with a store that has something in it, closed.
fn closed() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = home();
    enter(&home, 1, &rich());
    home.store.store_original(vec![7_u8; 100_000].as_slice(), u64::MAX).expect("stored");
    let from = home.path.clone();
    drop(home.store.reader().expect("a view"));
    let Home { store, .. } = &home;
    store.backup_if_due(wall("2026-11-21T18:15:00")).expect("backed up");
    let home = home.reopened();
    let backups = folder.path().join("home.db-backups");
    std::fs::create_dir(&backups).expect("made");
    let backup = from.with_file_name("home.db-backups").join("2026-11-21T181500.db");
    std::fs::copy(backup, backups.join("2026-11-21T181500.db")).expect("copied");
    for name in ["home.db", "home.db-evidence"] {
        std::fs::copy(from.with_file_name(name), folder.path().join(name)).expect("copied");
    }
    drop(home);
    let path = folder.path().canonicalize().expect("the folder").join("home.db");
    (folder, path)
}

/// Tries to open, and gives the refusal after making sure that it changed nothing.
fn refusal(what: &str, path: &Path) -> OpenError {
    let folder = path.parent().expect("a folder");
    let before = contents(folder);
    let refused = Store::open(path, &opening()).map(|_| ()).expect_err(what);
    let after = contents(folder);
    let names = |of: &BTreeMap<PathBuf, Vec<u8>>| of.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before), "{what}: no file came or went");
    assert!(after == before, "{what}: every byte is as it was");
    refused
}

fn sql(path: &Path, sql: &str) {
    let connection = Connection::open(path).expect("open");
    connection.execute_batch(sql).expect(sql);
}

#[test]
fn the_store_that_the_other_tests_break_is_sound() {
    let (_folder, path) = closed();
    let store = open(&path);
    assert_eq!(store.reader().expect("a view").whole_household().expect("read"), rich());
}

#[test]
fn a_newer_store_is_refused() {
    let files = [("home.db", "newer records", 15), ("home.db-evidence", "newer evidence", 3)];
    for (file, what, known) in files {
        let (_folder, path) = closed();
        let file = path.with_file_name(file);
        sql(&file, "PRAGMA user_version = 700");
        let refused = refusal(what, &path);
        assert_eq!(refused, OpenError::Newer { path: file, found: 700, known }, "{what}");
    }
}

#[test]
fn a_newer_store_whose_last_words_are_still_in_the_log_is_refused() {
    let (folder, path) = closed();
    let connection = Connection::open(&path).expect("open");
    connection.pragma_update(None, "user_version", 700).expect("newer");
    let log = std::fs::read(path.with_file_name("home.db-wal")).expect("the log");
    let main = std::fs::read(&path).expect("the file");
    drop(connection);
    std::fs::write(&path, main).expect("written");
    std::fs::write(folder.path().join("home.db-wal"), log).expect("written");
    let refused = refusal("a newer log", &path);
    assert!(matches!(refused, OpenError::Newer { found: 700, .. }), "{refused:?}");
}

#[test]
fn files_of_something_else_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().canonicalize().expect("the folder");
    let photo = folder.join("photo.jpg");
    std::fs::write(&photo, vec![0xFF; 5_000]).expect("written");
    let note = folder.join("note.txt");
    std::fs::write(&note, "milk, bread").expect("written");
    let other = folder.join("other.db");
    sql(&other, "PRAGMA application_id = 77; CREATE TABLE song (name TEXT)");
    let nobodys = folder.join("nobodys.db");
    sql(&nobodys, "CREATE TABLE song (name TEXT)");
    let inside = folder.join("folder.db");
    std::fs::create_dir(&inside).expect("made");
    for path in [photo, note, other, nobodys, inside] {
        let what = path.display().to_string();
        assert_eq!(refusal(&what, &path), OpenError::Foreign { path }, "{what}");
    }
}

#[test]
fn evidence_that_is_none_is_refused() {
    let (_folder, path) = closed();
    let evidence = path.with_file_name("home.db-evidence");
    std::fs::remove_file(&evidence).expect("removed");
    sql(&evidence, "CREATE TABLE song (name TEXT)");
    let refused = refusal("another file as evidence", &path);
    assert_eq!(refused, OpenError::Foreign { path: evidence });
}

#[test]
fn damaged_stores_are_refused_and_the_backups_are_named() {
    type Break = fn(&mut Vec<u8>);
    let ways: [(&str, Break); 6] = [
        ("emptied", |bytes| bytes.clear()),
        ("cut within the header", |bytes| bytes.truncate(60)),
        ("cut in the middle", |bytes| bytes.truncate(bytes.len() / 2)),
        ("the last page missing", |bytes| bytes.truncate(bytes.len() - 100)),
        ("zeroes at the beginning", |bytes| bytes[..4_096].fill(0)),
        ("noise within", |bytes| {
            let middle = bytes.len() / 2;
            bytes[4_096..middle].fill(0xA5);
        }),
    ];
    for file in ["home.db", "home.db-evidence"] {
        for (how, break_it) in ways {
            let (_folder, path) = closed();
            let broken = path.with_file_name(file);
            let mut bytes = std::fs::read(&broken).expect("read");
            break_it(&mut bytes);
            std::fs::write(&broken, bytes).expect("written");
            let what = format!("{file}, {how}");
            let refused = refusal(&what, &path);
            let is_records = file == "home.db";
            let (found, detail) = if let OpenError::Damaged { path, detail, backups } = &refused
                && is_records
            {
                assert_eq!(backups.len(), 1, "{what}: says from what it can be had again");
                (path, detail)
            } else if let OpenError::OriginalsDamaged { path, detail } = &refused
                && !is_records
            {
                // Backups have the records and would not mend it.
                (path, detail)
            } else {
                panic!("{what}: {refused:?}")
            };
            assert_eq!(found, &broken, "{what}: which file it is");
            assert!(!detail.is_empty(), "{what}: says what was found");
        }
    }
}

/// Writes noise over the first page of a table.
fn spoil(path: &Path, table: &str) {
    let connection = Connection::open(path).expect("open");
    let place = |sql: &str| -> usize {
        let number: i64 = connection.query_row(sql, [], |row| row.get(0)).expect(sql);
        usize::try_from(number).expect("a place")
    };
    let root = place(&format!("SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"));
    let size = place("PRAGMA page_size");
    drop(connection);
    let mut bytes = std::fs::read(path).expect("read");
    bytes[(root - 1) * size..root * size].fill(0xA5);
    std::fs::write(path, bytes).expect("written");
}

#[test]
fn of_a_large_store_the_nouns_are_checked_at_the_start_and_the_journal_by_the_backup() {
    let (_folder, path) = closed();
    let store = open(&path);
    let mut wordy = event(2, "2026-02-01");
    wordy.note = Some("a word ".repeat(3 << 20));
    let written: Result<(), StoreError> = store.write(action(2), |w| w.put_event(&wordy));
    written.expect("written");
    drop(store);
    let sound = std::fs::read(&path).expect("read");
    assert!(sound.len() > 32 << 20, "large enough for the shorter look");

    spoil(&path, "fact");
    let refused = Store::open(&path, &opening()).map(|_| ());
    assert!(matches!(refused, Err(OpenError::Damaged { .. })), "a noun is spoilt: {refused:?}");

    std::fs::write(&path, &sound).expect("written");
    spoil(&path, "change");
    let store = open(&path);
    let failed = store.backup_if_due(wall("2026-11-22T18:15:00"));
    assert!(matches!(failed, Err(StoreError::Damaged { .. })), "the journal is: {failed:?}");
    assert_eq!(store.backups().len(), 1, "the sound backup of yesterday is still there");
}

#[test]
fn a_log_without_its_store_is_not_taken_for_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().canonicalize().expect("the folder").join("home.db");
    std::fs::write(path.with_file_name("home.db-wal"), "what is left").expect("written");
    let refused = refusal("only a log", &path);
    assert!(matches!(refused, OpenError::Damaged { .. }), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_or_file_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
    };
    let (_folder, path) = closed();
    for (read_only, mode, back) in [
        (path.clone(), 0o444, 0o644),
        (path.with_file_name("home.db-evidence"), 0o444, 0o644),
        (path.parent().expect("a folder").to_owned(), 0o555, 0o755),
    ] {
        set(&read_only, mode);
        let what = read_only.display().to_string();
        let refused = refusal(&what, &path);
        set(&read_only, back);
        assert_eq!(refused, OpenError::ReadOnly { path: read_only }, "{what}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    set(folder.path(), 0o555);
    let refused = refusal("a new store", &folder.path().join("home.db"));
    set(folder.path(), 0o755);
    assert!(matches!(refused, OpenError::ReadOnly { .. }), "{refused:?}");
}
