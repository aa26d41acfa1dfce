//! E-mails without a window: files taken in, a row for each.

use holdfast_app::mail::answers::{MailAsk, MailOutcome, MailRow};
use holdfast_app::wire::{Direction, ErrorCode};
use holdfast_app::{App, files};
use serde::Serialize;

use crate::arguments::ImportMail;
use crate::{Failure, out, tables, words};

/// What became of the files, for scripts.
#[derive(Serialize)]
struct Answer {
    mails: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    row: MailRow,
    /// Why it could not be taken in, as a sentence.
    reason: Option<String>,
}

/// Takes e-mails in. The same one twice adds nothing, and what is no e-mail is named.
pub(crate) fn import(app: &App, wanted: &ImportMail) -> Result<(), Failure> {
    let ask = MailAsk { dispute: &wanted.dispute, vendor: wanted.vendor.as_deref() };
    let rows = app.import_mails(&ask, files::gathered(&wanted.files)?)?;
    let rows: Vec<Row> = rows.into_iter().map(|row| Row { reason: reason(&row), row }).collect();
    let answer = Answer { mails: rows };
    if wanted.json {
        out::json(&answer)?;
    } else {
        out::answer(table(&answer))?;
    }
    for row in &answer.mails {
        if let Some(reason) = &row.reason {
            out::note(format!("holdfast-cli: {} was not taken in: {reason}", row.row.file));
        } else if row.row.outcome == MailOutcome::Added && row.row.vendor.is_none() {
            out::note(format!(
                "note: nothing says which vendor {} is of; see --vendor",
                row.row.file
            ));
        }
    }
    let is_there = |row: &Row| row.reason.is_none();
    Failure::of_parts(answer.mails.iter().any(is_there), !answer.mails.iter().all(is_there))
}

fn reason(of: &MailRow) -> Option<String> {
    let error = of.reason.as_ref()?;
    let is_none = error.code == ErrorCode::FileNotUnderstood && error.problems.is_empty();
    let none = || format!("{} is no e-mail. `evidence add` keeps it as it is.", of.file);
    Some(if is_none { none() } else { words::sentence(error) })
}

fn table(answer: &Answer) -> String {
    let row = |row: &Row| {
        let MailRow { file, outcome, sent_at, direction, from, subject, .. } = &row.row;
        let outcome = match outcome {
            MailOutcome::Added => "added",
            MailOutcome::Known => "already here",
            MailOutcome::Refused => "not taken in",
        };
        let on = match (outcome, sent_at) {
            (_, Some(at)) => at.chars().take(10).collect(),
            ("not taken in", None) => String::new(),
            (_, None) => "date not known".to_owned(),
        };
        let way = match direction {
            Some(Direction::Out) => "sent",
            Some(Direction::In | Direction::Internal) => "came",
            None => "",
        };
        let from = from.join(", ");
        vec![outcome.to_owned(), on, way.to_owned(), from, subject.clone(), file.clone()]
    };
    let rows: Vec<_> = answer.mails.iter().map(row).collect();
    tables::or_else(&rows, "There was no file to take in.")
}
