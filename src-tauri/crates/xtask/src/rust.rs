//! The parts of the Rust toolchain that not every installation has.

use crate::process::{self, Failure};

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
///
/// # Errors
/// When they are missing and rustup cannot add them.
pub(crate) fn require_components() -> Result<(), Failure> {
    let missing: Vec<_> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(task, _)| process::answer(&mut process::cargo(&[task, "--version"])).is_none())
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    process::run(process::program("rustup").args(["component", "add"]).args(&missing))
}
