//! Credits that pay what is owed: exactly, in part, several claims with one, one claim with several.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Candidate, Matcher};
use super::names::Naming;
use super::score::{Reason, Score, Timing};
use super::targets::{BY_HAND, Sort, Target, brings};
use super::{Part, Proposal, subset};
use crate::rules::remedy;
use crate::{Currency, LineRef, MatchKind, Money, NaiveDate, VendorId};

/// Days behind the expected one within which money is in time: transfers take a few.
const GRACE: u64 = 5;
/// Days behind the expected one within which money is late.
pub(super) const LATE: u64 = 120;
/// At most so many credits are put together for one claim.
const CREDITS: usize = 4;
/// At most so many claims are put together for one credit.
const CLAIMS: usize = 12;

/// What a proposal says of one target.
pub(super) fn part(matcher: &Matcher<'_>, target: &Target<'_>, amount: Money) -> Part {
    let claims = &target.dispute.claims;
    let check = target
        .remedy
        .and_then(|of| remedy::next_check(of, claims, matcher.ground.on))
        .map(|check| check.id);
    Part {
        dispute: target.dispute.id,
        vendor: target.vendor,
        claim: target.claim.map(|claim| claim.id),
        remedy: target.remedy.map(|remedy| remedy.id),
        check,
        amount,
        leaves: None,
        by_hand: None,
    }
}

/// The proposal that one line be for one target.
pub(super) fn single(candidate: &Candidate, kind: MatchKind, part: Part, score: Score) -> Proposal {
    let (score, why) = score.done();
    let together_with = Vec::new();
    Proposal { line: candidate.at(), kind, parts: vec![part], score, why, together_with }
}

/// What a name, a reference and the lack of both add to a score.
pub(super) fn spoken(candidate: &Candidate, target: &Target<'_>, score: Score) -> Score {
    let naming = candidate.names(target.vendor);
    let referenced = candidate.bears_reference_of(target.dispute.id);
    let stranger = naming == Naming::No && !referenced && candidate.line.entry.party.is_some();
    // A sum alone is weak, and weaker where somebody else stands beside it.
    let score = if stranger { score.less(40) } else { score };
    score.named(naming).referenced(referenced)
}

/// Whether a sum alone may make one think of the target: nobody else is named.
pub(super) fn may_be_unnamed(candidate: &Candidate, target: &Target<'_>) -> bool {
    candidate.speaks_of(target) || !candidate.names_another()
}

