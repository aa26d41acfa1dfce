//! What a list on the desk looks like.

use std::collections::{BTreeMap, HashSet};

use holdfast_domain::{Currency, DayOrder, Money, NaiveDate, RefundState};
use holdfast_intake::refund_list::{Found, Problem, RefundRow};
use holdfast_store::Reader;

use super::desk::Held;
use super::draft::{Draft, For, Placed};
use crate::clock::new_id;
use crate::statements::count;
use crate::to_wire;
use crate::wire::{
    AppError, Named, RefundColumnView, RefundListPreview, RefundListReading, RefundProblem,
    RefundRow as Row, RefundRowCount, RefundStanding, RefundStateCount, RefundSum,
};

/// So many rows, and problems, are shown before a list is taken in.
const SHOWN: usize = 200;

/// So much of a text is shown, in characters.
const CHARACTERS: usize = 300;

/// What the list looks like against the record.
pub(super) fn of(
    reader: &Reader,
    held: &Held,
    today: NaiveDate,
) -> Result<RefundListPreview, AppError> {
    let list = &held.read.list;
    // Nobody leads what is only looked at.
    let whom = For { leave_out: &HashSet::new(), lead: new_id(), today };
    let draft = Draft::of(reader, &list.rows, &whom)?;
    let rows = || list.rows.iter().zip(&draft.rows);
    let of_list = list.problems.iter().map(problem);
    let of_rows = rows().flat_map(|(row, placed)| problems_of(row, placed));
    let is_error = |problem: &Problem| problem.is_error;
    Ok(RefundListPreview {
        id: held.id.clone(),
        file_name: held.file_name.clone(),
        reading: reading(held),
        columns: list.found.as_ref().map_or_else(Vec::new, columns),
        rows: rows().take(SHOWN).map(|(row, placed)| view(row, placed)).collect(),
        count: counted(&draft.rows),
        states: states(rows()),
        disputes: count(draft.matters.iter().filter(|matter| matter.is_new).count()),
        sums: sums(rows()),
        problems: of_list.chain(of_rows.map(problem)).take(SHOWN).collect(),
        ready: list.found.is_some() && !list.problems.iter().any(is_error),
    })
}

fn reading(held: &Held) -> RefundListReading {
    let read = &held.read;
    let found = read.list.found.as_ref();
    let how = found.map(|found| &found.how);
    RefundListReading {
        delimiter: how.map_or_else(String::new, |how| how.delimiter.to_string()),
        skip: how.map_or(0, |how| how.skip),
        encoding: read.list.encoding.clone(),
        day_order: how.map_or(DayOrder::DayFirst, |how| how.day_order).into(),
        // What was said once need not be asked again.
        day_order_sure: read.remembered || found.is_none_or(|found| found.day_order_sure),
        decimal_comma: how.is_some_and(|how| how.decimal_comma),
        decimal_sure: read.remembered || found.is_none_or(|found| found.decimal_sure),
        currency: read.currency.map(|it| it.code().to_owned()),
        remembered: read.remembered,
    }
}

fn columns(found: &Found) -> Vec<RefundColumnView> {
    let column = |(at, column): (usize, &holdfast_domain::RefundColumn)| RefundColumnView {
        name: found.names.get(at).cloned().unwrap_or_default(),
        samples: found.samples.get(at).cloned().unwrap_or_default(),
        column: (*column).into(),
    };
    found.how.columns.iter().enumerate().map(column).collect()
}

pub(super) fn counted(rows: &[Placed]) -> RefundRowCount {
    let of = |standing| count(rows.iter().filter(|row| row.standing == standing).count());
    RefundRowCount {
        all: count(rows.len()),
        fresh: of(RefundStanding::Fresh),
        more: of(RefundStanding::More),
        known: of(RefundStanding::Known),
        unreadable: of(RefundStanding::Unreadable),
        totals: of(RefundStanding::Total),
    }
}

fn view(row: &RefundRow, placed: &Placed) -> Row {
    let text = |text: &Option<String>| text.as_deref().map(shortened);
    Row {
        line: row.line,
        standing: placed.standing,
        vendor: shortened(&row.vendor),
        vendor_known: placed.vendor_known,
        what: shortened(&row.what),
        amount: row.amount.map(to_wire::money),
        asked_on: to_wire::day_option(row.asked_on),
        state: row.state.into(),
        state_text: shortened(&row.state_text),
        reference: text(&row.reference),
        refunded: row.refunded.map(to_wire::money),
        refunded_on: to_wire::day_option(row.refunded_on),
        contact: text(&row.contact),
        notes: text(&row.notes),
        joined_with: placed.joined_with,
        dispute: placed
            .dispute
            .as_ref()
            .map(|(id, title)| Named { id: id.to_string(), name: title.clone() }),
        problems: problems_of(row, placed).map(problem).collect(),
    }
}

/// What is the matter with a row. What looked odd in one that is there already was said before.
fn problems_of<'a>(row: &'a RefundRow, placed: &'a Placed) -> impl Iterator<Item = &'a Problem> {
    let is_new = placed.standing != RefundStanding::Known;
    row.problems.iter().chain(&placed.problems).filter(move |_| is_new)
}

/// The beginning of a text: a cell of a megabyte is no row of a table on a screen.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

pub(super) fn problem(of: &Problem) -> RefundProblem {
    RefundProblem {
        is_error: of.is_error,
        line: of.line,
        column: of.column.map(Into::into),
        code: of.code.as_str().to_owned(),
        text: of.text.clone(),
    }
}

/// Whether a row could be read, and is a refund of its own.
fn is_read(placed: &Placed) -> bool {
    match placed.standing {
        RefundStanding::Fresh | RefundStanding::More | RefundStanding::Known => true,
        RefundStanding::Unreadable | RefundStanding::Total => false,
    }
}

/// How the rows that can be read stand.
fn states<'a>(rows: impl Iterator<Item = (&'a RefundRow, &'a Placed)>) -> Vec<RefundStateCount> {
    let mut states: BTreeMap<RefundState, usize> = BTreeMap::new();
    for (row, _) in rows.filter(|(_, placed)| is_read(placed)) {
        *states.entry(row.state).or_default() += 1;
    }
    let of = |(state, rows): (&RefundState, &usize)| RefundStateCount {
        state: (*state).into(),
        rows: count(*rows),
    };
    states.iter().map(of).collect()
}

/// What was claimed and came back, per currency, over all rows that can be read. What is beyond the
/// range of money is shown as its end: it is only shown.
fn sums<'a>(rows: impl Iterator<Item = (&'a RefundRow, &'a Placed)>) -> Vec<RefundSum> {
    let mut sums: BTreeMap<Currency, (i128, i128)> = BTreeMap::new();
    let mut add = |money: Option<Money>, is_refund: bool| {
        let Some(money) = money else { return };
        let (claimed, refunded) = sums.entry(money.currency()).or_default();
        *if is_refund { refunded } else { claimed } += i128::from(money.minor());
    };
    for (row, _) in rows.filter(|(_, placed)| is_read(placed)) {
        add(row.amount, false);
        add(row.paid().map(|(sum, _)| sum), true);
    }
    let money = |minor: i128, currency| {
        let held = i64::try_from(minor).unwrap_or(Money::LIMIT).min(Money::LIMIT);
        to_wire::money(Money::new(held, currency).unwrap_or(Money::zero(currency)))
    };
    let of = |(currency, (claimed, refunded)): (&Currency, &(i128, i128))| RefundSum {
        claimed: money(*claimed, *currency),
        refunded: money(*refunded, *currency),
    };
    sums.iter().map(of).collect()
}
