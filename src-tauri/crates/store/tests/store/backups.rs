//! Daily backups: whole, checked, once a day, seven kept.

use holdfast_domain::NaiveDate;
use rusqlite::Connection;

use crate::round_trip::{enter, rich};
use crate::support::*;

fn names(home: &Home) -> Vec<String> {
    let folder = home.path.with_file_name("home.db-backups");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_opens_as_a_store_of_its_own_with_all_that_was_there() {
    let home = home();
    enter(&home, 1, &rich());
    let backup =
        home.store.backup_if_due(day("2026-11-22")).expect("backed up").expect("it was due");
    assert_eq!(names(&home), ["2026-11-22.db"], "one file, and nothing beside it");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let copy = elsewhere.path().join("home.db");
    std::fs::copy(&backup, &copy).expect("copied");
    let restored = open(&copy);
    let whole = restored.reader().expect("a view").whole_household().expect("read");
    assert_eq!(whole, rich());
}

#[test]
fn once_a_day_and_seven_are_kept() {
    let home = home().with_people();
    let first = day("2026-11-20");
    for days in 0..10 {
        let today: NaiveDate = first + chrono::TimeDelta::days(days);
        assert!(home.store.backup_if_due(today).expect("backed up").is_some(), "{today}: due");
        assert!(home.store.backup_if_due(today).expect("checked").is_none(), "{today}: done");
    }
    let kept: Vec<String> =
        (3..10).map(|days| format!("{}.db", first + chrono::TimeDelta::days(days))).collect();
    assert_eq!(names(&home), kept, "the newest seven");
    assert_eq!(home.store.backups().len(), 7);
}

#[test]
fn a_backup_that_fails_takes_no_older_one_with_it() {
    let home = home().with_people();
    for days in 10..18 {
        let today = day(&format!("2026-11-{days}"));
        home.store.backup_if_due(today).expect("backed up");
    }
    let before = names(&home);
    // A folder where the new backup is to be built: it can be neither removed nor written over.
    let part = home.path.with_file_name("home.db-backups").join("2026-11-25.db.part");
    std::fs::create_dir_all(part.join("in the way")).expect("made");
    home.store.backup_if_due(day("2026-11-25")).expect_err("there is something in the way");
    std::fs::remove_dir_all(&part).expect("removed");
    assert_eq!(names(&home), before, "all that was there is there");
    home.store.backup_if_due(day("2026-11-25")).expect("then it works").expect("and was still due");
}

#[test]
fn a_backup_left_half_done_by_a_crash_is_begun_anew() {
    let home = home().with_people();
    let folder = home.path.with_file_name("home.db-backups");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("2026-11-22.db.part"), "half").expect("written");
    let backup = home.store.backup_if_due(day("2026-11-22")).expect("backed up").expect("due");
    assert_eq!(names(&home), ["2026-11-22.db"]);
    let connection = Connection::open(backup).expect("open");
    let vendors: i64 =
        connection.query_row("SELECT count(*) FROM vendor", [], |row| row.get(0)).expect("count");
    assert_eq!(vendors, 2);
}
