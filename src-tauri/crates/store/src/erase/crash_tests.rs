//! An erasure that is cut short: once it is committed, what is left of it is done at the next opening.

use std::path::Path;

use holdfast_domain::{DateTime, Sha256};

use super::{ErasedWords, clean, commit_words, original};
use crate::{NewAction, Opening, Store, StoreError};

const WORDS: &str = "Quillfeather";

fn opening() -> Opening {
    let now = DateTime::from_timestamp(1_795_341_600, 0).expect("a time");
    Opening { now, device: "kitchen".to_owned(), key: None }
}

fn action(number: u128, what: &'static str, about: &str) -> NewAction {
    NewAction {
        id: uuid::Uuid::from_u128(number).into(),
        what,
        about: about.to_owned(),
        member: None,
        at: opening().now,
    }
}

/// A store with the words in both of its files.
fn used(path: &Path) -> (Store, Sha256) {
    let store = Store::open(path, &opening()).expect("made");
    let name = |number, name: &str| {
        let write: Result<(), StoreError> =
            store.write(action(number, "test", name), |w| w.set_household_name(name));
        write.expect("written");
    };
    name(1, "The Quillfeather family");
    name(2, "The family");
    store.put_draft("call", "a call with Quillfeather", opening().now).expect("kept");
    let original = store.store_original(&b"a scan"[..], 100).expect("stored");
    let pages = [(1, "Dear Mr Quillfeather, quillfeather".to_owned())];
    store.keep_text(original.sha256, &pages).expect("kept");
    (store, original.sha256)
}

/// The files of a folder that have the words, as they are or in small letters.
fn having_them(folder: &Path) -> Vec<String> {
    let mut having = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        if bytes.windows(11).any(|at| at.eq_ignore_ascii_case(b"uillfeather")) {
            having.push(path.display().to_string());
        }
    }
    having
}

fn page_of(store: &Store, sha256: Sha256) -> String {
    let sql = "SELECT p.text FROM page p, original o WHERE o.sha256 = ?1";
    let connection = store.evidence.connection();
    connection.query_row(sql, [sha256.to_string()], |row| row.get(0)).expect("a page")
}

#[test]
fn cut_short_after_any_step_it_is_brought_to_an_end_at_the_next_opening() {
    for done in 0..=4 {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, after) = (folder.path().join("first"), folder.path().join("after"));
        for made in [&first, &after] {
            std::fs::create_dir(made).expect("made");
        }
        let (store, sha256) = used(&first.join("home.db"));
        let words = ErasedWords::new(WORDS).expect("words");
        let writing = store.writing();
        let evidence = store.evidence.connection();
        let erase = action(3, "erase", "");
        let places = commit_words(&writing, &evidence, &erase, &words, "kitchen");
        assert_eq!(places, Ok(2), "the form and the page; the name is history");
        if done > 0 {
            clean::carry_on_all(&writing.connection, &evidence).expect("carried on");
        }
        if done > 1 {
            clean::written_anew(&evidence, None).expect("written anew");
        }
        if done > 2 {
            clean::written_anew(&writing.connection, None).expect("written anew");
        }
        if done > 3 {
            clean::finish(&writing.connection, &evidence, None).expect("finished");
        }
        for name in ["home.db", "home.db-wal", "home.db-evidence", "home.db-evidence-wal"] {
            std::fs::copy(first.join(name), after.join(name)).expect(name);
        }
        drop((writing, evidence));
        if done == 0 {
            assert_eq!(having_them(&after).len(), 2, "it stands in the logs of both before");
        }
        let store = Store::open(&after.join("home.db"), &opening()).expect("it opens");
        assert_eq!(store.is_erasing(), Ok(false), "after step {done}: nothing is left to do");
        assert_eq!(having_them(&after), Vec::<String>::new(), "after step {done}, open");
        assert_eq!(page_of(&store, sha256), "Dear Mr [erased], [erased]", "once, and not twice");
        assert_eq!(store.verify().expect("verified"), [], "after step {done}");
        let erased = store.reader().expect("a view").last_action().expect("read");
        assert_eq!(erased.map(|action| action.what).as_deref(), Some("erase"));
        drop(store);
        assert_eq!(having_them(&after), Vec::<String>::new(), "after step {done}, closed");
    }
}

#[test]
fn given_up_before_it_is_committed_nothing_has_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, sha256) = used(&folder.path().join("home.db"));
    let words = ErasedWords::new(WORDS).expect("words");
    let writing = store.writing();
    // An action of that number is there already, which is found last.
    let refused = commit_words(
        &writing,
        &store.evidence.connection(),
        &action(1, "erase", ""),
        &words,
        "kitchen",
    );
    assert!(matches!(refused, Err(StoreError::Constraint { .. })), "{refused:?}");
    drop(writing);
    assert_eq!(store.is_erasing(), Ok(false));
    assert_eq!(page_of(&store, sha256), "Dear Mr Quillfeather, quillfeather");
    assert_eq!(store.verify().expect("verified"), []);
}

#[test]
fn an_original_is_gone_at_the_next_opening_after_any_step_and_what_is_added_meanwhile_stays() {
    let on = "2026-11-23".parse().expect("a day");
    for (done, is_added_again) in [0, 1, 2, 3].into_iter().flat_map(|it| [(it, false), (it, true)])
    {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("home.db");
        let (store, sha256) = used(&path);
        let writing = store.writing();
        let evidence = store.evidence.connection();
        let erase = action(3, "erase_original", "");
        original::commit(&writing, &evidence, &erase, (sha256, on), "kitchen").expect("committed");
        if done > 0 {
            clean::carry_on_all(&writing.connection, &evidence).expect("carried on");
        }
        if done > 1 {
            clean::written_anew(&evidence, None).expect("written anew");
        }
        if done > 2 {
            clean::written_anew(&writing.connection, None).expect("written anew");
        }
        drop((writing, evidence));
        if is_added_again {
            store.store_original(&b"a scan"[..], 100).expect("added again");
        }
        drop(store);
        let store = Store::open(&path, &opening()).expect("it opens");
        assert_eq!(store.is_erasing(), Ok(false), "after step {done}");
        let read = store.read_original(sha256, std::io::sink());
        if is_added_again {
            assert_eq!(read, Ok(6), "after step {done}: it was added after it was erased");
        } else {
            assert_eq!(read, Err(StoreError::Erased { sha256, on }), "after step {done}");
            let bytes = std::fs::read(folder.path().join("home.db-evidence")).expect("read");
            assert!(!bytes.windows(6).any(|at| at == b"a scan"), "after step {done}");
        }
        assert_eq!(store.verify().expect("verified"), [], "after step {done}");
    }
}
