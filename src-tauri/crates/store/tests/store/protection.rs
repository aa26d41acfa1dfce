//! A store that only a passphrase opens.

use std::path::{Path, PathBuf};

use holdfast_store::{BackupKind, Key, OpenError, Opening, Passphrase, Secret, Store, StoreError};

use tempfile::TempDir;

use crate::round_trip::{enter, rich};
use crate::support::{action, home, member, names, now, opening, wall};

const WORDS: &str = "correct horse battery";

/// How many bytes a page of a store has.
const PAGE: usize = 4096;

fn passphrase(words: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(words))
}

fn open(path: &Path, key: Option<&Key>) -> Result<Store, OpenError> {
    Store::open(path, &Opening { key: key.cloned(), ..opening() })
}

/// A household's store with an original, a backup and a form that is being typed; closed.
fn used() -> (TempDir, PathBuf) {
    let home = home();
    enter(&home, 1, &rich());
    home.store.put_draft("call", "half a call", now()).expect("kept");
    home.store.store_original(&b"a receipt for the lamp"[..], 1_000).expect("kept");
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    home.closed()
}

/// All that a store holds, in a form that can be compared.
fn held(store: &Store) -> String {
    assert_eq!(store.verify().expect("verify"), [], "nothing in it contradicts itself");
    let reader = store.reader().expect("a view");
    let household = reader.whole_household().expect("read");
    let drafts = reader.drafts().expect("read");
    format!("{household:?} {drafts:?}")
}

/// Puts noise over all pages of a file but the first, and gives what stood there.
fn failing(path: &Path) -> Vec<u8> {
    let sound = std::fs::read(path).expect("read");
    let mut noise = sound.clone();
    noise[PAGE..].fill(0x5a);
    write_over(path, &noise);
    sound
}

/// Writes into the file that others have open.
fn write_over(path: &Path, bytes: &[u8]) {
    let mut file = std::fs::OpenOptions::new().write(true).open(path).expect("open");
    std::io::Write::write_all(&mut file, bytes).expect("written");
}

#[test]
fn an_encrypted_store_is_used_on_when_a_disk_that_failed_is_back() {
    let (_folder, path) = used();
    let (key, _code) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    let evidence = path.with_file_name("home.db-evidence");
    let store = open(&path, Some(&key)).expect("it opens");
    let stored = store.store_original(&b"a bill"[..], 1_000).expect("kept").sha256;
    drop(store);
    // Opened anew, all lies in the files, and next to nothing in memory.
    let store = open(&path, Some(&key)).expect("it opens");
    let read = || Ok::<_, StoreError>(store.reader()?.whole_household()?.members.len());
    let write = |number| store.write(action(number), |writer| writer.put_member(&member(number)));
    let original = || store.read_original(stored, Vec::new());

    let (records, originals) = (failing(&path), failing(&evidence));
    assert!(read().is_err() && write(91).is_err() && original().is_err(), "nothing can be done");
    assert!(read().is_err() && write(91).is_err() && original().is_err(), "while it lasts");
    write_over(&path, &records);
    write_over(&evidence, &originals);
    let members = read().expect("all goes on as before");
    write(92).expect("written");
    assert_eq!(read().expect("read"), members + 1);
    original().expect("taken out");
    assert_eq!(store.verify().expect("verified"), []);
}

