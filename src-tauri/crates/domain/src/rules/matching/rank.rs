//! Which proposals are worth the person's time, and in which order.

use std::collections::{HashMap, HashSet};

use super::line::Matcher;
use super::score::{Reason, UNNAMED};
use super::{Proposal, targets};
use crate::{ClaimId, LineRef, MatchKind, NaiveDate};

/// So many lines of the right sum, and without a name, are shown for a claim.
const UNNAMED_LINES: usize = 3;

impl Matcher<'_> {
    /// What the lines that were seen seem to mean, the surest first; of equally sure ones the
    /// earliest. What was dismissed is not among it, nor what the person has said already.
    pub fn proposals(&self) -> Vec<Proposal> {
        let mut all: Vec<Proposal> = Vec::new();
        for candidate in &self.seen {
            let targets = candidate.targets.iter().filter_map(|place| self.targets.get(*place));
            all.extend(targets.filter_map(|target| match target.sort {
                targets::Sort::Owed { .. } => self.pays(candidate, target),
                targets::Sort::Came { .. } => self.takes_back(candidate, target),
                targets::Sort::Waived { .. } => self.charges_again(candidate, target),
                targets::Sort::Ended { .. } => self.charged_after_end(candidate, target),
                targets::Sort::ByHand { .. } => self.by_hand(candidate, target),
            }));
        }
        all.extend(self.several_claims());
        all.extend(self.several_credits());
        all.retain(|proposal| !self.is_dismissed(proposal));
        let days: HashMap<LineRef, NaiveDate> =
            self.seen.iter().map(|candidate| (candidate.at(), candidate.on())).collect();
        all.sort_by(|one, other| {
            let key = |it: &Proposal| (days.get(&it.line).copied(), it.line, place_of(it.kind));
            other.score.cmp(&one.score).then_with(|| key(one).cmp(&key(other)))
        });
        best_of_each_target(&mut all);
        without_lesser(&mut all);
        all
    }
}

/// A reversal is a graver thing to say than another charge.
fn place_of(kind: MatchKind) -> u8 {
    match kind {
        MatchKind::Pays | MatchKind::TakesBack => 0,
        MatchKind::ChargedAgain => 1,
        MatchKind::ChargedAfterEnd => 2,
    }
}

/// Of what one line may mean for one target, what is surest; where a movement was written down by
/// hand, that one. A debit of a dispute means one thing.
fn best_of_each_target(all: &mut Vec<Proposal>) {
    let by_hand: HashSet<_> = all
        .iter()
        .flat_map(|it| it.parts.iter().map(move |part| (it.line, part)))
        .filter(|(_, part)| part.by_hand.is_some())
        .map(|(line, part)| (line, part.claim))
        .collect();
    let mut seen = HashSet::new();
    all.retain(|proposal| {
        let [part] = proposal.parts.as_slice() else { return true };
        let is_pays = proposal.kind == MatchKind::Pays;
        if part.by_hand.is_none() && by_hand.contains(&(proposal.line, part.claim)) {
            return false;
        }
        let target = if is_pays { part.target() } else { part.dispute.uuid() };
        seen.insert((proposal.line, is_pays, target))
    });
}

/// Leaves out what is only a part where another line pays the whole or the line pays the whole of
/// something else, and what is only a sum where another line bears a name.
fn without_lesser(all: &mut Vec<Proposal>) {
    let whole = |it: &Proposal| {
        it.kind == MatchKind::Pays && it.score > UNNAMED && !it.why.contains(&Reason::PartOfAmount)
    };
    let claims =
        |it: &Proposal| -> Vec<ClaimId> { it.parts.iter().filter_map(|part| part.claim).collect() };
    let paid: HashSet<ClaimId> = all.iter().filter(|it| whole(it)).flat_map(claims).collect();
    let told: HashSet<LineRef> = all.iter().filter(|it| whole(it)).map(|it| it.line).collect();
    let named: HashSet<_> = all
        .iter()
        .filter(|it| it.score > UNNAMED)
        .flat_map(|it| it.parts.iter().map(move |part| (it.kind, part.target())))
        .collect();
    let spoken: HashSet<LineRef> =
        all.iter().filter(|it| it.score > UNNAMED).map(|it| it.line).collect();
    let mut unnamed: HashMap<_, usize> = HashMap::new();
    all.retain(|proposal| {
        let [part] = proposal.parts.as_slice() else { return true };
        if proposal.score <= UNNAMED {
            let target = (proposal.kind, part.target());
            let so_far = unnamed.entry(target).or_default();
            *so_far += 1;
            return !named.contains(&target)
                && !spoken.contains(&proposal.line)
                && *so_far <= UNNAMED_LINES;
        }
        let is_part =
            proposal.kind == MatchKind::Pays && proposal.why.contains(&Reason::PartOfAmount);
        let is_lesser =
            told.contains(&proposal.line) || part.claim.is_some_and(|claim| paid.contains(&claim));
        !(is_part && is_lesser)
    });
}
