//! Which columns of sums belong together: what came in and what went out, and what is left.
//!
//! These are guesses that are shown before anything is kept, so the sums are looked at with the
//! decimal sign that each column shows; nothing is kept of them.

use super::table::Row;
use crate::statement::number;

/// Two columns of which each row fills one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) debit: usize,
    pub(super) credit: usize,
    /// Whether signs or a balance show which is which.
    pub(super) sure: bool,
}

/// Whether the sum has a sign that makes it less than nothing; `None` for nothing and for no sum.
pub(super) fn is_negative(cell: &str) -> Option<bool> {
    let minor = minor(cell, false).or_else(|| minor(cell, true)).filter(|minor| *minor != 0)?;
    Some(minor < 0)
}

/// The sum in hundredths, whatever its currency.
fn minor(cell: &str, comma: bool) -> Option<i64> {
    number::hundredths(cell, comma)
}

/// One column's sums in hundredths; nought for what is empty or no sum.
fn column(rows: &[&Row], at: usize) -> Vec<i64> {
    let sign = number::decimal_sign(rows.iter().map(|row| row.cell(at)));
    rows.iter().map(|row| minor(row.cell(at), sign.comma).unwrap_or(0)).collect()
}

/// Finds two columns of which every row fills exactly one. `balance` is a column that is known to
/// say what is left.
pub(super) fn pair(rows: &[&Row], columns: &[usize], balance: Option<usize>) -> Option<Pair> {
    let sums: Vec<Vec<i64>> = columns.iter().map(|at| column(rows, *at)).collect();
    for (first, second) in (1..columns.len()).map(|second| (second - 1, second)) {
        let (left, right) = (&sums[first], &sums[second]);
        if !take_turns(left, right) {
            continue;
        }
        let balance = balance.or_else(|| columns.get(second + 1).copied());
        let balance = balance.map(|at| column(rows, at));
        let in_left = credit_is_left(left, right, balance.as_deref());
        let (debit, credit) = if in_left == Some(true) { (second, first) } else { (first, second) };
        let (debit, credit) = (columns[debit], columns[credit]);
        return Some(Pair { debit, credit, sure: in_left.is_some() });
    }
    None
}

/// Whether no row fills both columns, nearly every row fills one, and both are used.
fn take_turns(left: &[i64], right: &[i64]) -> bool {
    let filled = |sums: &[i64]| sums.iter().filter(|it| **it != 0).count();
    let both = left.iter().zip(right).any(|(left, right)| *left != 0 && *right != 0);
    let (lefts, rights) = (filled(left), filled(right));
    !both && lefts > 0 && rights > 0 && (lefts + rights) * 10 >= left.len() * 8
}

/// Whether the left one of two columns is what came in; `None` where nothing shows it.
fn credit_is_left(left: &[i64], right: &[i64], balance: Option<&[i64]>) -> Option<bool> {
    let is_negative = |sums: &[i64]| sums.iter().all(|it| *it <= 0);
    match (is_negative(left), is_negative(right)) {
        (true, false) => return Some(false),
        (false, true) => return Some(true),
        (true, true) | (false, false) => {}
    }
    let balance = balance?;
    let moved = |sign: i64| -> Vec<i64> {
        left.iter().zip(right).map(|(left, right)| sign * (left.abs() - right.abs())).collect()
    };
    let (left_in, right_in) = (steps(&moved(1), balance), steps(&moved(-1), balance));
    (left_in != right_in).then_some(left_in > right_in)
}

/// The column of sums after each of which another says what is left.
pub(super) fn with_balance(rows: &[&Row], columns: &[usize]) -> Option<usize> {
    let sums: Vec<Vec<i64>> = columns.iter().map(|at| column(rows, *at)).collect();
    let pairs = (0..columns.len()).flat_map(|one| (0..columns.len()).map(move |two| (one, two)));
    let stepping = pairs
        .filter(|(amount, balance)| amount != balance)
        .map(|(amount, balance)| (steps(&sums[amount], &sums[balance]), columns[amount]));
    let enough = rows.len().saturating_sub(1) / 2;
    stepping.filter(|(steps, _)| *steps > enough).max().map(|(_, amount)| amount)
}

/// How often the balance moves from one row to the next by that row's sum, in the direction of
/// the file or against it.
fn steps(moved: &[i64], balance: &[i64]) -> usize {
    let onward = (1..moved.len()).filter(|at| {
        moved[*at] != 0 && balance[*at].checked_sub(balance[*at - 1]) == Some(moved[*at])
    });
    let back = (1..moved.len()).filter(|at| {
        moved[*at - 1] != 0 && balance[*at - 1].checked_sub(balance[*at]) == Some(moved[*at - 1])
    });
    onward.count().max(back.count())
}
