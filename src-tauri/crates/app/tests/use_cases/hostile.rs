//! Text is text, and a store that cannot be used says so and stays as it is.

use std::fs;

use holdfast_app::App;
use holdfast_app::wire::{ErrorCode, Vendor, VendorKind};

use crate::support::{Home, clock, new_dispute};

#[test]
fn markup_and_every_script_come_back_as_they_were_typed() {
    let home = Home::new();
    for text in [
        "<script>alert(1)</script>",
        "Robert'); DROP TABLE vendor;--",
        "شركة النقل السريع",
        "חברת הביטוח",
        "东方航空公司",
        "👩‍👩‍👧‍👦 & Söhne",
        "a\u{202e}b",
    ] {
        let vendor = Vendor {
            id: None,
            name: text.into(),
            kind: VendorKind::Other,
            address: vec![text.into()],
            country: None,
            channels: Vec::new(),
            known_as: Vec::new(),
        };
        let done = home.app.save_vendor(&vendor).expect("any script is a name");
        let kept = home.app.vendor(&done.id.expect("it has an id")).expect("it is there").vendor;
        assert_eq!(kept.name, text);
        assert_eq!(kept.address, [text]);
    }
}

#[test]
fn a_second_opener_is_turned_away_and_the_first_goes_on() {
    let (home, dispute) = Home::with_dispute();
    let path = home.folder.path().join("home.db");
    let error = App::open(&path, clock()).err().expect("the store has one writer");
    assert_eq!(error.code, ErrorCode::StoreInUse);
    home.app.dispute(&dispute).expect("the first is not disturbed");
}

#[test]
fn what_is_no_store_is_refused_unchanged() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, content, code) in [
        ("letter.db", b"Dear Sir or Madam".to_vec(), ErrorCode::StoreForeign),
        ("picture.db", vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3], ErrorCode::StoreForeign),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, &content).expect("written");
        let error = App::open(&path, clock()).err().expect("it is refused");
        assert_eq!(error.code, code, "{name}");
        assert_eq!(fs::read(&path).expect("still there"), content, "{name} stays as it was");
    }
    let files = fs::read_dir(folder.path()).expect("listed").count();
    assert_eq!(files, 2, "nothing is left beside a refused file");
}

#[test]
fn a_cut_household_file_names_the_place_and_imports_nothing() {
    let (home, _) = Home::with_dispute();
    let file = home.app.export_household().expect("given out");
    let cut = &file.as_bytes()[..file.len() / 2];
    let before = home.app.start("").expect("begins");
    let imported = home.app.import_household(cut).expect("an answer, not a fault");
    assert!(!imported.imported && imported.problems.iter().any(|problem| problem.is_error));
    assert_eq!(before, home.app.start("").expect("begins"));
    assert_eq!(file, home.app.export_household().expect("given out"), "the record is as it was");
}

#[test]
fn importing_into_a_record_reuses_people_and_vendors_and_adds_disputes() {
    let (home, _) = Home::with_dispute();
    let file = home.app.export_household().expect("given out");
    let again = home.app.import_household(file.as_bytes()).expect("taken in");
    assert!(again.imported && again.problems.iter().any(|problem| !problem.is_error));
    let start = home.app.start("").expect("begins");
    assert_eq!(start.members.len(), 1, "a member of equal name is the same member");
    assert_eq!(home.app.vendors("").expect("listed").len(), 1, "and so with vendors");
    let query = holdfast_app::wire::DisputesQuery { search: String::new(), state: None };
    assert_eq!(home.app.disputes(&query).expect("listed").len(), 2, "disputes are always added");
    home.app.undo(&again.action.expect("an import is one action")).expect("undone at once");
    assert_eq!(file, home.app.export_household().expect("given out"));
}

#[test]
fn without_a_lead_or_a_vendor_the_first_form_says_what_is_missing() {
    let home = Home::new();
    let mut form = new_dispute();
    form.lead_name = None;
    let error = home.app.start_dispute(&form).expect_err("somebody has to lead it");
    assert_eq!(error.problems[0].field, "leadName");
    let mut form = new_dispute();
    form.vendor = None;
    let error = home.app.start_dispute(&form).expect_err("somebody has to owe the sum");
    assert_eq!(error.problems[0].field, "vendor");
    assert!(home.app.start("").expect("begins").members.is_empty(), "nothing was half-written");
}
