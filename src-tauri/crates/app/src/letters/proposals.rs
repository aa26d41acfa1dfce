//! Which letters fit now, and beginning one.

use std::collections::BTreeMap;

use holdfast_domain::{
    AdvocacyId, Contact, ContactId, DisputeId, Letter, LetterId, LetterKind, NaiveDate, VendorId,
};
use holdfast_letters::{Proposal, Why};
use holdfast_store::{Reader, Writer};

use super::Matter;
use super::options::{event_of, recipient};
use crate::clock::new_id;
use crate::directory::Directory;
use crate::error::{not_found, refused};
use crate::view::Lens;
use crate::wire::Deed;
use crate::wire::{AppError, Done, LetterProposal, LetterWhy, NewLetter};
use crate::{App, from_wire, to_wire};

impl App {
    /// The letters that fit now, the best first.
    ///
    /// # Errors
    /// `NotFound` where there is no such dispute.
    pub fn propose_letter(&self, dispute: &str) -> Result<Vec<LetterProposal>, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let on = self.today_day();
        self.read(|reader| {
            let matter = Matter::read(reader, id, on)?;
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let drafts = drafts_of(reader, &matter)?;
            let proposals = holdfast_letters::propose(&matter.case(), on);
            Ok(proposals.iter().map(|it| proposal(&lens, &matter, &drafts, it)).collect())
        })
    }

    /// Begins a letter with everything that the record proposes for it.
    ///
    /// # Errors
    /// `NotFound`; `Refused` with `toVendor` where the dispute names nobody to write to.
    pub fn start_letter(&self, new: &NewLetter) -> Result<Done, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", &new.dispute)?;
        let about = from_wire::id_option("about", new.about.as_deref())?;
        let to_vendor = from_wire::id_option("toVendor", new.to_vendor.as_deref())?;
        let to_contact = from_wire::id_option("toContact", new.to_contact.as_deref())?;
        let help = from_wire::id_option("help", new.help.as_deref())?;
        let on = self.today_day();
        self.change(Deed::StartLetter, "", |writer| {
            let matter = Matter::read(writer, dispute, on)?;
            let id: LetterId = new_id();
            let case = matter.case();
            let is_it = |one: &Proposal| is_start_of(one, new);
            let letter = match holdfast_letters::propose(&case, on).into_iter().find(is_it) {
                Some(proposed) => holdfast_letters::prepare_proposed(&case, &proposed, id, on),
                None => holdfast_letters::prepare(&case, new.kind.into(), about, id, on),
            };
            writer.put_letter(&directed(&matter, letter, to_vendor, to_contact, help)?)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }
}

/// Begins the letter that is proposed first, where any is.
pub(crate) fn begin_first(writer: &mut Writer<'_>, on: NaiveDate) -> Result<(), AppError> {
    for (dispute, _) in writer.dispute_titles()? {
        let matter = Matter::read(writer, dispute, on)?;
        let case = matter.case();
        if let Some(first) = holdfast_letters::propose(&case, on).first() {
            let letter = holdfast_letters::prepare_proposed(&case, first, new_id(), on);
            return Ok(writer.put_letter(&letter)?);
        }
    }
    Ok(())
}

/// The letter to whom it was wished for, and for which help.
pub(super) fn directed(
    matter: &Matter,
    mut letter: Letter,
    to_vendor: Option<VendorId>,
    to_contact: Option<ContactId>,
    help: Option<AdvocacyId>,
) -> Result<Letter, AppError> {
    if let Some(id) = to_contact {
        let person = matter.contacts.iter().find(|it| it.id == id).ok_or_else(not_found)?;
        at(&mut letter, person.vendor);
        letter.to_contact = Some(id);
    } else if let Some(vendor) = to_vendor {
        at(&mut letter, vendor);
    }
    letter.help = help.or(letter.help);
    if matter.vendors.iter().any(|it| it.id == letter.to_vendor) {
        Ok(letter)
    } else {
        Err(refused("toVendor", "missing", []))
    }
}

