//! The rows of a list: what each says.

use chrono::NaiveDate;
use holdfast_domain::{Currency, Money, RefundColumn, RefundState, text, typed};

use super::cells::{Reading, is_nothing, line, prose};
use super::problem::ProblemCode;
use super::{Found, RefundRow, names, states, totals};
use crate::statement::csv::table::Row;

/// Reads the rows, and tells which only sum up the others.
pub(super) fn read(rows: &[Row], found: &Found, currency: Option<Currency>) -> Vec<RefundRow> {
    let table = Table { found, currency };
    let mut read: Vec<RefundRow> = rows.iter().map(|row| table.row(row)).collect();
    totals::mark(rows, found, &mut read);
    read
}

struct Table<'a> {
    found: &'a Found,
    currency: Option<Currency>,
}

impl Table<'_> {
    fn row(&self, row: &Row) -> RefundRow {
        let mut problems = Vec::new();
        let mut reading = Reading {
            line: row.line,
            day_order: self.found.how.day_order,
            decimal_comma: self.found.how.decimal_comma,
            problems: &mut problems,
        };
        let vendor = self.vendor(row, &mut reading);
        let money = self.money(row, &mut reading);
        let asked_on = self.asked_on(row, &mut reading);
        let cell = self.cell(row, RefundColumn::RefundedOn);
        let refunded_on = reading.day(cell, RefundColumn::RefundedOn);
        let standing = self.standing(row, &money, &mut reading);
        let notes = self.notes(row, &standing);
        let mut read = RefundRow {
            line: row.line,
            is_total: false,
            what: reading.fitting(self.what(row), RefundColumn::What, text::PROSE),
            reference: self.optional(row, RefundColumn::Reference, text::LINE, &mut reading),
            contact: self.optional(row, RefundColumn::Contact, text::NAME, &mut reading),
            notes: notes.map(|it| reading.fitting(it, RefundColumn::Notes, text::PROSE)),
            vendor,
            amount: money.amount,
            asked_on,
            state: standing.state,
            state_text: standing.text,
            answer: standing.answer,
            refunded: money.refunded.filter(|it| it.is_positive()),
            refunded_on,
            problems: Vec::new(),
        };
        came_back(&mut read, &money, &mut reading);
        read.problems = problems;
        read
    }

    fn vendor(&self, row: &Row, reading: &mut Reading<'_>) -> String {
        let column = RefundColumn::Vendor;
        let vendor = reading.fitting(self.line(row, column), column, text::NAME);
        if is_nothing(&vendor) {
            reading.error(ProblemCode::VendorMissing, column, "");
        }
        vendor
    }

    fn asked_on(&self, row: &Row, reading: &mut Reading<'_>) -> Option<NaiveDate> {
        let (cell, column) = (self.cell(row, RefundColumn::AskedOn), RefundColumn::AskedOn);
        if is_nothing(cell) {
            reading.error(ProblemCode::DayMissing, column, "");
        }
        reading.day(cell, column)
    }

    /// How it stands by its word, else by its sums.
    fn standing(&self, row: &Row, money: &RowMoney, reading: &mut Reading<'_>) -> Standing {
        let text = self.line(row, RefundColumn::State);
        let said = states::said(&text);
        if said.is_none() && !is_nothing(&text) {
            reading.warning(ProblemCode::StateUnknown, RefundColumn::State, &text);
        }
        let state = said.as_ref().map_or_else(|| money.state(), |said| said.state);
        let is_whole = said.as_ref().is_some_and(|said| said.rest.is_none());
        let answer = said
            .and_then(|said| said.rest)
            .filter(|_| state == RefundState::Refused)
            .map(|answer| reading.fitting(answer, RefundColumn::State, text::PROSE));
        let is_told = is_whole || answer.is_some() || is_nothing(&text);
        Standing { state, text, answer, is_told }
    }

    /// The cell of the column of that meaning; empty where there is none.
    fn cell<'a>(&self, row: &'a Row, column: RefundColumn) -> &'a str {
        let at = self.found.how.columns.iter().position(|it| *it == column);
        at.map_or("", |at| row.cell(at))
    }

    fn line(&self, row: &Row, column: RefundColumn) -> String {
        line(self.cell(row, column))
    }

    fn optional(
        &self,
        row: &Row,
        column: RefundColumn,
        limit: usize,
        reading: &mut Reading<'_>,
    ) -> Option<String> {
        let text = self.line(row, column);
        (!is_nothing(&text)).then(|| reading.fitting(text, column, limit))
    }

    /// Which columns have that meaning, with their names.
    fn columns(&self, column: RefundColumn) -> impl Iterator<Item = (usize, &str)> {
        let all = self.found.how.columns.iter().enumerate();
        let at = all.filter(move |(_, it)| **it == column).map(|(at, _)| at);
        at.map(|at| (at, self.found.names.get(at).map_or("", String::as_str)))
    }

    fn what(&self, row: &Row) -> String {
        let cells = self.columns(RefundColumn::What).map(|(at, _)| line(row.cell(at)));
        cells.filter(|cell| !is_nothing(cell)).collect::<Vec<_>>().join(", ")
    }

    fn money(&self, row: &Row, reading: &mut Reading<'_>) -> RowMoney {
        let usual = self.named_currency(RefundColumn::Amount).or(self.currency);
        let named = self.cell(row, RefundColumn::Currency);
        let currency = reading.currency(named, usual);
        let cell = self.cell(row, RefundColumn::Amount);
        let amount = reading.sum(cell, RefundColumn::Amount, currency);
        if is_nothing(cell) {
            reading.error(ProblemCode::AmountMissing, RefundColumn::Amount, "");
        } else if amount.is_some_and(Money::is_zero) {
            reading.error(ProblemCode::AmountNotPositive, RefundColumn::Amount, cell);
        }
        let own = amount.map(Money::currency);
        let other = own.filter(|own| !is_nothing(named) && currency.is_some_and(|it| it != *own));
        let cell = self.cell(row, RefundColumn::Refunded);
        let refunded = reading.sum(cell, RefundColumn::Refunded, own.or(currency));
        let came = refunded.map(Money::currency);
        if other.is_some() || own.is_some() && came.is_some_and(|came| Some(came) != own) {
            reading.error(ProblemCode::CurrenciesDiffer, RefundColumn::Currency, named);
        }
        RowMoney { amount: amount.filter(|it| it.is_positive()), refunded }
    }

    /// The currency that stands in the name of a column of sums: `Amount (EUR)`.
    fn named_currency(&self, column: RefundColumn) -> Option<Currency> {
        let parts = |name: &'_ str| -> Vec<String> {
            let part = |it: char| it.is_whitespace() || "()[]/,".contains(it);
            name.split(part).map(str::to_owned).collect()
        };
        let mut parts = self.columns(column).flat_map(|(_, name)| parts(name));
        parts.find_map(|part| match typed::currencies(&part).as_slice() {
            [only] => Some(*only),
            [] | [..] => None,
        })
    }

    /// The remarks: each column that is not called so with its name, and the words for its state
    /// that nothing else holds.
    fn notes(&self, row: &Row, standing: &Standing) -> Option<String> {
        let mut notes: Vec<String> = self
            .columns(RefundColumn::Notes)
            .map(|(at, name)| (prose(row.cell(at)), name))
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, name)| match name {
                name if name.is_empty() || names::is_remarks(name) => text,
                name => format!("{name}: {text}"),
            })
            .collect();
        if !standing.is_told {
            let name = self.columns(RefundColumn::State).next().map_or("", |(_, name)| name);
            let name = if name.is_empty() { "Status" } else { name };
            notes.push(format!("{name}: {}", standing.text));
        }
        (!notes.is_empty()).then(|| notes.join("\n"))
    }
}

