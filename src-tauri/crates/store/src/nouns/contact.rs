//! People at vendors.

use holdfast_domain::{Contact, ContactId, VendorId};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Contact {
    label: "t.name",
    vendor: ["vendor" Vendor],
    name: ["name"],
    job: ["job"],
    department: ["department"],
    phone: ["phone"],
    email: ["email"],
    supervisor: ["supervisor" Contact],
});

impl Reader {
    /// Every contact, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn contacts(&self) -> Result<Vec<Contact>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }

    /// The people at one vendor, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn contacts_of(&self, vendor: VendorId) -> Result<Vec<Contact>, StoreError> {
        self.list("t.vendor = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [vendor.to_string()])
    }

    /// A contact who is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn contact(&self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        Ok(self.list("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }
}

impl Writer<'_> {
    /// Enters a contact, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_contact(&mut self, contact: &Contact) -> Result<(), StoreError> {
        self.put(contact)
    }
}
