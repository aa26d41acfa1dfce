//! The ladder: which steps of it were reached, which are open, and who is next.

mod level;

pub use level::{Level, level_of};

use chrono::NaiveDate;

use super::clock::ClosedWay;
use super::has_come;
use super::parties::vendor_of_rung;
use crate::{ChannelId, Contact, ContactId, Dispute, Event, Role, Rung, RungId, Vendor, VendorId};

/// All that the ladder is derived from.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The dispute.
    pub dispute: &'a Dispute,
    /// The vendors that it names; those it lacks are not looked at.
    pub vendors: &'a [Vendor],
    /// Everyone who works there.
    pub contacts: &'a [Contact],
    /// The people with whom the matter was spoken of, the last one last.
    pub spoken: &'a [ContactId],
    /// Who is out of reach because a time limit has passed.
    pub closed: &'a [ClosedWay],
}

/// The people of events that took place by a day, the one spoken with last in the last place, each
/// once.
pub fn spoken_with(events: &[Event], on: NaiveDate) -> Vec<ContactId> {
    let mut happened: Vec<&Event> = events
        .iter()
        .filter(|event| event.time.at.day() <= on && event.answered != Some(false))
        .collect();
    happened.sort_by_key(|event| event.time.at.day());
    let mut people: Vec<ContactId> = Vec::new();
    for id in happened.iter().rev().flat_map(|event| event.contacts.iter().rev()) {
        if !people.contains(id) {
            people.push(*id);
        }
    }
    people.reverse();
    people
}

/// One level of the ladder, from the lowest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub level: Level,
    /// Whether somebody of this level was reached, by a rung or in a conversation.
    pub is_reached: bool,
    /// Whether it is the highest that was reached.
    pub is_current: bool,
    /// The rungs of this level, reached and planned, by their day; those without a day last.
    pub rungs: Vec<RungId>,
    /// Who is known at this level and was not asked yet.
    pub people: Vec<ContactId>,
    /// The outside bodies among the parties that were not asked yet and still can be in time.
    pub bodies: Vec<VendorId>,
    /// Those that were not asked while there was time.
    pub closed: Vec<ClosedWay>,
}

/// Who is one rung up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Next {
    /// The step that was planned.
    Planned(RungId),
    /// This person.
    Person(ContactId),
    /// The vendor's own desk for complaints.
    Channel(VendorId, ChannelId),
    /// An outside body.
    Body(VendorId),
}

/// The levels from the lowest to the highest, with what is known of each.
pub fn ladder(beside: &Beside<'_>, on: NaiveDate) -> Vec<Step> {
    let current = current_level(beside, on);
    Level::ALL
        .iter()
        .map(|level| {
            let mut rungs: Vec<&Rung> = beside
                .dispute
                .rungs
                .iter()
                .filter(|rung| level_of_rung(beside, rung) == *level)
                .collect();
            rungs.sort_by_key(|rung| (rung.reached_on.is_none(), rung.reached_on));
            let spoken = beside.spoken.iter().any(|id| level_of_person(beside, *id) == *level);
            let (mut open, mut closed) = (Vec::new(), Vec::new());
            if *level == Level::OutsideBody {
                open = bodies(beside, on);
                closed = closed_bodies(beside, on);
            }
            Step {
                level: *level,
                is_reached: spoken || rungs.iter().any(|rung| has_come(rung.reached_on, on)),
                is_current: current == Some(*level),
                rungs: rungs.iter().map(|rung| rung.id).collect(),
                people: people_at(beside, *level, on),
                bodies: open,
                closed,
            }
        })
        .collect()
}

/// Who is next: the step that is planned; else the supervisor of the person who was asked last; else
/// somebody else of a higher level at the same vendor, the lowest first; else that vendor's desk for
/// complaints; else an outside body among the parties. Nobody who was asked already, nor a body whose
/// time limit has passed, even where that step was planned while there was time. `None` where nobody
/// is known: one then asks for a name.
pub fn next(beside: &Beside<'_>, on: NaiveDate) -> Option<Next> {
    let is_open = |vendor: Option<VendorId>| vendor.is_none_or(|id| !is_closed(beside, id));
    let planned = beside.dispute.rungs.iter().find(|rung| {
        !has_come(rung.reached_on, on) && is_open(vendor_of_rung(rung, beside.contacts))
    });
    if let Some(rung) = planned {
        return Some(Next::Planned(rung.id));
    }
    let last = last_asked(beside, on);
    let person = last.and_then(|id| contact(beside, id));
    let above = person
        .and_then(|it| it.supervisor)
        .filter(|id| is_open(contact(beside, *id).map(|it| it.vendor)))
        .filter(|id| contact(beside, *id).is_some() && !was_asked(beside, *id, on));
    let vendor = person.map(|it| it.vendor).or_else(|| last_vendor(beside, on));
    let current = current_level(beside, on);
    let higher = || {
        let levels = Level::ALL.iter().filter(|level| current.is_none_or(|now| **level > now));
        let people = levels.flat_map(|level| people_at(beside, *level, on));
        let here = |id: &ContactId| contact(beside, *id).map(|it| it.vendor) == vendor;
        let mut open = people.filter(|id| is_open(contact(beside, *id).map(|it| it.vendor)));
        open.find(|id| vendor.is_none() || here(id))
    };
    let desk = || {
        // Who stands at the head of the vendor is above its desk for complaints.
        let is_below = current.is_none_or(|now| now < Level::ExecutiveOffice);
        let of = beside.vendors.iter().find(|it| Some(it.id) == vendor).filter(|_| is_below)?;
        let is_desk =
            |label: &Option<String>| label.as_deref().is_some_and(level::names_a_complaints_desk);
        let channel = of.channels.iter().find(|channel| is_desk(&channel.label))?;
        Some(Next::Channel(of.id, channel.id))
    };
    above
        .or_else(higher)
        .map(Next::Person)
        .or_else(desk)
        .or_else(|| bodies(beside, on).first().copied().map(Next::Body))
}

