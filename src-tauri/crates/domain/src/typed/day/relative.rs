//! Days that are named from today.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Refusal;
use super::written::weekday;

/// A span that people count days in.
#[derive(Debug, Clone, Copy)]
enum Span {
    Days(u64),
    Months(u32),
}

/// In which direction from today.
#[derive(Debug, Clone, Copy)]
enum Way {
    Ahead,
    Back,
}

/// Reads `tomorrow`, `in two weeks`, `3 days ago`, `next friday`.
pub(super) fn read(words: &[&str], today: NaiveDate) -> Result<NaiveDate, Refusal> {
    match *words {
        ["today" | "now" | "tonight"] => Ok(today),
        ["tomorrow"] => step(Span::Days(1), Way::Ahead, today),
        ["yesterday"] => step(Span::Days(1), Way::Back, today),
        ["day", "after", "tomorrow"] => step(Span::Days(2), Way::Ahead, today),
        ["day", "before", "yesterday"] => step(Span::Days(2), Way::Back, today),
        ["in", number, unit] | ["in", number, unit, "time"] | [number, unit, "from", "now"] => {
            step(span(number, unit)?, Way::Ahead, today)
        }
        [number, unit, "ago"] => step(span(number, unit)?, Way::Back, today),
        [day] | ["this" | "coming", day] => Ok(after(today, named(day)?)),
        ["last" | "previous", word] => match weekday(word) {
            Some(day) => Ok(before(today, day)),
            None => step(span("a", word)?, Way::Back, today),
        },
        ["next", word] => match weekday(word) {
            Some(day) => Ok(of_next_week(today, day)),
            None => step(span("a", word)?, Way::Ahead, today),
        },
        [day, "next", "week"] => Ok(of_next_week(today, named(day)?)),
        _ => Err(Refusal::NotADay),
    }
}

fn named(word: &str) -> Result<Weekday, Refusal> {
    weekday(word).ok_or(Refusal::NotADay)
}

fn span(number: &str, unit: &str) -> Result<Span, Refusal> {
    let number = count(number)?;
    match unit {
        "day" | "days" => Ok(Span::Days(number)),
        "week" | "weeks" => Ok(Span::Days(number.saturating_mul(7))),
        "fortnight" | "fortnights" => Ok(Span::Days(number.saturating_mul(14))),
        "month" | "months" => Ok(Span::Months(months(number, 1))),
        "year" | "years" => Ok(Span::Months(months(number, 12))),
        _ => Err(Refusal::NotADay),
    }
}

/// So many months each; a number beyond all calendars stays beyond them.
fn months(number: u64, each: u32) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX).saturating_mul(each)
}

fn count(word: &str) -> Result<u64, Refusal> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Ok(1);
    }
    if let Some((number, _)) = (1..).zip(WORDS).find(|(_, name)| *name == word) {
        return Ok(number);
    }
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Err(Refusal::NotADay);
    }
    // What does not fit lies beyond every year that is understood.
    word.parse().map_err(|_| Refusal::TooFar)
}

/// A month's end stays a month's end where the other month is shorter.
fn step(span: Span, way: Way, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    let day = match (span, way) {
        (Span::Days(days), Way::Ahead) => today.checked_add_days(Days::new(days)),
        (Span::Days(days), Way::Back) => today.checked_sub_days(Days::new(days)),
        (Span::Months(months), Way::Ahead) => today.checked_add_months(Months::new(months)),
        (Span::Months(months), Way::Back) => today.checked_sub_months(Months::new(months)),
    };
    day.ok_or(Refusal::TooFar)
}

/// The first such weekday after the day.
fn after(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = 7 - u64::from(day.weekday().days_since(weekday));
    day.checked_add_days(Days::new(ahead)).unwrap_or(NaiveDate::MAX)
}

/// The last such weekday before the day.
fn before(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    let back = match u64::from(day.weekday().days_since(weekday)) {
        0 => 7,
        days => days,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(NaiveDate::MIN)
}

/// That weekday of the week that begins on the coming Monday.
fn of_next_week(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = 7 - u64::from(day.weekday().num_days_from_monday())
        + u64::from(weekday.num_days_from_monday());
    day.checked_add_days(Days::new(ahead)).unwrap_or(NaiveDate::MAX)
}
