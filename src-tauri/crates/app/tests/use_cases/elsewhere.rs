//! Backups on a drive that is plugged in now and then, and records in folders that others share.

use std::fs;
use std::path::{Path, PathBuf};

use holdfast_app::wire::{BackupPlace, BackupTroubleKind, ErrorCode};
use holdfast_app::{App, Clock};
use tempfile::TempDir;

use crate::support::*;

/// A drive, and what it is when it is pulled out: its folder stays, and is empty.
struct Drive(TempDir);

impl Drive {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("stick")
    }

    fn plug_in(&self) {
        let away = self.0.path().join("away");
        if away.exists() {
            fs::remove_dir(self.folder()).expect("an empty folder");
            fs::rename(away, self.folder()).expect("back");
        } else {
            fs::create_dir(self.folder()).expect("made");
        }
    }

    fn pull_out(&self) {
        fs::rename(self.folder(), self.0.path().join("away")).expect("away");
        fs::create_dir(self.folder()).expect("the place where it is mounted stays");
    }

    /// The backups on it.
    fn backups(&self) -> Vec<String> {
        names(&self.folder().join("Holdfast backups/home.db-backups"))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn place(app: &App) -> BackupPlace {
    app.backup_place().expect("read").expect("one was chosen")
}

#[test]
fn two_households_do_not_share_a_folder_where_one_s_copies_would_count_as_the_other_s() {
    let drive = Drive::new();
    drive.plug_in();
    let (first, _) = Home::with_dispute();
    first.app.choose_backup_place(&drive.folder()).expect("chosen");
    let (second, _) = Home::with_dispute();
    let refused = second.app.choose_backup_place(&drive.folder()).expect_err("it is taken");
    assert_eq!(refused.code, ErrorCode::PlaceOfAnotherRecord);
    assert_eq!(second.app.backup_place().expect("read"), None);
    assert_eq!(drive.backups().len(), 1, "what was there is there");

    // One that was pointed at the folder before anybody else's lay there notices as well.
    let own = Drive::new();
    own.plug_in();
    second.app.choose_backup_place(&own.folder()).expect("chosen");
    fs::remove_dir_all(own.folder().join("Holdfast backups")).expect("removed");
    fs::rename(drive.folder().join("Holdfast backups"), own.folder().join("Holdfast backups"))
        .expect("another drive at the same place");
    let second = second.reopened_at("2026-06-21T09:00:00-04:00");
    second.app.back_up().expect("the backup beside the record is made");
    let why = place(&second.app).trouble.expect("nothing went there").why;
    assert_eq!(why, BackupTroubleKind::AnotherRecord);
}

#[test]
fn copies_under_the_key_of_an_earlier_passphrase_are_told_from_a_drive_that_fails() {
    const WORDS: &str = "four calm yellow lamps";
    let drive = Drive::new();
    drive.plug_in();
    let (home, _) = Home::with_dispute();
    home.app.choose_backup_place(&drive.folder()).expect("chosen");
    let path = home.folder.path().join("home.db");
    let Home { app, folder: _folder } = home;
    drop(app);
    let copied = |day: &str| {
        let (key, _) = App::encrypt(&path, WORDS).expect("encrypted");
        let clock = Clock::Fixed(day.parse().expect("the instant is valid"));
        let app = App::open_with(&path, Some(&key), clock).expect("opened");
        app.back_up().expect("made");
        place(&app).trouble.map(|it| it.why)
    };
    assert_eq!(copied("2026-06-21T09:00:00-04:00"), None);
    App::decrypt(&path, WORDS).expect("plain again");
    let why = copied("2026-06-22T09:00:00-04:00");
    assert_eq!(why, Some(BackupTroubleKind::AnotherKey));
}

#[test]
fn every_day_s_backup_goes_there_as_well_and_a_drive_that_is_away_is_no_failure() {
    let drive = Drive::new();
    drive.plug_in();
    let (home, dispute) = Home::with_dispute();
    attach(&home, &dispute, "bill.txt", b"80.00", Vec::new());
    assert_eq!(home.app.backup_place().expect("read"), None, "nobody has chosen one");
    let chosen = home.app.choose_backup_place(&drive.folder()).expect("chosen");
    assert_eq!(chosen.name, "stick", "the folder's name and not where it lies");
    assert_eq!((chosen.worked.on.as_str(), chosen.trouble), (TODAY, None));
    assert_eq!(drive.backups().len(), 1, "the first copy is made at once");

    drive.pull_out();
    let home = home.reopened_at("2026-06-21T09:00:00-04:00");
    home.app.back_up().expect("the backup beside the record is made");
    assert_eq!(home.app.backups().len(), 2);
    let first = place(&home.app).trouble.expect("it is away");
    assert_eq!((first.since.as_str(), first.why), ("2026-06-21", BackupTroubleKind::NotThere));
    assert_eq!(names(&drive.folder()), Vec::<String>::new(), "nothing is made in its stead");
    let home = home.reopened_at("2026-06-23T09:00:00-04:00");
    home.app.back_up().expect("made");
    assert_eq!(place(&home.app).trouble.expect("still away").since, "2026-06-21", "since then");

    drive.plug_in();
    let back = home.app.copy_backup_elsewhere().expect("tried").expect("one was chosen");
    assert_eq!((back.trouble, back.worked.on.as_str()), (None, "2026-06-23"));
    assert_eq!(back.worked.at, "09:00", "by the clock on the wall");
    assert_eq!(drive.backups().len(), 2, "the newest is there, too");
    home.app.back_up_now().expect("made");
    assert_eq!(drive.backups().len(), 2, "the same minute is the same backup");
    let folder = drive.folder().join("Holdfast backups");
    assert!(folder.join("home.db-evidence").is_file(), "with the originals that it names");

    home.app.forget_backup_place().expect("forgotten");
    let home = home.reopened_at("2026-06-24T09:00:00-04:00");
    home.app.back_up().expect("made");
    assert_eq!(home.app.backup_place().expect("read"), None);
    assert_eq!(drive.backups().len(), 2, "those that are there stay, and none is added");
}

#[test]
fn copies_from_before_a_passphrase_stay_apart_and_are_named() {
    const PASSPHRASE: &str = "seven grey gulls at noon";
    let drive = Drive::new();
    drive.plug_in();
    let (home, _) = Home::with_dispute();
    let chosen = home.app.choose_backup_place(&drive.folder()).expect("chosen");
    assert_eq!((chosen.folder.as_str(), chosen.plain_folder), ("Holdfast backups", None));
    let Home { app, folder: kept } = home;
    let path = app.path().to_owned();
    drop(app);
    let (key, _code) = App::encrypt(&path, PASSPHRASE).expect("encrypted");
    let app = App::open_with(&path, Some(&key), clock()).expect("it opens");
    let sealed = app.copy_backup_elsewhere().expect("tried").expect("one was chosen");
    assert_eq!(sealed.trouble, None, "it goes on by itself");
    assert_eq!(sealed.folder, "Holdfast backups, encrypted");
    assert_eq!(sealed.plain_folder.as_deref(), Some("Holdfast backups"), "which can be read");
    fs::remove_dir_all(drive.folder().join("Holdfast backups")).expect("the person deletes it");
    app.back_up().expect("made");
    assert_eq!(place(&app).plain_folder, None);
    assert_eq!(place(&app).trouble, None, "the folder of now is enough to tell the drive");
    drop((app, kept));
}

#[test]
fn a_folder_of_ours_that_is_chosen_again_is_not_put_into_itself() {
    let drive = Drive::new();
    drive.plug_in();
    let (home, _) = Home::with_dispute();
    home.app.choose_backup_place(&drive.folder()).expect("chosen");
    home.app.choose_backup_place(&drive.folder().join("Holdfast backups")).expect("chosen");
    assert_eq!(names(&drive.folder()), ["Holdfast backups"]);
    assert!(!drive.folder().join("Holdfast backups/Holdfast backups").exists());
}

#[test]
fn a_folder_that_cannot_be_used_leaves_the_choice_as_it_was() {
    let drive = Drive::new();
    drive.plug_in();
    let (home, _) = Home::with_dispute();
    let before = home.app.choose_backup_place(&drive.folder()).expect("chosen");
    assert!(before.is_same_disk, "temporary folders lie together: the window says so");
    let gone = home.app.choose_backup_place(&drive.folder().join("gone")).expect_err("not there");
    assert_eq!(gone.code, ErrorCode::Io);
    // Something else lies where the originals would.
    let other = drive.folder().join("other/Holdfast backups");
    fs::create_dir_all(&other).expect("made");
    fs::write(other.join("home.db-evidence"), "a text").expect("written");
    home.app.choose_backup_place(&drive.folder().join("other")).expect_err("not ours");
    assert_eq!(home.app.backup_place().expect("read"), Some(before));
    let text = fs::read_to_string(other.join("home.db-evidence")).expect("read");
    assert_eq!(text, "a text", "what is not ours is left as it is");
}

#[test]
fn the_sample_has_no_second_place() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let sample = App::open_sample(&folder.path().join("sample.db"), clock()).expect("it opens");
    let refused = sample.choose_backup_place(folder.path()).expect_err("it is thrown away");
    assert_eq!(refused.code, ErrorCode::NotInSample);
    assert_eq!(names(folder.path()).iter().filter(|it| !it.starts_with("sample.db")).count(), 0);
}

