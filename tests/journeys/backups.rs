//! Yesterday's backup takes the record's place, and what it replaced comes back; a drive for backups
//! that is pulled out and plugged in again; a folder that other computers share; records that are damaged
//! or gone.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use holdfast_tests::{Find, Home, Setup, Window};

use crate::record::{CROSSING, cli, crossing, to_crossing};

/// What is written down after yesterday's backup.
const SINCE: &str = "The harbour office says it is on its way.";

/// The names of what lies in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Backs a record up, and takes that backup for one that was made a day earlier.
fn back_up_yesterday(home: &Home) {
    cli(&home.store(), &["backup"]);
    let folder = home.folder().join("household.db-backups");
    let made = names(&folder).pop().expect("it was made");
    let today: NaiveDate = made[..10].parse().expect("its name begins with its day");
    let yesterday = today.checked_sub_days(Days::new(1)).expect("there was a day before");
    fs::rename(folder.join(&made), folder.join(format!("{yesterday}T181500.db"))).expect("renamed");
}

fn card() -> Find {
    Find::role("region", "Backups")
}

fn to_settings(window: &Window) {
    window.click(&Find::link("Settings"));
    window.wait_for(&card());
}

/// Looks into a backup and restores it.
fn restore(window: &Window, line: &str, picture: &str) {
    to_settings(window);
    let line = Find::any("listitem").containing(line).inside(&card());
    window.click(&Find::any("button").inside(&line));
    window.wait_for_text("If you restore it");
    window.picture(picture);
    window.click(&Find::button("Restore this backup"));
    window.click(&Find::button("Restore"));
    window.wait_for_text("What it replaced is kept");
    window.wait_for(&Find::role("heading", "Today"));
}

#[test]
fn yesterdays_backup_is_restored_and_what_it_replaced_comes_back() {
    let home = crossing();
    back_up_yesterday(&home);
    let window = Window::open(Setup::at(home));
    window.wait_for(&Find::role("heading", "Today"));
    to_crossing(&window);
    window.fill(&Find::field("What happened?"), SINCE);
    window.press("Enter");
    window.wait_for_text("Noted.");

    restore(&window, "18:15", "backup-of-yesterday");
    to_crossing(&window);
    window.wait_for_text("The card statement shows");
    assert!(!window.shows(SINCE), "it was written down after that backup");
    restore(&window, "before a backup was restored", "backup-of-what-was-replaced");
    to_crossing(&window);
    window.wait_for_text(SINCE);

    let home = window.close();
    cli(&home.store(), &["verify"]);
}

/// A drive, which is there or is the empty folder that stands for it.
struct Drive {
    there: PathBuf,
    away: PathBuf,
}

impl Drive {
    fn pull_out(&self) {
        fs::rename(&self.there, &self.away).expect("pulled out");
        fs::create_dir(&self.there).expect("its place stays");
    }

    fn plug_in(&self) {
        fs::remove_dir(&self.there).expect("nothing was written in its stead");
        fs::rename(&self.away, &self.there).expect("plugged in");
    }
}

#[test]
fn backups_go_to_a_drive_while_it_is_there() {
    let home = crossing();
    let drive =
        Drive { there: home.folder().join("Blue drive"), away: home.folder().join("drawer") };
    fs::create_dir(&drive.there).expect("the home can be written to");
    let chosen = drive.there.display().to_string();
    let window = Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &chosen));
    window.wait_for(&Find::role("heading", "Today"));
    to_settings(&window);
    window.click(&Find::button("Choose a folder…"));
    window.wait_for_text("Blue drive, in its folder");
    let copies = || names(&drive.there.join("Holdfast backups/household.db-backups")).len();
    assert_eq!(copies(), 1, "the first copy is made at once");

    drive.pull_out();
    window.click(&Find::button("Back up now"));
    window.wait_for_text("Not reachable since");
    window.picture("backups-drive-away");
    drive.plug_in();
    window.click(&Find::button("Try again now"));
    window.wait_until("it was copied", |page| !page.shows("Not reachable since"));
    assert_eq!(copies(), 2);
    window.picture("backups-elsewhere");
}

