//! Days in figures.

use chrono::NaiveDate;

use super::{Refusal, with_year, year};
use crate::typed::locale;

/// Reads `2026-03-12`, `12/3`, `12/3/26`, `12.3.`, `12. 3. 2026`.
pub(super) fn read(text: &str, today: NaiveDate, locale: &str) -> Result<NaiveDate, Refusal> {
    let separator = text.chars().find(|character| "/.-–".contains(*character));
    let separator = separator.ok_or(Refusal::NotADay)?;
    let text = if separator == '.' { text.strip_suffix('.').unwrap_or(text) } else { text };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    match parts[..] {
        [first, month, day] if first.len() == 4 => {
            let year = year(first, today).ok_or(Refusal::NotADay)?;
            with_year(Some(year), figure(month)?, figure(day)?, today)
        }
        [first, second, last] => {
            let year = year(last, today).ok_or(Refusal::NotADay)?;
            in_some_order(Some(year), first, second, has_month_first(separator, locale), today)
        }
        [first, second] => {
            in_some_order(None, first, second, has_month_first(separator, locale), today)
        }
        _ => Err(Refusal::NotADay),
    }
}

/// Points stand between days and months where the day comes first, whatever the computer's locale
/// says; only where years come first do the languages that use points put the month before the day.
fn has_month_first(separator: char, locale: &str) -> bool {
    let years_first = matches!(locale::language(locale).as_str(), "hu" | "ja" | "ko" | "lt" | "zh");
    locale::has_month_first(locale) && (separator != '.' || years_first)
}

fn in_some_order(
    year: Option<i32>,
    first: &str,
    second: &str,
    month_first: bool,
    today: NaiveDate,
) -> Result<NaiveDate, Refusal> {
    let (first, second) = (figure(first)?, figure(second)?);
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    with_year(year, month, day, today)
}

fn figure(text: &str) -> Result<u32, Refusal> {
    let is_figure = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_figure).ok_or(Refusal::NotADay)
}
