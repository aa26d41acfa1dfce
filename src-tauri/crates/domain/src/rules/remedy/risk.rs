//! How much money hangs on remedies of which nobody is sure yet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{RemedyStatus, is_agreed, open_checks, remedy_status};
use crate::rules::balance::claim_balance;
use crate::rules::{has_come, state};
use crate::{Claim, Currency, Dispute, Money, MoneyError, Remedy};

/// Money at risk, per currency, sorted by its code: what would be missing if every remedy failed
/// that may still fail.
///
/// It is the worth of each claim that such a remedy settles: what was claimed, less what the
/// household has written off. A claim counts once, however many remedies settle it. A remedy may
/// still fail while it is promised or late, for it has not come; once delivered, until somebody has
/// looked at it; and while it holds, as long as a look is still to come; never once the household
/// was satisfied. What was taken back is no
/// risk any more: it is owed. Remedies of closed disputes are not watched and do not count; nor do
/// claims that have not arisen.
///
/// # Errors
/// [`MoneyError::OutOfRange`] where a sum cannot be kept.
pub fn at_risk<'a>(
    disputes: impl IntoIterator<Item = &'a Dispute>,
    on: NaiveDate,
) -> Result<Vec<Money>, MoneyError> {
    let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
    let watched = disputes.into_iter().filter(|dispute| !state::is_closed(dispute, on));
    for dispute in watched {
        let hanging = dispute.claims.iter().filter(|claim| {
            let settles = |remedy: &&Remedy| remedy.claim == Some(claim.id);
            let remedies = || dispute.remedies.iter().filter(settles);
            remedies().any(|remedy| may_fail(remedy, &dispute.claims, on))
        });
        for claim in hanging {
            let balance = claim_balance(claim, on)?;
            let worth = balance.claimed.minus(balance.written_off)?;
            if worth.is_positive() {
                let sum = sums.entry(worth.currency()).or_insert(Money::zero(worth.currency()));
                *sum = sum.plus(worth)?;
            }
        }
    }
    Ok(sums.into_values().collect())
}

fn may_fail(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> bool {
    is_agreed(remedy, on)
        && !has_come(remedy.satisfied_on, on)
        && match remedy_status(remedy, claims, on) {
            RemedyStatus::Promised | RemedyStatus::Late | RemedyStatus::Delivered => true,
            RemedyStatus::Holding => open_checks(remedy, claims, on).next().is_some(),
            RemedyStatus::Reversed | RemedyStatus::Expired => false,
        }
}
