//! `cargo xtask audit`: what is known against the packages that Holdfast is built from.

use crate::node;
use crate::process::{self, Failure};

/// One line for the overview.
pub(crate) const ABOUT: &str = "asks what is known against the libraries";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask audit

Runs `cargo deny` (licences, sources and duplicates by deny.toml; known weaknesses) and `npm audit`.
The known weaknesses of both are asked over the network. Every question is put, also after one that
fails; the task fails where one did, or could not be put.";

/// A question, and who answers it.
const QUESTIONS: &[(&str, &[&str])] = &[
    (
        "licences, sources and duplicates",
        &["deny", "--locked", "check", "licenses", "bans", "sources"],
    ),
    ("known weaknesses of the crates", &["deny", "--locked", "check", "advisories"]),
];

/// Puts all questions, and says at the end which were answered well.
///
/// # Errors
/// When an answer is bad, or there is none.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    if !words.is_empty() {
        return Err(Failure::wrong_use(format!("this cannot be understood.\n\n{USAGE}")));
    }
    if process::answer(&mut process::cargo(&["deny", "--version"])).is_none() {
        return Err(Failure::new("cargo-deny is needed: cargo install cargo-deny --locked"));
    }
    let mut unwell = Vec::new();
    for (question, words) in QUESTIONS {
        if process::run(&mut process::cargo(words)).is_err() {
            unwell.push(*question);
        }
    }
    if process::run(&mut node::npm(&["audit"])).is_err() {
        unwell.push("known weaknesses of the window's packages");
    }
    if unwell.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("not answered, or not well: {}", unwell.join("; "))))
}
