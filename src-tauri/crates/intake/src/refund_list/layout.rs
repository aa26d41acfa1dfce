//! Where the rows of a list begin, and what their columns are called.

use super::names;
use crate::statement::csv::cell::{Look, look};
use crate::statement::csv::content::ROWS;
use crate::statement::csv::table::Row;
use crate::statement::problem::shown;

/// How a list is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// How many lines of the file stand above the first row.
    pub(super) skip: u32,
    /// What each column is called, empty where it has no name.
    pub(super) names: Vec<String>,
}

/// How many rows people write above their list at most: its title, the year, what the signs mean.
const PREAMBLE: usize = 50;

/// Finds the names of the columns and the first row out.
pub(super) fn find(rows: &[Row]) -> Layout {
    let head = named_row(rows).or_else(|| row_above(rows));
    let begin = head.map_or(0, |head| head + 1);
    let skip = match (rows.get(begin), head.and_then(|head| rows.get(head))) {
        (Some(row), _) => row.line - 1,
        (None, Some(head)) => head.line,
        (None, None) => 0,
    };
    at(rows, skip, head)
}

/// The layout that the person gave: so many lines above, of which the last bears the names.
pub(super) fn given(rows: &[Row], skip: u32) -> Layout {
    let begin = rows.partition_point(|row| row.line <= skip);
    let head = begin.checked_sub(1).filter(|head| !bears_values(&rows[*head]));
    at(rows, skip, head)
}

fn at(rows: &[Row], skip: u32, head: Option<usize>) -> Layout {
    let begin = rows.partition_point(|row| row.line <= skip);
    let behind = &rows[begin..rows.len().min(begin + ROWS)];
    let width = behind.iter().map(Row::width).max().unwrap_or(0);
    let mut names: Vec<String> = match head {
        Some(head) => rows[head].cells().map(shown).collect(),
        None => Vec::new(),
    };
    names.resize(names.len().max(width), String::new());
    Layout { skip, names }
}

/// The row in which most names are known, two at least, and no day or sum stands.
fn named_row(rows: &[Row]) -> Option<usize> {
    let known = |row: &Row| {
        let known = row.cells().filter(|cell| !names::meanings(cell).is_empty()).count();
        if known > 1 && !bears_values(row) { known } else { 0 }
    };
    let named = rows.iter().take(PREAMBLE).map(known).enumerate();
    let best = named.max_by_key(|(place, known)| (*known, std::cmp::Reverse(*place)));
    best.filter(|(_, known)| *known > 0).map(|(place, _)| place)
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
