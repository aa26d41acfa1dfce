//! Dossiers: what is chosen for their readers, and what was sent, which never changes.

use holdfast_domain::{
    DossierChoice, DossierPart, DossierReader, NumberedExhibit, SentDossier, Sha256,
};
use holdfast_store::{Finding, StoreError};
use rusqlite::Connection;

use crate::round_trip::{enter, rich};
use crate::support::*;

/// A choice in which every field has something.
fn choice(number: u128, reader: DossierReader) -> DossierChoice {
    DossierChoice {
        id: id(0x90, number),
        dispute: dispute_id(1),
        reader,
        recipient: some("The ombudsman"),
        without: vec![DossierPart::NextSteps, DossierPart::Money],
        leave_out: vec![id(0x51, 1), id(0x51, 99)],
        show_accounts: true,
        us_letter: true,
        with_exhibits: true,
        covered: vec!["Dana Ruiz".to_owned(), "12-34".to_owned()],
    }
}

fn sent(home: &Home, number: u128) -> SentDossier {
    let pdf = home.store.store_original(&b"%PDF-1.7 a dossier"[..], 100).expect("stored");
    SentDossier {
        id: id(0x91, number),
        dispute: dispute_id(1),
        reader: DossierReader::Court,
        recipient: None,
        on: day("2026-02-10"),
        pdf: pdf.sha256,
        pdf_size: pdf.size,
        exhibits: vec![
            NumberedExhibit { number: 1, sha256: Sha256([7; 32]) },
            NumberedExhibit { number: 12, sha256: Sha256([0xAB; 32]) },
        ],
        marked_at: now(),
    }
}

fn with_disputes() -> Home {
    let home = home();
    enter(&home, 1, &rich());
    home
}

#[test]
fn choices_and_editions_come_back_the_same_after_a_restart() {
    let home = with_disputes();
    let (court, bare) = (choice(1, DossierReader::Court), DossierReader::Vendor);
    let bare = DossierChoice::preset(id(0x90, 2), dispute_id(1), bare);
    let edition = sent(&home, 1);
    home.write(2, |w| {
        w.put_dossier_choice(&court)?;
        w.put_dossier_choice(&bare)?;
        w.put_sent_dossier(&edition)
    });
    let home = home.reopened();
    let r = home.store.reader().expect("a view");
    assert_eq!(r.dossier_choices(dispute_id(1)).expect("read"), [court.clone(), bare]);
    let found = r.dossier_choice(dispute_id(1), DossierReader::Court).expect("read");
    assert_eq!(found, Some(court));
    assert_eq!(r.dossier_choices(dispute_id(2)).expect("read"), [], "another dispute has its own");
    assert_eq!(r.sent_dossiers_of(dispute_id(1)).expect("read"), [edition]);
    assert_eq!(home.store.verify().expect("verify"), [], "all of it is journalled");
}

#[test]
fn a_reader_has_one_choice_and_what_was_sent_does_not_change() {
    let home = with_disputes();
    let edition = sent(&home, 1);
    home.write(2, |w| {
        w.put_dossier_choice(&choice(1, DossierReader::Court))?;
        w.put_sent_dossier(&edition)
    });
    let second = home.try_write(3, |w| w.put_dossier_choice(&choice(2, DossierReader::Court)));
    assert!(matches!(second, Err(StoreError::Constraint { .. })), "{second:?}");
    let other = SentDossier { on: day("2026-02-11"), ..edition.clone() };
    let changed = home.try_write(4, |w| w.put_sent_dossier(&other));
    assert!(matches!(changed, Err(StoreError::Constraint { .. })), "{changed:?}");
    let lost = SentDossier { id: id(0x91, 2), pdf: Sha256([9; 32]), ..edition.clone() };
    let nowhere = home.try_write(5, |w| w.put_sent_dossier(&lost));
    assert!(matches!(nowhere, Err(StoreError::NoOriginal { .. })), "{nowhere:?}");

    home.undo(6, 2).expect("both were one action");
    let r = home.store.reader().expect("a view");
    assert_eq!(r.dossier_choices(dispute_id(1)).expect("read"), []);
    let back = r.dossiers_taken_back(dispute_id(1)).expect("read");
    assert_eq!(back, std::slice::from_ref(&edition), "it stays");
    assert_eq!(r.sent_dossier(edition.id).expect("read"), Some((edition, true)));
}

#[test]
fn verify_names_an_edition_whose_document_is_gone() {
    let home = with_disputes();
    let edition = sent(&home, 1);
    home.write(2, |w| w.put_sent_dossier(&edition));
    let evidence = Connection::open(home.path.with_file_name("home.db-evidence")).expect("open");
    evidence
        .execute_batch(
            "DROP TRIGGER chunk_stays; DROP TRIGGER original_stays;
             DELETE FROM chunk; DELETE FROM original;",
        )
        .expect("all is gone");
    let missing = Finding::EditionMissing { sent: edition.id, sha256: edition.pdf };
    assert_eq!(home.store.verify().expect("verify"), [missing]);
}
