//! `cargo xtask bench`: how fast, as ratios within one run wherever there is something to compare.

use crate::process::{self, Failure};
use crate::{debian, node};

/// One line for the overview.
pub(crate) const ABOUT: &str =
    "measures the window, what screens ask, search, letters, statements, and a long dossier";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask bench [PART ...]

Parts (all of them when none is named):
  window      time to an interactive window, and memory, against a bare Tauri window
  queries     what each screen asks, on a household of 200 disputes and 20,000 events: as it is,
              and encrypted
  search      one to three words in 20,000 events and 2,000 documents
  letters     composing a letter, and reading its words for their tone
  statements  what a year of bank statements seems to mean, and 50,000 lines against 200 claims
  dossier     processor time of a dossier of 2,000 events, against Typst on the same content
              (Typst comes as a Python package, into a folder beside what Cargo builds)";

/// One part: its name and the program that measures it and prints the result.
struct Part {
    name: &'static str,
    program: &'static str,
}

const PARTS: &[Part] = &[
    Part { name: "window", program: "bench-window" },
    Part { name: "queries", program: "bench-queries" },
    Part { name: "search", program: "bench-search" },
    Part { name: "letters", program: "bench-letters" },
    Part { name: "statements", program: "bench-statements" },
    Part { name: "dossier", program: "bench-dossier" },
];

/// Builds everything as families get it, then measures the parts one after the other.
///
/// # Errors
/// When a part does not exist, does not build or fails.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    let known = |word: &&String| PARTS.iter().any(|part| part.name == word.as_str());
    if let Some(word) = words.iter().find(|word| !known(word)) {
        return Err(Failure::wrong_use(format!("there is no part {word}.\n\n{USAGE}")));
    }
    debian::require(&[debian::TO_BUILD, debian::TO_TEST])?;
    node::require()?;
    node::build()?;
    process::run(&mut process::cargo(&["build", "--release", "--workspace", "--bins"]))?;
    let folder = process::target().join("release");
    for part in PARTS.iter().filter(|part| words.is_empty() || words.iter().any(|w| w == part.name))
    {
        println!("\n== {}", part.name);
        process::run(&mut process::program(folder.join(part.program)))?;
    }
    Ok(())
}
