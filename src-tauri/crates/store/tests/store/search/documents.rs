//! The text of documents: kept beside the originals, found, forgotten and read anew.

use holdfast_domain::{Attachment, Sha256};
use holdfast_store::{Rank, StoreError};

use super::{search, shown};
use crate::support::*;

/// Attaches an original of these bytes to the first dispute.
fn attach(home: &Home, number: u128, bytes: &str, caption: Option<&str>) -> Sha256 {
    let stored = home.store.store_original(bytes.as_bytes(), u64::MAX).expect("stored");
    let attachment = Attachment {
        id: id(0x70, number),
        dispute: dispute_id(1),
        sha256: stored.sha256,
        name: format!("scan-{number}.pdf"),
        media_type: "application/pdf".to_owned(),
        size: stored.size,
        caption: caption.map(str::to_owned),
        dated: None,
        obtained: None,
        vendor: None,
        author: None,
        citations: Vec::new(),
        covered: Vec::new(),
        added_at: now() + chrono::TimeDelta::days(i64::try_from(number).expect("small")),
    };
    home.write(10 + number, |w| w.put_attachment(&attachment));
    stored.sha256
}

fn pages(texts: &[&str]) -> Vec<(u32, String)> {
    (1..).zip(texts.iter().map(|text| (*text).to_owned())).collect()
}

fn with_documents() -> (Home, [Sha256; 3]) {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    let originals = [
        attach(&home, 1, "one", Some("The lease")),
        attach(&home, 2, "two", None),
        attach(&home, 3, "three", None),
    ];
    home.store
        .keep_text(originals[0], &pages(&["A page of terms.", "", "Interest of 12,50 EUR is due."]))
        .expect("kept");
    home.store
        .keep_text(originals[1], &pages(&["Interest of the tenant.", "It is due in München."]))
        .expect("kept");
    (home, originals)
}

#[test]
fn words_of_a_document_are_found_with_their_page() {
    let (home, _) = with_documents();
    let found = search(&home, "interest due");
    let hits: Vec<_> = found.iter().map(|it| (it.record, it.page, it.rank)).collect();
    assert_eq!(
        hits,
        [
            (id::<holdfast_domain::AttachmentId>(0x70, 1).into(), Some(3), Rank::Document),
            (id::<holdfast_domain::AttachmentId>(0x70, 2).into(), Some(1), Rank::Document),
        ],
        "both words on one page come before words over several"
    );
    assert_eq!(shown(&found[0].excerpt), "[Interest] of 12,50 EUR is [due].");
    assert_eq!(search(&home, "lease interest").len(), 1, "a word of its caption, one of its text");
    assert_eq!(search(&home, "munchen")[0].page, Some(2), "folded as all texts are");
    assert_eq!(search(&home, "12.50")[0].page, Some(3), "a sum as others write it");
    assert_eq!(search(&home, "lease")[0].rank, Rank::Title, "what is called so");
    home.write(20, |w| w.bin(id::<holdfast_domain::AttachmentId>(0x70, 2)));
    assert_eq!(search(&home, "munchen"), [], "not by what lies in the bin");
}

#[test]
fn what_was_read_is_known_and_can_be_read_anew() {
    let (home, originals) = with_documents();
    let unread = || home.store.originals_without_text().expect("read");
    assert_eq!(unread(), [originals[2]], "what was not read yet");
    home.store.keep_text(originals[2], &[]).expect("kept");
    assert_eq!(unread(), [], "a picture was read although it has no text");
    home.store.keep_text(originals[0], &pages(&["Other words."])).expect("kept");
    assert_eq!(search(&home, "interest due").len(), 1, "the text before is no longer found");
    assert_eq!(search(&home, "other")[0].page, Some(1), "the new one is");
    home.store.forget_text().expect("forgotten");
    assert_eq!(search(&home, "other"), [], "nothing is found");
    assert_eq!(unread(), originals, "and all has to be read again");
    home.store.keep_text(originals[0], &pages(&["Other words."])).expect("kept");
    let home = home.reopened();
    assert_eq!(search(&home, "other").len(), 1, "it is there after the next start");
    assert_eq!(home.store.verify().expect("verify"), [], "and the files are sound");
    let missing = home.store.keep_text(Sha256([7; 32]), &[]);
    assert!(matches!(missing, Err(StoreError::NoOriginal { .. })), "{missing:?}");
}
