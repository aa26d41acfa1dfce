//! The household's own list of refunds, as it keeps one in a spreadsheet: whom it asked for what,
//! and what came of it.
//!
//! Any order of columns and their names in several languages are understood; encoding, delimiter,
//! order of days and decimal sign are found out as with banks' files, and all of it is given back to
//! be shown. A row that cannot be read says why, and the others are read. Nothing is evaluated: a
//! cell such as `=SUM(A1)` is its text.

mod cells;
mod columns;
mod habits;
mod layout;
mod names;
mod problem;
mod rows;
mod states;
mod totals;

use chrono::NaiveDate;
use holdfast_domain::{Currency, DayOrder, Money, RefundColumn, RefundState};

use crate::statement::csv::table::Row;
use crate::statement::csv::{cell, delimiter, table};
use crate::statement::{encoding, problem::shown};

pub use problem::{Problem, ProblemCode};

/// The largest list that is read, in bytes.
pub const LARGEST: usize = 8 << 20;

/// How many rows a list may have: more than a household asks for in a lifetime.
pub const MOST_ROWS: usize = 5_000;

/// How many columns a list may have.
const WIDEST: usize = 100;

/// How a list is to be read. What is `None` is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct How {
    /// How its lines are read.
    pub lines: Option<LinesHow>,
    /// The currency of sums that name none.
    pub currency: Option<Currency>,
}

/// How the lines of a list are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinesHow {
    /// The character between the columns.
    pub delimiter: char,
    /// How many lines stand above the first row, the names of the columns included.
    pub skip: u32,
    /// In which order a day is written.
    pub day_order: DayOrder,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: bool,
    /// What each column means, in their order; found out where none is said.
    pub columns: Vec<RefundColumn>,
}

/// What came of reading a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundList {
    /// The name of the encoding, such as `UTF-8`; empty where it is no text.
    pub encoding: String,
    /// How its lines were read, and what its columns look like; `None` where it is no table.
    pub found: Option<Found>,
    /// Its rows in the order of the file; empty where any problem of the list is an error.
    pub rows: Vec<RefundRow>,
    /// What is wrong with the list or looks odd. What is the matter with a row stands there.
    pub problems: Vec<Problem>,
}

/// How the lines of a list were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How they were read.
    pub how: LinesHow,
    /// Whether the file itself shows the order of its days.
    pub day_order_sure: bool,
    /// Whether the file itself shows the decimal sign.
    pub decimal_sure: bool,
    /// What the columns are called, or how many there are, by which such a list is known again.
    pub signature: String,
    /// The columns' names, empty where they have none.
    pub names: Vec<String>,
    /// The first few values of each column that are not empty.
    pub samples: Vec<Vec<String>>,
}

/// One row as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRow {
    /// The line on which it begins, counted from one.
    pub line: u32,
    /// Whether it only sums up the others.
    pub is_total: bool,
    /// The vendor, on one line.
    pub vendor: String,
    /// What it is about, on one line; may be empty.
    pub what: String,
    /// What was claimed, more than nothing.
    pub amount: Option<Money>,
    /// When the household asked.
    pub asked_on: Option<NaiveDate>,
    /// How it stands; open where nothing says otherwise.
    pub state: RefundState,
    /// That in the words of the row; may be empty.
    pub state_text: String,
    /// What stands behind the word for “refused”: the vendor's answer.
    pub answer: Option<String>,
    /// The vendor's reference.
    pub reference: Option<String>,
    /// What came back, or was promised, more than nothing.
    pub refunded: Option<Money>,
    /// When it came back, is promised for, or was answered.
    pub refunded_on: Option<NaiveDate>,
    /// With whom they spoke.
    pub contact: Option<String>,
    /// Remarks, with the words for its state that are not understood.
    pub notes: Option<String>,
    /// Why it cannot be read, or what looks odd.
    pub problems: Vec<Problem>,
}

impl RefundRow {
    /// Whether it cannot be taken in as it was read.
    pub fn is_unreadable(&self) -> bool {
        self.problems.iter().any(|problem| problem.is_error)
    }

    /// What came back: nothing while it is only promised.
    pub fn paid(&self) -> Option<(Money, NaiveDate)> {
        if self.state == RefundState::Promised {
            return None;
        }
        self.refunded.zip(self.refunded_on)
    }
}

