//! Texts: what has to be filled in, and what is too long.

use super::findings::Findings;
use super::problem::Record;
use crate::text::{LINE, PROSE};
use crate::{Attachment, Claim, Dispute, Event, Remedy, Subject};

pub(super) fn dispute(dispute: &Dispute, findings: &mut Findings) {
    let record = Record::Dispute(dispute.id);
    findings.required(record, "title", &dispute.title, LINE);
    findings.required(record, "goal", &dispute.goal, PROSE);
    findings.optional(record, "effect", &dispute.effect, PROSE);
    subject(record, &dispute.subject, findings);
    for party in &dispute.parties {
        let record = Record::Party(party.id);
        findings.optional(record, "reference", &party.reference, LINE);
        findings.optional(record, "policy", &party.policy, PROSE);
        findings.optional(record, "rationale", &party.rationale, PROSE);
    }
    for of_dispute in &dispute.claims {
        claim(of_dispute, findings);
    }
    for issue in &dispute.issues {
        let record = Record::Issue(issue.id);
        findings.required(record, "question", &issue.question, PROSE);
        findings.optional(record, "term", &issue.term, PROSE);
        findings.optional(record, "source", &issue.source, PROSE);
        findings.optional(record, "reply", &issue.reply, PROSE);
    }
    vendors_words(dispute, findings);
    for of_dispute in &dispute.remedies {
        remedy(of_dispute, findings);
    }
    for step in &dispute.next_steps {
        findings.required(Record::NextStep(step.id), "what", &step.what, PROSE);
    }
}

fn subject(record: Record, subject: &Subject, findings: &mut Findings) {
    findings.optional(record, "subject.what", &subject.what, PROSE);
    findings.optional(record, "subject.where", &subject.place, LINE);
    findings.optional(record, "subject.paid_by", &subject.paid_by, LINE);
    findings.optional(record, "subject.order", &subject.order, LINE);
    findings.optional(record, "subject.account", &subject.account, LINE);
    findings.optional(record, "subject.model", &subject.model, LINE);
    findings.optional(record, "subject.serial", &subject.serial, LINE);
}

fn claim(claim: &Claim, findings: &mut Findings) {
    findings.required(Record::Claim(claim.id), "for", &claim.reason, PROSE);
    for movement in &claim.movements {
        let record = Record::Movement(claim.id, movement.id);
        findings.optional(record, "reference", &movement.reference, LINE);
    }
}

/// What vendors and their people promised, offered, answered and did.
fn vendors_words(dispute: &Dispute, findings: &mut Findings) {
    for promise in &dispute.promises {
        findings.required(Record::Promise(promise.id), "what", &promise.what, PROSE);
    }
    for offer in &dispute.offers {
        findings.required(Record::Offer(offer.id), "terms", &offer.terms, PROSE);
    }
    for rung in &dispute.rungs {
        findings.required(Record::Rung(rung.id), "reason", &rung.reason, PROSE);
        findings.optional(Record::Rung(rung.id), "result", &rung.result, PROSE);
    }
    for help in &dispute.advocates {
        findings.required(Record::Advocacy(help.id), "did", &help.did, PROSE);
    }
}

fn remedy(remedy: &Remedy, findings: &mut Findings) {
    let record = Record::Remedy(remedy.id);
    findings.required(record, "what", &remedy.what, PROSE);
    findings.optional(record, "scope", &remedy.scope, PROSE);
    findings.optional(record, "caveat", &remedy.caveat, PROSE);
    findings.optional(record, "before_use", &remedy.before_use, PROSE);
    for check in &remedy.checks {
        findings.optional(Record::Check(remedy.id, check.id), "note", &check.note, PROSE);
    }
}

pub(super) fn event(event: &Event, findings: &mut Findings) {
    findings.optional(Record::Event(event.id), "note", &event.note, PROSE);
    for fact in &event.facts {
        findings.required(Record::Fact(event.id, fact.id), "text", &fact.text, PROSE);
    }
}

/// Names of files come from elsewhere and are made fit to be shown when they are added.
pub(super) fn attachment(attachment: &Attachment, findings: &mut Findings) {
    let record = Record::Attachment(attachment.id);
    findings.optional(record, "caption", &attachment.caption, LINE);
    findings.optional(record, "obtained", &attachment.obtained, LINE);
    findings.optional(record, "author", &attachment.author, LINE);
    for citation in &attachment.citations {
        let record = Record::Citation(attachment.id, citation.id);
        findings.optional(record, "place", &citation.place, LINE);
    }
}
