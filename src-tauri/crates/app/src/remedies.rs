//! Remedies: their board, their plans, and saving them.

pub(crate) mod answers;

use std::cmp::Reverse;

use holdfast_domain as domain;
use holdfast_domain::rules::remedy;
use holdfast_domain::rules::state;
use holdfast_domain::{Dispute, NaiveDate, OfferAnswer, OfferId, RemedyId};
use holdfast_store::DisputeScope;

use crate::clock::new_id;
use crate::directory::Directory;
use crate::edit::place;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::Deed;
use crate::wire::{self, AppError, CheckPlan, Done, PlanQuery, RemedyBoard};
use crate::{App, from_wire, to_wire};

/// How many of those that hold the longest are named.
const LONGEST: usize = 3;

impl App {
    /// All remedies with their statuses, those with a look due first, then by the next look.
    ///
    /// # Errors
    /// Only where the store cannot be read, or the sums are too large to be kept exactly.
    pub fn remedies(&self) -> Result<RemedyBoard, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let disputes = reader.disputes_where(DisputeScope::All)?;
            board(&lens, &disputes)
        })
    }

    /// The looks that are proposed for a remedy, counted from its delivery, else from the day on
    /// which it is expected or was agreed, else from today.
    ///
    /// # Errors
    /// `Refused` where a day cannot be read.
    pub fn check_plan(&self, query: &PlanQuery) -> Result<CheckPlan, AppError> {
        let day = |field, text: &Option<String>| from_wire::day_option(field, text.as_deref());
        let from = [
            day("deliveredOn", &query.delivered_on)?,
            day("expectedBy", &query.expected_by)?,
            day("agreedOn", &query.agreed_on)?,
        ];
        let from = from.into_iter().flatten().next().unwrap_or_else(|| self.today_day());
        let plan = remedy::check_plan(query.kind.into(), from, day("endsOn", &query.ends_on)?);
        Ok(CheckPlan {
            looks: plan.looks.into_iter().map(to_wire::day).collect(),
            before_use: plan.before_use,
        })
    }

    /// Adds a remedy or changes it, with what comes along: the looks still to come, what its caveat
    /// asks of the household, and the offer that became it. Looks that were done stay.
    ///
    /// # Errors
    /// As [`App::save_party`]; `NotFound` where the dispute has no such offer, or a look is named
    /// that the remedy does not have or that was done.
    pub fn save_remedy(
        &self,
        dispute: &str,
        form: &wire::Remedy,
        along: &wire::RemedyAlong,
    ) -> Result<Done, AppError> {
        self.change_several(dispute, Deed::SaveRemedy, &form.what, |dispute, _| {
            let mut remedy = from_wire::remedy(form)?;
            if let Some(known) = dispute.remedies.iter_mut().find(|known| known.id == remedy.id) {
                remedy.checks = std::mem::take(&mut known.checks);
            }
            if let Some(looks) = &along.looks {
                remedy.checks = planned_anew(remedy.checks, looks)?;
                // Who plans a look is not satisfied yet.
                remedy.satisfied_on = remedy.satisfied_on.filter(|_| looks.is_empty());
            }
            let mut touched = vec![remedy.id.uuid()];
            place(&mut dispute.remedies, remedy, |known| known.id.uuid());
            if let Some(accepted) = &along.accepts {
                touched.push(accept(dispute, accepted)?.uuid());
            }
            if let Some(step) = &along.step {
                let step = from_wire::next_step(step)?;
                touched.push(step.id.uuid());
                place(&mut dispute.next_steps, step, |known| known.id.uuid());
            }
            Ok(touched)
        })
    }

    /// Plans a look, or changes one. Who plans a look is not satisfied yet.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_check(
        &self,
        dispute: &str,
        remedy: &str,
        form: &wire::Check,
    ) -> Result<Done, AppError> {
        let remedy: RemedyId = from_wire::id("remedy", remedy)?;
        self.change_dispute(dispute, Deed::SaveCheck, "", |dispute, _| {
            let check = from_wire::check(form)?;
            let touched = check.id.uuid();
            let of = dispute.remedies.iter_mut().find(|known| known.id == remedy);
            let of = of.ok_or_else(not_found)?;
            if check.done_on.is_none() {
                of.satisfied_on = None;
            }
            place(&mut of.checks, check, |known| known.id.uuid());
            Ok(touched)
        })
    }
}

