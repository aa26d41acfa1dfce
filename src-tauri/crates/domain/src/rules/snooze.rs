//! Whether what was put off is still to rest.

use chrono::NaiveDate;

use super::letter::Beside;
use super::{DueItem, parties};
use crate::{Direction, Event, Snooze, VendorId};

/// The snooze by which a thing rests on a day: the last one that was set for it, while its day has
/// not come and, where it waits for an answer, none has come since.
///
/// `vendor` is the one whose answer is awaited; where it is not known, whoever reaches out first
/// in the dispute brings the thing back.
pub fn resting<'a>(
    snoozes: &'a [Snooze],
    item: DueItem,
    vendor: Option<VendorId>,
    beside: &Beside<'_>,
    on: NaiveDate,
) -> Option<&'a Snooze> {
    let of_item = |snooze: &&Snooze| {
        snooze.kind == item.kind() && snooze.item == item.uuid() && snooze.made_on <= on
    };
    let last = snoozes.iter().filter(of_item).max_by_key(|snooze| (snooze.made_on, snooze.id))?;
    let is_answer = |event: &Event| {
        let day = event.time.at.day();
        let is_later =
            (day, event.id.uuid()) > (last.made_on, last.id.uuid()) && day >= last.made_on;
        event.direction == Direction::In
            && is_later
            && day <= on
            && vendor.is_none_or(|vendor| parties::is_with(event, vendor, beside.contacts))
    };
    let answered = last.until_answer && beside.events.iter().any(is_answer);
    (on < last.until && !answered).then_some(last)
}
