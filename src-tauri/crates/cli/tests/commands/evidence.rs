//! Evidence without a window: what scripts are answered, and how they learn that something failed.

use std::fs;
use std::process::Output;

use serde_json::Value;

use crate::support::{DISPUTE, Home, code, errors, json, text};

/// Bytes that are no text, with line ends of every system.
const ORIGINAL: &[u8] = b"%PDF-1.7\r\n\x00\xff\xfe the first receipt \n\r\n";

impl Home {
    fn add(&self, arguments: &[&str]) -> Output {
        self.run(&[&["evidence", "add", DISPUTE], arguments].concat())
    }

    fn listed(&self) -> Vec<Value> {
        let done = self.run(&["evidence", "list", DISPUTE, "--json"]);
        assert_eq!(code(&done), 0, "{}", errors(&done));
        json(&done)["evidence"].as_array().expect("a list").clone()
    }
}

#[test]
fn what_was_added_is_listed_and_given_back_byte_for_byte() {
    let home = Home::new();
    let receipt = home.file("receipt.pdf", ORIGINAL);
    let said = ["--caption", "The receipt", "--date", "2025-01-14", "--about", "--how", "by post"];
    let cited = ["--author", "the ferry", "--cite-event", "2025-01-14", "--place", "p. 1"];
    let done = home.add(&[&[receipt.as_str(), "--json"], &said[..], &cited[..]].concat());
    assert_eq!(code(&done), 0, "{}", errors(&done));
    let answer = json(&done);
    assert_eq!(answer["added"][0]["name"], "The receipt");
    let listed = home.listed();
    assert_eq!(listed.len(), 1);
    let row = &listed[0];
    assert_eq!(row["id"], answer["added"][0]["id"]);
    for (key, expected) in [
        ("dispute", DISPUTE),
        ("name", "receipt.pdf"),
        ("media_type", "application/pdf"),
        ("caption", "The receipt"),
        ("date", "2025-01-14"),
        ("precision", "about"),
        ("how", "by post"),
        ("author", "the ferry"),
    ] {
        assert_eq!(row[key], expected, "{key}");
    }
    assert_eq!(row["size"], ORIGINAL.len());
    assert_eq!(row["cited_by"][0]["kind"], "event");
    assert_eq!(row["cited_by"][0]["place"], "p. 1");

    let id = row["id"].as_str().expect("an id");
    let copy = home.path("copy.pdf");
    let done = home.run(&["evidence", "save", id, "--to", &text(&copy)]);
    assert_eq!(code(&done), 0, "{}", errors(&done));
    assert_eq!(fs::read(&copy).expect("saved"), ORIGINAL);
    let again = home.add(&[&receipt, "--json"]);
    let again = (code(&again), json(&again));
    assert_eq!(again.0, 0, "that it is there already is no failure");
    assert_eq!(again.1["added"], Value::Array(Vec::new()));
    assert_eq!(again.1["known"][0]["id"], id);
    assert_eq!(home.listed().len(), 1, "it is not doubled");
}

#[test]
fn what_cannot_be_kept_is_named_with_its_reason_and_the_rest_is_kept() {
    let home = Home::new();
    fs::create_dir(home.path("box")).expect("made");
    home.file("box/good.txt", b"words");
    home.file("box/empty.txt", b"");
    let large = fs::File::create(home.path("box/film.bin")).expect("made");
    // A file with a hole has the size, and takes no room.
    large.set_len(250_000_001).expect("made");
    let done = home.add(&[&text(&home.path("box")), "--json"]);
    assert_eq!(code(&done), 3, "a script learns that not all was kept");
    let answer = json(&done);
    assert_eq!(answer["added"][0]["name"], "good.txt");
    let left = answer["left_out"].as_array().expect("a list");
    assert_eq!(left[0]["name"], "empty.txt");
    assert_eq!(left[1]["reason"], "film.bin is larger than 250000000 bytes.");
    assert!(errors(&done).contains("empty.txt was not added: empty.txt has nothing in it."));
    assert_eq!(home.listed().len(), 1);
}

