//! What a line does to a dispute, once the person has said what it means: movements and claims,
//! remedies delivered or taken back, looks answered, a closed dispute opened again.

use std::collections::HashSet;

use holdfast_domain::rules::matching::BY_HAND;
use holdfast_domain::rules::{balance, parties, remedy};
use holdfast_domain::{
    Check, CheckId, CheckResult, Claim, ClaimId, Contact, Dispute, MatchKind, Money, Movement,
    MovementId, MovementKind, NaiveDate, Remedy, RemedyId, RemedyKind, StatementEntry, VendorId,
};
use uuid::Uuid;

use crate::clock::new_id;
use crate::error::{not_found, refused};
use crate::wire::AppError;

/// One target of a line, as the person says.
pub(super) struct Said<'a> {
    pub(super) entry: &'a StatementEntry,
    pub(super) kind: MatchKind,
    pub(super) claim: Option<ClaimId>,
    pub(super) remedy: Option<RemedyId>,
    pub(super) check: Option<CheckId>,
    pub(super) amount: Money,
    /// Whom a new claim is against, where no remedy says so.
    pub(super) vendor: Option<VendorId>,
}

/// What one looks at while a line takes effect.
pub(super) struct Around<'a> {
    pub(super) today: NaiveDate,
    pub(super) contacts: &'a [Contact],
    /// Movements that other lines stand for.
    pub(super) linked: &'a HashSet<MovementId>,
}

/// What came of one target.
#[derive(Default)]
pub(super) struct Effect {
    pub(super) claim: Option<ClaimId>,
    pub(super) movement: Option<MovementId>,
    pub(super) check: Option<CheckId>,
    pub(super) touched: Vec<Uuid>,
    pub(super) reopened: bool,
    /// The remedy that no longer holds, which held before.
    pub(super) reversed: Option<RemedyId>,
}

/// Lets the line take effect on the dispute.
pub(super) fn take_effect(
    dispute: &mut Dispute,
    said: &Said<'_>,
    around: &Around<'_>,
) -> Result<Effect, AppError> {
    let before = said.remedy.map(|id| status(dispute, id, around.today)).transpose()?;
    let mut effect = Effect::default();
    match (said.kind, said.claim) {
        (MatchKind::Pays, Some(claim)) => {
            let kind = credit_kind(dispute, said);
            move_claim(dispute, claim, kind, said, around, &mut effect)?;
            carry_out(dispute, claim, said, around, &mut effect)?;
        }
        (MatchKind::TakesBack | MatchKind::ChargedAgain, Some(claim)) => {
            move_claim(dispute, claim, MovementKind::Reversed, said, around, &mut effect)?;
        }
        (MatchKind::ChargedAgain | MatchKind::ChargedAfterEnd, _) => {
            add_claim(dispute, said, around, &mut effect)?;
        }
        (MatchKind::Pays | MatchKind::TakesBack, None) => {
            return Err(refused("claim", "missing", []));
        }
    }
    if said.kind != MatchKind::Pays {
        undo_remedy(dispute, said, around, &mut effect)?;
        if dispute.closed_on.is_some() {
            (dispute.closed_on, dispute.closed_as) = (None, None);
            effect.touched.push(dispute.id.uuid());
            effect.reopened = true;
        }
        let after = said.remedy.map(|id| status(dispute, id, around.today)).transpose()?;
        let is_reversed = after == Some(remedy::RemedyStatus::Reversed);
        effect.reversed = said.remedy.filter(|_| is_reversed && before != after);
    }
    Ok(effect)
}

fn status(
    dispute: &Dispute,
    id: RemedyId,
    on: NaiveDate,
) -> Result<remedy::RemedyStatus, AppError> {
    let found = dispute.remedies.iter().find(|remedy| remedy.id == id).ok_or_else(not_found)?;
    Ok(remedy::remedy_status(found, &dispute.claims, on))
}

