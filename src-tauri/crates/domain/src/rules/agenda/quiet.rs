//! Whether a dispute has gone quiet: it is open, and nothing in it is planned or awaited.

use chrono::NaiveDate;

use super::{Entry, Scene};
use crate::rules::due::{self, Due, DueItem, DueKind};
use crate::rules::{DisputeState, cadence, dispute_state};

/// The day on which to get in touch again in a dispute that would otherwise be forgotten, by the
/// cadence of the contacts that have had no answer, else counted from its opening.
///
/// A look at a remedy does not keep an open dispute awake: something else is outstanding in it that
/// no look will bring. It is never overdue, for nobody said that day.
pub(super) fn quiet(others: &[Entry], scene: &Scene<'_>, on: NaiveDate) -> Option<Due> {
    let dispute = scene.beside.dispute;
    let awaited = others.iter().any(|entry| entry.due.kind != DueKind::Check);
    if awaited || dispute.opened_on > on || dispute_state(dispute, on) == Ok(DisputeState::Watching)
    {
        return None;
    }
    let day = match cadence::run(&scene.beside, None, on) {
        Some(run) => scene.pace.next(run),
        None => scene.pace.first(dispute.opened_on),
    };
    let due = due::entry(day, None, &dispute.title, DueItem::Quiet(dispute.id), on);
    Some(Due { overdue: false, ..due })
}
