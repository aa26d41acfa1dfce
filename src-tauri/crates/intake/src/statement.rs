//! Bank statements: what banks call OFX, QFX, CSV, CAMT, QIF and MT940, read into entries.
//!
//! Nothing is taken for granted: encoding, separators, decimal sign and order of the date are found
//! out and given back to be shown. What cannot be read is a problem with its line, and then nothing
//! of the file is given.
//!
//! The way of a file: its bytes become text (`encoding`), the text shows its form (`form`), and the
//! reader of that form makes drafts of it.

mod camt;
pub(crate) mod csv;
pub(crate) mod day;
pub(crate) mod encoding;
mod form;
mod line_count;
mod merge;
mod mt940;
pub(crate) mod number;
mod ofx;
pub(crate) mod problem;
mod qif;
mod words;
mod xml;

use chrono::NaiveDate;
use holdfast_domain::{CsvColumn, Currency, DayOrder, StatementEntry, StatementFormat};

pub use problem::{Problem, ProblemCode};

use problem::Problems;

/// The largest file that is read, in bytes: a household's bank writes some hundred bytes a line,
/// so this is more than half a million of them.
pub const LARGEST: usize = 64 << 20;

/// How a file is to be read. What is `None` is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct How {
    /// The form.
    pub format: Option<StatementFormat>,
    /// For CSV: how its lines are to be read.
    pub csv: Option<CsvHow>,
    /// For QIF: in which order a day is written.
    pub day_order: Option<DayOrder>,
    /// The currency of entries that name none.
    pub currency: Option<Currency>,
}

/// How the lines of a CSV file are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvHow {
    /// The character between the columns.
    pub delimiter: char,
    /// How many lines stand above the first transaction, the names of the columns included.
    pub skip: u32,
    /// In which order a day is written.
    pub day_order: DayOrder,
    /// Whether the comma is the decimal sign.
    pub decimal_comma: bool,
    /// What each column means, in their order.
    pub columns: Vec<CsvColumn>,
}

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The form; `None` where it is none that is known.
    pub format: Option<StatementFormat>,
    /// The name of the encoding, such as `UTF-8`.
    pub encoding: String,
    /// How a CSV file was read, and what its columns look like.
    pub csv: Option<CsvFound>,
    /// In which order the days of a QIF file are written.
    pub days: Option<DaysFound>,
    /// What it holds, one an account; empty when any problem is an error.
    pub statements: Vec<StatementDraft>,
    /// What is wrong or looks odd, in the order of the file.
    pub problems: Vec<Problem>,
}

/// In which order the days of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysFound {
    /// The order in which they were read.
    pub order: DayOrder,
    /// Whether the file itself shows it: one of its days can be read in one way only. Else it is
    /// to be confirmed.
    pub sure: bool,
}

/// How a CSV file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvFound {
    /// How its lines were read.
    pub how: CsvHow,
    /// Whether the file itself shows the order of its dates: one of them can be read in one way only.
    pub day_order_sure: bool,
    /// What the columns are called, or how many there are and what stands in them, by which files
    /// of one bank are known.
    pub signature: String,
    /// The columns' names, empty where they have none.
    pub names: Vec<String>,
    /// The first few values of each column that are not empty.
    pub samples: Vec<Vec<String>>,
}

/// What a file says of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementDraft {
    /// The bank as the file names it.
    pub bank: Option<String>,
    /// The account's number as the file writes it.
    pub number: Option<String>,
    /// The account's name or sort as the file writes it.
    pub name: Option<String>,
    /// Its currency, where the file says one.
    pub currency: Option<Currency>,
    /// The first day that it covers, where the file says so.
    pub from: Option<NaiveDate>,
    /// The last day that it covers, where the file says so.
    pub until: Option<NaiveDate>,
    /// The transactions in the order of the file.
    pub entries: Vec<StatementEntry>,
}

/// What the reader of a form makes of a text.
#[derive(Debug, Default)]
struct Found {
    csv: Option<CsvFound>,
    days: Option<DaysFound>,
    statements: Vec<StatementDraft>,
    problems: Problems,
}

impl Found {
    /// Nothing but what is wrong.
    fn refused(problem: Problem) -> Self {
        let mut found = Self::default();
        found.problems.push(problem);
        found
    }
}

/// Reads a file. The same bytes and the same `how` give the same reading.
pub fn read(bytes: &[u8], how: &How) -> Reading {
    let text = match encoding::decode(bytes) {
        Ok(text) => text,
        Err(problem) => return reading(None, String::new(), Found::refused(problem)),
    };
    let format = how.format.or_else(|| form::of(&text.text));
    let mut found = form::refusal(&text.text).map_or_else(
        || match format {
            Some(format) => read_as(format, &text.text, how),
            None => Found::refused(form::unknown(&text.text)),
        },
        Found::refused,
    );
    found.problems.put_first(text.problems);
    reading(format, text.encoding.to_owned(), found)
}

/// Hands the text to the reader of the form.
fn read_as(format: StatementFormat, text: &str, how: &How) -> Found {
    match format {
        StatementFormat::Camt => camt::read(text, how),
        StatementFormat::Csv => csv::read(text, how),
        StatementFormat::Ofx => ofx::read(text, how),
        StatementFormat::Qif => qif::read(text, how),
        StatementFormat::Mt940 => mt940::read(text),
    }
}

fn reading(format: Option<StatementFormat>, encoding: String, found: Found) -> Reading {
    let Found { csv, days, mut statements, mut problems } = found;
    if problems.has_error() {
        statements.clear();
    } else if statements.iter().all(|draft| draft.entries.is_empty()) {
        problems.warning(ProblemCode::NoEntries, None, "");
    }
    let statements = merge::one_an_account(statements);
    Reading { format, encoding, csv, days, statements, problems: problems.into_list() }
}
