//! Rows that only sum up the others.

use holdfast_domain::{Money, RefundColumn};

use super::cells::is_nothing;
use super::problem::{Problem, ProblemCode};
use super::{Found, RefundRow};
use crate::statement::csv::cell::folded;
use crate::statement::csv::table::Row;
use crate::statement::number;

/// The words by which such rows begin. Those for a part of the list are not held against the whole.
const WHOLE: [&str; 16] = [
    "total",
    "totals",
    "grand total",
    "sum",
    "overall",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "somme",
    "total general",
    "suma",
    "totaal",
    "totale",
    "soma",
    "total geral",
];
const PART: [&str; 9] = [
    "subtotal",
    "sub total",
    "zwischensumme",
    "sous total",
    "subtotaal",
    "subtotale",
    "tussentotaal",
    "parcial",
    "subtotais",
];

/// Marks the rows that only sum up the others, and says where one says another sum than they come to.
pub(super) fn mark(cells: &[Row], found: &Found, read: &mut [RefundRow]) {
    let mut above = Above::default();
    for (cells, row) in cells.iter().zip(read) {
        let written = sum_of(cells, found);
        let sum = above.sum();
        let is_sum = written.is_some() && written == sum.map(Money::minor);
        let word = word(cells, found, row);
        if word.is_none() && !(is_bare(row) && is_sum) {
            above.add(row);
            continue;
        }
        row.is_total = true;
        row.problems.clear();
        let differs = word == Some(Sum::Whole) && written.is_some() && !is_sum;
        if let Some(sum) = sum.filter(|_| differs) {
            let (code, column) = (ProblemCode::TotalDiffers, Some(RefundColumn::Amount));
            row.problems.push(Problem::warning(code, row.line, column, &sum.to_string()));
        }
    }
}

/// What a row sums up, by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sum {
    Whole,
    Part,
}

/// Whether a row without a day begins with a word for a sum, and of what.
fn word(cells: &Row, found: &Found, row: &RefundRow) -> Option<Sum> {
    let at = |column| found.how.columns.iter().position(|it| *it == column);
    let cell = |column| at(column).map_or("", |at| cells.cell(at));
    if !is_nothing(cell(RefundColumn::AskedOn)) {
        return None;
    }
    let first = cells.cells().find(|cell| !cell.is_empty())?;
    let is_vendor = first == cell(RefundColumn::Vendor);
    // A vendor may be called so: then the row says what it is about.
    if is_vendor && !is_nothing(&row.what) {
        return None;
    }
    let first = folded(&first.chars().take(60).collect::<String>());
    let begins = |word: &&str| {
        first.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if PART.iter().any(&begins) {
        return Some(Sum::Part);
    }
    WHOLE.iter().any(begins).then_some(Sum::Whole)
}

/// Whether a row says nothing but sums.
fn is_bare(row: &RefundRow) -> bool {
    row.vendor.is_empty() && row.what.is_empty() && row.asked_on.is_none()
}

/// What the row says for the amount, in hundredths.
fn sum_of(cells: &Row, found: &Found) -> Option<i64> {
    let at = found.how.columns.iter().position(|it| *it == RefundColumn::Amount)?;
    number::hundredths(cells.cell(at), found.how.decimal_comma)
}

/// What the rows so far come to.
#[derive(Default)]
struct Above {
    sum: Option<Money>,
    /// Whether one of them cannot be read, or they are of several currencies.
    is_open: bool,
}

impl Above {
    fn add(&mut self, row: &RefundRow) {
        let sum = match (self.sum, row.amount) {
            (None, amount) => amount,
            (Some(sum), Some(amount)) => sum.plus(amount).ok(),
            (Some(_), None) => None,
        };
        self.is_open |= sum.is_none();
        self.sum = sum;
    }

    /// The sum, in a currency that is counted in hundredths.
    fn sum(&self) -> Option<Money> {
        self.sum.filter(|sum| !self.is_open && sum.currency().digits() == 2)
    }
}
