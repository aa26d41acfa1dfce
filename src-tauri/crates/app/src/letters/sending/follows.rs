//! What follows from a letter that went out: the rung that it climbed, the thanks, the next step.

use holdfast_domain::rules::cadence;
use holdfast_domain::rules::letter::{AfterSending, after_sending};
use holdfast_domain::words;
use holdfast_domain::{Advocacy, Channel, Dispute, Letter, LetterKind, NaiveDate, NextStep, Rung};
use uuid::Uuid;

use super::Chosen;
use crate::clock::new_id;
use crate::edit::join;
use crate::error::not_found;
use crate::letters::text::Composition;
use crate::scenes::Scenes;
use crate::wire::AppError;

/// The vendor's part, the rung, the thanks and the steps that come of the sending.
pub(super) fn what_follows(
    dispute: &mut Dispute,
    composition: &Composition,
    sending: &Chosen,
    proposed: Option<AfterSending>,
    touched: &mut Vec<Uuid>,
) -> Result<(), AppError> {
    let letter = &composition.letter;
    join(dispute, letter.to_vendor);
    if letter.kind == LetterKind::Escalation {
        climb(dispute, letter, sending.on, touched);
    }
    thank(dispute, letter, sending.on, touched);
    for id in &sending.finished_steps {
        let step = dispute.next_steps.iter_mut().find(|step| step.id == *id);
        step.ok_or_else(not_found)?.done_on = Some(sending.on);
        touched.push(id.uuid());
    }
    if let Some(step) = next_step(composition, sending, proposed) {
        touched.push(step.id.uuid());
        dispute.next_steps.push(step);
    }
    Ok(())
}

/// The rung that was planned is reached; where none was, and there is a reason, it is one.
fn climb(dispute: &mut Dispute, letter: &Letter, on: NaiveDate, touched: &mut Vec<Uuid>) {
    let is_it = |rung: &&mut Rung| {
        let of_vendor = rung.vendor == Some(letter.to_vendor) && letter.to_contact.is_none();
        let of_person = rung.contact.is_some() && rung.contact == letter.to_contact;
        rung.reached_on.is_none() && (of_vendor || of_person)
    };
    if let Some(rung) = dispute.rungs.iter_mut().find(is_it) {
        rung.reached_on = Some(on);
        touched.push(rung.id.uuid());
    } else if let Some(reason) = letter.reason.clone() {
        let rung = Rung {
            id: new_id(),
            contact: letter.to_contact,
            vendor: letter.to_contact.is_none().then_some(letter.to_vendor),
            reached_on: Some(on),
            reason,
            result: None,
        };
        touched.push(rung.id.uuid());
        dispute.rungs.push(rung);
    }
}

/// Whoever a thank-you went to, or a commendation was of, has been thanked for all that they did
/// until then.
fn thank(dispute: &mut Dispute, letter: &Letter, on: NaiveDate, touched: &mut Vec<Uuid>) {
    let helped = dispute.advocates.iter().find(|help| Some(help.id) == letter.help);
    let person = match letter.kind {
        LetterKind::ThankYou => helped.map(|help| help.contact).or(letter.to_contact),
        LetterKind::Commendation => helped.map(|help| help.contact),
        LetterKind::Complaint
        | LetterKind::FollowUp
        | LetterKind::Confirmation
        | LetterKind::Escalation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim
        | LetterKind::RefusalRequest => None,
    };
    let is_theirs = |help: &&mut Advocacy| {
        Some(help.contact) == person && help.on <= on && help.thanked_on.is_none()
    };
    for help in dispute.advocates.iter_mut().filter(is_theirs) {
        help.thanked_on = Some(on);
        touched.push(help.id.uuid());
    }
}

/// The one step that is open after the sending.
fn next_step(
    composition: &Composition,
    sending: &Chosen,
    proposed: Option<AfterSending>,
) -> Option<NextStep> {
    if sending.without_next_step {
        return None;
    }
    let letter = &composition.letter;
    let on = sending.next_step_on.or(proposed.map(AfterSending::on))?;
    Some(NextStep {
        id: new_id(),
        on,
        at: None,
        what: step_words(proposed, &composition.vendor_name(), sending.on),
        channel: None,
        contact: letter.to_contact,
        done_on: None,
    })
}

impl Scenes {
    /// The step that is proposed for after a letter goes out, at the household's pace.
    pub(super) fn after_sending(
        &self,
        letter: &Letter,
        by: Channel,
        on: NaiveDate,
    ) -> Option<AfterSending> {
        let dispute = self.dispute(letter.dispute)?;
        let earlier = cadence::run(&self.beside(dispute), Some(letter.to_vendor), on);
        after_sending(letter.kind, by, on, letter.reply_by, earlier, self.pace)
    }
}

pub(super) fn step_words(step: Option<AfterSending>, vendor: &str, sent_on: NaiveDate) -> String {
    let (vendor, day) = (words::isolated(vendor), words::date(sent_on));
    match step {
        Some(AfterSending::ConfirmReceipt(_)) => {
            format!("Ask {vendor} whether the letter of {day} arrived")
        }
        Some(AfterSending::Chase(_)) => {
            format!("Ask {vendor} for the answer to the letter of {day}")
        }
        None => format!("Follow up the letter of {day} to {vendor}"),
    }
}
