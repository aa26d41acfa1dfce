//! Separated values, as every bank writes them in its own way.
//!
//! The delimiter is found out first, then where the transactions begin and what their columns mean
//! (by name in ten languages, else by what stands in them), then the order of the days and the
//! decimal sign, each over the whole column. All of it is given back to be shown; what the person
//! says instead is taken exactly.

pub(crate) mod cell;
mod columns;
pub(crate) mod content;
mod cut;
pub(crate) mod delimiter;
mod habits;
mod hints;
pub(crate) mod layout;
mod leftover;
mod lines;
mod names;
mod plan;
mod sums;
pub(crate) mod table;

use holdfast_domain::{CsvColumn, Currency, StatementEntry};

use super::form;
use super::problem::{ProblemCode, Problems};
use super::{CsvFound, CsvHow, Found, How, StatementDraft};
use columns::Columns;
use content::Content;
use habits::Habits;
use layout::Layout;
use lines::Written;
use plan::Plan;
use table::Row;

/// Reads separated values.
pub(super) fn read(text: &str, how: &How) -> Found {
    let delimiter = match &how.csv {
        Some(given) => u8::try_from(given.delimiter).ok().filter(|it| table::is_delimiter(*it)),
        None => delimiter::of(text),
    };
    let Some(delimiter) = delimiter else {
        return Found::refused(form::unknown(text));
    };
    match table::rows(text, delimiter) {
        Ok(rows) => read_rows(text, &rows, delimiter, how),
        Err(problem) => Found::refused(problem),
    }
}

fn read_rows(text: &str, rows: &[Row], delimiter: u8, how: &How) -> Found {
    let layout = match &how.csv {
        Some(given) => layout::given(rows, given.skip),
        None => layout::find(rows),
    };
    let begin = rows.partition_point(|row| row.line <= layout.skip);
    let (above, behind) = rows.split_at(begin);
    let columns = match &how.csv {
        Some(given) => Columns::given(&given.columns),
        None => columns::find(behind, &layout.names),
    };
    let habits = habits::find(behind, &columns.columns, how.csv.as_ref());
    let file = File { text, delimiter, above, behind, layout: &layout, columns: &columns, habits };
    let mut found = Found::default();
    match Plan::of(&columns.columns) {
        Ok(mut plan) => {
            plan.status = named(&layout, names::Meaning::Status);
            let draft = file.draft(&plan, how, &mut found.problems);
            found.statements.push(draft);
        }
        Err(problems) => problems.into_iter().for_each(|problem| found.problems.push(problem)),
    }
    found.csv = Some(CsvFound {
        day_order_sure: habits.day_order_sure,
        signature: signature(&layout, delimiter, behind),
        samples: samples(behind, layout.names.len()),
        how: CsvHow {
            delimiter: char::from(delimiter),
            skip: layout.skip,
            day_order: habits.day_order,
            decimal_comma: habits.decimal_comma,
            columns: columns.columns,
        },
        names: layout.names,
    });
    found
}

/// A file of which it is known how it is to be read.
struct File<'a> {
    text: &'a str,
    delimiter: u8,
    /// The rows above the transactions.
    above: &'a [Row],
    /// The transactions, and what stands between and below them.
    behind: &'a [Row],
    layout: &'a Layout,
    columns: &'a Columns,
    habits: Habits,
}

impl File<'_> {
    fn draft(&self, plan: &Plan, how: &How, problems: &mut Problems) -> StatementDraft {
        let written = Written {
            day_order: self.habits.day_order,
            decimal_comma: self.habits.decimal_comma,
            currency: named_currency(self.layout, plan).or(how.currency),
        };
        let guessed = how.csv.is_none();
        self.warn_of_lines_above(problems);
        if guessed {
            self.habits.warn(self.behind, plan, problems);
        }
        self.refuse_what_is_cut(plan, problems);
        let entries = lines::read(self.behind, plan, written, problems);
        if guessed {
            hints::warn(&entries, plan, self.columns, problems);
        }
        let number = account_number(self.above, self.behind, self.layout);
        draft(entries, number, written.currency)
    }

    /// Says so where something above the first transaction looks like one.
    fn warn_of_lines_above(&self, problems: &mut Problems) {
        let mut left = self.above.iter().filter(|row| content::is_transaction(row));
        if let Some(first) = left.next() {
            let count = left.count() + 1;
            problems.warning(ProblemCode::IgnoredLines, first.line, &count.to_string());
        }
    }

    fn refuse_what_is_cut(&self, plan: &Plan, problems: &mut Problems) {
        let width = self.columns.columns.len();
        if let Some(line) = cut::line(self.text, self.delimiter, self.behind, width, plan) {
            problems.error(ProblemCode::CutShort, line, "");
        }
        if let Some((line, sum)) = cut::split_sum(self.delimiter, self.behind, plan) {
            problems.error(ProblemCode::BadAmount, line, &sum);
        }
    }
}

