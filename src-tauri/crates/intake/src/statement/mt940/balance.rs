//! Balances: `C260131EUR1234,56`.

use chrono::NaiveDate;
use holdfast_domain::{Currency, Money};

use super::super::number;
use super::super::problem::{ProblemCode, Problems};
use super::tagged::Field;

/// What an account held at the end of a day.
#[derive(Debug)]
pub(super) struct Balance {
    pub(super) line: u32,
    pub(super) on: NaiveDate,
    pub(super) amount: Money,
}

impl Balance {
    pub(super) fn read(field: &Field, problems: &mut Problems) -> Option<Self> {
        let text = field.first().trim();
        let mut error = |code| problems.error(code, field.line, text);
        let is_debit = text.starts_with('D');
        let (Some(code), Some(rest)) = (text.get(7..10), text.get(10..)) else {
            error(ProblemCode::BadAmount);
            return None;
        };
        let Some(on) = day(text.get(1..7).unwrap_or_default()) else {
            error(ProblemCode::BadDay);
            return None;
        };
        let Ok(currency) = Currency::from_code(code) else {
            error(ProblemCode::BadCurrency);
            return None;
        };
        let amount = amount(rest, is_debit, currency).filter(|_| text.starts_with(['C', 'D']));
        if amount.is_none() {
            error(ProblemCode::BadAmount);
        }
        Some(Self { line: field.line, on, amount: amount? })
    }
}

/// The day of six digits, the year first.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| text.get(from..from + 2)?.parse::<u32>().ok();
    let year = i32::try_from(part(0)?).ok()?;
    // SWIFT took its messages up in the seventies; none of them has come round yet.
    let century = if year < 70 { 2000 } else { 1900 };
    NaiveDate::from_ymd_opt(century + year, part(2)?, part(4)?)
}

/// The sum, whose decimal sign is the comma, which may stand at the end.
pub(super) fn amount(text: &str, is_debit: bool, currency: Currency) -> Option<Money> {
    let text = text.trim();
    let all = |byte: u8| byte.is_ascii_digit() || byte == b',';
    if !text.starts_with(|it: char| it.is_ascii_digit()) || !text.bytes().all(all) {
        return None;
    }
    let sign = if is_debit { "-" } else { "" };
    number::plain(&format!("{sign}{}", text.replace(',', ".")), currency).ok()
}