impl Matcher<'_> {
    /// One credit for one claim.
    pub(super) fn pays(&self, candidate: &Candidate, target: &Target<'_>) -> Option<Proposal> {
        let Sort::Owed { outstanding, expected } = target.sort else { return None };
        if !candidate.line.entry.is_credit() || !may_be_unnamed(candidate, target) {
            return None;
        }
        let timing = Timing::of(candidate.on(), expected, GRACE, LATE);
        let reason = match candidate.rest.minor().cmp(&outstanding.minor()) {
            std::cmp::Ordering::Equal => Reason::SameAmount,
            std::cmp::Ordering::Less => Reason::PartOfAmount,
            std::cmp::Ordering::Greater => return None,
        };
        let speaks = candidate.speaks_of(target);
        // Long after, or without a name, only the very sum makes one think of it; never both.
        let is_weak = !speaks || timing == Timing::Outside;
        if is_weak && (reason == Reason::PartOfAmount || (!speaks && timing == Timing::Outside)) {
            return None;
        }
        let score = spoken(candidate, target, Score::of(reason)).timed(timing);
        let mut part = part(self, target, candidate.rest);
        part.leaves = outstanding.minus(candidate.rest).ok();
        Some(single(candidate, MatchKind::Pays, part, score))
    }

    /// A line for a movement that was written down by hand.
    pub(super) fn by_hand(&self, candidate: &Candidate, target: &Target<'_>) -> Option<Proposal> {
        let Sort::ByHand { movement } = target.sort else { return None };
        let is_near =
            candidate.on().signed_duration_since(movement.on).num_days().unsigned_abs() <= BY_HAND;
        let came = brings(movement.kind);
        let fits = candidate.line.entry.is_credit() == came && candidate.rest == movement.amount;
        if !fits || !is_near || !may_be_unnamed(candidate, target) {
            return None;
        }
        let (kind, reason) = if came {
            (MatchKind::Pays, Reason::SameAmount)
        } else {
            (MatchKind::TakesBack, Reason::SameAsReceived)
        };
        let score = spoken(candidate, target, Score::of(reason)).timed(Timing::InTime);
        let mut part = part(self, target, candidate.rest);
        part.by_hand = Some(movement.id);
        let on = self.ground.on;
        let balance = target.claim.and_then(|it| crate::rules::claim_balance(it, on).ok());
        part.leaves = balance.map(|balance| balance.outstanding);
        Some(single(candidate, kind, part, score))
    }

    /// Credits that pay several claims of one vendor at once.
    pub(super) fn several_claims(&self) -> Vec<Proposal> {
        let owed = self.owed_by_vendor();
        let mut all = Vec::new();
        for candidate in self.seen.iter().filter(|it| it.line.entry.is_credit()) {
            for ((vendor, currency), claims) in &owed {
                let speaks = |target: &&Target<'_>| candidate.speaks_of(target);
                if *currency != candidate.rest.currency()
                    || !(candidate.names(*vendor).is_named() || claims.iter().any(speaks))
                {
                    continue;
                }
                all.extend(self.sum_of_claims(candidate, claims));
            }
        }
        all
    }

    fn owed_by_vendor(&self) -> BTreeMap<(VendorId, Currency), Vec<&Target<'_>>> {
        let mut owed: BTreeMap<_, Vec<&Target<'_>>> = BTreeMap::new();
        for target in &self.targets {
            if let Sort::Owed { outstanding, .. } = &target.sort {
                owed.entry((target.vendor, outstanding.currency())).or_default().push(target);
            }
        }
        owed.retain(|_, claims| claims.len() > 1);
        owed
    }

    fn sum_of_claims(&self, candidate: &Candidate, owed: &[&Target<'_>]) -> Option<Proposal> {
        let open: Vec<(&Target<'_>, Money, NaiveDate)> = owed
            .iter()
            .filter(|target| target.since <= candidate.on())
            .filter_map(|target| match target.sort {
                Sort::Owed { outstanding, expected } => Some((*target, outstanding, expected)),
                Sort::Came { .. }
                | Sort::Waived { .. }
                | Sort::Ended { .. }
                | Sort::ByHand { .. } => None,
            })
            .collect();
        let sums: Vec<i64> = open.iter().map(|(_, outstanding, _)| outstanding.minor()).collect();
        if sums.contains(&candidate.rest.minor()) {
            return None;
        }
        let chosen = subset::making(&sums, candidate.rest.minor(), CLAIMS)?;
        let chosen: Vec<_> = chosen.into_iter().filter_map(|place| open.get(place)).collect();
        let latest = chosen.iter().map(|(_, _, expected)| *expected).max()?;
        let timing = Timing::of(candidate.on(), latest, GRACE, LATE);
        if timing == Timing::Outside {
            return None;
        }
        let referenced = chosen.iter().any(|(it, ..)| candidate.bears_reference_of(it.dispute.id));
        let naming = chosen.iter().map(|(it, ..)| candidate.names(it.vendor)).max()?;
        let score = Score::of(Reason::SumOfClaims).named(naming).referenced(referenced);
        let (score, why) = score.timed(timing).done();
        let parts = chosen.iter().map(|(target, outstanding, _)| Part {
            leaves: Some(Money::zero(outstanding.currency())),
            ..part(self, target, *outstanding)
        });
        let (line, parts) = (candidate.at(), parts.collect());
        Some(Proposal { line, kind: MatchKind::Pays, parts, score, why, together_with: Vec::new() })
    }

    /// Credits of one vendor that together pay a claim.
    pub(super) fn several_credits(&self) -> Vec<Proposal> {
        // A credit that pays another claim alone is not needed for a sum.
        let alone: BTreeSet<LineRef> = self
            .seen
            .iter()
            .filter(|candidate| {
                candidate.targets.iter().filter_map(|place| self.targets.get(*place)).any(|it| {
                    let fits = matches!(
                        it.sort, Sort::Owed { outstanding, .. } if outstanding == candidate.rest
                    );
                    fits && candidate.speaks_of(it)
                })
            })
            .map(Candidate::at)
            .collect();
        let mut by_target: BTreeMap<usize, Vec<&Candidate>> = BTreeMap::new();
        for candidate in &self.seen {
            if !candidate.line.entry.is_credit() || alone.contains(&candidate.at()) {
                continue;
            }
            for place in &candidate.targets {
                if self.targets.get(*place).is_some_and(|target| candidate.speaks_of(target)) {
                    by_target.entry(*place).or_default().push(candidate);
                }
            }
        }
        let of = |(place, credits): (&usize, &Vec<&Candidate>)| {
            self.targets.get(*place).map(|target| self.sum_of_credits(target, credits))
        };
        by_target.iter().filter_map(of).flatten().collect()
    }

    fn sum_of_credits(&self, target: &Target<'_>, credits: &[&Candidate]) -> Vec<Proposal> {
        let Sort::Owed { outstanding, expected } = target.sort else { return Vec::new() };
        let timing = |candidate: &Candidate| Timing::of(candidate.on(), expected, GRACE, LATE);
        let mut credits: Vec<&Candidate> = credits
            .iter()
            .copied()
            .filter(|it| it.rest.minor() < outstanding.minor() && timing(it) != Timing::Outside)
            .collect();
        credits.sort_by_key(|candidate| (candidate.on(), candidate.at()));
        let sums: Vec<i64> = credits.iter().map(|candidate| candidate.rest.minor()).collect();
        let Some(chosen) = subset::making(&sums, outstanding.minor(), CREDITS) else {
            return Vec::new();
        };
        let chosen: Vec<&Candidate> =
            chosen.into_iter().filter_map(|place| credits.get(place).copied()).collect();
        let proposal = |candidate: &&Candidate| {
            let score = spoken(candidate, target, Score::of(Reason::SumOfCredits));
            let mut part = part(self, target, candidate.rest);
            part.leaves = outstanding.minus(candidate.rest).ok();
            let of = single(candidate, MatchKind::Pays, part, score.timed(timing(candidate)));
            let others = chosen.iter().map(|other| other.at()).filter(|at| *at != of.line);
            Proposal { together_with: others.collect(), ..of }
        };
        chosen.iter().map(proposal).collect()
    }
}
