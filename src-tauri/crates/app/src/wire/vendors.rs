//! Vendors and people.

use super::{Channel, Contact, DisputeRow, Named, Person, Total, Vendor, VendorKind, wire};

wire! {
    /// A vendor in a list.
    pub struct VendorRow {
        /// Which.
        pub id: String,
        /// Its name.
        pub name: String,
        /// What sort it is.
        pub kind: VendorKind,
        /// The people known there.
        pub people: Vec<Person>,
        /// How many disputes it has a part in.
        pub disputes: u32,
        /// What it owes over all disputes, per currency.
        pub totals: Vec<Total>,
    }

    /// A vendor's page.
    pub struct VendorView {
        /// The vendor.
        pub vendor: Vendor,
        /// Its people.
        pub people: Vec<ContactView>,
        /// Its departments, as its people and channels name them.
        pub departments: Vec<String>,
        /// The disputes that it has a part in.
        pub disputes: Vec<DisputeRow>,
        /// How each channel has done.
        pub record: Vec<ChannelRecord>,
        /// What it owes over all disputes, per currency.
        pub totals: Vec<Total>,
    }

    /// A person's card.
    pub struct ContactView {
        /// The person.
        pub contact: Contact,
        /// Where they work.
        pub vendor: Named,
        /// Who supervises them.
        pub supervisor: Option<Named>,
        /// What they did to help.
        pub helped: Vec<Help>,
        /// How many events there were with them.
        pub events: u32,
    }

    /// What a person did to help, and in which dispute.
    pub struct Help {
        /// The dispute.
        pub dispute: Named,
        /// Which help.
        pub advocacy: String,
        /// When.
        pub on: String,
        /// What they did.
        pub did: String,
        /// When they were thanked.
        pub thanked_on: Option<String>,
    }

    /// How often a channel was tried, and how it went.
    pub struct ChannelRecord {
        /// Which channel.
        pub channel: Channel,
        /// How often the household tried.
        pub tried: u32,
        /// How often somebody answered.
        pub answered: u32,
        /// How often nobody did.
        pub unanswered: u32,
        /// The middle waiting time in minutes, where any was noted.
        pub waited_minutes: Option<u32>,
        /// The middle length in minutes, where any was noted.
        pub minutes: Option<u32>,
    }
}
