//! Who is who in an e-mail: which side wrote, which vendor and which people of the household's the
//! other side is. What neither an address nor a name tells is left open.

use holdfast_domain::{Channel, Contact, Direction, Dispute, DisputeId, Vendor, VendorId};
use holdfast_intake::mail::{MailDraft, Mailbox};
use holdfast_store::Reader;

use crate::edit::is_same;
use crate::error::not_found;
use crate::wire::{AppError, MailPerson};

/// What the record knows of the two sides.
pub(super) struct Sides {
    ours: Vec<String>,
    members: Vec<String>,
    vendors: Vec<Vendor>,
    contacts: Vec<Contact>,
    dispute: Dispute,
}

/// The two sides of an e-mail.
pub(super) struct Found<'a> {
    pub(super) direction: Direction,
    /// Those on the other side.
    pub(super) others: Vec<&'a Mailbox>,
    /// The vendor that an address or a name tells.
    pub(super) vendor: Option<VendorId>,
}

/// The beginnings of addresses at which nobody in particular reads.
const NOBODY: [&str; 24] = [
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "info",
    "service",
    "services",
    "support",
    "help",
    "hello",
    "hallo",
    "contact",
    "kontakt",
    "care",
    "customercare",
    "customerservice",
    "customer.service",
    "mail",
    "office",
    "team",
    "news",
    "billing",
    "complaints",
];

impl Sides {
    pub(super) fn read(reader: &Reader, dispute: DisputeId) -> Result<Self, AppError> {
        let members = reader.members()?;
        let addresses = members.iter().filter_map(|one| one.email.as_deref());
        Ok(Self {
            ours: addresses.map(plain).collect(),
            members: members.iter().map(|one| one.name.to_lowercase()).collect(),
            vendors: reader.vendors()?,
            contacts: reader.contacts()?,
            dispute: reader.dispute(dispute)?.ok_or_else(not_found)?,
        })
    }

