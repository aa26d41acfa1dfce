//! Events with their facts and the people spoken with.

use std::collections::HashMap;

use holdfast_domain::{ContactId, Event, EventId, Fact, FactId};
use rusqlite::{Params, types::Value};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid, Variant, Version};

use crate::table::{Table, stored};
use crate::{Noun, Reader, StoreError, Writer};

stored!(Event {
    label: "coalesce((SELECT f.text FROM fact f WHERE f.event = t.id ORDER BY f.id LIMIT 1),
        t.channel || ' ' || substr(t.at, 1, 10))",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    time: ["at", "precision", "sort_key"],
    channel: ["channel"],
    direction: ["direction"],
    vendor: ["vendor" Vendor],
    answered: ["answered"],
    waited_minutes: ["waited_minutes"],
    minutes: ["minutes"],
    note: ["note"],
    ; contacts, facts
});

stored!(Fact {
    owner: "event" Event,
    label: "t.text",
    text: ["text"],
    status: ["status"],
    acknowledged_by: ["acknowledged_by" Contact],
});

/// The people spoken with, whom the domain has as a list of the event.
pub(crate) const LINK: Table = Table {
    noun: Noun::EventContact,
    owner: Some(("event", Noun::Event)),
    columns: &["event", "contact", "place"],
    references: &[("contact", Noun::Contact)],
    shelters: &[],
    label: "(SELECT c.name FROM contact c WHERE c.id = t.contact)",
};

/// The id of a link follows from what it links, so that two computers that name the same person in
/// the same event write the same record.
fn link_id(event: EventId, contact: ContactId) -> Uuid {
    let hash = Sha256::new()
        .chain_update(event.uuid().as_bytes())
        .chain_update(contact.uuid().as_bytes())
        .finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_bytes(bytes)
        .with_variant(Variant::RFC4122)
        .with_version(Version::Custom)
        .into_uuid()
}

impl Reader {
    /// An event that is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn event(&self, id: EventId) -> Result<Option<Event>, StoreError> {
        Ok(self.events("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }

    /// The event of a fact, where neither is in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn event_of_fact(&self, fact: FactId) -> Result<Option<Event>, StoreError> {
        let tail = "t.deleted_at IS NULL AND t.id =
            (SELECT f.event FROM fact f WHERE f.id = ?1 AND f.deleted_at IS NULL)";
        Ok(self.events(tail, [fact.to_string()])?.pop())
    }

    /// Events by what stands behind `WHERE`, with their facts and contacts, in three statements.
    pub(crate) fn events(&self, tail: &str, params: impl Params) -> Result<Vec<Event>, StoreError> {
        let mut events: Vec<Event> = self.list(tail, params)?;
        let ids = json_list(events.iter().map(|event| event.id));
        let mut facts =
            self.owned::<Fact>("SELECT value FROM json_each(?1)", std::slice::from_ref(&ids))?;
        let mut contacts = self.links(ids)?;
        for event in &mut events {
            event.facts = facts.remove(&event.id.uuid()).unwrap_or_default();
            event.contacts = contacts.remove(&event.id.uuid()).unwrap_or_default();
        }
        Ok(events)
    }

    fn links(&self, events: Value) -> Result<HashMap<Uuid, Vec<ContactId>>, StoreError> {
        let sql = "SELECT event, contact FROM event_contact
            WHERE event IN (SELECT value FROM json_each(?1)) AND deleted_at IS NULL
            ORDER BY event, place, id";
        let mut by_event: HashMap<Uuid, Vec<ContactId>> = HashMap::new();
        let links = self.rows(sql, [events], |cells| Ok((cells.take()?, cells.take()?)))?;
        for (event, contact) in links {
            by_event.entry(event).or_default().push(contact);
        }
        Ok(by_event)
    }
}

/// Ids as a JSON array, which SQLite can read as a table. They need no escaping.
fn json_list(ids: impl Iterator<Item = EventId>) -> Value {
    let quoted: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
    Value::Text(format!("[{}]", quoted.join(",")))
}

impl Writer<'_> {
    /// Enters an event with its facts and contacts, or changes what differs. Facts that it no longer
    /// has go to the bin.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_event(&mut self, event: &Event) -> Result<(), StoreError> {
        self.put(event)?;
        self.put_owned(event.id.uuid(), &event.facts)?;
        let mut gone = self.live_ids(&LINK, event.id.uuid())?;
        for (place, contact) in (0_i64..).zip(&event.contacts) {
            let id = link_id(event.id, *contact);
            gone.remove(&id);
            let cells = vec![
                Value::Text(event.id.to_string()),
                Value::Text(contact.to_string()),
                Value::Integer(place),
            ];
            self.put_row(&LINK, id, cells)?;
        }
        self.bin_all(Noun::EventContact, gone)
    }
}
