//! Letters: proposed, begun, changed, looked at, given out, and marked as sent.
//!
//! A draft is composed from the record each time it is looked at. What was sent stands as it was.

pub mod answers;
mod board;
pub(crate) mod edits;
mod files;
mod options;
mod proposals;
mod sending;
mod sent;
mod templates;
mod text;
mod view;

pub(crate) use edits::channel as sent_by;
pub(crate) use proposals::begin_first;

use holdfast_domain::rules::Pace;
use holdfast_domain::rules::clock::ClosedWay;
use holdfast_domain::rules::letter::Beside;
use holdfast_domain::{
    Attachment, Contact, Dispute, DisputeId, DossierChoice, Event, Letter, LetterTemplate, Member,
    NaiveDate, NumberedExhibit, SentLetter, Vendor, numbers_kept,
};
use holdfast_dossier::TimeLimit;
use holdfast_letters::Case;
use holdfast_store::Reader;

use crate::error::not_found;
use crate::wire::{self, AppError};
use crate::{cadence, clocks};

/// All that the letters of one dispute are composed from.
pub(crate) struct Matter {
    pub(crate) members: Vec<Member>,
    pub(crate) dispute: Dispute,
    pub(crate) events: Vec<Event>,
    pub(crate) vendors: Vec<Vendor>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) sent: Vec<SentLetter>,
    pub(crate) templates: Vec<LetterTemplate>,
    /// What is chosen for the dossier's readers.
    pub(crate) choices: Vec<DossierChoice>,
    /// The numbers that exhibits had in dossiers that were sent.
    pub(crate) numbers: Vec<NumberedExhibit>,
    /// What the household said of time limits, for the dossier.
    pub(crate) time_limits: Vec<TimeLimit<'static>>,
    closed: Vec<ClosedWay>,
    pace: Pace,
}

impl Matter {
    /// Reads it in one view, as it is seen from a day.
    pub(crate) fn read(reader: &Reader, id: DisputeId, on: NaiveDate) -> Result<Self, AppError> {
        let mut matter = Self {
            members: reader.members()?,
            dispute: reader.dispute(id)?.ok_or_else(not_found)?,
            events: reader.events_of(id)?,
            vendors: reader.vendors()?,
            contacts: reader.contacts()?,
            attachments: reader.attachments_of(id)?,
            sent: reader.sent_letters_of(id)?,
            templates: reader.letter_templates()?,
            choices: reader.dossier_choices(id)?,
            numbers: numbers_kept(&reader.sent_dossiers_of(id)?),
            time_limits: Vec::new(),
            closed: Vec::new(),
            pace: cadence::pace(reader)?,
        };
        let Self { dispute, events, contacts, sent, .. } = &matter;
        let of = Beside { dispute, events, contacts, sent };
        let clocks = clocks::of_matter(reader, &of, on)?;
        (matter.closed, matter.time_limits) = (clocks.closed, clocks.limits);
        Ok(matter)
    }

    /// The same as the letters know it.
    pub(crate) fn case(&self) -> Case<'_> {
        Case {
            members: &self.members,
            dispute: &self.dispute,
            events: &self.events,
            vendors: &self.vendors,
            contacts: &self.contacts,
            attachments: &self.attachments,
            sent: &self.sent,
            templates: &self.templates,
            closed: &self.closed,
            pace: self.pace,
        }
    }
}

/// The choices of a letter as forms show and send them.
fn choices(of: &Letter) -> wire::Letter {
    wire::Letter {
        id: of.id.to_string(),
        dispute: of.dispute.to_string(),
        kind: of.kind.into(),
        template: of.template.map(|id| id.to_string()),
        to_vendor: of.to_vendor.to_string(),
        to_contact: of.to_contact.map(|id| id.to_string()),
        office: of.office.clone(),
        by: of.by.into(),
        from: of.from.to_string(),
        about: of.about.map(|id| id.to_string()),
        help: of.help.map(|id| id.to_string()),
        request: of.request.clone(),
        reason: of.reason.clone(),
        basis: of.basis.clone(),
        next_body: of.next_body.clone(),
        reply_by: crate::to_wire::day_option(of.reply_by),
        tone: of.tone.into(),
        with_effect: of.with_effect,
        with_dossier: of.with_dossier,
        show_accounts: of.show_accounts,
        leave_out: of.leave_out.iter().map(ToString::to_string).collect(),
        leave_out_claims: of.leave_out_claims.iter().map(ToString::to_string).collect(),
        enclosures: of.enclosures.iter().map(ToString::to_string).collect(),
    }
}
