//! Planning one step in several disputes at once.

use holdfast_domain::{DisputeId, NextStep};

use crate::clock::new_id;
use crate::edit::Choices;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{App, from_wire};

/// So many disputes can be planned for at once.
const MOST_DISPUTES: usize = 1_000;

impl App {
    /// Plans the same step in each of these disputes, as one action with one undo. Nobody is named
    /// in it, for a person belongs to one vendor. A dispute that is named twice has it once.
    ///
    /// # Errors
    /// `NotFound` where one of them is gone; `Refused` with the fields that stand in the way, with
    /// `disputes` where none is named or more than 1,000. Then nothing is planned in any of them.
    pub fn plan_step(&self, disputes: &[String], form: &wire::NextStep) -> Result<Done, AppError> {
        let today = self.today_day();
        let step = NextStep { contact: None, ..from_wire::next_step(form)? };
        let mut ids = disputes
            .iter()
            .map(|id| from_wire::id("disputes", id))
            .collect::<Result<Vec<DisputeId>, _>>()?;
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Err(refused("disputes", "empty", []));
        }
        if ids.len() > MOST_DISPUTES {
            return Err(refused("disputes", "too_many", [("most", &MOST_DISPUTES.to_string())]));
        }
        self.change(Deed::PlanStep, &form.what, |writer| {
            let mut warnings = Vec::new();
            for id in &ids {
                let mut dispute = writer.dispute(*id)?.ok_or_else(not_found)?;
                let step = NextStep { id: new_id(), ..step.clone() };
                let touched = step.id.uuid();
                dispute.next_steps.push(step);
                for warning in writer.put_checked(&dispute, &[], today, Some(&[touched]))? {
                    if !warnings.contains(&warning) {
                        warnings.push(warning);
                    }
                }
            }
            Ok((None, warnings))
        })
    }
}