#[test]
fn a_wrong_name_is_a_failure_and_a_wrong_use_another() {
    let home = Home::new();
    let note = home.file("note.txt", b"words");
    assert_eq!(code(&home.add(&[&note])), 0);
    let (copy, gone) = (text(&home.path("copy")), text(&home.path("gone.txt")));
    for (why, expected, arguments) in [
        ("no such dispute", 1, vec!["evidence", "add", "The lamp", &note]),
        ("no such file", 1, vec!["evidence", "add", DISPUTE, &gone]),
        (
            "no event on that day",
            1,
            vec!["evidence", "add", DISPUTE, &note, "--cite-event", "2001-01-01"],
        ),
        ("no such evidence", 1, vec!["evidence", "save", "01234567", "--to", &copy]),
        ("too short a beginning", 1, vec!["evidence", "save", "0", "--to", &copy]),
        ("no such dispute to list", 1, vec!["evidence", "list", "The lamp"]),
        ("no file at all", 2, vec!["evidence", "add", DISPUTE]),
        ("no place to write it", 2, vec!["evidence", "save", "01234567"]),
        ("no day", 2, vec!["evidence", "add", DISPUTE, &note, "--date", "someday"]),
        ("about no day", 2, vec!["evidence", "add", DISPUTE, &note, "--about"]),
        ("a place of nothing", 2, vec!["evidence", "add", DISPUTE, &note, "--place", "p. 1"]),
    ] {
        let done = home.run(&arguments);
        assert_eq!(code(&done), expected, "{why}: {}", errors(&done));
        assert!(!done.stderr.is_empty() && done.stdout.is_empty(), "{why} is said as an error");
    }
    assert!(!home.path("copy").exists(), "nothing is written where there was nothing to give");
    assert_eq!(home.listed().len(), 1, "nothing was half-added");
}

#[test]
fn verify_names_the_damaged_original_and_save_does_not_give_it_out() {
    let home = Home::new();
    assert_eq!(code(&home.add(&[&home.file("receipt.pdf", ORIGINAL)])), 0);
    let sound = home.run(&["evidence", "verify"]);
    assert_eq!((code(&sound), sound.stdout.as_slice()), (0, &b"every original is sound\n"[..]));

    let path = home.path("home.db-evidence");
    let mut bytes = fs::read(&path).expect("read");
    let at = bytes.windows(ORIGINAL.len()).position(|it| it == ORIGINAL).expect("kept as it was");
    bytes[at + 20] ^= 1;
    fs::write(&path, bytes).expect("written");
    let damaged = home.run(&["evidence", "verify"]);
    assert_eq!(code(&damaged), 1);
    let named = format!("“receipt.pdf” of “{DISPUTE}”");
    assert!(errors(&damaged).contains(&named), "{}", errors(&damaged));
    assert!(damaged.stdout.is_empty(), "nothing says that all is well");
    let listed = home.listed();
    let id = listed[0]["id"].as_str().expect("an id");
    let copy = home.path("copy.pdf");
    fs::write(&copy, "kept before").expect("written");
    let done = home.run(&["evidence", "save", id, "--to", &text(&copy)]);
    assert_eq!(code(&done), 1, "{}", errors(&done));
    assert_eq!(fs::read(&copy).expect("read"), b"kept before", "nothing damaged takes its place");
}

#[test]
fn where_the_file_of_originals_is_damaged_the_record_goes_on_without_what_cannot_be_read() {
    let home = Home::new();
    let receipt = home.file("receipt.pdf", ORIGINAL);
    assert_eq!(code(&home.add(&[&receipt])), 0);
    let sound = home.run(&["evidence", "repair"]);
    let said = String::from_utf8_lossy(&sound.stdout).into_owned();
    assert_eq!(code(&sound), 0, "{}", errors(&sound));
    assert!(said.contains("sound; nothing was changed"), "{said}");

    home.done(&["backup"]);
    let evidence = home.path("home.db-evidence");
    let mut bytes = fs::read(&evidence).expect("read");
    bytes[100..164].fill(0x5a);
    fs::write(&evidence, &bytes).expect("written");
    let refused = home.run(&["owed"]);
    assert_eq!(code(&refused), 1);
    let said = errors(&refused);
    assert!(said.contains("which holds the attached files, is damaged"), "{said}");
    assert!(said.contains("`evidence repair`"), "it says what to do: {said}");
    let listed = home.run(&["backups", "--json"]);
    let backups: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let newest = backups[0]["id"].as_str().expect("a name");
    let restored = home.run(&["restore", newest, "--yes"]);
    assert_eq!(code(&restored), 3, "{}", errors(&restored));
    assert!(errors(&restored).contains("`evidence repair`"), "a backup has no files");

    let done = home.run(&["evidence", "repair"]);
    assert_eq!(code(&done), 3, "{}", errors(&done));
    assert!(errors(&done).contains("receipt.pdf"), "what is missing: {}", errors(&done));
    home.done(&["owed"]);
    assert_eq!(code(&home.run(&["evidence", "verify"])), 1);
    assert_eq!(code(&home.add(&[&receipt])), 0, "added again");
    home.done(&["evidence", "verify"]);
    assert_eq!(home.listed().len(), 1, "it is the same piece of evidence");
}

