//! E-mails written down: vendor and people, the event, and what it rests on, all as one action.

use holdfast_domain as domain;
use holdfast_domain::{
    Channel, Cited, ContactId, Dispute, DisputeId, Event, EventId, EventTime, FactStatus, Sha256,
    VendorId, validity,
};
use holdfast_intake::mail::{MailAttachment, MailDraft};
use holdfast_store::{Stored, Writer};
use uuid::Uuid;

use crate::App;
use crate::clock::new_id;
use crate::edit::{Choices, check_name, is_same};
use crate::error::{not_found, refused, sorted_out};
use crate::evidence::adding::{Kept, Put, Said as SaidOfEvidence, put_once};
use crate::evidence::look::enclosed_name;
use crate::evidence::shown;
use crate::from_wire;
use crate::wire::Deed;
use crate::wire::{
    self, AppError, FieldProblem, KnownEvidence, MailEvent, MailPerson, MailsAdded, Named,
};

/// An e-mail that is to be written down: its original and its files are safe on the disk.
pub(super) struct Said<'a> {
    pub(super) mail: Kept,
    /// The files that become evidence of their own.
    pub(super) enclosed: Vec<Kept>,
    /// The event; nothing where only the file is kept.
    pub(super) event: Option<&'a MailEvent>,
    /// What the evidence is called.
    pub(super) subject: String,
    pub(super) time: Option<EventTime>,
}

impl App {
    /// What is said of an e-mail, with its files kept.
    pub(super) fn said_of_mail<'a>(
        &self,
        sha256: Sha256,
        draft: MailDraft,
        form: &'a wire::MailSaid,
    ) -> Result<Said<'a>, AppError> {
        let size = self.store().original_size(sha256)?.ok_or_else(not_found)?;
        let mail = Kept {
            name: shown(&form.name),
            kind: holdfast_intake::original::Kind::Mail,
            stored: Stored { sha256, size },
        };
        let event = form.event.as_ref();
        let mut enclosed = Vec::new();
        for (place, file) in (0_u32..).zip(&draft.attachments) {
            if event.is_some_and(|event| event.enclosed.contains(&place)) && !file.bytes.is_empty()
            {
                enclosed.push(self.keep_enclosed(file)?);
            }
        }
        let time = match event {
            Some(event) => Some(EventTime {
                at: from_wire::occurred("at", &event.at)?,
                precision: event.precision.into(),
            }),
            None => draft.sent_at.map(exactly),
        };
        Ok(Said { mail, enclosed, event, subject: draft.subject, time })
    }

    fn keep_enclosed(&self, file: &MailAttachment) -> Result<Kept, AppError> {
        let stored = self.store().store_original(&file.bytes[..], crate::LARGEST)?;
        Ok(Kept { name: enclosed_name(file), kind: file.kind, stored })
    }

    /// Writes e-mails down as one action.
    pub(super) fn enter_mails(
        &self,
        dispute: DisputeId,
        said: &[Said<'_>],
        known: Vec<KnownEvidence>,
    ) -> Result<MailsAdded, AppError> {
        let (today, now) = (self.today_day(), self.now());
        let about = said.iter().map(|one| one.subject.as_str()).collect::<Vec<_>>().join(", ");
        let (mut events, mut added) = (Vec::new(), Vec::new());
        let done = self.change(Deed::AddMail, &about, |writer| {
            let mut dispute = writer.dispute(dispute)?.ok_or_else(not_found)?;
            let happened = said.iter().filter_map(|one| Some(one.happened(one.event?)));
            let happened: Vec<Happened<'_>> = happened.collect::<Result<_, _>>()?;
            let (all, warnings) = put_events(writer, &mut dispute, &happened, today)?;
            let mut written = all.iter();
            for one in said {
                let resting = resting(dispute.id, one, one.event.and_then(|_| written.next()));
                for (kept, of) in evidence(one, &resting) {
                    sorted_out(&validity::attachment_problems(&of.attachment(kept, now), today))?;
                    if let Put::New(new) = put_once(writer, of, kept, now)? {
                        added.push(new);
                    }
                }
            }
            events = all.iter().map(named).collect();
            Ok((all.first().map(|event| event.id.to_string()), warnings))
        })?;
        Ok(MailsAdded { done, events, added, known })
    }
}

pub(super) fn exactly(at: domain::DateTime<domain::FixedOffset>) -> EventTime {
    EventTime { at: domain::Occurred::At(at), precision: domain::Precision::Exact }
}

/// What happened, as an e-mail or a line of a chat says it.
pub(super) struct Happened<'a> {
    pub(super) time: EventTime,
    pub(super) channel: Channel,
    pub(super) direction: domain::Direction,
    pub(super) vendor: Option<&'a wire::VendorChoice>,
    pub(super) people: &'a [MailPerson],
    pub(super) words: &'a str,
}

impl Said<'_> {
    fn happened<'a>(&self, of: &'a MailEvent) -> Result<Happened<'a>, AppError> {
        Ok(Happened {
            time: self.time.ok_or_else(|| refused("at", "missing", []))?,
            channel: Channel::Email,
            direction: of.direction.into(),
            vendor: of.vendor.as_ref(),
            people: &of.people,
            words: &of.summary,
        })
    }
}

