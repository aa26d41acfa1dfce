//! Files that end in the middle of their last line, and sums that are cut in two by the delimiter.
//! Half a sum is a sum, so it has to be noticed.

use super::cell::{Look, look};
use super::plan::Plan;
use super::table::Row;

/// The last line, where the file ends in the middle of it: it has no line end, and fewer columns
/// than all others, a quotation mark that is not closed, or less in its last cell. `width` is how
/// many columns there are.
pub(super) fn line(
    text: &str,
    delimiter: u8,
    rows: &[Row],
    width: usize,
    plan: &Plan,
) -> Option<u32> {
    let (last, before) = rows.split_last()?;
    if text.ends_with('\n') {
        return None;
    }
    let is_cut = has_open_quote(text, delimiter)
        || is_narrow(last, before, width)
        || is_emptied(last, before)
        || has_short_fraction(last, before, plan);
    is_cut.then_some(last.line)
}

/// The first line whose sum is cut in two, and the sum: the comma is the decimal sign and the
/// delimiter as well, and the sum is not quoted. That row is wider than those whose sum is whole, or
/// it goes so through the whole file.
pub(super) fn split_sum(delimiter: u8, rows: &[Row], plan: &Plan) -> Option<(u32, String)> {
    if delimiter != b',' {
        return None;
    }
    let halves = |row: &Row| {
        let column = plan.sums.columns().find(|column| is_half(row, *column))?;
        Some(format!("{},{}", row.cell(column), row.cell(column + 1)))
    };
    let has_sum = |row: &Row| plan.sums.columns().any(|it| !row.cell(it).is_empty());
    let whole = rows.iter().filter(|row| has_sum(row) && halves(row).is_none());
    let usual = whole.map(Row::width).max();
    // One row alone shows nothing.
    let is_wide = |row: &Row| usual.map_or(rows.len() > 1, |usual| row.width() > usual);
    let split = rows.iter().filter(|row| is_wide(row));
    split.filter_map(|row| Some((row.line, halves(row)?))).next()
}

/// Whether a whole number stands there, and two digits behind it.
fn is_half(row: &Row, column: usize) -> bool {
    let (whole, behind) = (row.cell(column), row.cell(column + 1));
    let digits = behind.len() == 2 && behind.bytes().all(|byte| byte.is_ascii_digit());
    digits && !whole.is_empty() && !whole.contains(['.', ','])
}

fn has_open_quote(text: &str, delimiter: u8) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let cell = line.rsplit(char::from(delimiter)).next().unwrap_or_default().trim();
    cell.starts_with('"') && (cell.len() == 1 || !cell.ends_with('"'))
}

/// Whether the row begins as the others do and has fewer columns than each of them, or than there
/// are known to be. What begins otherwise is a remark below the transactions.
fn is_narrow(last: &Row, before: &[Row], width: usize) -> bool {
    let narrow = width > last.width() && before.iter().all(|row| row.width() > last.width());
    let begin = last.cell(0);
    let alike = |row: &Row| match look(begin) {
        Look::Text | Look::Empty => row.cell(0) == begin,
        kind @ (Look::Day | Look::Sum | Look::Whole | Look::Currency | Look::Side) => {
            look(row.cell(0)) == kind
        }
    };
    narrow && (before.is_empty() || before.iter().rev().take(20).any(alike))
}

/// Whether nothing stands in the last cell of the file, where something stands in all above it.
fn is_emptied(last: &Row, before: &[Row]) -> bool {
    let column = last.width().saturating_sub(1);
    let above = before.iter().all(|row| !row.cell(column).is_empty());
    !before.is_empty() && above && last.cell(column).is_empty()
}

/// Whether the last cell of the file is a sum with fewer decimal digits than all above it.
fn has_short_fraction(last: &Row, before: &[Row], plan: &Plan) -> bool {
    let column = last.width().saturating_sub(1);
    if !plan.sums.columns().any(|it| it == column) {
        return false;
    }
    let filled = before.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let usual = filled.clone().map(digits_behind).min().unwrap_or(0);
    filled.count() > 0 && usual > 0 && digits_behind(last.cell(column)) < usual
}

/// How many digits stand behind the last point or comma.
fn digits_behind(cell: &str) -> usize {
    let behind = cell.rfind(['.', ',']).map_or("", |at| &cell[at + 1..]);
    behind.bytes().take_while(u8::is_ascii_digit).count()
}
