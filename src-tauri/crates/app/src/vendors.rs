//! Vendors and people: lists, pages, and changing them.

use holdfast_domain::rules::balance;
use holdfast_domain::{Contact, ContactId, Dispute, VendorId, validity};
use holdfast_store::{DisputeScope, Reader};

use crate::directory::Directory;
use crate::error::{not_found, sorted_out};
use crate::scenes::Scenes;
use crate::view::Lens;
use crate::wire::Deed;
use crate::wire::{
    self, AppError, ChannelRecord, ContactView, Done, Help, Total, VendorRow, VendorView,
};
use crate::{App, disputes, from_wire, to_wire};

impl App {
    /// Vendors whose name, other names or people hold the words, by name.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn vendors(&self, search: &str) -> Result<Vec<VendorRow>, AppError> {
        let on = self.today_day();
        let words = search.trim().to_lowercase();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let disputes = reader.disputes_where(DisputeScope::All)?;
            let mut rows = Vec::new();
            for vendor in names.vendors.values() {
                let mut people: Vec<_> = names
                    .contacts
                    .values()
                    .filter(|contact| contact.vendor == vendor.id)
                    .filter_map(|contact| names.person(contact.id))
                    .collect();
                let known = [&vendor.name].into_iter().chain(&vendor.known_as);
                let holds = known
                    .chain(people.iter().map(|person| &person.name))
                    .any(|name| name.to_lowercase().contains(&words));
                if !holds {
                    continue;
                }
                people.sort_by(|one, other| one.name.cmp(&other.name));
                rows.push(VendorRow {
                    id: vendor.id.to_string(),
                    name: vendor.name.clone(),
                    kind: vendor.kind.into(),
                    people,
                    disputes: disputes.iter().filter(|it| has_part(it, vendor.id)).count() as u32,
                    totals: totals(&lens, &disputes, vendor.id)?,
                });
            }
            rows.sort_by_key(|row| row.name.to_lowercase());
            Ok(rows)
        })
    }

    /// A vendor's page.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn vendor(&self, id: &str) -> Result<VendorView, AppError> {
        let id: VendorId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let vendor = names.vendors.get(&id).ok_or_else(not_found)?;
            let scenes = Scenes::of_all(reader, on)?;
            let all = &scenes.disputes;
            let mut contacts: Vec<_> =
                names.contacts.values().filter(|contact| contact.vendor == id).collect();
            contacts.sort_by_key(|contact| contact.name.to_lowercase());
            let people = contacts
                .iter()
                .map(|contact| card(reader, &lens, all, contact))
                .collect::<Result<_, _>>()?;
            // A channel's label says what it is for; it stands with the channel.
            let mut departments: Vec<String> =
                contacts.iter().filter_map(|it| it.department.clone()).collect();
            departments.sort();
            departments.dedup();
            let theirs = all.iter().filter(|dispute| has_part(dispute, id));
            Ok(VendorView {
                vendor: to_wire::vendor(vendor),
                people,
                departments,
                disputes: disputes::rows(reader, &lens, &scenes, theirs)?,
                record: record(reader, id)?,
                totals: totals(&lens, all, id)?,
            })
        })
    }

    /// A person's card.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn contact(&self, id: &str) -> Result<ContactView, AppError> {
        let id: ContactId = from_wire::id("id", id)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let contact = names.contacts.get(&id).ok_or_else(not_found)?;
            card(reader, &lens, &reader.disputes_where(DisputeScope::All)?, contact)
        })
    }

    /// Adds a vendor or changes it.
    ///
    /// # Errors
    /// `Refused` where the name is missing or cannot be kept.
    pub fn save_vendor(&self, form: &wire::Vendor) -> Result<Done, AppError> {
        self.change(Deed::SaveVendor, &form.name, |writer| {
            let vendor = from_wire::vendor(form)?;
            sorted_out(&validity::vendor_problems(&vendor))?;
            writer.put_vendor(&vendor)?;
            Ok((Some(vendor.id.to_string()), Vec::new()))
        })
    }

    /// Adds a person or changes them.
    ///
    /// # Errors
    /// `Refused` where the name is missing or cannot be kept; `NotFound` for an unknown vendor.
    pub fn save_contact(&self, form: &wire::Contact) -> Result<Done, AppError> {
        self.change(Deed::SaveContact, &form.name, |writer| {
            let contact = from_wire::contact(form)?;
            sorted_out(&validity::contact_problems(&contact))?;
            writer.vendor(contact.vendor)?.ok_or_else(not_found)?;
            writer.put_contact(&contact)?;
            Ok((Some(contact.id.to_string()), Vec::new()))
        })
    }
}

fn has_part(dispute: &Dispute, vendor: VendorId) -> bool {
    dispute.parties.iter().any(|party| party.vendor == vendor)
        || dispute.claims.iter().any(|claim| claim.vendor == vendor)
}

fn totals(lens: &Lens<'_>, disputes: &[Dispute], vendor: VendorId) -> Result<Vec<Total>, AppError> {
    let mut balances = Vec::new();
    for dispute in disputes.iter().filter(|dispute| has_part(dispute, vendor)) {
        let of = balance::balances(dispute, lens.on)?;
        balances.extend(of.into_iter().filter(|of| of.vendor == vendor));
    }
    let totals = balance::totals(balances.iter().map(|of| &of.balance))?;
    Ok(totals.iter().map(to_wire::total).collect())
}

fn record(reader: &Reader, vendor: VendorId) -> Result<Vec<ChannelRecord>, AppError> {
    let record = reader.channel_record(vendor)?;
    Ok(record
        .into_iter()
        .map(|of| ChannelRecord {
            channel: of.channel.into(),
            tried: of.tried,
            answered: of.answered,
            unanswered: of.unanswered,
            waited_minutes: of.waited.map(|waited| waited.median),
            minutes: of.minutes.map(|minutes| minutes.median),
        })
        .collect())
}

fn card(
    reader: &Reader,
    lens: &Lens<'_>,
    disputes: &[Dispute],
    contact: &Contact,
) -> Result<ContactView, AppError> {
    let helped = disputes
        .iter()
        .flat_map(|dispute| {
            let theirs = dispute.advocates.iter().filter(|help| help.contact == contact.id);
            theirs.map(|help| Help {
                dispute: Lens::named(dispute),
                advocacy: help.id.to_string(),
                on: to_wire::day(help.on),
                did: help.did.clone(),
                thanked_on: to_wire::day_option(help.thanked_on),
            })
        })
        .collect();
    let supervisor = contact.supervisor.and_then(|id| lens.names.contacts.get(&id));
    Ok(ContactView {
        contact: to_wire::contact(contact),
        vendor: lens.names.vendor(contact.vendor),
        supervisor: supervisor
            .map(|it| wire::Named { id: it.id.to_string(), name: it.name.clone() }),
        helped,
        events: reader.event_count_with(contact.id)?,
    })
}
