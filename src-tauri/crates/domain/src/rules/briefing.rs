//! What one has before one's eyes in a call: the facts that matter, what was promised, who was kind.

use chrono::NaiveDate;

use super::{parties, promise};
use crate::{
    Channel, Contact, ContactId, Direction, Dispute, Event, Fact, FactStatus, Promise, VendorId,
};

/// How many facts are shown.
const FACTS: usize = 3;

/// A fact with the event in which it was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted<'a> {
    /// The event.
    pub event: &'a Event,
    /// The fact.
    pub fact: &'a Fact,
}

/// The three facts that matter in a call with the vendor, the strongest first.
///
/// First what the other side acknowledged, and of that what this vendor's own people did: nobody has
/// to be convinced of it again. Then what the other side decided: undisputed facts of what it wrote
/// or did of its own accord. Then other undisputed facts of conversations that took place. Within
/// each, the latest first; of one event in the order in which they were written down. What is
/// disputed or unsure is not for a call, nor is what happened after `on`.
pub fn facts_that_matter<'a>(
    events: &'a [Event],
    vendor: Option<VendorId>,
    contacts: &[Contact],
    on: NaiveDate,
) -> Vec<Noted<'a>> {
    let happened = events.iter().filter(|event| event.time.at.day() <= on);
    let mut all: Vec<(Strength, Noted<'a>)> = happened
        .flat_map(|event| event.facts.iter().map(move |fact| Noted { event, fact }))
        .filter_map(|noted| Some((strength(&noted, vendor, contacts)?, noted)))
        .collect();
    // The sort is stable, so facts of one event stay in their order.
    all.sort_by_key(|(strength, noted)| (*strength, std::cmp::Reverse(noted.event.time.at.day())));
    all.into_iter().take(FACTS).map(|(_, noted)| noted).collect()
}

/// How much a fact is worth in a call, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    AcknowledgedHere,
    Acknowledged,
    Decided,
    Noted,
}

fn strength(noted: &Noted<'_>, vendor: Option<VendorId>, contacts: &[Contact]) -> Option<Strength> {
    let Noted { event, fact } = noted;
    match fact.status {
        FactStatus::Undisputed => {}
        FactStatus::Disputed | FactStatus::Unsure => return None,
    }
    if let Some(by) = fact.acknowledged_by {
        let works = parties::vendor_of_contact(by, contacts);
        let here = works.is_some() && works == vendor;
        return Some(if here { Strength::AcknowledgedHere } else { Strength::Acknowledged });
    }
    if event.answered == Some(false) {
        return None;
    }
    let of_its_own_accord = match event.direction {
        Direction::In => true,
        Direction::Out | Direction::Internal => event.channel == Channel::Statement,
    };
    Some(if of_its_own_accord { Strength::Decided } else { Strength::Noted })
}

/// What the vendor has promised and not yet done, the earliest day first; those without a day last.
pub fn open_promises<'a>(
    dispute: &'a Dispute,
    vendor: VendorId,
    contacts: &[Contact],
    on: NaiveDate,
) -> Vec<&'a Promise> {
    let mut all: Vec<&Promise> = dispute
        .promises
        .iter()
        .filter(|one| promise::is_open(one, on))
        .filter(|one| parties::vendor_of_promise(one, contacts) == Some(vendor))
        .collect();
    all.sort_by_key(|one| (one.due_on.is_none(), one.due_on));
    all
}

/// Who at the vendor has helped in this dispute, the last first, each once.
pub fn kind_people(
    dispute: &Dispute,
    vendor: VendorId,
    contacts: &[Contact],
    on: NaiveDate,
) -> Vec<ContactId> {
    let mut helps: Vec<_> = dispute.advocates.iter().filter(|help| help.on <= on).collect();
    helps.sort_by_key(|help| std::cmp::Reverse(help.on));
    let mut people: Vec<ContactId> = Vec::new();
    for help in helps {
        let here = parties::vendor_of_contact(help.contact, contacts) == Some(vendor);
        if here && !people.contains(&help.contact) {
            people.push(help.contact);
        }
    }
    people
}
