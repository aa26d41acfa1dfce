//! The call sheet: what one has before one's eyes in a call, and what its answers become.

use holdfast_domain as domain;
use holdfast_domain::rules::{briefing, parties};
use holdfast_domain::{
    Contact, ContactId, Dispute, DisputeId, Event, Fact, FactStatus, NaiveDate, VendorId,
};
use holdfast_store::{Reader, Writer};

use crate::clock::new_id;
use crate::directory::Directory;
use crate::edit::Choices;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::{self, AppError, CallSheet, KindPerson, OtherWay, SheetFact};
use crate::{App, from_wire, to_wire};

impl App {
    /// The call sheet of a dispute for a call with one of its vendors, or with somebody not yet
    /// known: then only the facts are there.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn call_sheet(&self, dispute: &str, vendor: Option<&str>) -> Result<CallSheet, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let vendor: Option<VendorId> = from_wire::id_option("vendor", vendor)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let events = reader.events_of(id)?;
            sheet(reader, &lens, &dispute, &events, vendor)
        })
    }
}

fn sheet(
    reader: &Reader,
    lens: &Lens<'_>,
    dispute: &Dispute,
    events: &[Event],
    vendor: Option<VendorId>,
) -> Result<CallSheet, AppError> {
    let contacts: Vec<Contact> = lens.names.contacts.values().cloned().collect();
    let facts = briefing::facts_that_matter(events, vendor, &contacts, lens.on);
    let facts = facts.iter().map(|noted| SheetFact {
        text: noted.fact.text.clone(),
        on: to_wire::day(noted.event.time.at.day()),
        acknowledged_by: noted.fact.acknowledged_by.and_then(|by| lens.names.person(by)),
    });
    let mut said = CallSheet {
        facts: facts.collect(),
        promises: Vec::new(),
        reference: None,
        rationale: None,
        kind: Vec::new(),
        people: Vec::new(),
        ways: Vec::new(),
    };
    let Some(vendor) = vendor else { return Ok(said) };
    let promises = briefing::open_promises(dispute, vendor, &contacts, lens.on);
    said.promises = promises.into_iter().map(|promise| lens.promise(promise)).collect();
    let party = dispute.parties.iter().find(|party| party.vendor == vendor);
    said.reference = party.and_then(|party| party.reference.clone());
    said.rationale = party.and_then(|party| party.rationale.clone());
    let kind = briefing::kind_people(dispute, vendor, &contacts, lens.on);
    said.kind = kind.into_iter().filter_map(|id| kind_person(lens, dispute, id)).collect();
    let there = contacts.iter().filter(|contact| contact.vendor == vendor);
    said.people = there.map(to_wire::contact).collect();
    said.ways = ways(reader, lens, vendor)?;
    Ok(said)
}

fn kind_person(lens: &Lens<'_>, dispute: &Dispute, id: ContactId) -> Option<KindPerson> {
    let helps = dispute.advocates.iter().filter(|help| help.contact == id && help.on <= lens.on);
    let did = helps.max_by_key(|help| help.on)?.did.clone();
    Some(KindPerson { person: lens.names.person(id)?, did })
}

/// The channels on which the vendor has answered, the shortest waiting first; those of which no
/// waiting is known stand last.
fn ways(reader: &Reader, lens: &Lens<'_>, vendor: VendorId) -> Result<Vec<OtherWay>, AppError> {
    let channels = lens.names.vendors.get(&vendor).map(|of| of.channels.as_slice());
    let mut ways: Vec<OtherWay> = reader
        .channel_record(vendor)?
        .into_iter()
        .filter(|record| record.answered > 0)
        .map(|record| {
            let mut known = channels.unwrap_or_default().iter();
            let channel = known.find(|channel| channel.kind == record.channel);
            OtherWay {
                channel: record.channel.into(),
                value: channel.map(|it| match &it.label {
                    Some(label) => format!("{} ({label})", it.value),
                    None => it.value.clone(),
                }),
                answered: record.answered,
                tried: record.tried,
                waited_minutes: record.waited.map(|waited| waited.median),
            }
        })
        .collect();
    ways.sort_by_key(|way| (way.waited_minutes.is_none(), way.waited_minutes));
    Ok(ways)
}

