//! How the days and sums of a file are written: found out over whole columns.

use holdfast_domain::{CsvColumn, DayOrder};

use super::bears_sums;
use super::cell::{Look, look};
use super::content::ROWS;
use super::plan::Plan;
use super::table::Row;
use crate::statement::problem::{ProblemCode, Problems};
use crate::statement::{CsvHow, day, number};

/// How days and sums are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habits {
    pub(super) day_order: DayOrder,
    /// Whether the file itself shows it.
    pub(super) day_order_sure: bool,
    pub(super) decimal_comma: bool,
    decimal_sure: bool,
}

/// Finds the habits out; what was given is taken as it is.
pub(super) fn find(rows: &[Row], columns: &[CsvColumn], given: Option<&CsvHow>) -> Habits {
    let days: Vec<usize> = of(columns, |it| it == CsvColumn::Day);
    let order = shown_order(rows, &days, columns);
    let sums = of(columns, bears_sums);
    let mut sign = number::decimal_sign(cells(rows, &sums));
    if !sign.sure {
        // What is left in the account is written as the sums are, and often is a larger number.
        let others: Vec<usize> = of(columns, |it| it == CsvColumn::Ignore)
            .into_iter()
            .filter(|column| rows.iter().take(ROWS).any(|row| look(row.cell(*column)) == Look::Sum))
            .collect();
        let all: Vec<usize> = sums.iter().copied().chain(others).collect();
        let with_others = number::decimal_sign(cells(rows, &all));
        sign = if with_others.sure { with_others } else { sign };
    }
    Habits {
        day_order: given.map_or(order.map_or(DayOrder::DayFirst, |it| it.order), |it| it.day_order),
        day_order_sure: order.is_some_and(|it| it.sure),
        decimal_comma: given.map_or(sign.comma, |it| it.decimal_comma),
        decimal_sure: sign.sure,
    }
}

/// The order of the days in their column; where that leaves it open, other columns of days of the
/// same rows may show it, as that of the interest.
fn shown_order(rows: &[Row], days: &[usize], columns: &[CsvColumn]) -> Option<day::OrderFound> {
    let own = day::order(cells(rows, days))?;
    if own.sure {
        return Some(own);
    }
    let is_days = |column: &usize| {
        let filled =
            rows.iter().take(ROWS).map(|row| row.cell(*column)).filter(|it| !it.is_empty());
        let mut filled = filled.peekable();
        filled.peek().is_some() && filled.all(day::is_day)
    };
    let others = of(columns, |it| it == CsvColumn::Ignore).into_iter().filter(is_days);
    let all: Vec<usize> = days.iter().copied().chain(others).collect();
    day::order(cells(rows, &all)).filter(|it| it.sure).or(Some(own))
}

fn of(columns: &[CsvColumn], wanted: impl Fn(CsvColumn) -> bool) -> Vec<usize> {
    (0..columns.len()).filter(|column| wanted(columns[*column])).collect()
}

fn cells<'a>(rows: &'a [Row], columns: &'a [usize]) -> impl Iterator<Item = &'a str> {
    rows.iter().flat_map(|row| columns.iter().map(|column| row.cell(*column)))
}

impl Habits {
    /// Says what was guessed.
    pub(super) fn warn(&self, rows: &[Row], plan: &Plan, problems: &mut Problems) {
        let Some(first) = rows.iter().find(|row| day::is_day(row.cell(plan.day))) else { return };
        if !self.day_order_sure {
            problems.warning(ProblemCode::DayOrderUnsure, first.line, first.cell(plan.day));
        }
        let open = plan.sums.columns().map(|column| first.cell(column)).find(|it| !it.is_empty());
        if !self.decimal_sure {
            let text = open.unwrap_or_default();
            problems.warning(ProblemCode::DecimalUnsure, first.line, text);
        }
    }
}
