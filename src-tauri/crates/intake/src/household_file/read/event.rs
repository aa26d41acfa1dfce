//! What happened, and what is known of it.

use holdfast_domain::{DisputeId, Event, EventId, EventTime, Fact, FactStatus, Precision};

use super::object::Object;
use super::{Ids, Keys};

pub(super) fn event(
    object: &Object<'_>,
    id: EventId,
    dispute: DisputeId,
    keys: &Keys<'_>,
    ids: &mut Ids<'_>,
) -> Option<Event> {
    object.only(&[
        "key",
        "at",
        "precision",
        "channel",
        "direction",
        "vendor",
        "contacts",
        "answered",
        "waited_minutes",
        "minutes",
        "facts",
        "note",
    ]);
    object.raw("key");
    let at = object.occurred("at");
    let precision = object.maybe_word("precision").unwrap_or(Precision::Exact);
    let channel = object.word("channel");
    let direction = object.word("direction");
    let vendor = object.maybe_reference("vendor", "vendor", &keys.vendors);
    let contacts = object.references("contacts", "contact", &keys.contacts);
    let answered = object.yes_or_no("answered");
    let waited_minutes = object.minutes("waited_minutes");
    let minutes = object.minutes("minutes");
    let facts = object.maybe_objects("facts");
    let facts = facts.iter().filter_map(|one| fact(one, keys, ids)).collect();
    let note = object.maybe_prose("note");
    Some(Event {
        id,
        dispute,
        time: EventTime { at: at?, precision },
        channel: channel?,
        direction: direction?,
        vendor,
        contacts,
        answered,
        waited_minutes,
        minutes,
        facts,
        note,
    })
}

fn fact(object: &Object<'_>, keys: &Keys<'_>, ids: &mut Ids<'_>) -> Option<Fact> {
    object.only(&["text", "status", "acknowledged_by"]);
    let text = object.prose("text");
    let status = object.maybe_word("status").unwrap_or(FactStatus::Undisputed);
    let acknowledged_by = object.maybe_reference("acknowledged_by", "contact", &keys.contacts);
    Some(Fact { id: ids.of(object), text: text?, status, acknowledged_by })
}
