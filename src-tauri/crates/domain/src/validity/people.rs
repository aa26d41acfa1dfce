//! People and vendors: their own records, and whether people belong to the dispute.

use super::findings::Findings;
use super::problem::{Problem, ProblemCode, Record};
use crate::rules::parties::vendor_of_contact;
use crate::text::{LINE, NAME};
use crate::{Contact, ContactId, Dispute, Event, Member, Party, Vendor};

/// What is wrong with the name that the household calls itself by.
pub fn household_name(name: &str) -> Vec<Problem> {
    let mut findings = Findings::default();
    findings.required(Record::Household, "name", name, NAME);
    findings.into_problems()
}

/// What is wrong with a member.
pub fn member_problems(member: &Member) -> Vec<Problem> {
    let mut findings = Findings::default();
    let record = Record::Member(member.id);
    findings.required(record, "name", &member.name, NAME);
    findings.optional(record, "address", &member.address, LINE);
    findings.optional(record, "email", &member.email, LINE);
    findings.optional(record, "phone", &member.phone, LINE);
    findings.into_problems()
}

/// What is wrong with a vendor and its channels.
pub fn vendor_problems(vendor: &Vendor) -> Vec<Problem> {
    let mut findings = Findings::default();
    let record = Record::Vendor(vendor.id);
    findings.required(record, "name", &vendor.name, NAME);
    findings.optional(record, "address", &vendor.address, LINE);
    findings.optional(record, "country", &vendor.country, NAME);
    findings.optional(record, "known_as", &vendor.known_as, NAME);
    for channel in &vendor.channels {
        let record = Record::Channel(vendor.id, channel.id);
        findings.required(record, "value", &channel.value, LINE);
        findings.optional(record, "label", &channel.label, LINE);
    }
    findings.into_problems()
}

/// What is wrong with a person at a vendor.
pub fn contact_problems(contact: &Contact) -> Vec<Problem> {
    let mut findings = Findings::default();
    let record = Record::Contact(contact.id);
    findings.required(record, "name", &contact.name, NAME);
    findings.optional(record, "job", &contact.job, NAME);
    findings.optional(record, "department", &contact.department, NAME);
    findings.optional(record, "phone", &contact.phone, LINE);
    findings.optional(record, "email", &contact.email, LINE);
    findings.into_problems()
}

/// Warns of people who work at none of the parties, and of remedies that leave open who agreed, who
/// owes them and what they settle.
pub(super) fn dispute(dispute: &Dispute, contacts: &[Contact], findings: &mut Findings) {
    let belonging = Belonging { parties: &dispute.parties, contacts };
    for promise in &dispute.promises {
        belonging.check(Record::Promise(promise.id), "by", promise.by, findings);
    }
    for offer in &dispute.offers {
        belonging.check(Record::Offer(offer.id), "by", offer.by, findings);
    }
    for rung in &dispute.rungs {
        belonging.check(Record::Rung(rung.id), "contact", rung.contact, findings);
    }
    for help in &dispute.advocates {
        belonging.check(Record::Advocacy(help.id), "contact", Some(help.contact), findings);
    }
    for remedy in &dispute.remedies {
        let record = Record::Remedy(remedy.id);
        belonging.check(record, "by", remedy.by, findings);
        if remedy.by.is_none() {
            findings.add(record, "by", ProblemCode::RemedyWithoutPerson);
        }
        if remedy.vendor.is_none() {
            findings.add(record, "vendor", ProblemCode::RemedyWithoutVendor);
        }
        if remedy.claim.is_none() {
            findings.add(record, "claim", ProblemCode::RemedyWithoutClaim);
        }
    }
    for step in &dispute.next_steps {
        belonging.check(Record::NextStep(step.id), "contact", step.contact, findings);
    }
}

pub(super) fn event(
    event: &Event,
    parties: &[Party],
    contacts: &[Contact],
    findings: &mut Findings,
) {
    let belonging = Belonging { parties, contacts };
    for contact in &event.contacts {
        belonging.check(Record::Event(event.id), "contacts", Some(*contact), findings);
    }
    for fact in &event.facts {
        let record = Record::Fact(event.id, fact.id);
        belonging.check(record, "acknowledged_by", fact.acknowledged_by, findings);
    }
}

/// The vendors of a dispute and the people that are known.
struct Belonging<'a> {
    parties: &'a [Party],
    contacts: &'a [Contact],
}

impl Belonging<'_> {
    fn check(
        &self,
        record: Record,
        field: &'static str,
        person: Option<ContactId>,
        findings: &mut Findings,
    ) {
        let known = person.and_then(|contact| {
            vendor_of_contact(contact, self.contacts).map(|vendor| (contact, vendor))
        });
        if let Some((contact, vendor)) = known
            && !self.parties.iter().any(|party| party.vendor == vendor)
        {
            findings.add(record, field, ProblemCode::ContactNotOfParty { contact, vendor });
        }
    }
}
