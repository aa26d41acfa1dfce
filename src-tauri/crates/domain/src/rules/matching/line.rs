//! Lines, seen one at a time: those that can be for something are kept, all others are forgotten, so
//! that ten years of statements need no more room than what they have to say.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::fold::{fold, squeezed, words};
use super::names::{Names, Naming, without_handler};
use super::targets::{Target, targets};
use super::{Ground, Proposal, hints};
use crate::{
    Currency, DisputeId, LineRef, MatchKind, Money, StatementEntry, StatementLine, StatementMatch,
    Vendor, VendorId,
};

/// Sees lines, and proposes what they mean.
#[derive(Debug)]
pub struct Matcher<'a> {
    pub(super) ground: Ground<'a>,
    pub(super) targets: Vec<Target<'a>>,
    names: Names,
    by_vendor: HashMap<VendorId, Vec<usize>>,
    by_dispute: HashMap<DisputeId, Vec<usize>>,
    by_sum: HashMap<(Currency, i64), Vec<usize>>,
    references: References,
    spoken_for: HashMap<LineRef, i128>,
    dismissed: HashSet<(LineRef, MatchKind, DisputeId, uuid::Uuid)>,
    pub(super) seen: Vec<Candidate>,
}

/// A line that can be for something.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) line: StatementLine,
    /// What nobody has said yet what it is for, above zero.
    pub(super) rest: Money,
    /// The bank says that it takes something back.
    pub(super) takes_back: bool,
    /// The bank says that it is a fee.
    pub(super) is_fee: bool,
    /// Whom it names, the surest first.
    named: Vec<(VendorId, Naming)>,
    /// Whose references it bears.
    referenced: Vec<DisputeId>,
    /// The targets that its name, its references or its sum make one think of.
    pub(super) targets: Vec<usize>,
}

impl Candidate {
    pub(super) fn at(&self) -> LineRef {
        LineRef { statement: self.line.statement, number: self.line.number }
    }

    pub(super) fn on(&self) -> NaiveDate {
        self.line.entry.on
    }

    pub(super) fn names(&self, vendor: VendorId) -> Naming {
        let found = self.named.iter().find(|(named, _)| *named == vendor);
        found.map_or(Naming::No, |(_, naming)| *naming)
    }

    pub(super) fn bears_reference_of(&self, dispute: DisputeId) -> bool {
        self.referenced.contains(&dispute)
    }

    /// Whether the line has to do with the target by more than its sum.
    pub(super) fn speaks_of(&self, target: &Target<'_>) -> bool {
        self.names(target.vendor).is_named() || self.bears_reference_of(target.dispute.id)
    }

    /// Whether it names somebody of whom the household has written down that it is somebody else.
    pub(super) fn names_another(&self) -> bool {
        self.named.iter().any(|(_, naming)| *naming >= Naming::Fully)
    }
}

