//! What scripts are told of a list of refunds: how it was read, what becomes of each row, and what
//! was taken in.

use std::io::Read;

pub use holdfast_domain::DayOrder;
use holdfast_domain::RefundState;
pub use holdfast_domain::{RefundColumn, UnknownWord};
use serde::Serialize;

use super::known::name_key;
use crate::App;
use crate::error::refused;
use crate::wire::{
    self, AppError, Money, RefundListHow, RefundListPreview, RefundListTaken, RefundListTaking,
    RefundProblem, RefundRow, RefundStanding,
};

/// How a list is taken in. What is not said is found out.
#[derive(Debug, Clone, Copy, Default)]
pub struct RefundListAsk<'a> {
    /// The currency of sums that name none.
    pub currency: Option<&'a str>,
    /// In which order days are written that can be read in several.
    pub day_order: Option<DayOrder>,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: Option<bool>,
    /// What columns mean, each by its name or its place counted from one.
    pub columns: &'a [(String, RefundColumn)],
    /// The member who leads new disputes, by name; where nobody is there yet, their name.
    pub lead: Option<&'a str>,
    /// Whether it is only looked at.
    pub dry_run: bool,
}

/// What came of taking a list in, or what would.
#[derive(Debug, Serialize)]
pub struct RefundListImport {
    /// Whether it was taken in; else nothing was written.
    pub imported: bool,
    /// Whether it could be: `problems` says why not.
    pub ready: bool,
    /// How its days and sums were read.
    pub reading: ReadingRow,
    /// How its columns were read, in their order.
    pub columns: Vec<ColumnRow>,
    /// What becomes of the first 200 rows.
    pub rows: Vec<ListRow>,
    /// How many of all rows there are of each standing.
    pub count: CountRow,
    /// What is wrong or looks odd, with the list first; at most 200.
    pub problems: Vec<ProblemRow>,
    /// What was written down.
    pub taken: Option<TakenRow>,
}

/// How days and sums were read.
#[derive(Debug, Serialize)]
pub struct ReadingRow {
    /// `dmy`, `mdy` or `ymd`; days that begin with their year are read by themselves.
    pub day_order: &'static str,
    /// Whether the list itself shows that order, or it was said.
    pub day_order_sure: bool,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: bool,
    /// Whether the list itself shows it, or it was said.
    pub decimal_sure: bool,
    /// The currency of sums that name none.
    pub currency: Option<String>,
}

/// A column and what it was taken for.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct ColumnRow {
    pub name: String,
    pub column: &'static str,
}

/// One row of the list. Sums are plain decimals.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct ListRow {
    pub line: u32,
    pub standing: &'static str,
    pub vendor: String,
    pub vendor_known: bool,
    pub what: String,
    pub amount: Option<String>,
    pub currency: Option<String>,
    pub asked_on: Option<String>,
    pub state: &'static str,
    pub reference: Option<String>,
    pub refunded: Option<String>,
    pub refunded_on: Option<String>,
    /// The line of the row whose dispute it joins.
    pub joined_with: Option<u32>,
    /// The dispute of the record that it is in or joins.
    pub dispute: Option<String>,
}

/// How many rows there are of each standing.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct CountRow {
    pub all: u32,
    pub fresh: u32,
    pub more: u32,
    pub known: u32,
    pub unreadable: u32,
    pub totals: u32,
}

/// Something about the list or one of its rows.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct ProblemRow {
    pub is_error: bool,
    pub line: Option<u32>,
    pub column: Option<&'static str>,
    pub code: String,
    pub text: String,
}

/// What was written down.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the names say what they are")]
pub struct TakenRow {
    /// The journal's action; absent where every row was there already.
    pub action: Option<String>,
    pub disputes: u32,
    pub added_to: u32,
    pub claims: u32,
    pub remedies: u32,
    pub vendors: u32,
    pub people: u32,
    pub known: u32,
    pub left_out: u32,
}

impl RefundListAsk<'_> {
    /// Whether the list is to be read in any other way than it is found.
    fn says_something(&self) -> bool {
        self.currency.is_some()
            || self.day_order.is_some()
            || self.decimal_comma.is_some()
            || !self.columns.is_empty()
    }
}

impl App {
    /// Takes a list in without a window, or only looks at it.
    ///
    /// # Errors
    /// `FileTooLarge`; `Refused` where a column, the currency or who leads is not there; what taking
    /// in can meet. What is wrong with the list is in the answer.
    pub fn import_refund_list(
        &self,
        name: &str,
        content: &mut dyn Read,
        ask: &RefundListAsk<'_>,
    ) -> Result<RefundListImport, AppError> {
        let found = self.open_refund_list(name, content)?;
        let taken = self.import_opened(found, ask);
        // A list that was not taken in stays on nobody's desk.
        *self.held_list() = None;
        taken
    }

    fn import_opened(
        &self,
        first: RefundListPreview,
        ask: &RefundListAsk<'_>,
    ) -> Result<RefundListImport, AppError> {
        let mut preview = first;
        let reading = reading(&preview, ask);
        let open: Vec<RefundProblem> =
            preview.problems.iter().filter(|it| is_open(it, &reading)).cloned().collect();
        if !preview.columns.is_empty() && ask.says_something() {
            preview = self.read_refund_list(&preview.id, Some(&asked(&preview, ask)?))?;
            // What nobody has said stays open, however the rest was said.
            preview.problems.splice(0..0, open);
        }
        let mut import = of(&preview, reading);
        if preview.ready && !ask.dry_run {
            let (lead, lead_name) = self.lead_called(ask.lead)?;
            let taking =
                RefundListTaking { preview: preview.id, leave_out: Vec::new(), lead, lead_name };
            import.taken = Some(taken(self.take_in_refund_list(&taking)?));
            import.imported = true;
        }
        Ok(import)
    }