/// Writes events down, in their order; only what they bring into the dispute is looked at by the
/// rules. Gives them with what only looks like a slip.
pub(super) fn put_events(
    writer: &mut Writer<'_>,
    dispute: &mut Dispute,
    happened: &[Happened<'_>],
    today: domain::NaiveDate,
) -> Result<(Vec<Event>, Vec<FieldProblem>), AppError> {
    let before = dispute.parties.len();
    let events = happened.iter().map(|it| event(writer, dispute, it));
    let events: Vec<Event> = events.collect::<Result<_, _>>()?;
    let touched = touched(dispute, before, &events);
    let warnings = writer.put_checked(dispute, &events, today, Some(&touched))?;
    Ok((events, warnings))
}

/// The ids of what events bring into a dispute.
fn touched(dispute: &Dispute, parties_before: usize, events: &[Event]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = events.iter().map(|event| event.id.uuid()).collect();
    let facts = events.iter().flat_map(|event| &event.facts);
    ids.extend(facts.map(|fact| fact.id.uuid()));
    ids.extend(dispute.parties.iter().skip(parties_before).map(|party| party.id.uuid()));
    ids
}

fn named(of: &Event) -> Named {
    let words = of.facts.first().map(|fact| fact.text.clone()).unwrap_or_default();
    Named { id: of.id.to_string(), name: words }
}

/// The event, with the vendor and the people made where they are new.
fn event(
    writer: &mut Writer<'_>,
    dispute: &mut Dispute,
    of: &Happened<'_>,
) -> Result<Event, AppError> {
    let is_chosen = |it: &&wire::VendorChoice| it.id.is_some() || !it.name.trim().is_empty();
    let chosen = of.vendor.filter(is_chosen);
    let chosen = chosen.map(|choice| writer.choose_vendor(dispute, choice)).transpose()?;
    let mut contacts = Vec::new();
    let mut vendor = chosen;
    for person in of.people.iter().filter(|person| person.keep) {
        let contact = somebody(writer, vendor, person)?;
        // Somebody who is known says where they work.
        if vendor.is_none() {
            vendor = Some(contact.vendor);
            crate::edit::join(dispute, contact.vendor);
        }
        if !contacts.contains(&contact.id) {
            contacts.push(contact.id);
        }
    }
    Ok(Event {
        id: new_id::<EventId>(),
        dispute: dispute.id,
        time: of.time,
        channel: of.channel,
        direction: of.direction,
        vendor,
        contacts,
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![domain::Fact {
            id: new_id(),
            text: from_wire::line(of.words),
            status: FactStatus::Undisputed,
            acknowledged_by: None,
        }],
        note: None,
    })
}

/// The person who is meant: known, or by their address or name at that vendor, or a new one. An
/// address that was not known is known from now on.
fn somebody(
    writer: &mut Writer<'_>,
    vendor: Option<VendorId>,
    of: &MailPerson,
) -> Result<domain::Contact, AppError> {
    let email = from_wire::line_option(of.email.as_deref());
    if let Some(id) = from_wire::id_option::<ContactId>("people", of.id.as_deref())? {
        let known = writer.contact(id)?.ok_or_else(not_found)?;
        return with_address(writer, known, email);
    }
    let vendor = vendor.ok_or_else(|| refused("vendor", "missing", []))?;
    let all = writer.contacts()?.into_iter();
    let there: Vec<domain::Contact> = all.filter(|it| it.vendor == vendor).collect();
    let by_address = there.iter().find(|it| it.email.is_some() && it.email == email);
    let known = by_address.or_else(|| there.iter().find(|it| is_same(&it.name, &of.name)));
    if let Some(known) = known {
        return with_address(writer, known.clone(), email);
    }
    let contact = domain::Contact {
        id: new_id(),
        vendor,
        name: from_wire::line(&of.name),
        job: None,
        department: None,
        phone: None,
        email,
        supervisor: None,
    };
    check_name("people", &contact.name)?;
    sorted_out(&validity::contact_problems(&contact))?;
    writer.put_contact(&contact)?;
    Ok(contact)
}

fn with_address(
    writer: &mut Writer<'_>,
    known: domain::Contact,
    email: Option<String>,
) -> Result<domain::Contact, AppError> {
    if known.email.is_some() || email.is_none() {
        return Ok(known);
    }
    let contact = domain::Contact { email, ..known };
    sorted_out(&validity::contact_problems(&contact))?;
    writer.put_contact(&contact)?;
    Ok(contact)
}

/// What is said of an e-mail as evidence, and of the files in it.
struct Resting {
    mail: SaidOfEvidence,
    enclosed: SaidOfEvidence,
}

fn resting(dispute: DisputeId, said: &Said<'_>, event: Option<&Event>) -> Resting {
    let is_ours = event.is_some_and(|event| event.direction == domain::Direction::Out);
    let vendor = event.and_then(|event| event.vendor).filter(|_| !is_ours);
    let obtained = if is_ours { "sent by e-mail" } else { "came by e-mail" };
    let of = |caption: Option<String>| SaidOfEvidence {
        dispute,
        cited: event.map(|event| (Cited::Event(event.id), None)).into_iter().collect(),
        caption,
        dated: said.time,
        obtained: event.map(|_| obtained.to_owned()),
        vendor,
        author: None,
    };
    let subject = from_wire::line_option(Some(&said.subject));
    Resting { mail: of(subject), enclosed: of(None) }
}

/// The e-mail itself, then the files in it.
fn evidence<'a>(
    said: &'a Said<'_>,
    resting: &'a Resting,
) -> impl Iterator<Item = (&'a Kept, &'a SaidOfEvidence)> {
    let enclosed = said.enclosed.iter().map(|file| (file, &resting.enclosed));
    std::iter::once((&said.mail, &resting.mail)).chain(enclosed)
}
