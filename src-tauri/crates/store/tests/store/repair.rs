//! A damaged file of originals: what can be read of it is there again, and it is kept.

use std::path::{Path, PathBuf};

use holdfast_store::{
    Finding, Key, OpenError, Opening, Passphrase, Reader, Repaired, Secret, Store, StoreError,
    Stored,
};
use tempfile::TempDir;

use crate::support::*;

const SMALL: &[u8] = b"a receipt for the lamp";

/// More than one piece, of bytes that are found nowhere else.
fn large() -> Vec<u8> {
    (0..150_000_u32).flat_map(|place| place.wrapping_mul(2_654_435_761).to_le_bytes()).collect()
}

/// A record with two files that are named, closed.
fn with_two() -> (TempDir, PathBuf, [Stored; 2]) {
    let home = home().with_people();
    let small = home.store.store_original(SMALL, u64::MAX).expect("stored");
    let large = home.store.store_original(large().as_slice(), u64::MAX).expect("stored");
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_attachment(&attachment(1, small))?;
        w.put_attachment(&attachment(2, large))
    });
    let (folder, path) = home.closed();
    (folder, path, [small, large])
}

fn evidence_of(path: &Path) -> PathBuf {
    path.with_file_name("home.db-evidence")
}

/// Breaks the file, and gives the bytes that it has then.
fn broken(path: &Path, how: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = std::fs::read(path).expect("read");
    how(&mut bytes);
    std::fs::write(path, &bytes).expect("written");
    bytes
}

/// Puts noise over all pages that the large original fills and that hold nothing else.
fn within_the_large_one(bytes: &mut [u8]) {
    let part = &large()[300_000..310_000];
    let at = bytes.windows(64).position(|it| it == &part[..64]).expect("kept as it was");
    bytes[at..at + 9_000].fill(0xA5);
}

fn nowhere(_: &Reader) -> Vec<PathBuf> {
    Vec::new()
}

fn repaired(path: &Path, key: Option<&Key>) -> Repaired {
    repaired_from(path, key, vec![])
}

fn repaired_from(path: &Path, key: Option<&Key>, copies: Vec<PathBuf>) -> Repaired {
    let done = Store::repair_originals(path, key, wall("2026-11-23T18:15:00"), |_| copies);
    done.expect("repaired").expect("there was something to do")
}

/// Where the damaged file is kept.
fn kept(done: &Repaired) -> &Path {
    done.kept.as_deref().expect("it is kept")
}

/// A copy of the store in a folder of its own.
fn copied(path: &Path) -> (TempDir, PathBuf) {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let store = open(path);
    store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    store.copy_backup_to(elsewhere.path()).expect("copied");
    let copy = Store::originals_in(elsewhere.path(), path);
    (elsewhere, copy)
}

fn read(store: &Store, of: Stored) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    store.read_original(of.sha256, &mut bytes)?;
    Ok(bytes)
}

#[test]
fn what_can_be_read_is_there_again_and_what_cannot_can_be_added_again() {
    let (_folder, path, [small, big]) = with_two();
    let damaged = broken(&evidence_of(&path), |bytes| within_the_large_one(bytes));
    let refused = Store::open(&path, &opening()).map(|_| ());
    assert!(matches!(refused, Err(OpenError::OriginalsDamaged { .. })), "{refused:?}");

    let done = repaired(&path, None);
    assert_eq!((done.saved, done.missing), (1, 1));
    assert_eq!(std::fs::read(kept(&done)).expect("kept"), damaged, "byte for byte");
    let store = open(&path);
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert!(matches!(read(&store, big), Err(StoreError::NoOriginal { .. })));
    store.store_original(large().as_slice(), u64::MAX).expect("added again");
    assert_eq!(read(&store, big).expect("there"), large());
    assert_eq!(store.verify().expect("verified"), []);
}

