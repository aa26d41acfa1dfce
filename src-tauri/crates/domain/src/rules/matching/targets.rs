//! What lines can be for: what is owed, what came and can be taken back, what was waived and can be
//! charged again, what was ended and can be charged nevertheless, and what was written down by hand.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::fold::fold;
use super::{Ground, hints};
use crate::rules::balance::claim_balance;
use crate::rules::{parties, remedy, state};
use crate::{
    Claim, Currency, Dispute, Money, Movement, MovementId, MovementKind, PromiseOutcome, Remedy,
    RemedyId, RemedyKind, VendorId,
};

/// Days between a movement as it was written down by hand and its line.
pub const BY_HAND: u64 = 5;
/// Days for which money is expected where no day was named.
const UNNAMED_DAY: u64 = 60;

/// Something that a line can be for.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pub(super) dispute: &'a Dispute,
    pub(super) vendor: VendorId,
    pub(super) claim: Option<&'a Claim>,
    pub(super) remedy: Option<&'a Remedy>,
    /// Before this day no line is for it.
    pub(super) since: NaiveDate,
    pub(super) sort: Sort<'a>,
}

/// Of which sort it is.
#[derive(Debug)]
pub(super) enum Sort<'a> {
    /// So much is owed, and was expected on that day at the latest.
    Owed { outstanding: Money, expected: NaiveDate },
    /// These sums came on these days, and so much in all is still there.
    Came { sums: Vec<(i64, NaiveDate)>, net: Money },
    /// The vendor let go of that sum, where it is known.
    Waived { sum: Option<Money> },
    /// It was ended; such sums were paid for it, as far as is known.
    Ended { sums: Vec<Money> },
    /// The movement was written down without a line.
    ByHand { movement: &'a Movement },
}

impl Target<'_> {
    /// The currency that a line must have; `None` where any will do.
    pub(super) fn currency(&self) -> Option<Currency> {
        match &self.sort {
            Sort::Owed { outstanding, .. } => Some(outstanding.currency()),
            Sort::Came { net, .. } => Some(net.currency()),
            Sort::Waived { sum } => sum.map(Money::currency),
            Sort::Ended { .. } => None,
            Sort::ByHand { movement } => Some(movement.amount.currency()),
        }
    }

    /// The very sums that a line can have to be thought of without a name, with their sign.
    pub(super) fn sums(&self) -> Vec<(Currency, i64)> {
        match &self.sort {
            Sort::Owed { outstanding, .. } => vec![(outstanding.currency(), outstanding.minor())],
            Sort::Came { sums, net } => {
                let all = sums.iter().map(|(sum, _)| *sum).chain([net.minor()]);
                all.map(|sum| (net.currency(), -sum)).collect()
            }
            Sort::Waived { sum } => sum.iter().map(|sum| (sum.currency(), -sum.minor())).collect(),
            Sort::Ended { .. } => Vec::new(),
            Sort::ByHand { movement } => {
                let sign = if brings(movement.kind) { 1 } else { -1 };
                vec![(movement.amount.currency(), sign * movement.amount.minor())]
            }
        }
    }
}

/// Whether the movement is money that came in.
pub(super) fn brings(kind: MovementKind) -> bool {
    match kind {
        MovementKind::Received | MovementKind::Credited | MovementKind::ProvisionalCredit => true,
        MovementKind::Waived | MovementKind::WrittenOff | MovementKind::Reversed => false,
    }
}

/// All that lines can be for. A claim whose sums cannot be computed is left out.
pub(super) fn targets<'a>(ground: &Ground<'a>) -> Vec<Target<'a>> {
    let linked: HashSet<MovementId> =
        ground.said.iter().filter(|said| said.confirmed).filter_map(|said| said.movement).collect();
    let mut all = Vec::new();
    for dispute in ground.disputes {
        for claim in dispute.claims.iter().filter(|claim| claim.arose_on <= ground.on) {
            all.extend(owed(ground, dispute, claim));
            all.extend(came(ground, dispute, claim));
            all.extend(by_hand(dispute, claim, &linked));
            all.extend(waived(ground, dispute, claim));
        }
        all.extend(waivers(ground, dispute));
        all.extend(ended(ground, dispute));
    }
    all
}

fn owed<'a>(ground: &Ground<'a>, dispute: &'a Dispute, claim: &'a Claim) -> Option<Target<'a>> {
    let outstanding = claim_balance(claim, ground.on).ok()?.outstanding;
    if state::is_closed(dispute, ground.on) || !outstanding.is_positive() {
        return None;
    }
    let remedy = awaited(ground, dispute, claim);
    let expected = expected_by(ground, dispute, claim);
    let fallback = claim.arose_on.checked_add_days(Days::new(UNNAMED_DAY));
    let expected = expected.or(fallback).unwrap_or(NaiveDate::MAX);
    let sort = Sort::Owed { outstanding, expected };
    let (vendor, since) = (claim.vendor, owed_since(claim, ground.on));
    Some(Target { dispute, vendor, claim: Some(claim), remedy, since, sort })
}

