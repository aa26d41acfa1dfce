//! Remedies and the checks by which the household makes sure that they hold.

use chrono::NaiveDate;

use crate::{CheckId, CheckResult, ClaimId, ContactId, RemedyId, RemedyKind, VendorId};

/// What was agreed: by whom, on what day, of which kind, on what terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// Which remedy.
    pub id: RemedyId,
    /// Of which kind.
    pub kind: RemedyKind,
    /// The person who agreed.
    pub by: Option<ContactId>,
    /// The vendor that owes it, where no person is known or to be sure of it.
    pub vendor: Option<VendorId>,
    /// When it was agreed.
    pub agreed_on: NaiveDate,
    /// What was agreed.
    pub what: String,
    /// What it covers: “these transactions”, “until 31 December”.
    pub scope: Option<String>,
    /// What it depends on.
    pub caveat: Option<String>,
    /// What the household asks itself before each use, where the caveat asks that of it.
    pub before_use: Option<String>,
    /// The claim that it settles.
    pub claim: Option<ClaimId>,
    /// By when it was to be delivered.
    pub expected_by: Option<NaiveDate>,
    /// When it was delivered.
    pub delivered_on: Option<NaiveDate>,
    /// The last day on which it counts.
    pub ends_on: Option<NaiveDate>,
    /// When the household was satisfied, and wanted no further look.
    pub satisfied_on: Option<NaiveDate>,
    /// The looks at whether it still holds, done and to come, in the order of entry.
    pub checks: Vec<Check>,
}

/// A dated look at whether a remedy still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which check.
    pub id: CheckId,
    /// When it is to be done.
    pub due_on: NaiveDate,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What it showed.
    pub result: Option<CheckResult>,
    /// A remark for the household.
    pub note: Option<String>,
}
