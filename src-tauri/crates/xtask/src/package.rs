//! `cargo xtask package`: what a family installs.

use crate::process::{self, Failure};
use crate::{debian, node};

/// One line for the overview.
pub(crate) const ABOUT: &str = "builds the .deb that families install";

/// How it is called.
pub(crate) const USAGE: &str = "Usage: cargo xtask package";

/// Builds the package and says where it lies.
///
/// # Errors
/// When something is missing or does not build.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    if !words.is_empty() {
        return Err(Failure::wrong_use(format!("this task takes no words.\n\n{USAGE}")));
    }
    debian::require(&[debian::TO_BUILD])?;
    node::require()?;
    // The package brings the program without a window along; `tauri.conf.json` says where to.
    process::run(&mut process::cargo(&["build", "--release", "--package", "holdfast-cli"]))?;
    process::run(process::program(node::tauri_tool()).args(["build", "--bundles", "deb"]))?;
    println!("The package lies in {}", process::target().join("release/bundle/deb").display());
    Ok(())
}
