//! Vendors and the channels by which they are reached.

use holdfast_domain::{Vendor, VendorChannel, VendorId};
use rusqlite::types::Value;

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Vendor {
    label: "t.name",
    name: ["name"],
    kind: ["kind"],
    address: ["address"],
    country: ["country"],
    known_as: ["known_as"],
    ; channels
});

stored!(VendorChannel {
    owner: "vendor" Vendor,
    label: "t.value",
    kind: ["kind"],
    value: ["value"],
    label: ["label"],
});

const LIVE: &str = "SELECT id FROM vendor WHERE deleted_at IS NULL";
const ONE: &str = "SELECT id FROM vendor WHERE deleted_at IS NULL AND id = ?1";

impl Reader {
    /// Every vendor with its channels, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn vendors(&self) -> Result<Vec<Vendor>, StoreError> {
        self.vendors_of(LIVE, &[])
    }

    /// A vendor that is not in the bin, with its channels.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn vendor(&self, id: VendorId) -> Result<Option<Vendor>, StoreError> {
        Ok(self.vendors_of(ONE, &[Value::Text(id.to_string())])?.pop())
    }

    fn vendors_of(&self, scope: &str, params: &[Value]) -> Result<Vec<Vendor>, StoreError> {
        let tail = format!("t.id IN ({scope}) ORDER BY t.id");
        let mut vendors: Vec<Vendor> = self.list(&tail, rusqlite::params_from_iter(params))?;
        let mut channels = self.owned::<VendorChannel>(scope, params)?;
        for vendor in &mut vendors {
            vendor.channels = channels.remove(&vendor.id.uuid()).unwrap_or_default();
        }
        Ok(vendors)
    }
}

impl Writer<'_> {
    /// Enters a vendor with its channels, or changes what differs. Channels that it no longer has
    /// go to the bin.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_vendor(&mut self, vendor: &Vendor) -> Result<(), StoreError> {
        self.put(vendor)?;
        self.put_owned(vendor.id.uuid(), &vendor.channels)
    }
}
