//! Who a letter of each kind goes to.

use chrono::NaiveDate;
use holdfast_domain::rules::{as_on, parties};
use holdfast_domain::{
    AdvocacyId, Contact, ContactId, Dispute, Event, EventId, LetterKind, Party, Role, VendorId,
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
    /// Whether it is the office at the head of the vendor.
    pub(crate) executive: bool,
}

impl Recipient {
    pub(crate) fn office(vendor: VendorId) -> Self {
        Self { vendor, contact: None, help: None, executive: false }
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
        LetterKind::Escalation => next_rung(case, &dispute).or_else(responsible),
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

/// One rung up: the rung that is planned next; else the supervisor of the person reached last; else
/// the next body; else the office at the head of the vendor where the ladder stands.
pub(crate) fn next_rung(case: &Case<'_>, dispute: &Dispute) -> Option<Recipient> {
    let planned = dispute.rungs.iter().find(|rung| rung.reached_on.is_none());
    if let Some(rung) = planned {
        let person = rung.contact.and_then(|id| contact(case, id)).map(Recipient::person);
        let place = parties::vendor_of_rung(rung, case.contacts).map(Recipient::office);
        return person.or(place);
    }
    let reached: Vec<ContactId> = dispute.rungs.iter().filter_map(|rung| rung.contact).collect();
    let mut by_day: Vec<_> = dispute.rungs.iter().filter(|rung| rung.contact.is_some()).collect();
    by_day.sort_by_key(|rung| rung.reached_on);
    let last = by_day.last().and_then(|rung| rung.contact);
    let last = last.or_else(|| last_person(case, dispute)).and_then(|id| contact(case, id));
    let supervisor = last.and_then(|person| person.supervisor).and_then(|id| contact(case, id));
    let above = supervisor.filter(|person| !reached.contains(&person.id)).map(Recipient::person);
    let executive = || {
        let ladder = by_day.iter().filter(|rung| rung.reached_on.is_some());
        let vendor =
            ladder.filter_map(|rung| parties::vendor_of_rung(rung, case.contacts)).next_back()?;
        Some(Recipient { executive: true, ..Recipient::office(vendor) })
    };
    above.or_else(|| body(case, dispute).map(Recipient::office)).or_else(executive)
}

/// The person with whom the matter was spoken of last, at the vendor that has to put it right.
fn last_person(case: &Case<'_>, dispute: &Dispute) -> Option<ContactId> {
    let vendor = responsible(case, dispute)?;
    let mut events: Vec<&Event> = case.events.iter().collect();
    events.sort_by_key(|event| event.time.at.day());
    let mut people = events.iter().rev().flat_map(|event| &event.contacts).copied();
    people.find(|id| contact(case, *id).is_some_and(|person| person.vendor == vendor))
}

/// The party that can compel the others.
pub(crate) fn body(case: &Case<'_>, dispute: &Dispute) -> Option<VendorId> {
    let can = |party: &&Party| party.roles.has(Role::CanCompel);
    let outside = |party: &&Party| {
        let vendor = case.vendors.iter().find(|vendor| vendor.id == party.vendor);
        vendor.is_some_and(|vendor| vendor.kind.decides())
    };
    let parties = || dispute.parties.iter();
    parties().find(can).or_else(|| parties().find(outside)).map(|party| party.vendor)
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
