//! Days as people type them.

mod numeric;
mod relative;
mod written;

use chrono::{Datelike, NaiveDate};

use super::{LONGEST, TypedError, shown, tidied};

/// Reads a day as people type it, seen from `today`.
///
/// - `today`, `tomorrow`, `yesterday`, `in 3 days`, `in two weeks`, `a month ago`, `next week`;
/// - `friday` and `this friday` are the first one after today, `last friday` the last one before
///   it, `next friday` the one of the week that begins on the coming Monday;
/// - `2026-03-12`; `12.3.2026`, where points mean that the day comes first (unless years come first
///   in that language); `12/3` and `12-3`, where `locale`, a tag such as `en-US`, decides
///   whether the month comes first; the other order where only that is possible (`25/3`);
/// - `12 March`, `March 12th, 2026`, `Thu 12 Mar`: the weekday must be right.
///
/// Without a year the year is the one that brings the day nearest to today (the past one of two
/// that are equally near). A year of two digits lies at most 20 years ahead, else in the past.
///
/// # Errors
/// The day variants of [`TypedError`], [`TypedError::Empty`] for nothing.
pub fn day(text: &str, today: NaiveDate, locale: &str) -> Result<NaiveDate, TypedError> {
    let refused = |refusal| refusal_of(refusal, text);
    if text.len() > LONGEST {
        return Err(refused(Refusal::NotADay));
    }
    let tidy = tidied(text).to_lowercase();
    if tidy.is_empty() {
        return Err(TypedError::Empty);
    }
    let found = if tidy.chars().any(char::is_alphabetic) {
        let words = words(&tidy);
        relative::read(&words, today).or_else(|refusal| match refusal {
            Refusal::NotADay => written::read(&words, today),
            Refusal::NoSuchDay | Refusal::TooFar | Refusal::Weekday(_) => Err(refusal),
        })
    } else {
        numeric::read(&tidy, today, locale)
    };
    match found {
        Ok(day) if YEARS.contains(&day.year()) => Ok(day),
        Ok(_) => Err(refused(Refusal::TooFar)),
        Err(refusal) => Err(refused(refusal)),
    }
}

/// The years that are understood.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a text gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    NotADay,
    NoSuchDay,
    TooFar,
    Weekday(chrono::Weekday),
}

fn refusal_of(refusal: Refusal, text: &str) -> TypedError {
    let text = shown(text);
    match refusal {
        Refusal::NotADay => TypedError::NotADay { text },
        Refusal::NoSuchDay => TypedError::NoSuchDay { text },
        Refusal::TooFar => TypedError::YearOutOfRange { text },
        Refusal::Weekday(weekday) => TypedError::WeekdayDiffers { text, weekday },
    }
}

/// The words that carry meaning. Small words around a day say nothing of which day it is. Points,
/// strokes and hyphens part words only inside of one: `12-Mar-26`, but not `-3`.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .flat_map(|word| {
            let inside = !word.starts_with(['-', '–']);
            word.split(move |character| inside && ",./-–".contains(character))
        })
        .filter(|word| !matches!(*word, "" | "the" | "of" | "on" | "by"))
        .collect()
}

/// The day of that year, or of the year that brings it nearest to today.
fn with_year(
    year: Option<i32>,
    month: u32,
    day: u32,
    today: NaiveDate,
) -> Result<NaiveDate, Refusal> {
    if let Some(year) = year {
        // A year that is no year of ours is the graver slip: it is named first.
        if !YEARS.contains(&year) {
            return Err(Refusal::TooFar);
        }
        return NaiveDate::from_ymd_opt(year, month, day).ok_or(Refusal::NoSuchDay);
    }
    let distance = |day: &NaiveDate| day.signed_duration_since(today).num_days().abs();
    let this = today.year();
    // `min_by_key` gives the first of equals, which is the past one.
    [this - 1, this, this + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .min_by_key(distance)
        .ok_or(Refusal::NoSuchDay)
}

/// Reads a year of two or four digits.
fn year(digits: &str, today: NaiveDate) -> Option<i32> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number),
        2 => {
            let this_century = today.year() - today.year().rem_euclid(100) + number;
            let ahead = today.year() + 20;
            Some(if this_century > ahead { this_century - 100 } else { this_century })
        }
        _ => None,
    }
}
