//! A letter with its choices made sensibly, for the person to change.

use chrono::{Days, NaiveDate};
use holdfast_domain::rules::as_on;
use holdfast_domain::{
    Channel, Event, EventId, Letter, LetterId, LetterKind, LetterTone, VendorId,
};

use crate::propose::Proposal;
use crate::recipient::{self, Office, Recipient};
use crate::record::{is_spoken, sent_before};
use crate::{Case, address, propose};

/// Prepares a letter of the kind with the choices that fit the state of the dispute on `on`: to
/// whom, from whom, about what, by when an answer is asked for, how firmly, with what enclosed.
///
/// `about` is the call, letter or other event that it follows; `None` lets the record choose one.
/// Where the case names no vendor at all, the letter has a vendor that nothing knows, and
/// [`compose`](crate::compose) says so.
pub fn prepare(
    case: &Case<'_>,
    kind: LetterKind,
    about: Option<EventId>,
    id: LetterId,
    on: NaiveDate,
) -> Letter {
    let about = about.or_else(|| followed(case, kind, on));
    let nobody = || Recipient::office(VendorId::from(uuid::Uuid::nil()));
    let to = recipient::proposed(case, kind, about, on).unwrap_or_else(nobody);
    with_choices(case, kind, about, id, on, to)
}

/// Prepares the letter that was proposed, as [`prepare`] does, to the recipient of the proposal.
pub fn prepare_proposed(
    case: &Case<'_>,
    proposal: &Proposal,
    id: LetterId,
    on: NaiveDate,
) -> Letter {
    let (vendor, contact) = (proposal.to_vendor, proposal.to_contact);
    let is_same = |to: &Recipient| (to.vendor, to.contact) == (vendor, contact);
    let known = recipient::proposed(case, proposal.kind, proposal.about, on).filter(is_same);
    let office = known.and_then(|to| to.office);
    let to = Recipient { vendor, contact, help: proposal.why.help(), office };
    with_choices(case, proposal.kind, proposal.about, id, on, to)
}

fn with_choices(
    case: &Case<'_>,
    kind: LetterKind,
    about: Option<EventId>,
    id: LetterId,
    on: NaiveDate,
    to: Recipient,
) -> Letter {
    let mut letter = blank(case, kind, id, to);
    letter.about = about;
    letter.office = office(case, kind, to);
    letter.by = channel(case, &letter);
    letter.reply_by = days_to_answer(kind).and_then(|days| on.checked_add_days(Days::new(days)));
    letter.tone = tone(case, kind, to.vendor, on);
    letter.with_effect = !is_thanks(kind) && kind != LetterKind::Confirmation;
    letter.with_dossier =
        matches!(kind, LetterKind::Escalation | LetterKind::FinalNotice | LetterKind::BeforeClaim);
    letter.show_accounts = kind == LetterKind::BillingError;
    letter
}

/// A letter with nothing chosen but what it is, who writes it and to whom.
pub(crate) fn blank(case: &Case<'_>, kind: LetterKind, id: LetterId, to: Recipient) -> Letter {
    Letter {
        id,
        dispute: case.dispute.id,
        kind,
        template: None,
        to_vendor: to.vendor,
        to_contact: to.contact,
        office: None,
        by: Channel::Letter,
        from: case.dispute.lead,
        about: None,
        help: to.help,
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

/// What the letter follows where nothing was chosen: a confirmation or a request for a refusal, the
/// last conversation; a follow-up, the last letter that asked for something, else that
/// conversation.
fn followed(case: &Case<'_>, kind: LetterKind, on: NaiveDate) -> Option<EventId> {
    match kind {
        LetterKind::Confirmation | LetterKind::RefusalRequest => {
            propose::spoken_of(case, kind, on).or_else(|| last_conversation(case, on))
        }
        LetterKind::FollowUp => {
            let asked = sent_before(case, on).filter(|one| !is_thanks(one.kind)).last();
            asked.map(|one| one.event).or_else(|| last_conversation(case, on))
        }
        LetterKind::Complaint
        | LetterKind::Escalation
        | LetterKind::ThankYou
        | LetterKind::Commendation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim => None,
    }
}

fn last_conversation(case: &Case<'_>, on: NaiveDate) -> Option<EventId> {
    let spoken = |event: &&Event| {
        is_spoken(event.channel)
            && event.answered != Some(false)
            && (!event.contacts.is_empty() || event.vendor.is_some())
    };
    let events = as_on::events(case.events, on, &Default::default());
    events.iter().rev().find(spoken).map(|event| event.id)
}

/// The office that letters without a person are for.
fn office(case: &Case<'_>, kind: LetterKind, to: Recipient) -> Option<String> {
    if to.contact.is_some() {
        return None;
    }
    match kind {
        LetterKind::BillingError => Some("Billing Inquiries".to_owned()),
        LetterKind::Complaint
        | LetterKind::FollowUp
        | LetterKind::Confirmation
        | LetterKind::ThankYou
        | LetterKind::Commendation
        | LetterKind::FinalNotice
        | LetterKind::BeforeClaim
        | LetterKind::RefusalRequest => Some("Customer Relations".to_owned()),
        LetterKind::Escalation => match to.office? {
            Office::Executive => Some("Executive Office".to_owned()),
            Office::Desk(desk) => {
                let vendor = case.vendors.iter().find(|vendor| vendor.id == to.vendor)?;
                vendor.channels.iter().find(|channel| channel.id == desk)?.label.clone()
            }
        },
    }
}

/// By letter where there is an address; else by e-mail, else by the vendor's form. Help given by
/// someone with an e-mail address is thanked for by e-mail.
fn channel(case: &Case<'_>, letter: &Letter) -> Channel {
    let Some(to) = case.vendors.iter().find(|vendor| vendor.id == letter.to_vendor) else {
        return Channel::Letter;
    };
    let person = case.contacts.iter().find(|one| Some(one.id) == letter.to_contact);
    if !address::postal(letter, to).is_empty() {
        Channel::Letter
    } else if address::email(to, person).is_some() {
        Channel::Email
    } else if address::value_of(to, Channel::WebForm).is_some() {
        Channel::WebForm
    } else {
        Channel::Letter
    }
}

/// How many days are left for an answer; none where nothing is asked.
pub(crate) fn days_to_answer(kind: LetterKind) -> Option<u64> {
    match kind {
        LetterKind::Complaint
        | LetterKind::Escalation
        | LetterKind::FinalNotice
        | LetterKind::BillingError
        | LetterKind::BeforeClaim => Some(14),
        LetterKind::FollowUp | LetterKind::Confirmation | LetterKind::RefusalRequest => Some(7),
        LetterKind::ThankYou | LetterKind::Commendation => None,
    }
}

/// Gentle at first; firm from the second follow-up on, and where the kind is the last word.
fn tone(case: &Case<'_>, kind: LetterKind, to: VendorId, on: NaiveDate) -> LetterTone {
    let chased = sent_before(case, on)
        .filter(|one| one.to_vendor == to && one.kind == LetterKind::FollowUp)
        .count();
    let last_word = matches!(kind, LetterKind::FinalNotice | LetterKind::BeforeClaim);
    if last_word || chased > 0 && !is_thanks(kind) { LetterTone::Firm } else { LetterTone::Gentle }
}

pub(crate) fn is_thanks(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::ThankYou | LetterKind::Commendation)
}
