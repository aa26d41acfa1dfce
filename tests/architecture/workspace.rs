//! What Cargo and the file system say about the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use holdfast_tests::project_folder;
use serde_json::Value;

/// What `cargo metadata` says: the packages of the workspace and everything they stand on, on
/// whatever machine.
pub(crate) fn metadata() -> Value {
    metadata_with(&[])
}

/// The same for one kind of machine, as in `x86_64-unknown-linux-gnu`.
pub(crate) fn metadata_on(platform: &str) -> Value {
    metadata_with(&["--filter-platform", platform])
}

fn metadata_with(words: &[&str]) -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(words)
        .current_dir(project_folder())
        .output()
        .expect("cargo can be started");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata failed: {error}");
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

/// Our own packages, as `cargo metadata` describes them.
pub(crate) fn members(metadata: &Value) -> Vec<&Value> {
    let ids = list(&metadata["workspace_members"]);
    list(&metadata["packages"]).iter().filter(|package| ids.contains(&package["id"])).collect()
}

/// A JSON array, which has to be there.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().expect("cargo metadata has a list here")
}

/// A JSON string, which has to be there.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("cargo metadata has a text here")
}

/// A file that somebody wrote: where it lies, from the project's top folder, and what it says.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All files below a folder of the project with one of these endings, without what is generated
/// or fetched.
pub(crate) fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&project_folder().join(folder), endings, &mut found);
    let sources: Vec<_> = found
        .into_iter()
        .map(|path| Source {
            text: fs::read_to_string(&path).expect("a source is text"),
            path: from_top(&path),
        })
        .collect();
    assert!(!sources.is_empty(), "{folder} has no {endings:?}: the rule would hold for nothing");
    sources
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "node_modules" | "dist" | "target" | "gen" | "output") {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
}

fn from_top(path: &Path) -> String {
    path.strip_prefix(project_folder()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
