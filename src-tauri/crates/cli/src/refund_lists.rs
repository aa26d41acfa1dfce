//! The household's own list of refunds without a window: looked at or taken in, a row for each.

use holdfast_app::App;
use holdfast_app::refund_lists::answers::{ListRow, ProblemRow, RefundListAsk, RefundListImport};

use crate::arguments::ImportRefunds;
use crate::{Failure, print_json, tables};

/// Takes a list in, or only says what would be. Rows that cannot be read are named and left out.
pub(crate) fn import(app: &App, wanted: &ImportRefunds, file: &[u8]) -> Result<(), Failure> {
    let ask = RefundListAsk {
        currency: wanted.currency.as_deref(),
        columns: &wanted.map,
        lead: wanted.lead.as_deref(),
        dry_run: wanted.dry_run,
    };
    let name = wanted.file.file_name().unwrap_or_default().to_string_lossy();
    let mut content = file;
    let imported = app.import_refund_list(&name, &mut content, &ask)?;
    imported.problems.iter().for_each(|problem| eprintln!("{}", told(problem)));
    if wanted.json {
        print_json(&imported)?;
    } else {
        println!("{}", table(&imported));
    }
    if !imported.imported {
        let why = if imported.ready { "as you asked" } else { "the list cannot be read as it is" };
        eprintln!("holdfast-cli: nothing was taken in, {why}; the record is as it was");
    }
    let is_done = imported.ready && imported.count.unreadable == 0;
    if is_done { Ok(()) } else { Err(Failure::Said) }
}

fn told(problem: &ProblemRow) -> String {
    let grave = match (problem.is_error, problem.line) {
        (true, Some(_)) => "left out",
        (true, None) => "error",
        (false, _) => "warning",
    };
    let place = problem.line.map_or("the list".to_owned(), |line| format!("line {line}"));
    let column = problem.column.map_or(String::new(), |column| format!("{column}: "));
    let text = match problem.text.as_str() {
        "" => String::new(),
        text => format!(" (“{text}”)"),
    };
    let said = format!("{column}{}", problem.code).replace('_', " ");
    format!("{grave}: {place}: {said}{text}")
}

fn table(imported: &RefundListImport) -> String {
    let row = |of: &ListRow| {
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
    };
    let rows: Vec<_> = imported.rows.iter().map(row).collect();
    let mut lines = vec![tables::or_else(&rows, "There is no row that can be read.")];
    let beyond = imported.count.all.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    if beyond > 0 {
        lines.push(format!("and {beyond} rows more"));
    }
    if let Some(taken) = &imported.taken {
        lines.push(format!(
            "taken in: disputes {}, claims {}, refunds {}, vendors {}, people {}; rows that were here \
             already {}, left out {}",
            taken.disputes,
            taken.claims,
            taken.remedies,
            taken.vendors,
            taken.people,
            taken.known,
            taken.left_out
        ));
    }
    lines.join("\n")
}
