//! The window's own half, which Node builds from `ui/` into `ui/dist`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::process::{self, Failure};

/// The oldest Node that the tools in `ui/package.json` run on.
const OLDEST: u32 = 20;

/// The window's folder.
fn folder() -> PathBuf {
    process::root().join("ui")
}

/// npm with some words, in the window's folder.
pub(crate) fn npm(words: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(folder()).args(words);
    command
}

/// The command line tool of Tauri, which is one of the window's packages.
pub(crate) fn tauri_tool() -> PathBuf {
    folder().join("node_modules/.bin/tauri")
}

/// Makes sure that Node is new enough and that the packages are those of the lock file.
///
/// # Errors
/// When Node or npm is missing or too old, or the packages cannot be fetched.
pub(crate) fn require() -> Result<(), Failure> {
    let version = process::answer(process::program("node").arg("--version"));
    if version.as_deref().and_then(major).is_none_or(|major| major < OLDEST) {
        let found =
            version.map_or("none is installed".into(), |version| format!("found {version}"));
        return Err(Failure::new(format!(
            "Node.js {OLDEST} or newer is needed ({found}). https://nodejs.org says how to get it."
        )));
    }
    if process::answer(&mut npm(&["--version"])).is_none() {
        return Err(Failure::new(
            "npm is needed beside Node.js. On Debian and Ubuntu: sudo apt-get install npm",
        ));
    }
    // npm writes this file last, so it is younger than the lock file exactly when all is fetched.
    let fetched = changed(&folder().join("node_modules/.package-lock.json"));
    if fetched.is_some() && fetched >= changed(&folder().join("package-lock.json")) {
        return Ok(());
    }
    process::run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Builds the window unless what was built is younger than everything it is built from.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<(), Failure> {
    let built = changed(&folder().join("dist/index.html"));
    if built.is_some() && built >= youngest(&folder()) {
        println!("ui/dist is current.");
        return Ok(());
    }
    process::run(&mut npm(&["run", "build"]))
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// When something in the folder changed last: a source, a setting, or which files there are.
fn youngest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sources =
        entries.filter(|entry| entry.file_name() != "node_modules" && entry.file_name() != "dist");
    let times = sources.map(|entry| {
        let path = entry.path();
        if path.is_dir() { youngest(&path).max(changed(&path)) } else { changed(&path) }
    });
    times.max().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        let cases = [
            ("v20.20.2", Some(20)),
            ("v8.0.0", Some(8)),
            ("20.1.0", None),
            ("", None),
            ("vx", None),
        ];
        for (printed, expected) in cases {
            assert_eq!(major(printed), expected, "node --version printed {printed:?}");
        }
    }

    #[test]
    fn a_change_deep_in_the_sources_is_seen() {
        let folder = std::env::temp_dir().join(format!("xtask-youngest-{}", std::process::id()));
        fs::create_dir_all(folder.join("src/lib")).expect("a folder can be made");
        fs::create_dir_all(folder.join("node_modules")).expect("a folder can be made");
        fs::write(folder.join("src/lib/app.ts"), "").expect("a file can be written");
        let source = changed(&folder.join("src/lib/app.ts"));
        fs::write(folder.join("node_modules/package.json"), "").expect("a file can be written");
        let found = youngest(&folder);
        fs::remove_dir_all(&folder).expect("our own folder can be removed");
        assert!(source.is_some() && found >= source, "a changed source must lead to a new build");
    }
}
