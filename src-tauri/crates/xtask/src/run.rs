//! `cargo xtask run`: builds what is missing and opens the window.

use crate::process::{self, Failure};
use crate::{debian, node};

/// One line for the overview.
pub(crate) const ABOUT: &str = "opens Holdfast, after installing and building what is missing";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask run [--release] [-- ARGUMENTS OF HOLDFAST]

  cargo xtask run                       your own record
  cargo xtask run -- --sample           a sample household; your own record is not touched
  cargo xtask run -- --store FILE       a record that you keep elsewhere
  cargo xtask run --release             the build that families get: starts faster, takes longer to make";

/// Builds the window and opens it.
///
/// # Errors
/// When something is missing, does not build, or the window ends with an error.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    let split = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let (own, after) = words.split_at(split);
    let release = match own {
        [] => false,
        [word] if word == "--release" => true,
        _ => return Err(Failure::wrong_use(format!("this cannot be understood.\n\n{USAGE}"))),
    };
    debian::require(&[debian::TO_BUILD])?;
    node::require()?;
    node::build()?;
    let mut build = process::cargo(&["build", "--workspace", "--bin", "holdfast"]);
    if release {
        build.arg("--release");
    }
    process::run(&mut build)?;
    let folder = process::target().join(if release { "release" } else { "debug" });
    process::run(process::program(folder.join("holdfast")).args(after.iter().skip(1)))
}
