//! Evidence: what comes in, what is said of it, what rests on it, and whether it is still whole.

mod adding;
mod covered;
mod exhibits;
mod kinds;
mod names;
mod pasting;
mod said;
mod verified;

use std::path::PathBuf;

use holdfast_app::wire::{
    AppError, AttachmentView, Evidence, EvidenceAdded, EvidenceAdding, NewDispute,
};
use holdfast_app::{Incoming, files};

use crate::support::{Home, id_of, new_dispute};

/// Nothing said of a piece of evidence.
pub(crate) fn unsaid(id: &str) -> Evidence {
    Evidence {
        id: id.into(),
        caption: None,
        at: None,
        precision: None,
        obtained: None,
        vendor: None,
        author: None,
    }
}

/// A file outside the record.
fn file(home: &Home, name: &str, content: &[u8]) -> PathBuf {
    let path = home.folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    path
}

/// Adds what was chosen, to the end.
fn add(
    home: &Home,
    adding: &EvidenceAdding,
    chosen: &[PathBuf],
) -> Result<EvidenceAdded, AppError> {
    home.app.add_evidence(adding, files::gathered(chosen).expect("not too many"), &mut |_| true)
}

/// Adds one small text, and says under what id it is kept.
fn added(home: &Home, dispute: &str, name: &str, text: &str) -> String {
    let one = Incoming::Pasted { name: name.into(), bytes: text.into() };
    let done = home.app.add_evidence(&EvidenceAdding::to(dispute), vec![one], &mut |_| true);
    id_of(&done.expect("accepted").done)
}

pub(crate) fn evidence_of(home: &Home, dispute: &str) -> Vec<AttachmentView> {
    home.app.dispute(dispute).expect("shown").attachments
}

/// Another dispute of the same household.
fn another(home: &Home) -> String {
    let other = NewDispute {
        title: "The kettle that leaks".into(),
        reference: None,
        claim: None,
        ..new_dispute()
    };
    id_of(&home.app.start_dispute(&other).expect("accepted"))
}
