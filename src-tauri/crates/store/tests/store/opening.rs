//! Opening: new stores, companions, and who is let in.

use holdfast_store::{OpenError, Store};
use rusqlite::Connection;

use crate::support::*;

#[test]
fn a_new_store_has_its_companions_beside_it_and_its_marks_in_it() {
    let home = home().with_people();
    home.store.backup_if_due(wall("2026-11-22T18:15:00")).expect("backed up");
    let path = home.path.clone();
    let files = [("home.db", 0x4846_5243, "15"), ("home.db-evidence", 0x4846_4556, "3")];
    for (file, application, version) in files {
        let connection = Connection::open(path.with_file_name(file)).expect("open");
        let pragma = |name: &str| -> String {
            let sql = format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}");
            connection.query_row(&sql, [], |row| row.get(0)).expect("a pragma")
        };
        assert_eq!(pragma("application_id"), application.to_string(), "{file} says what it is");
        assert_eq!(pragma("user_version"), version, "{file} says its version");
        assert_eq!(pragma("journal_mode"), "wal", "{file} has a write-ahead log");
        let loose: i64 = connection
            .query_row(
                "SELECT count(*) FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'",
                [],
                |row| row.get(0),
            )
            .expect("count");
        assert_eq!(loose, 0, "every table of {file} is strict");
    }
    let mut names: Vec<String> = std::fs::read_dir(path.parent().expect("a folder"))
        .expect("read")
        .map(|entry| entry.expect("entry").file_name().into_string().expect("a name"))
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    names.sort();
    assert_eq!(names, ["home.db", "home.db-backups", "home.db-evidence", "home.db-lock"]);
}

#[test]
fn a_second_opener_is_refused_until_the_first_has_gone() {
    let home = home();
    let refused = Store::open(&home.path, &opening()).map(|_| ());
    let path = home.path.canonicalize().expect("the path");
    assert_eq!(refused, Err(OpenError::InUse { path: path.clone() }));
    home.write(1, |w| w.put_member(&member(1)));
    let home = home.reopened();
    assert_eq!(home.whole().members.len(), 1, "the first was not disturbed");
}

#[cfg(unix)]
#[test]
fn another_name_of_the_same_file_is_the_same_store() {
    let home = home();
    let link = home.path.with_file_name("link.db");
    std::os::unix::fs::symlink(&home.path, &link).expect("a link");
    let refused = Store::open(&link, &opening()).map(|_| ());
    assert!(matches!(refused, Err(OpenError::InUse { .. })), "{refused:?}");
}

#[test]
fn without_a_folder_there_is_no_store_and_none_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("not/there");
    let refused = Store::open(&missing.join("home.db"), &opening()).map(|_| ());
    assert_eq!(refused, Err(OpenError::NoFolder { folder: missing.clone() }));
    assert!(!missing.exists());
}

#[test]
fn a_store_whose_making_was_cut_short_is_made_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    std::fs::write(folder.path().join("home.db-new"), "half of a store").expect("written");
    let store = open(&path);
    assert_eq!(store.verify().expect("verify"), []);
    assert!(!folder.path().join("home.db-new").exists());
}

#[test]
fn after_a_crash_everything_committed_is_there() {
    let home = home().with_people();
    // The files as a power cut would leave them: the write-ahead log not yet in the main file.
    let after = tempfile::tempdir().expect("a folder");
    for name in
        ["home.db", "home.db-wal", "home.db-evidence", "home.db-evidence-wal", "home.db-lock"]
    {
        let from = home.path.with_file_name(name);
        if from.exists() {
            std::fs::copy(from, after.path().join(name)).expect("copied");
        }
    }
    let store = open(&after.path().join("home.db"));
    let whole = store.reader().expect("a view").whole_household().expect("read");
    assert_eq!(whole, home.whole());
    assert_eq!(store.verify().expect("verify"), []);
}

#[test]
fn a_path_with_odd_letters_is_a_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("our #1 50% ? home & ünï.db");
    drop(open(&path));
    drop(open(&path));
    assert!(path.exists());
}

#[test]
fn a_view_that_could_not_be_taken_is_not_in_the_way_of_the_next() {
    let home = home();
    let behind_the_back = |sql: &str| {
        Connection::open(&home.path).and_then(|it| it.execute_batch(sql)).expect(sql);
    };
    behind_the_back("ALTER TABLE household RENAME TO out_of_reach");
    let failed = (0..6).filter(|_| home.store.reader().is_err()).count();
    assert_eq!(failed, 6, "each connection that reads has met it");
    behind_the_back("ALTER TABLE out_of_reach RENAME TO household");
    let views: Vec<_> = (0..3).map(|_| home.store.reader()).collect();
    assert!(views.iter().all(Result::is_ok), "none is still in a view that never began: {views:?}");
}

#[test]
fn what_was_being_built_when_the_program_ended_is_gone_at_the_next_opening() {
    let home = home().with_people();
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let (folder, path) = home.closed();
    let before = names(folder.path());
    for name in [
        "home.db-new",
        "home.db-restoring",
        "home.db-restoring-journal",
        "home.db-arriving",
        "home.db-arriving-evidence",
        "home.db-arriving-lock",
        "home.db-backups/2026-11-22T181600.db.part",
    ] {
        std::fs::write(folder.path().join(name), "a card number, in a copy of before")
            .expect("left");
    }
    drop(open(&path));
    assert_eq!(names(folder.path()), before);
    assert_eq!(names(&folder.path().join("home.db-backups")), ["2026-11-22T181500.db"]);
}
