//! E-mails without a window: what scripts are answered, and what becomes of hostile files.

use std::fs;
use std::process::Output;

use crate::support::{DISPUTE, Home, code, errors, json};

const ANSWER: &str = "From: Kim Ferris <kim@coastferries.example>\r\nTo: us@home.example\r\n\
    Date: Mon, 3 Feb 2025 11:20:00 -0500\r\nSubject: Your refund\r\n\
    Message-ID: <refund-1@coastferries.example>\r\n\r\nIt leaves on Friday.\r\n";

impl Home {
    fn import(&self, arguments: &[&str]) -> Output {
        self.run(&[&["import-mail", "--dispute", DISPUTE, "--json"], arguments].concat())
    }

    /// How many pieces of evidence there are, and how many events by e-mail.
    fn counted(&self) -> (usize, usize) {
        let listed = json(&self.run(&["evidence", "list", "--json"]));
        let export = self.file("export.json", b"");
        assert_eq!(code(&self.run(&["export", &export])), 0);
        let record = fs::read_to_string(&export).expect("exported");
        // The word is a channel's name, and that of a person's address.
        let events = record.matches("\"email\"").count() - record.matches("\"email\":").count();
        (listed["evidence"].as_array().expect("a list").len(), events)
    }
}

#[test]
fn an_e_mail_is_taken_in_once_and_has_its_row() {
    let home = Home::new();
    let (evidence, events) = home.counted();
    let file = home.file("answer.eml", ANSWER.as_bytes());
    let done = home.import(&[&file, "--vendor", "Coast Ferries"]);
    assert_eq!(code(&done), 0, "{}", errors(&done));
    let row = &json(&done)["mails"][0];
    for (key, expected) in [
        ("file", "answer.eml"),
        ("outcome", "added"),
        ("sent_at", "2025-02-03T11:20:00-05:00"),
        ("direction", "in"),
        ("subject", "Your refund"),
        ("vendor", "Coast Ferries"),
    ] {
        assert_eq!(row[key], expected, "{key}");
    }
    assert!(row["event"].is_string() && row["reason"].is_null());
    assert_eq!(home.counted(), (evidence + 1, events + 1));

    let elsewhere = home.file("copy.eml", format!("X-Status: read\r\n{ANSWER}").as_bytes());
    let again = home.import(&[&file, &elsewhere]);
    assert_eq!(code(&again), 0, "that it is there already is no failure");
    let rows = json(&again);
    for row in rows["mails"].as_array().expect("rows") {
        assert_eq!(row["outcome"], "known", "{row}");
    }
    assert_eq!(home.counted(), (evidence + 1, events + 1), "nothing was added");
}

#[test]
fn who_wrote_is_a_person_of_the_vendor_that_is_named_and_a_desk_is_nobody() {
    let desk = ANSWER.replace("Kim Ferris <kim@", "Refunds <service@").replace("refund-1", "r-2");
    let unplaced = ANSWER.replace("coastferries", "elsewhere").replace("Kim Ferris", "Lee Okoro");
    let home = Home::new();
    for (why, content, arguments, name, is_made) in [
        (
            "at the vendor that is named",
            ANSWER,
            &["--vendor", "Coast Ferries"][..],
            "Kim Ferris",
            true,
        ),
        ("a desk", &desk, &["--vendor", "Coast Ferries"], "\"Refunds\"", false),
        ("at no vendor that is known", &unplaced, &[], "Lee Okoro", false),
    ] {
        let file = home.file("answer.eml", content.as_bytes());
        let done = home.import(&[&[file.as_str()], arguments].concat());
        assert_eq!(code(&done), 0, "{why}: {}", errors(&done));
        let export = home.file("export.json", b"");
        assert_eq!(code(&home.run(&["export", &export])), 0);
        let record = fs::read_to_string(&export).expect("exported");
        assert_eq!(record.contains(name), is_made, "{why}");
    }
}

#[test]
fn hostile_files_are_named_and_the_others_are_taken_in() {
    let home = Home::new();
    let before = home.counted();
    let deep = "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n".repeat(400);
    let deep = format!("From: a@b.example\r\nDate: Mon, 3 Feb 2025 11:20:00 -0500\r\n{deep}");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.eml", Vec::new(), "empty.eml has nothing in it."),
        ("picture.eml", b"\xFF\xD8\xFF\xE0 no e-mail".to_vec(), "picture.eml is no e-mail."),
        ("words.eml", b"Dear all, nothing to see.\n".to_vec(), "words.eml is no e-mail."),
        ("deep.eml", deep.into_bytes(), "deep.eml is no e-mail."),
        ("zeros.eml", vec![0; 4_096], "zeros.eml is no e-mail."),
    ];
    let mut files: Vec<String> =
        cases.iter().map(|(name, content, _)| home.file(name, content)).collect();
    files.push(home.file("good.eml", ANSWER.as_bytes()));
    let done = home.import(&files.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code(&done), 3, "a script learns that not all was taken in");
    let rows = json(&done);
    for ((name, _, sentence), row) in cases.iter().zip(rows["mails"].as_array().expect("rows")) {
        assert_eq!(row["outcome"], "refused", "{name}");
        let reason = row["reason"].as_str().expect("a sentence");
        assert!(reason.starts_with(sentence), "{name}: {reason}");
    }
    assert_eq!(rows["mails"][5]["outcome"], "added", "the others go in");
    assert_eq!(home.counted(), (before.0 + 1, before.1 + 1), "nothing is half-written");
}

#[test]
fn an_e_mail_without_a_day_has_none_made_up() {
    let home = Home::new();
    let undated = ANSWER.replace("Date: Mon, 3 Feb 2025 11:20:00 -0500\r\n", "");
    let done = home.import(&[&home.file("undated.eml", undated.as_bytes())]);
    assert_eq!(code(&done), 0, "{}", errors(&done));
    let row = &json(&done)["mails"][0];
    assert!(row["sent_at"].is_null() && row["remarks"][0] == "no_date", "{row}");
    let table = home.run(&[
        "import-mail",
        "--dispute",
        DISPUTE,
        &home.file("again.eml", undated.as_bytes()),
    ]);
    let table = String::from_utf8_lossy(&table.stdout).into_owned();
    assert!(table.starts_with("already here  date not known"), "{table}");
}

#[test]
fn a_wrong_name_is_a_failure_and_a_wrong_use_another() {
    let home = Home::new();
    let before = home.counted();
    let file = home.file("answer.eml", ANSWER.as_bytes());
    let gone = home.file("gone.eml", b"");
    fs::remove_file(&gone).expect("removed");
    for (why, expected, arguments) in [
        ("no such dispute", 1, vec!["import-mail", &file, "--dispute", "The lamp"]),
        ("no such file", 1, vec!["import-mail", &gone, "--dispute", DISPUTE]),
        ("no dispute", 2, vec!["import-mail", &file]),
        ("no file", 2, vec!["import-mail", "--dispute", DISPUTE]),
    ] {
        let done = home.run(&arguments);
        assert_eq!(code(&done), expected, "{why}: {}", errors(&done));
        assert!(!done.stderr.is_empty(), "{why} is said as an error");
    }
    assert_eq!(home.counted(), before);
}
