//! The record as a case file sees it, with the names of those whom it concerns.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use holdfast_domain::rules::{self, VendorBalance, as_on};
use holdfast_domain::{
    Advocacy, Contact, ContactId, Dispute, Event, MoneyError, Vendor, VendorId, rules::parties,
};

use crate::exhibits::Exhibits;
use crate::words::isolated;
use crate::{Case, Options};

/// The record on the day from which one looks.
pub(crate) struct Record<'a> {
    pub(crate) case: &'a Case<'a>,
    pub(crate) options: &'a Options,
    pub(crate) on: NaiveDate,
    /// The dispute without what is dated later.
    pub(crate) dispute: Dispute,
    /// The events up to that day, in their order, without private notes.
    pub(crate) events: Vec<Event>,
    /// The originals that the matter rests on, numbered.
    pub(crate) exhibits: Exhibits<'a>,
    vendors: HashMap<VendorId, &'a Vendor>,
    contacts: HashMap<ContactId, &'a Contact>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(case: &'a Case<'a>, options: &'a Options) -> Self {
        let dispute = as_on::dispute(case.dispute, options.on);
        let events = as_on::events(case.events, options.on, &options.leave_out);
        let exhibits = if options.sections.exhibits {
            Exhibits::of(case, &dispute, &events, options.on)
        } else {
            Exhibits::default()
        };
        Self {
            case,
            options,
            on: options.on,
            dispute,
            events,
            exhibits,
            vendors: case.vendors.iter().map(|vendor| (vendor.id, vendor)).collect(),
            contacts: case.contacts.iter().map(|contact| (contact.id, contact)).collect(),
        }
    }

    pub(crate) fn vendor(&self, id: VendorId) -> Option<&'a Vendor> {
        self.vendors.get(&id).copied()
    }

    pub(crate) fn contact(&self, id: ContactId) -> Option<&'a Contact> {
        self.contacts.get(&id).copied()
    }

    /// The vendor's name as it stands in a sentence.
    pub(crate) fn vendor_name(&self, id: VendorId) -> String {
        let name = self.vendor(id).map(|vendor| isolated(&vendor.name));
        name.unwrap_or_else(|| "an organisation that is not named".to_owned())
    }

    /// The person's name and where they work, as it stands in a sentence.
    pub(crate) fn person(&self, id: ContactId) -> String {
        match self.contact(id) {
            Some(contact) => {
                format!("{} ({})", isolated(&contact.name), self.vendor_name(contact.vendor))
            }
            None => "a person who is not named".to_owned(),
        }
    }

    /// Who did something: the person, with the vendor for whom where that is another; else the
    /// vendor; else nobody who is known.
    pub(crate) fn who(&self, by: Option<ContactId>, vendor: Option<VendorId>) -> Option<String> {
        match (by, vendor) {
            (Some(by), Some(vendor)) if self.works_elsewhere(by, vendor) => {
                Some(format!("{} for {}", self.person(by), self.vendor_name(vendor)))
            }
            (Some(by), _) => Some(self.person(by)),
            (None, Some(vendor)) => Some(self.vendor_name(vendor)),
            (None, None) => None,
        }
    }

    fn works_elsewhere(&self, person: ContactId, vendor: VendorId) -> bool {
        self.contact(person).is_some_and(|contact| contact.vendor != vendor)
    }

    /// How each vendor stands, in each currency.
    pub(crate) fn balances(&self) -> Result<Vec<VendorBalance>, MoneyError> {
        rules::balances(&self.dispute, self.on)
    }

    /// Everyone at a vendor who has to do with the matter, in the order of the address book, with
    /// their supervisors. Help alone does not count where it may not be quoted.
    pub(crate) fn people(&self) -> Vec<&'a Contact> {
        let mut involved: HashSet<ContactId> = HashSet::new();
        for event in &self.events {
            involved.extend(&event.contacts);
            involved.extend(event.facts.iter().filter_map(|fact| fact.acknowledged_by));
        }
        let dispute = &self.dispute;
        involved.extend(dispute.promises.iter().filter_map(|one| one.by));
        involved.extend(dispute.offers.iter().filter_map(|one| one.by));
        involved.extend(dispute.rungs.iter().filter_map(|one| one.contact));
        involved.extend(dispute.remedies.iter().filter_map(|one| one.by));
        involved.extend(dispute.next_steps.iter().filter_map(|one| one.contact));
        let quoted = dispute.advocates.iter().filter(|help| self.may_be_named(help));
        involved.extend(quoted.map(|help| help.contact));
        let supervisors: Vec<ContactId> = involved
            .iter()
            .filter_map(|id| self.contact(*id))
            .filter_map(|person| person.supervisor)
            .collect();
        involved.extend(supervisors);
        self.case.contacts.iter().filter(|person| involved.contains(&person.id)).collect()
    }

    /// Whether the reader may learn that somebody helped.
    pub(crate) fn may_be_named(&self, help: &Advocacy) -> bool {
        help.may_quote && self.options.sections.helpers
    }

    /// Every vendor that has to do with the matter: first the parties in their order, then those
    /// that only claims, events or people bring in.
    pub(crate) fn vendors_concerned(&self) -> Vec<VendorId> {
        let dispute = &self.dispute;
        let mut all: Vec<VendorId> = Vec::new();
        let mut add = |vendor: VendorId| {
            if !all.contains(&vendor) {
                all.push(vendor);
            }
        };
        dispute.parties.iter().for_each(|party| add(party.vendor));
        dispute.claims.iter().for_each(|claim| add(claim.vendor));
        self.events.iter().filter_map(|event| event.vendor).for_each(&mut add);
        dispute.promises.iter().filter_map(|one| one.vendor).for_each(&mut add);
        dispute.offers.iter().filter_map(|one| one.vendor).for_each(&mut add);
        dispute.rungs.iter().filter_map(|one| one.vendor).for_each(&mut add);
        dispute.remedies.iter().filter_map(|one| one.vendor).for_each(&mut add);
        self.people().iter().for_each(|person| add(person.vendor));
        all
    }

    /// With whom an event was: its people, and the vendors that no person stands for.
    pub(crate) fn with_whom(&self, event: &Event) -> Vec<String> {
        let vendor = event.vendor.filter(|vendor| {
            !event
                .contacts
                .iter()
                .any(|id| self.contact(*id).is_some_and(|person| person.vendor == *vendor))
        });
        let people = event.contacts.iter().map(|id| self.person(*id));
        people.chain(vendor.map(|vendor| self.vendor_name(vendor))).collect()
    }

    /// Who owes a remedy, by the domain's rule.
    pub(crate) fn vendor_of_remedy(&self, remedy: &holdfast_domain::Remedy) -> Option<VendorId> {
        parties::vendor_of_remedy(remedy, &self.dispute, self.case.contacts)
    }
}
