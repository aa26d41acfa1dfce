//! Vendors, the channels by which they are reached, and the people there.

use crate::{Channel, ChannelId, ContactId, VendorId, VendorKind};

/// An organisation: shop, bank, insurer, airline, dealer, agency, regulator, ombudsman.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vendor {
    /// Which vendor.
    pub id: VendorId,
    /// The name by which the household knows it.
    pub name: String,
    /// What sort of organisation it is.
    pub kind: VendorKind,
    /// The postal address, a line an entry; empty where none is known.
    pub address: Vec<String>,
    /// The country as the person wrote it, an ISO 3166 code or a name.
    pub country: Option<String>,
    /// How it can be reached.
    pub channels: Vec<VendorChannel>,
    /// Other names, such as the one that stands on bank statements.
    pub known_as: Vec<String>,
}

/// One way to reach a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorChannel {
    /// Which channel.
    pub id: ChannelId,
    /// Of which sort.
    pub kind: Channel,
    /// The number, address or page.
    pub value: String,
    /// Which department or purpose it serves.
    pub label: Option<String>,
}

/// A person at a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which person.
    pub id: ContactId,
    /// Where they work.
    pub vendor: VendorId,
    /// Their name, as far as it is known.
    pub name: String,
    /// What they do there.
    pub job: Option<String>,
    /// In which department.
    pub department: Option<String>,
    /// Their direct number.
    pub phone: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Who supervises them.
    pub supervisor: Option<ContactId>,
}
