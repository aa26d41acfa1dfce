//! Days: promises due before they were made, and things said to have happened in the future.
//!
//! Days that are planned, due or expected may lie in the future; that is what they are for.

use chrono::NaiveDate;

use super::findings::Findings;
use super::problem::{ProblemCode, Record};
use crate::{Attachment, Claim, Dispute, Event, Promise, Remedy};

pub(super) fn dispute(dispute: &Dispute, today: NaiveDate, findings: &mut Findings) {
    let record = Record::Dispute(dispute.id);
    findings.happened(record, "opened_on", dispute.opened_on, today);
    findings.happened(record, "closed_on", dispute.closed_on, today);
    findings.happened(record, "subject.bought_on", dispute.subject.bought_on, today);
    for of_dispute in &dispute.claims {
        claim(of_dispute, today, findings);
    }
    for issue in &dispute.issues {
        findings.happened(Record::Issue(issue.id), "replied_on", issue.replied_on, today);
    }
    for of_dispute in &dispute.promises {
        promise(of_dispute, today, findings);
    }
    for offer in &dispute.offers {
        findings.happened(Record::Offer(offer.id), "on", offer.on, today);
        findings.happened(Record::Offer(offer.id), "answered_on", offer.answered_on, today);
    }
    for rung in &dispute.rungs {
        findings.happened(Record::Rung(rung.id), "reached_on", rung.reached_on, today);
    }
    for help in &dispute.advocates {
        findings.happened(Record::Advocacy(help.id), "on", help.on, today);
        findings.happened(Record::Advocacy(help.id), "thanked_on", help.thanked_on, today);
    }
    for of_dispute in &dispute.remedies {
        remedy(of_dispute, today, findings);
    }
    for step in &dispute.next_steps {
        findings.happened(Record::NextStep(step.id), "done_on", step.done_on, today);
    }
}

fn claim(claim: &Claim, today: NaiveDate, findings: &mut Findings) {
    findings.happened(Record::Claim(claim.id), "arose_on", claim.arose_on, today);
    for movement in &claim.movements {
        findings.happened(Record::Movement(claim.id, movement.id), "on", movement.on, today);
    }
}

fn promise(promise: &Promise, today: NaiveDate, findings: &mut Findings) {
    let record = Record::Promise(promise.id);
    let made_on = promise.made_on;
    if let Some(due_on) = promise.due_on.filter(|due_on| *due_on < made_on) {
        findings.add(record, "due_on", ProblemCode::PromiseDueBeforeMade { made_on, due_on });
    }
    findings.happened(record, "made_on", made_on, today);
    findings.happened(record, "outcome_on", promise.outcome_on, today);
}

fn remedy(remedy: &Remedy, today: NaiveDate, findings: &mut Findings) {
    let record = Record::Remedy(remedy.id);
    findings.happened(record, "agreed_on", remedy.agreed_on, today);
    findings.happened(record, "delivered_on", remedy.delivered_on, today);
    findings.happened(record, "satisfied_on", remedy.satisfied_on, today);
    for check in &remedy.checks {
        findings.happened(Record::Check(remedy.id, check.id), "done_on", check.done_on, today);
    }
}

pub(super) fn event(event: &Event, today: NaiveDate, findings: &mut Findings) {
    findings.happened(Record::Event(event.id), "at", event.time.at.day(), today);
}

pub(super) fn attachment(attachment: &Attachment, today: NaiveDate, findings: &mut Findings) {
    let bears = attachment.dated.map(|time| time.at.day());
    findings.happened(Record::Attachment(attachment.id), "at", bears, today);
}
