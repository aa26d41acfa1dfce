//! Offers: whether they can still be accepted, what they would leave unpaid, and whether their terms
//! look like the end of everything.

mod settling;

pub use settling::settling_words;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::balance::{VendorBalance, balances};
use super::{has_come, has_passed, parties, state};
use crate::{Contact, Currency, Dispute, Money, MoneyError, Offer, OfferAnswer};

/// How an offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfferStanding {
    /// It waits for our answer.
    Open,
    /// Its last day has passed without one.
    Lapsed,
    /// We accepted it.
    Accepted,
    /// We declined it.
    Declined,
}

/// How the offer stands. An answer without a day counts; one dated later does not yet.
pub fn offer_standing(offer: &Offer, on: NaiveDate) -> OfferStanding {
    match offer.answer.filter(|_| offer.answered_on.is_none_or(|day| day <= on)) {
        Some(OfferAnswer::Accepted) => OfferStanding::Accepted,
        Some(OfferAnswer::Declined) => OfferStanding::Declined,
        None if has_passed(offer.open_until, on) => OfferStanding::Lapsed,
        None => OfferStanding::Open,
    }
}

/// The last day of an offer that can be accepted today; `None` where none is set, it was answered or
/// has lapsed, or its dispute is closed.
pub fn last_day(offer: &Offer, dispute: &Dispute, on: NaiveDate) -> Option<NaiveDate> {
    let is_open = offer_standing(offer, on) == OfferStanding::Open
        && has_come(Some(offer.on), on)
        && !state::is_closed(dispute, on);
    offer.open_until.filter(|_| is_open)
}

/// An offer beside what is owed, in one currency. All sums are zero or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Measure {
    /// What is outstanding.
    pub owed: Money,
    /// What is offered in this currency.
    pub offered: Money,
    /// What would stay unpaid.
    pub missing: Money,
}

/// The offer beside what is owed, one entry for each currency in which something is, sorted by its
/// code. What counts is what its own vendor owes; where that is nothing, or the vendor is not known,
/// what all owe together.
///
/// # Errors
/// [`MoneyError`] where the balances of the dispute cannot be computed.
pub fn measured(
    offer: &Offer,
    dispute: &Dispute,
    contacts: &[Contact],
    on: NaiveDate,
) -> Result<Vec<Measure>, MoneyError> {
    let all = balances(dispute, on)?;
    let vendor = parties::vendor_of_offer(offer, contacts);
    let theirs = outstanding(all.iter().filter(|of| Some(of.vendor) == vendor))?;
    let owed = if theirs.is_empty() { outstanding(all.iter())? } else { theirs };
    owed.into_iter()
        .map(|(currency, owed)| {
            let same = offer.amount.filter(|amount| amount.currency() == currency);
            let offered = same.unwrap_or(Money::zero(currency));
            let left = owed.minus(offered)?;
            let missing = if left.is_positive() { left } else { Money::zero(currency) };
            Ok(Measure { owed, offered, missing })
        })
        .collect()
}

/// What is outstanding in each currency in which something is.
fn outstanding<'a>(
    balances: impl Iterator<Item = &'a VendorBalance>,
) -> Result<BTreeMap<Currency, Money>, MoneyError> {
    let mut sums = BTreeMap::new();
    for of in balances.filter(|of| of.balance.outstanding.is_positive()) {
        let currency = of.balance.currency();
        let sum = sums.entry(currency).or_insert(Money::zero(currency));
        *sum = sum.plus(of.balance.outstanding)?;
    }
    Ok(sums)
}
