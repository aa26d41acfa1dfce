//! A whole story, typed in by hand from an empty store, and printed as its dossier.
//!
//! The story is a household file. Nothing of it is imported into the store that is typed into: the
//! journey reads the file and does what a person with these papers on the desk would do. A second
//! store takes the same file in through the command line, and must then answer the same.
//!
//! `HOLDFAST_STORY` names another household file to type, `HOLDFAST_STORY_ON` the day from which the
//! answers look, and `HOLDFAST_STORY_EXPECTED` a file of the answers that are wanted.

mod answers;
mod dispute;
mod dossier;
mod happened;
mod household;
mod told;
mod typing;

use std::path::PathBuf;

use holdfast_tests::{Find, Home, Setup, Window, project_folder};

use self::told::Story;

/// From where the answers look, in the story that comes with the tests.
const DAY: &str = "2025-05-20";

/// The story to type.
fn story() -> Story {
    let own = project_folder().join("tests/fixtures/cancelled-crossing.json");
    Story::read(std::env::var_os("HOLDFAST_STORY").map_or(own, PathBuf::from))
}

#[test]
fn a_story_typed_by_hand_is_the_story_that_is_printed() {
    let story = story();
    let home = Home::new();
    std::fs::create_dir_all(home.folder().join("files/saved")).expect("the home can be written to");
    let files = home.folder().join("files").display().to_string();
    let setup = Setup::at(home)
        .environment("HOLDFAST_TEST_FILES", &files)
        .environment("TZ", &story.time_zone());
    let window = Window::open(setup);

    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window.click(&Find::any("button").containing("Write down your first dispute"));
    for (index, matter) in story.disputes().enumerate() {
        dispute::begin(&window, &story, matter, index == 0);
        if index == 0 {
            household::type_in(&window, &story);
        }
        dispute::open(&window, matter);
        dispute::type_in(&window, &story, matter);
    }
    window.press("g t");
    window.wait_for(&Find::role("heading", "Today"));
    window.picture("story-today");

    let printed: Vec<_> = story
        .disputes()
        .map(|matter| {
            dispute::open(&window, matter);
            dossier::save(&window)
        })
        .collect();
    let home = window.close();
    for (file, matter) in printed.iter().zip(story.disputes()) {
        dossier::check(&home.folder().join("files/saved").join(file), &story, matter);
    }
    answers::compare(&home, &story, DAY);
}