#[test]
fn a_store_is_encrypted_and_decrypted_with_all_that_it_holds() {
    let (folder, path) = used();
    let before = held(&open(&path, None).expect("it opens"));
    let (key, code) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    assert!(Store::is_encrypted(&path).expect("looked"));
    let locked = open(&path, None).map(|_| ());
    assert!(matches!(locked, Err(OpenError::Locked { .. })), "{locked:?}");
    let store = open(&path, Some(&key)).expect("it opens with its key");
    assert_eq!(held(&store), before);
    let backup = store.backups().pop().expect("it is there");
    assert_eq!(backup.kind, BackupKind::Dated);
    backup.check().expect("the backup is sound, with the same key");
    store.back_up(wall("2026-11-22T18:16:00")).expect("and another can be made");
    drop(store);
    let listed = Store::backups_of(&path, None).expect("listed");
    let held_by = listed[0].holding();
    assert!(matches!(held_by, Err(OpenError::Locked { .. })), "{held_by:?}");

    for secret in [passphrase(WORDS), Secret::Code(code)] {
        assert_eq!(Store::unlock(&path, &secret).expect("unlocked"), key);
    }
    Store::decrypt(&path, &passphrase(WORDS)).expect("decrypted");
    let store = open(&path, None).expect("it opens as before");
    assert_eq!(held(&store), before);
    for backup in store.backups() {
        backup.check().expect("so are the backups");
    }
    drop(store);
    let names = names(folder.path());
    assert_eq!(names, ["home.db", "home.db-backups", "home.db-evidence", "home.db-lock"]);
}

/// Words that stand in what [`used`] and [`use_it_more`] leave, in every sort of place.
const SECRETS: [&str; 4] = ["half a call", "a receipt for the lamp", "SQLite format 3", "Marlow"];

/// Every file of a folder, with what is in it.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push((path.clone(), std::fs::read(&path).expect("read")));
        }
    }
    all
}

/// Where words stand in files, as they are or in two bytes a letter.
fn found(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files(folder) {
        for word in SECRETS {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for wanted in [word.as_bytes(), &wide] {
                if bytes.windows(wanted.len()).any(|at| at == wanted) {
                    found.push(format!("“{word}” in {}", path.display()));
                }
            }
        }
    }
    found
}

#[test]
fn nothing_of_an_encrypted_store_can_be_read_in_its_files() {
    let (folder, path) = used();
    let plain = found(folder.path());
    for word in &SECRETS[..3] {
        assert!(plain.iter().any(|it| it.contains(word)), "before, {word} can be found: {plain:?}");
    }
    let (key, _) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    assert_eq!(found(folder.path()), Vec::<String>::new(), "once encrypted");
    let store = open(&path, Some(&key)).expect("opens");
    store.put_draft("letter", "half a call, and Marlow", now()).expect("kept");
    store.store_original(&b"SQLite format 3, a receipt for the lamp"[..], 1_000).expect("kept");
    store.back_up(wall("2026-11-23T18:15:00")).expect("backed up");
    // The store is still open: what is in its logs is looked at too.
    assert!(
        files(folder.path())
            .iter()
            .any(|(path, bytes)| { path.to_string_lossy().ends_with("-wal") && !bytes.is_empty() })
    );
    assert_eq!(found(folder.path()), Vec::<String>::new(), "while it is used");
    drop(store);
    assert_eq!(found(folder.path()), Vec::<String>::new(), "once closed");
}

#[test]
fn only_the_present_passphrase_and_code_unlock() {
    let (_folder, path) = used();
    let short = Store::encrypt(&path, &Passphrase::new("short")).map(|_| ());
    assert!(matches!(short, Err(OpenError::PassphraseTooShort { .. })), "{short:?}");
    let (key, code) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    let wrong = Store::unlock(&path, &passphrase("correct horse batterz")).map(|_| ());
    assert!(matches!(wrong, Err(OpenError::WrongPassphrase)), "{wrong:?}");
    let store = open(&path, Some(&key)).expect("opens");
    let new = Passphrase::new("another one altogether");
    let refused = store.change_passphrase(&passphrase("not this one"), &new);
    assert!(matches!(refused, Err(OpenError::WrongPassphrase)), "{refused:?}");
    store.change_passphrase(&passphrase(WORDS), &new).expect("changed");
    let code = Secret::Code(code);
    let newer = store.new_recovery_code(&code).expect("a new code");
    drop(store);
    let old = [passphrase(WORDS), code];
    assert!(old.iter().all(|secret| Store::unlock(&path, secret).is_err()), "the old ones do not");
    for secret in [passphrase("another one altogether"), Secret::Code(newer)] {
        assert_eq!(Store::unlock(&path, &secret).expect("unlocked"), key, "the records stay");
    }
    let other = Store::encrypt(&used().1, &Passphrase::new(WORDS)).map(|(key, _)| key);
    assert_ne!(other.ok(), Some(key), "no two stores have the same key");
}

