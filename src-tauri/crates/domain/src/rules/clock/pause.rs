//! When a time limit stands still.

use chrono::{Days, NaiveDate};

use super::count::Counted;
use crate::rules::parties;
use crate::{Contact, Dispute, PauseOf, Remedy, RemedyKind, VendorId};

/// A time in which a limit does not run, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standstill {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the day from which one looks, where it is not over.
    pub to: NaiveDate,
    /// Whether it is over.
    pub is_over: bool,
}

/// When what makes a limit stand still was under way with a vendor, as far as is known on a day, the
/// earliest first. `None` for the vendor stands for any.
pub fn standstills(
    of: PauseOf,
    vendor: Option<VendorId>,
    dispute: &Dispute,
    contacts: &[Contact],
    on: NaiveDate,
) -> Vec<Standstill> {
    let is_of = |remedy: &&Remedy| {
        let with = parties::vendor_of_remedy(remedy, dispute, contacts);
        vendor.is_none_or(|vendor| with.is_none_or(|with| with == vendor))
    };
    let mut all: Vec<Standstill> = dispute
        .remedies
        .iter()
        .filter(|remedy| stops(of, remedy.kind) && remedy.agreed_on <= on)
        .filter(is_of)
        .map(|remedy| {
            let done = remedy.delivered_on.filter(|day| *day <= on);
            let to = done.unwrap_or(on).max(remedy.agreed_on);
            Standstill { from: remedy.agreed_on, to, is_over: done.is_some() }
        })
        .collect();
    all.sort_by_key(|it| (it.from, it.to));
    all
}

fn stops(of: PauseOf, kind: RemedyKind) -> bool {
    match of {
        PauseOf::RepairOrReplacement => {
            matches!(kind, RemedyKind::Repair | RemedyKind::Replacement)
        }
    }
}

/// Lengthens a count by the days on which it stood still, and leaves some days after each. What began
/// after the last day stops nothing, and no day stops it twice. `None` beyond what can be written.
pub(super) fn stand_still(
    counted: &mut Counted,
    days_left: u32,
    standstills: &[Standstill],
) -> Option<()> {
    let mut from = counted.first_day;
    for stop in standstills {
        let first = stop.from.max(from);
        if first > counted.last_day || stop.to < first {
            continue;
        }
        let days = u64::try_from((stop.to - first).num_days()).ok()? + 1;
        let longer = counted.last_day.checked_add_days(Days::new(days))?;
        let at_least = stop.to.checked_add_days(Days::new(u64::from(days_left)))?;
        counted.last_day = longer.max(at_least);
        counted.standstills.push(Standstill { from: first, ..*stop });
        from = stop.to.succ_opt()?;
    }
    Some(())
}
