//! How a remedy stands, what its life has been, and when to look at it again.

mod life;
mod plan;
mod risk;
mod settled;

pub use life::{Stage, StageKind, held_since, reversed_on, stages};
pub use plan::{CheckPlan, check_plan, looks_are_done, next_to_propose};
pub use risk::at_risk;
pub use settled::settled;

use chrono::NaiveDate;

use super::{has_come, has_passed};
use crate::{Check, CheckResult, Claim, Movement, MovementKind, Remedy};

/// How a remedy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RemedyStatus {
    /// Agreed, and not yet to be expected.
    Promised,
    /// Not delivered although its day has passed.
    Late,
    /// Delivered, and not yet looked at.
    Delivered,
    /// The last look showed that it holds.
    Holding,
    /// Taken back, by what a look showed or by a reversal of money.
    Reversed,
    /// Delivered, and its last day has passed.
    Expired,
}

impl RemedyStatus {
    /// Every status, in the order of a remedy's life.
    pub const ALL: &'static [Self] = &[
        Self::Promised,
        Self::Late,
        Self::Delivered,
        Self::Holding,
        Self::Reversed,
        Self::Expired,
    ];

    /// The word by which the status is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Late => "late",
            Self::Delivered => "delivered",
            Self::Holding => "holding",
            Self::Reversed => "reversed",
            Self::Expired => "expired",
        }
    }

    /// Whether nothing more is to be looked at: it was taken back, or its time is over.
    pub fn is_over(self) -> bool {
        match self {
            Self::Reversed | Self::Expired => true,
            Self::Promised | Self::Late | Self::Delivered | Self::Holding => false,
        }
    }
}

/// Whether the remedy had been agreed by then; before, it does not count.
pub fn is_agreed(remedy: &Remedy, on: NaiveDate) -> bool {
    remedy.agreed_on <= on
}

/// How the remedy stands. `claims` are those of its dispute; only its own is looked at.
pub fn remedy_status(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> RemedyStatus {
    let delivered = has_come(remedy.delivered_on, on);
    let last = last_check(remedy, on).and_then(|check| check.result);
    if last == Some(CheckResult::DoesNotHold) || money_was_taken_back(remedy, claims, on) {
        RemedyStatus::Reversed
    } else if delivered && has_passed(remedy.ends_on, on) {
        RemedyStatus::Expired
    } else if last == Some(CheckResult::Holds) {
        RemedyStatus::Holding
    } else if delivered {
        RemedyStatus::Delivered
    } else if has_passed(remedy.expected_by, on) {
        RemedyStatus::Late
    } else {
        RemedyStatus::Promised
    }
}

/// Whether money of the remedy's claim was taken back on or after its delivery (else its
/// agreement) and after the last check that held.
fn money_was_taken_back(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> bool {
    let held_on = remedy
        .checks
        .iter()
        .filter(|check| check.result == Some(CheckResult::Holds))
        .filter_map(|check| check.done_on.filter(|day| *day <= on))
        .max();
    reversals(remedy, claims, on).any(|movement| held_on.is_none_or(|held| movement.on > held))
}

/// What was taken back of the remedy's claim on or after its delivery, else its agreement.
fn reversals<'a>(
    remedy: &'a Remedy,
    claims: &'a [Claim],
    on: NaiveDate,
) -> impl Iterator<Item = &'a Movement> {
    let since = remedy.delivered_on.filter(|day| *day <= on).unwrap_or(remedy.agreed_on);
    claims
        .iter()
        .filter(|claim| Some(claim.id) == remedy.claim)
        .flat_map(|claim| &claim.movements)
        .filter(move |one| one.kind == MovementKind::Reversed && one.on <= on && one.on >= since)
}

/// The last check done that settled something: it said that the remedy holds, or that it does not.
/// Of two on one day the one that was entered later counts.
pub fn last_check(remedy: &Remedy, on: NaiveDate) -> Option<&Check> {
    // `max_by_key` gives the last of equals, which is the one entered later.
    remedy
        .checks
        .iter()
        .filter(|check| has_come(check.done_on, on) && settles(check))
        .max_by_key(|check| check.done_on)
}

fn settles(check: &Check) -> bool {
    match check.result {
        Some(CheckResult::Holds | CheckResult::DoesNotHold) => true,
        Some(CheckResult::Unclear) | None => false,
    }
}

/// The check that is due: not done, its day come, the earliest first. None for a remedy that was
/// reversed or has expired.
pub fn check_due<'a>(remedy: &'a Remedy, claims: &[Claim], on: NaiveDate) -> Option<&'a Check> {
    next_check(remedy, claims, on).filter(|check| check.due_on <= on)
}

/// The earliest check that is not done, due or still to come. None for a remedy that was reversed
/// or has expired.
pub fn next_check<'a>(remedy: &'a Remedy, claims: &[Claim], on: NaiveDate) -> Option<&'a Check> {
    open_checks(remedy, claims, on).min_by_key(|check| check.due_on)
}

/// Every check that is not done, in the order of entry. None for a remedy that is not yet agreed,
/// was reversed or has expired.
pub fn open_checks<'a>(
    remedy: &'a Remedy,
    claims: &[Claim],
    on: NaiveDate,
) -> impl Iterator<Item = &'a Check> {
    let counts = is_agreed(remedy, on) && !remedy_status(remedy, claims, on).is_over();
    remedy.checks.iter().filter(move |check| counts && !has_come(check.done_on, on))
}
