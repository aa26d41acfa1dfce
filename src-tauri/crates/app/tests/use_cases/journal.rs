//! What was done, and undo and redo over it, across restarts.

use holdfast_app::wire::{Deed, DeedState, ErrorCode, RecordKind};

use crate::support::{Home, TODAY};

#[test]
fn every_deed_has_one_code_and_is_found_by_it() {
    let mut codes: Vec<&str> = Deed::ALL.iter().map(|deed| deed.as_str()).collect();
    for deed in Deed::ALL {
        assert_eq!(Deed::named(deed.as_str()), Some(*deed), "{deed:?}");
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Deed::ALL.len(), "no two share a code");
    assert_eq!(Deed::named("of_a_newer_holdfast"), None);
}

#[test]
fn what_was_undone_is_done_again_after_a_restart_until_something_new_is_done() {
    let (home, dispute) = Home::with_dispute();
    let close = |home: &Home| {
        home.app.close_dispute(&dispute, TODAY, holdfast_app::wire::ClosedAs::Dropped)
    };
    let export = |home: &Home| home.app.export_household().expect("given out");
    let open = export(&home);
    close(&home).expect("it closes");
    let closed = export(&home);
    assert_eq!(home.app.redo_last().expect_err("nothing").code, ErrorCode::NothingToRedo);
    let undone = home.app.undo_last().expect("undone");
    assert_eq!((undone.deed, undone.again), (Some(Deed::CloseDispute), false));
    let home = home.reopened();
    assert_eq!(export(&home), open);
    let again = home.app.redo_last().expect("done again, in a later run");
    assert_eq!((again.deed, again.again), (Some(Deed::CloseDispute), true));
    assert_eq!(export(&home), closed);
    home.app.undo_last().expect("and undone again");
    home.app.remove(RecordKind::Dispute, &dispute).expect("something new");
    assert_eq!(home.app.redo_last().expect_err("nothing").code, ErrorCode::NothingToRedo);
}

#[test]
fn the_journal_says_what_was_done_to_what_and_whether_it_stands() {
    let (home, dispute) = Home::with_dispute();
    home.app.remove(RecordKind::Dispute, &dispute).expect("put away");
    home.app.undo_last().expect("undone");
    let page = home.app.journal(None).expect("listed");
    let [undo, remove, start, ..] = page.lines.as_slice() else { panic!("{page:?}") };
    let undid = undo.undid.as_ref().expect("it undid something");
    assert_eq!((undo.state, undid.deed), (DeedState::Undoing, Some(Deed::Remove)));
    assert_eq!((remove.state, remove.deed), (DeedState::Undone, Some(Deed::Remove)));
    assert_eq!(remove.about, "The lamp that hums", "not the noun that the journal keeps");
    assert_eq!(remove.noun.as_deref(), Some("dispute"));
    assert_eq!((start.state, start.deed), (DeedState::Stands, Some(Deed::StartDispute)));
    assert_eq!(start.dispute.as_ref().map(|it| it.name.as_str()), Some("The lamp that hums"));
    let earlier = home.app.journal(Some(&remove.action)).expect("listed");
    assert_eq!(earlier.lines.first(), Some(start), "the page before it");
}
