//! The household's own lists of refunds, read: headers in seven languages, every way to write a row,
//! and every way in which a list or a row can be wrong, with its code and line.

mod headers;
mod hostile;
mod rows;

use holdfast_domain::{Currency, RefundColumn};
use holdfast_intake::refund_list::{self, How, LinesHow, Problem, RefundList, RefundRow};

fn euro() -> Option<Currency> {
    Currency::from_code("EUR").ok()
}

/// Reads a list whose sums are in euros where it names no currency.
fn read(file: impl AsRef<[u8]>) -> RefundList {
    refund_list::read(file.as_ref(), &How { lines: None, currency: euro() })
}

/// Reads a list as the person says.
fn read_as(file: &str, change: impl FnOnce(&mut LinesHow)) -> RefundList {
    let mut lines = read(file).found.expect("it is a table").how;
    change(&mut lines);
    refund_list::read(file.as_bytes(), &How { lines: Some(lines), currency: euro() })
}

fn columns(list: &RefundList) -> Vec<RefundColumn> {
    list.found.as_ref().map_or_else(Vec::new, |found| found.how.columns.clone())
}

/// A problem as it is told apart: `!` for an error, the line, the column, the code, the text.
fn told(problem: &Problem) -> String {
    let mark = if problem.is_error { "!" } else { "" };
    let line = problem.line.map_or("-".to_owned(), |line| line.to_string());
    let column = problem.column.map_or("-", RefundColumn::as_str);
    let (code, text) = (problem.code.as_str(), &problem.text);
    format!("{mark}{line} {column} {code} {text}").trim_end().to_owned()
}

fn all_told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(told).collect()
}

/// A row in a line: what it says, with a dash for what it does not.
fn said(row: &RefundRow) -> String {
    let money = |it: Option<holdfast_domain::Money>| it.map_or("-".to_owned(), |it| it.to_string());
    let day =
        |it: Option<holdfast_domain::NaiveDate>| it.map_or("-".to_owned(), |it| it.to_string());
    let text = |it: &Option<String>| it.clone().unwrap_or_else(|| "-".to_owned());
    [
        row.vendor.clone(),
        row.what.clone(),
        money(row.amount),
        day(row.asked_on),
        row.state.to_string(),
        text(&row.reference),
        money(row.refunded),
        day(row.refunded_on),
        text(&row.contact),
        text(&row.notes).replace('\n', "/"),
    ]
    .join(" | ")
}
