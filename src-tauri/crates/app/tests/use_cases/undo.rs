//! Undo, the bin, and drafts, across restarts.

use holdfast_app::wire::{ErrorCode, RecordKind};

use crate::support::{Home, TODAY};

#[test]
fn the_last_action_can_be_undone_after_a_restart() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    home.app
        .close_dispute(&dispute, TODAY, holdfast_app::wire::ClosedAs::Dropped)
        .expect("it closes");
    let home = home.reopened();
    home.app.undo_last().expect("the last action of an earlier run");
    assert_eq!(before, home.app.export_household().expect("given out"));
}

#[test]
fn undoing_goes_back_step_by_step_and_then_there_is_nothing() {
    let (home, _) = Home::with_dispute();
    home.app.undo_last().expect("the dispute");
    assert!(home.app.start("").expect("begins").is_empty);
    let error = home.app.undo_last().expect_err("nothing is left");
    assert_eq!(error.code, ErrorCode::NothingToUndo);
}

#[test]
fn a_dispute_in_the_bin_is_out_of_sight_and_comes_back_whole() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    home.app.remove(RecordKind::Dispute, &dispute).expect("put away");
    assert!(
        home.app.dispute(&dispute).is_err() && home.app.today().expect("shown").owed.is_empty()
    );
    let binned = home.app.bin().expect("listed");
    assert_eq!(binned[0].name, "The lamp that hums");
    home.app.restore(binned[0].kind, &binned[0].id).expect("taken out");
    assert_eq!(before, home.app.export_household().expect("given out"));
}

#[test]
fn a_vendor_that_still_owes_cannot_be_put_away() {
    let (home, _) = Home::with_dispute();
    let error = home.app.remove(RecordKind::Vendor, &home.vendor()).expect_err("it is named");
    assert_eq!(error.code, ErrorCode::StillNamed);
}

#[test]
fn saving_the_same_again_is_no_action() {
    let (home, dispute) = Home::with_dispute();
    let form = home.app.dispute(&dispute).expect("it is there").dispute;
    let done = home.app.save_dispute(&form).expect("accepted");
    assert_eq!(done.action, None, "where nothing differs there is nothing to undo");
}

#[test]
fn a_form_being_typed_outlives_the_run_and_is_forgotten_once_saved() {
    let (home, _) = Home::with_dispute();
    home.app.save_draft("log-call:1", "{\"facts\":[\"She sa").expect("kept");
    let home = home.reopened();
    let kept = home.app.draft("log-call:1").expect("read");
    assert_eq!(kept.as_deref(), Some("{\"facts\":[\"She sa"));
    assert_eq!(home.app.drafts().expect("listed"), ["log-call:1"]);
    home.app.drop_draft("log-call:1").expect("forgotten");
    assert_eq!(home.app.draft("log-call:1").expect("read"), None);
}
