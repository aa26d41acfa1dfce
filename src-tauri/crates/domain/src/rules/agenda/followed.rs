//! Whether somebody deals already with what is late.
//!
//! A promise or a letter whose day has passed rests when both hold:
//!
//! 1. since that day there was contact with its vendor, from either side, tried or made; and
//! 2. something stands in its place that will ask by itself: a later promise of that vendor, a later
//!    letter to it that waits for an answer, or a step planned with or after that contact, for the
//!    household's longest waiting time at most.
//!
//! A contact alone is not enough, or a promise would be forgotten in the call in which one was put
//! off with nothing. What stands in its place has a day of its own; once that asks and is answered,
//! the first asks again unless it was answered too.
//!
//! Where the vendor of a promise is not known it never rests.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Scene, waiting};
use crate::rules::due::{Due, DueItem};
use crate::rules::letter::Beside;
use crate::rules::{has_come, parties, promise};
use crate::{Direction, Event, VendorId};

/// When a thing was last followed up so that something stands in its place; `None` where it asks.
pub(super) fn followed_up(
    due: &Due,
    vendor: Option<VendorId>,
    scene: &Scene<'_>,
    on: NaiveDate,
) -> Option<NaiveDate> {
    let (vendor, since) = (vendor?, begun(due.item)?);
    if due.on > on {
        return None;
    }
    let is_touch = |event: &&Event| {
        event.direction != Direction::Internal
            && is_later(event, (due.on, since), on)
            && parties::is_with(event, vendor, scene.beside.contacts)
    };
    let mut touches: Vec<&Event> = scene.beside.events.iter().filter(is_touch).collect();
    touches.sort_by_key(|event| (event.time.at.day(), event.id));
    let carried = |event: &&Event| is_carried(due, vendor, event, scene, on);
    touches.into_iter().rev().find(carried).map(|event| event.time.at.day())
}

/// When the vendor was last in touch since a thing was entered or its day passed; only said of what
/// the vendor may have settled by that: steps and promises.
pub(super) fn in_touch(
    due: &Due,
    vendor: Option<VendorId>,
    beside: &Beside<'_>,
    on: NaiveDate,
) -> Option<NaiveDate> {
    let id = match due.item {
        DueItem::Promise(id) => id.uuid(),
        DueItem::NextStep(id) => id.uuid(),
        DueItem::Check { .. } | DueItem::Letter(_) | DueItem::Clock(_) | DueItem::Quiet(_) => {
            return None;
        }
    };
    let made_on = beside.dispute.promises.iter().find(|one| one.id.uuid() == id);
    let since = made_on.map_or(NaiveDate::MIN, |promise| promise.made_on);
    let is_of = |event: &&Event| {
        event.direction == Direction::In
            && event.time.at.day() >= since
            && event.id.uuid() > id
            && event.time.at.day() <= on
            && vendor.is_none_or(|vendor| parties::is_with(event, vendor, beside.contacts))
    };
    beside.events.iter().filter(is_of).map(|event| event.time.at.day()).max()
}

/// The id of what can be followed up.
fn begun(item: DueItem) -> Option<Uuid> {
    match item {
        DueItem::Promise(id) => Some(id.uuid()),
        DueItem::Letter(id) => Some(id.uuid()),
        DueItem::NextStep(_) | DueItem::Check { .. } | DueItem::Clock(_) | DueItem::Quiet(_) => {
            None
        }
    }
}

/// Whether the event is of a later day, or was entered later on the same.
fn is_later(event: &Event, (day, id): (NaiveDate, Uuid), on: NaiveDate) -> bool {
    let of = event.time.at.day();
    of <= on && (of > day || (of == day && event.id.uuid() > id))
}

fn is_carried(
    due: &Due,
    vendor: VendorId,
    touch: &Event,
    scene: &Scene<'_>,
    on: NaiveDate,
) -> bool {
    let beside = &scene.beside;
    let (day, own) = (touch.time.at.day(), due.item.uuid());
    let promised = beside.dispute.promises.iter().any(|one| {
        one.id.uuid() > own
            && one.made_on >= day
            && promise::is_open(one, on)
            && parties::vendor_of_promise(one, beside.contacts) == Some(vendor)
    });
    let planned = || {
        beside.dispute.next_steps.iter().any(|step| {
            let with = step.contact.and_then(|id| parties::vendor_of_contact(id, beside.contacts));
            step.id.uuid() > touch.id.uuid()
                && step.on >= day
                && step.on <= scene.pace.last(day)
                && !has_come(step.done_on, on)
                && with.is_none_or(|with| with == vendor)
        })
    };
    let written = || {
        waiting(beside, on)
            .any(|sent| sent.to_vendor == vendor && sent.on >= day && sent.id.uuid() > own)
    };
    promised || planned() || written()
}