fn draft(
    entries: Vec<StatementEntry>,
    number: Option<String>,
    given: Option<Currency>,
) -> StatementDraft {
    let first = entries.first().map(|entry| entry.amount.currency());
    let alike = entries.iter().all(|entry| Some(entry.amount.currency()) == first);
    let currency = first.filter(|_| alike).or(given.filter(|_| entries.is_empty()));
    StatementDraft { bank: None, number, name: None, currency, from: None, until: None, entries }
}

/// The currency that stands in the name of a column of sums: `Amount (EUR)`.
fn named_currency(layout: &Layout, plan: &Plan) -> Option<Currency> {
    let names = plan.sums.columns().filter_map(|column| layout.names.get(column));
    let mut words =
        names.flat_map(|name| name.split(|it: char| it.is_whitespace() || "()[]/".contains(it)));
    words.find_map(cell::currency)
}

/// The account's number, where a column of that name says the same in every row, or where a number
/// that can only be an IBAN stands above the transactions.
fn account_number(above: &[Row], behind: &[Row], layout: &Layout) -> Option<String> {
    let column = named(layout, names::Meaning::Account);
    let mut cells =
        column.into_iter().flat_map(|column| behind.iter().map(move |row| row.cell(column)));
    let first = cells.next().filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
    if let Some(number) = first.filter(|first| cells.all(|cell| cell == *first)) {
        return Some(number.to_owned());
    }
    let iban = above.iter().flat_map(Row::cells).find(|cell| is_iban(cell));
    iban.map(str::to_owned)
}

/// The first column whose name means that.
fn named(layout: &Layout, meaning: names::Meaning) -> Option<usize> {
    let means = |name: &String| names::meanings(name).first().is_some_and(|(it, _)| *it == meaning);
    layout.names.iter().position(means)
}

/// Whether a text is an IBAN (ISO 13616): its check digits are right.
fn is_iban(text: &str) -> bool {
    let plain: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').collect();
    let has_shape = (15..=34).contains(&plain.len())
        && plain[..2].iter().all(u8::is_ascii_uppercase)
        && plain[2..4].iter().all(u8::is_ascii_digit)
        && plain.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let turned = || plain[4..].iter().chain(&plain[..4]);
    has_shape
        && turned().fold(0_u32, |rest, byte| match byte {
            b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
            _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
        }) == 1
}

/// What files of one bank have in common: the names of the columns, else how many there are, what
/// parts them, and which bear days (`d`) and words (`t`). Numbers and empty columns count alike, as
/// a month without a credit leaves its column empty.
fn signature(layout: &Layout, delimiter: u8, rows: &[Row]) -> String {
    if layout.names.iter().any(|name| !name.is_empty()) {
        let names: Vec<String> = layout.names.iter().map(|name| cell::folded(name)).collect();
        return names.join("|");
    }
    let rows: Vec<&Row> = rows.iter().take(content::ROWS).collect();
    let kind = |content: &Content| match content {
        _ if content.is_days() => 'd',
        _ if content.is_text() && content.filled > 0 => 't',
        _ => '.',
    };
    let kinds: String = Content::of(&rows, layout.names.len()).iter().map(kind).collect();
    format!("{}{}{kinds}", layout.names.len(), char::from(delimiter))
}

/// The first values of each column, as the person sees them when asked what the columns mean.
fn samples(rows: &[Row], width: usize) -> Vec<Vec<String>> {
    const VALUES: usize = 3;
    let of = |column: usize| {
        let cells = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
        cells.take(VALUES).map(super::problem::shown).collect()
    };
    (0..width).map(of).collect()
}

/// Whether a column of that meaning bears sums.
fn bears_sums(column: CsvColumn) -> bool {
    matches!(
        column,
        CsvColumn::Amount | CsvColumn::AmountReversed | CsvColumn::Credit | CsvColumn::Debit
    )
}
