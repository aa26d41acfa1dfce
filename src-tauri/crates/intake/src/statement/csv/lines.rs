//! The transactions of a table whose columns are known.

use chrono::NaiveDate;
use holdfast_domain::{Currency, DayOrder, Money, StatementEntry};

use super::cell;
use super::leftover::{self, Leftover};
use super::plan::{Plan, Sums};
use super::table::Row;
use crate::statement::number::{self, Side, SumError};
use crate::statement::problem::{ProblemCode, Problems};
use crate::statement::{day, words};

/// How the cells are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) day_order: DayOrder,
    pub(super) decimal_comma: bool,
    /// The currency of lines that name none.
    pub(super) currency: Option<Currency>,
}

/// Reads the rows as entries. What is wrong is told with its line.
pub(super) fn read(
    rows: &[Row],
    plan: &Plan,
    written: Written,
    problems: &mut Problems,
) -> Vec<StatementEntry> {
    let mut reader = Reader { plan, written, signs: Signs::of(rows, plan, written), problems };
    let days: Vec<Option<NaiveDate>> = rows.iter().map(|row| reader.day(row)).collect();
    let last = days.iter().rposition(Option::is_some).unwrap_or(0);
    let (mut left, mut pending) = (Vec::new(), 0_usize);
    let mut entries = Vec::with_capacity(rows.len());
    for (place, (row, day)) in rows.iter().zip(days).enumerate() {
        match leftover::of(row, plan, day.is_some(), place > last) {
            Some(Leftover::Ignored) => left.push(row.line),
            Some(Leftover::Pending) => pending += 1,
            Some(Leftover::Undated) => {
                let day = row.cell(plan.day);
                reader.problems.error(ProblemCode::BadDay, row.line, day);
            }
            None => entries.extend(day.and_then(|on| reader.entry(row, on))),
        }
    }
    if pending > 0 {
        problems.warning(ProblemCode::PendingEntries, None, &pending.to_string());
    }
    if let Some(first) = left.first() {
        problems.warning(ProblemCode::IgnoredLines, *first, &left.len().to_string());
    }
    entries
}

