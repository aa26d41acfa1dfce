//! Lines between, above and below the transactions that are none: sums of all, balances, remarks.

use super::cell::folded;
use super::plan::Plan;
use super::table::Row;

/// A line that gives no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    /// It moves nothing.
    Ignored,
    /// It has a sum, and its day cannot be read.
    Undated,
}

/// The words by which a line below the transactions shows itself to be a sum or balance.
const TOTALS: [&str; 27] = [
    "total",
    "totals",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "endsaldo",
    "anfangssaldo",
    "saldo",
    "kontostand",
    "balance",
    "solde",
    "somme",
    "totale",
    "totaal",
    "totalt",
    "ialt",
    "suma",
    "razem",
    "closing",
    "opening",
    "schlusssaldo",
    "eindsaldo",
    "beginsaldo",
    "utgaende",
    "saldi",
    "zwischensumme",
];

/// What a row is if no transaction; `None` where it is one. `is_behind` says whether no row with a
/// day follows.
pub(super) fn of(row: &Row, plan: &Plan, has_day: bool, is_behind: bool) -> Option<Leftover> {
    let has_sum = plan.sums.columns().any(|column| !row.cell(column).is_empty());
    match (has_day, has_sum) {
        (true, true) => None,
        (true, false) => Some(Leftover::Ignored),
        (false, false) if row.cell(plan.day).is_empty() || is_behind => Some(Leftover::Ignored),
        (false, true) if is_behind && is_total(row, plan) => Some(Leftover::Ignored),
        (false, false) if !has_digit(row.cell(plan.day)) => Some(Leftover::Ignored),
        (false, _) => Some(Leftover::Undated),
    }
}

fn has_digit(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the row says that it adds up the others: its day is left empty or is such a word.
fn is_total(row: &Row, plan: &Plan) -> bool {
    let says_total = |cell: &str| folded(cell).split(' ').any(|word| TOTALS.contains(&word));
    let day = row.cell(plan.day);
    if day.is_empty() { row.cells().any(says_total) } else { !has_digit(day) && says_total(day) }
}
