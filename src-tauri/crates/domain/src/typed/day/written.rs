//! Days with the month as a word.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Refusal, with_year, year};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// Reads `12 March`, `mar 12th 2026`, `thu 12 mar`.
pub(super) fn read(words: &[&str], today: NaiveDate) -> Result<NaiveDate, Refusal> {
    let (named, rest) = match words.split_first() {
        Some((first, rest)) if weekday(first).is_some() => (weekday(first), rest),
        _ => (None, words),
    };
    let (first, second, last) = match *rest {
        [first, second] => (first, second, None),
        [first, second, last] => (first, second, Some(last)),
        _ => return Err(Refusal::NotADay),
    };
    let (month, day) = match (month(first), month(second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return Err(Refusal::NotADay),
    };
    let day = day_of_month(day).ok_or(Refusal::NotADay)?;
    let year = last.map(|last| year(last, today).ok_or(Refusal::NotADay)).transpose()?;
    let date = with_year(year, month, day, today)?;
    match named {
        Some(weekday) if weekday != date.weekday() => Err(Refusal::Weekday(date.weekday())),
        Some(_) | None => Ok(date),
    }
}

/// A weekday by its name or at least three letters of it.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = if word == "weds" { "wed" } else { word };
    let found = WEEKDAYS.iter().find(|(name, _)| word.len() >= 3 && name.starts_with(word));
    found.map(|(_, weekday)| *weekday)
}

/// A month by its name or at least three letters of it, from 1.
fn month(word: &str) -> Option<u32> {
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| word.len() >= 3 && name.starts_with(word))
        .map(|(month, _)| month)
}

/// `12`, `12th`, `1st`.
fn day_of_month(word: &str) -> Option<u32> {
    let ending = word.find(|character: char| !character.is_ascii_digit()).unwrap_or(word.len());
    let (digits, ending) = word.split_at(ending);
    let is_known = matches!(ending, "" | "st" | "nd" | "rd" | "th");
    if is_known && (1..=2).contains(&digits.len()) { digits.parse().ok() } else { None }
}
