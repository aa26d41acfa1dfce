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
    assert_eq!(done.status.code(), Some(1), "a row was left out");
    let said = errors(&done);
    assert!(said.contains("left out: line 4: amount: bad amount (“about 60”)"), "{said}");
    assert!(said.contains("warning: line 5: state: state unknown (“in the queue”)"), "{said}");
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
    assert!(told.contains("taken in: disputes 1, claims 1, refunds 0"), "{told}");
    for (argument, code, words) in [
        ("nowhere=vendor", 1, "no_such_column"),
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
        (b"one\ntwo\n".to_vec(), "unknown form"),
        (b"Vendor;Am\0ount;Asked on\nA;1;2\n".to_vec(), "binary"),
        (b"PK\x03\x04".to_vec(), "binary"),
        (format!("Vendor;What;Amount;Asked on\n{rows}").into_bytes(), "too many rows"),
        (format!("Vendor;Amount;Asked on\nA;=SUM({cell});28.03.2026\n").into_bytes(), "bad amount"),
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
