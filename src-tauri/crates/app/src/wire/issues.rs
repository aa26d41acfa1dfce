//! Issues as they cross the boundary.

use super::{FactStatus, IssueAnswer, IssueStanding, Named, wire};

wire! {
    /// What is in question in a dispute, and what may be put down as such.
    pub struct IssueBoard {
        /// What was put down, in the order of entry.
        pub issues: Vec<IssueView>,
        /// The disputed facts on which no issue rests, in the order in which they happened.
        pub proposals: Vec<IssueFact>,
    }

    /// An issue with where it stands.
    pub struct IssueView {
        /// The issue.
        pub issue: Issue,
        /// Where it stands.
        pub standing: IssueStanding,
        /// Whether a reply of any kind is recorded.
        pub replied: bool,
        /// The vendor.
        pub vendor: Option<Named>,
        /// The facts that it rests on, in the order in which they happened.
        pub facts: Vec<IssueFact>,
        /// The event at which the reply was given, by its first fact.
        pub replied_at: Option<Named>,
    }

    /// What is in question between the household and a vendor.
    pub struct Issue {
        /// Which issue; absent while new.
        pub id: Option<String>,
        /// With which vendor.
        pub vendor: Option<String>,
        /// What is in question.
        pub question: String,
        /// The term or rule relied on.
        pub term: Option<String>,
        /// Where that stands.
        pub source: Option<String>,
        /// The facts that it rests on, by their ids.
        pub facts: Vec<String>,
        /// What the vendor replied.
        pub reply: Option<String>,
        /// The day of the reply; that of its event where it is absent.
        pub replied_on: Option<String>,
        /// The event at which it was given.
        pub replied_at: Option<String>,
        /// What it comes to; absent where it leaves the matter open.
        pub answer: Option<IssueAnswer>,
    }

    /// A fact as it stands in an issue.
    pub struct IssueFact {
        /// Which fact.
        pub id: String,
        /// Its event.
        pub event: String,
        /// The day of the event.
        pub on: String,
        /// One sentence.
        pub text: String,
        /// Whether the other side agrees.
        pub status: FactStatus,
        /// The vendor of the event.
        pub vendor: Option<Named>,
    }

    /// The finding of “Were we wronged?” that an issue is made of.
    pub struct IssueOf {
        /// The problem.
        pub problem: String,
        /// The finding.
        pub finding: String,
    }
}