#[test]
fn a_key_file_that_is_gone_or_damaged_comes_back_from_its_copy() {
    let (_folder, path) = used();
    let (key, _) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    let file = path.with_file_name("home.db-key");
    let whole = std::fs::read(&file).expect("read");
    std::fs::remove_file(&file).expect("removed");
    assert_eq!(Store::unlock(&path, &passphrase(WORDS)).expect("unlocked by the copy"), key);
    drop(open(&path, Some(&key)).expect("opens"));
    assert_eq!(std::fs::read(&file).expect("it is back"), whole);
    let mut harmed = whole.clone();
    harmed[whole.len() / 2] ^= 1;
    std::fs::write(&file, &harmed).expect("harmed");
    assert_eq!(Store::unlock(&path, &passphrase(WORDS)).expect("unlocked by the copy"), key);
    drop(open(&path, Some(&key)).expect("opens"));
    assert_eq!(std::fs::read(&file).expect("it is whole again"), whole);
}

/// A plain file is read through at every start. Of an encrypted one each page is sealed: one that is
/// missing is found at the start, and one that is damaged when it is read.
#[test]
fn damage_to_an_encrypted_file_is_never_taken_for_a_record() {
    let (_folder, path) = used();
    let (key, _) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    let whole = std::fs::read(&path).expect("read");
    std::fs::write(&path, &whole[..whole.len() - PAGE]).expect("cut short");
    let refused = open(&path, Some(&key)).map(drop);
    assert!(matches!(refused, Err(OpenError::Damaged { .. })), "{refused:?}");

    for page in (1..whole.len() / PAGE).step_by(9) {
        let mut bytes = whole.clone();
        bytes[page * PAGE + 2_000] ^= 1;
        std::fs::write(&path, &bytes).expect("one bit");
        let read = open(&path, Some(&key))
            .map_err(|error| error.to_string())
            .and_then(|store| store.verify().map_err(|error| error.to_string()));
        let is_found = !matches!(&read, Ok(complaints) if complaints.is_empty());
        assert!(is_found, "a bit of page {page} is another, and nothing says so");
    }
}

#[test]
fn an_encrypted_record_that_is_damaged_where_forms_lie_is_restored_all_the_same() {
    let (_folder, path) = used();
    let store = open(&path, None).expect("opens");
    // The middle of the file is a part of this.
    store.put_draft("long", &"half a letter ".repeat(50_000), now()).expect("kept");
    drop(store);
    let (key, _) = Store::encrypt(&path, &Passphrase::new(WORDS)).expect("encrypted");
    let mut bytes = std::fs::read(&path).expect("read");
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    std::fs::write(&path, &bytes).expect("one bit");
    let store = open(&path, Some(&key)).expect("a start does not read every page");
    assert!(store.reader().expect("a view").draft("long").is_err(), "the bit lies in the form");
    drop(store);
    let damaged = std::fs::read(&path).expect("read");

    let backup = Store::backups_of(&path, Some(&key)).expect("listed").remove(0);
    let kept = Store::restore(&path, &backup, wall("2026-11-23T18:15:00")).expect("restored");
    let kept = std::fs::read(kept.expect("what it replaced is kept").path()).expect("read");
    assert!(kept == damaged, "byte for byte, for whoever can read it");
    let store = open(&path, Some(&key)).expect("opens");
    assert_eq!(store.verify().expect("verified"), []);
}
