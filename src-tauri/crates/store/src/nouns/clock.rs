//! What the household says of time limits.

use holdfast_domain::{Clock, ClockId, DisputeId};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Clock {
    label: "t.rule",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    rule: ["rule"],
    vendor: ["vendor" Vendor],
    trigger_on: ["trigger_on"],
    because_of: ["because_of" Event],
    applies: ["applies"],
    met_on: ["met_on"],
    met_by: ["met_by" Event],
    missed_on: ["missed_on"],
});

impl Reader {
    /// The clocks of all disputes, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn clocks(&self) -> Result<Vec<Clock>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }

    /// The clocks of one dispute, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn clocks_of(&self, dispute: DisputeId) -> Result<Vec<Clock>, StoreError> {
        self.list("t.dispute = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [dispute.to_string()])
    }

    /// A clock.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn clock(&self, id: ClockId) -> Result<Option<Clock>, StoreError> {
        Ok(self.list("t.id = ?1 AND t.deleted_at IS NULL", [id.to_string()])?.pop())
    }
}

impl Writer<'_> {
    /// Enters a clock, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_clock(&mut self, clock: &Clock) -> Result<(), StoreError> {
        self.put(clock)
    }
}
