//! What a file on the desk looks like.

use std::path::Path;

use holdfast_domain::{StatementFormat, mask};
use holdfast_intake::statement::{CsvFound, Problem, StatementDraft};
use holdfast_store::Reader;

use super::desk::Held;
use super::{Sums, accounts, entry_view};
use crate::to_wire;
use crate::wire::{
    Account, AppError, CsvColumnView, CsvReading, DaysReading, StatementPreview, StatementProblem,
    StatementReading,
};

/// So many lines are shown before a file is taken in.
const FIRST: usize = 12;

/// What the account at that place of the file looks like.
pub(super) fn of(reader: &Reader, held: &Held, place: usize) -> Result<StatementPreview, AppError> {
    let draft = held.reading.statements.get(place);
    let known = draft.map(|draft| accounts::recognised(reader, draft)).transpose()?.flatten();
    let known_lines = match (&known, draft) {
        (Some(account), Some(draft)) => accounts::known_lines(reader, account.id, draft)?,
        (Some(_) | None, _) => 0,
    };
    let entries = draft.map_or(&[][..], |draft| &draft.entries);
    let mut sums = Sums::default();
    entries.iter().for_each(|entry| sums.add(entry.amount));
    let days = draft.and_then(accounts::days);
    let from = draft.and_then(|draft| draft.from).or(days.map(|(first, _)| first));
    let until = draft.and_then(|draft| draft.until).or(days.map(|(_, last)| last));
    let is_error = |problem: &Problem| problem.is_error;
    Ok(StatementPreview {
        id: held.preview_id(place),
        file_name: held.file_name.clone(),
        reading: reading(held),
        account_known: known.is_some(),
        account: known.as_ref().map_or_else(|| new_account(held, draft), accounts::view),
        from: to_wire::day_option(from),
        until: to_wire::day_option(until),
        lines: count(entries.len()),
        known: count(known_lines),
        sums: sums.view(),
        first: entries.iter().take(FIRST).map(entry_view).collect(),
        problems: held.reading.problems.iter().map(problem).collect(),
        ready: draft.is_some() && !held.reading.problems.iter().any(is_error),
        columns: held.reading.csv.as_ref().map_or_else(Vec::new, columns),
    })
}

/// A number for the window. No file that is read has as many lines as would not fit.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(super) fn reading(held: &Held) -> StatementReading {
    let csv = held.reading.csv.as_ref().map(|found| CsvReading {
        delimiter: found.how.delimiter.to_string(),
        skip: found.how.skip,
        day_order: found.how.day_order.into(),
        // What was said once need not be asked again.
        day_order_sure: found.day_order_sure || held.remembered,
        decimal_comma: found.how.decimal_comma,
        columns: found.how.columns.iter().map(|column| (*column).into()).collect(),
        remembered: held.remembered,
    });
    let days =
        held.reading.days.map(|days| DaysReading { order: days.order.into(), sure: days.sure });
    StatementReading {
        // What is no known form can at best be columns that the person knows how to read.
        format: held.reading.format.unwrap_or(StatementFormat::Csv).into(),
        encoding: held.reading.encoding.clone(),
        csv,
        days,
    }
}

fn columns(found: &CsvFound) -> Vec<CsvColumnView> {
    let count = found.how.columns.len().max(found.names.len()).max(found.samples.len());
    let column = |place: usize| CsvColumnView {
        name: found.names.get(place).cloned().unwrap_or_default(),
        samples: found.samples.get(place).cloned().unwrap_or_default(),
    };
    (0..count).map(column).collect()
}

fn problem(of: &Problem) -> StatementProblem {
    StatementProblem {
        is_error: of.is_error,
        line: of.line,
        code: of.code.as_str().to_owned(),
        text: of.text.clone(),
    }
}

/// An account that is not known yet, by what the file says of it; else by the file's name.
fn new_account(held: &Held, draft: Option<&StatementDraft>) -> Account {
    let stem = Path::new(&held.file_name).file_stem().map(|stem| stem.to_string_lossy());
    let of_file = |draft: &StatementDraft| draft.name.clone().or_else(|| draft.bank.clone());
    let first = draft.and_then(|draft| draft.entries.first());
    let currency = draft
        .and_then(|draft| draft.currency)
        .or_else(|| first.map(|entry| entry.amount.currency()))
        .or(held.how.currency);
    Account {
        id: None,
        name: draft.and_then(of_file).unwrap_or_else(|| stem.unwrap_or_default().into_owned()),
        bank: draft.and_then(|draft| draft.bank.clone()),
        number: draft.and_then(|draft| draft.number.as_deref()).map(mask::account),
        currency: currency.map(|it| it.code().to_owned()).unwrap_or_default(),
    }
}
