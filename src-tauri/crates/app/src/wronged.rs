//! “Were we wronged?”: the questions of the common kinds of problem, and what may follow.
//!
//! What is answered is private: it is kept as a draft and goes into no letter and no dossier. Only
//! what the person takes over, a claim, a vendor's part, a time limit, an issue, is of the record.

mod kept;
mod table;
mod views;

use holdfast_domain::wronged::{Finding, Problem};
use holdfast_domain::{Dispute, DisputeId, Role, Roles, VendorId};

use crate::edit::Choices;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{AppError, Done, FoundClaim, IssueOf, WrongedAnswer, WrongedBoard};
use crate::{App, from_wire};

impl App {
    /// The questions of a dispute, as far as they were answered, and what may follow.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn wronged_board(&self, dispute: &str) -> Result<WrongedBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let kept = self.kept_answers(id)?;
        let on = self.today_day();
        self.read(|reader| views::board(reader, id, &kept, on))
    }

    /// Chooses the problem to be looked at; none leads back to all of them. What was answered stays.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where there is no such problem.
    pub fn choose_problem(
        &self,
        dispute: &str,
        problem: Option<&str>,
    ) -> Result<WrongedBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let mut kept = self.kept_answers(id)?;
        kept.problem = problem.map(known).transpose()?.map(|problem| problem.key.clone());
        self.exists(id)?;
        self.keep_answers(id, &kept)?;
        self.wronged_board(dispute)
    }

    /// Keeps an answer, or takes it back for none.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the question cannot be answered so.
    pub fn answer_question(
        &self,
        dispute: &str,
        problem: &str,
        question: &str,
        answer: Option<&WrongedAnswer>,
    ) -> Result<WrongedBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let problem = known(problem)?;
        let mut asked = problem.questions.iter();
        let asked = asked.find(|it| it.key == question).ok_or_else(|| unknown("question"))?;
        let answer = answer.map(kept::answer).transpose()?;
        if answer.as_ref().is_some_and(|answer| !answer.fits(asked)) {
            return Err(unknown("answer"));
        }
        self.exists(id)?;
        let mut kept = self.kept_answers(id)?;
        kept.problem = Some(problem.key.clone());
        let answers = &mut kept.of.entry(problem.key.clone()).or_default().answers;
        match answer {
            Some(answer) => answers.insert(asked.key.clone(), kept::written(&answer)),
            None => answers.remove(&asked.key),
        };
        self.keep_answers(id, &kept)?;
        self.wronged_board(dispute)
    }

    /// Makes a claim of a finding, as the person completed it. Its vendor, known or new, gets its
    /// part in the dispute with it: one action, one undo.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn save_found_claim(&self, dispute: &str, found: &FoundClaim) -> Result<Done, AppError> {
        let (problem, finding) = known_finding(&found.problem, &found.finding)?;
        let role = finding.whom.role;
        let reason = &found.claim.reason;
        let done = self.change_dispute(dispute, Deed::SaveClaim, reason, |dispute, writer| {
            let vendor = writer.choose_vendor(dispute, &found.vendor)?;
            give_role(dispute, vendor, role);
            let form = crate::wire::Claim { vendor: vendor.to_string(), ..found.claim.clone() };
            let claim = from_wire::claim(&form)?;
            let touched = claim.id.uuid();
            crate::edit::place(&mut dispute.claims, claim, |claim| claim.id.uuid());
            Ok(touched)
        })?;
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        if let Some(claim) = &done.id {
            let mut kept = self.kept_answers(id)?;
            let of = kept.of.entry(problem.key.clone()).or_default();
            of.claims.insert(finding.key.clone(), claim.clone());
            self.keep_answers(id, &kept)?;
        }
        Ok(done)
    }

    /// Notes beside the answers which issue was made of a finding.
    pub(crate) fn keep_found_issue(
        &self,
        dispute: &str,
        found: &IssueOf,
        issue: &str,
    ) -> Result<(), AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let mut kept = self.kept_answers(id)?;
        let of = kept.of.entry(found.problem.clone()).or_default();
        of.issues.insert(found.finding.clone(), issue.to_owned());
        self.keep_answers(id, &kept)
    }

    fn exists(&self, id: DisputeId) -> Result<(), AppError> {
        self.read(|reader| reader.dispute(id)?.map(|_| ()).ok_or_else(not_found))
    }
}

/// The vendor's part says what it has to do with the matter, beside what it said before.
fn give_role(dispute: &mut Dispute, vendor: VendorId, role: Role) {
    for party in dispute.parties.iter_mut().filter(|party| party.vendor == vendor) {
        party.roles = party.roles.iter().chain([role]).collect::<Roles>();
    }
}

fn unknown(field: &str) -> AppError {
    refused(field, "unknown_reference", [])
}

fn known(problem: &str) -> Result<&'static Problem, AppError> {
    table::problem(problem).ok_or_else(|| unknown("problem"))
}

pub(crate) fn known_finding(
    problem: &str,
    finding: &str,
) -> Result<(&'static Problem, &'static Finding), AppError> {
    let problem = known(problem)?;
    let found = problem.findings.iter().find(|it| it.key == finding);
    Ok((problem, found.ok_or_else(|| unknown("finding"))?))
}