/// Directs the letter to a vendor. Another one has other people; and the office that an escalation goes
/// to is one of the vendor for whom it was prepared.
fn at(letter: &mut Letter, vendor: VendorId) {
    if letter.to_vendor == vendor {
        return;
    }
    (letter.to_vendor, letter.to_contact) = (vendor, None);
    if letter.kind == LetterKind::Escalation {
        letter.office = None;
    }
}

/// The letters of the dispute that have not gone out.
fn drafts_of(reader: &Reader, matter: &Matter) -> Result<Vec<Letter>, AppError> {
    let mut drafts = reader.letters_of(matter.dispute.id)?;
    drafts.retain(|draft| matter.sent.iter().all(|sent| sent.letter != draft.id));
    Ok(drafts)
}

fn proposal(lens: &Lens<'_>, matter: &Matter, drafts: &[Letter], of: &Proposal) -> LetterProposal {
    let vendor = matter.vendors.iter().find(|it| it.id == of.to_vendor);
    let is_person = |it: &&Contact| Some(it.id) == of.to_contact;
    let person = matter.contacts.iter().find(is_person);
    let is_begun = |draft: &&Letter| {
        draft.kind == of.kind
            && draft.to_vendor == of.to_vendor
            && (draft.to_contact == of.to_contact || of.to_contact.is_none())
    };
    LetterProposal {
        start: start_of(matter.dispute.id, of),
        why: why(of.why),
        about: of.about.and_then(|id| event_of(lens, matter, id)),
        to: vendor.map(|vendor| recipient(lens, vendor, person)),
        draft: drafts.iter().rev().find(is_begun).map(|draft| draft.id.to_string()),
    }
}

/// How a proposed letter is begun.
fn start_of(dispute: DisputeId, of: &Proposal) -> NewLetter {
    NewLetter {
        dispute: dispute.to_string(),
        kind: of.kind.into(),
        about: of.about.map(|id| id.to_string()),
        to_vendor: Some(of.to_vendor.to_string()),
        to_contact: of.to_contact.map(|id| id.to_string()),
        help: of.why.help().map(|id| id.to_string()),
    }
}

/// Whether somebody begins the very letter that is proposed.
fn is_start_of(of: &Proposal, new: &NewLetter) -> bool {
    let start = start_of(DisputeId::from(uuid::Uuid::nil()), of);
    NewLetter { dispute: start.dispute.clone(), ..new.clone() } == start
}

/// The reason as a code with what its sentence needs; days are `YYYY-MM-DD`.
pub(super) fn why(of: Why) -> LetterWhy {
    let day = to_wire::day;
    let (code, values) = match of {
        Why::NothingSent { since } => ("nothing_sent", vec![("since", day(since))]),
        Why::AgreedInConversation { on } => ("agreed_in_conversation", vec![("on", day(on))]),
        Why::PromiseNotKept { made_on, due_on, .. } => {
            let due = due_on.map(|due| ("dueOn", day(due)));
            ("promise_not_kept", [("madeOn", day(made_on))].into_iter().chain(due).collect())
        }
        Why::NoAnswer { sent_on, reply_by } => {
            ("no_answer", vec![("sentOn", day(sent_on)), ("replyBy", day(reply_by))])
        }
        Why::NoAnswerToFollowUp { since, days } => {
            ("no_answer_to_follow_up", vec![("since", day(since)), ("days", days.to_string())])
        }
        Why::LongUnanswered { since, days } => {
            ("long_unanswered", vec![("since", day(since)), ("days", days.to_string())])
        }
        Why::FinalNoticePassed { sent_on, reply_by } => {
            ("final_notice_passed", vec![("sentOn", day(sent_on)), ("replyBy", day(reply_by))])
        }
        Why::RemedyLapsed { agreed_on } => ("remedy_lapsed", vec![("agreedOn", day(agreed_on))]),
        Why::RefusedInConversation { on } => ("refused_in_conversation", vec![("on", day(on))]),
        Why::NotThanked { on, .. } => ("not_thanked", vec![("on", day(on))]),
        Why::CouldBeCommended { on, .. } => ("could_be_commended", vec![("on", day(on))]),
    };
    let values: BTreeMap<String, String> =
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    LetterWhy { code: code.to_owned(), values }
}
