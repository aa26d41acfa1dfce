//! Backups: what is in one, what restoring it would change, and the way there and back.

use holdfast_app::App;
use holdfast_app::wire::{BackupCounts, BackupKind, BackupState, Deed, ErrorCode};

use crate::support::*;

const NONE: BackupCounts = BackupCounts { disputes: 0, events: 0, letters: 0, evidence: 0 };

#[test]
fn a_backup_is_made_once_a_day_and_whenever_asked() {
    let (home, _) = Home::with_dispute();
    home.app.back_up().expect("backed up");
    home.app.back_up().expect("done already");
    let [only] = home.app.backups().try_into().expect("one a day");
    assert_eq!((only.on.as_str(), only.at.as_deref()), (TODAY, Some("09:00")), "on the wall");
    let holding = only.holding.expect("it can be read");
    assert_eq!(holding.counts, BackupCounts { disputes: 1, ..NONE });
    let last = holding.last.expect("something was done");
    assert_eq!(last.deed, Some(Deed::StartDispute));
    assert_eq!(last.about, "The lamp that hums");
    let home = home.reopened_at("2026-06-20T11:30:00-04:00");
    home.app.back_up().expect("done already");
    assert_eq!(home.app.backups().len(), 1, "the day has not changed");
    let asked = home.app.back_up_now().expect("backed up");
    assert_eq!(asked.at.as_deref(), Some("11:30"));
    assert_eq!(home.app.backups()[0], asked, "the newest comes first");
}

#[test]
fn looking_says_what_would_change_and_restoring_changes_that_and_back() {
    let (home, dispute) = Home::with_dispute();
    let backup = home.app.back_up_now().expect("backed up");
    home.app.log_call(&call(&dispute)).expect("a call is accepted");
    attach(&home, &dispute, "bill.txt", b"80.00", Vec::new());
    home.app.save_draft("edit:call", "half a sentence").expect("kept");
    let look = home.app.look_at_backup(&backup.id).expect("it is sound");
    assert_eq!(look.gone, BackupCounts { events: 1, evidence: 1, ..NONE }, "came since");
    assert_eq!((look.back, look.done_since, look.drafts), (NONE, 2, 1));

    let path = home.app.path().to_owned();
    let Home { app, folder } = home;
    let refused = App::restore_backup(&path, None, &backup.id, clock()).expect_err("it is open");
    assert_eq!(refused.code, ErrorCode::StoreInUse);
    drop(app);
    let kept =
        App::restore_backup(&path, None, &backup.id, clock()).expect("restored").expect("kept");
    assert_eq!(kept.kind, BackupKind::Replaced);
    let home = Home { app: App::open(&path, clock()).expect("it opens"), folder };
    assert_eq!(home.app.evidence().expect("listed").attachments.len(), 0, "as it was then");
    let draft = home.app.draft("edit:call").expect("read");
    assert_eq!(draft.as_deref(), Some("half a sentence"), "what was being typed is still there");

    let look = home.app.look_at_backup(&kept.id).expect("it is sound");
    assert_eq!(look.back, BackupCounts { events: 1, evidence: 1, ..NONE }, "the way back");
    assert_eq!(look.missing_files, 0, "originals are never taken away");
    let Home { app, folder: _folder } = home;
    drop(app);
    App::restore_backup(&path, None, &kept.id, clock()).expect("restored");
    let app = App::open(&path, clock()).expect("it opens");
    assert_eq!(app.evidence().expect("listed").attachments.len(), 1, "and it is back");
    assert_eq!(app.verify().expect("verified"), Vec::<String>::new());
}

#[test]
fn what_cannot_be_restored_is_told_and_nothing_changes() {
    let (home, _) = Home::with_dispute();
    let backup = home.app.back_up_now().expect("backed up");
    let unknown = home.app.look_at_backup("../home.db").expect_err("that is none");
    assert_eq!(unknown.code, ErrorCode::NotFound);
    let file = home.folder.path().join("home.db-backups").join(&backup.id);
    std::fs::write(&file, "nothing of a backup").expect("written");
    let spoilt = home.app.look_at_backup(&backup.id).expect_err("it is spoilt");
    assert_eq!(spoilt.code, ErrorCode::BackupDamaged);
    assert_eq!(home.app.backups()[0].state, BackupState::Damaged, "and the list says so");
    let path = home.app.path().to_owned();
    let Home { app, folder: _folder } = home;
    drop(app);
    let spoilt = App::restore_backup(&path, None, &backup.id, clock()).expect_err("it is spoilt");
    assert_eq!(spoilt.code, ErrorCode::BackupDamaged);
    let app = App::open(&path, clock()).expect("it opens as before");
    assert_eq!(app.backups().len(), 1, "nothing was replaced, and so nothing kept");
}

#[test]
fn one_that_was_damaged_when_it_was_replaced_is_not_listed_as_sound() {
    let (home, _) = Home::with_dispute();
    let backup = home.app.back_up_now().expect("backed up");
    let Home { app, folder: _kept } = home;
    let path = app.path().to_owned();
    drop(app);
    let mut bytes = std::fs::read(&path).expect("read");
    // The first pages are as they were, so that a quick look finds nothing.
    let last = bytes.len() - 3 * 4096;
    bytes[last..].fill(0xA5);
    std::fs::write(&path, bytes).expect("written");
    App::restore_backup(&path, None, &backup.id, clock()).expect("restored").expect("kept");
    let listed = App::backups_of(&path, None, clock()).expect("listed");
    let states: Vec<_> = listed.iter().map(|it| (it.kind, it.state)).collect();
    let expected =
        [(BackupKind::Replaced, BackupState::Damaged), (BackupKind::Dated, BackupState::Readable)];
    assert_eq!(states, expected, "what was damaged is not taken for a backup to go back to");
}
