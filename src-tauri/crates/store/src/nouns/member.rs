//! Members of the household.

use holdfast_domain::{Member, MemberId};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Member {
    label: "t.name",
    name: ["name"],
    address: ["address"],
    email: ["email"],
    phone: ["phone"],
});

impl Reader {
    /// The members, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn members(&self) -> Result<Vec<Member>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }

    /// A member who is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn member(&self, id: MemberId) -> Result<Option<Member>, StoreError> {
        Ok(self.list("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }
}

impl Writer<'_> {
    /// Enters a member, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_member(&mut self, member: &Member) -> Result<(), StoreError> {
        self.put(member)
    }
}
