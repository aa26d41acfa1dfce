//! The desk while the record on it is locked and unlocked.

use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use holdfast_app::App;
use holdfast_app::wire::{AppError, BackupState, ErrorCode};
use tempfile::TempDir;

use crate::arguments::Launch;
use crate::desk::Desk;

const PASSPHRASE: &str = "five slow barges upstream";

/// A desk in a folder of its own, with an empty record on it.
fn desk() -> (TempDir, PathBuf, Desk) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let store = folder.path().join("home.db");
    let launch = Launch { store: store.clone(), is_named: true, sample: false };
    let desk = Desk::new(launch, folder.path().join("sample.db"));
    (folder, store, desk)
}

/// The same, encrypted and locked; with its recovery code.
fn locked() -> (TempDir, Desk, String) {
    let (folder, _, desk) = desk();
    desk.with(|app| app.save_draft("call", "half a sent")).expect("kept");
    desk.with(App::back_up_now).expect("backed up");
    let code = desk.encrypt(PASSPHRASE, "en").expect("encrypted").code;
    assert!(desk.lock(), "there is something to lock");
    (folder, desk, code)
}

/// What is being typed of a call.
fn typed(desk: &Desk) -> Result<Option<String>, AppError> {
    desk.with(|app| app.draft("call"))
}

fn code_of<T>(answer: Result<T, AppError>) -> Option<ErrorCode> {
    answer.err().map(|error| error.code)
}

#[test]
fn nothing_that_is_asked_or_told_passes_the_lock() {
    let (_folder, desk, _) = locked();
    assert_eq!(code_of(desk.start("en")), Some(ErrorCode::Locked));
    assert_eq!(code_of(desk.with(App::today)), Some(ErrorCode::Locked));
    assert_eq!(code_of(desk.with(|app| app.save_draft("call", "more"))), Some(ErrorCode::Locked));
    assert_eq!(code_of(desk.encrypt(PASSPHRASE, "en")), Some(ErrorCode::AlreadyEncrypted));
    let backups = desk.backups().expect("that there are some can be seen");
    assert!(backups.iter().all(|it| it.state == BackupState::Locked && it.holding.is_none()));
    let oldest = backups.last().expect("there is one").id.clone();
    assert_eq!(code_of(desk.restore(&oldest, "en")), Some(ErrorCode::Locked));
    let wrong = desk.remove_passphrase("five slow barges", "en");
    assert_eq!(code_of(wrong), Some(ErrorCode::WrongPassphrase));
    assert_eq!(code_of(desk.leave_sample("en")), Some(ErrorCode::Locked));
    assert!(!desk.lock(), "it is locked already");
}

#[test]
fn a_wrong_passphrase_leaves_it_locked_and_the_right_one_shows_what_was_being_typed() {
    let (_folder, desk, code) = locked();
    let wrong = desk.unlock("en", |store| App::unlock(store, "five slow barges"));
    assert_eq!(code_of(wrong), Some(ErrorCode::WrongPassphrase));
    assert_eq!(code_of(typed(&desk)), Some(ErrorCode::Locked));
    desk.unlock("en", |store| App::unlock(store, PASSPHRASE)).expect("unlocked");
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sent"));
    assert!(desk.lock());
    desk.unlock("en", |store| App::unlock_with_code(store, &code)).expect("by its code");
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sent"));
}

#[test]
fn what_is_being_told_when_it_is_locked_is_kept_first() {
    let (_folder, desk, _) = locked();
    desk.unlock("en", |store| App::unlock(store, PASSPHRASE)).expect("unlocked");
    let (begun, begins) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let desk = &desk;
        let told = scope.spawn(move || {
            desk.with(|app| {
                begun.send(()).expect("somebody waits");
                may_go_on.recv().expect("somebody says so");
                app.save_draft("call", "half a sentence")
            })
        });
        begins.recv().expect("it has begun");
        let locking = scope.spawn(|| desk.lock());
        go_on.send(()).expect("it waits");
        told.join().expect("no panic").expect("what was on its way is kept");
        assert!(locking.join().expect("no panic"), "and then it is locked");
    });
    assert_eq!(code_of(typed(&desk)), Some(ErrorCode::Locked));
    desk.unlock("en", |store| App::unlock(store, PASSPHRASE)).expect("unlocked");
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sentence"));
}

