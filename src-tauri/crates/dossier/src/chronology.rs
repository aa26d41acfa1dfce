//! Everything that happened, in its order, one assertion a row.

mod entries;
mod facts;

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveTime};
use holdfast_domain::FactId;
use holdfast_domain::document::{Block, PlaceId, Row, Table, Text};

pub(crate) use entries::because_of;

use crate::record::Record;
use crate::tables::{fit, heading, paragraph, remark, row, share};

/// A row before it is numbered.
pub(crate) struct Entry {
    day: NaiveDate,
    /// Where it stands within its day.
    order: Order,
    /// The fact that it states, where it states one.
    fact: Option<FactId>,
    date: String,
    what: String,
    source: Text,
    status: String,
}

/// What comes first within a day: facts of which only the day is known, then those with a time,
/// then what was recorded of the day beside them, as payments and promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Day,
    Clock(NaiveTime),
    Recorded,
}

/// The places of the rows of facts are numbered from here, those of exhibits before and behind.
const FIRST_FACT: u32 = 1 << 30;

/// The row of the fact that has a number.
pub(crate) fn fact_row(number: u32) -> PlaceId {
    PlaceId(FIRST_FACT.saturating_add(number))
}

/// The numbers of the facts.
pub(crate) fn numbers(record: &Record<'_>) -> HashMap<FactId, u32> {
    let numbered = (1..).zip(in_order(record));
    numbered.filter_map(|(number, entry)| Some((entry.fact?, number))).collect()
}

/// All entries, the first first.
fn in_order(record: &Record<'_>) -> Vec<Entry> {
    let mut entries = facts::all(record);
    entries.extend(entries::all(record));
    // The sort is stable: what is equal stays in the order of entry.
    entries.sort_by_key(|entry| (entry.day, entry.order));
    entries
}

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let entries = in_order(record);
    if entries.is_empty() {
        let nothing = "No dated entry is on record yet.";
        return vec![heading(1, "Chronology"), paragraph(nothing)];
    }
    // Only what an issue leads to needs a name.
    let led_to: HashSet<FactId> =
        record.dispute.issues.iter().flat_map(|issue| &issue.facts).copied().collect();
    let rows = entries.into_iter().zip(1..).map(|(entry, number): (Entry, u32)| {
        let place = entry.fact.filter(|fact| led_to.contains(fact)).map(|_| fact_row(number));
        let [number, date, what, status] =
            [number.to_string(), entry.date, entry.what, entry.status].map(Text::plain);
        Row { place, ..row([number, date, what, entry.source, status]) }
    });
    let table = Table {
        summary: "What happened, in order, with its source and whether it is disputed".to_owned(),
        columns: vec![
            fit("No."),
            share("Date", 5),
            share("What happened", 13),
            share("Source", 5),
            fit("Status"),
        ],
        rows: rows.collect(),
    };
    let exhibits = if record.exhibits.all.is_empty() {
        ""
    } else {
        "“Ex.” is an exhibit by its number in the index of exhibits. "
    };
    let note = format!(
        "Each row is one assertion. “Undisputed”, “disputed” and “unsure” say whether the other \
         side agrees; “recorded” marks an entry from the household’s own record of payments, \
         promises, offers and agreements. {exhibits}Times are those of the place of the record."
    );
    vec![heading(1, "Chronology"), remark(note), Block::Table(table)]
}
