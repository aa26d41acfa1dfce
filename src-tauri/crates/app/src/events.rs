//! Events, and the call that is written down while it goes on.

use holdfast_domain as domain;
use holdfast_domain::{ContactId, Dispute, Event, EventId, FactStatus, VendorId};
use holdfast_store::Writer;

use crate::clock::new_id;
use crate::edit::{Choices, place};
use crate::error::not_found;
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{App, call_sheet, from_wire};

impl App {
    /// Adds an event or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_event(&self, form: &wire::Event) -> Result<Done, AppError> {
        let today = self.today_day();
        self.change(Deed::SaveEvent, "", |writer| {
            let event = from_wire::event(form)?;
            let dispute = writer.dispute(event.dispute)?.ok_or_else(not_found)?;
            let mut touched: Vec<_> = event.facts.iter().map(|fact| fact.id.uuid()).collect();
            touched.push(event.id.uuid());
            let id = event.id.to_string();
            let warnings = writer.put_checked(&dispute, &[event], today, Some(&touched))?;
            Ok((Some(id), warnings))
        })
    }

    /// Writes down a call with all that follows from it, as one action.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn log_call(&self, call: &wire::Call) -> Result<Done, AppError> {
        let today = self.today_day();
        self.change(Deed::LogCall, "", |writer| {
            let id = from_wire::id("dispute", &call.dispute)?;
            let mut dispute = writer.dispute(id)?.ok_or_else(not_found)?;
            let before = dispute.clone();
            let event = event_of(writer, &mut dispute, call)?;
            what_follows(writer, &mut dispute, call, &event)?;
            let (person, day) = (event.contacts.first().copied(), event.time.at.day());
            let line = call_sheet::Line { vendor: event.vendor, person, day };
            call_sheet::keep(writer, &mut dispute, &call.answers, &line)?;
            let touched = touched(&before, &dispute, &event);
            let id = event.id.to_string();
            let warnings = writer.put_checked(&dispute, &[event], today, Some(&touched))?;
            Ok((Some(id), warnings))
        })
    }
}

/// The event itself, with the vendor and the people made where they are new.
fn event_of(
    writer: &mut Writer<'_>,
    dispute: &mut Dispute,
    call: &wire::Call,
) -> Result<Event, AppError> {
    let chosen =
        call.vendor.as_ref().map(|choice| writer.choose_vendor(dispute, choice)).transpose()?;
    let contacts = call
        .people
        .iter()
        .filter(|person| person.id.is_some() || !person.name.trim().is_empty())
        .map(|person| writer.choose_person(chosen, person))
        .collect::<Result<Vec<ContactId>, _>>()?;
    let first = contacts.first().copied();
    let mut facts: Vec<domain::Fact> = call
        .facts
        .iter()
        .filter(|fact| !fact.text.trim().is_empty())
        .map(|fact| domain::Fact {
            id: new_id(),
            text: from_wire::line(&fact.text),
            status: FactStatus::from(fact.status),
            acknowledged_by: first.filter(|_| fact.acknowledged),
        })
        .collect();
    facts.extend(call_sheet::facts(&call.answers));
    Ok(Event {
        id: new_id::<EventId>(),
        dispute: dispute.id,
        time: domain::EventTime {
            at: from_wire::occurred("at", &call.at)?,
            precision: call.precision.into(),
        },
        channel: call.channel.into(),
        direction: call.direction.into(),
        vendor: chosen,
        contacts,
        answered: call.answered,
        waited_minutes: call.waited_minutes,
        minutes: call.minutes,
        facts,
        note: from_wire::line_option(call.note.as_deref()),
    })
}

/// Promises, steps, help, the rung and the sums that came of the call.
fn what_follows(
    writer: &mut Writer<'_>,
    dispute: &mut Dispute,
    call: &wire::Call,
    event: &Event,
) -> Result<(), AppError> {
    let day = event.time.at.day();
    let first = event.contacts.first().copied();
    for promise in call.promises.iter().filter(|promise| !promise.what.trim().is_empty()) {
        dispute.promises.push(domain::Promise {
            id: new_id(),
            by: first,
            vendor: if first.is_some() { None } else { event.vendor },
            made_on: day,
            what: from_wire::line(&promise.what),
            due_on: from_wire::day_option("promises.dueOn", promise.due_on.as_deref())?,
            outcome: None,
            outcome_on: None,
        });
    }
    for step in call.next_steps.iter().filter(|step| !step.what.trim().is_empty()) {
        let step = from_wire::next_step(step)?;
        place(&mut dispute.next_steps, step, |known| known.id.uuid());
    }
    for step in &call.finished_steps {
        let id: domain::NextStepId = from_wire::id("finishedSteps", step)?;
        let step = dispute.next_steps.iter_mut().find(|known| known.id == id);
        step.ok_or_else(not_found)?.done_on = Some(day);
    }
    if let (Some(contact), Some(did)) = (first, from_wire::line_option(call.helped.as_deref())) {
        dispute.advocates.push(domain::Advocacy {
            id: new_id(),
            contact,
            on: day,
            did,
            thanked_on: None,
            may_quote: false,
        });
    }
    if let Some(reason) = from_wire::line_option(call.climbed_because.as_deref()) {
        dispute.rungs.push(domain::Rung {
            id: new_id(),
            contact: first,
            vendor: if first.is_some() { None } else { event.vendor },
            reached_on: Some(day),
            reason,
            result: None,
        });
    }
    for owing in &call.leaves_owing {
        let vendor: VendorId = writer.choose_vendor(dispute, &owing.vendor)?;
        dispute.claims.push(domain::Claim {
            id: new_id(),
            vendor,
            amount: from_wire::money("leavesOwing.amount", &owing.amount)?,
            reason: from_wire::line(&owing.reason),
            arose_on: day,
            due_on: from_wire::day_option("leavesOwing.dueOn", owing.due_on.as_deref())?,
            because_of: Some(event.id),
            movements: Vec::new(),
        });
    }
    Ok(())
}

/// The ids of all that the call brought, so that only these are looked at by the rules.
fn touched(before: &Dispute, after: &Dispute, event: &Event) -> Vec<uuid::Uuid> {
    let mut ids = vec![event.id.uuid()];
    ids.extend(event.facts.iter().map(|fact| fact.id.uuid()));
    ids.extend(after.promises.iter().skip(before.promises.len()).map(|it| it.id.uuid()));
    ids.extend(after.next_steps.iter().skip(before.next_steps.len()).map(|it| it.id.uuid()));
    ids.extend(after.advocates.iter().skip(before.advocates.len()).map(|it| it.id.uuid()));
    ids.extend(after.rungs.iter().skip(before.rungs.len()).map(|it| it.id.uuid()));
    ids.extend(after.claims.iter().skip(before.claims.len()).map(|it| it.id.uuid()));
    let parties = after.parties.iter().filter(|party| !before.parties.contains(party));
    ids.extend(parties.map(|party| party.id.uuid()));
    ids
}