    /// Who is called so, by their id; else the name, for somebody whom the record does not know yet.
    fn lead_called(
        &self,
        name: Option<&str>,
    ) -> Result<(Option<String>, Option<String>), AppError> {
        let Some(name) = name else { return Ok((None, None)) };
        let members = self.read(|reader| Ok(reader.members()?))?;
        if members.is_empty() {
            return Ok((None, Some(name.to_owned())));
        }
        let known = members.iter().find(|member| name_key(&member.name) == name_key(name));
        let known = known.ok_or_else(|| refused("lead", "no_such_member", [("text", name)]))?;
        Ok((Some(known.id.to_string()), None))
    }
}

/// How days and sums are read by what was found and what is said.
fn reading(preview: &RefundListPreview, ask: &RefundListAsk<'_>) -> ReadingRow {
    let found = &preview.reading;
    ReadingRow {
        day_order: ask.day_order.unwrap_or_else(|| found.day_order.into()).as_str(),
        day_order_sure: found.day_order_sure || ask.day_order.is_some(),
        decimal_comma: ask.decimal_comma.unwrap_or(found.decimal_comma),
        decimal_sure: found.decimal_sure || ask.decimal_comma.is_some(),
        currency: ask.currency.map(str::to_owned).or_else(|| found.currency.clone()),
    }
}

/// Whether a problem says that days or sums can be read otherwise, and nobody has said how.
fn is_open(problem: &RefundProblem, reading: &ReadingRow) -> bool {
    match problem.code.as_str() {
        "day_order_unsure" => !reading.day_order_sure,
        "decimal_unsure" => !reading.decimal_sure,
        _ => false,
    }
}

/// How the list is to be read by what was found and what is said. A column that gave way to another
/// is kept as notes.
fn asked(preview: &RefundListPreview, ask: &RefundListAsk<'_>) -> Result<RefundListHow, AppError> {
    let mut columns: Vec<wire::RefundColumn> =
        preview.columns.iter().map(|column| column.column).collect();
    for (name, column) in ask.columns {
        let at = column_called(preview, name)
            .ok_or_else(|| refused("map", "no_such_column", [("text", name)]))?;
        let wanted = wire::RefundColumn::from(*column);
        let repeats =
            matches!(column, RefundColumn::What | RefundColumn::Notes | RefundColumn::Ignore);
        for other in columns.iter_mut().filter(|other| !repeats && **other == wanted) {
            *other = wire::RefundColumn::Notes;
        }
        columns[at] = wanted;
    }
    let reading = &preview.reading;
    Ok(RefundListHow {
        delimiter: reading.delimiter.clone(),
        skip: reading.skip,
        day_order: ask.day_order.map_or(reading.day_order, Into::into),
        decimal_comma: ask.decimal_comma.unwrap_or(reading.decimal_comma),
        currency: ask.currency.map(str::to_owned).or_else(|| reading.currency.clone()),
        columns,
    })
}

/// The place of the column of that name, or with that number.
fn column_called(preview: &RefundListPreview, name: &str) -> Option<usize> {
    let wanted = name_key(name);
    let named = preview.columns.iter().position(|column| name_key(&column.name) == wanted);
    let number = || name.trim().parse::<usize>().ok()?.checked_sub(1);
    named.or_else(|| number().filter(|at| *at < preview.columns.len()))
}

fn of(preview: &RefundListPreview, reading: ReadingRow) -> RefundListImport {
    let count = &preview.count;
    let column =
        |of: &wire::RefundColumnView| ColumnRow { name: of.name.clone(), column: word(of.column) };
    RefundListImport {
        imported: false,
        ready: preview.ready,
        reading,
        columns: preview.columns.iter().map(column).collect(),
        rows: preview.rows.iter().map(row).collect(),
        count: CountRow {
            all: count.all,
            fresh: count.fresh,
            more: count.more,
            known: count.known,
            unreadable: count.unreadable,
            totals: count.totals,
        },
        problems: preview.problems.iter().map(problem).collect(),
        taken: None,
    }
}

fn word(column: wire::RefundColumn) -> &'static str {
    RefundColumn::from(column).as_str()
}

fn row(of: &RefundRow) -> ListRow {
    let amount = |money: &Option<Money>| money.as_ref().map(|money| money.amount.clone());
    ListRow {
        line: of.line,
        standing: match of.standing {
            RefundStanding::Fresh => "fresh",
            RefundStanding::More => "more",
            RefundStanding::Known => "known",
            RefundStanding::Unreadable => "unreadable",
            RefundStanding::Total => "total",
        },
        vendor: of.vendor.clone(),
        vendor_known: of.vendor_known,
        what: of.what.clone(),
        amount: amount(&of.amount),
        currency: of.amount.as_ref().map(|money| money.currency.clone()),
        asked_on: of.asked_on.clone(),
        state: RefundState::from(of.state).as_str(),
        reference: of.reference.clone(),
        refunded: amount(&of.refunded),
        refunded_on: of.refunded_on.clone(),
        joined_with: of.joined_with,
        dispute: of.dispute.as_ref().map(|dispute| dispute.name.clone()),
    }
}

fn problem(of: &RefundProblem) -> ProblemRow {
    ProblemRow {
        is_error: of.is_error,
        line: of.line,
        column: of.column.map(word),
        code: of.code.clone(),
        text: of.text.clone(),
    }
}

fn taken(of: RefundListTaken) -> TakenRow {
    TakenRow {
        action: of.done.action,
        disputes: of.disputes,
        added_to: of.added_to,
        claims: of.claims,
        remedies: of.remedies,
        vendors: of.vendors,
        people: of.people,
        known: of.known,
        left_out: of.left_out,
    }
}
