//! How a promise stands.

use chrono::NaiveDate;

use super::{has_come, has_passed};
use crate::{Promise, PromiseOutcome};

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PromiseStatus {
    /// It has no outcome, and its day has not passed or it has none.
    Open,
    /// It has no outcome although its day has passed.
    Overdue,
    /// It was kept.
    Kept,
    /// It was broken.
    Broken,
    /// The vendor took it back, or the household let it go.
    Withdrawn,
}

impl PromiseStatus {
    /// Every status.
    pub const ALL: &'static [Self] =
        &[Self::Open, Self::Overdue, Self::Kept, Self::Broken, Self::Withdrawn];

    /// The word by which the status is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How the promise stands. An outcome without a day counts; one dated later does not yet.
pub fn promise_status(promise: &Promise, on: NaiveDate) -> PromiseStatus {
    let outcome = promise.outcome.filter(|_| promise.outcome_on.is_none_or(|day| day <= on));
    match outcome {
        Some(PromiseOutcome::Kept) => PromiseStatus::Kept,
        Some(PromiseOutcome::Broken) => PromiseStatus::Broken,
        Some(PromiseOutcome::Withdrawn) => PromiseStatus::Withdrawn,
        None if has_passed(promise.due_on, on) => PromiseStatus::Overdue,
        None => PromiseStatus::Open,
    }
}

/// Whether the promise had been made and still awaits its outcome, whatever its day.
pub fn is_open(promise: &Promise, on: NaiveDate) -> bool {
    has_come(Some(promise.made_on), on)
        && matches!(promise_status(promise, on), PromiseStatus::Open | PromiseStatus::Overdue)
}