    /// Tells the sides of an e-mail apart. What nothing tells came from the vendor, as most do.
    pub(super) fn find<'a>(&self, mail: &'a MailDraft) -> Found<'a> {
        let from: Vec<&Mailbox> = mail.from.iter().collect();
        let to: Vec<&Mailbox> = mail.to.iter().chain(&mail.cc).collect();
        let knows = |all: &[&Mailbox]| all.iter().any(|one| self.by_address(one).is_some());
        let is_out = from.iter().any(|one| self.is_ours(one))
            || (!to.iter().any(|one| self.is_ours(one)) && !knows(&from) && knows(&to));
        let (direction, others) = if is_out { (Direction::Out, to) } else { (Direction::In, from) };
        let others: Vec<&Mailbox> = others.into_iter().filter(|one| !self.is_ours(one)).collect();
        let vendor = self.vendor_of(&others);
        Found { direction, others, vendor }
    }

    /// The vendor that an address or a name of these people tells.
    pub(super) fn vendor_of(&self, people: &[&Mailbox]) -> Option<VendorId> {
        let by_address = people.iter().find_map(|one| self.by_address(one));
        by_address.or_else(|| people.iter().find_map(|one| self.by_name(one)))
    }

    /// Whether somebody is of the household: by their address, or by their name, of which chats
    /// often show a part only.
    pub(super) fn is_member(&self, of: &Mailbox) -> bool {
        const OURSELVES: [&str; 7] = ["me", "you", "ich", "moi", "yo", "io", "ik"];
        let name = of.name.as_deref().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_part = |member: &String| {
            words.iter().all(|word| member.split_whitespace().any(|known| known == *word))
        };
        let by_name = !words.is_empty()
            && (OURSELVES.contains(&name.as_str()) || self.members.iter().any(is_part));
        by_name || self.is_ours(of)
    }

    /// The only vendor of the dispute.
    pub(super) fn only_vendor(&self) -> Option<VendorId> {
        match self.dispute.parties.as_slice() {
            [only] => Some(only.vendor),
            [] | [..] => None,
        }
    }

    /// The vendor of this name, among all that are known.
    pub(super) fn vendor_called(&self, name: &str) -> Option<VendorId> {
        self.vendors.iter().find(|vendor| is_same(&vendor.name, name)).map(|vendor| vendor.id)
    }

    pub(super) fn vendor_name(&self, id: VendorId) -> String {
        let found = self.vendors.iter().find(|vendor| vendor.id == id);
        found.map(|vendor| vendor.name.clone()).unwrap_or_default()
    }

    /// The people on the other side, known ones as the record knows them.
    pub(super) fn people(&self, of: &[&Mailbox], vendor: Option<VendorId>) -> Vec<MailPerson> {
        let mut people: Vec<MailPerson> = Vec::new();
        for one in of {
            let known = self.contact(one, vendor);
            let person = MailPerson {
                id: known.map(|it| it.id.to_string()),
                name: known.map_or_else(|| shown_name(one), |it| it.name.clone()),
                email: one.address.clone(),
                keep: known.is_some() || self.is_somebody(one, vendor),
            };
            if people.iter().all(|it| it.id.is_none() || it.id != person.id) {
                people.push(person);
            }
        }
        people
    }

    fn is_ours(&self, of: &Mailbox) -> bool {
        of.address.as_deref().is_some_and(|address| self.ours.contains(&plain(address)))
    }

    /// The person with this address, or of this name at that vendor.
    fn contact(&self, of: &Mailbox, vendor: Option<VendorId>) -> Option<&Contact> {
        let has = |contact: &&Contact| match (&contact.email, &of.address) {
            (Some(known), Some(address)) => plain(known) == plain(address),
            (_, _) => false,
        };
        let name = of.name.as_deref();
        let is_called = |contact: &&Contact| {
            Some(contact.vendor) == vendor && name.is_some_and(|name| is_same(name, &contact.name))
        };
        let by_name = || self.contacts.iter().find(is_called);
        self.contacts.iter().find(has).or_else(by_name)
    }

    /// Whether a new name is that of somebody, and not of a desk or of the vendor itself.
    fn is_somebody(&self, of: &Mailbox, vendor: Option<VendorId>) -> bool {
        let Some(name) = &of.name else { return false };
        let local = of.address.as_deref().and_then(|it| it.split_once('@')).map(|it| plain(it.0));
        let is_desk = local.is_some_and(|local| NOBODY.contains(&local.as_str()));
        let is_vendor = self.vendors.iter().filter(|it| Some(it.id) == vendor).any(|it| {
            let name = name.to_lowercase();
            name.contains(&it.name.to_lowercase()) || it.name.to_lowercase().contains(&name)
        });
        !is_desk && !is_vendor && !name.contains('@')
    }

    /// The vendor with this address: a person's there, or one of its own.
    fn by_address(&self, of: &Mailbox) -> Option<VendorId> {
        let address = plain(of.address.as_deref()?);
        let has = |known: &str| plain(known) == address;
        let contact = self.contacts.iter().find(|it| it.email.as_deref().is_some_and(has));
        let channel = || {
            let of_vendor = |vendor: &&Vendor| {
                vendor.channels.iter().any(|it| it.kind == Channel::Email && has(&it.value))
            };
            self.vendors.iter().find(of_vendor).map(|vendor| vendor.id)
        };
        contact.map(|it| it.vendor).or_else(channel)
    }

    /// The vendor of the dispute that is called as the sender, whose person is, or after which the
    /// place of the address is named.
    fn by_name(&self, of: &Mailbox) -> Option<VendorId> {
        let parties = || {
            let is_party =
                |it: &&Vendor| self.dispute.parties.iter().any(|party| party.vendor == it.id);
            self.vendors.iter().filter(is_party)
        };
        let name = of.name.as_deref().unwrap_or_default();
        let is_called = |vendor: &&Vendor| {
            is_same(&vendor.name, name) || vendor.known_as.iter().any(|known| is_same(known, name))
        };
        let has_person = |vendor: &&Vendor| self.contact(of, Some(vendor.id)).is_some();
        let is_host = |vendor: &&Vendor| {
            of.address.as_deref().and_then(host).is_some_and(|host| is_named_after(&host, vendor))
        };
        let found = parties().find(is_called).or_else(|| parties().find(has_person));
        found.or_else(|| parties().find(is_host)).map(|vendor| vendor.id)
    }
}

/// Where an address is: what stands behind its sign, in small letters.
pub(super) fn host(address: &str) -> Option<String> {
    address.rsplit_once('@').map(|(_, host)| plain(host)).filter(|host| !host.is_empty())
}

/// Whether a host is named after a vendor: `mail.copperpine.example` after “Copper & Pine”.
fn is_named_after(host: &str, vendor: &Vendor) -> bool {
    const SHORTEST: usize = 4;
    let words: Vec<String> = vendor
        .name
        .split(|it: char| !it.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let joined = words.concat();
    let first = words.first().map_or("", String::as_str);
    // The last label is that of a country or of nobody.
    let labels = host.split('.').rev().skip(1).map(|label| label.replace('-', ""));
    let is = |name: &str, label: &str| {
        name.chars().count() >= SHORTEST && (label == name || label.starts_with(name))
    };
    { labels }.any(|label| is(&joined, &label) || is(first, &label))
}

fn shown_name(of: &Mailbox) -> String {
    of.name.clone().or_else(|| of.address.clone()).unwrap_or_default()
}

/// An address as it is compared.
fn plain(address: &str) -> String {
    address.trim().to_lowercase()
}
