//! “Were we wronged?”: which questions matter, which findings follow, and what the record has of
//! them already.
//!
//! A question is asked as long as some finding that the earlier answers still allow depends on it,
//! so that a person is never asked what no longer matters. Findings of another country are not
//! allowed from the start.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::Region;
use crate::rules::clock;
use crate::wronged::{Answer, Finding, Owed, Problem, Question, Runs, Whom};
use crate::{Claim, Dispute, Money, Vendor, VendorId};

/// The answers by the keys of their questions.
pub type Answers = BTreeMap<String, Answer>;

/// Where the matter plays: its vendors, and where the household lives.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The dispute.
    pub dispute: &'a Dispute,
    /// Every vendor of the household.
    pub vendors: &'a [Vendor],
    /// Where the household lives, once that was said.
    pub home: Option<Region>,
}

impl<'a> Beside<'a> {
    /// The vendors with a part in the dispute.
    fn parties(&self) -> impl Iterator<Item = &'a Vendor> {
        let vendors = self.vendors;
        let parties = self.dispute.parties.iter();
        parties.filter_map(move |party| vendors.iter().find(|vendor| vendor.id == party.vendor))
    }

    fn vendor(&self, id: VendorId) -> Option<&'a Vendor> {
        self.vendors.iter().find(|vendor| vendor.id == id)
    }
}

/// A finding that follows from the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// How much may be owed, as far as the answers say it.
    pub amount: Option<Money>,
    /// Since when, as far as the answers say it.
    pub since: Option<NaiveDate>,
    /// The time limits that may run, with the day from which each is counted, where it was answered.
    pub clocks: Vec<(&'a Runs, Option<NaiveDate>)>,
}

/// The questions that matter, answered or not, in their order.
pub fn asked<'a>(
    problem: &'a Problem,
    answers: &Answers,
    beside: &Beside<'_>,
) -> Vec<&'a Question> {
    let mut possible: Vec<&Finding> =
        problem.findings.iter().filter(|finding| holds(finding, beside)).collect();
    let mut asked = Vec::new();
    for question in &problem.questions {
        if !possible.iter().any(|finding| finding.mentions(&question.key)) {
            continue;
        }
        asked.push(question);
        if let Some(answer) = given(question, answers) {
            possible.retain(|finding| {
                let mut about = finding.when.iter().filter(|it| it.question == question.key);
                about.all(|condition| condition.is_met_by(answer))
            });
        }
    }
    asked
}

/// The first question that matters and has no answer yet.
pub fn next<'a>(
    problem: &'a Problem,
    answers: &Answers,
    beside: &Beside<'_>,
) -> Option<&'a Question> {
    asked(problem, answers, beside).into_iter().find(|question| given(question, answers).is_none())
}

/// What may follow. Answers to questions that no longer matter do not count; what comes to nothing
/// is not owed, and is left out.
pub fn findings<'a>(
    problem: &'a Problem,
    answers: &Answers,
    beside: &Beside<'_>,
) -> Vec<Following<'a>> {
    let counted: BTreeMap<&str, &Answer> = asked(problem, answers, beside)
        .into_iter()
        .filter_map(|question| Some((question.key.as_str(), given(question, answers)?)))
        .collect();
    let allowed = problem.findings.iter().filter(|finding| holds(finding, beside));
    let follows = |finding: &&Finding| {
        finding.when.iter().all(|condition| {
            counted.get(condition.question.as_str()).is_some_and(|it| condition.is_met_by(it))
        })
    };
    allowed
        .filter(follows)
        .filter_map(|finding| {
            let owed = finding.owed.as_ref();
            let amount = owed.and_then(|owed| amount(owed, &counted));
            let since = owed.and_then(|owed| day(owed.since.as_deref(), &counted));
            let clocks = finding.clocks.iter();
            let clocks = clocks.map(|runs| (runs, day(runs.from.as_deref(), &counted))).collect();
            let is_something = amount.is_none_or(Money::is_positive);
            is_something.then_some(Following { finding, amount, since, clocks })
        })
        .collect()
}

fn given<'a>(question: &Question, answers: &'a Answers) -> Option<&'a Answer> {
    answers.get(&question.key).filter(|answer| answer.fits(question))
}