#[test]
fn a_record_without_a_passphrase_stays_open() {
    let (_folder, store, desk) = desk();
    desk.with(|app| app.save_draft("call", "half a sent")).expect("kept");
    assert!(!desk.lock(), "there is nothing to lock");
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sent"));
    let removed = desk.remove_passphrase(PASSPHRASE, "en");
    assert_eq!(code_of(removed), Some(ErrorCode::NotEncrypted));
    assert_eq!(typed(&desk).expect("still open").as_deref(), Some("half a sent"));
    desk.encrypt(PASSPHRASE, "en").expect("encrypted");
    desk.remove_passphrase(PASSPHRASE, "en").expect("decrypted");
    assert!(!App::is_encrypted(&store).expect("looked"));
    assert_eq!(typed(&desk).expect("open all the while").as_deref(), Some("half a sent"));
}

/// A start does not read an encrypted record through; the backup of the day does.
#[test]
fn a_record_that_is_found_damaged_after_it_was_opened_goes_on_from_a_backup() {
    let (folder, desk, _) = locked();
    let path = folder.path().join("home.db");
    desk.unlock("en", |store| App::unlock(store, PASSPHRASE)).expect("unlocked");
    let long = "half a letter ".repeat(1_000);
    for number in 0..100 {
        desk.with(|app| app.save_draft(&format!("letter-{number}"), &long)).expect("kept");
    }
    desk.with(App::back_up_now).expect("backed up");
    assert!(desk.lock());
    let mut bytes = std::fs::read(&path).expect("read");
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    std::fs::write(&path, bytes).expect("harmed");

    desk.unlock("en", |store| App::unlock(store, PASSPHRASE)).expect("it opens");
    let found = desk.with(App::back_up_now).expect_err("it cannot be read");
    assert_eq!(found.code, ErrorCode::StoreDamaged);
    assert_eq!(found.values["restorable"], "yes", "{found:?}");
    let newest = desk.backups().expect("listed")[0].id.clone();
    desk.restore(&newest, "en").expect("restored");
    let kept = desk.with(|app| app.draft("letter-50")).expect("open");
    assert_eq!(kept, Some(long), "all of it can be read again");
}

#[test]
fn a_record_whose_file_of_originals_is_damaged_goes_on_without_it() {
    let (_folder, store, desk) = desk();
    desk.with(|app| app.save_draft("call", "half a sent")).expect("kept");
    desk.encrypt(PASSPHRASE, "en").expect("encrypted");
    assert!(desk.lock());
    let originals = store.with_file_name("home.db-evidence");
    std::fs::write(&originals, "no file of originals").expect("harmed");
    let unlocked = desk.unlock("en", |store| App::unlock(store, PASSPHRASE));
    assert_eq!(code_of(unlocked), Some(ErrorCode::OriginalsDamaged));
    let done = desk.repair("en", None).expect("the key is known");
    assert_eq!(done.repaired.expect("it was damaged").saved, 0);
    assert_eq!(done.lost, []);
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sent"));
}

#[test]
fn a_record_that_is_gone_is_begun_anew_only_when_somebody_says_so() {
    let (folder, store, desk) = desk();
    desk.with(|app| app.save_draft("call", "half a sent")).expect("kept");
    desk.with(App::back_up_now).expect("backed up");
    drop(desk);
    std::fs::remove_file(&store).expect("removed");
    let launch = || Launch { store: store.clone(), is_named: true, sample: false };
    let desk = Desk::new(launch(), folder.path().join("sample.db"));
    assert_eq!(code_of(desk.start("en")), Some(ErrorCode::RecordGone));
    assert!(!store.exists(), "nothing was begun");
    let newest = desk.backups().expect("listed")[0].id.clone();
    desk.restore(&newest, "en").expect("restored");
    assert_eq!(typed(&desk).expect("open").as_deref(), Some("half a sent"));
    drop(desk);
    std::fs::remove_file(&store).expect("removed");
    let desk = Desk::new(launch(), folder.path().join("sample.db"));
    assert_eq!(code_of(desk.start("en")), Some(ErrorCode::RecordGone));
    desk.begin_all_the_same("en").expect("begun");
    assert_eq!(typed(&desk).expect("open"), None);
}
