//! The looks that are planned at a remedy of each kind, and what follows when they are done.

use chrono::{Days, Months, NaiveDate};

use super::{RemedyStatus, open_checks, remedy_status};
use crate::rules::has_come;
use crate::{Claim, Remedy, RemedyKind};

/// The looks that fit a kind of remedy. Each is a proposal that the household may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckPlan {
    /// The days of the looks, the earliest first, each once.
    pub looks: Vec<NaiveDate>,
    /// Whether one looks before each use, rather than on set days.
    pub before_use: bool,
}

/// When to look at a remedy of this kind, counted from its delivery, else from the day on which it
/// is expected or was agreed.
///
/// Money shows on the next statement, about 30 days on, and what is corrected away mostly is by the
/// one after, at 60. A fee that is waived must be missing on each statement of half a year. A repair
/// or replacement has to work after 30 days of use and after 180. An exception shows when it is
/// used, so nobody is asked on set days. An apology is not taken back.
///
/// What ends on a known day is not looked at after it. Where that day cuts looks off, or the thing
/// has to be used before it, one looks on the day itself, while something can still be done.
pub fn check_plan(kind: RemedyKind, from: NaiveDate, ends_on: Option<NaiveDate>) -> CheckPlan {
    let after = |days| from.checked_add_days(Days::new(days));
    let mut looks: Vec<NaiveDate> = match kind {
        RemedyKind::Refund | RemedyKind::Credit | RemedyKind::Voucher | RemedyKind::Other => {
            [after(30), after(60)].into_iter().flatten().collect()
        }
        RemedyKind::Waiver => {
            (1..=6).filter_map(|month| from.checked_add_months(Months::new(month))).collect()
        }
        RemedyKind::Replacement | RemedyKind::Repair => {
            [after(30), after(180)].into_iter().flatten().collect()
        }
        RemedyKind::PolicyException | RemedyKind::Apology => Vec::new(),
    };
    if let Some(end) = ends_on.filter(|end| *end > from) {
        let planned = looks.len();
        looks.retain(|day| *day < end);
        if looks.len() < planned || is_used(kind) {
            looks.push(end);
        }
    }
    CheckPlan { looks, before_use: kind == RemedyKind::PolicyException }
}

/// Whether the household makes use of such a remedy itself, and loses it where it does not in time.
fn is_used(kind: RemedyKind) -> bool {
    match kind {
        RemedyKind::Voucher | RemedyKind::PolicyException => true,
        RemedyKind::Refund
        | RemedyKind::Credit
        | RemedyKind::Waiver
        | RemedyKind::Replacement
        | RemedyKind::Repair
        | RemedyKind::Apology
        | RemedyKind::Other => false,
    }
}

/// Whether the last planned look showed that the remedy holds, and nobody has said yet whether the
/// household is satisfied or wants to go on looking. What is looked at before each use goes on.
pub fn looks_are_done(remedy: &Remedy, claims: &[Claim], on: NaiveDate) -> bool {
    remedy_status(remedy, claims, on) == RemedyStatus::Holding
        && remedy.kind != RemedyKind::PolicyException
        && !has_come(remedy.satisfied_on, on)
        && open_checks(remedy, claims, on).next().is_none()
}

/// The day proposed for one further look: a fee on the next statement, all else after a quarter;
/// never later than the remedy's last day.
pub fn next_to_propose(remedy: &Remedy, from: NaiveDate) -> NaiveDate {
    let months = if remedy.kind == RemedyKind::Waiver { 1 } else { 3 };
    let day = from.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    match remedy.ends_on {
        Some(end) if end > from => day.min(end),
        Some(_) | None => day,
    }
}