/// Since when something has been owed on the claim without a break: since it arose, or since the last
/// reversal before which nothing was. Money that came before cannot be for what was taken back later.
fn owed_since(claim: &Claim, on: NaiveDate) -> NaiveDate {
    let was_settled_before = |day: NaiveDate| {
        let before = day.pred_opt().and_then(|before| claim_balance(claim, before).ok());
        before.is_some_and(|balance| !balance.outstanding.is_positive())
    };
    let reversals = claim.movements.iter().filter(|it| it.kind == MovementKind::Reversed);
    reversals
        .map(|it| it.on)
        .filter(|day| (claim.arose_on..=on).contains(day) && was_settled_before(*day))
        .max()
        .unwrap_or(claim.arose_on)
}

/// The remedy that a payment of the claim would carry out: one that is awaited, else one that was
/// taken back.
fn awaited<'a>(ground: &Ground<'a>, dispute: &'a Dispute, claim: &Claim) -> Option<&'a Remedy> {
    let agreed = || dispute.remedies.iter().filter(|it| remedy::is_agreed(it, ground.on));
    let of_claim = || agreed().filter(|it| it.claim == Some(claim.id));
    let of_vendor = agreed().filter(|it| {
        it.claim.is_none()
            && pays_money(it.kind)
            && parties::vendor_of_remedy(it, dispute, ground.contacts) == Some(claim.vendor)
    });
    of_claim()
        .chain(of_vendor)
        .find(|it| it.delivered_on.is_none())
        .or_else(|| of_claim().find(|it| is_reversed(it, dispute, ground.on)))
}

fn is_reversed(of: &Remedy, dispute: &Dispute, on: NaiveDate) -> bool {
    remedy::remedy_status(of, &dispute.claims, on) == remedy::RemedyStatus::Reversed
}

fn pays_money(kind: RemedyKind) -> bool {
    match kind {
        RemedyKind::Refund | RemedyKind::Credit => true,
        RemedyKind::Voucher
        | RemedyKind::Waiver
        | RemedyKind::Replacement
        | RemedyKind::Repair
        | RemedyKind::PolicyException
        | RemedyKind::Apology
        | RemedyKind::Other => false,
    }
}

/// The latest day by which the record lets one expect the money.
pub(super) fn expected_by(
    ground: &Ground<'_>,
    dispute: &Dispute,
    claim: &Claim,
) -> Option<NaiveDate> {
    let remedies = dispute.remedies.iter().filter(|it| it.claim == Some(claim.id));
    let of_remedies = remedies.filter_map(|it| it.expected_by.or(Some(it.agreed_on)));
    let promises = dispute.promises.iter().filter(|it| {
        parties::vendor_of_promise(it, ground.contacts) == Some(claim.vendor)
            && it.made_on >= claim.arose_on
    });
    let of_promises = promises.filter_map(|it| it.due_on);
    claim.due_on.into_iter().chain(of_remedies).chain(of_promises).max()
}

fn came<'a>(ground: &Ground<'a>, dispute: &'a Dispute, claim: &'a Claim) -> Option<Target<'a>> {
    let there = || claim.movements.iter().filter(|it| brings(it.kind) && it.on <= ground.on);
    let sums: Vec<_> = there().map(|it| (it.amount.minor(), it.on)).collect();
    let since = sums.iter().map(|(_, on)| *on).min()?;
    let net = sums.iter().map(|(sum, _)| i128::from(*sum)).sum::<i128>() - reversed(claim, ground);
    let net = Money::new(i64::try_from(net).ok()?, claim.amount.currency()).ok()?;
    if !net.is_positive() {
        return None;
    }
    let by_movement = there().find_map(|it| it.remedy);
    let remedy = carried_out(dispute, claim, by_movement);
    let sort = Sort::Came { sums, net };
    Some(Target { dispute, vendor: claim.vendor, claim: Some(claim), remedy, since, sort })
}

/// The remedy that the movement named, else one that settles the claim.
fn carried_out<'a>(
    dispute: &'a Dispute,
    claim: &Claim,
    named: Option<RemedyId>,
) -> Option<&'a Remedy> {
    let of_claim = || dispute.remedies.iter().filter(|it| it.claim == Some(claim.id));
    dispute
        .remedies
        .iter()
        .find(|it| Some(it.id) == named)
        .or_else(|| of_claim().find(|it| it.delivered_on.is_some()))
        .or_else(|| of_claim().next())
}

fn reversed(claim: &Claim, ground: &Ground<'_>) -> i128 {
    let back = claim.movements.iter().filter(|it| it.kind == MovementKind::Reversed);
    back.filter(|it| it.on <= ground.on).map(|it| i128::from(it.amount.minor())).sum()
}

