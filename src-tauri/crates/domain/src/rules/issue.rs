//! How an issue stands, and what of a dispute may be put down as one.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{Event, Fact, FactId, FactStatus, Issue, IssueAnswer};

/// How an issue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IssueStanding {
    /// The vendor has not said that the household is right, nor that it is not.
    Open,
    /// The vendor agreed.
    Conceded,
    /// The vendor did not agree.
    Refused,
}

/// How the issue stands. An answer without a day counts; one dated later does not yet.
pub fn issue_standing(issue: &Issue, on: NaiveDate) -> IssueStanding {
    match issue.answer.filter(|_| reply_has_come(issue, on)) {
        Some(IssueAnswer::Conceded) => IssueStanding::Conceded,
        Some(IssueAnswer::Refused) => IssueStanding::Refused,
        None => IssueStanding::Open,
    }
}

/// Whether a reply of any kind is recorded by that day: its words, its day, its event or what it
/// comes to.
pub fn is_replied_to(issue: &Issue, on: NaiveDate) -> bool {
    let said = issue.reply.is_some()
        || issue.replied_on.is_some()
        || issue.replied_at.is_some()
        || issue.answer.is_some();
    said && reply_has_come(issue, on)
}

/// The issue without a reply that is dated later than the day.
pub fn as_on(issue: &Issue, on: NaiveDate) -> Issue {
    let mut seen = issue.clone();
    if !reply_has_come(issue, on) {
        (seen.reply, seen.replied_on, seen.replied_at, seen.answer) = (None, None, None, None);
    }
    seen
}

fn reply_has_come(issue: &Issue, on: NaiveDate) -> bool {
    issue.replied_on.is_none_or(|day| day <= on)
}

/// The facts that are disputed and on which no issue rests, each with its event, in the order of the
/// events.
pub fn not_put_down<'a>(issues: &[Issue], events: &'a [Event]) -> Vec<(&'a Event, &'a Fact)> {
    let known: BTreeSet<FactId> = issues.iter().flat_map(|issue| &issue.facts).copied().collect();
    let disputed = |fact: &&Fact| fact.status == FactStatus::Disputed && !known.contains(&fact.id);
    let of_event = |event: &'a Event| {
        event.facts.iter().filter(disputed).map(move |fact| (event, fact)).collect::<Vec<_>>()
    };
    events.iter().flat_map(of_event).collect()
}
