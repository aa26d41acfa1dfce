//! The character between the columns.

use super::content::is_transaction;
use super::table::{self, Row};

/// The characters that are tried, the likeliest first.
const TRIED: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How much of the file is tried.
const HEAD: usize = 64 << 10;

/// Finds the delimiter out: the one that makes most rows transactions, with a day and a number;
/// of equals the one that makes most rows equally wide, and then the most columns.
/// `None` where none makes columns.
pub(crate) fn of(text: &str) -> Option<u8> {
    if let Some(named) = named(text) {
        return Some(named);
    }
    let head = table::head(text, HEAD);
    let scored = TRIED.into_iter().enumerate().filter_map(|(place, delimiter)| {
        let rows = table::rows_as_quoted(head, delimiter);
        let score = score(&rows)?;
        Some((score, TRIED.len() - place, delimiter))
    });
    scored.max().map(|(_, _, delimiter)| delimiter)
}

/// What a spreadsheet's first line says: `sep=;`.
fn named(text: &str) -> Option<u8> {
    let line = text.split('\n').next()?.trim();
    let named = line.strip_prefix("sep=")?;
    let named = if named.is_empty() { "\t" } else { named };
    TRIED.into_iter().find(|delimiter| named.as_bytes() == [*delimiter])
}

/// How many rows are transactions, how many are as wide as most, and how wide that is.
fn score(rows: &[Row]) -> Option<(usize, usize, usize)> {
    let transactions = rows.iter().filter(|row| is_transaction(row)).count();
    let width = usual_width(rows).filter(|width| *width > 1)?;
    let alike = rows.iter().filter(|row| row.width() == width).count();
    Some((transactions, alike, width))
}

/// How many columns most rows have; of equals, the wider.
pub(super) fn usual_width<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for row in rows {
        *counts.entry(row.width()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map(|(width, _)| width)
}