fn board(lens: &Lens<'_>, disputes: &[Dispute]) -> Result<RemedyBoard, AppError> {
    let on = lens.on;
    let mut all: Vec<(&Dispute, &domain::Remedy)> = disputes
        .iter()
        .flat_map(|dispute| dispute.remedies.iter().map(move |remedy| (dispute, remedy)))
        .filter(|(_, of)| remedy::is_agreed(of, on))
        .collect();
    let next = |(dispute, of): &(&Dispute, &domain::Remedy)| {
        let next = remedy::next_check(of, &dispute.claims, on).map(|check| check.due_on);
        (next.is_none(), next)
    };
    all.sort_by_key(next);
    let due = all.iter().filter_map(|(dispute, of)| {
        let due = remedy::check_due(of, &dispute.claims, on)?;
        (!state::is_closed(dispute, on)).then_some((due.due_on, of.id))
    });
    let reversed = all.iter().filter_map(|(dispute, of)| {
        let day = remedy::reversed_on(of, &dispute.claims, on)?;
        Some((Reverse(day), of.id))
    });
    let held = all
        .iter()
        .filter_map(|(dispute, of)| Some((remedy::held_since(of, &dispute.claims, on)?, of.id)));
    let at_risk = remedy::at_risk(disputes, on)?;
    Ok(RemedyBoard {
        due: by_day(due),
        reversed: by_day(reversed),
        held_longest: by_day(held).into_iter().take(LONGEST).collect(),
        at_risk: at_risk.into_iter().map(to_wire::money).collect(),
        remedies: all.iter().map(|(dispute, of)| lens.remedy(dispute, of)).collect(),
    })
}

/// The ids in the order of their days.
fn by_day<D: Ord>(all: impl Iterator<Item = (D, RemedyId)>) -> Vec<String> {
    let mut all: Vec<_> = all.collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all.into_iter().map(|(_, id)| id.to_string()).collect()
}

/// The looks that were done, and those that are planned now in place of those that were.
fn planned_anew(
    known: Vec<domain::Check>,
    looks: &[wire::PlannedLook],
) -> Result<Vec<domain::Check>, AppError> {
    let (mut all, open): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|check| check.done_on.is_some());
    for look in looks {
        let on = from_wire::day("looks", &look.on)?;
        all.push(match from_wire::id_option("looks", look.id.as_deref())? {
            Some(id) => {
                let known = open.iter().find(|check| check.id == id).ok_or_else(not_found)?;
                domain::Check { due_on: on, ..known.clone() }
            }
            None => planned(on),
        });
    }
    Ok(all)
}

/// Answers an offer of this dispute with yes.
fn accept(dispute: &mut Dispute, accepted: &wire::Acceptance) -> Result<OfferId, AppError> {
    let id: OfferId = from_wire::id("offer", &accepted.offer)?;
    let offer = dispute.offers.iter_mut().find(|known| known.id == id).ok_or_else(not_found)?;
    offer.answer = Some(OfferAnswer::Accepted);
    offer.answered_on = Some(from_wire::day("answeredOn", &accepted.on)?);
    Ok(id)
}

/// A look that is still to come.
pub(crate) fn planned(due_on: NaiveDate) -> domain::Check {
    domain::Check { id: new_id(), due_on, done_on: None, result: None, note: None }
}

/// The remedy of that id.
pub(crate) fn remedy_of(
    dispute: &mut Dispute,
    id: RemedyId,
) -> Result<&mut domain::Remedy, AppError> {
    dispute.remedies.iter_mut().find(|known| known.id == id).ok_or_else(not_found)
}
