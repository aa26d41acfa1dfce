//! Issues: what is in question between the household and a vendor.

use chrono::NaiveDate;

use crate::{EventId, FactId, IssueAnswer, IssueId, VendorId};

/// One point on which the household and a vendor do not agree, or may not: what it rests on, and what
/// the vendor replied. Whether it is open is derived; see [`crate::rules::issue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Which issue.
    pub id: IssueId,
    /// With which vendor, where it is with one.
    pub vendor: Option<VendorId>,
    /// What is in question, in a sentence.
    pub question: String,
    /// The term of a contract or the rule that the household relies on, in words.
    pub term: Option<String>,
    /// Where that stands: a clause, a section, a page.
    pub source: Option<String>,
    /// The facts that it rests on, each once, in the order of their ids. Facts of the same dispute.
    pub facts: Vec<FactId>,
    /// What the vendor replied, in words.
    pub reply: Option<String>,
    /// The day of the reply.
    pub replied_on: Option<NaiveDate>,
    /// The event at which it was given: a letter, a call.
    pub replied_at: Option<EventId>,
    /// What the reply comes to; `None` where it leaves the matter open, or there is none.
    pub answer: Option<IssueAnswer>,
}
