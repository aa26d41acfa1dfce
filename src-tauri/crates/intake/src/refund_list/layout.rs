//! Where the rows of a list begin, and what their columns are called.

use super::names;
use crate::statement::csv::cell::{Look, look};
use crate::statement::csv::layout::{Layout, most_named};
use crate::statement::csv::table::Row;

/// How many rows people write above their list at most: its title, the year, what the signs mean.
const PREAMBLE: usize = 50;

/// Finds the names of the columns and the first row out.
pub(super) fn find(rows: &[Row]) -> Layout {
    let head = named_row(rows).or_else(|| row_above(rows));
    let begin = head.map_or(0, |head| head + 1);
    Layout::beginning(rows, begin, head)
}

/// The layout that the person gave: so many lines above, of which the last bears the names.
pub(super) fn given(rows: &[Row], skip: u32) -> Layout {
    Layout::below(rows, skip, bears_values)
}

/// The row in which most names are known, two at least, and no day or sum stands.
fn named_row(rows: &[Row]) -> Option<usize> {
    let known = |row: &Row| {
        let known = row.cells().filter(|cell| !names::meanings(cell).is_empty()).count();
        if known > 1 && !bears_values(row) { known } else { 0 }
    };
    most_named(&rows[..rows.len().min(PREAMBLE)], known)
}

/// The row right above the first with a day or a sum, where it has as many columns and words alone.
fn row_above(rows: &[Row]) -> Option<usize> {
    let first = rows.iter().take(PREAMBLE).position(bears_values)?;
    let above = first.checked_sub(1)?;
    let words = rows[above].cells().filter(|cell| !cell.is_empty()).count();
    (rows[above].width() == rows[first].width() && words > 1).then_some(above)
}

/// Whether a day or a number stands in it, so that it bears no names.
fn bears_values(row: &Row) -> bool {
    row.cells().any(|cell| match look(cell) {
        Look::Day | Look::Sum | Look::Whole => true,
        Look::Empty | Look::Currency | Look::Side | Look::Text => false,
    })
}
