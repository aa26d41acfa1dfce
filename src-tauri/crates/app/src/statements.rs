//! Bank statements: taken in, asked what they say of the disputes, and answered line by line.

pub(crate) mod accounts;
pub mod answers;
mod board;
mod confirm;
mod desk;
mod dismiss;
mod effects;
mod found;
mod preview;
mod taking;

use std::collections::BTreeMap;

use holdfast_domain::{Currency, LineRef, Money, StatementEntry, StatementId, StatementLine};
use holdfast_store::{Noun, Reader, Record};

pub(crate) use desk::{Held, all_of};
pub(crate) use preview::count;

use crate::error::{refused, with};
use crate::wire::{AppError, ErrorCode, MatchedPart, StatementLineView, StatementSum};
use crate::{from_wire, to_wire};

/// Refuses to put away a statement, or the account with all of them, while the record goes by what
/// was said of its lines.
pub(crate) fn may_go(reader: &Reader, record: Record) -> Result<(), AppError> {
    let statements = reader.statements()?;
    let goes = |of: StatementId| {
        let statement = statements.iter().find(|statement| statement.id == of);
        record == Record::Statement(of)
            || statement.is_some_and(|it| record == Record::Account(it.account))
    };
    let matches = reader.statement_matches()?;
    if matches.iter().any(|said| said.confirmed && goes(said.statement)) {
        let by = Noun::StatementMatch.as_str().to_owned();
        return Err(with(ErrorCode::StillNamed, [("by", by)]));
    }
    Ok(())
}

/// A line's name, as the window and scripts know it.
fn line_id(at: LineRef) -> String {
    format!("{}:{}", at.statement, at.number)
}

fn line_ref(text: &str) -> Result<LineRef, AppError> {
    let unknown = || refused("line", "unknown_reference", []);
    let (statement, number) = text.split_once(':').ok_or_else(unknown)?;
    let statement = from_wire::id("line", statement)?;
    Ok(LineRef { statement, number: number.parse().map_err(|_| unknown())? })
}

fn line_view(line: &StatementLine, matched: Vec<MatchedPart>) -> StatementLineView {
    let at = LineRef { statement: line.statement, number: line.number };
    StatementLineView { id: line_id(at), matched, ..entry_view(&line.entry) }
}

/// A line that belongs to no statement yet.
fn entry_view(entry: &StatementEntry) -> StatementLineView {
    StatementLineView {
        id: String::new(),
        on: to_wire::day(entry.on),
        amount: to_wire::money(entry.amount),
        party: entry.party.clone(),
        text: entry.text.clone(),
        reference: entry.reference.clone(),
        matched: Vec::new(),
    }
}

/// What came in and went out, per currency, gathered line by line.
#[derive(Default)]
struct Sums(BTreeMap<Currency, (i128, i128)>);

impl Sums {
    fn add(&mut self, amount: Money) {
        let (credits, debits) = self.0.entry(amount.currency()).or_default();
        let minor = i128::from(amount.minor());
        *if minor > 0 { credits } else { debits } += minor.abs();
    }

    /// The sums. What is beyond the range of money is shown as its end: it is only shown.
    fn view(&self) -> Vec<StatementSum> {
        let money = |minor: i128, currency| {
            let held = i64::try_from(minor).unwrap_or(Money::LIMIT).min(Money::LIMIT);
            to_wire::money(Money::new(held, currency).unwrap_or(Money::zero(currency)))
        };
        let of = |(currency, (credits, debits)): (&Currency, &(i128, i128))| StatementSum {
            credits: money(*credits, *currency),
            debits: money(*debits, *currency),
        };
        self.0.iter().map(of).collect()
    }
}
