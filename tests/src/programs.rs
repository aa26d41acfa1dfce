//! Where things lie: the programs under test, the project, the folder for pictures.

use std::path::{Path, PathBuf};

/// A program of the workspace, built with the same profile as the test that asks.
///
/// # Panics
/// When it has not been built; the message says how to.
#[must_use]
#[track_caller]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running program knows where it lies");
    // A test lies in target/debug/deps, a program in target/debug.
    let near = test.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    near.into_iter().find(|path| path.is_file()).unwrap_or_else(|| {
        panic!(
            "{name} has not been built. `cargo xtask test` does it all; by hand:\n    \
             npm --prefix ui run build && cargo build --workspace --bins"
        )
    })
}

/// The top folder of the project.
#[must_use]
pub fn project_folder() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// `tests/output`, where pictures of the window go. It is made when it is not there.
///
/// # Panics
/// When the folder cannot be made.
#[must_use]
pub fn output_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("output");
    std::fs::create_dir_all(&folder).expect("tests/output can be made");
    folder
}
