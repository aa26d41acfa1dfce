//! Which currency is proposed for a new sum, so that people seldom have to say it.

use std::collections::BTreeMap;

use holdfast_domain::{Currency, Dispute};
use uuid::Uuid;

/// The currency of the sum that was entered last in this dispute; what the subject cost stands for
/// it where no other sum is known.
pub(crate) fn of_dispute(dispute: &Dispute) -> Option<Currency> {
    let last = entered(dispute).max_by_key(|(id, _)| *id).map(|(_, currency)| currency);
    last.or_else(|| dispute.subject.price.map(|price| price.currency()))
}

/// The currency in which most sums of the household are; of two, the one used last.
pub(crate) fn of_household(disputes: &[Dispute]) -> Option<Currency> {
    let mut used: BTreeMap<Currency, (usize, Uuid)> = BTreeMap::new();
    for dispute in disputes {
        let price = dispute.subject.price.map(|price| (dispute.id.uuid(), price.currency()));
        for (id, currency) in entered(dispute).chain(price) {
            let (count, last) = used.entry(currency).or_default();
            *count += 1;
            *last = id.max(*last);
        }
    }
    used.into_iter().max_by_key(|(_, often)| *often).map(|(currency, _)| currency)
}

/// The sums of a dispute that have an id of their own. Ids rise in the order of entry.
fn entered(dispute: &Dispute) -> impl Iterator<Item = (Uuid, Currency)> {
    let claims = dispute.claims.iter().map(|claim| (claim.id.uuid(), claim.amount.currency()));
    let movements = dispute.claims.iter().flat_map(|claim| &claim.movements);
    let movements = movements.map(|it| (it.id.uuid(), it.amount.currency()));
    let offers = dispute.offers.iter();
    let offers = offers.filter_map(|it| Some((it.id.uuid(), it.amount?.currency())));
    claims.chain(movements).chain(offers)
}
