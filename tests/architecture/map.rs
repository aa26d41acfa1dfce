//! The map itself: `src-tauri/ARCHITECTURE.md` speaks of every package.

use crate::workspace::{members, metadata, sources, text};

#[test]
fn every_package_has_its_invariant_on_the_map() {
    let all = sources("src-tauri", &["ARCHITECTURE.md"]);
    let map = &all[0].text;
    let metadata = metadata();
    for package in members(&metadata) {
        let name = text(&package["name"]);
        let heading = format!("\n### `{name}`");
        let section = map.split(&heading).nth(1).and_then(|rest| rest.split("\n### ").next());
        let section = section.unwrap_or_else(|| panic!("ARCHITECTURE.md has no section on {name}"));
        assert!(
            section.contains("**Architecture invariant:**"),
            "ARCHITECTURE.md does not say what {name} must not know"
        );
    }
}
