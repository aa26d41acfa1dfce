//! Times of day as people type them.

use chrono::NaiveTime;

use super::{LONGEST, TypedError, shown, tidied};

/// Which half of the day was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// Reads a time as people type it: `14:30`, `14.30`, `14h30`, `1430`, `9`, `2pm`, `2:30 p.m.`,
/// `noon`, `midnight`. Without am or pm the clock has 24 hours.
///
/// # Errors
/// [`TypedError::Empty`], [`TypedError::NotATime`] or, for 25:00, [`TypedError::NoSuchTime`].
pub fn time(text: &str) -> Result<NaiveTime, TypedError> {
    let not_a_time = || TypedError::NotATime { text: shown(text) };
    if text.len() > LONGEST {
        return Err(not_a_time());
    }
    let tidy: String = tidied(text)
        .to_lowercase()
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let (hour, minute) = match tidy.as_str() {
        "" => return Err(TypedError::Empty),
        "noon" | "midday" => (12, 0),
        "midnight" => (0, 0),
        _ => {
            let (clock, half) = without_half(&tidy);
            let (hour, minute) = hour_and_minute(clock).ok_or_else(not_a_time)?;
            let hour = on_24_hours(hour, half)
                .ok_or_else(|| TypedError::NoSuchTime { text: shown(text) })?;
            (hour, minute)
        }
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
        .ok_or_else(|| TypedError::NoSuchTime { text: shown(text) })
}

fn without_half(text: &str) -> (&str, Option<Half>) {
    const ENDINGS: [(&str, Half); 6] = [
        ("a.m.", Half::Am),
        ("p.m.", Half::Pm),
        ("am", Half::Am),
        ("pm", Half::Pm),
        ("a", Half::Am),
        ("p", Half::Pm),
    ];
    let found = ENDINGS
        .iter()
        .find_map(|(ending, half)| text.strip_suffix(ending).map(|clock| (clock, Some(*half))));
    found.unwrap_or_else(|| (text.strip_suffix('h').unwrap_or(text), None))
}

fn hour_and_minute(clock: &str) -> Option<(u32, u32)> {
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if clock.len() == 4 && clock.is_ascii() => clock.split_at(2),
        None => (clock, "00"),
    };
    let digits = |part: &str| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    };
    Some((digits(hour)?, digits(minute)?))
}

fn on_24_hours(hour: u32, half: Option<Half>) -> Option<u32> {
    match half {
        None => Some(hour),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(Half::Am) => Some(hour % 12),
        Some(Half::Pm) => Some(hour % 12 + 12),
    }
}
