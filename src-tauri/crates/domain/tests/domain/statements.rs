//! Which lines of a bank's file are new to an account.

use holdfast_domain::StatementEntry;
use holdfast_domain::rules::statement::{Known, fresh};

use crate::build::{day, sum};

/// Lines such as `"tea"`, or `"tea#7"` where the bank names it 7; all of one day and one sum.
fn entries(lines: &str) -> Vec<StatementEntry> {
    let entry = |line: &str| {
        let (text, name) = line.split_once('#').map_or((line, None), |(it, id)| (it, Some(id)));
        StatementEntry {
            on: day("2026-03-02"),
            amount: sum("-4.20 USD"),
            party: None,
            text: text.to_owned(),
            reference: None,
            bank_id: name.map(str::to_owned),
        }
    };
    lines.split_whitespace().map(entry).collect()
}

/// What the account has after these files were taken in one after the other, and how many lines
/// each of them added.
fn taken_in(files: &[&str]) -> (Vec<Known>, Vec<usize>) {
    let (mut known, mut added) = (Vec::new(), Vec::new());
    for file in files {
        let file = entries(file);
        let new = fresh(&known, &file);
        added.push(new.len());
        known.extend(new.iter().map(|new| {
            let entry = file[new.number as usize].clone();
            Known { entry, nth: new.nth }
        }));
    }
    (known, added)
}

#[test]
fn taking_in_twice_adds_nothing_and_equal_lines_of_one_file_stay() {
    let cases: [(&str, &[&str], &[usize]); 15] = [
        ("a first file", &["tea cake"], &[2]),
        ("the same file twice", &["tea cake", "tea cake"], &[2, 0]),
        ("in another order", &["tea cake", "cake tea"], &[2, 0]),
        ("a longer stretch of days", &["tea cake", "tea cake pie"], &[2, 1]),
        ("files that overlap", &["tea cake", "cake pie"], &[2, 1]),
        ("two equal ones in one file", &["tea tea"], &[2]),
        ("and that file again", &["tea tea", "tea tea"], &[2, 0]),
        ("one of two came earlier", &["tea", "tea tea"], &[1, 1]),
        ("one of two comes later", &["tea tea", "tea"], &[2, 0]),
        ("the bank names each", &["tea#1 tea#2", "tea#2 tea#3"], &[2, 1]),
        ("the same name for other words", &["tea#1", "TEA#1"], &[1, 0]),
        ("one name for all tells nothing apart", &["tea#0 tea#0", "tea#0 tea#0"], &[2, 0]),
        ("only some have names", &["tea#1 cake", "tea#1 cake"], &[2, 0]),
        ("first without names, then with", &["tea tea", "tea#1 tea#2 tea#3"], &[2, 1]),
        ("first with names, then without", &["tea#1 tea#2", "tea tea tea"], &[2, 1]),
    ];
    for (what, files, wanted) in cases {
        assert_eq!(taken_in(files).1, wanted, "{what}: how many lines each file adds");
    }
}

#[test]
fn of_lines_that_say_the_same_each_has_a_number_of_its_own() {
    let (mut known, _) = taken_in(&["tea tea", "tea tea tea"]);
    let numbers: Vec<u32> = known.iter().map(|line| line.nth).collect();
    assert_eq!(numbers, [0, 1, 2], "counted over the files");
    known.remove(0);
    let again = fresh(&known, &entries("tea tea tea"));
    assert_eq!(again.len(), 1, "of three, two are known");
    assert_eq!(again[0].nth, 0, "and what is missing takes the number that is free");
}

#[test]
fn a_bank_that_begins_its_names_anew_is_not_taken_at_its_word() {
    let (known, _) = taken_in(&["tea#1"]);
    let mut later = entries("tea#1");
    later[0].on = day("2027-03-02");
    assert_eq!(fresh(&known, &later).len(), 1, "the same name a year later is another line");
    later[0].on = day("2026-03-02");
    later[0].amount = sum("-4.21 USD");
    assert_eq!(fresh(&known, &later).len(), 1, "and so it is with another sum");
}
