//! Who may stand on whom.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::workspace::{list, members, metadata, metadata_on, text};

const COLUMN: &[&str] = &["holdfast-domain"];

/// Each package of ours and those of ours that it may use. A package that is not in this table
/// fails the test, so that a new one gets its place before it gets its code.
const MAY_USE: &[(&str, &[&str])] = &[
    ("holdfast-domain", &[]),
    ("holdfast-store", COLUMN),
    ("holdfast-dossier", COLUMN),
    // Its tests have what they print judged.
    ("holdfast-typeset", &["holdfast-domain", "holdfast-judge"]),
    ("holdfast-intake", COLUMN),
    ("holdfast-letters", COLUMN),
    (
        "holdfast-app",
        &[
            "holdfast-domain",
            "holdfast-store",
            "holdfast-dossier",
            "holdfast-typeset",
            "holdfast-intake",
            "holdfast-letters",
        ],
    ),
    ("holdfast-cli", &["holdfast-app"]),
    ("holdfast", &["holdfast-app"]),
    ("xtask", &[]),
    ("bare-window", &[]),
    // The corpus is read as it stands: no record is needed to ask about words, what a bank's file
    // holds, or how a script is printed. The large household of the bench is also judged.
    (
        "holdfast-tests",
        &[
            "holdfast-app",
            "holdfast-bench",
            "holdfast-domain",
            "holdfast-intake",
            "holdfast-judge",
            "holdfast-letters",
            "holdfast-typeset",
        ],
    ),
    // It uses the record as the window does, and looks at it as the next start does.
    ("holdfast-torture", &["holdfast-app", "holdfast-dice", "holdfast-domain", "holdfast-store"]),
    ("holdfast-dice", &[]),
    // It has the readers read, and needs no record for it.
    ("holdfast-fuzz", &["holdfast-dice", "holdfast-domain", "holdfast-intake"]),
    // It knows a file and none of what made it.
    ("holdfast-judge", &[]),
    (
        "holdfast-bench",
        &[
            "holdfast-app",
            "holdfast-dice",
            "holdfast-domain",
            "holdfast-dossier",
            "holdfast-intake",
            "holdfast-letters",
            "holdfast-typeset",
        ],
    ),
];

/// Libraries (a name that ends in `*` stands for all that begin so) and who alone may name them.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["holdfast-store"]),
    ("printpdf", &["holdfast-typeset"]),
    ("lopdf", &["holdfast-typeset", "holdfast-judge"]),
    ("parley", &["holdfast-typeset"]),
    ("fontdb", &["holdfast-typeset"]),
    ("subsetter", &["holdfast-typeset"]),
    ("tauri*", &["holdfast", "bare-window"]),
    ("gtk", &["holdfast", "holdfast-tests"]),
    ("fantoccini", &["holdfast-tests"]),
];

/// Libraries that talk to other computers.
const NETWORK: &[&str] = &[
    "attohttpc",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "tungstenite",
    "ureq",
];

fn names(rule: &str, library: &str) -> bool {
    rule.strip_suffix('*').map_or(rule == library, |start| library.starts_with(start))
}

/// Every dependency that our packages name themselves: who, what, and of which kind.
fn declared(metadata: &Value) -> Vec<(String, String)> {
    let mut edges = Vec::new();
    for package in members(metadata) {
        for dependency in list(&package["dependencies"]) {
            edges.push((text(&package["name"]).into(), text(&dependency["name"]).into()));
        }
    }
    assert!(edges.len() > 20, "cargo metadata names too few dependencies to be true: {edges:?}");
    edges
}

#[test]
fn dependencies_point_towards_the_domain() {
    let metadata = metadata();
    let ours: BTreeSet<_> = members(&metadata).iter().map(|one| text(&one["name"])).collect();
    let ruled: BTreeSet<_> = MAY_USE.iter().map(|(name, _)| *name).collect();
    assert_eq!(ours, ruled, "every package has a place in the rule, and every rule a package");
    for (user, used) in declared(&metadata) {
        let may = MAY_USE.iter().find(|(name, _)| *name == user).map_or(&[][..], |(_, may)| may);
        assert!(
            !ours.contains(used.as_str()) || may.contains(&used.as_str()),
            "{user} must not know {used}: see src-tauri/ARCHITECTURE.md"
        );
    }
}

#[test]
fn a_library_is_known_in_one_place() {
    let edges = declared(&metadata());
    for (rule, places) in ONLY_IN {
        let users: Vec<_> = edges.iter().filter(|(_, used)| names(rule, used)).collect();
        assert!(!users.is_empty(), "nobody uses {rule}: the rule would hold for nothing");
        for (user, used) in users {
            assert!(
                places.contains(&user.as_str()),
                "{user} must not know {used}: only {places:?} may"
            );
        }
    }
}

/// What a package is built from, directly or not, without what only its tests and build need.
fn stands_on(metadata: &Value, name: &str) -> BTreeSet<String> {
    let nodes: HashMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), node)).collect();
    let names: HashMap<&str, &str> = list(&metadata["packages"])
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();
    let start = members(metadata).into_iter().find(|package| package["name"] == name);
    let mut open = vec![text(&start.expect("the package is ours")["id"])];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dependency in list(&nodes[id]["deps"]) {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&dependency["pkg"]));
            }
        }
    }
    seen.into_iter().map(|id| names[id].to_owned()).collect()
}

/// The machines that families have. On telephones, where Holdfast does not run, Tauri brings a
/// network library along.
const PLATFORMS: &[&str] =
    &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

#[test]
fn nothing_that_a_family_runs_can_reach_the_network() {
    for platform in PLATFORMS {
        let metadata = metadata_on(platform);
        for program in ["holdfast", "holdfast-cli"] {
            let below = stands_on(&metadata, program);
            let found: Vec<_> = NETWORK.iter().filter(|name| below.contains(**name)).collect();
            assert!(found.is_empty(), "{program} contains {found:?} on {platform}");
        }
        let harness = stands_on(&metadata, "holdfast-tests");
        assert!(harness.contains("hyper"), "the harness has a network library: it must be seen");
    }
}
