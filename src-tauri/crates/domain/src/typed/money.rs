//! Sums of money as people type them.

use super::{LONGEST, TypedError, locale, marks, number, shown, tidied};
use crate::{Currency, Money, MoneyError};

/// Reads a sum as people type it: `1,840`, `$35`, `USD 35`, `35 usd`, `1.840,50 €`, `1 840,50`,
/// `1'840.50`, `35.-`, Arabic digits.
///
/// `default` is the currency where none is typed; a sign that several currencies share, such as
/// `$`, means the default where that is one of them (else the likeliest: USD, GBP, JPY). `locale`,
/// a tag such as `de-CH`, decides the one case that is open: `1.840` in a currency with three
/// decimal digits. With fewer, a single separator with exactly three digits behind it groups.
///
/// # Errors
/// The amount variants of [`TypedError`], [`TypedError::Empty`] for nothing.
pub fn money(text: &str, default: Option<Currency>, locale: &str) -> Result<Money, TypedError> {
    let typed = || shown(text);
    if text.len() > LONGEST {
        return Err(TypedError::NotAnAmount { text: typed() });
    }
    let tidy = tidied(text);
    if tidy.is_empty() {
        return Err(TypedError::Empty);
    }
    let parts = Parts::of(&tidy).ok_or_else(|| TypedError::NotAnAmount { text: typed() })?;
    let currency = currency(&parts, default, locale, &typed)?;
    let number = number::read(parts.digits, currency.digits(), locale::has_decimal_comma(locale))
        .ok_or_else(|| TypedError::NotAnAmount { text: typed() })?;
    let places = usize::from(currency.digits());
    if number.fraction.len() > places {
        return Err(TypedError::TooManyDigits {
            text: typed(),
            currency: currency.code(),
            allowed: currency.digits(),
        });
    }
    if parts.negative {
        return Err(TypedError::Negative { text: typed() });
    }
    let money = sum(&number, currency).map_err(|_| TypedError::TooLarge { text: typed() })?;
    if money.is_zero() { Err(TypedError::Zero { text: typed() }) } else { Ok(money) }
}

/// The number as money. Only its size can be wrong by now.
fn sum(number: &number::Number, currency: Currency) -> Result<Money, MoneyError> {
    let whole = if number.whole.is_empty() { "0" } else { &number.whole };
    if number.fraction.is_empty() {
        Money::parse(whole, currency)
    } else {
        Money::parse(&format!("{whole}.{}", number.fraction), currency)
    }
}

/// What was typed, taken apart.
pub(super) struct Parts<'a> {
    /// What names a currency before the number; empty for nothing.
    pub(super) before: &'a str,
    /// The number: digits and what stands between them.
    pub(super) digits: &'a str,
    /// What names a currency behind the number; empty for nothing.
    pub(super) behind: &'a str,
    /// Whether a minus sign or brackets stand around it.
    pub(super) negative: bool,
}

impl<'a> Parts<'a> {
    /// `None` where there is no digit.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let first = text.find(|character: char| character.is_ascii_digit())?;
        let end = text.rfind(|character: char| character.is_ascii_digit())? + 1;
        // A separator just before the first digit belongs to the number: “.50”. One that ends an
        // abbreviation does not: “Fr.50”.
        let bare = text[..first].strip_suffix(['.', ',', '\u{66B}']).filter(|before| {
            before.chars().next_back().is_none_or(|character| !character.is_alphabetic())
        });
        let start = bare.map_or(first, str::len);
        let (before, behind) = (text[..start].trim(), without_no_cents(&text[end..]).trim());
        let (before, minus_before) = without_minus(before);
        let (behind, minus_behind) = without_minus(behind);
        let (before, behind, bracketed) = without_brackets(before, behind);
        let negative = minus_before || minus_behind || bracketed;
        let before = before.strip_prefix('+').or(before.strip_suffix('+')).unwrap_or(before).trim();
        Some(Self { before, digits: &text[start..end], behind, negative })
    }
}

const DASHES: [char; 5] = ['-', '\u{2212}', '–', '—', '\u{2010}'];

/// Without what some write for “no cents”: `35.-`, `35,—`, or a lone separator, as one is left with
/// while typing.
fn without_no_cents(behind: &str) -> &str {
    match behind.strip_prefix(['.', ',', ':']) {
        Some(rest) => rest.trim_start_matches(DASHES),
        None => behind,
    }
}

fn without_minus(mark: &str) -> (&str, bool) {
    match mark.strip_prefix(DASHES).or(mark.strip_suffix(DASHES)) {
        Some(rest) => (rest.trim(), true),
        None => (mark, false),
    }
}

fn without_brackets<'a>(before: &'a str, behind: &'a str) -> (&'a str, &'a str, bool) {
    let opened = before.strip_prefix('(').or(before.strip_suffix('('));
    let closed = behind.strip_prefix(')').or(behind.strip_suffix(')'));
    match (opened, closed) {
        (Some(before), Some(behind)) => (before.trim(), behind.trim(), true),
        _ => (before, behind, false),
    }
}

/// Which currency is meant.
fn currency(
    parts: &Parts<'_>,
    default: Option<Currency>,
    locale: &str,
    typed: &impl Fn() -> String,
) -> Result<Currency, TypedError> {
    let marks: Vec<&str> =
        [parts.before, parts.behind].into_iter().filter(|mark| !mark.is_empty()).collect();
    let mut meant: Option<Vec<Currency>> = None;
    for mark in marks {
        let candidates = marks::candidates(mark, locale).map_err(|unknown| match unknown {
            Some(currency) => TypedError::UnknownCurrency { text: typed(), currency },
            None => TypedError::NotAnAmount { text: typed() },
        })?;
        meant = Some(match meant {
            Some(before) => marks::in_both(&before, &candidates),
            None => candidates,
        });
    }
    match meant {
        None => default.ok_or_else(|| TypedError::NoCurrency { text: typed() }),
        Some(meant) => default
            .filter(|default| meant.contains(default))
            .or(meant.first().copied())
            .ok_or_else(|| TypedError::TwoCurrencies { text: typed() }),
    }
}