impl<'a> Matcher<'a> {
    /// One that knows what can be matched.
    pub fn new(ground: Ground<'a>) -> Self {
        let targets = targets(&ground);
        let mut by_vendor: HashMap<_, Vec<usize>> = HashMap::new();
        let mut by_dispute: HashMap<_, Vec<usize>> = HashMap::new();
        let mut by_sum: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, target) in targets.iter().enumerate() {
            by_vendor.entry(target.vendor).or_default().push(place);
            by_dispute.entry(target.dispute.id).or_default().push(place);
            for sum in target.sums() {
                by_sum.entry(sum).or_default().push(place);
            }
        }
        Self {
            names: Names::of(ground.vendors),
            references: References::of(ground.disputes),
            spoken_for: spoken_for(&ground),
            dismissed: ground.said.iter().filter_map(dismissed).collect(),
            seen: Vec::new(),
            ground,
            targets,
            by_vendor,
            by_dispute,
            by_sum,
        }
    }

    /// The first day of which a line can be for anything; `None` where nothing can be matched.
    pub fn since(&self) -> Option<NaiveDate> {
        self.targets.iter().map(|target| target.since).min()
    }

    /// The vendors that a bank is, by its name as an account has it. They are meant by lines that
    /// are the bank's own and name nobody.
    pub fn banks(&self, name: &str) -> Vec<VendorId> {
        let folded = fold(name);
        let all: Vec<&str> = words(&folded).collect();
        let full =
            |(vendor, naming): (VendorId, Naming)| (naming >= Naming::Fully).then_some(vendor);
        self.names.named(&all).into_iter().filter_map(full).collect()
    }

    /// Looks at a line; `banks` are the vendors that the account's bank is.
    pub fn see(&mut self, line: StatementLine, banks: &[VendorId]) {
        let amount = line.entry.amount;
        let Some(rest) = rest(&self.spoken_for, &line) else { return };
        let folded = folded(&line.entry);
        let all: Vec<&str> = words(&folded).collect();
        let mut named = self.names.named(&all);
        let is_own = line.entry.party.is_none() && hints::is_banks_own(&folded);
        if is_own && !named.iter().any(|(_, naming)| *naming >= Naming::Fully) {
            named.retain(|(vendor, _)| !banks.contains(vendor));
            named.extend(banks.iter().map(|vendor| (*vendor, Naming::OwnBank)));
        }
        let referenced = self.references.of_line(&line.entry, &folded);
        let targets = self.thought_of(&named, &referenced, amount, rest, line.entry.on);
        if !targets.is_empty() {
            let takes_back = hints::takes_back(&folded);
            let is_fee = hints::is_fee(&folded);
            self.seen.push(Candidate {
                line,
                rest,
                takes_back,
                is_fee,
                named,
                referenced,
                targets,
            });
        }
    }

    /// A line that was seen and can be for something.
    pub fn line(&self, at: LineRef) -> Option<&StatementLine> {
        self.seen.iter().find(|candidate| candidate.at() == at).map(|candidate| &candidate.line)
    }

    /// The targets that a line makes one think of, in the order of entry.
    fn thought_of(
        &self,
        named: &[(VendorId, Naming)],
        referenced: &[DisputeId],
        amount: Money,
        rest: Money,
        on: NaiveDate,
    ) -> Vec<usize> {
        let sign = amount.minor().signum();
        let sum = (rest.currency(), sign * rest.minor());
        let of_names = named.iter().filter_map(|(vendor, _)| self.by_vendor.get(vendor));
        let of_references = referenced.iter().filter_map(|id| self.by_dispute.get(id));
        let of_sum = self.by_sum.get(&sum).into_iter();
        let mut places: Vec<usize> =
            of_names.chain(of_references).chain(of_sum).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.retain(|place| {
            let target = &self.targets[*place];
            target.since <= on && target.currency().is_none_or(|it| it == rest.currency())
        });
        places
    }

    /// Whether the person has said that the line does not mean that.
    pub(super) fn is_dismissed(&self, proposal: &Proposal) -> bool {
        proposal.parts.iter().any(|part| {
            self.dismissed.contains(&(proposal.line, proposal.kind, part.dispute, part.target()))
        })
    }
}

/// How a line names a vendor.
pub fn naming(vendor: &Vendor, entry: &StatementEntry) -> Naming {
    let folded = folded(entry);
    let all: Vec<&str> = words(&folded).collect();
    let named = Names::of(std::slice::from_ref(vendor)).named(&all);
    named.first().map_or(Naming::No, |(_, naming)| *naming)
}

/// What nobody has said yet what it is for, above zero; `None` where all of the line is spoken for.
pub fn unspoken(ground: &Ground<'_>, line: &StatementLine) -> Option<Money> {
    rest(&spoken_for(ground), line)
}

fn rest(spoken_for: &HashMap<LineRef, i128>, line: &StatementLine) -> Option<Money> {
    let at = LineRef { statement: line.statement, number: line.number };
    let amount = line.entry.amount;
    let spoken_for = spoken_for.get(&at).copied().unwrap_or(0);
    let rest = i128::from(amount.minor().unsigned_abs()) - spoken_for;
    let rest = i64::try_from(rest).ok().and_then(|it| Money::new(it, amount.currency()).ok());
    rest.filter(|rest| rest.is_positive())
}

