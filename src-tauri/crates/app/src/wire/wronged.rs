//! “Were we wronged?” as it crosses the boundary.

use super::{
    AnswerKind, Claim, ClockHolder, ClockStanding, Money, Named, OwedKind, Role, VendorChoice,
    VendorKind, wire,
};

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum WrongedAnswer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    Unsure,
    /// A day.
    Day {
        /// `YYYY-MM-DD`.
        day: String,
    },
    /// A sum.
    Sum {
        /// How much.
        sum: Money,
    },
    /// One of several.
    Chosen {
        /// The option's key.
        option: String,
    },
}

wire! {
    /// The questions of a dispute, what was answered, and what may follow.
    pub struct WrongedBoard {
        /// The common kinds of problem.
        pub problems: Vec<WrongedProblem>,
        /// The one that is looked at; nothing while none was chosen.
        pub problem: Option<String>,
        /// The questions that matter, answered or not, in their order.
        pub questions: Vec<WrongedQuestion>,
        /// The first question without an answer; nothing once all are answered.
        pub next: Option<String>,
        /// What may follow from the answers.
        pub findings: Vec<WrongedFinding>,
        /// Where the household lives, in words; nothing until that was said.
        pub home: Option<String>,
    }

    /// A common kind of problem.
    pub struct WrongedProblem {
        /// Its key.
        pub key: String,
        /// The problem as a person would say it.
        pub title: String,
        /// Whether questions of it were answered in this dispute.
        pub begun: bool,
    }

    /// A question.
    pub struct WrongedQuestion {
        /// Its key.
        pub key: String,
        /// The question.
        pub words: String,
        /// Why it is asked.
        pub why: String,
        /// What sort of answer it wants. “Not sure” answers every question.
        pub kind: AnswerKind,
        /// What can be chosen, where one of several is wanted.
        pub options: Vec<WrongedOption>,
        /// What was answered.
        pub answer: Option<WrongedAnswer>,
    }

    /// One of several answers.
    pub struct WrongedOption {
        /// Its key.
        pub key: String,
        /// The answer as it is read.
        pub words: String,
    }

    /// Something that may be owed or worth asking.
    pub struct WrongedFinding {
        /// Its key within the problem.
        pub key: String,
        /// A question, or a sentence with “may”.
        pub words: String,
        /// Where it holds: a country's code, `EU`, or `*` for everywhere.
        pub jurisdiction: String,
        /// What may be owed, where it is a sum.
        pub owed: Option<WrongedOwed>,
        /// By whom.
        pub whom: WrongedWhom,
        /// Which time limits may run.
        pub clocks: Vec<WrongedClock>,
        /// The issue that was made of it.
        pub issue: Option<String>,
        /// Where the rule stands; nothing where no rule is claimed.
        pub source: Option<WrongedSource>,
    }

    /// A sum that may be owed.
    pub struct WrongedOwed {
        /// Of what kind.
        pub kind: OwedKind,
        /// What a claim would say that it is for.
        pub reason: String,
        /// How much, as far as the answers say it.
        pub amount: Option<Money>,
        /// Since when, as far as the answers say it.
        pub since: Option<String>,
        /// The claim of the record that says the same.
        pub claim: Option<String>,
    }

    /// By whom something may be owed.
    pub struct WrongedWhom {
        /// In words.
        pub words: String,
        /// The kind that a new vendor would be of.
        pub kind: VendorKind,
        /// Its part in the matter.
        pub role: Role,
        /// The vendor of the dispute that may be meant.
        pub vendor: Option<Named>,
        /// Whether that vendor has this part already.
        pub there: bool,
    }

    /// A time limit that may run.
    pub struct WrongedClock {
        /// The rule's code.
        pub rule: String,
        /// What the rule is called.
        pub name: String,
        /// What starts it, in words.
        pub trigger: String,
        /// Who has to act in time.
        pub holder: ClockHolder,
        /// The day from which it would be counted, as far as it is known.
        pub trigger_on: Option<String>,
        /// With which vendor.
        pub vendor: Option<Named>,
        /// Its last day, as far as it can be counted.
        pub last_day: Option<String>,
        /// How it stands where the household has spoken of it.
        pub said: Option<ClockStanding>,
        /// Whether it was the household's to keep and its last day has passed: it is not offered then.
        pub closed: bool,
        /// Where the rule stands.
        pub source: String,
    }

    /// Where a rule stands.
    pub struct WrongedSource {
        /// The law or scheme, with its section.
        pub text: String,
        /// `A` or `B`: how well it was read.
        pub confidence: String,
        /// The day on which it was looked at.
        pub checked_on: String,
    }

    /// A claim that is made of a finding, completed by the person.
    pub struct FoundClaim {
        /// The problem.
        pub problem: String,
        /// The finding.
        pub finding: String,
        /// The claim. Its vendor is the one chosen beside it.
        pub claim: Claim,
        /// Who owes it, known or new; it gets its part in the dispute.
        pub vendor: VendorChoice,
    }
}
