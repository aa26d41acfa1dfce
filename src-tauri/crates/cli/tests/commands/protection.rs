//! Setting, using, changing and removing the passphrase in scripts.

use std::process::Output;

use holdfast_app::App;
use serde_json::Value;

use crate::support::{Home, code, errors, json, text};

const WORDS: &str = "mild winds of may";

/// Runs the program with a passphrase handed over.
fn with(home: &Home, passphrase: &str, arguments: &[&str]) -> Output {
    home.run_with(arguments, "HOLDFAST_PASSPHRASE", passphrase)
}

/// What has to succeed with the passphrase, and what it printed.
fn done(home: &Home, arguments: &[&str]) -> String {
    let done = with(home, WORDS, arguments);
    assert_eq!(code(&done), 0, "{arguments:?}: {}", errors(&done));
    String::from_utf8(done.stdout).expect("text")
}

fn owed(home: &Home, passphrase: &str) -> Result<Value, String> {
    let answer = with(home, passphrase, &["owed", "--json"]);
    if code(&answer) == 0 { Ok(json(&answer)) } else { Err(errors(&answer)) }
}

#[test]
fn an_encrypted_record_answers_to_its_passphrase_alone() {
    let home = Home::new();
    let before = json(&home.run(&["owed", "--json"]));
    App::encrypt(&home.path("home.db"), WORDS).expect("encrypted");
    let without = owed(&home, "").expect_err("nothing is no passphrase");
    assert!(without.contains("the passphrase is empty"), "{without}");
    let wrong = owed(&home, "mild winds of June").expect_err("another one");
    assert!(wrong.contains("that is not the passphrase"), "{wrong}");
    assert_eq!(owed(&home, WORDS).expect("it opens"), before, "all is as it was");
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away() {
    let home = Home::new();
    let before = json(&home.run(&["owed", "--json"]));
    let decrypt = with(&home, WORDS, &["decrypt"]);
    assert!(errors(&decrypt).contains("is not encrypted"), "{}", errors(&decrypt));

    let recovery = done(&home, &["encrypt"]);
    let recovery = recovery.trim();
    assert!(recovery.split('-').count() > 3, "the code stands alone in the answer: {recovery}");
    let again = with(&home, WORDS, &["encrypt"]);
    assert_eq!(code(&again), 1);
    assert!(errors(&again).contains("encrypted already"), "{}", errors(&again));
    assert_eq!(owed(&home, recovery).expect("the code opens it too"), before);

    // Who has forgotten the passphrase has the code.
    let new = home.file("new.txt", "a calmer wind in june\n");
    let changed = with(&home, recovery, &["passphrase", "--passphrase-file", &new]);
    assert_eq!(code(&changed), 0, "{}", errors(&changed));
    owed(&home, WORDS).expect_err("the old one is worth nothing");
    assert_eq!(owed(&home, "a calmer wind in june").expect("it opens"), before);
    let short = home.file("short.txt", "short\n");
    let refused = with(&home, recovery, &["passphrase", "--passphrase-file", &short]);
    assert!(errors(&refused).contains("at least 8"), "{}", errors(&refused));

    let plain = with(&home, "a calmer wind in june", &["decrypt"]);
    assert_eq!(code(&plain), 0, "{}", errors(&plain));
    assert_eq!(json(&home.run(&["owed", "--json"])), before, "nobody is asked any more");
    assert!(!home.names().iter().any(|name| name.ends_with("-key")), "{:?}", home.names());
}

#[test]
fn whoever_meant_the_code_is_not_told_of_capitals() {
    let home = Home::new();
    done(&home, &["encrypt"]);
    // One code in a few hundred has so few figures that it might be words.
    let figures = |code: &String| code.chars().filter(char::is_ascii_digit).count() > 2;
    let mut codes = std::iter::repeat_with(|| done(&home, &["recovery-code"])).filter(figures);
    let first = codes.next().expect("a code");
    drop(codes);
    done(&home, &["recovery-code"]);
    let earlier = errors(&with(&home, first.trim(), &["owed"]));
    assert!(earlier.contains("an earlier one"), "{earlier}");
    let slip = errors(&with(&home, "7K2M-Q4XB-9TRC-HV8D-3WNP-6JFG", &["owed"]));
    assert!(slip.contains("capitals and dashes do not matter"), "{slip}");
    let passphrase = errors(&with(&home, "no such words at all", &["owed"]));
    assert!(passphrase.contains("capital letters count"), "{passphrase}");
}

#[test]
fn a_recovery_code_is_given_once_here_or_on_a_page() {
    let home = Home::new();
    let page = text(&home.path("code.pdf"));
    let said = done(&home, &["encrypt", "--to", &page]);
    assert!(said.contains("code.pdf") && !said.contains("-----"), "{said}");
    let bytes = std::fs::read(home.path("code.pdf")).expect("there is a page");
    assert!(bytes.starts_with(b"%PDF-"));
    let first = done(&home, &["recovery-code"]);
    let second = done(&home, &["recovery-code"]);
    owed(&home, first.trim()).expect_err("a new code makes the one before worthless");
    owed(&home, second.trim()).expect("the new one opens it");
    // Where the page cannot be written, the code is not lost.
    let nowhere = text(&home.path("no folder/code.pdf"));
    let unwritten = with(&home, WORDS, &["recovery-code", "--to", &nowhere]);
    assert_eq!(code(&unwritten), 1);
    let third = String::from_utf8(unwritten.stdout).expect("text");
    owed(&home, third.trim()).expect("it was said instead");
}

#[test]
fn backups_of_an_encrypted_record_are_listed_and_restored_with_its_passphrase() {
    let home = Home::new();
    let before = json(&home.run(&["owed", "--json"]));
    done(&home, &["backup"]);
    done(&home, &["encrypt"]);
    let list =
        home.file("list.csv", "Vendor;What;Amount;Asked on\nCopper & Pine;Lamp;42.50;2026-03-28\n");
    done(&home, &["import-refunds", &list, "--currency", "USD"]);
    let wrong = with(&home, "another one", &["backups"]);
    assert!(errors(&wrong).contains("that is not the passphrase"), "{}", errors(&wrong));
    let listed: Value = serde_json::from_str(&done(&home, &["backups", "--json"])).expect("JSON");
    let rows = listed.as_array().expect("a list");
    assert!(rows.iter().all(|row| !row["holding"].is_null()), "each says what it holds: {rows:?}");
    // There may be one from before anything was imported, if that took longer than a second.
    let holds = |row: &&Value| row["holding"]["counts"]["disputes"] == 1;
    let oldest = rows.iter().rfind(holds).expect("one from before");
    let oldest = oldest["id"].as_str().expect("an id").to_owned();

    let looked = with(&home, WORDS, &["restore", &oldest]);
    assert_eq!(code(&looked), 1, "nothing is done without --yes");
    assert!(errors(&looked).contains("only in the record of now"), "{}", errors(&looked));
    done(&home, &["restore", &oldest, "--yes"]);
    assert_eq!(owed(&home, WORDS).expect("still encrypted"), before);
    std::fs::remove_file(home.path("home.db")).expect("the record is gone");
    done(&home, &["restore", &oldest, "--yes"]);
    assert_eq!(owed(&home, WORDS).expect("and back"), before);
}

#[test]
fn an_archive_takes_the_place_of_an_encrypted_record_and_is_encrypted_then() {
    let home = Home::new();
    let before = json(&home.run(&["owed", "--json"]));
    let archive = text(&home.path("all.holdfast"));
    home.done(&["export-archive", &archive]);
    done(&home, &["encrypt"]);
    let taken = done(&home, &["import-archive", &archive, "--replace"]);
    assert!(taken.contains("what it replaced is kept"), "{taken}");
    assert_eq!(owed(&home, WORDS).expect("it opens"), before);
    let bytes = std::fs::read(home.path("home.db")).expect("read");
    assert!(!bytes.starts_with(b"SQLite format 3"), "it is encrypted as the one before");
}
