//! `cargo xtask fuzz`: whether any reader of what others wrote can be brought to fail.

use crate::process::{self, Failure};

/// One line for the overview.
pub(crate) const ABOUT: &str = "gives each reader a million inputs that are nearly right";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask fuzz [--times NUMBER] [--seed NUMBER] [READER ...]

Readers (all of them when none is named): household, statement, e-mail, thread, \"refund list\", day,
money, original. Prints how many inputs each was given, and which made it panic, take more than two
seconds of the processor, or more than 200 MB. The same seed gives the same inputs.";

/// Builds the readers with every check of arithmetic, and lets them read.
///
/// # Errors
/// When it does not build, or a reader failed.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    let build = ["build", "--profile", "fuzz", "--package", "holdfast-fuzz"];
    process::run(&mut process::cargo(&build))?;
    process::run(process::program(process::target().join("fuzz/fuzz")).args(words))
}
