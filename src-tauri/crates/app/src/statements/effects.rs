//! What a line does to a dispute, once the person has said what it means: movements and claims,
//! remedies delivered or taken back, looks answered, a closed dispute opened again.

use std::collections::HashSet;

use holdfast_domain::rules::matching::BY_HAND;
use holdfast_domain::rules::{balance, parties, remedy};
use holdfast_domain::words::within_quotes;
use holdfast_domain::{
    CheckId, CheckResult, Claim, ClaimId, Contact, Dispute, MatchKind, Money, Movement, MovementId,
    MovementKind, NaiveDate, RemedyId, RemedyKind, StatementEntry, VendorId,
};
use uuid::Uuid;

use crate::clock::new_id;
use crate::error::{not_found, refused};
use crate::remedies::answers::{Answer, apply};
use crate::remedies::{planned, remedy_of};
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
        let was_closed = dispute.closed_on.is_some();
        if let Some(id) = said.remedy {
            answer(dispute, id, CheckResult::DoesNotHold, said, around, &mut effect)?;
        }
        if was_closed {
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
    if text.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: “{}”", within_quotes(&text))
    }
}

/// Marks the remedy as delivered where the claim is paid, answers the look at it, and plans looks
/// where none is to come: what holds today may be taken back tomorrow.
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
    let on = said.entry.on;
    let agreed = remedy_of(dispute, id)?;
    agreed.delivered_on.get_or_insert(on);
    if said.check.is_some() || was_reversed {
        answer(dispute, id, CheckResult::Holds, said, around, effect)?;
    }
    let agreed = remedy_of(dispute, id)?;
    if agreed.checks.iter().all(|check| check.done_on.is_some()) {
        let plan = remedy::check_plan(agreed.kind, on, agreed.ends_on);
        agreed.satisfied_on = agreed.satisfied_on.filter(|_| plan.looks.is_empty());
        agreed.checks.extend(plan.looks.into_iter().map(planned));
    }
    Ok(())
}

/// Writes down what the line shows of a remedy, unless the person has said so themselves already: by
/// the last look, done no earlier than the line says. It answers the look that is named, else the
/// next that was planned, else one of its own.
fn answer(
    dispute: &mut Dispute,
    remedy: RemedyId,
    result: CheckResult,
    said: &Said<'_>,
    around: &Around<'_>,
    effect: &mut Effect,
) -> Result<(), AppError> {
    let of = remedy_of(dispute, remedy)?;
    let on = said.entry.on;
    let last = remedy::last_check(of, around.today);
    let known = last.filter(|it| it.result == Some(result) && it.done_on >= Some(on));
    if let Some(known) = known {
        effect.check = Some(known.id);
        return Ok(());
    }
    // What was taken back before the person last saw it hold is taken back all the same: the answer
    // counts from that look on, and, of two on one day, as the one that was entered later.
    let held_on = last.and_then(|check| check.done_on);
    let is_late = result == CheckResult::DoesNotHold && held_on >= Some(on);
    let on = held_on.filter(|_| is_late).unwrap_or(on);
    let planned = of.checks.iter().filter(|check| check.done_on.is_none());
    let planned = planned.min_by_key(|check| check.due_on).map(|check| check.id);
    let check = said.check.or(planned).filter(|_| !is_late);
    let (note, taken_back, next_on) = (None, None, None);
    let answer = Answer { remedy, check, result, on, note, taken_back, next_on };
    let (check, _) = apply(dispute, answer)?;
    effect.check = Some(check);
    effect.touched.push(check.uuid());
    Ok(())
}
