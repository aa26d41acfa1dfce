//! The household and its members.

use crate::{Contact, Dispute, Event, MemberId, Vendor};

/// A person of the family, who leads disputes and signs letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Which member.
    pub id: MemberId,
    /// The name as it is signed.
    pub name: String,
    /// The postal address, a line an entry; empty where none is known.
    pub address: Vec<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// Everything that a household file holds: the whole record at once.
///
/// Screens never load this; it is what import gives, export takes and tests compare.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Household {
    /// What the family calls itself.
    pub name: String,
    /// Its members, in the order in which they were entered.
    pub members: Vec<Member>,
    /// Every vendor.
    pub vendors: Vec<Vendor>,
    /// Every person at a vendor.
    pub contacts: Vec<Contact>,
    /// Every dispute.
    pub disputes: Vec<Dispute>,
    /// The events of all disputes, each naming its own.
    pub events: Vec<Event>,
}
