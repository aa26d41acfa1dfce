//! What is owed: balances of claims and of vendors, and totals.
//!
//! `outstanding = claimed − received − credited − provisional credit − waived − written off +
//! reversed`; where that is negative, nothing is outstanding and the rest is overpaid.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{Claim, Currency, Dispute, Money, MoneyError, MovementKind, VendorId};

/// How a claim, or all claims against one vendor in one currency, stand. One currency throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Balance {
    /// What was claimed.
    pub claimed: Money,
    /// What came in.
    pub received: Money,
    /// What was credited for good.
    pub credited: Money,
    /// What was credited and may still be taken back.
    pub provisional_credit: Money,
    /// What the vendor let go.
    pub waived: Money,
    /// What the household let go.
    pub written_off: Money,
    /// What had come and was taken back.
    pub reversed: Money,
    /// What is still owed, never negative.
    pub outstanding: Money,
    /// What came beyond what was owed, never negative.
    pub overpaid: Money,
}

impl Balance {
    /// The currency of all its sums.
    pub fn currency(&self) -> Currency {
        self.claimed.currency()
    }
}

/// How one vendor stands in one currency, within one dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VendorBalance {
    /// Who owes.
    pub vendor: VendorId,
    /// How it stands.
    pub balance: Balance,
}

/// What is owed and overpaid in one currency. Neither lessens the other: an overpayment by one
/// vendor never pays what another owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Total {
    /// What is still owed, by whomever.
    pub outstanding: Money,
    /// What came beyond what was owed, from whomever.
    pub overpaid: Money,
}

/// Sums in minor units, wide enough that no order of adding can overflow on the way.
#[derive(Debug, Clone, Copy)]
struct Sums {
    currency: Currency,
    claimed: i128,
    received: i128,
    credited: i128,
    provisional_credit: i128,
    waived: i128,
    written_off: i128,
    reversed: i128,
}

impl Sums {
    fn nothing(currency: Currency) -> Self {
        Self {
            currency,
            claimed: 0,
            received: 0,
            credited: 0,
            provisional_credit: 0,
            waived: 0,
            written_off: 0,
            reversed: 0,
        }
    }

    fn add(&mut self, claim: &Claim, on: NaiveDate) -> Result<(), MoneyError> {
        self.claimed += self.minor(claim.amount)?;
        for movement in claim.movements.iter().filter(|movement| movement.on <= on) {
            let minor = self.minor(movement.amount)?;
            *self.of(movement.kind) += minor;
        }
        Ok(())
    }

    fn of(&mut self, kind: MovementKind) -> &mut i128 {
        match kind {
            MovementKind::Received => &mut self.received,
            MovementKind::Credited => &mut self.credited,
            MovementKind::ProvisionalCredit => &mut self.provisional_credit,
            MovementKind::Waived => &mut self.waived,
            MovementKind::WrittenOff => &mut self.written_off,
            MovementKind::Reversed => &mut self.reversed,
        }
    }

    fn minor(&self, money: Money) -> Result<i128, MoneyError> {
        if money.currency() == self.currency {
            Ok(i128::from(money.minor()))
        } else {
            Err(MoneyError::MixedCurrencies(self.currency.code(), money.currency().code()))
        }
    }

    fn balance(&self) -> Result<Balance, MoneyError> {
        let open = self.claimed
            - self.received
            - self.credited
            - self.provisional_credit
            - self.waived
            - self.written_off
            + self.reversed;
        let money = |minor| money(minor, self.currency);
        Ok(Balance {
            claimed: money(self.claimed)?,
            received: money(self.received)?,
            credited: money(self.credited)?,
            provisional_credit: money(self.provisional_credit)?,
            waived: money(self.waived)?,
            written_off: money(self.written_off)?,
            reversed: money(self.reversed)?,
            outstanding: money(open.max(0))?,
            overpaid: money((-open).max(0))?,
        })
    }
}

fn money(minor: i128, currency: Currency) -> Result<Money, MoneyError> {
    Money::new(i64::try_from(minor).map_err(|_| MoneyError::OutOfRange)?, currency)
}

/// How one claim stands. Before the day on which it arose nothing of it counts, its movements
/// neither.
///
/// # Errors
/// [`MoneyError::OutOfRange`] where a sum cannot be kept, [`MoneyError::MixedCurrencies`] where a
/// movement has another currency than the claim.
pub fn claim_balance(claim: &Claim, on: NaiveDate) -> Result<Balance, MoneyError> {
    let mut sums = Sums::nothing(claim.amount.currency());
    if claim.arose_on <= on {
        sums.add(claim, on)?;
    }
    sums.balance()
}

/// How each vendor stands: one entry a vendor and currency, in the order in which the claims were
/// first entered. Vendors whose claims have not yet arisen are left out.
///
/// # Errors
/// As [`claim_balance`].
pub fn balances(dispute: &Dispute, on: NaiveDate) -> Result<Vec<VendorBalance>, MoneyError> {
    balances_of(&dispute.claims, on)
}

/// The same for some claims of a dispute, as [`balances`].
///
/// # Errors
/// As [`claim_balance`].
pub fn balances_of<'a>(
    claims: impl IntoIterator<Item = &'a Claim>,
    on: NaiveDate,
) -> Result<Vec<VendorBalance>, MoneyError> {
    let mut all: Vec<(VendorId, Sums)> = Vec::new();
    for claim in claims.into_iter().filter(|claim| claim.arose_on <= on) {
        let currency = claim.amount.currency();
        let known = all
            .iter()
            .position(|(vendor, sums)| *vendor == claim.vendor && sums.currency == currency);
        let place = known.unwrap_or_else(|| {
            all.push((claim.vendor, Sums::nothing(currency)));
            all.len() - 1
        });
        all[place].1.add(claim, on)?;
    }
    all.into_iter()
        .map(|(vendor, sums)| Ok(VendorBalance { vendor, balance: sums.balance()? }))
        .collect()
}

/// What is owed and overpaid in all, one entry a currency, sorted by its code.
///
/// # Errors
/// [`MoneyError::OutOfRange`] where a sum cannot be kept.
pub fn totals<'a>(
    balances: impl IntoIterator<Item = &'a Balance>,
) -> Result<Vec<Total>, MoneyError> {
    let mut all: BTreeMap<Currency, (i128, i128)> = BTreeMap::new();
    for balance in balances {
        let (outstanding, overpaid) = all.entry(balance.currency()).or_default();
        *outstanding += i128::from(balance.outstanding.minor());
        *overpaid += i128::from(balance.overpaid.minor());
    }
    all.into_iter()
        .map(|(currency, (outstanding, overpaid))| {
            Ok(Total {
                outstanding: money(outstanding, currency)?,
                overpaid: money(overpaid, currency)?,
            })
        })
        .collect()
}