/// How a row stands.
struct Standing {
    state: RefundState,
    /// In its own words.
    text: String,
    /// The vendor's answer.
    answer: Option<String>,
    /// Whether the words say nothing beyond the state and the answer.
    is_told: bool,
}

/// The sums of one row.
struct RowMoney {
    amount: Option<Money>,
    refunded: Option<Money>,
}

impl RowMoney {
    /// How it stands where no word says so.
    fn state(&self) -> RefundState {
        match (self.refunded.filter(|it| it.is_positive()), self.amount) {
            (Some(refunded), Some(amount)) if refunded.minor() < amount.minor() => {
                RefundState::PartlyRefunded
            }
            (Some(_), _) => RefundState::Refunded,
            (None, _) => RefundState::Open,
        }
    }
}

/// What came back by the row's word, sum and day, and what is missing of it.
fn came_back(row: &mut RefundRow, money: &RowMoney, reading: &mut Reading<'_>) {
    let is_unread = |column| reading.problems.iter().any(|it| it.column == Some(column));
    let (sum_unread, day_unread) =
        (is_unread(RefundColumn::Refunded), is_unread(RefundColumn::RefundedOn));
    match row.state {
        RefundState::Refunded if money.refunded.is_none() && !sum_unread => {
            row.refunded = row.amount;
        }
        RefundState::Refunded | RefundState::PartlyRefunded => {
            if row.refunded.is_none() && !sum_unread {
                reading.error(ProblemCode::RefundMissing, RefundColumn::Refunded, "");
            }
        }
        RefundState::Open
        | RefundState::Waiting
        | RefundState::Promised
        | RefundState::Refused
        | RefundState::GivenUp => {}
    }
    let is_paid = row.refunded.is_some() && row.state != RefundState::Promised;
    if is_paid && row.refunded_on.is_none() && !day_unread {
        reading.error(ProblemCode::RefundDayMissing, RefundColumn::RefundedOn, "");
    }
    if let (Some(amount), Some(refunded)) = (row.amount, row.refunded)
        && amount.currency() == refunded.currency()
        && refunded.minor() > amount.minor()
    {
        let (code, text) = (ProblemCode::RefundExceeds, refunded.to_string());
        reading.warning(code, RefundColumn::Refunded, &text);
    }
    if let (Some(asked), Some(came)) = (row.asked_on, row.refunded_on)
        && came < asked
    {
        let (code, text) = (ProblemCode::RefundBeforeAsked, came.to_string());
        reading.warning(code, RefundColumn::RefundedOn, &text);
    }
}
