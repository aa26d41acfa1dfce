//! Debits that undo what was had: a refund taken back, a waived fee charged again, a charge for what
//! was ended.

use super::line::{Candidate, Matcher};
use super::names::Naming;
use super::pays::{may_be_unnamed, part, single, spoken};
use super::score::{Reason, Score, Timing};
use super::targets::{Sort, Target};
use super::{Part, Proposal};
use crate::{MatchKind, Money};

/// Days behind a credit within which it is mostly taken back, and within which it may be.
const TAKEN_BACK: (u64, u64) = (120, 400);
/// Days behind a waiver within which it shows whether it lasts, and within which it may not.
const CHARGED_AGAIN: (u64, u64) = (200, 400);
/// Days behind an end within which its charges mostly come, and within which they may.
const AFTER_END: (u64, u64) = (100, 400);

impl Matcher<'_> {
    /// One debit that takes back what had come for a claim.
    pub(super) fn takes_back(
        &self,
        candidate: &Candidate,
        target: &Target<'_>,
    ) -> Option<Proposal> {
        let Sort::Came { sums, net } = &target.sort else { return None };
        if candidate.line.entry.is_credit() || !may_be_unnamed(candidate, target) {
            return None;
        }
        let rest = candidate.rest.minor();
        let before = || sums.iter().filter(|(_, on)| *on <= candidate.on());
        let same = before().find(|(sum, _)| *sum == rest);
        let whole = before().map(|(sum, _)| sum).sum::<i64>() == rest;
        let reason = match same.is_some() || whole {
            true => Reason::SameAsReceived,
            false if rest < net.minor() => Reason::PartOfAmount,
            false => return None,
        };
        // A purchase at the same shop is no reversal: a part is only thought of where the bank says
        // that it takes something back, or where the dispute's reference stands there.
        let referenced = candidate.bears_reference_of(target.dispute.id);
        if reason == Reason::PartOfAmount
            && !(referenced
                || (candidate.takes_back && candidate.names(target.vendor) > Naming::No))
        {
            return None;
        }
        let since = same.map_or(target.since, |(_, on)| *on);
        let timing = Timing::of(candidate.on(), since, TAKEN_BACK.0, TAKEN_BACK.1);
        let unnamed = !candidate.speaks_of(target);
        if timing == Timing::Outside || (unnamed && !candidate.takes_back) {
            return None;
        }
        let score = spoken(candidate, target, Score::of(reason)).timed(timing);
        Some(single(candidate, MatchKind::TakesBack, self.raised(candidate, target), score))
    }

    /// One debit that charges again what was waived.
    pub(super) fn charges_again(
        &self,
        candidate: &Candidate,
        target: &Target<'_>,
    ) -> Option<Proposal> {
        let Sort::Waived { sum } = target.sort else { return None };
        if candidate.line.entry.is_credit() || !may_be_unnamed(candidate, target) {
            return None;
        }
        let same = sum == Some(candidate.rest);
        let speaks = candidate.speaks_of(target);
        // Another sum is only thought of where the bank says that it is a fee.
        if (!same || !speaks) && !(candidate.is_fee && (same || speaks)) {
            return None;
        }
        let timing = Timing::of(candidate.on(), target.since, CHARGED_AGAIN.0, CHARGED_AGAIN.1);
        if timing == Timing::Outside || candidate.on() == target.since {
            return None;
        }
        let score = match same {
            true => Score::of(Reason::SameAsWaived),
            false => Score::of(Reason::PartOfAmount).less(10),
        };
        let score = spoken(candidate, target, score).timed(timing);
        Some(single(candidate, MatchKind::ChargedAgain, self.raised(candidate, target), score))
    }

    /// One debit for what had been ended.
    pub(super) fn charged_after_end(
        &self,
        candidate: &Candidate,
        target: &Target<'_>,
    ) -> Option<Proposal> {
        let Sort::Ended { sums } = &target.sort else { return None };
        let named = candidate.names(target.vendor).is_named();
        if candidate.line.entry.is_credit() || !named || candidate.takes_back {
            return None;
        }
        let timing = Timing::of(candidate.on(), target.since, AFTER_END.0, AFTER_END.1);
        if timing == Timing::Outside {
            return None;
        }
        // The vendor may be paid for something else too; the sum that was paid before tells.
        let known: Vec<&Money> =
            sums.iter().filter(|sum| sum.currency() == candidate.rest.currency()).collect();
        let score = Score::of(Reason::AfterEnd);
        let score = match known.iter().any(|sum| **sum == candidate.rest) {
            true => score,
            false if known.is_empty() => score.less(10),
            false => score.less(20),
        };
        let score = spoken(candidate, target, score).timed(timing);
        let part = Part { leaves: Some(candidate.rest), ..part(self, target, candidate.rest) };
        Some(single(candidate, MatchKind::ChargedAfterEnd, part, score))
    }

    /// The target with what it would leave owing once more.
    fn raised(&self, candidate: &Candidate, target: &Target<'_>) -> Part {
        let on = self.ground.on;
        let owed = match target.claim {
            Some(claim) => crate::rules::claim_balance(claim, on).map(|it| it.outstanding).ok(),
            None => Some(Money::zero(candidate.rest.currency())),
        };
        let leaves = owed.and_then(|owed| owed.plus(candidate.rest).ok());
        Part { leaves, ..part(self, target, candidate.rest) }
    }
}
