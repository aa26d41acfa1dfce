//! Backups: whole, checked, on each day of use; and what goes when younger ones come.

use chrono::TimeDelta;
use holdfast_store::{BackupKind, BackupTime, Counts, Difference, OpenError, Store, StoreError};
use rusqlite::Connection;

use crate::round_trip::{enter, rich};
use crate::support::{self, *};

fn names(home: &Home) -> Vec<String> {
    support::names(&home.path.with_file_name("home.db-backups"))
}

#[test]
fn a_backup_opens_as_a_store_of_its_own_with_all_that_was_there() {
    let home = home();
    enter(&home, 1, &rich());
    let made = home.store.backup_if_due(wall("2026-11-22T18:15:00")).expect("backed up");
    let backup = made.expect("it was due");
    assert_eq!(names(&home), ["2026-11-22T181500.db"], "one file, and nothing beside it");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let copy = elsewhere.path().join("home.db");
    std::fs::copy(&backup, &copy).expect("copied");
    let restored = open(&copy);
    let whole = restored.reader().expect("a view").whole_household().expect("read");
    assert_eq!(whole, rich());
}

#[test]
fn on_each_day_of_use_and_the_rule_says_what_stays() {
    let home = home().with_people();
    let first = wall("2026-10-20T08:00:00");
    for days in 0..20 {
        let now = first + TimeDelta::days(days);
        assert!(home.store.backup_if_due(now).expect("backed up").is_some(), "{now}: due");
        let later = now + TimeDelta::hours(3);
        assert!(home.store.backup_if_due(later).expect("checked").is_none(), "{now}: done");
    }
    // The last is of Sunday, 8 November: its week, and the last days of two weeks and a month.
    let wanted =
        ["10-25", "10-31", "11-01", "11-02", "11-03", "11-04", "11-05", "11-06", "11-07", "11-08"];
    let wanted: Vec<String> = wanted.iter().map(|it| format!("2026-{it}T080000.db")).collect();
    assert_eq!(names(&home), wanted);
    assert_eq!(home.store.backups().len(), wanted.len());
}

#[test]
fn what_was_asked_for_stays_for_a_week_and_then_the_last_of_its_day() {
    let home = home().with_people();
    let back_up = |at: &str| home.store.back_up(wall(at)).expect("backed up");
    for hour in ["08", "12", "18"] {
        back_up(&format!("2026-11-15T{hour}:00:00"));
    }
    for day in 16..22 {
        back_up(&format!("2026-11-{day}T09:00:00"));
    }
    let of_the_15th = || {
        let all = names(&home).into_iter();
        all.filter(|name| name.starts_with("2026-11-15")).collect::<Vec<_>>()
    };
    assert_eq!(of_the_15th().len(), 3, "all of the newest seven days stay");
    back_up("2026-11-22T09:00:00");
    assert_eq!(of_the_15th(), ["2026-11-15T180000.db"], "then the last stands for its week");
}

#[test]
fn backups_of_the_first_versions_and_those_that_nothing_removes() {
    let home = home().with_people();
    let made = home.store.back_up(wall("2026-11-01T09:00:00")).expect("backed up");
    let folder = home.path.with_file_name("home.db-backups");
    let kept = ["replaced-2020-01-01T090000.db", "version-3-2020-01-01T090000Z.db"];
    for name in kept.into_iter().chain(["2020-01-01.db", "2026-10-31.db"]) {
        std::fs::copy(&made, folder.join(name)).expect("copied");
    }
    std::fs::write(folder.join("shopping.db"), "milk").expect("written");
    for days in 0..40 {
        let now = wall("2026-11-02T09:00:00") + TimeDelta::days(days);
        home.store.back_up(now).expect("backed up");
    }
    let left = names(&home);
    for name in kept.into_iter().chain(["2020-01-01.db", "2026-10-31.db", "shopping.db"]) {
        assert!(left.iter().any(|it| it == name), "{name} stays: {left:?}");
    }
    let kinds: Vec<BackupKind> = home.store.backups().iter().map(|it| it.kind).collect();
    let migration = BackupKind::BeforeMigration { version: 3 };
    assert_eq!(kinds[..3], [BackupKind::Dated, BackupKind::Replaced, migration], "by their names");
    let first = &home.store.backups()[0];
    assert_eq!(first.at, BackupTime::Day(day("2020-01-01")), "an old name says the day alone");
    assert!(first.check().is_ok(), "and it can be read as before");
    assert!(home.store.backups().iter().all(|it| it.name != "shopping.db"), "that is none");
}

