//! The record as a whole: given out as a file, and looked at.

use crate::support::{DISPUTE, Home, code, errors, json, text};

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
fn what_is_there_already_is_not_added_again_without_a_yes() {
    let home = Home::new();
    let story = text(&home.path("again.json"));
    home.done(&["export", &story]);
    let count = || home.done(&["disputes"]).lines().count();
    let before = (home.names(), count());
    let again = home.run(&["import", &story]);
    assert_eq!(code(&again), 1, "{}", errors(&again));
    assert!(errors(&again).contains(&format!("there already: “{DISPUTE}”")), "{}", errors(&again));
    assert!(errors(&again).contains("--yes"), "and what to do: {}", errors(&again));
    assert_eq!((home.names(), count()), before, "nothing was done, not even a backup");
    home.done(&["import", &story, "--yes"]);
    assert_eq!(count(), before.1 + 1, "who means it can");
}

#[test]
fn what_is_wrong_with_a_household_file_is_said_in_words() {
    let home = Home::empty();
    let file = home.file(
        "wrong.json",
        r#"{ "format": "holdfast-household", "version": 1,
             "household": { "name": "Marlow", "members": [{ "key": "ida", "name": "Ida Marlow" }] },
             "vendors": [{ "key": "shop", "name": "Copper & Pine", "kind": "shoppe" }], "contacts": [],
             "disputes": [{ "key": "lamp", "title": "The lamp", "goal": "Money", "lead": "idd",
               "opened_on": "2026-02-30", "parties": [],
               "claims": [{ "vendor": "shop", "amount": "80.00", "currency": "XYZ", "for": "The lamp",
                 "arose_on": "2026-06-01" }] }] }"#,
    );
    let said = errors(&home.run(&["import", &file]));
    for words in [
        "vendor 1, kind: “shoppe” is not one of: shop, bank, ",
        "dispute 1, opened on: “2026-02-30” is not a day of the calendar",
        "dispute 1, lead: There is no member with the key “idd”; there is ida.",
        "dispute 1, claim 1, currency: “XYZ” is not a currency that banks know",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let list = home.file("list.csv", "Vendor;Amount;Asked on\nA;12,00;28.03.2026\n");
    let said = errors(&home.run(&["import-refunds", &list, "--currency", "XYZ", "--lead", "Ida"]));
    assert!(said.contains("currency: “XYZ” is not a currency") && said.contains("EUR"), "{said}");
}

#[test]
fn an_option_that_cannot_be_is_refused_before_any_work_with_what_can() {
    let home = Home::new();
    let txt = text(&home.path("x.txt"));
    let before = home.names();
    for (arguments, words) in [
        (&["owed", "--on", "2026-02-30"][..], "there is no such day; the form is"),
        (&["owed", "--on", "30.2.2026"], "days are written year-month-day"),
        (&["dossier", DISPUTE, "--to", &txt], "has to end in .pdf"),
        (&["editions", DISPUTE, "--save", "1", "--to", &txt], "has to end in .pdf"),
        (&["encrypt", "--to", &txt], "has to end in .pdf"),
        (&["recovery-code", "--to", &txt], "has to end in .pdf"),
        (&["calendar", "--to", &txt], "has to end in .ics"),
    ] {
        let done = home.run(arguments);
        assert_eq!(code(&done), 2, "{arguments:?}: {}", errors(&done));
        assert!(errors(&done).contains(words), "{arguments:?}: {}", errors(&done));
        assert_eq!(home.names(), before, "{arguments:?} does nothing");
    }
}

#[test]
fn what_was_written_is_said_and_people_are_listed() {
    let home = Home::new();
    let calendar = home.path("k.ics");
    let said = home.done(&["calendar", "--to", &text(&calendar)]);
    let file = std::fs::read_to_string(&calendar).expect("written");
    let entries = file.lines().filter(|line| *line == "BEGIN:VEVENT").count();
    assert!(entries > 0 && said.contains(&format!("k.ics: {entries} entr")), "{said}");
    let people = json(&home.run(&["people", "--json"]));
    let people = people["people"].as_array().expect("a list");
    assert!(!people.is_empty(), "all of them");
    let shown = home.done(&["people"]);
    for one in people {
        assert!(shown.contains(one["contact"].as_str().expect("a name")), "{shown}");
    }
    assert!(json(&home.run(&["people", "--to-thank", "--json"]))["to_thank"].is_array());
}

#[test]
fn a_place_that_may_not_be_looked_at_is_not_said_to_be_empty() {
    let home = Home::new();
    let within = text(&home.path("home.db").join("home.db"));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_holdfast-cli"));
    let done = command.args(["--store", &within, "owed"]).output().expect("it can be started");
    let said = errors(&done);
    assert!(said.contains("cannot be looked at") && !said.contains("no record"), "{said}");
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

/// What Holdfast wrote itself comes back whole. A warning of what the record leaves open must not
/// read as a loss on the way.
#[test]
fn ones_own_export_comes_back_whole_and_is_said_to() {
    let home = Home::empty();
    let list = home.file(
        "list.csv",
        "Vendor;What;Amount;Asked on;Refunded on;Refunded\n\
         Copper & Pine;Lamp;42,50;28.03.2026;14.04.2026;38,00\n",
    );
    home.done(&["import-refunds", &list, "--currency", "EUR", "--lead", "Ida Marlow"]);
    let (first, second) = (home.file("first.json", ""), home.file("second.json", ""));
    home.done(&["export", &first]);
    let other = Home::empty();
    let said = other.run(&["import", &first]);
    let notes = errors(&said);
    assert_eq!(code(&said), 0, "{notes}");
    assert!(notes.starts_with("note: everything in the file was taken in."), "{notes}");
    assert!(notes.contains("warning: "), "the refund names nobody who agreed: {notes}");
    other.done(&["export", &second]);
    let read = |path: &str| std::fs::read_to_string(path).expect("it was exported");
    assert_eq!(read(&first), read(&second), "nothing was lost on the way");

    let odd = read(&first).replacen("\"title\"", "\"mood\": \"sour\", \"title\"", 1);
    let notes = errors(&Home::empty().run(&["import", &home.file("odd.json", &odd)]));
    assert!(notes.starts_with("note: the file was taken in, but for"), "{notes}");
}
