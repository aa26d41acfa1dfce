//! Hand-over archives: a record is carried to another place and is the same there.

use crate::support::{DISPUTE, Home, code, errors, json, text};

#[test]
fn a_record_is_carried_to_another_place_and_is_the_same_there() {
    let (home, other) = (Home::new(), Home::empty());
    let bill = home.file("bill.txt", "340.00");
    home.done(&["evidence", "add", DISPUTE, &bill]);
    let archive = text(&home.path("crossing.holdfast"));
    let said = home.done(&["export-archive", &archive]);
    assert!(said.contains("1 dispute and 1 file"), "{said}");
    let said = other.done(&["import-archive", &archive]);
    assert!(said.contains("1 dispute and 1 file"), "{said}");
    for ask in [&["disputes", "--json"][..], &["evidence", "list", "--json"], &["owed", "--json"]] {
        assert_eq!(json(&home.run(ask)), json(&other.run(ask)), "{ask:?}");
    }
    other.done(&["verify"]);

    let refused = other.run(&["import-archive", &archive]);
    assert_eq!(code(&refused), 1);
    assert!(errors(&refused).contains("--replace"), "{}", errors(&refused));
    let said = other.done(&["import-archive", &archive, "--replace"]);
    let kept = said.split_whitespace().last().expect("it is named");
    other.done(&["restore", kept, "--yes"]);
}

#[test]
fn an_archive_is_encrypted_with_the_passphrase_of_a_file() {
    let (home, other) = (Home::new(), Home::empty());
    let archive = text(&home.path("sealed.holdfast"));
    let right = home.file("right.txt", "mild winds of may\r\nanother line\n");
    let wrong = home.file("wrong.txt", "mild winds of June\n");
    home.done(&["export-archive", &archive, "--passphrase-file", &right]);
    let refused = other.run(&["import-archive", &archive, "--passphrase-file", &wrong]);
    assert_eq!(code(&refused), 1);
    assert!(errors(&refused).contains("that is not the passphrase of"), "{}", errors(&refused));
    assert_eq!(other.names(), [""; 0], "nothing was written");
    other.done(&["import-archive", &archive, "--passphrase-file", &right]);
    assert_eq!(json(&home.run(&["owed", "--json"])), json(&other.run(&["owed", "--json"])));
}

#[test]
fn everything_is_written_as_plain_files() {
    let home = Home::new();
    let folder = text(&home.path("crossing"));
    let said = home.done(&["export-folder", &folder]);
    assert!(said.contains("with 1 dispute,"), "{said}");
    let again = home.run(&["export-folder", &folder]);
    assert!(errors(&again).contains("Nothing was written"), "{}", errors(&again));
    let other = Home::empty();
    let json = text(&home.path("crossing").join("household.json"));
    assert!(other.done(&["import", &json]).contains("1 dispute"));
}

#[test]
fn what_is_no_archive_leaves_nothing_behind() {
    let home = Home::empty();
    let table = home.file("list.holdfast", "Vendor;What\nCopper & Pine;Lamp\n");
    let refused = home.run(&["import-archive", &table]);
    assert_eq!(code(&refused), 1);
    let said = errors(&refused);
    assert!(said.contains("list.holdfast was not taken in: it is no hand-over archive"), "{said}");
    assert!(said.contains("Nothing was changed"), "{said}");
    assert_eq!(home.names(), ["list.holdfast"]);
}

#[test]
fn killed_at_any_moment_there_is_the_whole_record_or_none() {
    use std::process::{Command, Stdio};
    let home = Home::new();
    let large = home.file("large.bin", vec![7_u8; 700_000]);
    home.done(&["evidence", "add", DISPUTE, &large]);
    let archive = text(&home.path("crossing.holdfast"));
    home.done(&["export-archive", &archive]);
    let (mut whole, mut none) = (0, 0);
    const TURNS: u64 = 12;
    for turn in 0..=TURNS {
        let other = Home::empty();
        let mut running = Command::new(env!("CARGO_BIN_EXE_holdfast-cli"))
            .arg("--store")
            .arg(other.path("home.db"))
            .args(["import-archive", &archive])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it can be started");
        // The last one may end by itself, as others may have.
        if turn < TURNS {
            std::thread::sleep(std::time::Duration::from_millis(turn * turn * 10));
            let _ = running.kill();
        }
        running.wait().expect("it ends");
        if other.path("home.db").exists() {
            other.done(&["verify"]);
            assert_eq!(json(&home.run(&["owed", "--json"])), json(&other.run(&["owed", "--json"])));
            whole += 1;
        } else {
            other.done(&["import-archive", &archive]);
            other.done(&["verify"]);
            none += 1;
        }
        let left = other.names().into_iter().filter(|name| name.contains("arriving")).count();
        assert_eq!(left, 0, "turn {turn}: what was being built is swept");
    }
    assert!(whole > 0 && none > 0, "killed before and after: {whole} whole, {none} none");
}
