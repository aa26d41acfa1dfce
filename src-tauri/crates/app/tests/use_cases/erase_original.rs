//! Erasing an added file for good: what is told first, and that nothing of it goes along anywhere.

use holdfast_app::archives::Checked;
use holdfast_app::wire::{Deed, DeedState, ErrorCode, EvidenceAdding, FileKeeperKind};
use holdfast_app::{App, Incoming};

use crate::support::*;

const BYTES: &[u8] = b"a scan of passport Z-4417-QUAIL";

fn is_in(path: &std::path::Path) -> bool {
    let bytes = std::fs::read(path).expect("read");
    bytes.windows(12).any(|at| at == b"Z-4417-QUAIL")
}

#[test]
fn a_look_says_what_names_it_and_it_goes_along_nowhere_afterwards() {
    let (home, dispute) = Home::with_dispute();
    let scan = attach(&home, &dispute, "scan.txt", BYTES, Vec::new());
    attach(&home, &dispute, "other.txt", b"something else", Vec::new());
    let look = home.app.look_to_erase_original(&scan).expect("looked");
    assert_eq!((look.name.as_str(), look.size as usize), ("scan.txt", BYTES.len()));
    let named: Vec<_> = look.named_by.iter().map(|it| (it.kind, it.name.as_str())).collect();
    assert_eq!(named, [(FileKeeperKind::File, "scan.txt")]);
    assert!(look.named_by[0].dispute.is_some());

    let done = home.app.erase_original(&scan).expect("erased");
    assert_eq!((done.on.as_str(), done.is_clean), (TODAY, true));
    let refused = home.app.write_attachment(&scan, &mut Vec::new()).expect_err("it is gone");
    assert_eq!(refused.code, ErrorCode::OriginalErased);
    assert_eq!(refused.values.get("on").map(String::as_str), Some(TODAY));
    let again = home.app.look_to_erase_original(&scan).expect_err("it is gone");
    assert_eq!(again.code, ErrorCode::OriginalErased);
    assert_eq!(home.app.attachment(&scan).expect("still said").name, "scan.txt");
    let line = &home.app.journal(None).expect("listed").lines[0];
    assert_eq!((line.deed, line.state), (Some(Deed::EraseOriginal), DeedState::ForGood));

    let (out, archive) = (home.folder.path().join("Marlow"), home.folder.path().join("a.holdfast"));
    let saved = home.app.save_folder(&out).expect("written");
    assert_eq!((saved.files, saved.lacking), (1, 0), "it is not missed");
    let about = std::fs::read_to_string(out.join("READ ME.txt")).expect("read");
    assert!(about.contains(&format!("Files/scan.txt (on {TODAY})")), "{about}");
    let saved = home.app.save_archive(&archive, None).expect("written");
    assert_eq!((saved.files, saved.lacking), (1, 0));
    assert!(!is_in(&archive));
    let to = home.folder.path().join("to");
    std::fs::create_dir(&to).expect("made");
    let path = to.join("home.db");
    Checked::open(&archive, None)
        .and_then(|it| it.take(&path, None, clock(), false))
        .expect("taken");
    let taken = App::open(&path, clock()).expect("it opens");
    assert_eq!(taken.verify().expect("verified"), Vec::<String>::new());
    let refused = taken.write_attachment(&scan, &mut Vec::new()).expect_err("it is gone");
    assert_eq!(refused.code, ErrorCode::OriginalErased, "the mark went along");
}

#[test]
fn one_that_is_added_again_is_there_again_and_that_is_said() {
    let (home, dispute) = Home::with_dispute();
    let scan = attach(&home, &dispute, "scan.txt", BYTES, Vec::new());
    home.app.erase_original(&scan).expect("erased");
    let adding = EvidenceAdding::to(&dispute);
    let files = || {
        [("scan again.txt", BYTES), ("other.txt", b"something else")]
            .map(|(name, bytes)| Incoming::Pasted { name: name.to_owned(), bytes: bytes.to_vec() })
    };
    let done = home.app.add_evidence(&adding, files().into(), &mut |_| true).expect("added");
    let back: Vec<_> = done.back.iter().map(|it| (it.name.as_str(), &*it.erased_on)).collect();
    assert_eq!(back, [("scan again.txt", TODAY)]);
    assert_eq!(done.known, [], "it was not there already");
    assert_eq!(done.added.len(), 1, "the other is new");
    assert_eq!(home.app.attachment(&scan).expect("shown").erased_on, None);
    let again = home.app.add_evidence(&adding, files().into(), &mut |_| true).expect("added");
    assert_eq!((again.back.len(), again.known.len()), (0, 2), "now it is");
}
