//! What one would expect to see on a statement, and does not.

use chrono::NaiveDate;

use super::Ground;
use super::targets::{Sort, expected_by, targets};
use crate::{ClaimId, DisputeId, Money, RemedyId, VendorId};

/// A sum that was to have come by the statement's last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The dispute.
    pub dispute: DisputeId,
    /// Who owes it.
    pub vendor: VendorId,
    /// The claim.
    pub claim: ClaimId,
    /// What is still owed.
    pub amount: Money,
    /// By when it was to come.
    pub due_on: NaiveDate,
    /// The remedy that promised it.
    pub remedy: Option<RemedyId>,
}

/// What is still owed and was to have come by that day, the longest due first. Claims of which the
/// record names no day are not missed: nobody said when.
pub fn missing(ground: &Ground<'_>, until: NaiveDate) -> Vec<Missing> {
    let mut all: Vec<Missing> = targets(ground)
        .into_iter()
        .filter_map(|target| {
            let Sort::Owed { outstanding, .. } = target.sort else { return None };
            let claim = target.claim?;
            let due_on = expected_by(ground, target.dispute, claim).filter(|day| *day <= until)?;
            Some(Missing {
                dispute: target.dispute.id,
                vendor: target.vendor,
                claim: claim.id,
                amount: outstanding,
                due_on,
                remedy: target.remedy.map(|remedy| remedy.id),
            })
        })
        .collect();
    all.sort_by_key(|it| it.due_on);
    all
}
