//! Issues: what is in question in a dispute, what may be put down as such, and writing it down.

use holdfast_domain::rules::issue;
use holdfast_domain::{Dispute, DisputeId, Event, Fact, Issue};
use holdfast_store::{Reader, Writer};

use crate::directory::Directory;
use crate::disputes::in_a_few_words;
use crate::error::{not_found, refused};
use crate::view::Lens;
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, IssueBoard, IssueFact, IssueOf, IssueView};
use crate::{App, from_wire, to_wire};

impl App {
    /// What is in question in a dispute, as it stands today.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn issues(&self, dispute: &str) -> Result<IssueBoard, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let events = reader.events_in_question(id)?;
            let proposals = issue::not_put_down(&dispute.issues, &events);
            let issues = dispute.issues.iter().map(|of| view(reader, &lens, of, &events));
            Ok(IssueBoard {
                issues: issues.collect::<Result<_, AppError>>()?,
                proposals: proposals.iter().map(|(event, of)| fact(&lens, event, of)).collect(),
            })
        })
    }

    /// Puts down what is in question, or changes it. A reply without a day has the day of its event.
    /// Where it is made of a finding of “Were we wronged?”, that is kept beside the answers.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way: what is missing, and facts or
    /// an event of another dispute.
    pub fn save_issue(
        &self,
        dispute: &str,
        form: &wire::Issue,
        of: Option<&IssueOf>,
    ) -> Result<Done, AppError> {
        of.map(|of| crate::wronged::known_finding(&of.problem, &of.finding)).transpose()?;
        let done =
            self.change_dispute(dispute, Deed::SaveIssue, &form.question, |dispute, writer| {
                let mut issue = from_wire::issue(form)?;
                rests_within(writer, dispute, &issue)?;
                if let Some(event) = issue.replied_at {
                    let its = writer.event(event)?.filter(|event| event.dispute == dispute.id);
                    let its = its.ok_or_else(|| refused("repliedAt", "unknown_reference", []))?;
                    issue.replied_on = issue.replied_on.or(Some(its.time.at.day()));
                }
                if let Some(vendor) = issue.vendor {
                    crate::edit::join(dispute, vendor);
                }
                let touched = issue.id.uuid();
                crate::edit::place(&mut dispute.issues, issue, |known| known.id.uuid());
                Ok(touched)
            })?;
        if let (Some(of), Some(issue)) = (of, &done.id) {
            self.keep_found_issue(dispute, of, issue)?;
        }
        Ok(done)
    }
}

/// That the facts are in sight, and of the same dispute.
fn rests_within(writer: &Writer<'_>, dispute: &Dispute, issue: &Issue) -> Result<(), AppError> {
    for fact in &issue.facts {
        let event = writer.event_of_fact(*fact)?.filter(|event| event.dispute == dispute.id);
        event.ok_or_else(|| refused("facts", "unknown_reference", []))?;
    }
    Ok(())
}

fn view(
    reader: &Reader,
    lens: &Lens<'_>,
    of: &Issue,
    events: &[Event],
) -> Result<IssueView, AppError> {
    let named = |event: &Event| {
        let facts = event.facts.iter().filter(|fact| of.facts.contains(&fact.id));
        facts.map(|it| fact(lens, event, it)).collect::<Vec<_>>()
    };
    let replied_at = of.replied_at.map(|event| reader.event(event)).transpose()?.flatten();
    Ok(IssueView {
        issue: to_wire::issue(of),
        standing: issue::issue_standing(of, lens.on).into(),
        replied: issue::is_replied_to(of, lens.on),
        vendor: of.vendor.map(|vendor| lens.names.vendor(vendor)),
        facts: events.iter().flat_map(named).collect(),
        replied_at: replied_at.as_ref().map(in_a_few_words),
    })
}

fn fact(lens: &Lens<'_>, event: &Event, fact: &Fact) -> IssueFact {
    IssueFact {
        id: fact.id.to_string(),
        event: event.id.to_string(),
        on: to_wire::day(event.time.at.day()),
        text: fact.text.clone(),
        status: fact.status.into(),
        vendor: lens.names.vendor_behind(event.vendor, event.contacts.first().copied()),
    }
}