#[test]
fn a_backup_that_fails_takes_no_older_one_with_it() {
    let home = home().with_people();
    for days in 1..18 {
        let now = wall("2026-11-01T08:00:00") + TimeDelta::days(days);
        home.store.backup_if_due(now).expect("backed up");
    }
    let before = names(&home);
    let now = wall("2026-11-25T08:00:00");
    // A folder where the new backup is to be built: it can be neither removed nor written over.
    let part = home.path.with_file_name("home.db-backups").join("2026-11-25T080000.db.part");
    std::fs::create_dir_all(part.join("in the way")).expect("made");
    home.store.backup_if_due(now).expect_err("there is something in the way");
    std::fs::remove_dir_all(&part).expect("removed");
    assert_eq!(names(&home), before, "all that was there is there");
    home.store.backup_if_due(now).expect("then it works").expect("and was still due");
}

#[test]
fn a_spoilt_backup_stands_for_nothing() {
    let home = home().with_people();
    let folder = home.path.with_file_name("home.db-backups");
    for days in 7..16 {
        home.store.back_up(wall(&format!("2026-11-{days:02}T08:00:00"))).expect("backed up");
    }
    // Of the week before, its Sunday stands for it; and a copy of Saturday's has come back.
    let sunday = folder.join("2026-11-08T080000.db");
    let mut bytes = std::fs::read(&sunday).expect("read");
    std::fs::write(folder.join("2026-11-07T080000.db"), &bytes).expect("written");
    let half = bytes.len() / 2;
    bytes[4_096..half].fill(0xA5);
    std::fs::write(&sunday, &bytes).expect("written");
    home.store.back_up(wall("2026-11-16T08:00:00")).expect("backed up");
    let left = names(&home);
    assert!(left.contains(&"2026-11-07T080000.db".to_owned()), "{left:?}: it is the week's now");
    assert!(left.contains(&"2026-11-08T080000.db".to_owned()), "and what is spoilt is left alone");
    let spoilt = home.store.backups().into_iter().find(|it| it.path() == sunday).expect("listed");
    let said = spoilt.check();
    assert!(matches!(said, Err(OpenError::Damaged { .. })), "{said:?}");
}

#[test]
fn a_backup_left_half_done_by_a_crash_is_begun_anew() {
    let home = home().with_people();
    let folder = home.path.with_file_name("home.db-backups");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("2026-11-22T181500.db.part"), "half").expect("written");
    let made = home.store.backup_if_due(wall("2026-11-22T18:15:00")).expect("backed up");
    assert_eq!(names(&home), ["2026-11-22T181500.db"]);
    let connection = Connection::open(made.expect("due")).expect("open");
    let vendors: i64 =
        connection.query_row("SELECT count(*) FROM vendor", [], |row| row.get(0)).expect("count");
    assert_eq!(vendors, 2);
}

#[test]
fn what_a_backup_holds_and_what_has_come_and_gone_since() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    home.write(3, |w| w.put_event(&event(1, "2026-02-01")));
    let stored = home.store.store_original([7_u8; 9].as_slice(), u64::MAX).expect("stored");
    home.write(4, |w| w.put_attachment(&attachment(1, stored)));
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let backup = home.store.backups().pop().expect("it is listed");
    let holding = backup.check().expect("it is sound");
    assert_eq!(holding.counts, Counts { disputes: 1, events: 1, letters: 0, evidence: 1 });
    assert_eq!(holding.last.map(|it| it.id), Some(action_id(4)), "the last thing done before it");
    let same = home.store.difference(&backup).expect("compared");
    assert_eq!(same, Difference::default(), "nothing was done since");

    home.write(5, |w| w.put_event(&event(2, "2026-02-02")));
    home.write(6, |w| w.bin(event_id(1)));
    home.write(7, |w| w.put_dispute(&dispute(2)));
    let since = home.store.difference(&backup).expect("compared");
    let gone = Counts { disputes: 1, events: 1, ..Counts::default() };
    let back = Counts { events: 1, ..Counts::default() };
    assert_eq!(since, Difference { done_since: 3, gone, back, missing_originals: 0 });
}

