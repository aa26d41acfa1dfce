//! The record as a whole: given out as a file, and looked at.

use crate::support::{DISPUTE, Home, code, errors, text};

#[test]
fn giving_out_says_what_stays_behind() {
    let home = Home::new();
    let done = home.run(&["export", &text(&home.path("out.json"))]);
    assert_eq!((code(&done), done.stdout.len()), (0, 0), "{}", errors(&done));
    let said = errors(&done);
    for left in ["attached files", "letters", "issues", "dossiers", "editions", "bank statements"] {
        assert!(said.contains(left), "{left}: {said}");
    }
}

#[test]
fn a_bank_line_is_a_sort_of_its_own() {
    let home = Home::new();
    let found = home.done(&["search", "crossing", "--kind", "bank"]);
    assert_eq!(found.trim(), "Nothing was found.", "no statement was taken in");
    assert!(home.done(&["search", "crossing"]).contains("Cancelled crossing"), "but the dispute");
}

#[test]
fn what_fails_where_there_is_no_record_leaves_nothing_behind() {
    let home = Home::empty();
    let file = home.file("wrong.json", "[]");
    let list = home.file("list.csv", "Vendor;Amount;Asked on\nA;12,00;28.03.2026\n");
    let before = home.names();
    let missing = text(&home.path("nowhere.json"));
    for (arguments, words) in [
        (&["owed"][..], "there is no record at"),
        (&["due", "--json"], "there is no record at"),
        (&["search", "lamp"], "begin one in the window, with import"),
        (&["import-mail", &file, "--dispute", "Lamp"], "there is no record at"),
        (&["import-statement", &file], "there is no record at"),
        (&["import", &file], "nothing was imported"),
        (&["import", &missing], "nowhere.json could not be read"),
        (&["import-refunds", &list, "--currency", "EUR"], "--lead \"YOUR NAME\""),
        (&["import-refunds", &file, "--lead", "Ida"], "nothing was taken in"),
    ] {
        let done = home.run(arguments);
        assert_eq!(code(&done), 1, "{arguments:?}: {}", errors(&done));
        assert!(errors(&done).contains(words), "{arguments:?}: {}", errors(&done));
        assert_eq!(home.names(), before, "{arguments:?} leaves nothing behind");
    }
    let looked = home.run(&["import-refunds", &list, "--currency", "EUR", "--dry-run"]);
    assert_eq!((code(&looked), home.names()), (0, before), "and looking makes nothing");
}

#[test]
fn a_household_of_people_alone_says_what_came_in() {
    let home = Home::empty();
    let people = home.file(
        "people.json",
        r#"{ "format": "holdfast-household", "version": 1,
             "household": { "name": "Marlow", "members": [{ "key": "ida", "name": "Ida Marlow" }] },
             "vendors": [{ "key": "shop", "name": "Copper & Pine", "kind": "shop" }],
             "contacts": [], "disputes": [] }"#,
    );
    assert_eq!(home.done(&["import", &people]), "imported 1 member of the household, 1 vendor\n");
    assert_eq!(home.done(&["import", &people]), "nothing in it is new; the record is as it was\n");
}

#[test]
fn nobody_need_read_to_the_end() {
    let home = Home::new();
    let list = home.file("list.csv", "Vendor;Amount;Asked on\nA;12,00;28.03.2026\n");
    for arguments in [
        &["owed"][..],
        &["due", "--json"],
        &["disputes"],
        &["search", "crossing"],
        &["evidence", "list"],
        &["clocks", DISPUTE],
        &["verify"],
        &["--help"],
        &["business-day", "--from", "2026-07-01", "--days", "3", "--region", "US"],
        &["import-refunds", &list, "--currency", "EUR"],
    ] {
        assert_eq!(home.run_unread(arguments), Some(0), "{arguments:?} ends quietly");
    }
    assert!(home.done(&["disputes"]).contains("Refund from A"), "and what was to be done was done");
    assert_eq!(home.run_unread(&["import", &list]), Some(1), "what fails still fails");
}

#[test]
fn only_one_at_a_time_has_the_record_and_that_is_said() {
    let home = Home::new();
    let lock = std::fs::File::open(home.path("home.db-lock")).expect("the lock lies beside it");
    lock.lock().expect("taken, as the window does");
    let done = home.run(&["owed"]);
    assert_eq!(code(&done), 1);
    assert!(errors(&done).contains("also to read. Close it there"), "{}", errors(&done));
}

#[test]
fn what_is_settled_is_not_listed_as_owed_unless_asked_for() {
    let home = Home::empty();
    let list = home.file(
        "list.csv",
        "Vendor;What;Amount;Asked on;Refunded on;Refunded\n\
         Copper & Pine;Lamp;42,50;28.03.2026;14.04.2026;42,50\n\
         Juniper;Book;7,00;29.03.2026;;\n",
    );
    home.done(&["import-refunds", &list, "--currency", "EUR", "--lead", "Ida Marlow"]);
    let owed = home.done(&["owed"]);
    assert!(owed.contains("7.00 EUR") && !owed.contains("Lamp"), "{owed}");
    assert!(home.done(&["owed", "--all"]).contains("Lamp"), "but with everything");
    let due = home.done(&["due", "--on", "2031-01-01"]);
    let asked = "Does it still hold? Refund of 42.50 EUR for “Lamp”";
    assert!(due.contains(asked), "the look is due, not the refund: {due}");
}

#[test]
fn private_notes_are_hinted_at_and_not_shown() {
    let home = Home::empty();
    let list = home.file(
        "list.csv",
        "Vendor;Amount;Asked on;Notes\nCopper & Pine;42,50;28.03.2026;quokka on the phone\n",
    );
    home.done(&["import-refunds", &list, "--currency", "EUR", "--lead", "Ida Marlow"]);
    let hinted = "Nothing was found.\n1 more in private notes: --private\n";
    assert_eq!(home.done(&["search", "quokka"]), hinted);
    let shown = home.done(&["search", "quokka", "--private"]);
    assert!(shown.contains("on the phone") && !shown.contains("--private"), "{shown}");
    assert_eq!(home.done(&["search", "zebra"]), "Nothing was found.\n", "nor is there in notes");
}

#[test]
fn the_household_file_that_the_readme_shows_begins_a_record() {
    let readme = include_str!("../../../../../README.md");
    let shown = readme.split_once("```json").and_then(|(_, rest)| rest.split_once("```"));
    let home = Home::empty();
    let file = home.file("house.json", shown.expect("it shows one").0);
    let said = home.run(&["import", &file]);
    assert_eq!((code(&said), errors(&said).as_str()), (0, ""), "without a word of complaint");
    assert!(home.done(&["owed"]).contains("80.00 USD"), "and is a whole household");
}
