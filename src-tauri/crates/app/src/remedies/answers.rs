//! “Does it still hold?”, and what follows from the answer.

use holdfast_domain as domain;
use holdfast_domain::{
    CheckId, CheckResult, Dispute, Money, MovementId, MovementKind, NaiveDate, RemedyId,
};

use super::{planned, remedy_of};
use crate::clock::new_id;
use crate::edit::place;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{App, from_wire};

/// What a look showed, from whatever made one look: a person, or a line of a bank statement.
pub(crate) struct Answer {
    /// Which remedy.
    pub(crate) remedy: RemedyId,
    /// Which planned look it answers; `None` where one looked without having planned to.
    pub(crate) check: Option<CheckId>,
    /// What it showed.
    pub(crate) result: CheckResult,
    /// On which day one looked.
    pub(crate) on: NaiveDate,
    /// A remark for the household.
    pub(crate) note: Option<String>,
    /// What was taken back.
    pub(crate) taken_back: Option<TakenBack>,
    /// When to look again, where no look is planned.
    pub(crate) next_on: Option<NaiveDate>,
}

/// A sum that was taken back.
pub(crate) struct TakenBack {
    /// How much.
    pub(crate) amount: Money,
    /// When.
    pub(crate) on: NaiveDate,
    /// The payment's reference.
    pub(crate) reference: Option<String>,
}

impl App {
    /// Answers “does it still hold?”: marks the look as done, plans a further one where one was
    /// wished for, and where it does not hold opens a closed dispute again and writes down what was
    /// taken back, so that what is owed follows. All of it is one action.
    ///
    /// # Errors
    /// As [`App::save_party`]; `takenBack` is refused where the remedy settled no claim.
    pub fn answer_check(&self, answer: &wire::CheckAnswer) -> Result<Done, AppError> {
        let on = from_wire::day("on", &answer.on)?;
        let taken_back = from_wire::money_option("takenBack", answer.taken_back.as_ref())?;
        let answered = Answer {
            remedy: from_wire::id("remedy", &answer.remedy)?,
            check: from_wire::id_option("check", answer.check.as_deref())?,
            result: answer.result.into(),
            on,
            note: from_wire::line_option(answer.note.as_deref()),
            taken_back: taken_back.map(|amount| TakenBack { amount, on, reference: None }),
            next_on: from_wire::day_option("nextOn", answer.next_on.as_deref())?,
        };
        self.change_several(&answer.dispute, Deed::AnswerCheck, "", |dispute, _| {
            let (check, movement) = apply(dispute, answered)?;
            Ok([Some(check.uuid()), movement.map(MovementId::uuid)].into_iter().flatten().collect())
        })
    }
}

/// Writes the answer into the dispute. Gives the look, and the movement where money was taken back.
pub(crate) fn apply(
    dispute: &mut Dispute,
    answer: Answer,
) -> Result<(CheckId, Option<MovementId>), AppError> {
    let remedy = remedy_of(dispute, answer.remedy)?;
    let claim = remedy.claim;
    let known = remedy.checks.iter().find(|check| Some(check.id) == answer.check);
    if answer.check.is_some() && known.is_none() {
        return Err(not_found());
    }
    let done = domain::Check {
        id: answer.check.unwrap_or_else(new_id),
        due_on: known.map_or(answer.on, |check| check.due_on),
        done_on: Some(answer.on),
        result: Some(answer.result),
        note: answer.note,
    };
    let check = done.id;
    place(&mut remedy.checks, done, |known| known.id.uuid());
    match answer.result {
        CheckResult::Holds | CheckResult::Unclear => {
            // A look that is already planned for later is enough; a second one would only nag.
            if remedy.checks.iter().all(|check| check.done_on.is_some()) {
                remedy.checks.extend(answer.next_on.map(planned));
            }
        }
        CheckResult::DoesNotHold => (dispute.closed_on, dispute.closed_as) = (None, None),
    }
    let Some(back) = answer.taken_back else { return Ok((check, None)) };
    let claim = dispute.claims.iter_mut().find(|known| Some(known.id) == claim);
    let claim = claim.ok_or_else(|| refused("takenBack", "no_claim", []))?;
    let movement = domain::Movement {
        id: new_id(),
        kind: MovementKind::Reversed,
        amount: back.amount,
        on: back.on,
        reference: back.reference,
        remedy: Some(answer.remedy),
    };
    let id = movement.id;
    claim.movements.push(movement);
    Ok((check, Some(id)))
}
