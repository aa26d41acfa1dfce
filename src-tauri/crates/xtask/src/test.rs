//! `cargo xtask test`: every check there is, cheapest first.

use crate::process::{self, Failure};
use crate::stages::Stages;
use crate::{debian, node, rust};

/// One line for the overview.
pub(crate) const ABOUT: &str = "checks everything: format, lints, units, the window itself";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask test

Stops at the first stage that fails, says which it was and leaves with its exit code.";

/// Runs all the stages.
///
/// # Errors
/// The first stage that fails.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    if !words.is_empty() {
        return Err(Failure::wrong_use(format!("this task takes no words.\n\n{USAGE}")));
    }
    let mut stages = Stages::default();
    let result = run(&mut stages);
    println!("\n{}", stages.table());
    result
}

fn run(stages: &mut Stages) -> Result<(), Failure> {
    stages.stage("what the machine needs", || {
        debian::require(&[debian::TO_BUILD, debian::TO_TEST])?;
        rust::require_components()?;
        node::require()
    })?;
    stages.stage("format of the Rust code", || cargo(&["fmt", "--all", "--check"]))?;
    stages.stage("window: build", node::build)?;
    stages.stage("window: types (svelte-check)", || npm(&["run", "check"]))?;
    stages.stage("window: lint", || npm(&["run", "lint"]))?;
    stages.stage("window: unit tests", || npm(&["test"]))?;
    stages.stage("clippy", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
    })?;
    // One build makes the programs that the journeys start and every test; the stages after it find
    // everything built. Journeys need a display server and a driver, so plain `cargo test` leaves
    // them out and they are named.
    stages.stage("build of programs and tests", || {
        cargo(&["build", "--workspace", "--bins", "--tests", "--test", "journeys"])
    })?;
    stages.stage("Rust tests, generated bindings, architecture", || {
        cargo(&["test", "--workspace"])
    })?;
    stages.stage("journeys in the real window", || {
        cargo(&["test", "--workspace", "--test", "journeys"])
    })
}

fn cargo(words: &[&str]) -> Result<(), Failure> {
    process::run(&mut process::cargo(words))
}

fn npm(words: &[&str]) -> Result<(), Failure> {
    // A test runner that thinks a person is there waits for them.
    process::run(node::npm(words).env("CI", "true"))
}
