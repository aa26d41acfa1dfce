//! On a computer with several accounts, a record is the one's who keeps it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use holdfast_store::{Passphrase, Secret, Store};

use crate::round_trip::{enter, rich};
use crate::support::{files_below, home, now, open, wall};

/// The files in a folder and in those within that another account may read or write. The lock is
/// left out: nothing ever stands in it.
fn readable_by_others(folder: &Path) -> Vec<PathBuf> {
    let is_open = |path: &PathBuf| {
        let mode = path.metadata().expect("it is there").permissions().mode();
        mode & 0o077 != 0 && !path.to_string_lossy().ends_with("-lock")
    };
    files_below(folder).into_iter().filter(is_open).collect()
}

#[test]
fn no_file_of_a_record_is_for_the_other_accounts_of_the_computer() {
    let home = home();
    let folder = home.path.parent().expect("a folder").to_owned();
    let none: [PathBuf; 0] = [];
    enter(&home, 1, &rich());
    home.store.store_original(&b"a receipt for the lamp"[..], 1_000).expect("kept");
    home.store.put_draft("call", "half a call", now()).expect("kept");
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    assert!(home.path.with_file_name("home.db-wal").exists(), "the log is looked at too");
    assert_eq!(readable_by_others(&folder), none, "with its log, its originals and a backup");

    let elsewhere = tempfile::tempdir().expect("a folder");
    home.store.copy_backup_to(elsewhere.path()).expect("copied");
    assert_eq!(readable_by_others(elsewhere.path()), none, "in the second folder");

    let (_folder, path) = home.closed();
    // Earlier versions made them for everybody.
    for file in files_below(&folder) {
        let rights = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(&file, rights).expect("set");
    }
    let passphrase = Passphrase::new("correct horse battery");
    Store::encrypt(&path, &passphrase).expect("encrypted");
    assert_eq!(readable_by_others(&folder), none, "encrypted");
    Store::decrypt(&path, &Secret::Passphrase(passphrase)).expect("decrypted");
    assert_eq!(readable_by_others(&folder), none, "and decrypted again");

    let backup = Store::backups_of(&path, None).expect("listed").remove(0);
    Store::restore(&path, &backup, wall("2026-11-23T18:15:00")).expect("restored");
    drop(open(&path));
    assert_eq!(readable_by_others(&folder), none, "restored");

    let evidence = path.with_file_name("home.db-evidence");
    std::fs::write(&evidence, "no file of originals").expect("harmed");
    std::fs::set_permissions(&evidence, std::fs::Permissions::from_mode(0o644)).expect("set");
    let wall = wall("2026-11-23T18:15:00");
    Store::repair_originals(&path, None, wall, |_| Vec::new()).expect("repaired");
    assert_eq!(readable_by_others(&folder), none, "repaired, with what was damaged");
}