/// Reads a list. The same bytes and the same `how` give the same list.
pub fn read(bytes: &[u8], how: &How) -> RefundList {
    if bytes.len() > LARGEST {
        let size = bytes.len().to_string();
        return refused("", Problem::error(ProblemCode::TooLarge, None, None, &size));
    }
    let decoded = match encoding::decode(bytes) {
        Ok(decoded) => decoded,
        Err(problem) => return refused("", Problem::of_file(&problem)),
    };
    let mut list = match table_of(&decoded.text, how.lines.as_ref()) {
        Ok((delimiter, rows)) => read_rows(&rows, delimiter, how),
        Err(problem) => refused("", problem),
    };
    list.encoding = decoded.encoding.to_owned();
    list.problems.splice(0..0, decoded.problems.iter().map(Problem::of_file));
    list
}

fn refused(encoding: &str, problem: Problem) -> RefundList {
    RefundList {
        encoding: encoding.to_owned(),
        found: None,
        rows: Vec::new(),
        problems: vec![problem],
    }
}

/// Parts a text into rows, as far as their number and width can be a household's list.
fn table_of(text: &str, how: Option<&LinesHow>) -> Result<(u8, Vec<Row>), Problem> {
    let delimiter = match how {
        Some(how) => u8::try_from(how.delimiter).ok().filter(|it| table::is_delimiter(*it)),
        None => delimiter::of(text),
    };
    let delimiter = delimiter
        .ok_or_else(|| Problem::error(ProblemCode::UnknownForm, None, None, first_line(text)))?;
    let rows = table::rows(text, delimiter).map_err(|problem| Problem::of_file(&problem))?;
    if let Some(wide) = rows.iter().find(|row| row.width() > WIDEST) {
        let width = wide.width().to_string();
        return Err(Problem::error(ProblemCode::TooManyColumns, wide.line, None, &width));
    }
    Ok((delimiter, rows))
}

fn first_line(text: &str) -> &str {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
}

fn read_rows(rows: &[Row], delimiter: u8, how: &How) -> RefundList {
    let layout = match &how.lines {
        Some(given) => layout::given(rows, given.skip),
        None => layout::find(rows),
    };
    let behind = &rows[rows.partition_point(|row| row.line <= layout.skip)..];
    let columns = match &how.lines {
        Some(given) if !given.columns.is_empty() => {
            columns::given(&given.columns, layout.names.len())
        }
        Some(_) | None => columns::find(behind, &layout.names),
    };
    let habits = habits::find(behind, &columns, how.lines.as_ref());
    let found = Found {
        how: LinesHow {
            delimiter: char::from(delimiter),
            skip: layout.skip,
            day_order: habits.day_order,
            decimal_comma: habits.decimal_comma,
            columns,
        },
        day_order_sure: habits.day_order_sure,
        decimal_sure: habits.decimal_sure,
        signature: signature(&layout.names, delimiter),
        samples: samples(behind, layout.names.len()),
        names: layout.names,
    };
    let mut problems = columns::problems(&found.how.columns);
    if behind.len() > MOST_ROWS {
        let count = behind.len().to_string();
        problems.push(Problem::error(ProblemCode::TooManyRows, None, None, &count));
    } else if behind.is_empty() {
        problems.push(Problem::error(ProblemCode::NoRows, None, None, ""));
    }
    let is_sound = problems.iter().all(|problem| !problem.is_error);
    let rows = if is_sound { rows::read(behind, &found, how.currency) } else { Vec::new() };
    if how.lines.is_none() {
        habits.warn(behind, &found.how.columns, &mut problems);
    }
    RefundList { encoding: String::new(), found: Some(found), rows, problems }
}

/// What lists of one household have in common from month to month.
fn signature(names: &[String], delimiter: u8) -> String {
    if names.iter().any(|name| !name.is_empty()) {
        let names: Vec<String> = names.iter().map(|name| cell::folded(name)).collect();
        return names.join("|");
    }
    format!("{}{}", names.len(), char::from(delimiter))
}

/// The first values of each column, as the person sees them when asked what the columns mean.
fn samples(rows: &[Row], width: usize) -> Vec<Vec<String>> {
    const VALUES: usize = 3;
    let of = |column: usize| {
        let cells = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
        cells.take(VALUES).map(shown).collect()
    };
    (0..width).map(of).collect()
}
