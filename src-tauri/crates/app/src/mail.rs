//! E-mails: each becomes an event with its date and its people, and rests on the e-mail itself and
//! on the files in it, once however often it is added.

pub mod answers;
mod entering;
mod known;
mod pasted;
mod proposal;
mod thread;
mod who;

use holdfast_domain::{DisputeId, Sha256};
use holdfast_intake::mail::MailDraft;
use holdfast_intake::original::Kind;

use crate::error::not_found;
use crate::evidence::MOST_LOOKED_AT;
use crate::evidence::adding::Kept;
use crate::wire::{AppError, MailProposal, MailsAdded, MailsAdding};
use crate::{App, foreign, from_wire};
use known::Known;

impl App {
    /// What can be told of e-mails that wait: who wrote to whom and when, which files are in them,
    /// which vendor and people of the household's that are, and whether they are here already.
    ///
    /// # Errors
    /// `NotFound` where the dispute or an original is not there, or is no e-mail.
    pub fn mail_board(
        &self,
        dispute: &str,
        mails: &[String],
    ) -> Result<Vec<MailProposal>, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", dispute)?;
        let known = Known::of(self, dispute)?;
        let sides = self.read(|reader| who::Sides::read(reader, dispute))?;
        let of = |id: &String| {
            let sha256 = from_wire::id("mails", id)?;
            let draft = self.waiting_mail(sha256)?;
            Ok(proposal::of(sha256, &draft, &sides, known.find(sha256, &draft)))
        };
        mails.iter().map(of).collect()
    }

    /// Writes e-mails down, as one action: each as an event that rests on the e-mail and its files,
    /// or the file alone where that is wanted. Of one that is here already, nothing is added.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with what stands in the way. Nothing is added then.
    pub fn add_mails(&self, adding: &MailsAdding) -> Result<MailsAdded, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", &adding.dispute)?;
        let mut known = Known::of(self, dispute)?;
        let (mut said, mut here) = (Vec::new(), Vec::new());
        for form in &adding.mails {
            let sha256 = from_wire::id("mails", &form.id)?;
            let draft = self.waiting_mail(sha256)?;
            match known.find(sha256, &draft) {
                Some(there) => here.push(known::known(&form.name, there)),
                None => {
                    known.expect(sha256, &draft);
                    said.push(self.said_of_mail(sha256, draft, form)?);
                }
            }
        }
        self.enter_mails(dispute, &said, here)
    }

    /// Whether a new original is an e-mail of which somebody has to say what it is.
    pub(crate) fn waits_as_mail(&self, dispute: DisputeId, of: &Kept) -> Result<bool, AppError> {
        if of.kind != Kind::Mail || of.stored.size > MOST_LOOKED_AT {
            return Ok(false);
        }
        let sha256 = of.stored.sha256;
        if self.read(|reader| known::is_event(reader, dispute, sha256))?.is_some() {
            return Ok(false);
        }
        Ok(foreign::mail(&self.whole(sha256)?).is_ok())
    }

    /// An e-mail that waits, read.
    fn waiting_mail(&self, sha256: Sha256) -> Result<MailDraft, AppError> {
        foreign::mail(&self.whole(sha256)?).map_err(|_| not_found())
    }
}