#[test]
fn a_record_is_not_begun_unasked_in_a_folder_that_others_share() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let folder = home.path().join("Dropbox");
    fs::create_dir(&folder).expect("made");
    let path = folder.join("home.db");
    let told = App::may_begin(&path, None).expect_err("it would lie there");
    assert_eq!(told.code, ErrorCode::SharedPlace);
    assert_eq!(told.values["program"], "Dropbox");
    assert_eq!(names(&folder), Vec::<String>::new(), "nothing was written");
    let app = App::open(&path, clock()).expect("after the person said so");
    let said = app.own_shared_place().expect("Settings say so");
    assert_eq!(said.program.as_deref(), Some("Dropbox"));
    App::may_begin(&path, None).expect("a record that is there is not asked about again");
    App::may_begin(&home.path().join("home.db"), None).expect("a folder like any other");
}

/// Cuts the file of originals short, behind the back of a record that is closed.
fn cut_originals(path: &Path) {
    let file = fs::OpenOptions::new().write(true).open(path.with_file_name("home.db-evidence"));
    file.and_then(|file| file.set_len(5_000)).expect("cut");
}

#[test]
fn a_damaged_file_of_originals_is_made_whole_from_the_copy_in_the_second_place() {
    for is_plugged_in in [true, false] {
        let drive = Drive::new();
        drive.plug_in();
        let (home, dispute) = Home::with_dispute();
        attach(&home, &dispute, "receipt.txt", b"a receipt for the lamp", Vec::new());
        home.app.choose_backup_place(&drive.folder()).expect("chosen");
        let Home { app, folder: _kept } = home;
        let path = app.path().to_owned();
        drop(app);
        cut_originals(&path);
        let refused = App::open(&path, clock()).err().expect("it is damaged");
        assert_eq!(refused.code, ErrorCode::OriginalsDamaged);
        assert!(refused.values["path"].ends_with("home.db-evidence"), "{refused:?}");
        if !is_plugged_in {
            drive.pull_out();
        }
        let done = App::repair_originals(&path, None, clock(), None).expect("repaired");
        let done = done.expect("it was damaged");
        let expected = if is_plugged_in { (1, 0) } else { (0, 1) };
        assert_eq!((done.saved, done.missing), expected);
        let app = App::open(&path, clock()).expect("it opens");
        let missing = app.lost_files().expect("listed");
        let names: Vec<_> = missing.iter().map(|it| it.naming.name.as_str()).collect();
        assert_eq!(names, if is_plugged_in { vec![] } else { vec!["receipt.txt"] });
        assert_eq!(app.verify_evidence().expect("looked").len(), missing.len());
        let again = App::repair_originals(&path, None, clock(), None).expect_err("it is open");
        assert_eq!(again.code, ErrorCode::StoreInUse);
    }
}

