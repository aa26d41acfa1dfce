//! The household's own list of refunds without a window: looked at or taken in, a row for each.

mod arguments;
mod words;

use std::collections::BTreeMap;

use holdfast_app::refund_lists::answers::{
    ColumnRow, ListRow, ProblemRow, ReadingRow, RefundListAsk, RefundListImport, TakenRow,
};
use holdfast_app::wire::{AppError, ErrorCode};
use holdfast_app::{App, files};

pub(crate) use arguments::ImportRefunds;

use crate::out::{counted, counted_all};
use crate::place::Place;
use crate::{Failure, out, tables};

/// Of lines with the same thing the matter, so many are said one by one.
const ONE_BY_ONE: usize = 3;

/// Takes a list in, or only says what would be. Rows that cannot be read are named and left out.
pub(crate) fn import(place: &Place, wanted: &ImportRefunds) -> Result<(), Failure> {
    let file = files::read(&wanted.file)?;
    let ask = RefundListAsk {
        currency: wanted.currency.as_deref(),
        day_order: wanted.days.map(Into::into),
        decimal_comma: wanted.decimal.map(Into::into),
        columns: &wanted.map,
        lead: wanted.lead.as_deref(),
        dry_run: wanted.dry_run,
    };
    let name = wanted.file.file_name().unwrap_or_default().to_string_lossy();
    let take_in = |app: &App| {
        if !wanted.dry_run {
            app.back_up()?;
        }
        app.import_refund_list(&name, &mut file.as_slice(), &ask)
    };
    let imported = place.begin(take_in, brought).map_err(refused)?;
    notes(&imported).into_iter().for_each(out::note);
    if wanted.json {
        out::json(&imported)?;
    } else {
        out::answer(table(&imported))?;
    }
    if !imported.imported {
        let why = if imported.ready { "as you asked" } else { "the list cannot be read as it is" };
        out::note(format!("holdfast-cli: nothing was taken in, {why}; the record is as it was"));
    }
    let (count, left_out) = (&imported.count, imported.count.unreadable);
    let is_any_there = imported.ready && left_out + count.totals < count.all;
    Failure::of_parts(is_any_there, !imported.ready || left_out > 0)
}

/// Whether anything of the list was new.
fn brought(imported: &RefundListImport) -> bool {
    imported.taken.as_ref().is_some_and(|taken| taken.claims > 0)
}

/// What cannot be done as it was asked, said with what can be.
fn refused(failure: Failure) -> Failure {
    let Failure::App(AppError { code: ErrorCode::Refused, problems, .. }) = &failure else {
        return failure;
    };
    let Some(problem) = problems.first() else { return failure };
    let text = problem.values.get("text").map_or("", String::as_str);
    match (problem.field.as_str(), problem.code.as_str()) {
        ("leadName", "missing") => Failure::File(
            "nobody is in this household yet. Say who leads the disputes: --lead \"YOUR NAME\""
                .to_owned(),
        ),
        ("lead", "no_such_member") => {
            Failure::File(format!("nobody in the household is called “{text}”."))
        }
        ("map", _) => Failure::File(format!(
            "no column is called “{text}”. --dry-run shows what they are called; a number will do too."
        )),
        (_, _) => failure,
    }
}

/// What is wrong with the list or looks odd, a line each; what is the matter with many rows, once.
fn notes(imported: &RefundListImport) -> Vec<String> {
    let mut notes = habits(&imported.reading, &imported.problems);
    let mut same: BTreeMap<(bool, &str), Vec<&ProblemRow>> = BTreeMap::new();
    let is_habit =
        |it: &&ProblemRow| matches!(it.code.as_str(), "day_order_unsure" | "decimal_unsure");
    let others: Vec<&ProblemRow> = imported.problems.iter().filter(|it| !is_habit(it)).collect();
    for problem in &others {
        same.entry((problem.is_error, problem.code.as_str())).or_default().push(problem);
    }
    for problem in &others {
        let Some(alike) = same.get_mut(&(problem.is_error, problem.code.as_str())) else {
            continue;
        };
        if problem.line.is_none() || alike.len() <= ONE_BY_ONE {
            notes.push(told(problem, &place(problem)));
        } else if alike.first().is_some_and(|first| std::ptr::eq(*first, *problem)) {
            notes.push(told(problem, &places(alike)));
        }
    }
    notes
}

