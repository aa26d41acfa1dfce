//! What may stand in which file.

use crate::workspace::{Source, sources};

/// How the present time is asked for, in Rust and in SQL.
const NOW: &[&str] = &[
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "'now'",
    "CURRENT_TIMESTAMP",
    "CURRENT_DATE",
    "CURRENT_TIME",
];

/// How an id is made.
const NEW_ID: &[&str] = &["Uuid::now_v7", "Uuid::new_v"];

fn outside_of<'a>(all: &'a [Source], places: &'a [&str]) -> impl Iterator<Item = &'a Source> {
    all.iter().filter(|source| !places.iter().any(|place| source.path.starts_with(place)))
}

/// What else than `app` has something to do with the clock: `xtask` compares the ages of files.
const CLOCK: &[&str] = &["src-tauri/crates/app/", "src-tauri/crates/xtask/"];

#[test]
fn the_present_time_is_known_to_app_alone() {
    let all = sources("src-tauri", &[".rs", ".sql"]);
    for source in outside_of(&all, CLOCK) {
        for now in NOW {
            assert!(!source.text.contains(now), "{} asks for {now}: pass the day in", source.path);
        }
        assert!(
            !source.text.contains("clippy::disallowed_methods"),
            "{} silences the lint that keeps the clock in app",
            source.path
        );
    }
    let app = all.iter().filter(|source| source.path.starts_with(CLOCK[0]));
    assert!(
        app.into_iter().any(|source| NOW.iter().any(|now| source.text.contains(now))),
        "app asks for the present time nowhere: the rule would hold for nothing"
    );
}

/// How what others made is read: pictures, PDF, e-mails, documents.
const READERS: &[&str] = &[
    "original::kind(",
    "original::facts(",
    "original::text(",
    "original::pixels(",
    "original::covered(",
    "original::thumbnail(",
    "original::pdf_",
    "mail::read(",
    "mail::message_id(",
    "thread::read(",
    "Preview::open(",
];

/// Where that is done on a thread on which a fault of the reader harms nothing else.
const GUARDED: &[&str] =
    &["src-tauri/crates/app/src/foreign.rs", "src-tauri/crates/app/src/exhibits/pages.rs"];

#[test]
fn what_others_made_is_read_behind_the_guard() {
    let all = sources("src-tauri/crates/app/src", &[".rs"]);
    for source in outside_of(&all, GUARDED) {
        for reader in READERS {
            let told = "a fault of it would end the program: see `foreign`";
            assert!(!source.text.contains(reader), "{} calls {reader}): {told}", source.path);
        }
    }
    for place in GUARDED {
        let is_read =
            |one: &Source| one.path == *place && READERS.iter().any(|it| one.text.contains(it));
        assert!(all.iter().any(is_read), "nothing is read in {place}: the rule has moved");
    }
}

#[test]
fn ids_are_made_in_app_alone() {
    let all = sources("src-tauri", &[".rs"]);
    for source in outside_of(&all, &["src-tauri/crates/app/"]) {
        for new in NEW_ID {
            assert!(!source.text.contains(new), "{} makes an id with {new}", source.path);
        }
    }
}

#[test]
fn unsafe_code_stays_forbidden() {
    for source in sources("src-tauri", &[".rs"]) {
        let allowed = source.text.contains("allow(unsafe_code");
        assert!(!allowed, "{} allows unsafe code", source.path);
    }
}

/// The window's border file: what `cargo xtask bindings` writes.
const GENERATED: &str = "ui/src/lib/backend/generated.ts";

#[test]
fn the_window_knows_tauri_in_one_file() {
    let all = sources("ui/src", &[".ts", ".js", ".svelte"]);
    let quoted = |text: &str| text.contains("'@tauri-apps/") || text.contains("\"@tauri-apps/");
    let knowing: Vec<_> =
        all.iter().filter(|one| quoted(&one.text)).map(|one| one.path.as_str()).collect();
    let written: Vec<_> = knowing.iter().filter(|path| **path != GENERATED).collect();
    assert!(!knowing.is_empty(), "no file of the window imports Tauri: nothing was searched");
    assert!(written.len() <= 1, "only the backend adapter may import Tauri, not {written:?}");
    for path in written {
        assert!(path.starts_with("ui/src/lib/backend/"), "{path} is not the backend adapter");
    }
}

#[test]
fn no_file_of_a_test_binary_is_forgotten() {
    for folder in ["tests/architecture", "tests/corpus", "tests/journeys"] {
        let all = sources(folder, &[".rs"]);
        for source in all.iter().filter(|source| source.path != format!("{folder}/main.rs")) {
            let (above, name) = source.path.rsplit_once('/').unwrap_or_default();
            let parent = if above == folder { format!("{folder}/main") } else { above.to_owned() };
            let parent = format!("{parent}.rs");
            let module = format!("mod {};", name.trim_end_matches(".rs"));
            let named = all.iter().any(|one| one.path == parent && one.text.contains(&module));
            assert!(named, "{} is never compiled: {parent} should say `{module}`", source.path);
        }
    }
}
