//! The sentences that a row becomes.

use std::collections::BTreeMap;

use holdfast_domain::words::within_quotes;
use holdfast_domain::{Currency, Money};
use holdfast_intake::refund_list::RefundRow;

/// How much of what a row is about stands in a title, in characters.
const TITLE: usize = 120;

/// For what a claim is.
pub(super) fn reason(row: &RefundRow) -> String {
    if row.what.is_empty() { "Refund".to_owned() } else { row.what.clone() }
}

/// By what the family knows the matter.
pub(super) fn title(row: &RefundRow) -> String {
    if row.what.is_empty() {
        return format!("Refund from {}", row.vendor);
    }
    match row.what.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", row.what[..end].trim_end()),
        None => row.what.clone(),
    }
}

/// What is wanted.
pub(super) fn goal(sums: &BTreeMap<Currency, Money>, vendor: &str) -> String {
    let sums: Vec<String> = sums.values().map(Money::to_string).collect();
    format!("{} back from {vendor}", sums.join(" and "))
}

/// That the household asked.
pub(super) fn asked(row: &RefundRow) -> String {
    format!("We asked {} for {} back{}.", row.vendor, sum(row.amount), about(row))
}

/// What was promised.
pub(super) fn promise(row: &RefundRow) -> String {
    format!("To refund {}{}", sum(row.refunded.or(row.amount)), about(row))
}

/// That the vendor said no.
pub(super) fn refusal(row: &RefundRow) -> String {
    format!("{} refused to refund {}{}.", row.vendor, sum(row.amount), about(row))
}

/// With which words.
pub(super) fn answer(row: &RefundRow) -> Option<String> {
    row.answer.as_ref().map(|answer| format!("The reason given: “{}”", within_quotes(answer)))
}

/// What came back.
pub(super) fn refund(row: &RefundRow, refunded: Money) -> String {
    format!("Refund of {refunded}{}", about(row))
}

fn about(row: &RefundRow) -> String {
    if row.what.is_empty() {
        String::new()
    } else {
        format!(" for “{}”", within_quotes(&title(row)))
    }
}

fn sum(of: Option<Money>) -> String {
    of.map_or_else(|| "a refund".to_owned(), |sum| sum.to_string())
}