/// How days and sums were read, where they can be read otherwise and nobody said how.
fn habits(reading: &ReadingRow, problems: &[ProblemRow]) -> Vec<String> {
    let example = |code| problems.iter().find(|it| it.code == code).map(|it| it.text.as_str());
    let mut said = Vec::new();
    if let Some(day) = example("day_order_unsure") {
        let (way, other) = match reading.day_order {
            "mdy" => ("the month", "--days dmy, where the day stands first"),
            "ymd" => ("the year", "--days dmy or mdy, where the year stands last"),
            _ => ("the day", "--days mdy, where the month stands first"),
        };
        said.push(format!("note: days such as “{day}” are read with {way} first; say {other}"));
    }
    if let Some(sum) = example("decimal_unsure") {
        let (way, other) =
            if reading.decimal_comma { ("comma", "point") } else { ("point", "comma") };
        said.push(format!(
            "note: sums such as “{sum}” are read with a decimal {way}; else say --decimal {other}"
        ));
    }
    said
}

fn place(problem: &ProblemRow) -> String {
    problem.line.map_or("the list".to_owned(), |line| format!("line {line}"))
}

/// The first lines of several, and how many more there are.
fn places(alike: &[&ProblemRow]) -> String {
    let lines = alike.iter().take(ONE_BY_ONE).filter_map(|it| it.line);
    let lines: Vec<String> = lines.map(|line| line.to_string()).collect();
    format!("lines {} and {} more", lines.join(", "), alike.len() - lines.len())
}

fn told(problem: &ProblemRow, place: &str) -> String {
    let grave = match (problem.is_error, problem.line) {
        (true, Some(_)) => "left out",
        (true, None) => "error",
        (false, _) => "warning",
    };
    format!("{grave}: {place}: {}", words::sentence(problem))
}

fn table(imported: &RefundListImport) -> String {
    let columns: Vec<_> = imported.columns.iter().enumerate().map(column).collect();
    let rows: Vec<_> = imported.rows.iter().map(row).collect();
    let mut parts = Vec::new();
    if !columns.is_empty() {
        parts.push(format!("The columns:\n{}", tables::or_else(&columns, "")));
    }
    parts.push(tables::or_else(&rows, "There is no row that can be read."));
    let beyond = imported.count.all.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    if beyond > 0 {
        parts.push(format!("and {}", counted(beyond, "row more", "rows more")));
    }
    parts.extend(imported.taken.as_ref().map(summary));
    parts.join("\n\n")
}

/// A column, and what `--map` calls what it was taken for.
fn column((at, of): (usize, &ColumnRow)) -> Vec<String> {
    let name = if of.name.is_empty() { format!("column {}", at + 1) } else { of.name.clone() };
    vec![name, "->".to_owned(), of.column.to_owned(), words::column(of.column).to_owned()]
}

fn row(of: &ListRow) -> Vec<String> {
    let sum = |amount: &Option<String>| match (amount, &of.currency) {
        (Some(amount), Some(currency)) => format!("{amount} {currency}"),
        (_, _) => String::new(),
    };
    let standing = match (of.standing, of.joined_with, &of.dispute) {
        ("fresh", Some(line), _) => format!("joins line {line}"),
        ("fresh", None, Some(dispute)) => format!("joins “{dispute}”"),
        ("fresh", None, None) => "new".to_owned(),
        ("more", _, _) => "has news".to_owned(),
        ("known", _, _) => "already here".to_owned(),
        ("total", _, _) => "sums up the others".to_owned(),
        (_, _, _) => "left out".to_owned(),
    };
    vec![
        of.line.to_string(),
        standing,
        of.asked_on.clone().unwrap_or_default(),
        of.vendor.clone(),
        sum(&of.amount),
        if of.standing == "total" { String::new() } else { of.state.replace('_', " ") },
        sum(&of.refunded),
        of.what.clone(),
    ]
}

/// What was written down, what was there already, and what was left out.
fn summary(of: &TakenRow) -> String {
    let new = counted_all([
        (of.disputes, "dispute begun", "disputes begun"),
        (of.added_to, "that was there added to", "that were there added to"),
        (of.claims, "claim", "claims"),
        (of.remedies, "refund that came", "refunds that came"),
        (of.vendors, "new vendor", "new vendors"),
        (of.people, "new person", "new people"),
    ]);
    let mut lines = vec![if new.is_empty() {
        "nothing was new".to_owned()
    } else {
        format!("taken in: {new}")
    }];
    if of.known > 0 {
        let rows = counted(of.known, "row", "rows");
        lines.push(format!("already here: {rows}; nothing was changed in them"));
    }
    if of.left_out > 0 {
        lines.push(format!("left out: {}, named above", counted(of.left_out, "row", "rows")));
    }
    lines.join("\n")
}