struct Reader<'a> {
    plan: &'a Plan,
    written: Written,
    signs: Signs,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn day(&self, row: &Row) -> Option<NaiveDate> {
        day::read(row.cell(self.plan.day), self.written.day_order)
    }

    /// The entry of a row that has a day, or nothing where something of it cannot be read.
    fn entry(&mut self, row: &Row, on: NaiveDate) -> Option<StatementEntry> {
        let currency = self.currency(row)?;
        let amount = self.amount(row, currency)?;
        let texts = self.plan.texts.iter().map(|column| row.cell(*column));
        let text = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        let mut kept = |column: Option<usize>| {
            column.and_then(|at| words::kept(row.cell(at), row.line, self.problems))
        };
        let (party, reference) = (kept(self.plan.party), kept(self.plan.reference));
        let bank_id = kept(self.plan.bank_id);
        let text = words::kept(&text, row.line, self.problems).unwrap_or_default();
        Some(StatementEntry { on, amount, party, text, reference, bank_id })
    }

    /// The currency of lines that name none, or that of the row; `Err` would be told already.
    fn currency(&mut self, row: &Row) -> Option<Option<Currency>> {
        let named = self.plan.currency.map(|column| row.cell(column)).filter(|it| !it.is_empty());
        let Some(named) = named else { return Some(self.written.currency) };
        let currency = cell::currency(&named.to_uppercase());
        if currency.is_none() {
            self.problems.error(ProblemCode::BadCurrency, row.line, named);
        }
        currency.map(Some)
    }

    fn amount(&mut self, row: &Row, currency: Option<Currency>) -> Option<Money> {
        match self.plan.sums {
            Sums::One { column, turned_round } => {
                let sum = self.sum(row, column, currency)?;
                let negative = match self.side(row)? {
                    Some(side) => side == Side::Debit,
                    None => (sum.minor() < 0) != turned_round,
                };
                self.with_sign(sum, negative, row)
            }
            Sums::Two { credit, debit } => {
                let used = |column: &usize| {
                    let cell = row.cell(*column);
                    !cell.is_empty()
                        && number::hundredths(cell, self.written.decimal_comma) != Some(0)
                };
                match (credit.filter(used), debit.filter(used)) {
                    (Some(_), Some(debit)) => {
                        // Both at once: neither alone is what moved.
                        self.problems.error(ProblemCode::BadAmount, row.line, row.cell(debit));
                        None
                    }
                    (None, Some(debit)) => {
                        let sum = self.sum(row, debit, currency)?;
                        let negative = self.signs.debits_are_signed == (sum.minor() < 0);
                        self.with_sign(sum, negative, row)
                    }
                    (Some(credit), None) => self.sum(row, credit, currency),
                    // Nought on either side moves nothing, and is a line of the bank all the same.
                    (None, None) => {
                        let filled = [credit, debit].into_iter().flatten();
                        let mut filled = filled.filter(|column| !row.cell(*column).is_empty());
                        filled.next().and_then(|column| self.sum(row, column, currency))
                    }
                }
            }
        }
    }

    /// The sum of a cell as it is written.
    fn sum(&mut self, row: &Row, column: usize, currency: Option<Currency>) -> Option<Money> {
        let cell = row.cell(column);
        let code = match number::sum(cell, self.written.decimal_comma, currency) {
            Ok(sum) => return Some(sum),
            Err(SumError::NoCurrency) => {
                self.problems.once(ProblemCode::CurrencyUnknown);
                return None;
            }
            Err(SumError::NotAnAmount | SumError::TooManyDigits | SumError::TooLarge) => {
                ProblemCode::BadAmount
            }
        };
        self.problems.error(code, row.line, cell);
        None
    }

    /// What the column for it says of the side; `None` where it says something else.
    fn side(&mut self, row: &Row) -> Option<Option<Side>> {
        let Some(column) = self.plan.side else { return Some(None) };
        let word = row.cell(column);
        let side = cell::side(word);
        if side.is_none() {
            self.problems.error(ProblemCode::BadSide, row.line, word);
        } else if self.signs.contradict_at == Some(row.line) {
            self.problems.error(ProblemCode::BadSide, row.line, word);
            return None;
        }
        side.map(Some)
    }

    fn with_sign(&mut self, sum: Money, negative: bool, row: &Row) -> Option<Money> {
        let size = sum.minor().abs();
        let signed = Money::new(if negative { -size } else { size }, sum.currency());
        if signed.is_err() {
            self.problems.error(ProblemCode::BadAmount, row.line, "");
        }
        signed.ok()
    }
}

/// What the signs of a whole column mean.
#[derive(Debug, Clone, Copy)]
struct Signs {
    /// Whether what went out bears a minus sign in its own column, so that the sign says nothing
    /// more; else one with a minus sign there was taken back.
    debits_are_signed: bool,
    /// The first line whose sign and side say different things, though they agree in others.
    contradict_at: Option<u32>,
}

impl Signs {
    fn of(rows: &[Row], plan: &Plan, written: Written) -> Self {
        let minor = |row: &Row, column: usize| {
            number::hundredths(row.cell(column), written.decimal_comma).filter(|it| *it != 0)
        };
        let debit = match plan.sums {
            Sums::Two { debit, .. } => debit,
            Sums::One { .. } => None,
        };
        let mut debits = rows.iter().filter_map(|row| minor(row, debit?)).peekable();
        let debits_are_signed = debits.peek().is_some() && debits.all(|it| it < 0);
        let contradict_at = match (plan.sums, plan.side) {
            (Sums::One { column, .. }, Some(side)) => {
                let signs = rows.iter().filter_map(|row| {
                    let debit = cell::side(row.cell(side))? == Side::Debit;
                    Some((row.line, minor(row, column)? < 0, debit))
                });
                contradiction(&signs.collect::<Vec<_>>())
            }
            _ => None,
        };
        Self { debits_are_signed, contradict_at }
    }
}

/// The first line whose sign agrees with its side otherwise than that of the first. Sums without
/// any minus sign leave the side to its column.
fn contradiction(signs: &[(u32, bool, bool)]) -> Option<u32> {
    if signs.iter().all(|(_, negative, _)| !negative) {
        return None;
    }
    let (_, negative, debit) = signs.first()?;
    let agrees = negative == debit;
    signs.iter().find(|(_, negative, debit)| (negative == debit) != agrees).map(|it| it.0)
}
