//! A folder that vanishes while the store in it is open: the system would go on taking what is written
//! to the open files, and the next start would not find it.

use std::fs;

use holdfast_store::StoreError;

use crate::support::*;

#[test]
fn nothing_is_acknowledged_while_the_folder_is_away_and_work_goes_on_when_it_is_back() {
    let (folder, path) = home().with_people().closed();
    let (here, away) = (folder.path().join("records"), folder.path().join("elsewhere"));
    fs::create_dir(&here).expect("a folder");
    for entry in fs::read_dir(folder.path()).expect("listed").flatten() {
        if entry.path() != here {
            fs::rename(entry.path(), here.join(entry.file_name())).expect("moved in");
        }
    }
    let path = here.join(path.file_name().expect("it has a name"));
    let store = open(&path);
    let path = path.canonicalize().expect("it is there");
    fs::rename(&here, &away).expect("moved while open");
    let gone = || StoreError::Gone { path: path.clone() };
    let written = store.write(action(2), |w| w.put_dispute(&dispute(1)));
    assert_eq!(written, Err(gone()));
    assert_eq!(store.put_draft("event", "She said", now()), Err(gone()), "nor a form being typed");
    assert_eq!(store.undo(action(3), action_id(1)).map(drop), Err(gone()));
    let added = store.store_original(&b"80.00"[..], 100).map(drop);
    assert_eq!(added, Err(gone()), "nor an original");

    // Another file of that name is not the record either.
    fs::create_dir(&here).expect("a folder");
    fs::copy(away.join("home.db"), here.join("home.db")).expect("a copy");
    let written = store.write(action(2), |w| w.put_dispute(&dispute(1)));
    assert!(matches!(written, Err(StoreError::Gone { .. })), "{written:?}");

    fs::remove_dir_all(&here).expect("removed");
    fs::rename(&away, &here).expect("back");
    store.write(action(2), |w| w.put_dispute(&dispute(1))).expect("accepted");
    drop(store);
    let again = open(&path);
    let found = again.reader().expect("a view").dispute(dispute_id(1)).expect("read");
    assert!(found.is_some(), "and the next start finds it");
}
