//! How a dispute stands.

use chrono::NaiveDate;

use super::balance::balances;
use super::{has_come, promise, remedy};
use crate::{Dispute, MoneyError};

/// How a dispute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DisputeState {
    /// Something is still to be had or done.
    Open,
    /// All is settled, and a remedy is still to be looked at.
    Watching,
    /// Its closing day has come.
    Closed,
}

impl DisputeState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Watching, Self::Closed];

    /// The word by which the state is written in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Watching => "watching",
            Self::Closed => "closed",
        }
    }
}

/// How the dispute stands.
///
/// # Errors
/// Where its balances cannot be computed, as [`balances`].
pub fn dispute_state(dispute: &Dispute, on: NaiveDate) -> Result<DisputeState, MoneyError> {
    if is_closed(dispute, on) {
        return Ok(DisputeState::Closed);
    }
    let settled = balances(dispute, on)?.iter().all(|of_vendor| {
        of_vendor.balance.outstanding.is_zero() && of_vendor.balance.provisional_credit.is_zero()
    });
    let awaits_something = dispute.promises.iter().any(|promise| promise::is_open(promise, on))
        || dispute.next_steps.iter().any(|step| !has_come(step.done_on, on));
    if settled && !awaits_something && has_check_to_come(dispute, on) {
        Ok(DisputeState::Watching)
    } else {
        Ok(DisputeState::Open)
    }
}

/// Whether the dispute's closing day has come.
pub fn is_closed(dispute: &Dispute, on: NaiveDate) -> bool {
    has_come(dispute.closed_on, on)
}

fn has_check_to_come(dispute: &Dispute, on: NaiveDate) -> bool {
    dispute
        .remedies
        .iter()
        .any(|remedy| remedy::open_checks(remedy, &dispute.claims, on).next().is_some())
}
