//! Letters: drafts that change, and what went out, which never does.

use holdfast_domain::{
    Channel, Letter, LetterEdit, LetterKind, LetterTemplate, LetterTone, SentLetter, Sha256,
};
use holdfast_store::{Finding, StoreError};
use rusqlite::Connection;

use crate::round_trip::{enter, rich};
use crate::support::*;

pub(crate) fn letter(number: u128) -> Letter {
    Letter {
        id: id(0x80, number),
        dispute: dispute_id(1),
        kind: LetterKind::FollowUp,
        template: None,
        to_vendor: vendor_id(2),
        to_contact: None,
        office: None,
        by: Channel::Letter,
        from: member_id(1),
        about: None,
        help: None,
        request: None,
        reason: None,
        basis: None,
        next_body: None,
        reply_by: None,
        tone: LetterTone::Gentle,
        with_effect: false,
        with_dossier: false,
        show_accounts: false,
        leave_out: Vec::new(),
        leave_out_claims: Vec::new(),
        enclosures: Vec::new(),
        edits: Vec::new(),
    }
}

/// A letter in which every field has something.
fn full_letter(number: u128) -> Letter {
    Letter {
        template: Some(id(0x83, 1)),
        to_contact: Some(contact_id(2)),
        office: some("Claims"),
        by: Channel::Email,
        about: Some(event_id(1)),
        help: Some(id(0x68, 1)),
        request: some("the fee back"),
        reason: some("the answer settles nothing"),
        basis: some("their own terms, section 4"),
        next_body: some("the ombudsman"),
        reply_by: Some(day("2026-03-01")),
        tone: LetterTone::Firm,
        with_effect: true,
        with_dossier: true,
        show_accounts: true,
        leave_out: vec![id(0x51, 1), id(0x51, 99)],
        leave_out_claims: vec![id(0x61, 2)],
        enclosures: vec![id(0x70, 1)],
        edits: vec![edit(number * 10, "request"), edit(number * 10 + 1, "added-1")],
        ..letter(number)
    }
}

fn edit(number: u128, key: &str) -> LetterEdit {
    LetterEdit {
        id: id(0x81, number),
        key: key.to_owned(),
        base: "as it was composed".to_owned(),
        text: "In my own words.\nAnd more.".to_owned(),
        after: (number % 2 == 1).then(|| "request".to_owned()),
    }
}

fn template() -> LetterTemplate {
    LetterTemplate {
        id: id(0x83, 1),
        kind: LetterKind::FollowUp,
        name: some("Short"),
        text: "{{ opening }}".to_owned(),
    }
}

pub(crate) fn sent(home: &Home, number: u128) -> SentLetter {
    let pdf = home.store.store_original(&b"%PDF-1.7 a letter"[..], 100).expect("stored");
    SentLetter {
        id: id(0x82, number),
        dispute: dispute_id(1),
        letter: id(0x80, number),
        kind: LetterKind::FollowUp,
        to_vendor: vendor_id(2),
        to_contact: Some(contact_id(2)),
        addressee: "Person 2".to_owned(),
        on: day("2026-02-10"),
        by: Channel::Letter,
        tracking: some("RR 123"),
        reply_by: Some(day("2026-02-24")),
        subject: "Your reference REF-9".to_owned(),
        text: "Dear Person 2,\n\nThe marmalade has not come.".to_owned(),
        pdf: pdf.sha256,
        pdf_size: pdf.size,
        dossier: None,
        event: event_id(2),
        marked_at: now(),
    }
}

fn with_letters() -> Home {
    let home = home();
    enter(&home, 1, &rich());
    home.write(2, |w| {
        w.put_letter_template(&template())?;
        w.put_letter(&full_letter(1))?;
        w.put_letter(&letter(2))
    });
    home
}

#[test]
fn letters_and_templates_come_back_the_same_after_a_restart() {
    let home = with_letters();
    let letter_sent = sent(&home, 2);
    home.write(3, |w| w.put_sent_letter(&letter_sent));
    let home = home.reopened();
    let r = home.store.reader().expect("a view");
    assert_eq!(r.letter(id(0x80, 1)).expect("read"), Some(full_letter(1)), "every field");
    assert_eq!(r.letters_of(dispute_id(1)).expect("read"), [full_letter(1), letter(2)]);
    assert_eq!(r.letters_of(dispute_id(2)).expect("read"), [], "another dispute has none");
    assert_eq!(r.draft_letters().expect("read"), [full_letter(1)], "what went out is no draft");
    assert_eq!(r.letter_templates().expect("read"), [template()]);
    assert_eq!(r.sent_letters().expect("read"), std::slice::from_ref(&letter_sent));
    assert_eq!(r.sent_letters_of(dispute_id(1)).expect("read"), std::slice::from_ref(&letter_sent));
    assert_eq!(r.sending_of(id(0x80, 2)).expect("read"), Some(letter_sent.clone()));
    assert_eq!(r.sending_of(id(0x80, 1)).expect("read"), None);
    assert_eq!(r.sent_letter(id(0x82, 2)).expect("read"), Some((letter_sent, false)));
    let found = r.disputes_matching("marmalade", false).expect("search");
    assert_eq!(found, [dispute_id(1)], "the words of a letter that went out are found");
    drop(r);
    assert_eq!(home.store.verify().expect("verify"), [], "nothing about it is wrong");
}

