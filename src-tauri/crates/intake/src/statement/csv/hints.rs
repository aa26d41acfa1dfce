//! Where the signs of sums may not mean what they seem to.

use holdfast_domain::StatementEntry;

use super::cell::folded;
use super::columns::Columns;
use super::plan::{Plan, Sums};
use crate::statement::problem::{ProblemCode, Problems};

/// Words by which a card's statement calls what its holder pays to it.
const PAYMENTS: [&str; 14] = [
    "payment",
    "payments",
    "thank",
    "zahlung",
    "einzahlung",
    "ausgleich",
    "paiement",
    "reglement",
    "pago",
    "pagamento",
    "betaling",
    "indbetaling",
    "betalning",
    "platnosc",
];

/// From how many lines on a manner shows.
const ENOUGH: usize = 5;

/// Says so where nothing shows which way the money went, or where it looks turned round, as some
/// cards write it. Turning it round is left to the person.
pub(super) fn warn(
    entries: &[StatementEntry],
    plan: &Plan,
    columns: &Columns,
    problems: &mut Problems,
) {
    if let Some(line) = columns.contradiction {
        problems.warning(ProblemCode::BadSide, line, "");
    }
    let one = matches!(plan.sums, Sums::One { .. }) && plan.side.is_none();
    if columns.sides_unsure || (one && (is_unsigned(entries) || is_turned_round(entries))) {
        problems.warning(ProblemCode::SignsUnsure, None, "");
    }
}

fn is_unsigned(entries: &[StatementEntry]) -> bool {
    !entries.is_empty() && entries.iter().all(|entry| entry.amount.minor() >= 0)
}

/// Whether most sums came in, and payments are what went out.
fn is_turned_round(entries: &[StatementEntry]) -> bool {
    let out = || entries.iter().filter(|entry| entry.amount.minor() < 0);
    let is_payment = |entry: &StatementEntry| {
        folded(&entry.text).split(' ').any(|word| PAYMENTS.contains(&word))
    };
    let (all, outs) = (entries.len(), out().count());
    all >= ENOUGH && outs > 0 && outs * 3 < all && out().all(is_payment)
}
