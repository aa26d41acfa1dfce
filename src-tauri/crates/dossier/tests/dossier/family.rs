//! Records to compose case files from, built in a few words.

use std::collections::BTreeMap;

use holdfast_domain::{
    Advocacy, Attachment, Channel, Check, CheckResult, Claim, Contact, ContactId, Currency,
    DateTime, Direction, Dispute, Event, EventTime, Fact, FactStatus, Issue, Member, Money,
    Movement, MovementKind, NextStep, Occurred, Party, Precision, Promise, Remedy, RemedyKind,
    Role, SentLetter, Sha256, Subject, Vendor, VendorId, VendorKind,
};
use uuid::Uuid;

use crate::day;

/// A dispute with everyone whom it concerns.
pub(crate) struct Family {
    last: u128,
    pub(crate) lead: Member,
    pub(crate) dispute: Dispute,
    pub(crate) events: Vec<Event>,
    pub(crate) vendors: Vec<Vendor>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) sent: Vec<SentLetter>,
    pub(crate) page_counts: BTreeMap<Sha256, u32>,
}

pub(crate) fn money(amount: &str, currency: &str) -> Money {
    let currency = Currency::from_code(currency).expect("a currency");
    Money::parse(amount, currency).expect("an amount")
}

impl Family {
    /// A dispute with nothing in it.
    pub(crate) fn empty() -> Self {
        let lead = Member {
            id: Uuid::from_u128(1).into(),
            name: "Ida Marlow".to_owned(),
            address: vec!["4 Fern Street".to_owned(), "Dunmore".to_owned()],
            email: Some("ida@example.org".to_owned()),
            phone: None,
        };
        let dispute = Dispute {
            id: Uuid::from_u128(2).into(),
            title: "The kettle that leaks".to_owned(),
            goal: "A kettle that holds water".to_owned(),
            opened_on: day("2026-02-03"),
            lead: lead.id,
            closed_on: None,
            closed_as: None,
            subject: Subject::default(),
            effect: None,
            parties: Vec::new(),
            claims: Vec::new(),
            issues: Vec::new(),
            promises: Vec::new(),
            offers: Vec::new(),
            rungs: Vec::new(),
            advocates: Vec::new(),
            remedies: Vec::new(),
            next_steps: Vec::new(),
        };
        let nothing = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (events, vendors, contacts, attachments) = nothing;
        let (sent, page_counts) = (Vec::new(), BTreeMap::new());
        Self { last: 100, lead, dispute, events, vendors, contacts, attachments, sent, page_counts }
    }

    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        self.last += 1;
        Uuid::from_u128(self.last).into()
    }

    pub(crate) fn vendor(&mut self, name: &str, kind: VendorKind, roles: &[Role]) -> VendorId {
        let vendor = Vendor {
            id: self.id(),
            name: name.to_owned(),
            kind,
            address: Vec::new(),
            country: None,
            channels: Vec::new(),
            known_as: Vec::new(),
        };
        let id = vendor.id;
        self.vendors.push(vendor);
        let party = Party {
            id: self.id(),
            vendor: id,
            roles: roles.iter().copied().collect(),
            reference: None,
            policy: None,
            rationale: None,
        };
        self.dispute.parties.push(party);
        id
    }

    pub(crate) fn contact(&mut self, vendor: VendorId, name: &str) -> ContactId {
        let contact = Contact {
            id: self.id(),
            vendor,
            name: name.to_owned(),
            job: None,
            department: None,
            phone: None,
            email: None,
            supervisor: None,
        };
        let id = contact.id;
        self.contacts.push(contact);
        id
    }

    pub(crate) fn claim(
        &mut self,
        vendor: VendorId,
        sum: Money,
        reason: &str,
        on: &str,
    ) -> &mut Claim {
        let claim = Claim {
            id: self.id(),
            vendor,
            amount: sum,
            reason: reason.to_owned(),
            arose_on: day(on),
            due_on: None,
            because_of: None,
            movements: Vec::new(),
        };
        self.dispute.claims.push(claim);
        self.dispute.claims.last_mut().expect("it was just added")
    }

    /// A movement of the claim that was added last.
    pub(crate) fn moved(&mut self, kind: MovementKind, sum: Money, on: &str) -> &mut Movement {
        let id = self.id();
        let claim = self.dispute.claims.last_mut().expect("there is a claim");
        claim.movements.push(Movement {
            id,
            kind,
            amount: sum,
            on: day(on),
            reference: None,
            remedy: None,
        });
        claim.movements.last_mut().expect("it was just added")
    }

    /// A call or the like on a day or at an instant, with its facts.
    pub(crate) fn event(
        &mut self,
        at: &str,
        channel: Channel,
        facts: &[(&str, FactStatus)],
    ) -> &mut Event {
        let at =
            DateTime::parse_from_rfc3339(at).map_or_else(|_| Occurred::On(day(at)), Occurred::At);
        let facts = facts
            .iter()
            .map(|(text, status)| Fact {
                id: self.id(),
                text: (*text).to_owned(),
                status: *status,
                acknowledged_by: None,
            })
            .collect();
        let event = Event {
            id: self.id(),
            dispute: self.dispute.id,
            time: EventTime { at, precision: Precision::Exact },
            channel,
            direction: Direction::Out,
            vendor: None,
            contacts: Vec::new(),
            answered: None,
            waited_minutes: None,
            minutes: None,
            facts,
            note: None,
        };
        self.events.push(event);
        self.events.last_mut().expect("it was just added")
    }

    pub(crate) fn issue(&mut self, question: &str) -> &mut Issue {
        let issue = Issue {
            id: self.id(),
            vendor: None,
            question: question.to_owned(),
            term: None,
            source: None,
            facts: Vec::new(),
            reply: None,
            replied_on: None,
            replied_at: None,
            answer: None,
        };
        self.dispute.issues.push(issue);
        self.dispute.issues.last_mut().expect("it was just added")
    }

    pub(crate) fn promise(&mut self, by: ContactId, on: &str, what: &str) -> &mut Promise {
        let promise = Promise {
            id: self.id(),
            by: Some(by),
            vendor: None,
            made_on: day(on),
            what: what.to_owned(),
            due_on: None,
            outcome: None,
            outcome_on: None,
        };
        self.dispute.promises.push(promise);
        self.dispute.promises.last_mut().expect("it was just added")
    }

    pub(crate) fn helped(&mut self, contact: ContactId, on: &str, did: &str, may_quote: bool) {
        let id = self.id();
        self.dispute.advocates.push(Advocacy {
            id,
            contact,
            on: day(on),
            did: did.to_owned(),
            thanked_on: None,
            may_quote,
        });
    }

    pub(crate) fn remedy(&mut self, kind: RemedyKind, on: &str, what: &str) -> &mut Remedy {
        let remedy = Remedy {
            id: self.id(),
            kind,
            by: None,
            vendor: None,
            agreed_on: day(on),
            what: what.to_owned(),
            scope: None,
            caveat: None,
            before_use: None,
            claim: None,
            expected_by: None,
            delivered_on: None,
            ends_on: None,
            satisfied_on: None,
            checks: Vec::new(),
        };
        self.dispute.remedies.push(remedy);
        self.dispute.remedies.last_mut().expect("it was just added")
    }

    pub(crate) fn check(&mut self, due: &str, done: Option<(&str, CheckResult)>, note: &str) {
        let id = self.id();
        let remedy = self.dispute.remedies.last_mut().expect("there is a remedy");
        remedy.checks.push(Check {
            id,
            due_on: day(due),
            done_on: done.map(|(on, _)| day(on)),
            result: done.map(|(_, result)| result),
            note: Some(note.to_owned()),
        });
    }

    pub(crate) fn step(&mut self, on: &str, what: &str, done: Option<&str>) -> &mut NextStep {
        let step = NextStep {
            id: self.id(),
            on: day(on),
            at: None,
            what: what.to_owned(),
            channel: None,
            contact: None,
            done_on: done.map(day),
        };
        self.dispute.next_steps.push(step);
        self.dispute.next_steps.last_mut().expect("it was just added")
    }
}