#[test]
fn an_edit_that_is_no_longer_there_is_gone_and_undo_brings_it_back() {
    let home = with_letters();
    let mut fewer = full_letter(1);
    fewer.edits.remove(0);
    home.write(3, |w| w.put_letter(&fewer));
    let read = |home: &Home| home.store.reader().expect("a view").letter(fewer.id).expect("read");
    assert_eq!(read(&home), Some(fewer.clone()));
    home.undo(4, 3).expect("undone");
    assert_eq!(read(&home), Some(full_letter(1)));
}

#[test]
fn what_was_sent_cannot_be_changed_or_deleted_by_any_hand() {
    let home = with_letters();
    let before = sent(&home, 2);
    home.write(3, |w| w.put_sent_letter(&before));
    let mut changed = before.clone();
    changed.text.push('!');
    let refused = home.try_write(4, |w| w.put_sent_letter(&changed));
    assert!(matches!(refused, Err(StoreError::Constraint { .. })), "{refused:?}");
    let connection = Connection::open(&home.path).expect("open");
    let columns = "id dispute letter kind to_vendor to_contact addressee sent_on channel tracking
        reply_by subject text pdf pdf_size dossier event marked_at";
    for column in columns.split_whitespace() {
        let changed =
            connection.execute(&format!("UPDATE sent_letter SET {column} = {column}"), []);
        assert!(changed.is_err(), "{column} can be changed");
    }
    assert!(connection.execute("DELETE FROM sent_letter", []).is_err(), "it can be deleted");
    let r = home.store.reader().expect("a view");
    assert_eq!(r.sent_letter(before.id).expect("read"), Some((before, false)), "it is as it was");
}

#[test]
fn a_letter_goes_out_once_and_taking_that_back_keeps_the_copy() {
    let home = with_letters();
    let first = sent(&home, 2);
    home.write(3, |w| w.put_sent_letter(&first));
    let again = SentLetter { id: id(0x82, 9), ..first.clone() };
    let refused = home.try_write(4, |w| w.put_sent_letter(&again));
    assert!(matches!(refused, Err(StoreError::Constraint { .. })), "{refused:?}");
    home.undo(5, 3).expect("“sent” is taken back");
    let r = home.store.reader().expect("a view");
    assert_eq!(r.sent_letters().expect("read"), [], "it no longer counts as sent");
    assert_eq!(
        r.letters_taken_back().expect("read"),
        std::slice::from_ref(&first),
        "and its copy is there"
    );
    assert_eq!(r.sent_letter(first.id).expect("read"), Some((first, true)));
    let drafts: Vec<_> = r.draft_letters().expect("read").iter().map(|it| it.id).collect();
    assert_eq!(drafts, [id(0x80, 2), id(0x80, 1)], "the letter is a draft again");
    drop(r);
    home.write(6, |w| w.put_sent_letter(&again));
    assert_eq!(home.store.verify().expect("verify"), [], "the journal agrees");
}

#[test]
fn a_letter_without_its_documents_is_not_marked_as_sent() {
    let home = with_letters();
    let nowhere = Sha256([7; 32]);
    let without_pdf = SentLetter { pdf: nowhere, ..sent(&home, 2) };
    let without_dossier = SentLetter { dossier: Some(nowhere), ..sent(&home, 2) };
    for refused in [without_pdf, without_dossier] {
        let refused = home.try_write(3, |w| w.put_sent_letter(&refused));
        assert_eq!(refused, Err(StoreError::NoOriginal { sha256: nowhere }));
    }
}

#[test]
fn what_a_sent_letter_names_stays_and_what_goes_with_its_dispute_comes_back_with_it() {
    let home = with_letters();
    let letter_sent = sent(&home, 2);
    home.write(3, |w| w.put_sent_letter(&letter_sent));
    let refused = home.try_write(4, |w| w.bin(event_id(2)));
    assert!(matches!(refused, Err(StoreError::InUse { .. })), "its event is named: {refused:?}");
    let refused = home.try_write(5, |w| w.bin(letter_sent.letter));
    assert!(matches!(refused, Err(StoreError::InUse { .. })), "and so is the letter: {refused:?}");
    home.write(6, |w| w.bin(dispute_id(1)));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.letters_of(dispute_id(1)).expect("read"), [], "letters go with their dispute");
    assert_eq!(r.draft_letters().expect("read"), []);
    assert_eq!(r.sent_letters().expect("read"), []);
    drop(r);
    home.write(7, |w| w.restore(dispute_id(1)));
    let r = home.store.reader().expect("a view");
    assert_eq!(r.sent_letters().expect("read"), [letter_sent], "and come back with it");
}

#[test]
fn verify_reads_what_was_sent_and_finds_what_is_missing() {
    let home = with_letters();
    let letter_sent = sent(&home, 2);
    home.write(3, |w| w.put_sent_letter(&letter_sent));
    let evidence = Connection::open(home.path.with_file_name("home.db-evidence")).expect("open");
    evidence
        .execute_batch(
            "DROP TRIGGER chunk_is_kept;
             UPDATE chunk SET bytes = CAST(x'FF' || substr(bytes, 2) AS BLOB);",
        )
        .expect("one bit rots");
    let changed = Finding::OriginalChanged { sha256: letter_sent.pdf };
    assert_eq!(home.store.verify().expect("verify"), [changed], "its PDF is read again");
    evidence
        .execute_batch(
            "DROP TRIGGER chunk_stays; DROP TRIGGER original_stays;
             DELETE FROM chunk; DELETE FROM original;",
        )
        .expect("all is gone");
    let missing = Finding::SentMissing { sent: letter_sent.id, sha256: letter_sent.pdf };
    assert_eq!(home.store.verify().expect("verify"), [missing]);
}
