//! Sums as programs write them into files: the decimal sign is known, and they may be below zero.

use super::money::Parts;
use super::{LONGEST, marks, number, tidied};
use crate::Currency;

/// A number with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Whether a minus sign or brackets make it less than nothing.
    pub negative: bool,
    /// The digits before the decimal sign, perhaps none.
    pub whole: String,
    /// The digits behind it, perhaps none.
    pub fraction: String,
    /// What stands before and behind the number and should name a currency; empty for nothing.
    pub marks: [String; 2],
}

/// Reads a number where it is known whether the comma is the decimal sign: `-1.234,50`, `(12.00)`,
/// `12.00-`, `$ 1'234.50`, `1234,37 EUR`. What groups has to stand where groups end.
///
/// `None` for everything else. Whether the marks name a currency is told by [`currencies`].
pub fn figure(text: &str, decimal_comma: bool) -> Option<Figure> {
    if text.len() > LONGEST {
        return None;
    }
    let tidy = tidied(text);
    let parts = Parts::of(&tidy)?;
    let number = number::read_known(parts.digits, decimal_comma)?;
    Some(Figure {
        negative: parts.negative,
        whole: number.whole,
        fraction: number.fraction,
        marks: [parts.before.to_owned(), parts.behind.to_owned()],
    })
}

/// Which currencies a sign, a word or a code may mean, the likeliest first: `€`, `$`, `CHF`, `kr`.
/// Empty where it means none.
pub fn currencies(mark: &str) -> Vec<Currency> {
    // A language would only tell the crowns apart, and files name none.
    marks::candidates(mark.trim(), "").unwrap_or_default()
}
