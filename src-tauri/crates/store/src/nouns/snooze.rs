//! What was put off.

use holdfast_domain::{DisputeId, Snooze, SnoozeId};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Snooze {
    label: "t.until",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    kind: ["kind"],
    item: ["item"],
    made_on: ["made_on"],
    until: ["until"],
    until_answer: ["until_answer"],
});

impl Reader {
    /// What was put off in all disputes and not brought back, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn snoozes(&self) -> Result<Vec<Snooze>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }

    /// What was put off in one dispute and not brought back, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn snoozes_of(&self, dispute: DisputeId) -> Result<Vec<Snooze>, StoreError> {
        self.list("t.dispute = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [dispute.to_string()])
    }

    /// A snooze that was not brought back.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn snooze(&self, id: SnoozeId) -> Result<Option<Snooze>, StoreError> {
        Ok(self.list("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }
}

impl Writer<'_> {
    /// Enters a snooze, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_snooze(&mut self, snooze: &Snooze) -> Result<(), StoreError> {
        self.put(snooze)
    }
}
