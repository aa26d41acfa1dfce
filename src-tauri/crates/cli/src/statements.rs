//! Bank statements without a window: files taken in, what their lines seem to mean, yes and no.

use std::path::Path;

use holdfast_app::App;
use holdfast_app::statements::answers::{ImportAsk, MatchRow, Matches, StatementImport};
use holdfast_app::wire::{AppError, ErrorCode};

use crate::arguments::{Confirm, ImportStatement};
use crate::{Failure, out, tables};

/// Takes a bank's file in, and says line by line what is wrong with it.
pub(crate) fn import(app: &App, wanted: &ImportStatement, file: &[u8]) -> Result<(), Failure> {
    let ask = ImportAsk {
        account: wanted.account.as_deref(),
        format: wanted.format.map(Into::into),
        currency: wanted.currency.as_deref(),
    };
    let mut content = file;
    let imported = app.import_statement(&name(&wanted.file), &mut content, &ask)?;
    for problem in &imported.problems {
        let grave = if problem.is_error { "error" } else { "warning" };
        let place = problem.line.map_or("the file".to_owned(), |line| format!("line {line}"));
        let text = match problem.text.as_str() {
            "" => String::new(),
            text => format!(" (“{text}”)"),
        };
        out::note(format!("{grave}: {place}: {}{text}", problem.code.replace('_', " ")));
    }
    if wanted.json {
        out::json(&imported)?;
    } else if imported.imported {
        out::answer(told(&imported))?;
    }
    if !imported.imported {
        out::note("holdfast-cli: nothing was taken in; the record is as it was");
        return Err(Failure::Said);
    }
    Ok(())
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn told(imported: &StatementImport) -> String {
    let row = |row: &holdfast_app::statements::answers::ImportRow| {
        format!("{}: {} new, {} known", row.account, row.added, row.known)
    };
    let mut lines: Vec<String> = imported.statements.iter().map(row).collect();
    if imported.to_answer > 0 {
        lines.push(format!("{} to be answered: see matches", imported.to_answer));
    }
    lines.join("\n")
}

/// What the lines seem to mean.
pub(crate) fn matches(app: &App, json: bool) -> Result<(), Failure> {
    let found = app.matches_answer()?;
    if json {
        return out::json(&found);
    }
    out::answer(table(&found))?;
    Ok(())
}

fn table(found: &Matches) -> String {
    let row = |of: &MatchRow| {
        let targets: Vec<String> =
            of.parts.iter().map(|part| format!("{} ({})", part.what, part.dispute)).collect();
        vec![
            of.id.clone(),
            of.score.to_string(),
            of.kind.replace('_', " "),
            of.line.on.clone(),
            format!("{} {}", of.line.amount, of.line.currency),
            of.line.text.clone(),
            targets.join(" + "),
        ]
    };
    let rows: Vec<_> = found.matches.iter().map(row).collect();
    tables::or_else(&rows, "No line seems to mean anything that was not said yet.")
}

/// Says yes or no to proposals, one after the other; each is an action of its own.
pub(crate) fn confirm(app: &App, wanted: &Confirm) -> Result<(), Failure> {
    for id in &wanted.proposals {
        if wanted.dismiss {
            app.dismiss_match(id).map_err(|error| gone(id, error))?;
            out::answer(format!("{id}: dismissed"))?;
            continue;
        }
        let done = app.confirm_proposal(id, wanted.learn_name).map_err(|error| gone(id, error))?;
        out::answer(format!("{id}: confirmed"))?;
        for dispute in &done.reopened {
            out::answer(format!("opened again: {}", dispute.name))?;
        }
        for of in &done.reversed {
            out::answer(format!("no longer holds: {} ({})", of.remedy.name, of.vendor.name))?;
        }
    }
    Ok(())
}

/// A proposal that is not made any more, said as such.
fn gone(id: &str, error: AppError) -> Failure {
    if error.code == ErrorCode::NotFound {
        return Failure::File(format!("there is no proposal {id}. See `holdfast-cli matches`."));
    }
    Failure::App(error)
}