#[test]
fn of_whatever_is_wrong_with_it_the_record_opens_without_it() {
    type Break = fn(&mut Vec<u8>);
    let ways: [(&str, Break); 4] = [
        ("emptied", Vec::clear),
        ("cut within the header", |bytes| bytes.truncate(60)),
        ("cut in the middle", |bytes| bytes.truncate(bytes.len() / 2)),
        ("zeroes at the beginning", |bytes| bytes[..4_096].fill(0)),
    ];
    for (how, break_it) in ways {
        let (_folder, path, _) = with_two();
        let damaged = broken(&evidence_of(&path), break_it);
        let done = repaired(&path, None);
        assert_eq!(done.saved + done.missing, 2, "{how}: each is told of");
        assert_eq!(std::fs::read(kept(&done)).expect("kept"), damaged, "{how}");
        let store = open(&path);
        let missing = store.verify().expect("verified").len() as u64;
        assert_eq!(missing, done.missing, "{how}: nothing else is wrong");
    }
}

#[test]
fn a_copy_elsewhere_has_the_rest_but_for_what_was_erased_since() {
    let (_folder, path, [small, big]) = with_two();
    let (_elsewhere, copy) = copied(&path);
    let erased = open(&path).erase_original(&action(90), small.sha256, day("2026-11-23"));
    assert_eq!(erased, Ok(true));
    broken(&evidence_of(&path), |bytes| bytes.truncate(5_000));
    let done = repaired_from(&path, None, vec![copy]);
    assert_eq!((done.saved, done.missing), (1, 0), "what was erased is not missed");
    let store = open(&path);
    assert_eq!(read(&store, big).expect("there"), large());
    assert!(matches!(read(&store, small), Err(StoreError::Erased { .. })), "nor brought back");
    assert_eq!(store.verify().expect("verified"), []);
}

/// With the logs taken away and the new file not yet in its place, all that is left may lie in what was
/// kept.
#[test]
fn a_repair_that_was_cut_short_is_brought_to_an_end() {
    let (_folder, path, [small, big]) = with_two();
    let before =
        path.with_file_name("home.db-backups").join("damaged-originals-2026-11-23T181500.db");
    std::fs::create_dir_all(before.parent().expect("a folder")).expect("made");
    std::fs::copy(evidence_of(&path), &before).expect("copied");
    broken(&evidence_of(&path), |bytes| bytes.truncate(5_000));
    std::fs::write(path.with_file_name("home.db-evidence-new"), "half of it").expect("written");
    let done = repaired(&path, None);
    assert_eq!((done.saved, done.missing), (2, 0));
    assert_ne!(kept(&done), before, "what was kept before stays");
    let store = open(&path);
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert_eq!(read(&store, big).expect("there"), large());
}

#[test]
fn what_is_sound_and_what_is_of_somebody_else_stays_as_it_is() {
    let (folder, path, _) = with_two();
    let wall = wall("2026-11-23T18:15:00");
    let before = std::fs::read(evidence_of(&path)).expect("read");
    assert_eq!(Store::repair_originals(&path, None, wall, nowhere), Ok(None));
    assert_eq!(std::fs::read(evidence_of(&path)).expect("read"), before);

    let records = broken(&path, |bytes| bytes.truncate(5_000));
    broken(&evidence_of(&path), |bytes| bytes.truncate(5_000));
    let refused = Store::repair_originals(&path, None, wall, nowhere);
    assert!(matches!(refused, Err(OpenError::Damaged { .. })), "the records first: {refused:?}");
    assert_eq!(std::fs::read(&path).expect("read"), records);
    assert!(!names(folder.path()).contains(&"home.db-backups".to_owned()), "nothing was kept");
}

