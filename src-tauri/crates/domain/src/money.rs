//! Money: integer minor units with a currency, checked, never a float.

use std::fmt;
use std::str::FromStr;

use crate::text::shown;

/// Why a sum could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// ISO 4217 has no such currency, or it has no minor unit to count in (gold, testing codes).
    #[error("ISO 4217 has no currency “{0}”")]
    UnknownCurrency(String),
    /// The text is not a plain decimal number.
    #[error("“{0}” is not an amount")]
    NotAnAmount(String),
    /// More digits after the point than the currency has minor units.
    #[error("{currency} has {allowed} digits after the point, “{text}” has more")]
    TooManyDigits {
        /// The text as it was found.
        text: String,
        /// The currency's code.
        currency: &'static str,
        /// How many digits the currency allows.
        allowed: u8,
    },
    /// The sum lies outside ±2^53 minor units.
    #[error("the amount is too large to be kept exactly")]
    OutOfRange,
    /// Two sums of different currencies were to be added.
    #[error("{0} and {1} cannot be added")]
    MixedCurrencies(&'static str, &'static str),
}

/// A currency of ISO 4217 that has minor units.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Reads a three-letter ISO 4217 code, capitals only.
    ///
    /// # Errors
    /// [`MoneyError::UnknownCurrency`] for anything that the list does not have, and for entries
    /// without a minor unit (such as gold, `XAU`), which no vendor owes a household.
    pub fn from_code(code: &str) -> Result<Self, MoneyError> {
        iso_currency::Currency::from_code(code)
            .filter(|currency| currency.exponent().is_some())
            .map(Self)
            .ok_or_else(|| MoneyError::UnknownCurrency(shown(code)))
    }

    /// The currency of the region that a tag such as `de-CH` names, after ISO 4217's list of who
    /// uses what. `None` where the tag names no region: a language alone is spoken in many.
    pub fn of_region(locale: &str) -> Option<Self> {
        let country = iso_currency::Country::from_str(&crate::typed::region(locale)).ok()?;
        iso_currency::Currency::from_country(country)
            .into_iter()
            .find(|it| !it.is_fund() && !it.is_special() && it.is_superseded().is_none())
            .filter(|it| it.exponent().is_some())
            .map(Self)
    }

    /// The three-letter code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many digits stand after the point: 0 for JPY, 2 for USD, 3 for KWD.
    pub fn digits(self) -> u8 {
        // The constructor only lets currencies with an exponent through.
        self.0.exponent().unwrap_or(0) as u8
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A sum in one currency, in minor units within ±2^53, so that it survives JSON and JavaScript.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// The largest number of minor units that is kept, in either direction: 2^53.
    pub const LIMIT: i64 = 1 << 53;

    /// A sum of so many minor units.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] beyond [`Money::LIMIT`].
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if (-Self::LIMIT..=Self::LIMIT).contains(&minor) {
            Ok(Self { minor, currency })
        } else {
            Err(MoneyError::OutOfRange)
        }
    }

    /// Nothing, in that currency.
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads a plain decimal string such as `1840.00`: digits, at most one point, no grouping.
    ///
    /// # Errors
    /// Says whether it is no amount, has too many digits for the currency, or is out of range.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let not_an_amount = || MoneyError::NotAnAmount(shown(text));
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(not_an_amount()),
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(not_an_amount());
        }
        let places = usize::from(currency.digits());
        if fraction.len() > places {
            return Err(MoneyError::TooManyDigits {
                text: shown(text),
                currency: currency.code(),
                allowed: currency.digits(),
            });
        }
        let padded = format!("{whole}{fraction:0<places$}");
        let minor: i64 = padded.parse().map_err(|_| MoneyError::OutOfRange)?;
        Self::new(sign * minor, currency)
    }

    /// The number of minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whether the sum is more than nothing.
    pub fn is_positive(self) -> bool {
        self.minor > 0
    }

    /// Whether the sum is nothing.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The sum of both.
    ///
    /// # Errors
    /// [`MoneyError::MixedCurrencies`], or [`MoneyError::OutOfRange`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// This less the other.
    ///
    /// # Errors
    /// [`MoneyError::MixedCurrencies`], or [`MoneyError::OutOfRange`].
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    fn combine(
        self,
        other: Self,
        operation: fn(i64, i64) -> Option<i64>,
    ) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::MixedCurrencies(self.currency.code(), other.currency.code()));
        }
        let minor = operation(self.minor, other.minor).ok_or(MoneyError::OutOfRange)?;
        Self::new(minor, self.currency)
    }

    /// The amount alone as a plain decimal string with all its minor digits, such as `1840.00`.
    pub fn decimal(self) -> String {
        let places = usize::from(self.currency.digits());
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

impl fmt::Display for Money {
    /// As documents print it: grouped by threes with the code behind, `1,840.00 USD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimal = self.decimal();
        let (sign, plain) = match decimal.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", decimal.as_str()),
        };
        let (whole, fraction) = match plain.split_once('.') {
            Some((whole, fraction)) => (whole, format!(".{fraction}")),
            None => (plain, String::new()),
        };
        let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        write!(f, "{sign}{grouped}{fraction} {}", self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}
