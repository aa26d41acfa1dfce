//! What can be chosen for a letter, so that nothing that the record holds is typed again.

use std::collections::BTreeSet;

use holdfast_domain::rules::balance;
use holdfast_domain::{
    Channel, Contact, Direction, Event, EventId, Letter, SentLetter, Vendor, VendorId, VendorKind,
};
use holdfast_store::Reader;

use super::Matter;
use crate::view::Lens;
use crate::wire::{
    AppError, LetterClaim, LetterEvent, LetterFact, LetterOptions, Named, Recipient,
};
use crate::{evidence, to_wire};

/// All that can be chosen for this letter.
pub(super) fn options(
    reader: &Reader,
    lens: &Lens<'_>,
    matter: &Matter,
    letter: &Letter,
) -> Result<LetterOptions, AppError> {
    let dispute = &matter.dispute;
    let events = || matter.events.iter().filter(|event| event.time.at.day() <= lens.on);
    let templates = matter.templates.iter().filter(|it| it.kind == letter.kind);
    let named = |name: &String, id: String| Named { id, name: name.clone() };
    let open = dispute.next_steps.iter().filter(|step| step.done_on.is_none());
    Ok(LetterOptions {
        recipients: recipients(lens, matter, letter),
        members: matter.members.iter().map(to_wire::member).collect(),
        facts: events().flat_map(facts).collect(),
        claims: claims(lens, matter)?,
        events: events()
            .rev()
            .filter(|it| it.direction != Direction::Internal)
            .map(|it| event(lens, matter, it))
            .collect(),
        helps: dispute.advocates.iter().filter_map(|help| lens.advocacy(help)).collect(),
        attachments: evidence::of(reader, lens.names, dispute)?,
        templates: templates
            .filter_map(|it| it.name.as_ref().map(|name| named(name, it.id.to_string())))
            .collect(),
        open_steps: open.map(|step| lens.next_step(step)).collect(),
    })
}

/// The people and offices of the vendors in the dispute, of those that its ladder names, and the
/// outside bodies that the household knows.
fn recipients(lens: &Lens<'_>, matter: &Matter, letter: &Letter) -> Vec<Recipient> {
    let dispute = &matter.dispute;
    let at = |id| matter.contacts.iter().find(|it| it.id == id).map(|it: &Contact| it.vendor);
    let parties = dispute.parties.iter().map(|party| party.vendor);
    let rungs = dispute.rungs.iter();
    let rungs = rungs.filter_map(|rung| rung.vendor.or_else(|| rung.contact.and_then(at)));
    let bodies = matter.vendors.iter().filter(|it| is_outside_body(it.kind)).map(|it| it.id);
    let chosen = [letter.to_vendor];
    let mut seen: BTreeSet<VendorId> = BTreeSet::new();
    let all = parties.chain(rungs).chain(chosen).chain(bodies).filter(|id| seen.insert(*id));
    let ids: Vec<VendorId> = all.collect();
    let vendors = ids.iter().filter_map(|id| matter.vendors.iter().find(|it| it.id == *id));
    vendors
        .flat_map(|vendor| {
            let people = matter.contacts.iter().filter(|it| it.vendor == vendor.id).map(Some);
            people.chain([None]).map(|person| recipient(lens, vendor, person)).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether it stands outside and may be asked to decide; an agency may as well.
pub(super) fn is_outside_body(kind: VendorKind) -> bool {
    kind == VendorKind::Agency || kind.decides()
}

/// Somebody to write to, as they are shown among others.
pub(super) fn recipient(lens: &Lens<'_>, vendor: &Vendor, person: Option<&Contact>) -> Recipient {
    let of_kind = |kind: Channel| vendor.channels.iter().find(|it| it.kind == kind);
    let own_email = person.and_then(|person| person.email.clone());
    let department = person.and_then(|it| it.job.clone().or_else(|| it.department.clone()));
    let name = person.map_or(&vendor.name, |person| &person.name).clone();
    let mut lines = vec![name.clone()];
    lines.extend(department);
    lines.extend(person.map(|_| vendor.name.clone()));
    lines.extend(vendor.address.iter().cloned());
    Recipient {
        vendor: lens.names.vendor(vendor.id),
        contact: person.and_then(|person| lens.names.person(person.id)),
        name,
        lines,
        email: own_email.or_else(|| of_kind(Channel::Email).map(|it| it.value.clone())),
        has_address: !vendor.address.is_empty() || of_kind(Channel::Letter).is_some(),
    }
}

fn facts(event: &Event) -> impl Iterator<Item = LetterFact> {
    event.facts.iter().map(|fact| LetterFact {
        id: fact.id.to_string(),
        event: event.id.to_string(),
        day: to_wire::day(event.time.at.day()),
        text: fact.text.clone(),
    })
}

fn claims(lens: &Lens<'_>, matter: &Matter) -> Result<Vec<LetterClaim>, AppError> {
    let arisen = matter.dispute.claims.iter().filter(|claim| claim.arose_on <= lens.on);
    arisen
        .map(|claim| {
            let balance = balance::claim_balance(claim, lens.on)?;
            Ok(LetterClaim {
                id: claim.id.to_string(),
                vendor: lens.names.vendor(claim.vendor),
                reason: claim.reason.clone(),
                amount: to_wire::money(claim.amount),
                outstanding: to_wire::money(balance.outstanding),
            })
        })
        .collect()
}

/// An event that a letter can follow, with the letter that it is, where it is one.
pub(super) fn event(lens: &Lens<'_>, matter: &Matter, of: &Event) -> LetterEvent {
    let is_it = |sent: &&SentLetter| sent.event == of.id;
    let sent = matter.sent.iter().find(is_it).map(|sent| sent.id.to_string());
    LetterEvent {
        id: of.id.to_string(),
        day: to_wire::day(of.time.at.day()),
        channel: of.channel.into(),
        direction: of.direction.into(),
        vendor: lens.names.vendor_behind(of.vendor, of.contacts.first().copied()),
        people: of.contacts.iter().filter_map(|id| lens.names.person(*id)).collect(),
        words: of.facts.first().map(|fact| fact.text.clone()).unwrap_or_default(),
        sent,
    }
}

/// The event of that id, where the dispute has it.
pub(super) fn event_of(lens: &Lens<'_>, matter: &Matter, id: EventId) -> Option<LetterEvent> {
    matter.events.iter().find(|it| it.id == id).map(|it| event(lens, matter, it))
}