/// How much of each line the person has said what it is for. What was said without a sum is for the
/// whole line.
fn spoken_for(ground: &Ground<'_>) -> HashMap<LineRef, i128> {
    let claims = || ground.disputes.iter().flat_map(|dispute| &dispute.claims);
    let movements = claims().flat_map(|claim| &claim.movements).map(|it| (it.id, it.amount));
    let movements: HashMap<_, _> = movements.collect();
    let claims: HashMap<_, _> = claims().map(|claim| (claim.id, claim.amount)).collect();
    let mut all: HashMap<LineRef, i128> = HashMap::new();
    for said in ground.said.iter().filter(|said| said.confirmed) {
        let of_movement = said.movement.and_then(|id| movements.get(&id));
        let amount = of_movement.or_else(|| said.claim.and_then(|id| claims.get(&id)));
        let minor = amount.map_or(i128::MAX / 2, |amount| i128::from(amount.minor()));
        let at = LineRef { statement: said.statement, number: said.line };
        let so_far = all.entry(at).or_default();
        *so_far = so_far.saturating_add(minor);
    }
    all
}

fn dismissed(said: &StatementMatch) -> Option<(LineRef, MatchKind, DisputeId, uuid::Uuid)> {
    let at = LineRef { statement: said.statement, number: said.line };
    let target = said.claim.map(crate::ClaimId::uuid);
    let target = target.or(said.remedy.map(crate::RemedyId::uuid)).unwrap_or(said.dispute.uuid());
    (!said.confirmed).then_some((at, said.kind, said.dispute, target))
}

/// What the bank writes, folded, without who handled the payment.
fn folded(entry: &StatementEntry) -> String {
    let text = fold(&entry.text);
    let text = without_handler(&text);
    match &entry.party {
        Some(party) => {
            let party = fold(party);
            format!("{} {text}", without_handler(&party))
        }
        None => text.to_owned(),
    }
}

/// The references of the disputes, found by the figures in them.
#[derive(Debug, Default)]
struct References {
    by_figures: HashMap<String, Vec<(String, DisputeId)>>,
}

/// A reference of fewer letters and figures stands in many a line by chance.
const SHORTEST: usize = 5;

impl References {
    fn of(disputes: &[crate::Dispute]) -> Self {
        let mut all = Self::default();
        for dispute in disputes {
            let of_parties = dispute.parties.iter().filter_map(|party| party.reference.as_deref());
            let of_subject = [&dispute.subject.order, &dispute.subject.account];
            let of_subject = of_subject.into_iter().filter_map(|it| it.as_deref());
            for reference in of_parties.chain(of_subject) {
                all.add(&fold(reference), dispute.id);
            }
        }
        all
    }

    fn add(&mut self, folded: &str, dispute: DisputeId) {
        let whole = squeezed(folded);
        if whole.chars().count() < SHORTEST {
            return;
        }
        let longest = figures(folded).max_by_key(|run| run.len());
        let Some(longest) = longest.filter(|run| run.len() >= 2) else { return };
        let mut keys = vec![longest.to_owned()];
        // The bank may leave out what stands between the figures.
        keys.extend(figures(&whole).max_by_key(|run| run.len()).map(str::to_owned));
        keys.dedup();
        for key in keys {
            self.by_figures.entry(key).or_default().push((whole.clone(), dispute));
        }
    }

    /// The disputes of which the line bears a reference.
    fn of_line(&self, entry: &StatementEntry, folded_text: &str) -> Vec<DisputeId> {
        let reference = entry.reference.as_deref().map(fold);
        let mut found = Vec::new();
        for text in [Some(folded_text), reference.as_deref()].into_iter().flatten() {
            let mut whole = None;
            for run in figures(text) {
                for (wanted, dispute) in self.by_figures.get(run).into_iter().flatten() {
                    let whole = whole.get_or_insert_with(|| squeezed(text));
                    if whole.contains(wanted.as_str()) && !found.contains(dispute) {
                        found.push(*dispute);
                    }
                }
            }
        }
        found
    }
}

/// The runs of figures in a text.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}
