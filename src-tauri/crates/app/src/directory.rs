//! The names behind the ids: every vendor and person of the household, looked up once a screen.

use std::collections::HashMap;

use holdfast_domain::{Contact, ContactId, DisputeId, Member, MemberId, Vendor, VendorId};
use holdfast_store::{Reader, StoreError};

use crate::wire::{Named, Person};

/// All vendors, people, members and titles by id.
pub(crate) struct Directory {
    pub(crate) vendors: HashMap<VendorId, Vendor>,
    pub(crate) contacts: HashMap<ContactId, Contact>,
    pub(crate) members: HashMap<MemberId, Member>,
    titles: HashMap<DisputeId, String>,
}

impl Directory {
    /// Reads them all: a household knows dozens, at most some hundreds.
    pub(crate) fn read(reader: &Reader) -> Result<Self, StoreError> {
        Ok(Self {
            vendors: reader.vendors()?.into_iter().map(|vendor| (vendor.id, vendor)).collect(),
            contacts: reader.contacts()?.into_iter().map(|contact| (contact.id, contact)).collect(),
            members: reader.members()?.into_iter().map(|member| (member.id, member)).collect(),
            titles: reader.dispute_titles()?.into_iter().collect(),
        })
    }

    /// The vendor with its name. One that lies in the bin has none to show.
    pub(crate) fn vendor(&self, id: VendorId) -> Named {
        let name = self.vendors.get(&id).map(|vendor| vendor.name.clone()).unwrap_or_default();
        Named { id: id.to_string(), name }
    }

    /// The dispute with its title. One that lies in the bin has none to show.
    pub(crate) fn dispute(&self, id: DisputeId) -> Named {
        Named { id: id.to_string(), name: self.titles.get(&id).cloned().unwrap_or_default() }
    }

    /// The person with their name and vendor, unless they lie in the bin.
    pub(crate) fn person(&self, id: ContactId) -> Option<Person> {
        self.contacts.get(&id).map(|contact| Person {
            id: id.to_string(),
            name: contact.name.clone(),
            job: contact.job.clone(),
            vendor: self.vendor(contact.vendor),
        })
    }

    /// The vendor that a thing belongs to: its own, or else its person's.
    pub(crate) fn vendor_behind(
        &self,
        vendor: Option<VendorId>,
        contact: Option<ContactId>,
    ) -> Option<Named> {
        let of_contact = || {
            contact.and_then(|contact| self.contacts.get(&contact)).map(|contact| contact.vendor)
        };
        vendor.or_else(of_contact).map(|vendor| self.vendor(vendor))
    }

    /// The member with their name.
    pub(crate) fn member(&self, id: MemberId) -> Named {
        let name = self.members.get(&id).map(|member| member.name.clone()).unwrap_or_default();
        Named { id: id.to_string(), name }
    }
}
