//! The household's own list of refunds, as it keeps one in a spreadsheet.

use crate::{Currency, DayOrder, RefundColumn, RefundLayoutId};

/// How the household's own list of refunds is to be read, once the person has taken one in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundLayout {
    /// Which layout.
    pub id: RefundLayoutId,
    /// What the columns are called, or how many there are where they have no names: lists that have
    /// the same are read the same.
    pub signature: String,
    /// The character between the columns.
    pub delimiter: char,
    /// In which order a day is written.
    pub day_order: DayOrder,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: bool,
    /// The currency of sums that name none.
    pub currency: Option<Currency>,
    /// What each column means, in their order.
    pub columns: Vec<RefundColumn>,
}
