//! Lines between, above and below the transactions that are none: sums of all, balances, remarks.

use super::cell::folded;
use super::plan::Plan;
use super::table::Row;

/// A line that gives no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    /// It moves nothing.
    Ignored,
    /// The bank has not booked it, or will not.
    Pending,
    /// It has a sum, and its day cannot be read.
    Undated,
}

/// What banks call lines that are not booked.
const PENDING: [&str; 22] = [
    "pending",
    "reverted",
    "declined",
    "denied",
    "failed",
    "cancelled",
    "canceled",
    "expired",
    "vorgemerkt",
    "reserviert",
    "storniert",
    "abgelehnt",
    "en attente",
    "refuse",
    "annule",
    "pendiente",
    "in sospeso",
    "in attesa",
    "venter",
    "reserverad",
    "pendente",
    "oczekujaca",
];

/// The words by which a line below the transactions shows itself to be a sum or balance.
const TOTALS: [&str; 27] = [
    "total",
    "totals",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "endsaldo",
    "anfangssaldo",
    "saldo",
    "kontostand",
    "balance",
    "solde",
    "somme",
    "totale",
    "totaal",
    "totalt",
    "ialt",
    "suma",
    "razem",
    "closing",
    "opening",
    "schlusssaldo",
    "eindsaldo",
    "beginsaldo",
    "utgaende",
    "saldi",
    "zwischensumme",
];

/// What banks write beside what was or is left in the account, where it stands among the sums.
const BALANCES: [&str; 33] = [
    "opening balance",
    "closing balance",
    "balance brought forward",
    "balance b f",
    "balance bf",
    "balance carried forward",
    "brought forward",
    "carried forward",
    "starting balance",
    "beginning balance",
    "ending balance",
    "previous balance",
    "anfangssaldo",
    "endsaldo",
    "saldovortrag",
    "alter saldo",
    "neuer saldo",
    "kontostand",
    "solde initial",
    "solde final",
    "ancien solde",
    "nouveau solde",
    "saldo inicial",
    "saldo final",
    "saldo anterior",
    "saldo do dia",
    "saldo iniziale",
    "saldo finale",
    "saldo precedente",
    "beginsaldo",
    "eindsaldo",
    "saldo poczatkowe",
    "saldo koncowe",
];

/// What a row is if no transaction; `None` where it is one. `is_behind` says whether no row with a
/// day follows.
pub(super) fn of(row: &Row, plan: &Plan, has_day: bool, is_behind: bool) -> Option<Leftover> {
    let status = plan.status.map_or("", |column| row.cell(column));
    if !status.is_empty() && PENDING.contains(&folded(status).as_str()) {
        return Some(Leftover::Pending);
    }
    let has_sum = plan.sums.columns().any(|column| !row.cell(column).is_empty());
    match (has_day, has_sum) {
        (true, true) if is_balance(row, plan) => Some(Leftover::Ignored),
        (true, true) => None,
        (true, false) => Some(Leftover::Ignored),
        (false, false) if row.cell(plan.day).is_empty() || is_behind => Some(Leftover::Ignored),
        (false, true) if is_behind && is_total(row, plan) => Some(Leftover::Ignored),
        (false, false) if !has_digit(row.cell(plan.day)) => Some(Leftover::Ignored),
        (false, _) => Some(Leftover::Undated),
    }
}

/// Whether all that the row says is that its sum is a balance, which does not move anything.
fn is_balance(row: &Row, plan: &Plan) -> bool {
    /// None of these words is longer, in bytes of any writing.
    const LONGEST: usize = 40;
    let texts = plan.texts.iter().chain(&plan.party).map(|column| row.cell(*column));
    let mut texts = texts.filter(|text| !text.is_empty());
    let (said, more) = (texts.next().unwrap_or_default(), texts.next());
    more.is_none() && said.len() <= LONGEST && BALANCES.contains(&folded(said).as_str())
}

fn has_digit(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the row says that it adds up the others: its day is left empty or is such a word.
fn is_total(row: &Row, plan: &Plan) -> bool {
    let says_total = |cell: &str| folded(cell).split(' ').any(|word| TOTALS.contains(&word));
    let day = row.cell(plan.day);
    if day.is_empty() { row.cells().any(says_total) } else { !has_digit(day) && says_total(day) }
}
