//! Putting off what asks for attention.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::rules::DueKind;
use crate::{DisputeId, SnoozeId};

/// Something that asks for attention and was put off, because its own day is not the household's to
/// move: a promise, a letter without an answer, a clock, or thanks that are owed.
///
/// What was put off comes back by itself. It names no record that could not go: where the promise is
/// kept or taken away, nothing is left to come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// Which snooze.
    pub id: SnoozeId,
    /// The dispute that it belongs to.
    pub dispute: DisputeId,
    /// Of which sort the thing is that was put off.
    pub kind: DueKind,
    /// The id of that promise, letter, check, step or dispute.
    pub item: Uuid,
    /// The day on which it was put off.
    pub made_on: NaiveDate,
    /// The day on which it comes back at the latest.
    pub until: NaiveDate,
    /// Whether it comes back as soon as the vendor has been in touch.
    pub until_answer: bool,
}
