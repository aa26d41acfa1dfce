//! What a column may be, by what stands in it.

use super::cell::{Look, look};
use super::table::Row;

/// How many rows are looked at: what a column is does not change further down.
pub(crate) const ROWS: usize = 1_000;

/// How the cells of one column look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// How many rows there are.
    rows: usize,
    pub(crate) filled: usize,
    days: usize,
    sums: usize,
    wholes: usize,
    /// How many of the whole numbers are nought, which many write without a fraction.
    noughts: usize,
    currencies: usize,
    sides: usize,
    texts: usize,
    /// Whether all cells that are filled say the same.
    pub(super) constant: bool,
}

impl Content {
    /// The contents of the first so many columns of these rows.
    pub(crate) fn of(rows: &[&Row], width: usize) -> Vec<Self> {
        (0..width).map(|column| Self::of_column(rows, column)).collect()
    }

    fn of_column(rows: &[&Row], column: usize) -> Self {
        let mut content = Self { constant: true, ..Self::default() };
        let mut first: Option<&str> = None;
        for row in rows {
            let cell = row.cell(column);
            content.rows += 1;
            content.count(look(cell));
            content.noughts += usize::from(cell == "0");
            if !cell.is_empty() {
                content.constant &= *first.get_or_insert(cell) == cell;
            }
        }
        content
    }

    fn count(&mut self, look: Look) {
        match look {
            Look::Empty => return,
            Look::Day => self.days += 1,
            Look::Sum => self.sums += 1,
            Look::Whole => self.wholes += 1,
            Look::Currency => self.currencies += 1,
            Look::Side => self.sides += 1,
            Look::Text => self.texts += 1,
        }
        self.filled += 1;
    }

    /// Whether nearly all of what stands in the column is of a sort: an odd cell makes no other
    /// column of it, and is named when the rows are read.
    fn mostly(&self, count: usize) -> bool {
        let few = self.filled < 10;
        self.filled > 0 && (count * 10 >= self.filled * 8 || few && count * 2 >= self.filled)
    }

    /// Whether a column that is called so bears days: a name and some of them are enough.
    pub(crate) fn has_days(&self) -> bool {
        self.days > 0 && self.days * 3 >= self.filled
    }

    /// Whether a column that is called so bears numbers, as far as it bears anything.
    pub(crate) fn has_numbers(&self) -> bool {
        (self.sums + self.wholes) * 3 >= self.filled
    }

    pub(crate) fn is_days(&self) -> bool {
        self.mostly(self.days)
    }

    /// Whether most of its numbers are written as sums.
    pub(crate) fn is_sums(&self) -> bool {
        self.mostly(self.sums + self.wholes) && self.sums * 2 > self.filled - self.noughts
    }

    pub(crate) fn is_whole_numbers(&self) -> bool {
        self.mostly(self.wholes)
    }

    pub(crate) fn is_currencies(&self) -> bool {
        self.mostly(self.currencies)
    }

    pub(super) fn is_sides(&self) -> bool {
        self.filled > 0 && self.sides == self.filled
    }

    pub(crate) fn is_text(&self) -> bool {
        self.texts * 2 > self.filled
    }

    /// Whether something stands in nearly every row.
    pub(super) fn is_full(&self) -> bool {
        self.filled * 10 >= self.rows * 9 && self.filled > 0
    }
}

/// Whether a row looks like a transaction: with a day and a number.
pub(super) fn is_transaction(row: &Row) -> bool {
    let mut has_day = false;
    let mut has_number = false;
    for cell in row.cells() {
        match look(cell) {
            Look::Day => has_day = true,
            Look::Sum | Look::Whole => has_number = true,
            Look::Empty | Look::Currency | Look::Side | Look::Text => {}
        }
    }
    has_day && has_number
}
