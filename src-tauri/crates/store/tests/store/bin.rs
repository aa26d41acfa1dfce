//! The bin: hidden and kept, and nothing out of it names what is in it.

use holdfast_domain::{Attachment, Cited};
use holdfast_store::{DisputeScope, Order, Record, StoreError};

use crate::round_trip::{enter, full_dispute, rich};
use crate::support::*;

#[test]
fn a_binned_dispute_is_nowhere_to_be_seen_and_comes_back_whole() {
    let home = home();
    enter(&home, 1, &rich());
    let stored = home.store.store_original(&b"receipt"[..], 100).expect("stored");
    let attachment = Attachment {
        citations: vec![citation(1, Cited::Event(event_id(1)))],
        ..attachment(1, stored)
    };
    home.write(2, |w| w.put_attachment(&attachment));
    home.write(3, |w| w.bin(dispute_id(1)));
    let home = home.reopened();
    {
        let r = home.store.reader().expect("a view");
        assert_eq!(r.dispute(dispute_id(1)).expect("read"), None, "not by its id");
        let all = r.disputes_where(DisputeScope::All).expect("read");
        assert!(all.iter().all(|dispute| dispute.id != dispute_id(1)), "not in the list");
        assert_eq!(r.events_of(dispute_id(1)).expect("read"), [], "its events are hidden with it");
        let with = r.events_with_vendor(vendor_id(2), None, 10).expect("read");
        assert_eq!(with, [], "also where they are listed by vendor");
        assert_eq!(r.attachments(None, 10).expect("read"), [], "and what is attached to them");
        assert_eq!(r.last_event_days().expect("read").get(&dispute_id(1)), None);
        assert_eq!(
            r.disputes_matching("washing", false).expect("read"),
            [],
            "search finds it no more"
        );
        let bin = r.bin().expect("read");
        assert_eq!(bin.len(), 1, "what belongs to it is not listed beside it");
        assert_eq!(bin[0].record, Record::Dispute(dispute_id(1)));
        assert_eq!(bin[0].label, "Dispute 1");
        assert_eq!(bin[0].at, action(3).at);
    }
    home.write(4, |w| w.restore(dispute_id(1)));
    assert_eq!(home.whole(), rich(), "it comes back as it was");
    let r = home.store.reader().expect("a view");
    assert_eq!(r.attachments(None, 10).expect("read"), [attachment]);
    assert_eq!(r.bin().expect("read"), []);
}

#[test]
fn each_part_of_a_dispute_can_be_binned_and_restored_by_itself() {
    let home = home();
    enter(&home, 1, &rich());
    let parts: [Record; 11] = [
        Record::Party(id(0x60, 1)),
        Record::Movement(id(0x62, 1)),
        Record::Issue(id(0x6A, 1)),
        Record::Promise(id(0x65, 1)),
        Record::Offer(id(0x66, 1)),
        Record::Rung(id(0x67, 1)),
        Record::Advocacy(id(0x68, 1)),
        Record::Check(id(0x64, 1)),
        Record::NextStep(id(0x69, 1)),
        Record::Fact(id(0x51, 1)),
        Record::VendorChannel(id(0x21, 1)),
    ];
    for (number, part) in (10..).step_by(2).zip(parts) {
        home.write(number, |w| w.bin(part));
        assert_ne!(home.whole(), rich(), "{part} is gone");
        let bin = home.store.reader().expect("a view").bin().expect("read");
        assert!(
            bin.iter().any(|it| it.record == part && it.owner.is_some() && !it.label.is_empty()),
            "{part} lies in the bin, with words and with what it belongs to"
        );
        home.write(number + 1, |w| w.restore(part));
        assert_eq!(home.whole(), rich(), "{part} is back");
    }
}

#[test]
fn what_is_still_named_cannot_go_to_the_bin() {
    let home = home();
    enter(&home, 1, &rich());
    let claim = Record::Claim(id(0x61, 1));
    for (record, by) in [
        (Record::Event(event_id(1)), claim),
        (Record::Member(member_id(1)), Record::Dispute(dispute_id(1))),
        (claim, Record::Remedy(id(0x63, 1))),
    ] {
        let refused = home.try_write(2, |w| w.bin(record));
        assert_eq!(refused, Err(StoreError::InUse { record, by }), "{record} is named by {by}");
    }
    assert_eq!(home.whole(), rich(), "nothing has changed");
    let mut without = full_dispute();
    without.claims[0].because_of = None;
    home.write(3, |w| {
        w.bin(event_id(1))?;
        w.put_dispute(&without)
    });
    let r = home.store.reader().expect("a view");
    assert_eq!(r.event(event_id(1)).expect("read"), None, "unnamed in the same action, it may go");
}

#[test]
fn nothing_can_be_written_that_names_what_lies_in_the_bin_or_nowhere() {
    let home = home().with_people();
    home.write(2, |w| w.bin(contact_id(1)));
    home.write(3, |w| w.put_dispute(&dispute(1)));
    let mut call = event(1, "2026-02-01");
    call.contacts = vec![contact_id(1)];
    let refused = home.try_write(4, |w| w.put_event(&call));
    assert!(
        matches!(refused, Err(StoreError::InBin { record: Record::Contact(_), .. })),
        "the person lies in the bin: {refused:?}"
    );
    call.contacts = vec![contact_id(88)];
    let refused = home.try_write(5, |w| w.put_event(&call));
    assert!(
        matches!(refused, Err(StoreError::Missing { record: Record::Contact(_), .. })),
        "there is no such person: {refused:?}"
    );
}

#[test]
fn nothing_can_belong_to_what_does_not_exist() {
    let home = home().with_people();
    let refused = home.try_write(2, |w| w.put_event(&event(1, "2026-02-01")));
    let missing = StoreError::Missing {
        record: Record::Dispute(dispute_id(1)),
        by: Record::Event(event_id(1)),
    };
    assert_eq!(refused, Err(missing), "the refusal names the dispute that is not there");
}

#[test]
fn restoring_what_names_something_in_the_bin_is_refused() {
    let home = home().with_people();
    home.write(2, |w| w.bin(contact_id(1)));
    home.write(3, |w| w.bin(vendor_id(1)));
    let refused = home.try_write(4, |w| w.restore(contact_id(1)));
    let in_bin = StoreError::InBin {
        record: Record::Vendor(vendor_id(1)),
        by: Record::Contact(contact_id(1)),
    };
    assert_eq!(refused, Err(in_bin), "the vendor has to come back first");
}

#[test]
fn binning_twice_is_binning_once_and_what_is_nowhere_is_not_found() {
    let home = home().with_people();
    home.write(2, |w| w.bin(contact_id(1)));
    home.write(3, |w| w.bin(contact_id(1)));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.action(action_id(3)).expect("read"), None, "nothing changed");
    drop(r);
    let record = Record::Contact(contact_id(50));
    let refused = home.try_write(4, |w| w.bin(record));
    assert_eq!(refused, Err(StoreError::NotFound { record }));
}

#[test]
fn saving_what_lies_in_the_bin_takes_it_out() {
    let home = home().with_people();
    home.write(2, |w| w.put_dispute(&dispute(1)));
    home.write(3, |w| w.put_event(&event(1, "2026-02-01")));
    home.write(4, |w| w.bin(event_id(1)));
    home.write(5, |w| w.put_event(&event(1, "2026-02-01")));
    let r = home.store.reader().expect("a view");
    let page = r.events_page(dispute_id(1), Order::Oldest, None, 5).expect("read");
    assert_eq!(page.len(), 1, "whoever saves a form wants to see it");
}