#[test]
fn an_encrypted_record_goes_on_as_well_and_keeps_no_word_of_it_in_plain() {
    let (folder, path, [small, big]) = with_two();
    broken(&evidence_of(&path), |bytes| within_the_large_one(bytes));
    let plain = repaired(&path, None);
    let before = std::fs::read(kept(&plain)).expect("kept");
    let passphrase = || Passphrase::new("correct horse battery");
    let (key, _) = Store::encrypt(&path, &passphrase()).expect("encrypted");
    let open = || Store::open(&path, &Opening { key: Some(key.clone()), ..opening() });
    for file in files_below(folder.path()) {
        let bytes = std::fs::read(&file).expect("read");
        let found = bytes.windows(SMALL.len()).any(|it| it == SMALL);
        assert!(!found, "{} has it in plain", file.display());
    }
    drop(open().expect("it opens").store_original(large().as_slice(), u64::MAX));
    broken(&evidence_of(&path), |bytes| {
        // Most of the file is the large original.
        let middle = bytes.len() / 2;
        bytes[middle..middle + 9_000].fill(0x5a);
    });
    let done = repaired(&path, Some(&key));
    assert_eq!((done.saved, done.missing), (1, 1));
    let store = open().expect("it opens");
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert!(matches!(read(&store, big), Err(StoreError::NoOriginal { .. })));
    drop(store);
    Store::decrypt(&path, &Secret::Passphrase(passphrase())).expect("decrypted");
    assert_eq!(std::fs::read(kept(&plain)).expect("kept"), before, "as it was kept");
}

#[test]
fn what_is_erased_for_good_is_not_kept_in_a_damaged_file() {
    for is_renewed in [false, true] {
        let (_folder, path, [small, _]) = with_two();
        broken(&evidence_of(&path), |bytes| within_the_large_one(bytes));
        let kept = kept(&repaired(&path, None)).to_owned();
        let store = open(&path);
        assert_eq!(store.kept_damaged(), 1);
        if is_renewed {
            let removed = store.renew_backups(wall("2026-11-24T18:15:00")).expect("renewed");
            assert_eq!(removed, 1, "it counts among them");
        } else {
            let erased = store.erase_original(&action(90), small.sha256, day("2026-11-24"));
            assert_eq!(erased, Ok(true));
        }
        assert!(!kept.exists() && store.kept_damaged() == 0, "{is_renewed}");
    }
}

#[test]
fn one_that_is_not_what_it_was_is_when_it_is_added_again() {
    let (_folder, path, [small, big]) = with_two();
    // A letter of it, which no look at the pages finds.
    broken(&evidence_of(&path), |bytes| {
        let at = bytes.windows(SMALL.len()).position(|it| it == SMALL).expect("kept as it was");
        bytes[at] ^= 1;
    });
    let store = open(&path);
    assert!(matches!(read(&store, small), Err(StoreError::Damaged { .. })));
    assert_eq!(store.store_original(SMALL, u64::MAX).expect("added again"), small);
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert_eq!(read(&store, big).expect("there"), large());
    assert_eq!(store.verify().expect("verified"), []);
}

/// A new file in its place would say that nothing is missing.
#[test]
fn one_that_is_gone_is_not_begun_anew_unasked() {
    for is_encrypted in [false, true] {
        let (folder, path, [small, _]) = with_two();
        let key = is_encrypted.then(|| {
            let passphrase = Passphrase::new("correct horse battery");
            Store::encrypt(&path, &passphrase).expect("encrypted").0
        });
        let opening = Opening { key: key.clone(), ..opening() };
        std::fs::remove_file(evidence_of(&path)).expect("removed");
        let before = names(folder.path());
        let refused = Store::open(&path, &opening).map(|_| ());
        assert!(matches!(refused, Err(OpenError::OriginalsGone { .. })), "{refused:?}");
        if !is_encrypted {
            let refused = Store::encrypt(&path, &Passphrase::new("correct horse battery"));
            assert!(matches!(refused, Err(OpenError::OriginalsGone { .. })));
        }
        assert_eq!(names(folder.path()), before, "nothing new lies there");

        let done = repaired(&path, key.as_ref());
        assert_eq!(done, Repaired { kept: None, saved: 0, missing: 2 }, "there is nothing to keep");
        let store = Store::open(&path, &opening).expect("it opens");
        store.store_original(SMALL, u64::MAX).expect("added again");
        assert_eq!(read(&store, small).expect("there"), SMALL);
    }
}

