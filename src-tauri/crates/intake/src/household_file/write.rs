//! From a household to JSON.

mod dispute;
mod people;
mod value;

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use holdfast_domain::{
    ClaimId, ContactId, Event, EventId, Household, MemberId, RemedyId, VendorId,
};

use self::value::{Fields, Value};
use super::{FORMAT, VERSION};

/// Writes a household file: pretty JSON in the order of the reference, without what is absent or
/// as by default, and with a line feed at the end.
///
/// Keys are made from positions (`m1`, `v3`, `d2-e17`), so the same record gives the same text
/// whatever its ids are. A reference to a record that the household does not hold is written with
/// the id itself, which reading will then name as unknown: nothing is left out in silence.
pub fn write(household: &Household) -> String {
    let keys = Keys::of(household);
    let events = events_of_disputes(household);
    let head = Fields::new()
        .text("name", &household.name)
        .list("members", household.members.iter().map(|one| people::member(one, &keys)));
    let none = Vec::new();
    let disputes = household
        .disputes
        .iter()
        .map(|one| dispute::dispute(one, events.get(&one.id).unwrap_or(&none), &keys));
    let root = Fields::new()
        .text("format", FORMAT)
        .with("version", Value::Whole(VERSION))
        .with("household", head.object())
        .list("vendors", household.vendors.iter().map(|one| people::vendor(one, &keys)))
        .list("contacts", household.contacts.iter().map(|one| people::contact(one, &keys)))
        .list("disputes", disputes);
    let mut text = root.object().pretty();
    text.push('\n');
    text
}

fn events_of_disputes(household: &Household) -> HashMap<holdfast_domain::DisputeId, Vec<&Event>> {
    let mut events: HashMap<_, Vec<&Event>> = HashMap::new();
    for event in &household.events {
        events.entry(event.dispute).or_default().push(event);
    }
    events
}

/// The keys of one file, by kind.
struct Keys {
    members: KeysOf<MemberId>,
    vendors: KeysOf<VendorId>,
    contacts: KeysOf<ContactId>,
    disputes: KeysOf<holdfast_domain::DisputeId>,
    claims: KeysOf<ClaimId>,
    events: KeysOf<EventId>,
    remedies: KeysOf<RemedyId>,
}

impl Keys {
    fn of(household: &Household) -> Self {
        let mut keys = Self {
            members: KeysOf::numbered("m", household.members.iter().map(|one| one.id)),
            vendors: KeysOf::numbered("v", household.vendors.iter().map(|one| one.id)),
            contacts: KeysOf::numbered("c", household.contacts.iter().map(|one| one.id)),
            disputes: KeysOf::numbered("d", household.disputes.iter().map(|one| one.id)),
            claims: KeysOf::default(),
            events: KeysOf::default(),
            remedies: KeysOf::default(),
        };
        let events = events_of_disputes(household);
        for (position, dispute) in household.disputes.iter().enumerate() {
            let start = format!("d{}", position + 1);
            keys.claims.number(&format!("{start}-c"), dispute.claims.iter().map(|one| one.id));
            keys.remedies.number(&format!("{start}-r"), dispute.remedies.iter().map(|one| one.id));
            let own = events.get(&dispute.id).into_iter().flatten();
            keys.events.number(&format!("{start}-e"), own.map(|one| one.id));
        }
        keys
    }
}

/// The keys of one kind.
struct KeysOf<Id>(HashMap<Id, String>);

impl<Id> Default for KeysOf<Id> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<Id: Copy + Eq + Hash + Display> KeysOf<Id> {
    fn numbered(start: &str, ids: impl Iterator<Item = Id>) -> Self {
        let mut keys = Self::default();
        keys.number(start, ids);
        keys
    }

    fn number(&mut self, start: &str, ids: impl Iterator<Item = Id>) {
        self.0.extend(ids.zip(1..).map(|(id, number): (Id, u64)| (id, format!("{start}{number}"))));
    }

    fn key(&self, id: Id) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}
