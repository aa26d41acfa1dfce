//! `cargo xtask bindings`: the TypeScript of the border between window and Rust.

use crate::process::{self, Failure};

/// One line for the overview.
pub(crate) const ABOUT: &str = "writes the window's TypeScript types from the Rust types";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask bindings [--check]

Writes ui/src/lib/backend/generated.ts; with --check it only says whether that file is current.";

/// Writes or checks the generated file.
///
/// # Errors
/// When the Rust code does not build, or with `--check` when the file is not current.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Failure::wrong_use(format!("this cannot be understood.\n\n{USAGE}"))),
    };
    // The test that compares the file is also what writes it, so the two cannot differ.
    let mut test = process::cargo(&["test", "--package", "holdfast", "generated_bindings"]);
    if !check {
        test.env("HOLDFAST_WRITE_BINDINGS", "1");
    }
    process::run(&mut test)
}