fn day(question: Option<&str>, counted: &BTreeMap<&str, &Answer>) -> Option<NaiveDate> {
    match counted.get(question?)? {
        Answer::Day(day) => Some(*day),
        Answer::Yes | Answer::No | Answer::Unsure | Answer::Sum(_) | Answer::Chosen(_) => None,
    }
}

fn sum(question: Option<&str>, counted: &BTreeMap<&str, &Answer>) -> Option<Money> {
    match counted.get(question?)? {
        Answer::Sum(sum) => Some(*sum),
        Answer::Yes | Answer::No | Answer::Unsure | Answer::Day(_) | Answer::Chosen(_) => None,
    }
}

/// Sums of two currencies have no difference: then nothing is said of the amount.
fn amount(owed: &Owed, counted: &BTreeMap<&str, &Answer>) -> Option<Money> {
    let whole = sum(owed.sum.as_deref(), counted)?;
    match owed.less.as_deref() {
        None => Some(whole),
        Some(less) => whole.minus(sum(Some(less), counted)?).ok(),
    }
}

/// Whether the finding holds where one of the vendors is that it may concern. Where the dispute has
/// none of that kind yet, it is taken to be where the household lives.
fn holds(finding: &Finding, beside: &Beside<'_>) -> bool {
    let concerned: Vec<&Vendor> =
        beside.parties().filter(|vendor| is_of(&finding.whom, vendor)).collect();
    let at = |country: Option<&str>| clock::holds_at(&finding.jurisdiction, country, beside.home);
    if concerned.is_empty() {
        return at(None);
    }
    concerned.iter().any(|vendor| at(vendor.country.as_deref()))
}

fn is_of(whom: &Whom, vendor: &Vendor) -> bool {
    whom.kinds.is_empty() || whom.kinds.contains(&vendor.kind)
}

/// What the record has of the vendor that a finding speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyStanding {
    /// No such vendor has a part in the dispute.
    Missing,
    /// This one may be meant; its part does not say so yet.
    WithoutRole(VendorId),
    /// This one has that part.
    There(VendorId),
}

impl PartyStanding {
    /// The vendor, where there is one.
    pub fn vendor(self) -> Option<VendorId> {
        match self {
            Self::Missing => None,
            Self::WithoutRole(vendor) | Self::There(vendor) => Some(vendor),
        }
    }
}

/// Whether the vendor that a finding speaks of has its part already. Where a vendor of any kind may
/// be meant, only one that has the part, or the only one of the dispute, is taken to be it.
pub fn party_standing(whom: &Whom, beside: &Beside<'_>) -> PartyStanding {
    let fitting: Vec<&Vendor> = beside.parties().filter(|vendor| is_of(whom, vendor)).collect();
    let has_role = |vendor: &&&Vendor| {
        let mut parts = beside.dispute.parties.iter().filter(|party| party.vendor == vendor.id);
        parts.any(|party| party.roles.has(whom.role))
    };
    if let Some(vendor) = fitting.iter().find(has_role) {
        return PartyStanding::There(vendor.id);
    }
    match (fitting.as_slice(), whom.kinds.is_empty()) {
        ([only], _) => PartyStanding::WithoutRole(only.id),
        ([first, ..], false) => PartyStanding::WithoutRole(first.id),
        ([] | [_, ..], _) => PartyStanding::Missing,
    }
}

/// The claim that says the same as a finding: by its words, or by its sum from a vendor of that
/// kind. While no sum is known, a claim against such a vendor that names the same kind of sum will do.
pub fn claim_there<'a>(following: &Following<'_>, beside: &Beside<'a>) -> Option<&'a Claim> {
    let whom = &following.finding.whom;
    let owed = following.finding.owed.as_ref()?;
    let reason = plain(&owed.reason);
    beside.dispute.claims.iter().find(|claim| {
        let said = plain(&claim.reason);
        let is_theirs = beside.vendor(claim.vendor).is_some_and(|vendor| is_of(whom, vendor));
        let same = match following.amount {
            Some(amount) => amount == claim.amount,
            None => !whom.kinds.is_empty() && said.contains(owed.kind.as_str()),
        };
        said == reason || (is_theirs && same)
    })
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}
