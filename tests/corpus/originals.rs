//! Files as households keep them and as attackers make them, each with what has to come of it.
//!
//! `cargo test -p holdfast-tests --test corpus originals -- --nocapture` prints the table.

mod broken;
mod hostile;
mod pages;
mod photographs;

use std::collections::BTreeSet;
use std::time::Duration;

use holdfast_intake::original::{Family, Place, Problem, facts, kind, text, thumbnail};

use crate::source;

/// Where the files lie in the corpus.
const FOLDER: &str = "evidence";

/// How wide and high small copies are here.
const SIDE: u32 = 200;

/// A file and its outcome, as [`outcome`] puts it.
type Case = (&'static str, &'static str);

/// Checks every case of a folder, and that no file of it was left out.
fn check(folder: &str, cases: &[Case]) {
    let Some(files) = source::files(&format!("{FOLDER}/{folder}")) else { return };
    println!("\n| {folder} | what came of it | time |\n|---|---|---|");
    let known: BTreeSet<&str> = cases.iter().map(|(file, _)| *file).collect();
    let there: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let mut different = Vec::new();
    for (file, bytes) in &files {
        let begun = source::cpu_time();
        let found = outcome(bytes);
        let took = source::cpu_time().saturating_sub(begun);
        println!("| {file} | {found} | {} ms |", took.as_millis());
        assert!(took < Duration::from_secs(5), "{file} takes too long");
        let expected = cases.iter().find(|(known, _)| known == file).map(|(_, it)| *it);
        if expected.is_some_and(|it| it != found) {
            different.push(format!(
                "{file}\n  is:      {found}\n  expected: {}",
                expected.unwrap_or("-")
            ));
        }
    }
    assert_eq!(there, known, "each file of {folder} has its row in the table, and no other");
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// What a file is, what its head says, its words, its small copy, and everything that is wrong.
fn outcome(bytes: &[u8]) -> String {
    let facts = facts(bytes);
    let mut said = vec![kind(bytes).ending().to_owned()];
    if let Some(picture) = facts.picture {
        said.push(format!("{} × {}", picture.width, picture.height));
        if picture.orientation.exif() != 1 {
            said.push(format!("turned {}", picture.orientation.exif()));
        }
        if let Some(jpeg) = picture.jpeg {
            let fits = if jpeg.fits_pdf() { "fits" } else { "does not fit" };
            said.push(format!("{:?} of {} colours {fits}", jpeg.coding, jpeg.components));
        }
    }
    said.extend(codes(&facts.problems));
    if facts.kind.family() == Family::Picture {
        match thumbnail(bytes, SIDE) {
            Ok(copy) => {
                said.push(format!("copy {} × {}", copy.width, copy.height));
                said.extend(codes(&copy.remarks));
            }
            Err(problem) => said.extend(codes(&[problem])),
        }
    } else {
        let text = text(bytes);
        let words: usize = text.parts.iter().map(|it| it.text.split_whitespace().count()).sum();
        let pages = text.parts.iter().filter(|it| matches!(it.place, Place::Page(_))).count();
        if pages > 0 {
            said.push(format!("words on {pages} pages"));
        }
        said.push(format!("{words} words"));
        said.extend(codes(&text.problems));
    }
    said.join("; ")
}

fn codes(problems: &[Problem]) -> Vec<String> {
    let shown = |it: &Problem| {
        let mark = if it.is_error { "!" } else { "" };
        format!("{mark}{} {}", it.code.as_str(), it.text).trim_end().to_owned()
    };
    problems.iter().map(shown).collect()
}