#[test]
fn a_backup_says_how_many_of_its_originals_are_lost() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let stored = home.store.store_original([7_u8; 9].as_slice(), u64::MAX).expect("stored");
    home.write(3, |w| w.put_attachment(&attachment(1, stored)));
    let backup = home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    // Another store, to which the backup was carried without the evidence.
    let other = crate::support::home().with_people();
    let folder = other.path.with_file_name("home.db-backups");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::copy(&backup, folder.join("2026-11-22T181500.db")).expect("copied");
    let backup = other.store.backups().pop().expect("it is listed");
    let difference = other.store.difference(&backup).expect("compared");
    assert_eq!(difference.missing_originals, 1);
}

#[test]
fn a_backup_of_a_newer_version_is_told_apart_from_a_damaged_one() {
    let home = home().with_people();
    let path = home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let connection = Connection::open(&path).expect("open");
    connection.pragma_update(None, "user_version", 700).expect("newer");
    drop(connection);
    let backup = home.store.backups().pop().expect("it is listed");
    let said = backup.holding();
    assert!(matches!(said, Err(OpenError::Newer { found: 700, .. })), "{said:?}");
    std::fs::write(&path, [0xFF; 5_000]).expect("written");
    let said = home.store.backups()[0].holding();
    assert!(matches!(said, Err(OpenError::Damaged { .. })), "{said:?}");
}

#[test]
fn a_second_folder_gets_backups_and_each_original_once() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let long = vec![7_u8; 600_000];
    let stored = home.store.store_original(long.as_slice(), u64::MAX).expect("stored");
    home.write(3, |w| w.put_attachment(&attachment(1, stored)));
    let disk = tempfile::tempdir().expect("a folder");
    let nothing = home.store.copy_backup_to(disk.path()).expect("there is none to copy");
    assert_eq!(nothing, (None, 0));
    home.store.back_up(wall("2026-11-21T18:15:00")).expect("backed up");
    let (copied, originals) = home.store.copy_backup_to(disk.path()).expect("copied");
    assert_eq!((copied.expect("it is there").check().is_ok(), originals), (true, 1));
    let again = home.store.copy_backup_to(disk.path()).expect("there already");
    assert_eq!(again.1, 0, "an original goes there once");
    let second = home.store.store_original([8_u8; 9].as_slice(), u64::MAX).expect("stored");
    home.write(4, |w| w.put_attachment(&attachment(2, second)));
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let (copied, originals) = home.store.copy_backup_to(disk.path()).expect("copied");
    assert_eq!(originals, 1, "only what is new");

    // The computer is gone. The folder is laid out as a store is, and a backup makes it one.
    let path = disk.path().join("home.db");
    let backup = copied.expect("it is there");
    Store::restore(&path, &backup, wall("2026-11-23T09:00:00")).expect("restored");
    let store = open(&path);
    assert_eq!(store.verify().expect("verify"), [], "no original that it names is missing");
    assert_eq!(store.reader().expect("a view").whole_household().expect("read"), home.whole());
    let mut out = Vec::new();
    store.read_original(stored.sha256, &mut out).expect("read");
    assert_eq!(out, long, "byte for byte");
}

#[test]
fn a_second_folder_that_is_not_there_is_not_made() {
    let home = home().with_people();
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let disk = tempfile::tempdir().expect("a folder");
    let gone = disk.path().join("stick");
    let refused = home.store.copy_backup_to(&gone);
    assert!(matches!(refused, Err(StoreError::Io { .. })), "{refused:?}");
    assert!(!gone.exists(), "a disk that is not connected is not a folder to be made");
    let own = home.path.parent().expect("a folder");
    assert!(home.store.copy_backup_to(own).is_err(), "beside itself is no second place");
}

#[test]
fn nothing_that_was_never_used_counts_as_the_backup_of_its_first_day() {
    let home = home();
    let wall = wall("2026-11-22T18:15:00");
    assert_eq!(home.store.backup_if_due(wall).expect("asked"), None, "nothing to keep");
    let home = home.with_people();
    let later = wall + TimeDelta::minutes(5);
    assert!(home.store.backup_if_due(later).expect("asked").is_some(), "on the same day");
}
