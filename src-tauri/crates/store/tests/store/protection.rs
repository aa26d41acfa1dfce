//! A store that only a passphrase opens.

use std::path::{Path, PathBuf};

use holdfast_store::{BackupKind, Key, OpenError, Opening, Passphrase, Secret, Store};

use tempfile::TempDir;

use crate::round_trip::{enter, rich};
use crate::support::{home, names, now, opening, wall};

const WORDS: &str = "correct horse battery";

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
