//! QIF: Quicken's older form, one field a line, its first letter saying which.
//!
//! It says neither its currency nor the order of its days; both orders are in use. The order is
//! found out over all days of the file, and whether the file shows it is said. The apostrophe of
//! `1/ 2'04` is one more way to part the year.
//!
//! Only what moves on an account as a bank keeps it is read: sections of securities are counted and
//! named, and lists (of categories, classes, prices) are no transactions. A split only divides a sum
//! that stands in its transaction already.
//!
//! Source: Quicken Interchange Format, as Intuit last described it (QIF 2006).

mod record;
mod section;

use chrono::NaiveDate;
use holdfast_domain::{Currency, DayOrder, StatementEntry};

use super::number::DecimalSign;
use super::problem::{ProblemCode, Problems};
use super::{DaysFound, Found, How, StatementDraft, day, number};

use record::Transaction;
use section::Account;

/// Reads a file.
pub(super) fn read(text: &str, how: &How) -> Found {
    let mut problems = Problems::default();
    let accounts = section::accounts(text, &mut problems);
    let lines = || accounts.iter().flat_map(|account| &account.transactions);
    let found = day::order(lines().map(|it| it.day.as_str()));
    let days = how.day_order.map_or_else(
        || found.map(|found| DaysFound { order: found.order, sure: found.sure }),
        |order| Some(DaysFound { order, sure: true }),
    );
    let sign = number::decimal_sign(lines().map(|it| it.amount.as_str()));
    if let Some(first) = lines().next() {
        warn(first, days, sign, &mut problems);
        if how.currency.is_none() {
            problems.error(ProblemCode::CurrencyUnknown, first.amount_line, "T");
        }
    }
    let habits = Habits { order: days.map(|days| days.order), sign, currency: how.currency };
    let statements = accounts.into_iter().map(|it| habits.draft(it, &mut problems)).collect();
    Found { statements, problems, days, ..Found::default() }
}

/// Says what the file leaves open.
fn warn(first: &Transaction, days: Option<DaysFound>, sign: DecimalSign, problems: &mut Problems) {
    if days.is_some_and(|days| !days.sure) {
        problems.warning(ProblemCode::DayOrderUnsure, first.day_line, &first.day);
    }
    if !sign.sure {
        problems.warning(ProblemCode::DecimalUnsure, first.amount_line, &first.amount);
    }
}

/// How the file writes days and sums.
struct Habits {
    order: Option<DayOrder>,
    sign: DecimalSign,
    currency: Option<Currency>,
}

impl Habits {
    fn draft(&self, account: Account, problems: &mut Problems) -> StatementDraft {
        let transactions = account.transactions.into_iter();
        StatementDraft {
            bank: None,
            number: account.number,
            name: account.name,
            currency: None,
            from: None,
            until: None,
            entries: transactions.filter_map(|it| self.entry(it, problems)).collect(),
        }
    }

    fn entry(&self, it: Transaction, problems: &mut Problems) -> Option<StatementEntry> {
        let on = self.day(&it, problems);
        let amount = match number::sum(&it.amount, self.sign.comma, self.currency) {
            Ok(amount) => Some(amount),
            // It was said once that the file has no currency.
            Err(number::SumError::NoCurrency) if self.currency.is_none() => None,
            Err(error) => {
                problems.error(error.code(), it.amount_line, &it.amount);
                None
            }
        };
        Some(StatementEntry {
            on: on?,
            amount: amount?,
            party: it.party,
            text: it.text,
            reference: it.reference,
            bank_id: None,
        })
    }

    fn day(&self, it: &Transaction, problems: &mut Problems) -> Option<NaiveDate> {
        let day = self.order.and_then(|order| day::read(&it.day, order));
        if day.is_none() {
            problems.error(ProblemCode::BadDay, it.day_line, &it.day);
        }
        day
    }
}
