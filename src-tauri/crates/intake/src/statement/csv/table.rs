//! The rows of a file of separated values.

use csv::{ReaderBuilder, StringRecord};

use crate::spreadsheet::unguarded;
use crate::statement::line_count::LineCount;
use crate::statement::problem::{Problem, ProblemCode};

/// How many columns are looked at: no bank writes as many.
const WIDEST: usize = 200;

/// How many rows are read: decades of a busy household.
const LONGEST: usize = 500_000;

/// One row, which may go over several lines where a cell is quoted.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line on which it begins, counted from one.
    pub(crate) line: u32,
    cells: StringRecord,
}

impl Row {
    /// The cell of that column without spaces around it; empty where the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &str {
        read(self.cells.get(column).unwrap_or_default())
    }

    /// All its cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(read)
    }

    /// How many columns it has.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }
}

/// What a cell says: a table of ours has an apostrophe before what a spreadsheet would run.
fn read(cell: &str) -> &str {
    unguarded(cell.trim()).trim()
}

/// A character that columns can be parted by.
pub(crate) fn is_delimiter(character: u8) -> bool {
    character.is_ascii() && !character.is_ascii_alphanumeric() && !b"\"\n\r".contains(&character)
}

/// Takes a text apart. Rows in which nothing stands are left out.
///
/// # Errors
/// [`ProblemCode::OpenQuote`] where a quotation mark takes the following rows into its cell,
/// [`ProblemCode::TooLarge`] where there are too many rows.
pub(crate) fn rows(text: &str, delimiter: u8) -> Result<Vec<Row>, Problem> {
    let rows = rows_as_quoted(text, delimiter);
    if let Some(beyond) = rows.get(LONGEST) {
        return Err(Problem::error(ProblemCode::TooLarge, Some(beyond.line), ""));
    }
    if let Some(torn) = rows.iter().find(|row| is_torn(&row.cells, char::from(delimiter))) {
        return Err(open_quote(torn.line));
    }
    match rows.last() {
        Some(last) if ends_open(last, text) => Err(open_quote(last.line)),
        Some(_) | None => Ok(rows),
    }
}

/// Takes a text apart as its quotation marks say, however they were meant. One row more than are
/// read shows that there are more.
pub(super) fn rows_as_quoted(text: &str, delimiter: u8) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = LineCount::of(text);
    let mut rows: Vec<Row> = Vec::new();
    let mut cells = StringRecord::new();
    // The only error would be of text that is no UTF-8.
    while rows.len() <= LONGEST && reader.read_record(&mut cells).is_ok_and(|more| more) {
        let start = cells.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or(0));
        let empty = text[start..].bytes().take_while(|byte| *byte == b'\n').count();
        let line = lines.at(start + empty);
        cells.truncate(WIDEST);
        if !cells.iter().all(|cell| cell.trim().is_empty()) {
            rows.push(Row { line, cells: cells.clone() });
        }
    }
    rows
}

fn open_quote(line: u32) -> Problem {
    Problem::error(ProblemCode::OpenQuote, Some(line), "")
}

/// Whether a cell holds what looks like rows of its own, so that its quotation mark was closed by
/// that of another.
fn is_torn(cells: &StringRecord, delimiter: char) -> bool {
    let others = cells.len().saturating_sub(1).max(2);
    cells
        .iter()
        .filter(|cell| cell.contains('\n'))
        .any(|cell| cell.split('\n').skip(1).any(|line| line.matches(delimiter).count() >= others))
}

/// Whether the text ends within a quoted cell that began on an earlier line.
fn ends_open(last: &Row, text: &str) -> bool {
    let goes_on = last.cells.iter().any(|cell| cell.contains('\n'));
    let start = last.cells.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or(0));
    goes_on && text.get(start..).is_some_and(|row| row.matches('"').count() % 2 == 1)
}

/// The beginning of a text up to so many bytes, as far as whole lines go.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let end = text.as_bytes()[..bytes].iter().rposition(|byte| *byte == b'\n');
    end.map_or(text, |end| &text[..=end])
}