#[test]
fn one_that_is_gone_is_had_again_from_a_copy() {
    let (_folder, path, [small, big]) = with_two();
    let (_elsewhere, copy) = copied(&path);
    std::fs::remove_file(evidence_of(&path)).expect("removed");
    let done = repaired_from(&path, None, vec![copy]);
    assert_eq!(done, Repaired { kept: None, saved: 2, missing: 0 });
    let store = open(&path);
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert_eq!(read(&store, big).expect("there"), large());
}

/// Nobody asks after a file that holds nothing, and nothing that was erased is missed.
#[test]
fn one_that_nothing_is_named_of_is_begun_anew() {
    let (_folder, path, [small, big]) = with_two();
    let store = open(&path);
    for (n, one) in [(90, small), (91, big)] {
        store.erase_original(&action(n), one.sha256, day("2026-11-23")).expect("erased");
    }
    drop(store);
    std::fs::remove_file(evidence_of(&path)).expect("removed");
    let store = open(&path);
    assert!(matches!(read(&store, small), Err(StoreError::Erased { .. })), "its mark is there");
}

#[test]
fn single_originals_are_put_right_from_a_copy_and_stay_where_there_is_none() {
    let (_folder, path, [small, big]) = with_two();
    let (_elsewhere, copy) = copied(&path);
    let wrong = |bytes: &mut Vec<u8>| {
        let at = bytes.windows(SMALL.len()).position(|it| it == SMALL).expect("kept as it was");
        bytes[at] ^= 1;
    };
    let before = broken(&evidence_of(&path), wrong);
    let done = repaired(&path, None);
    assert_eq!(done, Repaired { kept: None, saved: 0, missing: 1 });
    assert_eq!(std::fs::read(evidence_of(&path)).expect("read"), before, "better than nothing");
    let done = repaired_from(&path, None, vec![copy]);
    assert_eq!(done, Repaired { kept: None, saved: 1, missing: 0 });
    let store = open(&path);
    assert_eq!(read(&store, small).expect("there"), SMALL);
    assert_eq!(read(&store, big).expect("there"), large());
    assert_eq!(store.verify().expect("verified"), []);
}

#[test]
fn a_copy_from_before_it_was_encrypted_does_as_well() {
    let (_folder, path, [small, _]) = with_two();
    let (_elsewhere, copy) = copied(&path);
    let passphrase = Passphrase::new("correct horse battery");
    let (key, _) = Store::encrypt(&path, &passphrase).expect("encrypted");
    std::fs::remove_file(evidence_of(&path)).expect("removed");
    assert_eq!(repaired_from(&path, Some(&key), vec![copy]).missing, 0);
    let store = Store::open(&path, &Opening { key: Some(key), ..opening() }).expect("it opens");
    assert_eq!(read(&store, small).expect("there"), SMALL);
    let bytes = std::fs::read(evidence_of(&path)).expect("read");
    assert!(!bytes.windows(SMALL.len()).any(|it| it == SMALL), "and lies there encrypted");
}

/// A page of it is only read when something on it is asked for; the record opens until then.
#[test]
fn what_cannot_be_read_of_an_encrypted_file_is_named_by_a_check() {
    let (_folder, path, [small, big]) = with_two();
    let passphrase = Passphrase::new("correct horse battery");
    let (key, _) = Store::encrypt(&path, &passphrase).expect("encrypted");
    broken(&evidence_of(&path), |bytes| {
        // Most of the file is the large original.
        let middle = bytes.len() / 2;
        bytes[middle..middle + 9_000].fill(0x5a);
    });
    let store = Store::open(&path, &Opening { key: Some(key), ..opening() }).expect("it opens");
    let changed = Finding::OriginalChanged { sha256: big.sha256 };
    let found = store.verify_evidence().expect("verified");
    assert!(found.contains(&changed), "{found:?}");
    assert!(found.iter().any(|it| matches!(it, Finding::Evidence { .. })), "{found:?}");
    assert!(store.verify().expect("verified").contains(&changed));
    assert_eq!(read(&store, small).expect("the others are read"), SMALL);
}
