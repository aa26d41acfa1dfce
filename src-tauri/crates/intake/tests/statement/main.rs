//! Banks' files, read: every habit of theirs as a case with what must come of it, and every way in
//! which a file can be wrong with its code and line.

mod camt;
mod chance;
mod encodings;
mod forms;
mod hostile;
mod mt940;
mod ofx;
mod qif;
mod separated;

use holdfast_domain::{Currency, StatementEntry};
use holdfast_intake::statement::{self, How, Reading, StatementDraft};

/// A currency by its code.
fn currency(code: &str) -> Currency {
    Currency::from_code(code).expect("a currency in a test is one of ISO 4217")
}

/// Reads a file of which the person says nothing.
fn read(file: impl AsRef<[u8]>) -> Reading {
    statement::read(file.as_ref(), &How::default())
}

/// Reads a file of an account that is kept in euros.
fn read_euros(file: impl AsRef<[u8]>) -> Reading {
    let how = How { currency: Some(currency("EUR")), ..How::default() };
    statement::read(file.as_ref(), &how)
}

/// The problems as they are told apart: `!` for an error, the line, the code, the text.
fn problems(reading: &Reading) -> Vec<String> {
    let shown = reading.problems.iter().map(|problem| {
        let mark = if problem.is_error { "!" } else { "" };
        let line = problem.line.map_or("-".to_owned(), |line| line.to_string());
        format!("{mark}{line} {} {}", problem.code.as_str(), problem.text).trim_end().to_owned()
    });
    shown.collect()
}

/// The entry on one line: day, sum, party, text, reference, the bank's own name for it.
fn shown(entry: &StatementEntry) -> String {
    let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    format!(
        "{} {} {} | {} | {} | {} | {}",
        entry.on,
        entry.amount.decimal(),
        entry.amount.currency(),
        or(&entry.party),
        entry.text,
        or(&entry.reference),
        or(&entry.bank_id),
    )
}

/// All entries of a file, each on one line.
fn entries(reading: &Reading) -> Vec<String> {
    reading.statements.iter().flat_map(|draft| &draft.entries).map(shown).collect()
}

/// What a draft says of its account: bank, number, name, currency, first and last day.
fn head(draft: &StatementDraft) -> String {
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    [
        or(draft.bank.clone()),
        or(draft.number.clone()),
        or(draft.name.clone()),
        or(draft.currency.map(|it| it.to_string())),
        or(draft.from.map(|it| it.to_string())),
        or(draft.until.map(|it| it.to_string())),
    ]
    .join(" | ")
}

/// The text with one piece of it changed; the piece stands in it once.
fn with(text: &str, find: &str, put: &str) -> String {
    assert_eq!(text.matches(find).count(), 1, "{find} should stand in the fixture once");
    text.replace(find, put)
}
