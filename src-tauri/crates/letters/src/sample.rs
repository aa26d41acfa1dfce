//! Two records on which a household's template is tried: one with something everywhere, and one
//! with nothing but names.

use chrono::{DateTime, NaiveDate};
use holdfast_domain::rules::{Cadence, Pace};
use holdfast_domain::{
    Advocacy, Attachment, Channel, Claim, Contact, Currency, Direction, Dispute, Event, EventTime,
    Fact, FactStatus, Letter, LetterKind, LetterTone, Member, Money, Movement, MovementKind,
    Occurred, Offer, OfferAnswer, Party, Precision, Promise, PromiseOutcome, Remedy, RemedyKind,
    Role, Rung, SentLetter, Sha256, Vendor, VendorKind,
};
use uuid::Uuid;

use crate::recipient::Recipient;
use crate::{Case, prepare};

/// A record to try a template on.
pub(crate) struct Sample {
    member: Member,
    dispute: Dispute,
    events: Vec<Event>,
    vendors: Vec<Vendor>,
    contacts: Vec<Contact>,
    attachments: Vec<Attachment>,
    sent: Vec<SentLetter>,
}

/// The day on which the template is tried.
pub(crate) const ON: NaiveDate = day(160);

/// A day of 2026. The calendar has 365 of them, and each number here is one.
const fn day(number: u32) -> NaiveDate {
    match NaiveDate::from_yo_opt(2026, number) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn money(minor: i64) -> Option<Money> {
    Money::new(minor, Currency::from_code("USD").ok()?).ok()
}

impl Sample {
    /// Nothing but names.
    pub(crate) fn empty() -> Self {
        let member = Member {
            id: id(1),
            name: "Ida Marlow".to_owned(),
            address: Vec::new(),
            email: None,
            phone: None,
        };
        let dispute = Dispute::new(id(2), "A kettle".to_owned(), String::new(), day(34), member.id);
        let vendor = |number, name: &str| Vendor {
            id: id(number),
            name: name.to_owned(),
            kind: VendorKind::Shop,
            address: Vec::new(),
            country: None,
            channels: Vec::new(),
            known_as: Vec::new(),
        };
        Self {
            member,
            dispute,
            events: Vec::new(),
            vendors: vec![vendor(3, "Copper & Pine"), vendor(4, "Lantern Card")],
            contacts: Vec::new(),
            attachments: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// Something everywhere.
    pub(crate) fn full() -> Self {
        let mut sample = Self::empty();
        sample.people();
        sample.matter();
        sample.call();
        sample.undertakings();
        sample.ladder();
        sample.letters();
        sample
    }

    fn people(&mut self) {
        let contact = |number, name: &str, supervisor| Contact {
            id: id(number),
            vendor: id(3),
            name: name.to_owned(),
            job: text("Adviser"),
            department: None,
            phone: None,
            email: text("desk@copperpine.example"),
            supervisor,
        };
        self.contacts =
            vec![contact(10, "Nora Finch", Some(id(11))), contact(11, "Joe Park", None)];
        self.member.address = vec!["4 Fern Street".to_owned(), "Dunmore".to_owned()];
        self.member.email = text("ida@example.org");
        self.vendors[0].address = vec!["9 Mill Road".to_owned(), "Dunmore".to_owned()];
    }

    fn matter(&mut self) {
        let party = |number, vendor, role: Role| Party {
            id: id(number),
            vendor: id(vendor),
            roles: [role].into_iter().collect(),
            reference: text("CP-881"),
            policy: text("Leaks are covered for thirty days"),
            rationale: text("The kettle left the shop whole"),
        };
        let dispute = &mut self.dispute;
        dispute.goal = "A kettle that holds water".to_owned();
        dispute.effect = text("No tea for a week");
        dispute.parties = vec![party(20, 3, Role::MustRemedy), party(21, 4, Role::CausedIt)];
        let subject = &mut dispute.subject;
        subject.what = text("Kettle of two litres");
        subject.bought_on = Some(day(15));
        subject.place = text("Dunmore branch");
        subject.price = money(5_990);
        subject.paid_by = text("Card");
        (subject.order, subject.account) = (text("ORD-12"), text("000123454471"));
        (subject.model, subject.serial) = (text("K2"), text("SN-9"));
        let moved = |number, kind, on, sum| {
            let amount = money(sum)?;
            let reference = text("T-7");
            Some(Movement { id: id(number), kind, amount, on: day(on), reference, remedy: None })
        };
        let movements = [
            moved(31, MovementKind::Received, 60, 5_990),
            moved(32, MovementKind::Reversed, 91, 1_000),
        ];
        dispute.claims.extend(money(5_990).map(|amount| Claim {
            id: id(30),
            vendor: id(3),
            amount,
            reason: "The price of the kettle".to_owned(),
            arose_on: day(34),
            due_on: Some(day(69)),
            because_of: Some(id(40)),
            movements: movements.into_iter().flatten().collect(),
        }));
    }

    fn call(&mut self) {
        self.events.push(Event {
            id: id(40),
            dispute: id(2),
            time: EventTime { at: Occurred::On(day(34)), precision: Precision::Exact },
            channel: Channel::Phone,
            direction: Direction::Out,
            vendor: None,
            contacts: vec![id(10)],
            answered: Some(true),
            waited_minutes: None,
            minutes: None,
            facts: vec![Fact {
                id: id(41),
                text: "The kettle leaks at the seam.".to_owned(),
                status: FactStatus::Undisputed,
                acknowledged_by: Some(id(10)),
            }],
            note: None,
        });
        self.attachments.push(Attachment {
            id: id(42),
            dispute: id(2),
            sha256: Sha256([0; 32]),
            name: "receipt.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 1,
            caption: text("The receipt"),
            dated: None,
            obtained: None,
            vendor: None,
            author: None,
            added_at: DateTime::UNIX_EPOCH,
            citations: Vec::new(),
            covered: Vec::new(),
        });
    }

    fn undertakings(&mut self) {
        let promise = |number, made_on: u32, outcome| Promise {
            id: id(number),
            by: Some(id(10)),
            vendor: None,
            made_on: day(made_on),
            what: "A call back".to_owned(),
            due_on: Some(day(made_on + 1)),
            outcome,
            outcome_on: None,
        };
        self.dispute.promises = vec![
            promise(50, 34, None),
            promise(51, 33, Some(PromiseOutcome::Kept)),
            promise(52, 34, Some(PromiseOutcome::Broken)),
            promise(53, 160, None),
        ];
        self.dispute.offers.push(Offer {
            id: id(55),
            by: Some(id(11)),
            vendor: None,
            on: day(40),
            terms: "Half of the price".to_owned(),
            amount: money(2_995),
            open_until: None,
            answer: Some(OfferAnswer::Declined),
            answered_on: Some(day(41)),
        });
        self.dispute.remedies.push(Remedy {
            id: id(56),
            kind: RemedyKind::Refund,
            by: Some(id(10)),
            vendor: None,
            agreed_on: day(34),
            what: "The price in full".to_owned(),
            scope: None,
            caveat: text("The box comes back"),
            before_use: None,
            claim: Some(id(30)),
            expected_by: Some(day(64)),
            delivered_on: None,
            ends_on: None,
            satisfied_on: None,
            checks: Vec::new(),
        });
    }

    fn ladder(&mut self) {
        let help = |number, contact, may_quote| Advocacy {
            id: id(number),
            contact: id(contact),
            on: day(34),
            did: "Explained the form".to_owned(),
            thanked_on: None,
            may_quote,
        };
        self.dispute.advocates = vec![help(60, 10, true), help(61, 11, true)];
        self.dispute.rungs.push(Rung {
            id: id(62),
            contact: Some(id(10)),
            vendor: None,
            reached_on: Some(day(34)),
            reason: "First contact".to_owned(),
            result: text("No refund without the box"),
        });
    }

    fn letters(&mut self) {
        self.sent.push(SentLetter {
            id: id(70),
            dispute: id(2),
            letter: id(71),
            kind: LetterKind::Complaint,
            to_vendor: id(3),
            to_contact: None,
            addressee: "Copper & Pine".to_owned(),
            on: day(45),
            by: Channel::Letter,
            tracking: None,
            reply_by: Some(day(59)),
            subject: "A kettle".to_owned(),
            text: "…".to_owned(),
            pdf: Sha256([0; 32]),
            pdf_size: 1,
            dossier: None,
            event: id(72),
            marked_at: DateTime::UNIX_EPOCH,
        });
    }

    pub(crate) fn case(&self) -> Case<'_> {
        Case {
            members: std::slice::from_ref(&self.member),
            dispute: &self.dispute,
            events: &self.events,
            vendors: &self.vendors,
            contacts: &self.contacts,
            attachments: &self.attachments,
            sent: &self.sent,
            templates: &[],
            closed: &[],
            pace: Pace { cadence: Cadence::USUAL, region: None },
        }
    }

    /// Letters that between them use whatever the record holds: to a person and to an office, with
    /// and without what may be chosen, gentle and firm.
    pub(crate) fn letters_of(&self, kind: LetterKind) -> Vec<Letter> {
        let case = self.case();
        let plain = prepare::blank(&case, kind, id(90), Recipient::office(id(3)));
        let mut chosen = prepare::prepare(&case, kind, None, id(91), ON);
        chosen.tone = LetterTone::Firm;
        chosen.with_effect = true;
        chosen.with_dossier = true;
        chosen.reply_by = Some(day(174));
        (chosen.basis, chosen.reason) = (text("The guarantee"), text("Advisers may not refund"));
        chosen.next_body = text("The ombudsman");
        chosen.enclosures = self.attachments.iter().map(|one| one.id).collect();
        let mut followed = chosen.clone();
        followed.about = self.events.first().map(|event| event.id);
        followed.to_contact = self.contacts.first().map(|one| one.id);
        followed.help = self.dispute.advocates.first().map(|one| one.id);
        vec![plain, chosen, followed]
    }
}
