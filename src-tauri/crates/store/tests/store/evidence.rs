//! Originals: byte for byte, once each, and never named before they are safe.

use std::io::Read;

use holdfast_domain::Sha256;
use holdfast_store::{Finding, StoreError, Stored};
use rusqlite::Connection;

use crate::support::*;

const CHUNK: usize = 256 << 10;

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|place| (place * 31 % 251) as u8).collect()
}

#[test]
fn originals_of_every_size_come_back_byte_for_byte_under_their_hash() {
    let home = home();
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7] {
        let original = bytes(length);
        let stored = home.store.store_original(original.as_slice(), u64::MAX).expect("stored");
        assert_eq!(stored.size, length as u64);
        let mut back = Vec::new();
        home.store.read_original(stored.sha256, &mut back).expect("read");
        assert!(back == original, "{length} bytes came back otherwise");
    }
    let stored = home.store.store_original(&b"abc"[..], 3).expect("stored");
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(stored.sha256.to_string(), known, "the hash of FIPS 180-2's first example");
}

#[test]
fn the_same_bytes_are_kept_once() {
    let home = home();
    let original = bytes(2 * CHUNK);
    let first = home.store.store_original(original.as_slice(), u64::MAX).expect("stored");
    let second = home.store.store_original(original.as_slice(), u64::MAX).expect("stored");
    assert_eq!(first, second);
    let connection = Connection::open(home.path.with_file_name("home.db-evidence")).expect("open");
    let chunks: i64 =
        connection.query_row("SELECT count(*) FROM chunk", [], |row| row.get(0)).expect("count");
    assert_eq!(chunks, 2, "two pieces, not four");
}

#[test]
fn an_original_that_is_too_large_or_cannot_be_read_leaves_nothing() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the card was pulled out"))
        }
    }
    let home = home();
    let refused = home.store.store_original(bytes(101).as_slice(), 100);
    assert_eq!(refused, Err(StoreError::TooLarge { limit: 100 }));
    let broken = bytes(CHUNK);
    let refused = home.store.store_original(broken.as_slice().chain(Broken), u64::MAX);
    assert!(matches!(refused, Err(StoreError::Io { .. })), "{refused:?}");
    home.store.store_original(bytes(100).as_slice(), 100).expect("exactly the limit is allowed");
    let connection = Connection::open(home.path.with_file_name("home.db-evidence")).expect("open");
    let chunks: i64 =
        connection.query_row("SELECT count(*) FROM chunk", [], |row| row.get(0)).expect("count");
    assert_eq!(chunks, 1, "only the accepted one is there");
}

#[test]
fn an_attachment_without_its_original_is_refused() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let nowhere = Stored { sha256: Sha256([7; 32]), size: 3 };
    let refused = home.try_write(3, |w| w.put_attachment(&attachment(1, nowhere)));
    assert_eq!(refused, Err(StoreError::NoOriginal { sha256: nowhere.sha256 }));
    let stored = home.store.store_original(&b"abc"[..], 3).expect("stored");
    let longer = Stored { size: 4, ..stored };
    let refused = home.try_write(4, |w| w.put_attachment(&attachment(1, longer)));
    assert!(refused.is_err(), "what it says of the original has to be so");
    let read = home.store.read_original(nowhere.sha256, Vec::new());
    assert_eq!(read, Err(StoreError::NoOriginal { sha256: nowhere.sha256 }));
}

#[test]
fn verify_finds_a_changed_and_a_missing_original() {
    let home = home().with_people();
    let stored = home.store.store_original(bytes(CHUNK + 5).as_slice(), u64::MAX).expect("stored");
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_attachment(&attachment(1, stored))
    });
    assert_eq!(home.store.verify().expect("verify"), []);
    let evidence = home.path.with_file_name("home.db-evidence");
    let connection = Connection::open(&evidence).expect("open");
    connection
        .execute_batch(
            "DROP TRIGGER chunk_is_kept;
             UPDATE chunk SET bytes = CAST(x'FF' || substr(bytes, 2) AS BLOB) WHERE place = 0;",
        )
        .expect("one bit rots");
    let changed = Finding::OriginalChanged { sha256: stored.sha256 };
    assert_eq!(home.store.verify().expect("verify"), [changed]);
    let read = home.store.read_original(stored.sha256, Vec::new());
    assert!(matches!(read, Err(StoreError::Damaged { .. })), "nor is it given out as sound");
    let missing = Finding::OriginalMissing { attachment: id(0x70, 1), sha256: stored.sha256 };
    connection
        .execute_batch(
            "DROP TRIGGER chunk_stays; DROP TRIGGER original_stays;
             DELETE FROM chunk; DELETE FROM original;",
        )
        .expect("all is gone");
    assert_eq!(home.store.verify().expect("verify"), [missing]);
}

#[test]
fn originals_that_nothing_names_are_told_and_stay() {
    let home = home().with_people();
    let keep = |text: &str| home.store.store_original(text.as_bytes(), u64::MAX).expect("stored");
    let (named, interrupted) = (keep("a receipt"), keep("whose adding was interrupted"));
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        w.put_attachment(&attachment(1, named))
    });
    let unnamed = || home.store.unnamed_originals().expect("read");
    assert_eq!(unnamed(), [interrupted], "only what nothing ever named");
    home.undo(3, 2).expect("undone");
    assert_eq!(unnamed(), [interrupted], "what was taken back can be put in force again");
    assert_eq!(home.store.verify().expect("verify"), [], "and neither is a fault");
    let read = home.store.read_original(interrupted.sha256, Vec::new());
    assert!(read.is_ok(), "telling removes nothing: {read:?}");
}
