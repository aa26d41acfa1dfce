//! “Were we wronged?”: the questions of a common problem, the answers, and what may follow.
//!
//! Nothing here is advice. A finding is a question or a “may”, with its source, and the household
//! checks whether it applies.

use chrono::NaiveDate;

use crate::{AnswerKind, Confidence, Money, OwedKind, Role, VendorKind};

/// A common kind of problem, such as a refund that does not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The short name by which answers refer to it. It never changes.
    pub key: String,
    /// The problem as a person would say it.
    pub title: String,
    /// What is asked, in this order.
    pub questions: Vec<Question>,
    /// What may follow, in this order.
    pub findings: Vec<Finding>,
}

/// A question with the reason for asking it. “Not sure” answers every question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The short name by which answers refer to it. It never changes.
    pub key: String,
    /// The question.
    pub words: String,
    /// Why it is asked.
    pub why: String,
    /// What sort of answer it wants.
    pub kind: AnswerKind,
    /// What can be chosen, where one of several is wanted.
    pub options: Vec<AnswerOption>,
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerOption {
    /// The short name by which answers refer to it. It never changes.
    pub key: String,
    /// The answer as it is read.
    pub words: String,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    Unsure,
    /// A day.
    Day(NaiveDate),
    /// A sum.
    Sum(Money),
    /// One of several, by its key.
    Chosen(String),
}

/// What an answer has to be for a finding to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    Unsure,
    /// Whatever was given: a day, a sum, or any choice.
    Given,
    /// This choice, by its key.
    Chosen(String),
}

/// One answer that a finding needs: any of those wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The key of the question.
    pub question: String,
    /// The answers that will do.
    pub any_of: Vec<Wanted>,
}

/// Something that may be owed or worth asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its short name within the problem. It never changes.
    pub key: String,
    /// The finding in words: a question, or a sentence with “may”.
    pub words: String,
    /// Where it holds: an ISO 3166 country, `EU` for its members, `*` for everywhere.
    pub jurisdiction: String,
    /// Under which answers it follows: all of them.
    pub when: Vec<Condition>,
    /// What may be owed, where it is a sum.
    pub owed: Option<Owed>,
    /// By whom.
    pub whom: Whom,
    /// Which time limits may run.
    pub clocks: Vec<Runs>,
    /// Where the rule stands; nothing where no rule is claimed.
    pub source: Option<Source>,
}

/// A sum that may be owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Of what kind.
    pub kind: OwedKind,
    /// What a claim would say that it is for.
    pub reason: String,
    /// The question whose answer is the sum.
    pub sum: Option<String>,
    /// The question whose answer is taken from it.
    pub less: Option<String>,
    /// The question whose answer is the day since which it is owed.
    pub since: Option<String>,
}

/// By whom something may be owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// In words, such as “the card issuer, beside the seller”.
    pub words: String,
    /// Of which kinds such a vendor is; none where it may be of any.
    pub kinds: Vec<VendorKind>,
    /// Its part in the matter.
    pub role: Role,
}

/// A time limit that may run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runs {
    /// The code of the rule.
    pub rule: String,
    /// The question whose answer is the day from which it is counted.
    pub from: Option<String>,
}

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The law or scheme, with its section.
    pub text: String,
    /// How well it was read.
    pub confidence: Confidence,
    /// The day on which it was looked at.
    pub checked_on: NaiveDate,
}

impl Answer {
    /// Whether the question can be answered so: an answer that was kept may be older than the
    /// question.
    pub fn fits(&self, question: &Question) -> bool {
        match (self, question.kind) {
            (Self::Unsure, _)
            | (Self::Yes | Self::No, AnswerKind::YesNo)
            | (Self::Day(_), AnswerKind::Day)
            | (Self::Sum(_), AnswerKind::Sum) => true,
            (Self::Chosen(key), AnswerKind::OneOf) => {
                question.options.iter().any(|option| option.key == *key)
            }
            (Self::Yes | Self::No | Self::Day(_) | Self::Sum(_) | Self::Chosen(_), _) => false,
        }
    }

    fn is(&self, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Yes => *self == Self::Yes,
            Wanted::No => *self == Self::No,
            Wanted::Unsure => *self == Self::Unsure,
            Wanted::Given => *self != Self::Unsure,
            Wanted::Chosen(key) => matches!(self, Self::Chosen(chosen) if chosen == key),
        }
    }
}

impl Condition {
    /// Whether the answer will do.
    pub fn is_met_by(&self, answer: &Answer) -> bool {
        self.any_of.iter().any(|wanted| answer.is(wanted))
    }
}

impl Finding {
    /// Whether the answer to the question makes a difference to this finding.
    pub fn mentions(&self, question: &str) -> bool {
        let owed = self.owed.iter().flat_map(|owed| [&owed.sum, &owed.less, &owed.since]);
        let days = self.clocks.iter().map(|clock| &clock.from);
        self.when.iter().any(|condition| condition.question == question)
            || owed.chain(days).any(|key| key.as_deref() == Some(question))
    }
}