#[test]
fn a_file_of_originals_that_is_gone_is_said_and_had_again_from_a_copy() {
    let home = Home::new();
    let receipt = home.file("receipt.pdf", ORIGINAL);
    assert_eq!(code(&home.add(&[&receipt, "--caption", "The first receipt"])), 0);
    let copies = home.path("copies");
    fs::create_dir(&copies).expect("made");
    home.done(&["backup", "--to", &text(&copies)]);
    fs::remove_file(home.path("home.db-evidence")).expect("removed");
    for command in [&["owed"][..], &["backup"], &["evidence", "list"]] {
        let refused = home.run(command);
        let said = errors(&refused);
        assert_eq!(code(&refused), 1, "{said}");
        assert!(said.contains("home.db-evidence") && said.contains("is gone"), "{said}");
        assert!(said.contains("`evidence repair`"), "it says what to do: {said}");
    }
    let done = home.run(&["evidence", "repair"]);
    let said = errors(&done);
    assert_eq!(code(&done), 3, "{said}");
    let answered = String::from_utf8_lossy(&done.stdout);
    assert!(answered.contains("no original could be had again"), "{answered}");
    assert!(said.contains("The first receipt (receipt.pdf)"), "what to look for: {said}");
    assert!(said.contains("--from FOLDER"), "where it may be: {said}");
    let backed_up = home.run(&["backup"]);
    assert_eq!(code(&backed_up), 3, "it is made, and says what it cannot have");
    assert!(errors(&backed_up).contains("receipt.pdf"), "{}", errors(&backed_up));

    let nowhere = home.run(&["evidence", "repair", "--from", &text(&home.path("home.db-backups"))]);
    assert_eq!(code(&nowhere), 1);
    assert!(errors(&nowhere).contains("no file home.db-evidence"), "{}", errors(&nowhere));
    // The folder may be named as seen from where one is.
    let mut repair = home.command(&["evidence", "repair", "--from", "copies"]);
    let repaired = repair.current_dir(home.path("")).output().expect("it can be started");
    assert_eq!(code(&repaired), 0, "{}", errors(&repaired));
    home.done(&["evidence", "verify"]);
    home.done(&["backup"]);
}

#[test]
fn a_file_that_was_lost_is_said_to_be_whole_when_it_is_added_again() {
    let home = Home::new();
    let receipt = home.file("receipt.pdf", ORIGINAL);
    assert_eq!(code(&home.add(&[&receipt])), 0);
    fs::remove_file(home.path("home.db-evidence")).expect("removed");
    assert_eq!(code(&home.run(&["evidence", "repair"])), 3);
    assert!(home.done(&["evidence", "list"]).contains("receipt.pdf (not there)"));
    assert_eq!(home.listed()[0]["file"], "missing");
    let exported = home.run(&["export-folder", &text(&home.path("everything"))]);
    assert_eq!(code(&exported), 3, "it is written, but for what is lost");
    assert!(errors(&exported).contains("receipt.pdf of “"), "{}", errors(&exported));
    let done = home.add(&[&receipt]);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(code(&done), 0, "{}", errors(&done));
    assert!(said.contains("receipt.pdf was lost, and is whole again"), "{said}");
    assert!(!said.contains("already here"), "{said}");
}

/// Of an encrypted file each page is only read when something on it is asked for.
#[test]
fn damage_that_is_found_in_an_open_record_names_the_file_and_what_to_do() {
    const PASSPHRASE: &str = "seven grey gulls at noon";
    let home = Home::new();
    let bytes: Vec<u8> =
        (0..60_000_u32).flat_map(|it| it.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let large = home.file("photo.bin", &bytes);
    assert_eq!(code(&home.add(&[&large])), 0);
    let with = |arguments: &[&str]| home.run_with(arguments, "HOLDFAST_PASSPHRASE", PASSPHRASE);
    assert_eq!(code(&with(&["encrypt"])), 0);
    let evidence = home.path("home.db-evidence");
    let mut bytes = fs::read(&evidence).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 9_000].fill(0x5a);
    fs::write(&evidence, &bytes).expect("written");

    assert_eq!(code(&with(&["owed"])), 0, "what is asked for is not in it");
    let checked = with(&["evidence", "verify"]);
    let said = errors(&checked);
    assert_eq!(code(&checked), 1, "{said}");
    assert!(said.contains("photo.bin") && said.contains("`evidence repair"), "{said}");
    let backed_up = with(&["backup"]);
    assert_eq!(code(&backed_up), 3);
    assert!(errors(&backed_up).contains("no longer what it was"), "{}", errors(&backed_up));
    let copies = home.path("copies");
    fs::create_dir(&copies).expect("made");
    let copied = with(&["backup", "--to", &text(&copies)]);
    let said = errors(&copied);
    assert!(said.contains("photo.bin"), "{said}");
    assert!(said.lines().count() < 8, "SQLite has a line for each page: {said}");
}
