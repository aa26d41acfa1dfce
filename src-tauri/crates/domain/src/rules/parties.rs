//! Which vendor stands behind a person or a record.

use crate::{Contact, ContactId, Dispute, Event, Offer, Promise, Remedy, Rung, VendorId};

/// Where the person works, as far as they are among the contacts given.
pub fn vendor_of_contact(contact: ContactId, contacts: &[Contact]) -> Option<VendorId> {
    contacts.iter().find(|known| known.id == contact).map(|known| known.vendor)
}

/// The vendor named outright, else the one where the person works.
fn named_or_of(
    vendor: Option<VendorId>,
    person: Option<ContactId>,
    contacts: &[Contact],
) -> Option<VendorId> {
    vendor.or_else(|| person.and_then(|person| vendor_of_contact(person, contacts)))
}

/// Who is bound by the promise: its own vendor, else its person's.
pub fn vendor_of_promise(promise: &Promise, contacts: &[Contact]) -> Option<VendorId> {
    named_or_of(promise.vendor, promise.by, contacts)
}

/// Who made the offer: its own vendor, else its person's.
pub fn vendor_of_offer(offer: &Offer, contacts: &[Contact]) -> Option<VendorId> {
    named_or_of(offer.vendor, offer.by, contacts)
}

/// Where the rung stands: its own vendor, else its person's.
pub fn vendor_of_rung(rung: &Rung, contacts: &[Contact]) -> Option<VendorId> {
    named_or_of(rung.vendor, rung.contact, contacts)
}

/// Who owes the remedy: its own vendor, else its person's, else the one that owes its claim.
pub fn vendor_of_remedy(
    remedy: &Remedy,
    dispute: &Dispute,
    contacts: &[Contact],
) -> Option<VendorId> {
    named_or_of(remedy.vendor, remedy.by, contacts).or_else(|| {
        let claim = dispute.claims.iter().find(|claim| Some(claim.id) == remedy.claim)?;
        Some(claim.vendor)
    })
}

/// With which vendors the event was: its own and those of its people, each once.
pub fn vendors_of_event(event: &Event, contacts: &[Contact]) -> Vec<VendorId> {
    let mut vendors: Vec<VendorId> = event.vendor.into_iter().collect();
    for person in &event.contacts {
        if let Some(vendor) = vendor_of_contact(*person, contacts)
            && !vendors.contains(&vendor)
        {
            vendors.push(vendor);
        }
    }
    vendors
}

/// Whether the event was with the vendor or one of its people.
pub fn is_with(event: &Event, vendor: VendorId, contacts: &[Contact]) -> bool {
    event.vendor == Some(vendor)
        || event.contacts.iter().any(|id| vendor_of_contact(*id, contacts) == Some(vendor))
}