/// What a payment is called, by what was agreed.
fn credit_kind(dispute: &Dispute, said: &Said<'_>) -> MovementKind {
    let agreed = dispute.remedies.iter().find(|remedy| Some(remedy.id) == said.remedy);
    match agreed.map(|remedy| remedy.kind) {
        Some(RemedyKind::Credit | RemedyKind::Voucher | RemedyKind::Waiver) => {
            MovementKind::Credited
        }
        Some(
            RemedyKind::Refund
            | RemedyKind::Replacement
            | RemedyKind::Repair
            | RemedyKind::PolicyException
            | RemedyKind::Apology
            | RemedyKind::Other,
        )
        | None => MovementKind::Received,
    }
}

/// Writes the movement down, unless it was by hand: then the line stands for that one.
fn move_claim(
    dispute: &mut Dispute,
    claim: ClaimId,
    kind: MovementKind,
    said: &Said<'_>,
    around: &Around<'_>,
    effect: &mut Effect,
) -> Result<(), AppError> {
    let claim = dispute.claims.iter_mut().find(|known| known.id == claim).ok_or_else(not_found)?;
    if claim.amount.currency() != said.amount.currency() {
        return Err(refused("amount", "currency_differs", []));
    }
    effect.claim = Some(claim.id);
    if let Some(by_hand) = by_hand(claim, kind, said, around) {
        effect.movement = Some(by_hand);
        return Ok(());
    }
    let movement = Movement {
        id: new_id(),
        kind,
        amount: said.amount,
        on: said.entry.on,
        reference: reference(said.entry),
        remedy: said.remedy,
    };
    effect.movement = Some(movement.id);
    effect.touched.push(movement.id.uuid());
    claim.movements.push(movement);
    Ok(())
}

/// The movement that was written down by hand for this line: the same sum within a few days, and no
/// other line stands for it.
fn by_hand(
    claim: &Claim,
    kind: MovementKind,
    said: &Said<'_>,
    around: &Around<'_>,
) -> Option<MovementId> {
    let is_reversal = |kind| kind == MovementKind::Reversed;
    let came = |kind: MovementKind| match kind {
        MovementKind::Received | MovementKind::Credited | MovementKind::ProvisionalCredit => true,
        MovementKind::Waived | MovementKind::WrittenOff | MovementKind::Reversed => false,
    };
    let days =
        |it: &&Movement| it.on.signed_duration_since(said.entry.on).num_days().unsigned_abs();
    let fits = |it: &&Movement| {
        (came(it.kind) == came(kind) && is_reversal(it.kind) == is_reversal(kind))
            && it.amount == said.amount
            && !around.linked.contains(&it.id)
            && days(it) <= BY_HAND
    };
    claim.movements.iter().filter(fits).min_by_key(days).map(|it| it.id)
}

/// A line's reference, as far as a movement holds it.
fn reference(entry: &StatementEntry) -> Option<String> {
    let line = entry.reference.as_deref()?.trim();
    let line: String = line.chars().filter(|c| !c.is_control()).take(300).collect();
    (!line.is_empty()).then_some(line)
}

/// A claim for what was charged without right.
fn add_claim(
    dispute: &mut Dispute,
    said: &Said<'_>,
    around: &Around<'_>,
    effect: &mut Effect,
) -> Result<(), AppError> {
    let agreed = dispute.remedies.iter().find(|remedy| Some(remedy.id) == said.remedy);
    let of_remedy = agreed.and_then(|it| parties::vendor_of_remedy(it, dispute, around.contacts));
    let vendor = of_remedy.or(said.vendor).or(match dispute.parties.as_slice() {
        [only] => Some(only.vendor),
        [] | [_, _, ..] => None,
    });
    let vendor = vendor.ok_or_else(|| refused("vendor", "missing", []))?;
    let claim = Claim {
        id: new_id(),
        vendor,
        amount: said.amount,
        reason: reason(said),
        arose_on: said.entry.on,
        due_on: None,
        because_of: None,
        movements: Vec::new(),
    };
    effect.claim = Some(claim.id);
    effect.touched.push(claim.id.uuid());
    dispute.claims.push(claim);
    Ok(())
}

