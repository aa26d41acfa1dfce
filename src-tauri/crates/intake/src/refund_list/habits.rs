//! How the days and sums of a list are written: found out over whole columns.

use holdfast_domain::{DayOrder, RefundColumn};

use super::LinesHow;
use super::problem::{Problem, ProblemCode};
use crate::statement::csv::table::Row;
use crate::statement::{day, number};

/// How days and sums are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habits {
    pub(super) day_order: DayOrder,
    /// Whether the file itself shows it.
    pub(super) day_order_sure: bool,
    pub(super) decimal_comma: bool,
    /// Whether the file itself shows it.
    pub(super) decimal_sure: bool,
}

const DAYS: [RefundColumn; 2] = [RefundColumn::AskedOn, RefundColumn::RefundedOn];
const SUMS: [RefundColumn; 2] = [RefundColumn::Amount, RefundColumn::Refunded];

/// Finds the habits out; what was given is taken as it is.
pub(super) fn find(rows: &[Row], columns: &[RefundColumn], given: Option<&LinesHow>) -> Habits {
    // Days that begin with their year are read by themselves, and say nothing of the others.
    let others = cells(rows, columns, DAYS).filter(|cell| !day::is_year_first(cell));
    let order = day::order(others).or_else(|| day::order(cells(rows, columns, DAYS)));
    let sign = number::decimal_sign(cells(rows, columns, SUMS));
    let found = order.map_or(DayOrder::DayFirst, |it| it.order);
    Habits {
        day_order: given.map_or(found, |it| it.day_order),
        day_order_sure: order.is_none_or(|it| it.sure),
        decimal_comma: given.map_or(sign.comma, |it| it.decimal_comma),
        decimal_sure: sign.sure,
    }
}

fn cells<'a>(
    rows: &'a [Row],
    columns: &'a [RefundColumn],
    wanted: [RefundColumn; 2],
) -> impl Iterator<Item = &'a str> {
    let at = (0..columns.len()).filter(move |at| wanted.contains(&columns[*at]));
    at.flat_map(move |at| rows.iter().map(move |row| row.cell(at)))
}

impl Habits {
    /// Says what was guessed.
    pub(super) fn warn(&self, rows: &[Row], columns: &[RefundColumn], to: &mut Vec<Problem>) {
        let first = |wanted| cells(rows, columns, wanted).find(|cell| !cell.is_empty());
        if !self.day_order_sure {
            let text = cells(rows, columns, DAYS).find(|cell| day::is_open(cell));
            let (code, column) = (ProblemCode::DayOrderUnsure, Some(RefundColumn::AskedOn));
            to.push(Problem::warning(code, None, column, text.unwrap_or_default()));
        }
        if !self.decimal_sure {
            let (code, column) = (ProblemCode::DecimalUnsure, Some(RefundColumn::Amount));
            to.push(Problem::warning(code, None, column, first(SUMS).unwrap_or_default()));
        }
    }
}
