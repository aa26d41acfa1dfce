//! How much of its claim a remedy has settled.

use chrono::NaiveDate;

use super::reversals;
use crate::rules::balance::claim_balance;
use crate::{Claim, Money, MoneyError, Movement, Remedy};

/// How much of the claim the remedy has settled by then: what came by the movements that name it,
/// less what was taken back of that; never less than nothing, and never more than was claimed.
/// `None` where no movement names it: then nobody has written down how much it settles. Nor
/// does anything count before the claim arose.
///
/// A reversal that names no remedy is one of this remedy's where it would turn it into a reversed
/// one, and no other remedy has paid anything of the claim.
///
/// # Errors
/// As [`claim_balance`].
pub fn settled(remedy: &Remedy, claim: &Claim, on: NaiveDate) -> Result<Option<Money>, MoneyError> {
    let named = |one: &&Movement| one.remedy == Some(remedy.id) && one.on <= on;
    if claim.arose_on > on || !claim.movements.iter().any(|one| named(&one)) {
        return Ok(None);
    }
    let alone = claim.movements.iter().all(|one| one.remedy.is_none_or(|by| by == remedy.id));
    let unnamed = reversals(remedy, std::slice::from_ref(claim), on)
        .filter(|one| alone && one.remedy.is_none());
    let movements: Vec<Movement> =
        claim.movements.iter().filter(named).chain(unnamed).cloned().collect();
    let left = claim_balance(&Claim { movements, ..claim.clone() }, on)?.outstanding;
    let settled = claim.amount.minus(left)?;
    Ok(Some(if settled.is_positive() { settled } else { Money::zero(settled.currency()) }))
}
