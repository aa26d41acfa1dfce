//! Files that are lost: noticed, named, told once, and whole again.

use std::fs;
use std::path::{Path, PathBuf};

use holdfast_app::wire::{ErrorCode, EvidenceAdding, LostFile};
use holdfast_app::{App, Incoming};

use crate::support::*;

const RECEIPT: &[u8] = b"a receipt for the lamp, as it came in the box";
const GUIDE: &[u8] = b"how the lamp is put together, page by page";

/// A record with two files.
fn with_two() -> (Home, String) {
    let (home, dispute) = Home::with_dispute();
    attach(&home, &dispute, "receipt.txt", RECEIPT, Vec::new());
    attach(&home, &dispute, "guide.txt", GUIDE, Vec::new());
    (home, dispute)
}

fn originals(path: &Path) -> PathBuf {
    path.with_file_name("home.db-evidence")
}

/// Changes a letter of a file where it is kept, which no look at the pages finds.
fn spoil(home: Home, content: &[u8]) -> Home {
    let Home { app, folder } = home;
    let path = originals(app.path());
    drop(app);
    let mut bytes = fs::read(&path).expect("read");
    let at = bytes.windows(content.len()).position(|it| it == content).expect("kept as it is");
    bytes[at] ^= 1;
    fs::write(&path, bytes).expect("written");
    let app = App::open(&folder.path().join("home.db"), clock()).expect("it opens");
    Home { app, folder }
}

/// What a start does once the window stands.
fn told_at_a_start(app: &App) -> u32 {
    let mut look = app.look_at_files_if_due().expect("begun");
    while app.look_at_next_file(&mut look).expect("looked") {}
    app.files_looked_at(&look).expect("kept")
}

fn names(of: &[LostFile]) -> Vec<(&str, bool)> {
    of.iter().map(|it| (it.naming.name.as_str(), it.is_changed)).collect()
}

#[test]
fn every_file_is_read_again_once_a_week_and_what_is_lost_is_told_once() {
    let (home, _) = with_two();
    assert_eq!(told_at_a_start(&home.app), 0, "all is there");
    let home = spoil(home, RECEIPT);
    assert_eq!(told_at_a_start(&home.app), 0, "it was looked at on that day");
    assert_eq!(home.app.lost_files().expect("listed"), []);
    let home = home.reopened_at("2026-06-26T09:00:00-04:00");
    assert_eq!(told_at_a_start(&home.app), 0, "six days are not a week");
    let home = home.reopened_at("2026-06-27T09:00:00-04:00");
    assert_eq!(told_at_a_start(&home.app), 1);
    assert_eq!(names(&home.app.lost_files().expect("listed")), [("receipt.txt", true)]);
    assert_eq!(told_at_a_start(&home.app), 0, "it was told");
    let home = home.reopened_at("2026-07-04T09:00:00-04:00");
    assert_eq!(told_at_a_start(&home.app), 0, "a week later too");
    assert_eq!(names(&home.app.lost_files().expect("listed")), [("receipt.txt", true)]);
}

#[test]
fn what_was_added_since_a_copy_is_missing_from_it_and_that_is_told_at_the_next_start() {
    let (home, dispute) = with_two();
    told_at_a_start(&home.app);
    let Home { app, folder } = home;
    let path = app.path().to_owned();
    drop(app);
    fs::copy(originals(&path), folder.path().join("older")).expect("copied");
    let app = App::open(&path, clock()).expect("it opens");
    let home = Home { app, folder };
    let caption = Some("The plate below".to_owned());
    let adding = EvidenceAdding { caption, ..EvidenceAdding::to(&dispute) };
    let photo = Incoming::Pasted { name: "photo.txt".into(), bytes: b"the plate".to_vec() };
    home.app.add_evidence(&adding, vec![photo], &mut |_| true).expect("added");
    let Home { app, folder } = home;
    drop(app);
    // Somebody has put back what they had.
    fs::copy(folder.path().join("older"), originals(&path)).expect("copied");
    let home = Home { app: App::open(&path, clock()).expect("it opens"), folder };
    assert_eq!(told_at_a_start(&home.app), 1, "no file has to be read for that");
    let lost = home.app.lost_files().expect("listed");
    assert_eq!(names(&lost), [("The plate below (photo.txt)", false)], "what to look for");
}

#[test]
fn one_that_is_lost_is_whole_again_when_it_is_added_again() {
    let (home, dispute) = with_two();
    let home = spoil(home, RECEIPT);
    assert_eq!(home.app.read_files_again().expect("read").len(), 1);
    let add = |name: &str, content: &[u8]| {
        let file = Incoming::Pasted { name: name.into(), bytes: content.to_vec() };
        let done = home.app.add_evidence(&EvidenceAdding::to(&dispute), vec![file], &mut |_| true);
        done.expect("accepted")
    };
    let done = add("found again.txt", RECEIPT);
    assert_eq!(done.whole_again, ["found again.txt"]);
    assert_eq!((done.added.len(), done.known.len()), (0, 0), "it was not there, nor is it new");
    assert_eq!(home.app.lost_files().expect("listed"), []);
    assert_eq!(home.app.read_files_again().expect("read"), []);
    let done = add("guide.txt", GUIDE);
    assert_eq!((done.whole_again.len(), done.known.len()), (0, 1), "which was never lost");
}

#[test]
fn a_copy_that_somebody_names_has_them_again() {
    let (home, _) = with_two();
    let copies = home.folder.path().join("copies");
    let empty = home.folder.path().join("empty");
    fs::create_dir(&copies).and_then(|()| fs::create_dir(&empty)).expect("made");
    home.app.back_up_to(&copies).expect("copied");
    let home = spoil(home, RECEIPT);
    home.app.read_files_again().expect("read");
    let Home { app, folder: _folder } = home;
    let path = app.path().to_owned();
    drop(app);
    let repair = |from: Option<&Path>| App::repair_originals(&path, None, clock(), from);
    let refused = repair(Some(&empty)).expect_err("there is none");
    assert_eq!(refused.code, ErrorCode::NotACopy);
    assert_eq!(refused.values["file"], "home.db-evidence", "what is looked for");

    let done = repair(None).expect("looked").expect("it lacks one");
    assert_eq!((done.saved, done.missing, done.kept), (0, 1, None));
    let done = repair(Some(&copies)).expect("repaired").expect("it lacked one");
    assert_eq!((done.saved, done.missing, done.kept), (1, 0, None));
    let app = App::open(&path, clock()).expect("it opens");
    assert_eq!(app.lost_files().expect("listed"), []);
    assert_eq!(app.verify().expect("looked"), Vec::<String>::new());
}

#[test]
fn a_file_of_originals_that_is_gone_is_said_to_be() {
    let (home, _) = with_two();
    let Home { app, folder: _folder } = home;
    let path = app.path().to_owned();
    drop(app);
    fs::remove_file(originals(&path)).expect("removed");
    let refused = App::open(&path, clock()).err().expect("it is gone");
    assert_eq!(refused.code, ErrorCode::OriginalsGone);
    assert!(refused.values["path"].ends_with("home.db-evidence"), "{refused:?}");
    let done = App::repair_originals(&path, None, clock(), None).expect("looked").expect("gone");
    assert_eq!((done.saved, done.missing, done.kept), (0, 2, None));
    let app = App::open(&path, clock()).expect("it opens");
    let lost = app.lost_files().expect("listed");
    assert_eq!(names(&lost), [("receipt.txt", false), ("guide.txt", false)]);
}
