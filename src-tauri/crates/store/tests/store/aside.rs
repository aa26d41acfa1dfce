//! Drafts and settings: kept at once, and no business of the journal.

use holdfast_store::Draft;

use crate::support::*;

#[test]
fn a_form_being_typed_survives_a_crash_and_is_not_journalled() {
    let home = home();
    let later = now() + chrono::TimeDelta::minutes(1);
    home.store.put_draft("call", "first", now()).expect("kept");
    home.store.put_draft("claim", "{\"amount\":", now()).expect("kept");
    home.store.put_draft("call", "first words\n", later).expect("kept");
    // The process ends without closing anything: the files as they are on the disk now.
    let copy = tempfile::tempdir().expect("a folder");
    for name in ["home.db", "home.db-wal", "home.db-evidence"] {
        let from = home.path.with_file_name(name);
        std::fs::copy(from, copy.path().join(name)).expect("copied");
    }
    let after = open(&copy.path().join("home.db"));
    let r = after.reader().expect("a view");
    let call = Draft { key: "call".into(), text: "first words\n".into(), updated_at: later };
    assert_eq!(r.draft("call").expect("read"), Some(call.clone()));
    let keys: Vec<String> = r.drafts().expect("read").into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["call", "claim"], "the newest first");
    assert_eq!(r.last_undoable().expect("read"), None, "nothing to undo");
    drop(r);
    after.drop_draft("call").expect("dropped");
    after.drop_draft("call").expect("dropping what is gone is no error");
    assert_eq!(after.reader().expect("a view").draft("call").expect("read"), None);
}

#[test]
fn settings_are_kept_and_replaced() {
    let home = home();
    home.store.put_setting("locale", "en").expect("kept");
    home.store.put_setting("locale", "de").expect("kept");
    let home = home.reopened();
    let r = home.store.reader().expect("a view");
    assert_eq!(r.setting("locale").expect("read").as_deref(), Some("de"));
    assert_eq!(r.setting("other").expect("read"), None);
}
