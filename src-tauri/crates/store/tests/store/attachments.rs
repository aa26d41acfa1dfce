//! Attachments: what is known of an original, what rests on it, and what comes back with what.

use holdfast_domain::{Attachment, Cited, EventTime, Occurred, Precision};
use holdfast_store::{Record, StoreError};

use crate::letters::letter;
use crate::round_trip::{enter, rich};
use crate::support::*;

/// A household with something of everything, a letter, and one stored original.
fn furnished() -> (Home, holdfast_store::Stored) {
    let home = home();
    enter(&home, 1, &rich());
    home.write(2, |w| w.put_letter(&letter(1)));
    let stored = home.store.store_original(&b"receipt"[..], 100).expect("stored");
    (home, stored)
}

/// An attachment with something in every field, cited by one record of each noun.
fn full(stored: holdfast_store::Stored) -> Attachment {
    let cited = [
        Cited::Event(event_id(1)),
        Cited::Fact(id(0x51, 1)),
        Cited::Claim(id(0x61, 1)),
        Cited::Promise(id(0x65, 1)),
        Cited::Remedy(id(0x63, 1)),
        Cited::Letter(id(0x80, 1)),
        Cited::Issue(id(0x6A, 1)),
    ];
    let instant = "2026-02-03T10:15:00+05:30".parse().expect("an instant");
    Attachment {
        name: "../receipt.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        caption: some("The receipt"),
        dated: Some(EventTime { at: Occurred::At(instant), precision: Precision::About }),
        obtained: some("photographed at home"),
        vendor: Some(vendor_id(1)),
        author: some("the till"),
        citations: (1..).zip(cited).map(|(n, of)| citation(n, of)).collect(),
        ..attachment(1, stored)
    }
}

fn read(home: &Home, number: u128) -> Option<Attachment> {
    home.store.reader().expect("a view").attachment(id(0x70, number)).expect("read")
}

#[test]
fn attachments_come_back_with_what_is_known_of_them_and_what_rests_on_them() {
    let (home, stored) = furnished();
    let all = [full(stored), attachment(2, stored), attachment(3, stored)];
    home.write(3, |w| all.iter().try_for_each(|it| w.put_attachment(it)));
    let home = home.reopened();
    let r = home.store.reader().expect("a view");
    assert_eq!(r.attachments_of(dispute_id(1)).expect("read"), all);
    assert_eq!(r.attachments_of(dispute_id(2)).expect("read"), [], "another dispute has none");
    assert_eq!(r.attachments_with(stored.sha256).expect("read"), all, "found by the original");
    let first = r.attachments(None, 2).expect("read");
    let rest = r.attachments(first.last().map(|it| it.id), 2).expect("read");
    let paged: Vec<Attachment> = first.into_iter().chain(rest).rev().collect();
    assert_eq!(paged, all, "pages, newest first, leave nothing out and nothing twice");
}

#[test]
fn what_is_cited_can_be_taken_away_and_undone_field_by_field() {
    let (home, stored) = furnished();
    home.write(3, |w| w.put_attachment(&full(stored)));
    let mut less = full(stored);
    less.citations.truncate(2);
    less.citations[1].place = None;
    less.obtained = None;
    home.write(4, |w| w.put_attachment(&less));
    assert_eq!(read(&home, 1), Some(less));
    home.undo(5, 4).expect("undone");
    assert_eq!(read(&home, 1), Some(full(stored)), "with every citation and place");
    home.undo(6, 3).expect("undone");
    assert_eq!(read(&home, 1), None, "what was added is in the bin");
    let bin = home.store.reader().expect("a view").bin().expect("read");
    assert_eq!(bin.len(), 1, "its citations are not listed beside it");
    home.write(7, |w| w.restore(less_id()));
    let back = read(&home, 1).expect("it is there");
    assert_eq!(back.citations, [], "the undo took back what rested on it too");
    assert_eq!(home.store.verify().expect("verify"), []);
}

fn less_id() -> Record {
    Record::Attachment(id(0x70, 1))
}

#[test]
fn a_citation_goes_out_of_sight_with_what_it_cites_and_comes_back_with_it() {
    let whole = |home: &Home| read(home, 1).expect("the evidence itself stays in sight");
    let parts: [(Record, &[usize]); 6] = [
        (Record::Event(event_id(1)), &[0, 1]),
        (Record::Fact(id(0x51, 1)), &[1]),
        (Record::Claim(id(0x61, 1)), &[2]),
        (Record::Promise(id(0x65, 1)), &[3]),
        (Record::Remedy(id(0x63, 1)), &[4]),
        (Record::Letter(id(0x80, 1)), &[5]),
    ];
    for (record, hidden) in parts {
        let (home, stored) = furnished();
        home.write(3, |w| w.put_attachment(&full(stored)));
        // What else names the record would keep it out of the bin, so that goes first.
        home.write(4, |w| {
            let mut dispute = w.dispute(dispute_id(1))?.expect("it is there");
            dispute.claims.iter_mut().for_each(|claim| {
                claim.because_of = None;
                claim.movements.iter_mut().for_each(|movement| movement.remedy = None);
            });
            dispute.remedies.iter_mut().for_each(|remedy| remedy.claim = None);
            w.put_dispute(&dispute)?;
            w.bin(record)
        });
        let mut seen = whole(&home);
        let all = full(stored).citations;
        let left: Vec<_> =
            (0..).zip(&all).filter(|(at, _)| !hidden.contains(at)).map(|it| it.1.clone()).collect();
        assert_eq!(seen.citations, left, "without {record}");
        seen.caption = some("Another word for it");
        home.write(5, |w| w.put_attachment(&seen));
        home.write(6, |w| w.restore(record));
        assert_eq!(whole(&home).citations, all, "a change meanwhile has not lost {record}");
    }
}

#[test]
fn evidence_in_the_bin_is_cited_nowhere_until_it_comes_back() {
    let (home, stored) = furnished();
    home.write(3, |w| w.put_attachment(&full(stored)));
    home.write(4, |w| w.bin(less_id()));
    assert_eq!(read(&home, 1), None);
    home.write(5, |w| w.restore(less_id()));
    assert_eq!(read(&home, 1), Some(full(stored)), "with all that rested on it");
}

#[test]
fn only_what_there_is_can_be_cited() {
    let (home, stored) = furnished();
    let mut lost = attachment(1, stored);
    lost.citations = vec![citation(1, Cited::Fact(id(0x51, 777)))];
    let refused = home.try_write(3, |w| w.put_attachment(&lost));
    assert!(matches!(refused, Err(StoreError::Missing { .. })), "{refused:?}");
    let mut by = attachment(1, stored);
    by.vendor = Some(vendor_id(1));
    home.write(4, |w| w.put_attachment(&by));
    home.write(5, |w| w.bin(less_id()));
    assert_eq!(read(&home, 1), None, "nothing of the refused one is in the way");
}