#[test]
fn a_record_that_is_gone_is_not_begun_anew_unasked_while_backups_of_it_are_there() {
    const PASSPHRASE: &str = "seven grey gulls at noon";
    for is_encrypted in [false, true] {
        let (home, _) = Home::with_dispute();
        home.app.back_up_now().expect("made");
        let Home { app, folder: _kept } = home;
        let path = app.path().to_owned();
        drop(app);
        let key = is_encrypted.then(|| App::encrypt(&path, PASSPHRASE).expect("encrypted").0);
        App::may_begin(&path, key.as_ref()).expect("it is there");
        fs::rename(&path, path.with_file_name("aside.db")).expect("moved");
        let told = App::may_begin(&path, key.as_ref()).expect_err("it is not there");
        assert_eq!(told.code, ErrorCode::RecordGone);
        if is_encrypted {
            App::may_begin(&path, None).expect("that it is locked is said first");
            let locked = App::open(&path, clock()).err().expect("it is locked");
            assert_eq!(locked.code, ErrorCode::Locked);
        }
        assert!(!path.exists(), "nothing was begun");
        let backups = App::backups_of(&path, key.as_ref(), clock()).expect("listed");
        App::restore_backup(&path, key.as_ref(), &backups[0].id, clock()).expect("restored");
        let app = App::open_with(&path, key.as_ref(), clock()).expect("it opens");
        let home = app.look_at_backup(&backups[0].id).expect("it holds the same");
        assert_eq!(home.back.disputes, 0, "what it had is there");
    }
}