/// For what a new claim is, in words that letters can print: what it is, and what the bank writes.
fn reason(said: &Said<'_>) -> String {
    let what = match said.kind {
        MatchKind::ChargedAgain => "Charged again after it was waived",
        MatchKind::ChargedAfterEnd | MatchKind::Pays | MatchKind::TakesBack => {
            "Charged after it was ended"
        }
    };
    let text: String = said.entry.text.chars().filter(|c| !c.is_control()).take(200).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { what.to_owned() } else { format!("{what}: “{text}”") }
}

/// Marks the remedy as delivered where the claim is paid, and answers the look at it.
fn carry_out(
    dispute: &mut Dispute,
    claim: ClaimId,
    said: &Said<'_>,
    around: &Around<'_>,
    effect: &mut Effect,
) -> Result<(), AppError> {
    let Some(id) = said.remedy else { return Ok(()) };
    let was_reversed = status(dispute, id, around.today)? == remedy::RemedyStatus::Reversed;
    let paid = dispute.claims.iter().find(|known| known.id == claim);
    let paid = paid.map(|claim| balance::claim_balance(claim, around.today)).transpose()?;
    if paid.is_some_and(|balance| balance.outstanding.is_positive()) {
        return Ok(());
    }
    let agreed = remedy_mut(dispute, id)?;
    agreed.delivered_on.get_or_insert(said.entry.on);
    if let Some(known) = answered(agreed, CheckResult::Holds, said, around) {
        effect.check = Some(known);
    } else if let Some(check) = said.check.or_else(|| was_reversed.then(new_id)) {
        answer(agreed, check, CheckResult::Holds, said.entry.on);
        effect.check = Some(check);
        effect.touched.push(check.uuid());
    }
    // What holds today may be taken back tomorrow: there is always a next look.
    if !agreed.checks.iter().any(|check| check.done_on.is_none()) {
        let due_on = remedy::proposed_next_check(agreed, said.entry.on);
        let next = Check { id: new_id(), due_on, done_on: None, result: None, note: None };
        effect.touched.push(next.id.uuid());
        agreed.checks.push(next);
    }
    Ok(())
}

/// Answers the look at a remedy that was taken back: the one that is named, else the next that was
/// planned, else one of its own.
fn undo_remedy(
    dispute: &mut Dispute,
    said: &Said<'_>,
    around: &Around<'_>,
    effect: &mut Effect,
) -> Result<(), AppError> {
    let Some(id) = said.remedy else { return Ok(()) };
    let agreed = remedy_mut(dispute, id)?;
    let planned = agreed.checks.iter().filter(|check| check.done_on.is_none());
    let planned = planned.min_by_key(|check| check.due_on).map(|check| check.id);
    if let Some(known) = answered(agreed, CheckResult::DoesNotHold, said, around) {
        effect.check = Some(known);
        return Ok(());
    }
    let check = said.check.or(planned).unwrap_or_else(new_id);
    answer(agreed, check, CheckResult::DoesNotHold, said.entry.on);
    effect.check = Some(check);
    effect.touched.push(check.uuid());
    Ok(())
}

/// The look by which the person has said so themselves already: the last one, if it was done no
/// earlier than the line says.
fn answered(
    of: &Remedy,
    result: CheckResult,
    said: &Said<'_>,
    around: &Around<'_>,
) -> Option<CheckId> {
    let last = remedy::last_check(of, around.today).filter(|it| it.result == Some(result))?;
    (last.done_on >= Some(said.entry.on)).then_some(last.id)
}

fn remedy_mut(dispute: &mut Dispute, id: RemedyId) -> Result<&mut Remedy, AppError> {
    dispute.remedies.iter_mut().find(|remedy| remedy.id == id).ok_or_else(not_found)
}

/// Writes down what a look showed; one that was not planned is added.
fn answer(remedy: &mut Remedy, id: CheckId, result: CheckResult, on: NaiveDate) {
    match remedy.checks.iter_mut().find(|check| check.id == id) {
        Some(check) => (check.done_on, check.result) = (Some(on), Some(result)),
        None => remedy.checks.push(Check {
            id,
            due_on: on,
            done_on: Some(on),
            result: Some(result),
            note: None,
        }),
    }
}
