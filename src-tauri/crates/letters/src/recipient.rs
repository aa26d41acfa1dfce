//! Who a letter of each kind goes to.

use chrono::NaiveDate;
use holdfast_domain::rules::ladder::{self, Next};
use holdfast_domain::rules::{as_on, parties};
use holdfast_domain::{
    AdvocacyId, ChannelId, Contact, ContactId, Dispute, Event, EventId, LetterKind, Role, VendorId,
    VendorKind,
};

use crate::Case;
use crate::record::sent_before;

/// To whom a letter goes, and for which help it gives thanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub(crate) vendor: VendorId,
    pub(crate) contact: Option<ContactId>,
    pub(crate) help: Option<AdvocacyId>,
    /// The office there, where a letter without a person is for a certain one.
    pub(crate) office: Option<Office>,
}

/// An office that stands above those who were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Office {
    /// The one at the head of the vendor.
    Executive,
    /// The vendor's desk for complaints, by its channel.
    Desk(ChannelId),
}

impl Recipient {
    pub(crate) fn office(vendor: VendorId) -> Self {
        Self { vendor, contact: None, help: None, office: None }
    }

    fn person(contact: &Contact) -> Self {
        Self { contact: Some(contact.id), ..Self::office(contact.vendor) }
    }
}

/// The recipient that fits the kind. `None` where the case names no vendor at all.
pub(crate) fn proposed(
    case: &Case<'_>,
    kind: LetterKind,
    about: Option<EventId>,
    on: NaiveDate,
) -> Option<Recipient> {
    let dispute = as_on::dispute(case.dispute, on);
    let responsible = || responsible(case, &dispute).map(Recipient::office);
    let of_event = || about.and_then(|id| case.events.iter().find(|event| event.id == id));
    match kind {
        LetterKind::Complaint => responsible(),
        LetterKind::FollowUp | LetterKind::Confirmation | LetterKind::RefusalRequest => {
            let followed = of_event().and_then(|event| whom_it_was_with(case, event));
            followed.or_else(|| last_letter(case, on)).or_else(responsible)
        }
        LetterKind::Escalation => one_rung_up(case, &dispute, on).or_else(responsible),
        LetterKind::ThankYou => thanks(case, &dispute, on).or_else(responsible),
        LetterKind::Commendation => commendation(case, &dispute, on).or_else(responsible),
        LetterKind::FinalNotice | LetterKind::BeforeClaim => {
            last_letter(case, on).map(|one| Recipient::office(one.vendor)).or_else(responsible)
        }
        LetterKind::BillingError => {
            creditor(case, &dispute).map(Recipient::office).or_else(responsible)
        }
    }
}

/// Who has to put it right; else who holds the money, else who caused it, else any vendor that the
/// dispute names.
pub(crate) fn responsible(case: &Case<'_>, dispute: &Dispute) -> Option<VendorId> {
    let parts = [Role::MustRemedy, Role::HoldsTheMoney, Role::CausedIt];
    let with = |role| dispute.parties.iter().find(|party| party.roles.has(role));
    let party = parts.into_iter().find_map(with).map(|party| party.vendor);
    party
        .or_else(|| dispute.claims.first().map(|claim| claim.vendor))
        .or_else(|| dispute.parties.first().map(|party| party.vendor))
        .or_else(|| case.events.iter().find_map(|one| event_vendor(case, one)))
        .or_else(|| case.vendors.first().map(|vendor| vendor.id))
}

fn event_vendor(case: &Case<'_>, event: &Event) -> Option<VendorId> {
    parties::vendors_of_event(event, case.contacts).first().copied()
}

/// The last person of the event, for they have the last word; else its vendor; for a letter that
/// was sent, its addressee.
fn whom_it_was_with(case: &Case<'_>, event: &Event) -> Option<Recipient> {
    if let Some(sent) = case.sent.iter().find(|one| one.event == event.id) {
        return Some(Recipient { contact: sent.to_contact, ..Recipient::office(sent.to_vendor) });
    }
    let person = event.contacts.last().and_then(|id| contact(case, *id));
    let at = person.map(Recipient::person);
    at.or_else(|| event_vendor(case, event).map(Recipient::office))
}

