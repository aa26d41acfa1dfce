//! The household file: taking one in and giving one out.

use std::collections::{HashMap, HashSet};

use holdfast_domain::{ContactId, Dispute, Event, EventId, Household, MemberId, VendorId};
use holdfast_intake::household_file::{self, Problem, Severity};
use holdfast_store::{DisputeScope, Reader, Writer};
use uuid::Uuid;

use crate::App;
use crate::statements::count;
use crate::wire::Deed;
use crate::wire::{AppError, ImportProblem, Imported};

/// What a household file has no place for, as a sentence to people.
pub const LEFT_OUT: &str = "the file holds the disputes with what happened, the money, the promises, \
    the remedies and the people. These stay behind in this store: attached files and what rests on \
    them, letters and templates, the issues in question, what was chosen for dossiers and the \
    editions that were sent, bank statements, what was said of time limits, settings, the bin and \
    the history.";

impl App {
    /// Takes in a household file, all of it or nothing, as one action. The household keeps its own
    /// name; members and vendors of equal name, and contacts of equal vendor and name, are those
    /// that are there already; disputes are always added.
    ///
    /// # Errors
    /// Only the store's own. What is wrong with the file is in the answer, each with its place.
    pub fn import_household(&self, file: &[u8]) -> Result<Imported, AppError> {
        let today = self.today_day();
        let reading = household_file::read(file, &mut Uuid::now_v7, today);
        let mut problems: Vec<_> = reading.problems.iter().map(import_problem).collect();
        let Some(household) = reading.household else {
            let (disputes, members, vendors, people) = (0, 0, 0, 0);
            let (imported, action) = (false, None);
            return Ok(Imported { disputes, members, vendors, people, problems, imported, action });
        };
        let mut counts = [0; 4];
        let done = self.change(Deed::ImportHousehold, &household.name, |writer| {
            problems.extend(doubles(writer, &household)?.into_iter().map(added_again));
            let merged = merged(writer, household.clone())?;
            let all = [
                merged.disputes.len(),
                merged.members.len(),
                merged.vendors.len(),
                merged.contacts.len(),
            ];
            counts = all.map(count);
            add(writer, merged)?;
            Ok((None, Vec::new()))
        })?;
        let [disputes, members, vendors, people] = counts;
        let (imported, action) = (true, done.action);
        Ok(Imported { disputes, members, vendors, people, problems, imported, action })
    }

    /// The disputes of a household file that seem to be there already, by title; empty where the file
    /// cannot be read, which importing it says.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn household_doubles(&self, file: &[u8]) -> Result<Vec<String>, AppError> {
        let reading = household_file::read(file, &mut Uuid::now_v7, self.today_day());
        let Some(household) = reading.household else { return Ok(Vec::new()) };
        self.read(|reader| {
            let doubles = doubles(reader, &household)?;
            Ok(doubles.into_iter().map(|(_, dispute)| dispute.title.clone()).collect())
        })
    }

    /// The record as a household file, without what it has [no place for](LEFT_OUT).
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn export_household(&self) -> Result<String, AppError> {
        self.read(|reader| Ok(household_file::write(&reader.whole_household()?)))
    }
}

fn import_problem(problem: &Problem) -> ImportProblem {
    ImportProblem {
        is_error: problem.severity == Severity::Error,
        left_out: problem.leaves_out(),
        place: problem.place.clone(),
        message: problem.message.clone(),
    }
}

/// The disputes of a household that seem to be there already, with where they stand in it.
fn doubles<'a>(
    reader: &Reader,
    household: &'a Household,
) -> Result<Vec<(usize, &'a Dispute)>, AppError> {
    let known = reader.disputes_where(DisputeScope::All)?;
    let is_known =
        |of: &Dispute| known.iter().any(|it| it.title == of.title && it.opened_on == of.opened_on);
    let all = household.disputes.iter().enumerate();
    Ok(all.filter(|(_, dispute)| is_known(dispute)).collect())
}

fn added_again((index, dispute): (usize, &Dispute)) -> ImportProblem {
    ImportProblem {
        is_error: false,
        left_out: false,
        place: format!("disputes[{index}]"),
        message: format!(
            "a dispute “{}” that was opened on the same day is there already; it was added a \
             second time",
            dispute.title
        ),
    }
}

