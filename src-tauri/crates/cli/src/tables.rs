//! Answers as plain columns, for reading in a terminal.

use holdfast_app::answers::{
    Disputes, DueList, Owed, OwedRow, People, Remedies, ToThank, TodayRow,
};
use holdfast_app::calendar::BusinessDay;
use holdfast_app::clocks::Clocks;
use holdfast_app::letters::answers::Letters;

use crate::words;

/// Columns as wide as their widest cell, two spaces apart.
fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or(0)).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let line: Vec<String> = cells.map(|(cell, width)| format!("{cell:<width$}")).collect();
        line.join("  ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(crate) fn or_else(rows: &[Vec<String>], nothing: &str) -> String {
    if rows.is_empty() { nothing.to_owned() } else { columns(rows) }
}

/// What is still owed, or came too much.
pub(crate) fn owed(answer: &Owed) -> String {
    let is_nothing = |sum: &str| sum.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    owed_where(answer, |row| !(is_nothing(&row.outstanding) && is_nothing(&row.overpaid)))
}

/// What is still owed, and what is settled.
pub(crate) fn owed_all(answer: &Owed) -> String {
    owed_where(answer, |_| true)
}

fn owed_where(answer: &Owed, is_wanted: impl Fn(&OwedRow) -> bool) -> String {
    let mut rows: Vec<_> = answer
        .owed
        .iter()
        .filter(|row| is_wanted(row))
        .map(|row| {
            let sum = format!("{} {}", row.outstanding, row.currency);
            let is_over = row.overpaid.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
            let over = format!("{} {} too much came", row.overpaid, row.currency);
            let over = if is_over { over } else { String::new() };
            vec![row.dispute.clone(), row.vendor.clone(), sum, over]
        })
        .collect();
    if rows.is_empty() {
        return "Nothing is owed.".to_owned();
    }
    rows.extend(answer.totals.iter().map(|total| {
        let sum = format!("{} {}", total.outstanding, total.currency);
        vec!["In all".to_owned(), String::new(), sum]
    }));
    columns(&rows)
}

/// What asks for attention, as the window's Today says it.
pub(crate) fn due(answer: &DueList) -> String {
    let row = |row: &TodayRow| {
        let when = match (row.overdue, row.kind) {
            (true, _) => "overdue",
            // Where no day was promised, it only asks since then.
            (false, _) if row.on != answer.on => "since then",
            (false, "quiet") => "since then",
            (false, _) => "due today",
        };
        let what = match row.kind {
            "check" => format!("Does it still hold? {}", row.what),
            "quiet" => "Nothing is planned or awaited".to_owned(),
            _ => row.what.clone(),
        };
        vec![row.on.clone(), when.to_owned(), what, row.dispute.clone()]
    };
    let rows: Vec<_> = answer.today.iter().map(row).collect();
    let list = or_else(&rows, "Nothing is due.");
    if answer.put_off == 0 { list } else { format!("{list}\nput off: {}", answer.put_off) }
}

pub(crate) fn remedies(answer: &Remedies) -> String {
    let rows: Vec<_> = answer
        .remedies
        .iter()
        .map(|row| {
            let check = if row.check_due { "check due" } else { "" };
            vec![row.status.to_owned(), row.what.clone(), row.dispute.clone(), check.to_owned()]
        })
        .collect();
    or_else(&rows, "No remedy has been agreed yet.")
}

pub(crate) fn people(answer: &People) -> String {
    let rows: Vec<_> = answer
        .people
        .iter()
        .map(|row| {
            vec![row.contact.clone(), row.job.clone().unwrap_or_default(), row.vendor.clone()]
        })
        .collect();
    or_else(&rows, "Nobody at a vendor is known yet.")
}

pub(crate) fn to_thank(answer: &ToThank) -> String {
    let rows: Vec<_> = answer
        .to_thank
        .iter()
        .map(|row| vec![row.contact.clone(), row.vendor.clone(), row.dispute.clone()])
        .collect();
    or_else(&rows, "Everybody who helped has been thanked.")
}

pub(crate) fn disputes(answer: &Disputes) -> String {
    let rows: Vec<_> = answer
        .disputes
        .iter()
        .map(|row| {
            let (reference, state) = (row.reference.clone(), row.state.to_owned());
            vec![reference, state, row.opened_on.clone(), row.title.clone()]
        })
        .collect();
    or_else(&rows, "No dispute has been written down yet.")
}

pub(crate) fn letters(answer: &Letters) -> String {
    let kind = |kind: &str| kind.replace('_', " ");
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.extend(
        answer
            .drafts
            .iter()
            .map(|it| vec!["draft".to_owned(), kind(it.kind), it.to.clone(), it.dispute.clone()]),
    );
    rows.extend(answer.sent.iter().map(|it| {
        let standing = match (it.overdue, it.waiting) {
            (true, _) => "overdue".to_owned(),
            (false, true) => "waiting".to_owned(),
            (false, false) => "sent".to_owned(),
        };
        vec![standing, kind(it.kind), it.to.clone(), it.dispute.clone(), it.on.clone()]
    }));
    rows.extend(answer.proposals.iter().map(|it| {
        let why = it.why.clone();
        vec!["fits now".to_owned(), kind(it.kind), it.to.clone(), it.dispute.clone(), why]
    }));
    or_else(&rows, "No letter has been written yet, and none need be written now.")
}

pub(crate) fn business_day(sum: &BusinessDay) -> String {
    let mut lines = vec![sum.day.clone()];
    let skipped = sum.skipped.iter();
    lines.extend(skipped.map(|one| format!("not counted: {} ({})", one.day, one.name)));
    if sum.beyond_table {
        lines.push(format!(
            "The holidays of {} are not known for all of these days. Please check them.",
            sum.region
        ));
    }
    lines.join("\n")
}

pub(crate) fn clocks(answer: &Clocks) -> String {
    let rows: Vec<_> = answer
        .clocks
        .iter()
        .map(|row| {
            let last_day = row.last_day.clone().unwrap_or_else(|| "no count of days".to_owned());
            let standing = words::clock_standing(row.standing);
            vec![last_day, standing.to_owned(), row.name.clone(), row.source.clone()]
        })
        .collect();
    let list = or_else(&rows, "No time limit is known to run here.");
    format!("{list}\n\nCheck whether each applies. This is not legal advice.")
}
