//! Where the transactions begin, and what their columns are called.

use super::cell::{Look, look};
use super::content::{ROWS, is_transaction};
use super::delimiter::usual_width;
use super::names::{self, Meaning};
use super::table::Row;
use crate::statement::problem::shown;

/// How a table is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    /// How many lines of the file stand above the first row that counts.
    pub(crate) skip: u32,
    /// What each column is called, empty where it has no name.
    pub(crate) names: Vec<String>,
}

impl Layout {
    /// Of a table whose rows begin at a place, under the row that bears the names.
    pub(crate) fn beginning(rows: &[Row], begin: usize, head: Option<usize>) -> Self {
        // Without any row behind the names, the names are the last line that is left out.
        let skip = match (rows.get(begin), head.and_then(|head| rows.get(head))) {
            (Some(row), _) => row.line - 1,
            (None, Some(head)) => head.line,
            (None, None) => 0,
        };
        Self::at(rows, skip, head)
    }

    /// As the person gave it: so many lines above, of which the last bears the names unless it
    /// counts itself.
    pub(crate) fn below(rows: &[Row], skip: u32, counts: impl Fn(&Row) -> bool) -> Self {
        let begin = rows.partition_point(|row| row.line <= skip);
        let head = begin.checked_sub(1).filter(|head| !counts(&rows[*head]));
        Self::at(rows, skip, head)
    }

    fn at(rows: &[Row], skip: u32, head: Option<usize>) -> Self {
        let begin = rows.partition_point(|row| row.line <= skip);
        let behind = &rows[begin..rows.len().min(begin + ROWS)];
        let width = behind.iter().map(Row::width).max().unwrap_or(0);
        let mut names: Vec<String> = match head {
            Some(head) => rows[head].cells().map(shown).collect(),
            None => Vec::new(),
        };
        names.resize(names.len().max(width), String::new());
        Self { skip, names }
    }
}

/// The first row in which most names are known, of those in which any is.
pub(crate) fn most_named(rows: &[Row], known: impl Fn(&Row) -> usize) -> Option<usize> {
    let named = rows.iter().map(known).enumerate();
    let best = named.max_by_key(|(place, known)| (*known, std::cmp::Reverse(*place)));
    best.filter(|(_, known)| *known > 0).map(|(place, _)| place)
}

/// How many rows a bank writes above its transactions at most.
const PREAMBLE: usize = 100;

/// Finds the names of the columns and the first transaction out.
pub(super) fn find(rows: &[Row]) -> Layout {
    let seen = &rows[..rows.len().min(ROWS)];
    let usual = usual_width(seen.iter().filter(|row| is_transaction(row)));
    let is_like = |row: &Row| usual.is_none_or(|usual| row.width() >= usual) && is_transaction(row);
    // A transaction right above others is one of them, however wide it is.
    let first = seen.iter().position(is_like).map(|first| {
        first - seen[..first].iter().rev().take_while(|row| is_transaction(row)).count()
    });
    let head = named_row(seen).or_else(|| row_above(seen, first));
    let begin = match (head, first) {
        (Some(head), _) => head + 1,
        (None, Some(first)) => first,
        (None, None) => 0,
    };
    Layout::beginning(rows, begin, head)
}

/// The layout that the person gave: so many lines above, of which the last one with as many columns
/// as the transactions bears their names.
pub(super) fn given(rows: &[Row], skip: u32) -> Layout {
    Layout::below(rows, skip, is_transaction)
}

/// The row in which most names are known: at least a day's and one more, and no transaction.
fn named_row(rows: &[Row]) -> Option<usize> {
    let known = |row: &Row| {
        let named: Vec<Meaning> = row
            .cells()
            .filter_map(|cell| names::meanings(cell).first().map(|(meaning, _)| *meaning))
            .collect();
        let is_day = |it: &Meaning| matches!(it, Meaning::Booked | Meaning::OtherDay);
        let is_head = named.len() > 1 && named.iter().any(is_day) && !is_transaction(row);
        if is_head { named.len() } else { 0 }
    };
    most_named(&rows[..rows.len().min(PREAMBLE)], known)
}

/// The row right above the first transaction, where it is as wide and has words alone.
fn row_above(rows: &[Row], first: Option<usize>) -> Option<usize> {
    let first = first?;
    let above = first.checked_sub(1)?;
    let is_word = |cell: &str| matches!(look(cell), Look::Text | Look::Empty | Look::Side);
    let words = rows[above].cells().filter(|cell| !cell.is_empty()).count();
    let fits = rows[above].width() == rows[first].width() && words > 1;
    (fits && rows[above].cells().all(is_word)).then_some(above)
}