/// To whom the last letter went that asked for something.
fn last_letter(case: &Case<'_>, on: NaiveDate) -> Option<Recipient> {
    let asks = |kind| !matches!(kind, LetterKind::ThankYou | LetterKind::Commendation);
    let last = sent_before(case, on).filter(|one| asks(one.kind)).last()?;
    Some(Recipient { contact: last.to_contact, ..Recipient::office(last.to_vendor) })
}

/// One rung up, as the ladder says. Where nobody above is known, the office at the head of the vendor
/// where it stands.
pub(crate) fn one_rung_up(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Option<Recipient> {
    let spoken = ladder::spoken_with(case.events, on);
    let beside = beside(case, dispute, &spoken);
    let Some(next) = ladder::next(&beside, on) else { return executive(&beside, on) };
    match next {
        Next::Planned(id) => {
            let rung = dispute.rungs.iter().find(|rung| rung.id == id)?;
            let person = rung.contact.and_then(|id| contact(case, id)).map(Recipient::person);
            person.or_else(|| parties::vendor_of_rung(rung, case.contacts).map(Recipient::office))
        }
        Next::Person(id) => contact(case, id).map(Recipient::person),
        Next::Channel(vendor, desk) => {
            Some(Recipient { office: Some(Office::Desk(desk)), ..Recipient::office(vendor) })
        }
        Next::Body(vendor) => Some(Recipient::office(vendor)),
    }
}

fn executive(beside: &ladder::Beside<'_>, on: NaiveDate) -> Option<Recipient> {
    let vendor = ladder::stands_at(beside, on)?;
    Some(Recipient { office: Some(Office::Executive), ..Recipient::office(vendor) })
}

/// An outside body among the parties that was not asked yet and still can be.
pub(crate) fn body(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Option<VendorId> {
    let spoken = ladder::spoken_with(case.events, on);
    ladder::bodies(&beside(case, dispute, &spoken), on).first().copied()
}

fn beside<'a>(
    case: &Case<'a>,
    dispute: &'a Dispute,
    spoken: &'a [ContactId],
) -> ladder::Beside<'a> {
    let Case { vendors, contacts, closed, .. } = *case;
    ladder::Beside { dispute, vendors, contacts, spoken, closed }
}

/// The person whose help has not been thanked for, the last first; else whoever helped last.
fn thanks(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Option<Recipient> {
    let helps = || dispute.advocates.iter();
    let unthanked = helps().filter(|help| help.thanked_on.is_none_or(|day| day > on));
    let help =
        unthanked.max_by_key(|help| help.on).or_else(|| helps().max_by_key(|help| help.on))?;
    let person = contact(case, help.contact)?;
    Some(Recipient { help: Some(help.id), ..Recipient::person(person) })
}

/// The supervisor of somebody who helped and may be named; else their vendor.
fn commendation(case: &Case<'_>, dispute: &Dispute, on: NaiveDate) -> Option<Recipient> {
    let helps = || dispute.advocates.iter().filter(|help| help.on <= on);
    let quoted = helps().filter(|help| help.may_quote).max_by_key(|help| help.on);
    let help = quoted.or_else(|| helps().max_by_key(|help| help.on))?;
    let person = contact(case, help.contact)?;
    let supervisor = person.supervisor.and_then(|id| contact(case, id));
    let to = supervisor.map_or(Recipient::office(person.vendor), Recipient::person);
    Some(Recipient { help: Some(help.id), ..to })
}

/// The card issuer or bank of the matter.
fn creditor(case: &Case<'_>, dispute: &Dispute) -> Option<VendorId> {
    let of_kind =
        |kind: VendorKind| {
            dispute.parties.iter().map(|party| party.vendor).find(|id| {
                case.vendors.iter().any(|vendor| vendor.id == *id && vendor.kind == kind)
            })
        };
    of_kind(VendorKind::CardIssuer).or_else(|| of_kind(VendorKind::Bank))
}

fn contact<'a>(case: &Case<'a>, id: ContactId) -> Option<&'a Contact> {
    case.contacts.iter().find(|contact| contact.id == id)
}
