//! `cargo xtask torture`: whether anything that was acknowledged can be lost.

use crate::debian;
use crate::process::{self, Failure};

/// One line for the overview.
pub(crate) const ABOUT: &str = "kills it, cuts its power and breaks its disk: is anything lost?";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask torture [--short] [--seed NUMBER] [PART ...]

Parts (all of them when none is named):
  kills   SIGKILL at random points of random use
  power   power cuts on a disk that forgets what was not synced
  faults  a disk that is full, fails or is read-only
  turns   SIGKILL while a record is encrypted, its passphrase or code changed, or it is decrypted

Prints a table of what was done, and fails where anything was lost. `cargo xtask test` has a short form
of it. Every fourth record of the first three is encrypted. The same seed does the same things, though a kill never falls twice at the same moment.";

/// Builds the program as the tests use it, and lets it do all of that.
///
/// # Errors
/// When it does not build, or something was lost or failed.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    debian::require(&[debian::TO_BUILD, debian::TO_TEST])?;
    process::run(&mut process::cargo(&["build", "--workspace", "--bin", "torture"]))?;
    process::run(process::program(process::target().join("debug/torture")).args(words))
}
