//! Time limits, the lines of bank statements, and templates of letters.

use std::collections::HashMap;

use holdfast_domain::rules::clock::ClockStanding as Standing;
use holdfast_domain::{Household, LetterTemplate, NaiveDate};
use holdfast_store::Reader;

use super::{Names, Table, maybe, sum, word, yes};
use crate::clocks::on_board;
use crate::wire::{AppError, ClockStanding};

/// What the household said of time limits, and how each stands. One that is only proposed was not said.
pub(super) fn limits(
    reader: &Reader,
    household: &Household,
    on: NaiveDate,
) -> Result<Table, AppError> {
    let mut rows = Vec::new();
    for dispute in &household.disputes {
        for it in on_board(reader, dispute.id, on)?.into_iter().filter(|it| it.id.is_some()) {
            rows.push(vec![
                dispute.title.clone(),
                it.name,
                it.vendor.map(|it| it.name).unwrap_or_default(),
                yes(it.standing != ClockStanding::DoesNotApply),
                it.trigger_on,
                it.counted.map(|it| it.last_day).unwrap_or_default(),
                word(Standing::from(it.standing).as_str()),
                it.met_on.unwrap_or_default(),
                it.missed_on.unwrap_or_default(),
                it.source,
            ]);
        }
    }
    Ok(Table {
        name: "Time limits",
        columns: &[
            "Dispute",
            "Rule",
            "Vendor",
            "Applies",
            "Counted from",
            "Last day",
            "Standing",
            "Done on",
            "Missed on",
            "Where it stands",
        ],
        rows,
    })
}

/// What the banks' files say, and what was made of each line.
pub(super) fn bank_lines(reader: &Reader, names: &Names<'_>) -> Result<Table, AppError> {
    let accounts: HashMap<_, _> =
        reader.accounts()?.into_iter().map(|it| (it.id, it.name)).collect();
    let statements: HashMap<_, _> =
        reader.statements()?.into_iter().map(|it| (it.id, it)).collect();
    let mut meant: HashMap<_, Vec<String>> = HashMap::new();
    for it in reader.statement_matches()?.into_iter().filter(|it| it.confirmed) {
        let of = format!("{}: {}", word(it.kind.as_str()), names.dispute(it.dispute));
        meant.entry((it.statement, it.line)).or_default().push(of);
    }
    let mut rows = Vec::new();
    reader.each_line(NaiveDate::MIN, |line| {
        let statement = statements.get(&line.statement);
        let account = statement.and_then(|it| accounts.get(&it.account)).cloned();
        let [amount, currency] = sum(Some(line.entry.amount));
        rows.push(vec![
            account.unwrap_or_default(),
            statement.map(|it| it.file_name.clone()).unwrap_or_default(),
            line.entry.on.to_string(),
            amount,
            currency,
            maybe(&line.entry.party),
            line.entry.text,
            maybe(&line.entry.reference),
            meant.remove(&(line.statement, line.number)).unwrap_or_default().join("; "),
        ]);
    })?;
    Ok(Table {
        name: "Bank lines",
        columns: &[
            "Account",
            "File",
            "Booked on",
            "Amount",
            "Currency",
            "Paid by or to",
            "Text",
            "Reference",
            "What it means",
        ],
        rows,
    })
}

/// The household's own templates. What Holdfast brings is not the household's.
pub(super) fn templates(templates: &[LetterTemplate]) -> Table {
    let rows =
        templates.iter().map(|it| vec![word(it.kind.as_str()), maybe(&it.name), it.text.clone()]);
    Table { name: "Templates", columns: &["Kind", "Name", "Text"], rows: rows.collect() }
}
