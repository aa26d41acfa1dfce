//! Backups: made, listed, looked into, restored, also where the program is killed on the way.

use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::support::{DISPUTE, Home, code, errors, json};

/// The ids of the backups, newest first.
fn ids(home: &Home) -> Vec<String> {
    let listed = json(&home.run(&["backups", "--json"]));
    let rows = listed.as_array().expect("a list").iter();
    rows.map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

/// A record of one dispute that was backed up, and then a second one.
fn with_two_disputes() -> (Home, String) {
    let home = Home::new();
    home.done(&["backup"]);
    let backup = ids(&home).remove(0);
    let list =
        home.file("list.csv", "Vendor;What;Amount;Asked on\nCopper & Pine;Lamp;42.50;2026-03-28\n");
    home.done(&["import-refunds", &list, "--currency", "USD"]);
    (home, backup)
}

fn disputes(home: &Home) -> usize {
    let listed = json(&home.run(&["disputes", "--json"]));
    listed["disputes"].as_array().expect("a list").len()
}

#[test]
fn a_backup_says_what_it_holds() {
    let home = Home::new();
    let made = home.done(&["backup"]);
    assert!(made.contains("1 dispute"), "{made}");
    let listed = json(&home.run(&["backups", "--json"]));
    let newest = &listed[0];
    assert_eq!(newest["state"], "readable");
    assert_eq!(newest["holding"]["counts"]["disputes"], 1, "{newest}");
    assert!(newest["holding"]["last"]["deed"].is_string(), "what was done last: {newest}");
    assert!(newest["size"].as_u64().is_some_and(|size| size > 4_096), "{newest}");
    assert!(newest["at"].as_str().is_some_and(|at| at.len() == 5), "with its time: {newest}");
}

#[test]
fn restoring_shows_first_and_asks_for_a_yes_and_keeps_what_it_replaces() {
    let (home, backup) = with_two_disputes();
    let shown = home.run(&["restore", &backup]);
    assert_eq!(code(&shown), 1, "it was only shown");
    let said = errors(&shown);
    assert!(said.contains("only in the record of now: 1 dispute,"), "{said}");
    assert_eq!(disputes(&home), 2, "nothing was changed");

    let done = home.done(&["restore", &backup, "--yes"]);
    assert_eq!(disputes(&home), 1, "{done}");
    assert!(home.done(&["disputes"]).contains(DISPUTE));
    let kept = ids(&home).into_iter().find(|id| id.starts_with("replaced-"));
    let kept = kept.expect("what was replaced is in the list");
    assert!(done.contains(&kept), "and is named: {done}");
    home.done(&["restore", &kept, "--yes"]);
    assert_eq!(disputes(&home), 2, "restoring that undoes it");
    home.done(&["verify"]);
}

#[test]
fn a_damaged_record_is_restored_and_its_backups_are_listed_all_the_same() {
    let (home, backup) = with_two_disputes();
    let path = home.path("home.db");
    let mut bytes = std::fs::read(&path).expect("read");
    bytes[4_096..16_384].fill(0xA5);
    std::fs::write(&path, &bytes).expect("written");
    assert_eq!(code(&home.run(&["disputes"])), 1, "it is damaged");
    assert!(ids(&home).contains(&backup), "the list needs no sound record");
    home.done(&["restore", &backup, "--yes"]);
    assert_eq!(disputes(&home), 1);
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_outside_the_folder_is_looked_at() {
    let (home, backup) = with_two_disputes();
    for wrong in ["nothing.db", "../home.db", "../home.db-evidence", ""] {
        let refused = home.run(&["restore", wrong, "--yes"]);
        assert_eq!(code(&refused), 1, "{wrong:?}: {}", errors(&refused));
    }
    let folder = home.path("home.db-backups");
    std::fs::write(folder.join(&backup), "nothing of a backup").expect("written");
    let refused = home.run(&["restore", &backup, "--yes"]);
    assert!(errors(&refused).contains("damaged"), "{}", errors(&refused));
    assert_eq!(disputes(&home), 2, "the record is as it was");
}

#[test]
fn killed_at_any_moment_of_a_restoration_the_record_is_the_old_one_or_the_new_one() {
    let (home, backup) = with_two_disputes();
    let mut seen: Vec<usize> = Vec::new();
    for turn in 0..24 {
        let mut running = Command::new(env!("CARGO_BIN_EXE_holdfast-cli"))
            .arg("--store")
            .arg(home.path("home.db"))
            .args(["restore", &backup, "--yes"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it can be started");
        std::thread::sleep(Duration::from_millis(turn * 20));
        // It may have ended by itself.
        let _ = running.kill();
        running.wait().expect("it ends");
        let found = disputes(&home);
        assert!(found == 1 || found == 2, "turn {turn}: {found} disputes are neither of the two");
        home.done(&["verify"]);
        seen.push(found);
        let kept = ids(&home).into_iter().find(|id| id.starts_with("replaced-"));
        if let (1, Some(kept)) = (found, kept) {
            home.done(&["restore", &kept, "--yes"]);
            let whole = json(&home.run(&["disputes", "--json"]));
            assert!(matches!(&whole["disputes"], Value::Array(all) if !all.is_empty()), "{whole}");
        }
    }
    assert!(seen.contains(&2), "some were killed before it was done: {seen:?}");
}

#[test]
fn a_backup_goes_to_another_disk_too_and_that_one_has_to_be_there() {
    let (home, _) = with_two_disputes();
    let disk = tempfile::tempdir().expect("a folder");
    let to = crate::support::text(disk.path());
    home.done(&["backup", "--to", &to]);
    let there = std::fs::read_dir(disk.path().join("home.db-backups")).expect("it was made");
    assert_eq!(there.count(), 1, "the backup");
    assert!(disk.path().join("home.db-evidence").exists(), "and the originals");
    let gone = crate::support::text(&disk.path().join("stick"));
    let refused = home.run(&["backup", "--to", &gone]);
    assert_eq!(code(&refused), 1, "{}", errors(&refused));
    assert!(!disk.path().join("stick").exists(), "no folder is made in its place");
}

#[test]
fn a_record_in_a_synchronised_folder_is_warned_of_before_it_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let story =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/cancelled-crossing.json");
    for (name, warned) in [("Dropbox", true), ("Documents", false)] {
        let inside = folder.path().join(name);
        std::fs::create_dir(&inside).expect("made");
        let import = || {
            Command::new(env!("CARGO_BIN_EXE_holdfast-cli"))
                .arg("--store")
                .arg(inside.join("home.db"))
                .args(["import", story])
                .output()
                .expect("it can be started")
        };
        let done = import();
        assert_eq!(code(&done), 0, "it is done all the same: {}", errors(&done));
        assert_eq!(errors(&done).contains("Dropbox carries"), warned, "{name}: {}", errors(&done));
    }
}
