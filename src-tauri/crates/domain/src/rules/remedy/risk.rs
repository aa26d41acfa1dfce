//! How much money hangs on remedies of which nobody is sure yet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{RemedyStatus, is_agreed, open_checks, remedy_status, settled};
use crate::rules::balance::claim_balance;
use crate::rules::{has_come, state};
use crate::{Claim, Currency, Dispute, Money, MoneyError, Remedy};

/// Money at risk, per currency, sorted by its code: what would be missing if every remedy failed
/// that may still fail.
///
/// It is the worth of each claim that such a remedy settles: what was claimed, less what the
/// household has written off. A claim counts once, however many remedies settle it, and only with
/// what they have settled of it where somebody has written down how much that was: what they left
/// open is owed, and hangs on none of them. While one of them is to come, the whole of it hangs on
/// that. A remedy may
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
        for claim in &dispute.claims {
            let hanging = hanging(dispute, claim, on)?;
            if hanging.is_positive() {
                let currency = hanging.currency();
                let sum = sums.entry(currency).or_insert(Money::zero(currency));
                *sum = sum.plus(hanging)?;
            }
        }
    }
    Ok(sums.into_values().collect())
}

/// How much of a claim hangs on remedies that may still fail.
fn hanging(dispute: &Dispute, claim: &Claim, on: NaiveDate) -> Result<Money, MoneyError> {
    let balance = claim_balance(claim, on)?;
    let worth = balance.claimed.minus(balance.written_off)?;
    let mut sum = Money::zero(worth.currency());
    let remedies = dispute.remedies.iter().filter(|remedy| remedy.claim == Some(claim.id));
    for remedy in remedies.filter(|remedy| may_fail(remedy, &dispute.claims, on)) {
        match settled(remedy, claim, on)?.filter(|_| has_come(remedy.delivered_on, on)) {
            Some(part) => sum = sum.plus(part)?,
            None => return Ok(worth),
        }
    }
    Ok(if sum.minus(worth)?.is_positive() { worth } else { sum })
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
