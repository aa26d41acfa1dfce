//! Single cells of a list: words on a line, remarks, sums, days.

use chrono::NaiveDate;
use holdfast_domain::{Currency, DayOrder, Money, RefundColumn, text, typed};

use super::problem::{Problem, ProblemCode};
use crate::statement::csv::cell::folded;
use crate::statement::day;
use crate::statement::number::{self, SumError};

/// What people write into a cell of which they know nothing.
const NOTHING: [&str; 16] = [
    "n a",
    "na",
    "none",
    "unknown",
    "tbd",
    "keine",
    "keiner",
    "unbekannt",
    "aucun",
    "aucune",
    "inconnu",
    "ninguno",
    "geen",
    "onbekend",
    "nessuno",
    "nenhum",
];

/// Whether nothing is said: an empty cell, a dash, or a word for nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    let signs = |cell: &str| cell.chars().all(|it| !it.is_alphanumeric());
    signs(cell) || cell.len() <= 20 && NOTHING.contains(&folded(cell).as_str())
}

/// Words on one line, without what cannot be seen.
pub(super) fn line(cell: &str) -> String {
    let spaced: String = cell.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of which the lines stay as they were written.
pub(super) fn prose(cell: &str) -> String {
    let plain = |it: char| if it.is_control() && !matches!(it, '\n' | '\t') { ' ' } else { it };
    cell.trim().chars().map(plain).collect()
}

/// How the cells of one row are read, and what is found to be wrong with them.
pub(super) struct Reading<'a> {
    pub(super) line: u32,
    pub(super) day_order: DayOrder,
    pub(super) decimal_comma: bool,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Reading<'_> {
    pub(super) fn error(&mut self, code: ProblemCode, column: RefundColumn, text: &str) {
        self.problems.push(Problem::error(code, self.line, Some(column), text));
    }

    pub(super) fn warning(&mut self, code: ProblemCode, column: RefundColumn, text: &str) {
        self.problems.push(Problem::warning(code, self.line, Some(column), text));
    }

    /// The currency that a cell names; `usual` where it could be several.
    pub(super) fn currency(&mut self, cell: &str, usual: Option<Currency>) -> Option<Currency> {
        if is_nothing(cell) && typed::currencies(cell).is_empty() {
            return usual;
        }
        let means = typed::currencies(cell);
        match means.as_slice() {
            [only] => Some(*only),
            [] => {
                self.error(ProblemCode::BadCurrency, RefundColumn::Currency, cell);
                usual
            }
            several => usual.filter(|it| several.contains(it)),
        }
    }

    /// The sum of a cell. Nothing for an empty one; nought is a sum.
    pub(super) fn sum(
        &mut self,
        cell: &str,
        column: RefundColumn,
        currency: Option<Currency>,
    ) -> Option<Money> {
        if is_nothing(cell) {
            return None;
        }
        let code = match number::sum(cell, self.decimal_comma, currency) {
            Ok(money) if money.minor() < 0 => ProblemCode::AmountNotPositive,
            Ok(money) => return Some(money),
            Err(SumError::NoCurrency) => ProblemCode::CurrencyUnknown,
            Err(SumError::NotAnAmount | SumError::TooManyDigits | SumError::TooLarge) => {
                ProblemCode::BadAmount
            }
        };
        self.error(code, column, cell);
        None
    }

    /// The day of a cell; nothing for an empty one. One that begins with its year says itself how it
    /// is to be read, whatever the others look like.
    pub(super) fn day(&mut self, cell: &str, column: RefundColumn) -> Option<NaiveDate> {
        if is_nothing(cell) {
            return None;
        }
        let says_itself = day::is_year_first(cell);
        let order = if says_itself { DayOrder::YearFirst } else { self.day_order };
        let day = day::read(cell, order);
        if day.is_none() {
            self.error(ProblemCode::BadDay, column, cell);
        }
        day
    }

    /// The text, as far as the record holds it.
    pub(super) fn fitting(&mut self, text: String, column: RefundColumn, limit: usize) -> String {
        if text::check(&text, limit).is_err() {
            self.error(ProblemCode::TextTooLong, column, &text);
        }
        text
    }
}
