//! Which e-mails a dispute has already: by their bytes, and by the name that the sender's program
//! gave them, for two programs save the same e-mail with other bytes.

use std::collections::HashMap;

use holdfast_domain::{Attachment, Cited, DisputeId, Sha256};
use holdfast_intake::mail::MailDraft;
use holdfast_intake::original::Kind;
use holdfast_store::{Reader, StoreError};

use crate::error::not_found;
use crate::evidence::adding::{already, named};
use crate::wire::{AppError, KnownEvidence, Named};
use crate::{App, foreign};

/// The e-mails of a dispute on which an event rests.
#[derive(Debug, Default)]
pub(super) struct Known {
    by_hash: HashMap<Sha256, Named>,
    by_name: HashMap<String, Named>,
}

impl Known {
    /// Looks at the beginning of every original of the dispute on which an event rests.
    pub(super) fn of(app: &App, dispute: DisputeId) -> Result<Self, AppError> {
        let all = app.read(|reader| {
            reader.dispute(dispute)?.ok_or_else(not_found)?;
            Ok(reader.attachments_of(dispute)?)
        })?;
        let mut known = Self::default();
        for one in all.iter().filter(|one| has_event(one)) {
            let beginning = match app.store().original_beginning(one.sha256) {
                // What it was is not known any more; the same e-mail can be written down again.
                Err(StoreError::Erased { .. }) => continue,
                read => read?.into(),
            };
            if foreign::kind(&beginning) == Kind::Mail {
                if let Some(name) = foreign::message_id(&beginning) {
                    known.by_name.entry(name).or_insert_with(|| named(one));
                }
                known.by_hash.insert(one.sha256, named(one));
            }
        }
        Ok(known)
    }

    /// As what an e-mail is here already.
    pub(super) fn find(&self, sha256: Sha256, draft: &MailDraft) -> Option<&Named> {
        let by_name = || draft.message_id.as_ref().and_then(|name| self.by_name.get(name));
        self.by_hash.get(&sha256).or_else(by_name)
    }

    /// Knows an e-mail from now on that is about to be written down.
    pub(super) fn expect(&mut self, sha256: Sha256, draft: &MailDraft) {
        let of = Named { id: String::new(), name: draft.subject.clone() };
        if let Some(name) = &draft.message_id {
            self.by_name.insert(name.clone(), of.clone());
        }
        self.by_hash.insert(sha256, of);
    }
}

/// The evidence of a dispute with these bytes, where an event rests on it.
pub(super) fn is_event(
    reader: &Reader,
    dispute: DisputeId,
    sha256: Sha256,
) -> Result<Option<Attachment>, AppError> {
    Ok(already(reader, dispute, sha256)?.filter(has_event))
}

/// Whether an event rests on it. Citations of what lies in the bin are out of sight.
fn has_event(of: &Attachment) -> bool {
    of.citations.iter().any(|citation| matches!(citation.of, Cited::Event(_)))
}

/// That a file of that name is here already.
pub(super) fn known(name: &str, there: &Named) -> KnownEvidence {
    KnownEvidence { name: name.to_owned(), attachment: there.clone() }
}
