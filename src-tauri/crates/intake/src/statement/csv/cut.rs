//! Files that end in the middle of their last line. Half a sum is a sum, so it has to be noticed.

use super::cell::{Look, look};
use super::plan::Plan;
use super::table::Row;

/// The last line, where the file ends in the middle of it: it has no line end, and fewer columns
/// than all others, or a quotation mark that is not closed, or fewer decimal digits.
pub(super) fn line(text: &str, delimiter: u8, rows: &[Row], plan: &Plan) -> Option<u32> {
    let (last, before) = rows.split_last()?;
    if text.ends_with('\n') {
        return None;
    }
    let is_cut = has_open_quote(text, delimiter)
        || is_narrow(last, before)
        || has_short_fraction(last, before, plan);
    is_cut.then_some(last.line)
}

fn has_open_quote(text: &str, delimiter: u8) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let cell = line.rsplit(char::from(delimiter)).next().unwrap_or_default().trim();
    cell.starts_with('"') && (cell.len() == 1 || !cell.ends_with('"'))
}

/// Whether the row begins as the others do and has fewer columns than each of them. What begins
/// otherwise is a remark below the transactions.
fn is_narrow(last: &Row, before: &[Row]) -> bool {
    let narrow = before.len() > 1 && before.iter().all(|row| row.width() > last.width());
    let begin = last.cell(0);
    let alike = |row: &Row| match look(begin) {
        Look::Text | Look::Empty => row.cell(0) == begin,
        kind @ (Look::Day | Look::Sum | Look::Whole | Look::Currency | Look::Side) => {
            look(row.cell(0)) == kind
        }
    };
    narrow && before.iter().rev().take(20).any(alike)
}

/// Whether the last cell of the file is a sum with fewer decimal digits than all above it.
fn has_short_fraction(last: &Row, before: &[Row], plan: &Plan) -> bool {
    let column = last.width().saturating_sub(1);
    if !plan.sums.columns().any(|it| it == column) {
        return false;
    }
    let filled = before.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let usual = filled.clone().map(digits_behind).min().unwrap_or(0);
    filled.count() > 1 && usual > 0 && digits_behind(last.cell(column)) < usual
}

/// How many digits stand behind the last point or comma.
fn digits_behind(cell: &str) -> usize {
    let behind = cell.rfind(['.', ',']).map_or("", |at| &cell[at + 1..]);
    behind.bytes().take_while(u8::is_ascii_digit).count()
}
