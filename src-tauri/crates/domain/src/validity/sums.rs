//! Sums: amounts, currencies, totals, and movements that do not fit what was owed or paid.

use std::collections::BTreeMap;

use super::findings::Findings;
use super::problem::{ProblemCode, Record};
use crate::{Claim, Currency, Dispute, Money, Movement, MovementKind, VendorId};

pub(super) fn dispute(dispute: &Dispute, findings: &mut Findings) {
    if dispute.subject.price.is_some_and(|price| price.minor() < 0) {
        findings.add(Record::Dispute(dispute.id), "subject.price", ProblemCode::PriceNegative);
    }
    for claim in &dispute.claims {
        amounts(claim, findings);
        course(claim, findings);
    }
    for offer in &dispute.offers {
        if let Some(amount) = offer.amount {
            positive(Record::Offer(offer.id), amount, findings);
        }
    }
    totals(&dispute.claims, findings);
}

fn positive(record: Record, amount: Money, findings: &mut Findings) {
    if !amount.is_positive() {
        findings.add(record, "amount", ProblemCode::AmountNotPositive);
    }
}

fn amounts(claim: &Claim, findings: &mut Findings) {
    positive(Record::Claim(claim.id), claim.amount, findings);
    for movement in &claim.movements {
        let record = Record::Movement(claim.id, movement.id);
        positive(record, movement.amount, findings);
        let (of_claim, own) = (claim.amount.currency(), movement.amount.currency());
        if of_claim != own {
            let code = ProblemCode::CurrencyDiffers { claim: of_claim, movement: own };
            findings.add(record, "currency", code);
        }
    }
}

/// Follows the claim day by day and warns of movements that do not fit how it stood then.
/// Movements of one day come in the order of entry; those that are refused anyway are left out.
///
/// What a vendor had waived and then asks for again is written as a reversal too, so everything that
/// lessened the claim counts as paid here.
fn course(claim: &Claim, findings: &mut Findings) {
    let currency = claim.amount.currency();
    let fits = |movement: &&Movement| {
        movement.amount.currency() == currency && movement.amount.is_positive()
    };
    let mut movements: Vec<&Movement> = claim.movements.iter().filter(fits).collect();
    movements.sort_by_key(|movement| movement.on);
    let mut still_to_come: i128 = movements.iter().filter(|m| lessens(m.kind)).map(minor).sum();
    let (mut owed, mut paid) = (i128::from(claim.amount.minor()), 0_i128);
    for movement in &movements {
        let amount = minor(movement);
        let (owed_then, paid_then) = (money(owed, currency), money(paid, currency));
        let code = if lessens(movement.kind) {
            owed -= amount;
            paid += amount;
            still_to_come -= amount;
            (owed < 0).then_some(ProblemCode::MovementLargerThanOwed { owed: owed_then })
        } else {
            owed += amount;
            let by_then = paid >= amount;
            let some_day = paid + still_to_come >= amount;
            // What was never paid is not held against later reversals; what comes later is.
            paid = if some_day { paid - amount } else { 0 };
            match (by_then, some_day) {
                (true, _) => None,
                (false, true) => Some(ProblemCode::ReversalBeforePayment { paid: paid_then }),
                (false, false) => Some(ProblemCode::ReversalLargerThanPaid { paid: paid_then }),
            }
        };
        if let Some(code) = code {
            findings.add(Record::Movement(claim.id, movement.id), "amount", code);
        }
    }
}

fn minor(movement: &&Movement) -> i128 {
    i128::from(movement.amount.minor())
}

/// For a sentence: what is less than nothing is nothing, what is beyond the range is its end.
fn money(minor: i128, currency: Currency) -> Money {
    let held = minor.clamp(0, i128::from(Money::LIMIT));
    let held = i64::try_from(held).unwrap_or(Money::LIMIT);
    Money::new(held, currency).unwrap_or(Money::zero(currency))
}

fn lessens(kind: MovementKind) -> bool {
    match kind {
        MovementKind::Received
        | MovementKind::Credited
        | MovementKind::ProvisionalCredit
        | MovementKind::Waived
        | MovementKind::WrittenOff => true,
        MovementKind::Reversed => false,
    }
}

/// Refuses what would make a balance leave the range of [`Money`] on some day. What is owed is never
/// more than all that was claimed and taken back, what is overpaid never more than all that was
/// paid; so it is enough to hold these two within the range.
fn totals(claims: &[Claim], findings: &mut Findings) {
    let mut sums: BTreeMap<(VendorId, Currency), (i128, i128)> = BTreeMap::new();
    for claim in claims {
        let currency = claim.amount.currency();
        let (owing, paid) = sums.entry((claim.vendor, currency)).or_default();
        let before = (*owing).max(*paid);
        *owing += i128::from(claim.amount.minor().max(0));
        for movement in claim.movements.iter().filter(|m| m.amount.currency() == currency) {
            let sum = if lessens(movement.kind) { &mut *paid } else { &mut *owing };
            *sum += i128::from(movement.amount.minor().max(0));
        }
        // Only the claim that crosses the line is named, not every later one too.
        let limit = i128::from(Money::LIMIT);
        if before <= limit && (*owing).max(*paid) > limit {
            let code = ProblemCode::TotalTooLarge { currency };
            findings.add(Record::Claim(claim.id), "amount", code);
        }
    }
}
