//! What the record refuses, and what it accepts with a warning because it looks like a slip.
//!
//! One set of rules, from the household file's reference, serves import and forms alike. Each
//! problem says where it lies by record and field, so that an importer can name the place in its
//! file and a form the field on the screen. Whether references lead anywhere and words belong to
//! their vocabularies is settled before: ids and enums have no room for such mistakes.

mod days;
mod findings;
mod people;
mod problem;
mod sums;
mod texts;

pub use people::{contact_problems, household_name, member_problems, vendor_problems};
pub use problem::{Place, Problem, ProblemCode, Record, Severity};

use chrono::NaiveDate;
use findings::Findings;

use crate::{Attachment, Contact, Dispute, Event, Party, text};

/// Everything that is wrong or odd in a dispute and its events, dispute first, in the order of
/// entry. `contacts` are all that it refers to; those it lacks are not judged. `today` decides which
/// days lie in the future.
pub fn problems(
    dispute: &Dispute,
    events: &[Event],
    contacts: &[Contact],
    today: NaiveDate,
) -> Vec<Problem> {
    let mut findings = Findings::default();
    texts::dispute(dispute, &mut findings);
    sums::dispute(dispute, &mut findings);
    days::dispute(dispute, today, &mut findings);
    people::dispute(dispute, contacts, &mut findings);
    let mut problems = findings.into_problems();
    for event in events {
        problems.extend(event_problems(event, &dispute.parties, contacts, today));
    }
    problems
}

/// The same for one event of a dispute with these parties.
pub fn event_problems(
    event: &Event,
    parties: &[Party],
    contacts: &[Contact],
    today: NaiveDate,
) -> Vec<Problem> {
    let mut findings = Findings::default();
    texts::event(event, &mut findings);
    days::event(event, today, &mut findings);
    people::event(event, parties, contacts, &mut findings);
    findings.into_problems()
}

/// Whether the problems hold one for which the record is refused.
pub fn is_refused(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Refused)
}

/// Whether a name of a member, household, vendor or contact is accepted: not empty, no control
/// characters, at most [`text::NAME`] characters.
///
/// # Errors
/// What is wrong with it.
pub fn name(value: &str) -> Result<(), ProblemCode> {
    text::check_required(value, text::NAME).map_err(ProblemCode::from)
}

/// Everything that is wrong or odd in what is said about a piece of evidence. `today` decides which
/// days lie in the future.
pub fn attachment_problems(attachment: &Attachment, today: NaiveDate) -> Vec<Problem> {
    let mut findings = Findings::default();
    texts::attachment(attachment, &mut findings);
    days::attachment(attachment, today, &mut findings);
    findings.into_problems()
}
