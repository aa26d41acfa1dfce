//! How people type sums, days and times, and how that is understood.
//!
//! Forms accept what people write and show how it was understood. What cannot be understood with
//! confidence is refused with an error that says why, and the text stays as it was typed. Words are
//! English for now; digits may be those of any common script.

mod day;
mod figure;
mod locale;
mod marks;
mod money;
mod number;
mod time;

pub(crate) use locale::region;

pub use day::day;
pub use figure::{Figure, currencies, figure};
pub use locale::has_month_first;
pub use money::money;
pub use time::time;

use crate::text::{self, is_format};

/// Why what was typed is not understood. Each bears the beginning of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// It is not a sum of money.
    #[error("“{text}” is not understood as a sum of money")]
    NotAnAmount {
        /// What was typed.
        text: String,
    },
    /// No currency was typed, and none is usual here.
    #[error("“{text}” does not say in which currency")]
    NoCurrency {
        /// What was typed.
        text: String,
    },
    /// A currency was typed that ISO 4217 does not have.
    #[error("“{currency}” is not a currency")]
    UnknownCurrency {
        /// What was typed.
        text: String,
        /// The part of it that should have been a currency.
        currency: String,
    },
    /// Two currencies were typed.
    #[error("“{text}” names two currencies")]
    TwoCurrencies {
        /// What was typed.
        text: String,
    },
    /// More digits stand behind the decimal separator than the currency has.
    #[error("“{text}” has more than the {allowed} decimal digits of {currency}")]
    TooManyDigits {
        /// What was typed.
        text: String,
        /// The currency's code.
        currency: &'static str,
        /// How many digits it has.
        allowed: u8,
    },
    /// The sum is less than nothing.
    #[error("“{text}” is less than nothing; sums are written without a minus sign")]
    Negative {
        /// What was typed.
        text: String,
    },
    /// The sum is nothing.
    #[error("“{text}” is nothing; a sum has to be more")]
    Zero {
        /// What was typed.
        text: String,
    },
    /// The sum is too large to be kept exactly.
    #[error("“{text}” is too large to be kept exactly")]
    TooLarge {
        /// What was typed.
        text: String,
    },
    /// It is not a day.
    #[error("“{text}” is not understood as a day")]
    NotADay {
        /// What was typed.
        text: String,
    },
    /// It is written as a day, and no calendar has it: 30 February.
    #[error("there is no such day as “{text}”")]
    NoSuchDay {
        /// What was typed.
        text: String,
    },
    /// The day lies before 1900 or after 2199.
    #[error("“{text}” lies too far away; years from 1900 to 2199 are understood")]
    YearOutOfRange {
        /// What was typed.
        text: String,
    },
    /// The weekday typed is not that of the day typed.
    #[error("“{text}”: that day is a {weekday}")]
    WeekdayDiffers {
        /// What was typed.
        text: String,
        /// The weekday that it is.
        weekday: chrono::Weekday,
    },
    /// It is not a time of day.
    #[error("“{text}” is not understood as a time")]
    NotATime {
        /// What was typed.
        text: String,
    },
    /// It is written as a time, and no clock has it: 25:00.
    #[error("there is no such time as “{text}”")]
    NoSuchTime {
        /// What was typed.
        text: String,
    },
}

impl TypedError {
    /// The stable name of the error, by which a table chooses the words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAnAmount { .. } => "not_an_amount",
            Self::NoCurrency { .. } => "no_currency",
            Self::UnknownCurrency { .. } => "unknown_currency",
            Self::TwoCurrencies { .. } => "two_currencies",
            Self::TooManyDigits { .. } => "too_many_digits",
            Self::Negative { .. } => "negative",
            Self::Zero { .. } => "zero",
            Self::TooLarge { .. } => "too_large",
            Self::NotADay { .. } => "not_a_day",
            Self::NoSuchDay { .. } => "no_such_day",
            Self::YearOutOfRange { .. } => "year_out_of_range",
            Self::WeekdayDiffers { .. } => "weekday_differs",
            Self::NotATime { .. } => "not_a_time",
            Self::NoSuchTime { .. } => "no_such_time",
        }
    }
}

/// The longest text that can be a sum, a day or a time, in bytes. Nothing longer is looked at.
const LONGEST: usize = 400;

/// The text as an error bears it.
fn shown(text: &str) -> String {
    text::shown(text.trim())
}

/// The text with ASCII digits, without direction marks and joiners, and without spaces around it.
fn tidied(text: &str) -> String {
    let seen = text.chars().filter(|character| !is_format(*character)).map(western_digit);
    seen.collect::<String>().trim().to_owned()
}

/// The ASCII digit of equal value, or the character itself.
fn western_digit(character: char) -> char {
    /// The zeros of Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits.
    const ZEROS: [char; 6] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{E50}', '\u{FF10}'];
    let value = ZEROS.iter().find_map(|zero| {
        u32::from(character).checked_sub(u32::from(*zero)).filter(|value| *value < 10)
    });
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(character)
}
