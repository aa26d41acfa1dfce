//! How the household's own lists of refunds are read.

use holdfast_domain::RefundLayout;

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(RefundLayout {
    label: "t.signature",
    signature: ["signature"],
    delimiter: ["delimiter"],
    day_order: ["day_order"],
    decimal_comma: ["decimal_comma"],
    currency: ["currency"],
    columns: ["columns"],
});

impl Reader {
    /// How lists with these columns were read before.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn refund_layout(&self, signature: &str) -> Result<Option<RefundLayout>, StoreError> {
        Ok(self.list("t.signature = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [signature])?.pop())
    }
}

impl Writer<'_> {
    /// Remembers how lists with these columns are read, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_refund_layout(&mut self, layout: &RefundLayout) -> Result<(), StoreError> {
        self.put(layout)
    }
}
