//! A damaged original is named by the name and the dispute by which people know it.

use std::fs;

use holdfast_app::App;
use holdfast_app::wire::ErrorCode;

use super::{added, another};
use crate::support::Home;

/// Changes one letter of what was kept, behind the record's back.
fn damage(home: Home, words: &str) -> Home {
    let home = home.reopened();
    let Home { app, folder } = home;
    drop(app);
    let path = folder.path().join("home.db-evidence");
    let mut bytes = fs::read(&path).expect("read");
    let at = bytes.windows(words.len()).position(|it| it == words.as_bytes());
    bytes[at.expect("originals are kept byte for byte")] ^= 1;
    fs::write(&path, bytes).expect("written");
    let app = holdfast_app::App::open(&folder.path().join("home.db"), crate::support::clock());
    Home { app: app.expect("opens"), folder }
}

#[test]
fn a_damaged_original_is_named_by_file_and_dispute_and_not_given_out_as_sound() {
    let (home, dispute) = Home::with_dispute();
    let other = another(&home);
    let id = added(&home, &dispute, "receipt.txt", "the receipt of 1 June");
    let sound = added(&home, &dispute, "other.txt", "another thing");
    added(&home, &other, "same.txt", "the receipt of 1 June");
    assert_eq!(home.app.verify_evidence().expect("looked"), Vec::<String>::new());
    let sha256 = home.app.attachment(&id).expect("shown").sha256;

    let home = damage(home, "the receipt of 1 June");
    let said = format!(
        "“receipt.txt” of “The lamp that hums”, “same.txt” of “The kettle that leaks” \
         (SHA-256 {sha256}) is no longer what it was when it was added"
    );
    assert_eq!(home.app.verify_evidence().expect("looked"), std::slice::from_ref(&said));
    assert!(home.app.verify().expect("looked").contains(&said), "the whole check says it too");
    let error = home.app.write_attachment(&id, &mut Vec::new()).expect_err("not given out");
    assert_eq!(
        (error.code, error.values["name"].as_str()),
        (ErrorCode::EvidenceDamaged, "receipt.txt")
    );
    assert_eq!(error.values.get("missing"), None, "it is there, and another one");
    home.app.write_attachment(&sound, &mut Vec::new()).expect("the others are still sound");
}

#[test]
fn an_original_that_is_gone_is_not_said_to_have_changed() {
    let (home, dispute) = Home::with_dispute();
    let id = added(&home, &dispute, "receipt.txt", "the receipt of 1 June");
    let Home { app, folder } = home.reopened();
    drop(app);
    fs::remove_file(folder.path().join("home.db-evidence")).expect("gone");
    let (path, clock) = (folder.path().join("home.db"), crate::support::clock());
    App::repair_originals(&path, None, clock, None).expect("gone on without");
    let app = App::open(&path, clock).expect("it opens without its files");
    let error = app.write_attachment(&id, &mut Vec::new()).expect_err("it is not there");
    assert_eq!(error.code, ErrorCode::EvidenceDamaged);
    assert_eq!(error.values["missing"], "yes");
    let said = app.verify_evidence().expect("looked");
    assert!(
        said[0].contains("“receipt.txt”") && said[0].ends_with("not there any more"),
        "{said:?}"
    );
}

#[test]
fn what_lies_in_the_bin_is_looked_after_too() {
    let (home, _) = Home::with_dispute();
    let other = another(&home);
    added(&home, &other, "receipt.txt", "the receipt of 1 June");
    let bin = home.app.remove(holdfast_app::wire::RecordKind::Dispute, &other).expect("removed");
    let home = damage(home, "the receipt of 1 June");
    let said = home.app.verify_evidence().expect("looked");
    assert!(said[0].starts_with("“receipt.txt” of a dispute in the bin"), "{said:?}");
    home.app.undo(&bin.action.expect("an action")).expect("taken out again");
    let said = home.app.verify_evidence().expect("looked");
    assert!(said[0].starts_with("“receipt.txt” of “The kettle that leaks”"), "{said:?}");
}
