//! Erasing an original for good: its bytes and its text are gone, and what names it stays.

use std::path::Path;

use holdfast_domain::NaiveDate;
use holdfast_store::{NewAction, Opening, Passphrase, Secret, Store, StoreError, Stored};

use crate::support::*;

const BYTES: &[u8] = b"%PDF a scan of passport Z-4417-QUAIL";
const TEXT: &str = "Passport of Mr Thistlewhisker";

fn on() -> NaiveDate {
    "2026-11-23".parse().expect("a day")
}

fn erasing(number: u128) -> NewAction {
    NewAction { what: "erase_original", about: "scan.pdf".to_owned(), ..action(number) }
}

/// A household with a file that two attachments name, and another.
fn with_scan() -> (Home, Stored, Stored) {
    let home = home();
    crate::round_trip::enter(&home, 1, &crate::round_trip::rich());
    let scan = home.store.store_original(BYTES, 100).expect("stored");
    let other = home.store.store_original(&b"another file"[..], 100).expect("stored");
    for (number, stored) in [(21, scan), (22, scan), (23, other)] {
        home.write(number, |w| w.put_attachment(&attachment(number, stored)));
    }
    home.store.keep_text(scan.sha256, &[(1, TEXT.to_owned())]).expect("kept");
    (home, scan, other)
}

/// The files below a folder that have something of the scan.
fn having_it(folder: &Path) -> Vec<String> {
    let mut having = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            having.extend(having_it(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("read").to_ascii_lowercase();
        let has = |form: &&str| bytes.windows(form.len()).any(|at| at == form.as_bytes());
        if ["z-4417-quail", "thistlewhisker"].iter().any(has) {
            having.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    having
}

fn read(store: &Store, of: Stored) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    store.read_original(of.sha256, &mut bytes).map(|_| bytes)
}

#[test]
fn nothing_of_it_is_left_in_any_byte_and_what_names_it_stays() {
    let (home, scan, other) = with_scan();
    let folder = home.path.parent().expect("a folder").to_owned();
    assert!(having_it(&folder).contains(&"home.db-evidence-wal".to_owned()), "it is there before");
    assert_eq!(home.store.erase_original(&erasing(90), scan.sha256, on()), Ok(true));
    assert_eq!(having_it(&folder), Vec::<String>::new(), "while it is open");
    let erased = StoreError::Erased { sha256: scan.sha256, on: on() };
    assert_eq!(read(&home.store, scan), Err(erased.clone()));
    assert_eq!(home.store.original_beginning(scan.sha256), Err(erased.clone()));
    let again = home.store.erase_original(&erasing(91), scan.sha256, on());
    assert_eq!(again, Err(erased), "once is enough");
    assert_eq!(read(&home.store, other).expect("there"), b"another file");
    assert!(!home.store.originals().expect("listed").contains(&scan));
    assert_eq!(home.store.verify().expect("verified"), [], "its bytes are not missed");
    let late = home.store.keep_text(scan.sha256, &[(1, TEXT.to_owned())]);
    assert!(matches!(late, Err(StoreError::NoOriginal { .. })), "read before, kept too late");
    assert!(!home.store.originals_without_text().expect("listed").contains(&scan.sha256));
    let mut named = attachment(21, scan);
    named.caption = some("it was my passport");
    home.write(92, |w| w.put_attachment(&named));
    assert!(matches!(home.undo(93, 90), Err(StoreError::ForGood { .. })));
    let (_folder, path) = home.closed();
    let store = open(&path);
    assert_eq!(having_it(&folder), Vec::<String>::new(), "closed, and opened again");
    assert_eq!(store.verify().expect("verified"), []);
}

#[test]
fn the_same_bytes_that_are_added_again_are_there_again() {
    let (home, scan, _) = with_scan();
    home.store.erase_original(&erasing(90), scan.sha256, on()).expect("erased");
    assert_eq!(home.store.store_original(BYTES, 100).expect("stored"), scan);
    assert_eq!(read(&home.store, scan).expect("there"), BYTES);
    assert!(home.store.originals_without_text().expect("listed").contains(&scan.sha256));
    let marks = || {
        let connection = rusqlite::Connection::open(&home.path).expect("open");
        let sql = "SELECT count(*) FROM erased_original";
        connection.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("counted")
    };
    assert_eq!(marks(), 0, "the mark is gone from the records too");
    assert_eq!(home.store.verify().expect("verified"), []);
    assert_eq!(home.store.erase_original(&erasing(91), scan.sha256, on()), Ok(true));
    assert_eq!(marks(), 1);
}

#[test]
fn an_older_backup_that_names_it_is_restored_and_knows() {
    let (home, scan, _) = with_scan();
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    home.store.erase_original(&erasing(90), scan.sha256, on()).expect("erased");
    let backup = home.store.backups().pop().expect("a backup");
    let (_folder, path) = home.closed();
    Store::restore(&path, &backup, wall("2026-11-23T18:15:00")).expect("restored");
    let store = open(&path);
    assert!(matches!(read(&store, scan), Err(StoreError::Erased { .. })));
    assert_eq!(store.verify().expect("verified"), []);
    let named = store.reader().expect("a view").originals_to_be_there().expect("read");
    assert!(!named.contains(&scan.sha256), "the records say so again: {named:?}");
}

#[test]
fn the_copies_in_a_second_place_go_with_the_next_backup() {
    let (home, scan, other) = with_scan();
    let elsewhere = tempfile::tempdir().expect("a folder");
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    home.store.copy_backup_to(elsewhere.path()).expect("copied");
    assert_eq!(having_it(elsewhere.path()), ["home.db-evidence"]);
    home.store.erase_original(&erasing(90), scan.sha256, on()).expect("erased");
    home.store.back_up(wall("2026-11-23T18:15:00")).expect("backed up");
    home.store.copy_backup_to(elsewhere.path()).expect("copied");
    assert_eq!(having_it(elsewhere.path()), Vec::<String>::new());
    let there = Store::open(&elsewhere.path().join("home.db"), &opening()).expect("opens");
    assert_eq!(read(&there, other).expect("the other is there"), b"another file");
    assert!(matches!(read(&there, scan), Err(StoreError::Erased { .. })));
    drop(there);
    home.store.store_original(BYTES, 100).expect("added again");
    let (_, copied) = home.store.copy_backup_to(elsewhere.path()).expect("copied");
    assert_eq!(copied, 1, "what is added again is copied again");
}

#[test]
fn an_encrypted_record_gives_it_up_as_well() {
    let (home, scan, _) = with_scan();
    let (folder, path) = home.closed();
    let passphrase = || Passphrase::new("correct horse battery");
    let (key, _) = Store::encrypt(&path, &passphrase()).expect("encrypted");
    let store = Store::open(&path, &Opening { key: Some(key), ..opening() }).expect("opens");
    assert_eq!(read(&store, scan).expect("there"), BYTES);
    assert_eq!(store.erase_original(&erasing(90), scan.sha256, on()), Ok(true));
    assert_eq!(store.verify().expect("verified"), []);
    drop(store);
    // Only what is decrypted again shows what was left behind the encryption.
    Store::decrypt(&path, &Secret::Passphrase(passphrase())).expect("decrypted");
    assert_eq!(having_it(folder.path()), Vec::<String>::new());
}