/// The vendor of the last rung reached that is no outside body; nothing where none was reached.
pub fn stands_at(beside: &Beside<'_>, on: NaiveDate) -> Option<VendorId> {
    let mut rungs: Vec<&Rung> = reached(beside, on).collect();
    rungs.sort_by_key(|rung| rung.reached_on);
    let vendors = rungs.into_iter().rev().filter_map(|rung| vendor_of_rung(rung, beside.contacts));
    vendors.into_iter().find(|vendor| !is_body(beside, *vendor))
}

fn contact<'a>(beside: &Beside<'a>, id: ContactId) -> Option<&'a Contact> {
    beside.contacts.iter().find(|contact| contact.id == id)
}

/// The person of the last rung reached, else the one who was spoken with last.
fn last_asked(beside: &Beside<'_>, on: NaiveDate) -> Option<ContactId> {
    let reached = reached(beside, on).filter(|rung| rung.contact.is_some());
    let last = reached.max_by_key(|rung| rung.reached_on).and_then(|rung| rung.contact);
    last.or_else(|| beside.spoken.last().copied())
}

/// The vendor of the last rung reached, else of the first claim, else the first party.
fn last_vendor(beside: &Beside<'_>, on: NaiveDate) -> Option<VendorId> {
    let last = reached(beside, on).max_by_key(|rung| rung.reached_on);
    last.and_then(|rung| vendor_of_rung(rung, beside.contacts))
        .or_else(|| beside.dispute.claims.first().map(|claim| claim.vendor))
        .or_else(|| beside.dispute.parties.first().map(|party| party.vendor))
}

fn reached<'a>(beside: &Beside<'a>, on: NaiveDate) -> impl Iterator<Item = &'a Rung> {
    beside.dispute.rungs.iter().filter(move |rung| has_come(rung.reached_on, on))
}

fn was_asked(beside: &Beside<'_>, id: ContactId, on: NaiveDate) -> bool {
    beside.spoken.contains(&id) || reached(beside, on).any(|rung| rung.contact == Some(id))
}

/// The highest level that was reached.
fn current_level(beside: &Beside<'_>, on: NaiveDate) -> Option<Level> {
    let rungs = reached(beside, on).map(|rung| level_of_rung(beside, rung));
    let spoken = beside.spoken.iter().map(|id| level_of_person(beside, *id));
    rungs.chain(spoken).max()
}

fn level_of_rung(beside: &Beside<'_>, rung: &Rung) -> Level {
    let vendor = vendor_of_rung(rung, beside.contacts);
    if vendor.is_some_and(|id| is_body(beside, id)) {
        return Level::OutsideBody;
    }
    rung.contact.map_or(Level::Representative, |id| level_of_person(beside, id))
}

fn level_of_person(beside: &Beside<'_>, id: ContactId) -> Level {
    let Some(person) = contact(beside, id) else { return Level::Representative };
    if is_body(beside, person.vendor) {
        Level::OutsideBody
    } else {
        level_of(person, beside.contacts)
    }
}

/// Whether the vendor stands outside: it decides between others, or can compel them.
fn is_body(beside: &Beside<'_>, vendor: VendorId) -> bool {
    let party = beside.dispute.parties.iter().find(|party| party.vendor == vendor);
    party.is_some_and(|party| party.roles.has(Role::CanCompel))
        || beside.vendors.iter().any(|it| it.id == vendor && it.kind.decides())
}

/// Whether an outside body can no longer be turned to in time.
fn is_closed(beside: &Beside<'_>, vendor: VendorId) -> bool {
    is_body(beside, vendor) && beside.closed.iter().any(|way| way.body == vendor)
}

/// The outside bodies that can still be turned to: among the parties, with nobody spoken with there,
/// reached by no rung, and their time limit not passed.
pub fn bodies(beside: &Beside<'_>, on: NaiveDate) -> Vec<VendorId> {
    unasked(beside, on).into_iter().filter(|vendor| !is_closed(beside, *vendor)).collect()
}

fn closed_bodies(beside: &Beside<'_>, on: NaiveDate) -> Vec<ClosedWay> {
    let way = |vendor: VendorId| beside.closed.iter().find(|way| way.body == vendor).cloned();
    unasked(beside, on).into_iter().filter_map(way).collect()
}

/// The outside bodies among the parties with whom nobody has spoken and that no rung has reached.
fn unasked(beside: &Beside<'_>, on: NaiveDate) -> Vec<VendorId> {
    let asked = |vendor: VendorId| {
        let people = beside.spoken.iter().filter_map(|id| contact(beside, *id));
        people.into_iter().any(|person| person.vendor == vendor)
            || reached(beside, on).any(|rung| vendor_of_rung(rung, beside.contacts) == Some(vendor))
    };
    let parties = beside.dispute.parties.iter().map(|party| party.vendor);
    parties.filter(|vendor| is_body(beside, *vendor) && !asked(*vendor)).collect()
}

/// Who is known at this level of the dispute's vendors and was not asked yet, by name.
fn people_at(beside: &Beside<'_>, level: Level, on: NaiveDate) -> Vec<ContactId> {
    let parties = &beside.dispute.parties;
    let mut people: Vec<&Contact> = beside
        .contacts
        .iter()
        .filter(|person| parties.iter().any(|party| party.vendor == person.vendor))
        .filter(|person| level_of_person(beside, person.id) == level)
        .filter(|person| !was_asked(beside, person.id, on))
        .collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    people.into_iter().map(|person| person.id).collect()
}
