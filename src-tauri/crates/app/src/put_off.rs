//! Putting off what asks for attention, and bringing it back.

use holdfast_domain::rules::DueKind;
use holdfast_domain::{Dispute, NaiveDate, Snooze, SnoozeId};
use holdfast_store::Writer;
use uuid::Uuid;

use crate::clock::new_id;
use crate::edit::Choices;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{AppError, Done, Later};
use crate::{App, from_wire};

impl App {
    /// Puts something off to a later day, or until the vendor is in touch and that day at the latest.
    ///
    /// A day that the household set itself, that of a step or a look, is moved: it is the
    /// household's plan. Days that others set stay as they are in the record, and the thing rests.
    ///
    /// # Errors
    /// `NotFound` where there is no such thing; `Refused` with `until` where that is not a later day.
    pub fn put_off(&self, later: &Later) -> Result<Done, AppError> {
        let today = self.today_day();
        let until = from_wire::day("until", &later.until)?;
        if until <= today {
            return Err(refused("until", "not_later", [("day", later.until.as_str())]));
        }
        let dispute = from_wire::id("dispute", &later.dispute)?;
        let item: Uuid = from_wire::id("id", &later.id)?;
        let kind = DueKind::from(later.kind);
        self.change(Deed::PutOff, "", |writer| {
            let mut dispute = writer.dispute(dispute)?.ok_or_else(not_found)?;
            if !later.or_answer && move_own_day(&mut dispute, kind, item, until)? {
                let warnings = writer.put_checked(&dispute, &[], today, Some(&[item]))?;
                return Ok((Some(item.to_string()), warnings));
            }
            if !holds(writer, &dispute, kind, item)? {
                return Err(not_found());
            }
            let snooze = Snooze {
                id: new_id(),
                dispute: dispute.id,
                kind,
                item,
                made_on: today,
                until,
                until_answer: later.or_answer,
            };
            writer.put_snooze(&snooze)?;
            Ok((Some(snooze.id.to_string()), Vec::new()))
        })
    }

    /// Brings back what was put off.
    ///
    /// # Errors
    /// `NotFound` where it was brought back already.
    pub fn bring_back(&self, id: &str) -> Result<Done, AppError> {
        let id: SnoozeId = from_wire::id("id", id)?;
        self.change(Deed::BringBack, "", |writer| {
            let snooze = writer.snooze(id)?.ok_or_else(not_found)?;
            // Whatever was said of the thing before would hold again, so all of it goes.
            for known in writer.snoozes_of(snooze.dispute)? {
                if (known.kind, known.item) == (snooze.kind, snooze.item) {
                    writer.bin(known.id)?;
                }
            }
            Ok((Some(id.to_string()), Vec::new()))
        })
    }
}

/// Moves the day where it is the household's own; tells whether it was.
fn move_own_day(
    dispute: &mut Dispute,
    kind: DueKind,
    item: Uuid,
    until: NaiveDate,
) -> Result<bool, AppError> {
    match kind {
        DueKind::NextStep => {
            let step = dispute.next_steps.iter_mut().find(|step| step.id.uuid() == item);
            step.ok_or_else(not_found)?.on = until;
            Ok(true)
        }
        DueKind::Check => {
            let mut checks = dispute.remedies.iter_mut().flat_map(|remedy| &mut remedy.checks);
            checks.find(|check| check.id.uuid() == item).ok_or_else(not_found)?.due_on = until;
            Ok(true)
        }
        DueKind::Promise | DueKind::Letter | DueKind::Clock | DueKind::Quiet => Ok(false),
    }
}

/// Whether there is such a thing in the dispute.
fn holds(
    writer: &Writer<'_>,
    dispute: &Dispute,
    kind: DueKind,
    item: Uuid,
) -> Result<bool, AppError> {
    Ok(match kind {
        DueKind::Promise => dispute.promises.iter().any(|one| one.id.uuid() == item),
        DueKind::NextStep => dispute.next_steps.iter().any(|one| one.id.uuid() == item),
        DueKind::Check => {
            let mut checks = dispute.remedies.iter().flat_map(|remedy| &remedy.checks);
            checks.any(|one| one.id.uuid() == item)
        }
        DueKind::Letter => {
            writer.sent_letters_of(dispute.id)?.iter().any(|one| one.id.uuid() == item)
        }
        DueKind::Clock => writer.clocks_of(dispute.id)?.iter().any(|one| one.id.uuid() == item),
        DueKind::Quiet => dispute.id.uuid() == item,
    })
}