#[test]
fn a_record_is_begun_in_a_shared_folder_only_by_who_says_so() {
    let home = Home::new();
    let folder = home.folder().join("Dropbox");
    fs::create_dir(&folder).expect("the home can be written to");
    let store = folder.join("household.db").display().to_string();
    let window = Window::open(Setup::at(home).argument("--store").argument(&store));
    window.wait_for_text("Your records would lie in a shared folder.");
    window.click(&Find::button("Keep them elsewhere"));
    window.wait_for_text("leave that out");
    window.resize(900, 600);
    window.picture("shared-folder");
    assert_eq!(names(&folder), Vec::<String>::new(), "nothing is written before the answer");
    window.click(&Find::button("Go on all the same"));
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));

    let home = window.close();
    let window = Window::open(Setup::at(home).argument("--store").argument(&store));
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window.click(&Find::link("Settings"));
    window.wait_for_text("Your records lie in a folder that Dropbox carries to other computers.");
    window.picture("shared-folder-settings");
}

#[test]
fn a_record_that_is_damaged_or_gone_is_gone_on_with() {
    let home = crossing();
    let store = home.store();
    let receipt = home.folder().join("receipt.txt");
    fs::write(&receipt, "A crossing for four, 1,299.00").expect("the home can be written to");
    cli(&store, &["evidence", "add", CROSSING, &receipt.display().to_string()]);
    cli(&store, &["backup"]);
    let originals =
        fs::OpenOptions::new().write(true).open(home.folder().join("household.db-evidence"));
    originals.and_then(|file| file.set_len(5_000)).expect("cut short");
    let window = Window::open(Setup::at(home));
    window.wait_for_text("The attached files cannot be read.");
    window.picture("originals-damaged");
    window.click(&Find::button("Go on with what can be read"));
    window.wait_for_text("Your records open again");
    window.wait_for_text("receipt.txt of “");
    window.resize(900, 600);
    window.picture("originals-missing");
    window.click(&Find::button("Go on"));
    window.wait_for(&Find::role("heading", "Today"));
    to_settings(&window);
    window.wait_for_text("Not as it should be");
    let home = window.close();
    cli(&store, &["evidence", "add", CROSSING, &receipt.display().to_string()]);
    cli(&store, &["verify"]);

    fs::rename(&store, home.folder().join("aside.db")).expect("moved");
    let window = Window::open(Setup::at(home));
    window.wait_for_text("Your records are not here, but their backups are.");
    window.picture("records-gone");
    let line = Find::any("listitem").containing("1 dispute");
    window.click(&Find::any("button").inside(&line));
    window.wait_for_text("takes the place of what is gone");
    window.click(&Find::button("Restore"));
    window.wait_for(&Find::role("heading", "Today"));
    to_crossing(&window);
    window.wait_for_text("The card statement shows");
    let _home = window.close();
    cli(&store, &["verify"]);
}

#[test]
fn files_that_are_gone_or_spoilt_are_said_and_had_again_from_a_copy() {
    const RECEIPT: &[u8] = b"A crossing for four, 1,299.00";
    let home = crossing();
    let store = home.store();
    let receipt = home.folder().join("receipt.txt");
    fs::write(&receipt, RECEIPT).expect("the home can be written to");
    cli(&store, &["evidence", "add", CROSSING, &receipt.display().to_string()]);
    let copies = home.folder().join("copies");
    fs::create_dir(&copies).expect("the home can be written to");
    let copies = copies.display().to_string();
    cli(&store, &["backup", "--to", &copies]);
    let opened = |home| Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &copies));
    let originals = home.folder().join("household.db-evidence");
    fs::remove_file(&originals).expect("removed");
    let window = opened(home);
    window.wait_for_text("The attached files are not here.");
    window.picture("originals-gone");
    window.click(&Find::button("Look in a copy…"));
    window.wait_for(&Find::role("heading", "Today"));
    to_settings(&window);
    window.click(&Find::button("Check your records"));
    window.wait_for_text("Your records and their one file are as they should be.");

    let home = window.close();
    let mut bytes = fs::read(&originals).expect("it is there again");
    let at = bytes.windows(RECEIPT.len()).position(|it| it == RECEIPT).expect("kept as it was");
    bytes[at] ^= 1;
    fs::write(&originals, bytes).expect("written");
    let window = opened(home);
    to_settings(&window);
    window.click(&Find::button("Check your records"));
    window.wait_for_text("receipt.txt of “");
    window.resize(900, 600);
    window.picture("file-spoilt-settings");
    window.click(&Find::link("Evidence"));
    window.wait_for_text("File no longer as it was");
    window.picture("file-spoilt");
    to_settings(&window);
    window.click(&Find::button("Look in a copy…"));
    window.wait_for_text("One attached file is there again.");
    let _home = window.close();
    cli(&store, &["verify"]);
}
