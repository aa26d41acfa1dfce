//! The household's own list of refunds without a window: what scripts are answered, and what becomes
//! of hostile lists.

use serde_json::Value;

use crate::support::{Home, errors, json};

const LIST: &str = "Our refunds;;;;;;\n\
    Vendor;What;Amount;Asked on;Status;Refunded on;Notes\n\
    Copper & Pine;Lamp;€ 42,50;28.03.2026;refunded;14.04.2026;Kind\n\
    Copper & Pine;Shelf;about 60;29.03.2026;open;;\n\
    Blue Ferry Line;Crossing;216,00;11.05.2026;in the queue;;\n\
    Total;;318,50;;;;\n";

impl Home {
    fn list(&self, content: impl AsRef<[u8]>) -> String {
        self.file("refunds.csv", content)
    }

    fn disputes(&self) -> usize {
        let listed = json(&self.run(&["disputes", "--json"]));
        listed["disputes"].as_array().expect("a list").len()
    }
}

fn standings(answer: &Value) -> Vec<&str> {
    let rows = answer["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["standing"].as_str().expect("a word")).collect()
}

#[test]
fn a_list_is_taken_in_once_and_says_what_it_left_out() {
    let home = Home::new();
    let before = home.disputes();
    let file = home.list(LIST);
    let looked = home.run(&["import-refunds", &file, "--currency", "EUR", "--dry-run", "--json"]);
    assert_eq!(standings(&json(&looked)), ["fresh", "unreadable", "fresh", "total"]);
    assert_eq!(home.disputes(), before, "looking writes nothing");
    let done = home.run(&["import-refunds", &file, "--currency", "EUR", "--json"]);
    assert_eq!(done.status.code(), Some(3), "it went in, but for a row");
    let said = errors(&done);
    assert!(said.contains("left out: line 4: “about 60” is not understood as a sum."), "{said}");
    assert!(said.contains("warning: line 5: “in the queue” is not understood"), "{said}");
    let answer = json(&done);
    for (key, expected) in [("disputes", 2), ("claims", 2), ("remedies", 1), ("left_out", 1)] {
        assert_eq!(answer["taken"][key], expected, "{key}");
    }
    assert_eq!(home.disputes(), before + 2);
    let again = json(&home.run(&["import-refunds", &file, "--json"]));
    assert_eq!(standings(&again), ["known", "unreadable", "known", "total"]);
    assert_eq!(again["taken"]["action"], Value::Null, "twice adds nothing");
    assert_eq!(home.disputes(), before + 2);
}

#[test]
fn columns_can_be_named() {
    let home = Home::new();
    let file = home.list("Boss,Thing,How much,When\nA,Lamp,12.00,2026-03-28\n");
    let map = ["--map", "boss=vendor", "--map", "2=what", "--currency", "USD"];
    let done = home.run(&[&["import-refunds", &file], &map[..]].concat());
    assert_eq!(done.status.code(), Some(0), "{}", errors(&done));
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(told.contains("new  2026-03-28  A  12.00 USD  open"), "{told}");
    assert!(told.contains("taken in: 1 dispute begun, 1 claim, 1 new vendor\n"), "{told}");
    assert!(told.contains("\nBoss      ->  vendor    the vendor\n"), "{told}");
    let again = home.done(&["import-refunds", &file]);
    let known = "nothing was new\nalready here: 1 row; nothing was changed in them\n";
    assert!(again.ends_with(known), "{again}");
    for (argument, code, words) in [
        ("nowhere=vendor", 1, "no column is called “nowhere”"),
        ("Boss=chief", 2, "vendor what amount"),
        ("Boss", 2, "COLUMN=FIELD"),
    ] {
        let done = home.run(&["import-refunds", &file, "--map", argument]);
        assert_eq!(done.status.code(), Some(code), "{argument}: {}", errors(&done));
        assert!(errors(&done).contains(words), "{argument}: {}", errors(&done));
    }
}

#[test]
fn what_is_no_list_says_so_and_changes_nothing() {
    let home = Home::new();
    let before = home.disputes();
    let rows: String = (0..10_000).map(|at| format!("A;b{at};1,00;28.03.2026\n")).collect();
    let cell = "x".repeat(1 << 20);
    let cases: [(Vec<u8>, &str); 7] = [
        (Vec::new(), "empty file"),
        (b"Vendor;Amount;Asked on\n".to_vec(), "no rows"),
        (b"one\ntwo\n".to_vec(), "no table with columns"),
        (b"Vendor;Am\0ount;Asked on\nA;1;2\n".to_vec(), "binary"),
        (b"PK\x03\x04".to_vec(), "binary"),
        (format!("Vendor;What;Amount;Asked on\n{rows}").into_bytes(), "too many rows"),
        (
            format!("Vendor;Amount;Asked on\nA;=SUM({cell});28.03.2026\n").into_bytes(),
            "not understood as a sum",
        ),
    ];
    for (content, words) in cases {
        let done = home.run(&["import-refunds", &home.list(content)]);
        assert_eq!(done.status.code(), Some(1), "{words}");
        let said = errors(&done);
        assert!(said.contains(words), "{words}: {said}");
        assert!(said.len() < 500, "{words}: what is said is short");
        assert!(!said.contains("panicked"), "{words}: {said}");
    }
    assert_eq!(home.disputes(), before);
}

#[test]
fn what_the_list_leaves_open_is_said_with_how_to_say_it() {
    let home = Home::new();
    let file = home.list(
        "Vendor;What;Amount;Asked on;Remarks;No\n\
         A;Lamp;$12.50;03/04/2026;kind;1\n\
         B;Book;$1.00;2025-08-14;;2\n",
    );
    let done = home.run(&["import-refunds", &file, "--dry-run"]);
    assert_eq!(done.status.code(), Some(1), "no row can be read");
    let said = errors(&done);
    assert!(said.contains("“$12.50” is, is not said. Name it, such as --currency USD"), "{said}");
    let open = "days such as “03/04/2026” are read with the day first; say --days mdy";
    let told = home.run(&["import-refunds", &file, "--dry-run", "--currency", "CAD"]);
    assert_eq!(told.status.code(), Some(0), "{}", errors(&told));
    assert!(errors(&told).contains(open), "also where the currency is said: {}", errors(&told));
    let shown = String::from_utf8_lossy(&told.stdout).into_owned();
    for line in [
        "Asked on  ->  asked_on  when you asked\n",
        "Remarks   ->  notes     private notes, which no dossier prints\n",
        "No        ->  ignore    left out\n",
        "new  2026-04-03  A  12.50 CAD",
        "new  2025-08-14  B  1.00 CAD",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let told = home.run(&["import-refunds", &file, "--currency", "CAD", "--days", "mdy"]);
    assert!(!errors(&told).contains("read with"), "what was said is not asked: {}", errors(&told));
    assert!(String::from_utf8_lossy(&told.stdout).contains("new  2026-03-04  A  12.50 CAD"));
    let sums = home.file("sums.csv", "Vendor;Amount;Asked on\nA;1,234;28/03/2026\n");
    let told = home.run(&["import-refunds", &sums, "--currency", "USD", "--dry-run"]);
    assert!(errors(&told).contains("say --decimal comma"), "{}", errors(&told));
}

#[test]
fn the_same_matter_of_many_rows_is_said_once() {
    let home = Home::new();
    let rows: String = (1..=9).map(|at| format!("A;b{at};$1.00;28/03/2026\n")).collect();
    let done =
        home.run(&["import-refunds", &home.list(format!("Vendor;What;Amount;Asked on\n{rows}"))]);
    let said = errors(&done);
    assert!(said.contains("left out: lines 2, 3, 4 and 6 more: in which currency"), "{said}");
    assert_eq!(said.matches("in which currency").count(), 1, "{said}");
}
