//! Encrypting and decrypting, cut short: all is as it was, or all is new.

use std::path::{Path, PathBuf};

use holdfast_domain::DateTime;
use tempfile::TempDir;

use super::settle::{self, TURNED};
use super::turn::{STEPS, Turn};
use super::{Key, KeyFile, Passphrase};
use crate::paths::Paths;
use crate::{NewAction, OpenError, Opening, Store, StoreError};

/// At which of the steps the new files begin to count.
const MARKED: usize = 6;

fn opening(key: Option<&Key>) -> Opening {
    let now = DateTime::from_timestamp(1_795_341_600, 0).expect("a time");
    Opening { now, device: "kitchen".to_owned(), key: key.cloned() }
}

/// A closed store with a name, a form being typed, an original and a backup.
fn used() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    let store = Store::open(&path, &opening(None)).expect("opens");
    let action = NewAction {
        id: uuid::Uuid::from_u128(1).into(),
        what: "test",
        about: String::new(),
        member: None,
        at: opening(None).now,
    };
    let written: Result<(), StoreError> = store.write(action, |w| w.set_household_name("Ours"));
    written.expect("written");
    store.put_draft("call", "half a sentence", opening(None).now).expect("kept");
    store.store_original(&b"a receipt"[..], 1_000).expect("kept");
    let wall = opening(None).now.naive_utc();
    store.back_up(wall).expect("backed up");
    (folder, path)
}

/// Which side a store is on, after a look whether all of it is there, and nothing else.
fn side(path: &Path, key: &Key, when: &str) -> bool {
    let (store, is_encrypted) = match Store::open(path, &opening(None)) {
        Ok(store) => (store, false),
        Err(OpenError::Locked { .. }) => {
            (Store::open(path, &opening(Some(key))).expect("it opens with the key"), true)
        }
        Err(other) => panic!("{when}: {other}"),
    };
    assert_eq!(store.verify().expect("verified"), [], "{when}");
    let name = store.reader().expect("a view").household_name().expect("read");
    assert_eq!(name.as_deref(), Some("Ours"), "{when}");
    let draft = store.reader().expect("a view").draft("call").expect("read");
    assert_eq!(draft.map(|it| it.text).as_deref(), Some("half a sentence"), "{when}");
    assert_eq!(store.evidence.all().expect("listed").len(), 1, "{when}: the original is there");
    let backups = store.backups();
    assert_eq!(backups.len(), 1, "{when}");
    backups[0].check().unwrap_or_else(|error| panic!("{when}: the backup: {error}"));
    drop(store);
    for folder in [path.parent().expect("a folder"), &path.with_file_name("home.db-backups")] {
        for entry in std::fs::read_dir(folder).expect("listed") {
            let name = entry.expect("an entry").file_name();
            assert!(!name.to_string_lossy().contains("-turn"), "{when}: {name:?} is left");
        }
    }
    is_encrypted
}

/// Takes the first steps of a change, as one that is killed then has.
fn cut(path: &Path, steps: usize, old: Option<&Key>, new: Option<(Key, KeyFile)>) {
    let turn = Turn::begin(path, old, new).expect("it begins");
    STEPS.iter().take(steps).for_each(|step| step(&turn).expect("the step is taken"));
}

#[test]
fn encrypting_that_is_cut_short_after_any_step_is_all_or_nothing() {
    let (file, key, _) = KeyFile::new(&Passphrase::new("correct horse")).expect("a key");
    for steps in 0..=STEPS.len() {
        let (_folder, path) = used();
        cut(&path, steps, None, Some((key.clone(), file.clone())));
        let when = format!("encrypting, cut after step {steps}");
        assert_eq!(side(&path, &key, &when), steps >= MARKED, "{when}");
        assert_eq!(side(&path, &key, &when), steps >= MARKED, "{when}, opened again");
    }
}

#[test]
fn decrypting_that_is_cut_short_after_any_step_is_all_or_nothing() {
    let (file, key, _) = KeyFile::new(&Passphrase::new("correct horse")).expect("a key");
    for steps in 0..=STEPS.len() {
        let (_folder, path) = used();
        cut(&path, STEPS.len(), None, Some((key.clone(), file.clone())));
        cut(&path, steps, Some(&key), None);
        let when = format!("decrypting, cut after step {steps}");
        assert_eq!(side(&path, &key, &when), steps < MARKED, "{when}");
        assert_eq!(side(&path, &key, &when), steps < MARKED, "{when}, opened again");
    }
}

#[test]
fn putting_the_new_files_in_place_can_be_cut_short_after_any_of_them() {
    let (file, key, _) = KeyFile::new(&Passphrase::new("correct horse")).expect("a key");
    for is_encrypting in [true, false] {
        for moved in 0..=4 {
            let (_folder, path) = used();
            if is_encrypting {
                cut(&path, MARKED, None, Some((key.clone(), file.clone())));
            } else {
                cut(&path, STEPS.len(), None, Some((key.clone(), file.clone())));
                cut(&path, MARKED, Some(&key), None);
            }
            for new in in_their_order(&path).iter().take(moved) {
                let old = new.to_string_lossy().strip_suffix(TURNED).map(PathBuf::from);
                std::fs::rename(new, old.expect("it is named so")).expect("moved");
            }
            let when = format!("encrypting {is_encrypting}, cut after {moved} files");
            assert_eq!(side(&path, &key, &when), is_encrypting, "{when}");
        }
    }
}

#[test]
fn what_counts_already_is_no_failure_where_the_rest_of_it_has_to_wait() {
    let (file, key, _) = KeyFile::new(&Passphrase::new("correct horse")).expect("a key");
    let (_folder, path) = used();
    // A folder stands where the copy of the key is to lie, so that the last step fails.
    let in_the_way = path.with_file_name("home.db-backups").join("home.db-key");
    std::fs::create_dir(&in_the_way).expect("made");
    let turn = Turn::begin(&path, None, Some((key.clone(), file))).expect("it begins");
    turn.carry_out().expect("it is encrypted, and whoever asked has to get the recovery code");
    drop(turn);
    std::fs::remove_dir(&in_the_way).expect("removed");
    assert!(side(&path, &key, "once nothing is in the way"), "it is encrypted");
}

/// The new files in the order in which they are put in place.
fn in_their_order(path: &Path) -> Vec<PathBuf> {
    let paths = Paths::of(path).expect("paths");
    let backups = Store::backups_of(path, None).expect("listed");
    let all = [paths.records, paths.evidence];
    let all = all.into_iter().chain(backups.iter().map(|it| it.path().to_owned()));
    let all = all.chain([paths.key]).map(|file| settle::turned(&file));
    all.filter(|file| file.exists()).collect()
}