/// The household with the ids of those who are there already in place of new ones, and without them.
fn merged(reader: &Reader, mut household: Household) -> Result<Household, AppError> {
    let members: HashMap<String, MemberId> =
        reader.members()?.into_iter().map(|member| (member.name, member.id)).collect();
    let vendors: HashMap<String, VendorId> =
        reader.vendors()?.into_iter().map(|vendor| (vendor.name, vendor.id)).collect();
    let contacts: HashMap<(VendorId, String), ContactId> = reader
        .contacts()?
        .into_iter()
        .map(|contact| ((contact.vendor, contact.name), contact.id))
        .collect();

    let mut twins = Twins::default();
    household.members.retain(|member| {
        let known = members.get(&member.name);
        twins.members.extend(known.map(|known| (member.id, *known)));
        known.is_none()
    });
    household.vendors.retain(|vendor| {
        let known = vendors.get(&vendor.name);
        twins.vendors.extend(known.map(|known| (vendor.id, *known)));
        known.is_none()
    });
    for contact in &mut household.contacts {
        twins.vendor(&mut contact.vendor);
    }
    household.contacts.retain(|contact| {
        let known = contacts.get(&(contact.vendor, contact.name.clone()));
        twins.contacts.extend(known.map(|known| (contact.id, *known)));
        known.is_none()
    });
    twins.rename(&mut household);
    Ok(household)
}

/// Ids of the file that stand for ids of the store.
#[derive(Default)]
struct Twins {
    members: HashMap<MemberId, MemberId>,
    vendors: HashMap<VendorId, VendorId>,
    contacts: HashMap<ContactId, ContactId>,
}

impl Twins {
    fn member(&self, id: &mut MemberId) {
        *id = self.members.get(id).copied().unwrap_or(*id);
    }

    fn vendor(&self, id: &mut VendorId) {
        *id = self.vendors.get(id).copied().unwrap_or(*id);
    }

    fn contact(&self, id: &mut ContactId) {
        *id = self.contacts.get(id).copied().unwrap_or(*id);
    }

    fn either(&self, vendor: &mut Option<VendorId>, contact: &mut Option<ContactId>) {
        vendor.iter_mut().for_each(|id| self.vendor(id));
        contact.iter_mut().for_each(|id| self.contact(id));
    }

    fn rename(&self, household: &mut Household) {
        for contact in &mut household.contacts {
            contact.supervisor.iter_mut().for_each(|id| self.contact(id));
        }
        for dispute in &mut household.disputes {
            self.member(&mut dispute.lead);
            dispute.parties.iter_mut().for_each(|party| self.vendor(&mut party.vendor));
            dispute.claims.iter_mut().for_each(|claim| self.vendor(&mut claim.vendor));
            dispute.advocates.iter_mut().for_each(|help| self.contact(&mut help.contact));
            dispute.promises.iter_mut().for_each(|it| self.either(&mut it.vendor, &mut it.by));
            dispute.offers.iter_mut().for_each(|it| self.either(&mut it.vendor, &mut it.by));
            dispute.rungs.iter_mut().for_each(|it| self.either(&mut it.vendor, &mut it.contact));
            dispute.remedies.iter_mut().for_each(|it| self.either(&mut it.vendor, &mut it.by));
            let steps = dispute.next_steps.iter_mut();
            steps.for_each(|it| it.contact.iter_mut().for_each(|id| self.contact(id)));
        }
        for event in &mut household.events {
            event.vendor.iter_mut().for_each(|id| self.vendor(id));
            event.contacts.iter_mut().for_each(|id| self.contact(id));
            let facts = event.facts.iter_mut();
            facts.for_each(|it| it.acknowledged_by.iter_mut().for_each(|id| self.contact(id)));
        }
    }
}

pub(crate) fn add(writer: &mut Writer<'_>, household: Household) -> Result<(), AppError> {
    if writer.household_name()?.is_none() {
        writer.set_household_name(&household.name)?;
    }
    for member in &household.members {
        writer.put_member(member)?;
    }
    for vendor in &household.vendors {
        writer.put_vendor(vendor)?;
    }
    for contact in &household.contacts {
        writer.put_contact(contact)?;
    }
    // A claim may name an event and an event names its dispute; the store looks at references when
    // the action ends, so that either can come first. But as long as something names what is not
    // there yet, SQLite searches whole tables for it at every row, so those events come first: it
    // makes the difference between seconds and minutes where there are thousands.
    for dispute in &household.disputes {
        writer.put_dispute(dispute)?;
    }
    let claims = household.disputes.iter().flat_map(|dispute| &dispute.claims);
    let causes: HashSet<EventId> = claims.filter_map(|claim| claim.because_of).collect();
    let (first, rest): (Vec<&Event>, Vec<&Event>) =
        household.events.iter().partition(|event| causes.contains(&event.id));
    first.into_iter().chain(rest).try_for_each(|event| writer.put_event(event))?;
    Ok(())
}
