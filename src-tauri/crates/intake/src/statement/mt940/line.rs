//! A transaction: `2601020103D12,34NTRFREFERENCE//BANK`.

use chrono::{Datelike, NaiveDate};
use holdfast_domain::{Currency, Money};

use super::super::problem::{ProblemCode, Problems};
use super::super::words;
use super::balance;
use super::tagged::Field;

/// What field 61 says.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) line: u32,
    pub(super) on: NaiveDate,
    pub(super) amount: Money,
    /// The payer's reference, where there is one.
    pub(super) reference: Option<String>,
    /// The bank's reference, where there is one.
    pub(super) bank_id: Option<String>,
    /// What the bank adds on the next line.
    pub(super) addition: String,
    /// Field 86 that follows.
    pub(super) details: String,
}

impl Line {
    /// Reads the field, or says which part of it cannot be read.
    pub(super) fn read(field: &Field, currency: Currency, problems: &mut Problems) -> Option<Self> {
        let text = field.first().trim_end();
        let mut parts = Parts { rest: text };
        let Some(on) = parts.day() else {
            problems.error(ProblemCode::BadDay, field.line, text);
            return None;
        };
        let mark = parts.mark();
        let sum = parts.while_in(|it| it.is_ascii_digit() || it == ',');
        let amount = mark.and_then(|is_debit| balance::amount(sum, is_debit, currency));
        // The sort of the transaction follows, which begins with a letter: else the sum goes on in a
        // way that was not understood.
        let amount = amount.filter(|_| parts.rest.starts_with(|it: char| it.is_ascii_uppercase()));
        if amount.is_none() {
            problems.error(ProblemCode::BadAmount, field.line, text);
        }
        let references = parts.rest.get(4..).unwrap_or_default();
        let (reference, bank_id) = references.split_once("//").unwrap_or((references, ""));
        Some(Self {
            line: field.line,
            on,
            amount: amount?,
            reference: reference_of(reference),
            bank_id: reference_of(bank_id),
            addition: field.lines[1..].join(" "),
            details: String::new(),
        })
    }
}

/// The reference, unless it only says that there is none, or that it stands in field 86.
fn reference_of(text: &str) -> Option<String> {
    const NONE: &[&str] =
        &["NONREF", "EREF", "PREF", "KREF", "KREF+", "EREF+", "MARF", "NOTPROVIDED"];
    words::one_line(text).filter(|it| !NONE.contains(&it.as_str()))
}

/// What of the field has not been read yet.
struct Parts<'a> {
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn take(&mut self, length: usize) -> Option<&'a str> {
        let taken = self.rest.get(..length)?;
        self.rest = &self.rest[length..];
        Some(taken)
    }

    fn while_in(&mut self, is: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|it| !is(it)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// The day of booking where it is given, else that of the value. The day of booking has no year:
    /// it is that in which it comes closest to the value.
    fn day(&mut self) -> Option<NaiveDate> {
        let value = balance::day(self.take(6)?)?;
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 4 {
            // Some banks leave its four places blank.
            self.rest = self.rest.trim_start_matches(' ');
            return (digits == 0).then_some(value);
        }
        let text = self.take(4)?;
        let (month, day) = (text[..2].parse().ok()?, text[2..].parse().ok()?);
        let years = [value.year(), value.year() - 1, value.year() + 1];
        let days = years.iter().filter_map(|year| NaiveDate::from_ymd_opt(*year, month, day));
        days.min_by_key(|day| day.signed_duration_since(value).num_days().abs())
    }

    /// Whether money went out: `D`, or `RC`, which takes a credit back. The third letter of the
    /// currency may follow, as in `CR` for euros that came in.
    fn mark(&mut self) -> Option<bool> {
        let letters = self.while_in(|it| it.is_ascii_uppercase());
        match letters {
            "RC" => Some(true),
            "RD" => Some(false),
            _ => {
                let (takes_back, rest) = match letters.strip_prefix('R') {
                    Some(rest) => (true, rest),
                    None => (false, letters),
                };
                let is_debit = rest.starts_with('D');
                let sound = rest.starts_with(['C', 'D']) && rest.len() <= 2;
                sound.then_some(is_debit != takes_back)
            }
        }
    }
}