/// Whom a call was with.
pub(crate) struct Line {
    pub(crate) vendor: Option<VendorId>,
    /// The one who answered.
    pub(crate) person: Option<ContactId>,
    pub(crate) day: NaiveDate,
}

/// The answers as facts of the call, for the dossier.
pub(crate) fn facts(answers: &wire::CallAnswers) -> Vec<Fact> {
    let said = [
        ("Reference of this call", &answers.reference),
        ("The reason that was given", &answers.rationale),
        ("What else could be done within the rules", &answers.alternatives),
    ];
    let said = said.into_iter().filter_map(|(what, text)| {
        let text = from_wire::line_option(text.as_deref())?;
        Some(Fact {
            id: new_id(),
            text: format!("{what}: {text}"),
            status: FactStatus::Undisputed,
            acknowledged_by: None,
        })
    });
    said.collect()
}

/// Puts the answers where they belong: the supervisor among the people, the reference and the reason
/// with the vendor's part, the call back among the promises. A reference that the vendor gave before
/// stays; the reason is the last that was given.
///
/// # Errors
/// `Refused` where a name is given and nobody knows at which vendor.
pub(crate) fn keep(
    writer: &mut Writer<'_>,
    dispute: &mut Dispute,
    answers: &wire::CallAnswers,
    line: &Line,
) -> Result<(), AppError> {
    if let Some(name) = from_wire::line_option(answers.supervisor.as_deref()) {
        supervise(writer, line, &name)?;
    }
    let vendor = vendor_of(writer, line)?;
    if let Some(party) = dispute.parties.iter_mut().find(|party| Some(party.vendor) == vendor) {
        let reference = from_wire::line_option(answers.reference.as_deref());
        party.reference = party.reference.take().or(reference);
        let rationale = from_wire::line_option(answers.rationale.as_deref());
        party.rationale = rationale.or(party.rationale.take());
    }
    if let Some(back) = &answers.call_back {
        let promise = call_back(writer, line, back)?;
        dispute.promises.push(promise);
    }
    Ok(())
}

fn vendor_of(writer: &Writer<'_>, line: &Line) -> Result<Option<VendorId>, AppError> {
    let person = line.person.map(|id| writer.contact(id)).transpose()?.flatten();
    Ok(line.vendor.or(person.map(|person| person.vendor)))
}

/// The person of that name at the vendor, known or new, becomes the supervisor of the one who
/// answered.
fn supervise(writer: &mut Writer<'_>, line: &Line, name: &str) -> Result<(), AppError> {
    let supervisor = named(writer, line, name, Some("Supervisor"))?;
    let Some(person) = line.person.filter(|person| *person != supervisor) else { return Ok(()) };
    let mut person = writer.contact(person)?.ok_or_else(not_found)?;
    person.supervisor = Some(supervisor);
    Ok(writer.put_contact(&person)?)
}

/// Somebody at the vendor by their name; known by it, or new.
fn named(
    writer: &mut Writer<'_>,
    line: &Line,
    name: &str,
    job: Option<&str>,
) -> Result<ContactId, AppError> {
    let vendor = vendor_of(writer, line)?;
    let choice = wire::PersonChoice {
        id: None,
        name: name.to_owned(),
        job: job.map(str::to_owned),
        phone: None,
    };
    writer.choose_person(vendor, &choice)
}

fn call_back(
    writer: &mut Writer<'_>,
    line: &Line,
    back: &wire::CallBack,
) -> Result<domain::Promise, AppError> {
    let who = from_wire::line_option(back.who.as_deref());
    let by = match who {
        Some(name) => Some(named(writer, line, &name, None)?),
        None => line.person,
    };
    let theirs = by.map(|id| writer.contact(id)).transpose()?.flatten();
    let vendor = line.vendor.filter(|vendor| {
        theirs.as_ref().is_none_or(|person| {
            parties::vendor_of_contact(person.id, std::slice::from_ref(person)) != Some(*vendor)
        })
    });
    Ok(domain::Promise {
        id: new_id(),
        by,
        vendor,
        made_on: line.day,
        what: "A call back".to_owned(),
        due_on: from_wire::day_option("callBack.dueOn", back.due_on.as_deref())?,
        outcome: None,
        outcome_on: None,
    })
}
