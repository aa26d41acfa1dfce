//! Remedies and the looks at whether they hold.

use holdfast_domain as domain;
use holdfast_domain::{MovementKind, OfferAnswer, OfferId, RemedyId};
use holdfast_store::DisputeScope;

use crate::clock::new_id;
use crate::directory::Directory;
use crate::edit::place;
use crate::error::{not_found, refused};
use crate::view::Lens;
use crate::wire::{self, AppError, CheckResult, Done, RemedyBoard};
use crate::{App, from_wire};

impl App {
    /// All remedies with their statuses, those with a look due first, then by the next look.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn remedies(&self) -> Result<RemedyBoard, AppError> {
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let disputes = reader.disputes_where(DisputeScope::All)?;
            let mut remedies: Vec<_> = disputes
                .iter()
                .flat_map(|dispute| {
                    let agreed = dispute.remedies.iter().filter(|remedy| remedy.agreed_on <= on);
                    agreed.map(|remedy| lens.remedy(dispute, remedy)).collect::<Vec<_>>()
                })
                .collect();
            remedies.sort_by(|one, other| {
                let key = |view: &wire::RemedyView| {
                    let next = view.next_check.as_ref().map(|check| check.due_on.clone());
                    (next.is_none(), next)
                };
                key(one).cmp(&key(other))
            });
            Ok(RemedyBoard { remedies })
        })
    }

    /// Adds a remedy or changes it; its checks stay. `first_check_on` plans a look at a new one.
    /// `accepts` answers the offer that became this remedy, so that both are one action.
    ///
    /// # Errors
    /// As [`App::save_party`]; `NotFound` where the dispute has no such offer.
    pub fn save_remedy(
        &self,
        dispute: &str,
        form: &wire::Remedy,
        first_check_on: Option<&str>,
        accepts: Option<&wire::Acceptance>,
    ) -> Result<Done, AppError> {
        let first_check_on = from_wire::day_option("firstCheckOn", first_check_on)?;
        self.change_several(dispute, "save_remedy", &form.what, |dispute, _| {
            let mut remedy = from_wire::remedy(form)?;
            if let Some(known) = dispute.remedies.iter_mut().find(|known| known.id == remedy.id) {
                remedy.checks = std::mem::take(&mut known.checks);
            }
            remedy.checks.extend(first_check_on.map(planned));
            let touched = remedy.id.uuid();
            place(&mut dispute.remedies, remedy, |known| known.id.uuid());
            let answered = accepts.map(|accepted| accept(dispute, accepted)).transpose()?;
            Ok((touched, answered.map(OfferId::uuid)))
        })
    }

    /// Plans a look, or changes one.
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
        self.change_dispute(dispute, "save_check", "", |dispute, _| {
            let check = from_wire::check(form)?;
            let touched = check.id.uuid();
            let of = dispute.remedies.iter_mut().find(|known| known.id == remedy);
            place(&mut of.ok_or_else(not_found)?.checks, check, |known| known.id.uuid());
            Ok(touched)
        })
    }

    /// Answers “does it still hold?”: marks the look as done, plans the next one, and where money
    /// was taken back writes that down too, so that what is owed follows.
    ///
    /// # Errors
    /// As [`App::save_party`]; `takenBack` is refused where the remedy settled no claim.
    pub fn answer_check(&self, answer: &wire::CheckAnswer) -> Result<Done, AppError> {
        let on = from_wire::day("on", &answer.on)?;
        let next_on = from_wire::day_option("nextOn", answer.next_on.as_deref())?;
        let taken_back = from_wire::money_option("takenBack", answer.taken_back.as_ref())?;
        let remedy_id: RemedyId = from_wire::id("remedy", &answer.remedy)?;
        self.change_dispute(&answer.dispute, "answer_check", "", |dispute, _| {
            let remedy = dispute
                .remedies
                .iter_mut()
                .find(|known| known.id == remedy_id)
                .ok_or_else(not_found)?;
            let known = from_wire::id_option("check", answer.check.as_deref())?;
            let planned_on =
                remedy.checks.iter().find(|check| Some(check.id) == known).map(|it| it.due_on);
            let done = domain::Check {
                id: known.unwrap_or_else(new_id),
                due_on: planned_on.unwrap_or(on),
                done_on: Some(on),
                result: Some(answer.result.into()),
                note: from_wire::line_option(answer.note.as_deref()),
            };
            let touched = done.id.uuid();
            place(&mut remedy.checks, done, |known| known.id.uuid());
            // A look that is already planned for later is enough; a second one would only nag.
            let has_next = remedy.checks.iter().any(|check| check.done_on.is_none());
            if answer.result != CheckResult::DoesNotHold && !has_next {
                remedy.checks.extend(next_on.map(planned));
            }
            if let Some(amount) = taken_back {
                let claim = remedy.claim;
                let claim = dispute.claims.iter_mut().find(|known| Some(known.id) == claim);
                let claim = claim.ok_or_else(|| refused("takenBack", "no_claim", []))?;
                claim.movements.push(domain::Movement {
                    id: new_id(),
                    kind: MovementKind::Reversed,
                    amount,
                    on,
                    reference: None,
                    remedy: Some(remedy_id),
                });
            }
            Ok(touched)
        })
    }
}

/// Answers an offer of this dispute with yes.
fn accept(dispute: &mut domain::Dispute, accepted: &wire::Acceptance) -> Result<OfferId, AppError> {
    let id: OfferId = from_wire::id("offer", &accepted.offer)?;
    let offer = dispute.offers.iter_mut().find(|known| known.id == id).ok_or_else(not_found)?;
    offer.answer = Some(OfferAnswer::Accepted);
    offer.answered_on = Some(from_wire::day("answeredOn", &accepted.on)?);
    Ok(id)
}

/// A look that is still to come.
fn planned(due_on: domain::NaiveDate) -> domain::Check {
    domain::Check { id: new_id(), due_on, done_on: None, result: None, note: None }
}
