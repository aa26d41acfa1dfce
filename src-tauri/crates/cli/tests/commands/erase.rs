//! Erasing for good: shown first, done with a yes, and nothing on the command line.

use std::io::Write as _;
use std::process::{Output, Stdio};

use crate::support::{DISPUTE, Home, code, errors};

/// Runs the program with a line on its standard input.
fn told(home: &Home, arguments: &[&str], line: &str) -> Output {
    let mut command = home.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it can be started");
    let mut input = child.stdin.take().expect("it is piped");
    writeln!(input, "{line}").expect("said");
    drop(input);
    child.wait_with_output().expect("it ends")
}

#[test]
fn words_are_shown_first_and_erased_with_a_yes() {
    let home = Home::new();
    home.done(&["backup"]);
    let shown = told(&home, &["erase"], "cancelled CROSSING");
    assert_eq!(code(&shown), 1, "it was only shown");
    let said = errors(&shown);
    assert!(said.contains("Cancelled crossing, refund taken back"), "{said}");
    // Importing has made a backup too, which bears the same name where it was in the same second.
    let of_one_or_two = ["1 backup, of 20", "backups, the oldest of 20"];
    assert!(of_one_or_two.iter().any(|words| said.contains(words)), "{said}");
    assert!(said.contains("with --yes"), "{said}");
    assert!(home.done(&["disputes"]).contains(DISPUTE), "nothing was changed");

    let done = told(&home, &["erase", "--yes", "--renew-backups"], "cancelled crossing");
    assert_eq!(code(&done), 0, "{}", errors(&done));
    let said = String::from_utf8(done.stdout).expect("text");
    assert!(said.contains("made a backup, and removed"), "{said}");
    assert_eq!(home.done(&["backups"]).lines().count(), 1, "the one of before is gone");
    assert!(home.done(&["disputes"]).contains("[erased], refund taken back"));
    home.done(&["verify"]);
    let again = told(&home, &["erase", "--yes"], "cancelled crossing");
    assert_eq!((code(&again), errors(&again).as_str()), (0, ""), "there is nothing left");
}

/// Nobody can tell what a damaged file of originals has, so that it goes with the older backups.
#[test]
fn a_damaged_file_that_was_kept_is_named_before_it_goes() {
    let home = Home::new();
    let receipt = home.file("receipt.txt", b"the receipt of the crossing");
    home.done(&["evidence", "add", DISPUTE, &receipt]);
    home.done(&["backup"]);
    std::fs::write(home.path("home.db-evidence"), "no file of originals").expect("harmed");
    assert_eq!(code(&home.run(&["evidence", "repair"])), 3, "there is no copy of it");
    let shown = errors(&told(&home, &["erase"], "cancelled crossing"));
    assert!(shown.contains("so may 1 damaged file of originals"), "{shown}");
    assert!(shown.contains("so may copies that were made elsewhere"), "{shown}");
    let done = told(&home, &["erase", "--yes", "--renew-backups"], "cancelled crossing");
    let said = String::from_utf8(done.stdout).expect("text");
    assert!(said.contains("with 1 damaged file of originals that had been kept"), "{said}");
}

#[test]
fn words_that_would_be_found_everywhere_are_refused() {
    let home = Home::new();
    for (words, wanted) in [("ab c", "at least four"), ("refund [", "square brackets")] {
        let refused = told(&home, &["erase", "--yes"], words);
        assert_eq!(code(&refused), 1, "{words}");
        assert!(errors(&refused).contains(wanted), "{}", errors(&refused));
    }
}

#[test]
fn a_file_is_shown_first_and_erased_with_a_yes() {
    let home = Home::new();
    let receipt = home.file("passport.pdf", b"%PDF-1.7 a passport");
    home.done(&["evidence", "add", DISPUTE, &receipt, "--caption", "My passport"]);
    let listed = home.done(&["evidence", "list"]);
    let id = listed.split_whitespace().next().expect("an id").to_owned();
    let shown = home.run(&["erase-original", &id]);
    assert_eq!(code(&shown), 1, "it was only shown");
    let said = errors(&shown);
    assert!(said.contains("the evidence My passport of “") && said.contains("--yes"), "{said}");
    assert!(said.contains("it stays in copies that were made elsewhere"), "{said}");
    let copy = home.path("copy.pdf").display().to_string();
    home.done(&["evidence", "save", &id, "--to", &copy]);

    assert!(home.done(&["erase-original", &id, "--yes"]).contains("erased passport.pdf for good"));
    let refused = home.run(&["evidence", "save", &id, "--to", &copy]);
    assert_eq!(code(&refused), 1);
    assert!(errors(&refused).contains("erased for good on"), "{}", errors(&refused));
    let listed = home.done(&["evidence", "list"]);
    assert!(listed.contains("My passport"), "what was said of it stays");
    assert!(listed.contains("passport.pdf (erased for good on 20"), "{listed}");
    home.done(&["verify"]);
    assert_eq!(code(&home.run(&["erase-original", &id, "--yes"])), 1, "once is enough");
}
