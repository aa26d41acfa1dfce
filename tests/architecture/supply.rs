//! Where what Holdfast is built from comes from, under which licences, and why each library is there.

use std::collections::BTreeSet;

use holdfast_tests::project_folder;
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::workspace::{list, members, metadata, text};

/// Where packages of others may come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences under which a package may be built in. Where a package offers a choice, one is enough.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    "blessing",
];

/// The packages of others, of which there are many.
fn others(metadata: &Value) -> Vec<&Value> {
    let ours: BTreeSet<_> = members(metadata).iter().map(|one| text(&one["id"])).collect();
    let all = list(&metadata["packages"]).iter();
    let others: Vec<_> = all.filter(|one| !ours.contains(text(&one["id"]))).collect();
    assert!(others.len() > 100, "the packages were read: {}", others.len());
    others
}

fn may_be_used(asked: &LicenseReq) -> bool {
    LICENCES.contains(&asked.to_string().as_str())
}

#[test]
fn every_package_comes_from_the_registry_with_a_checksum() {
    let metadata = metadata();
    for package in others(&metadata) {
        assert_eq!(text(&package["source"]), REGISTRY, "{}", text(&package["name"]));
    }
    let lock = std::fs::read_to_string(project_folder().join("Cargo.lock")).expect("the lock");
    for package in lock.split("[[package]]").filter(|one| one.contains("source = ")) {
        assert!(package.contains("\nchecksum = \""), "{package}");
    }
    let lock = std::fs::read_to_string(project_folder().join("ui/package-lock.json"));
    let lock: Value = serde_json::from_str(&lock.expect("the lock")).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages");
    for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
        // The packaging tool of other platforms is named by the lock and fetched by nobody here.
        let is_elsewhere = package["optional"] == true && name.contains("@tauri-apps/cli-");
        let is_checked = package["integrity"].is_string() || package["inBundle"] == true;
        let is_checked = is_checked || is_elsewhere;
        assert!(is_checked, "{name} has no checksum");
        assert_ne!(package["hasInstallScript"], true, "{name} runs a script when it is installed");
    }
}

#[test]
fn every_package_may_be_built_in_under_its_licence() {
    for package in others(&metadata()) {
        let name = text(&package["name"]);
        let said = package["license"].as_str().unwrap_or_default();
        let licence = Expression::parse_mode(said, ParseMode::LAX)
            .unwrap_or_else(|error| panic!("{name} is under “{said}”: {error}"));
        assert!(licence.evaluate(may_be_used), "{name} is under “{said}”");
    }
    let strict = Expression::parse("GPL-3.0-only AND MIT").expect("a licence");
    assert!(!strict.evaluate(may_be_used), "one that may not be used would be seen");
}

#[test]
fn every_library_that_is_named_is_listed_with_its_reason() {
    let metadata = metadata();
    let mut named: BTreeSet<String> = BTreeSet::new();
    for package in members(&metadata) {
        let foreign = list(&package["dependencies"]).iter().filter(|one| one["path"].is_null());
        named.extend(foreign.map(|one| text(&one["name"]).to_owned()));
    }
    let window = std::fs::read_to_string(project_folder().join("ui/package.json")).expect("read");
    let window: Value = serde_json::from_str(&window).expect("JSON");
    for sort in ["dependencies", "devDependencies"] {
        named.extend(window[sort].as_object().expect("libraries").keys().cloned());
    }
    let list = project_folder().join("src-tauri/DEPENDENCIES.md");
    let list = std::fs::read_to_string(list).expect("the list");
    let rows = list.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let rows: Vec<_> = rows.filter(|(name, _)| *name != "library").collect();
    let reasoned = rows.iter().filter(|(_, why)| why.trim_end_matches(" |").len() > 8);
    let listed: BTreeSet<String> = reasoned.map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, named, "DEPENDENCIES.md lists what is named, and nothing else");
    assert_eq!(listed.len(), rows.len(), "each once, each with its reason");
}