fn by_hand<'a>(
    dispute: &'a Dispute,
    claim: &'a Claim,
    linked: &HashSet<MovementId>,
) -> Vec<Target<'a>> {
    let by_hand = claim.movements.iter().filter(|it| {
        (brings(it.kind) || it.kind == MovementKind::Reversed) && !linked.contains(&it.id)
    });
    by_hand
        .map(|movement| Target {
            dispute,
            vendor: claim.vendor,
            claim: Some(claim),
            remedy: carried_out(dispute, claim, movement.remedy),
            since: movement.on.checked_sub_days(Days::new(BY_HAND)).unwrap_or(movement.on),
            sort: Sort::ByHand { movement },
        })
        .collect()
}

fn waived<'a>(ground: &Ground<'a>, dispute: &'a Dispute, claim: &'a Claim) -> Vec<Target<'a>> {
    let let_go = || {
        let waived = claim.movements.iter().filter(|it| it.kind == MovementKind::Waived);
        waived.filter(|it| it.on <= ground.on)
    };
    let came = claim.movements.iter().filter(|it| brings(it.kind) && it.on <= ground.on);
    let came: i128 = came.map(|it| i128::from(it.amount.minor())).sum();
    let total: i128 = let_go().map(|it| i128::from(it.amount.minor())).sum();
    // What was reversed beyond what had come was charged again before.
    if total <= (reversed(claim, ground) - came).max(0) {
        return Vec::new();
    }
    let_go()
        .map(|movement| Target {
            dispute,
            vendor: claim.vendor,
            claim: Some(claim),
            remedy: carried_out(dispute, claim, movement.remedy),
            since: movement.on,
            sort: Sort::Waived { sum: Some(movement.amount) },
        })
        .collect()
}

/// Waivers that no movement stands for: agreed, of a claim or of none.
fn waivers<'a>(ground: &Ground<'a>, dispute: &'a Dispute) -> Vec<Target<'a>> {
    let waivers = dispute.remedies.iter().filter(|it| {
        it.kind == RemedyKind::Waiver
            && remedy::is_agreed(it, ground.on)
            && !is_reversed(it, dispute, ground.on)
    });
    let of = |waiver: &'a Remedy| {
        let claim = dispute.claims.iter().find(|it| Some(it.id) == waiver.claim);
        let vendor = parties::vendor_of_remedy(waiver, dispute, ground.contacts)?;
        let moved = |it: &Movement| it.kind == MovementKind::Waived;
        if claim.is_some_and(|claim| claim.movements.iter().any(moved)) {
            return None;
        }
        let sum = claim.map(|claim| claim.amount);
        let since = waiver.delivered_on.unwrap_or(waiver.agreed_on);
        let sort = Sort::Waived { sum };
        Some(Target { dispute, vendor, claim, remedy: Some(waiver), since, sort })
    };
    waivers.filter_map(of).collect()
}

fn ended<'a>(ground: &Ground<'a>, dispute: &'a Dispute) -> Vec<Target<'a>> {
    let mut all = Vec::new();
    for remedy in &dispute.remedies {
        let said = fold(&remedy.what);
        let goes_on = hints::goes_on(&said) || remedy.kind == RemedyKind::Other;
        let agreed = remedy::is_agreed(remedy, ground.on);
        let vendor = parties::vendor_of_remedy(remedy, dispute, ground.contacts);
        let is_waiver = remedy.kind == RemedyKind::Waiver;
        let Some(vendor) = vendor.filter(|_| agreed && !is_waiver) else { continue };
        if hints::ends(&said) && (goes_on || remedy.ends_on.is_some()) {
            let end = remedy.ends_on.or(remedy.delivered_on).unwrap_or(remedy.agreed_on);
            all.push(end_of(dispute, vendor, Some(remedy), end));
        }
    }
    for promise in &dispute.promises {
        let said = fold(&promise.what);
        let stands = match promise.outcome {
            None | Some(PromiseOutcome::Kept) => true,
            Some(PromiseOutcome::Broken | PromiseOutcome::Withdrawn) => false,
        };
        let Some(vendor) = parties::vendor_of_promise(promise, ground.contacts) else { continue };
        let known = all.iter().any(|it: &Target<'_>| it.vendor == vendor);
        if stands && !known && hints::ends(&said) && hints::goes_on(&said) {
            let end = promise.due_on.unwrap_or(promise.made_on);
            all.push(end_of(dispute, vendor, None, end));
        }
    }
    all
}

fn end_of<'a>(
    dispute: &'a Dispute,
    vendor: VendorId,
    remedy: Option<&'a Remedy>,
    end: NaiveDate,
) -> Target<'a> {
    let of_vendor = dispute.claims.iter().filter(|claim| claim.vendor == vendor);
    let sums = dispute.subject.price.into_iter().chain(of_vendor.map(|claim| claim.amount));
    let since = end.succ_opt().unwrap_or(end);
    let sort = Sort::Ended { sums: sums.collect() };
    Target { dispute, vendor, claim: None, remedy, since, sort }
}
