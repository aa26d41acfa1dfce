//! Days and times as they stand within a line.

use chrono::NaiveTime;

use crate::statement::day;

/// A day and a time as they are written. The day is read when the order of all is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stamp {
    pub(super) day: Option<String>,
    pub(super) time: Option<NaiveTime>,
}

/// The text without marks of direction and with plain spaces, as chats have others around times.
pub(super) fn without_marks(text: &str) -> String {
    let kept = text.chars().filter(|it| {
        !matches!(it, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    });
    kept.map(|it| if matches!(it, '\u{A0}' | '\u{202F}') { ' ' } else { it }).collect()
}

/// The stamp in a text, and where it ends; without a day there is none.
///
/// Of the pieces that could be a day the first is taken, and of those that begin there the longest.
pub(super) fn find(text: &str) -> Option<(Stamp, usize)> {
    let words = words(text);
    let (from, to) = (0..words.len()).find_map(|from| {
        let to = (from + 1..=words.len().min(from + 5)).rev();
        to.map(|to| (from, to)).find(|(from, to)| is_day(between(text, &words[*from..*to])))
    })?;
    let day = between(text, &words[from..to]).to_owned();
    let day_end = words[to - 1].1;
    // The time may stand before the day or behind it, a word like "at" between them.
    let near = words[to..].iter().take(3).enumerate();
    let behind = near
        .filter_map(|(number, word)| Some((number, time(text, &words[to + number..], *word)?)))
        .next();
    if let Some((_, (time, end))) = behind {
        return Some((Stamp { day: Some(day), time: Some(time) }, end));
    }
    let before = words[..from].iter().rev().take(2);
    let time = before.filter_map(|word| time(text, &[*word], *word)).next().map(|(time, _)| time);
    Some((Stamp { day: Some(day), time }, day_end))
}

/// A text that is nothing but a stamp.
pub(super) fn whole(text: &str) -> Option<Stamp> {
    let (stamp, end) = find(text)?;
    let is_rest = |it: &str| it.trim_matches([' ', ',', ']', ')']).is_empty();
    (stamp.time.is_some() && (is_rest(&text[end..]) || starts_with_time(text))).then_some(stamp)
}

fn starts_with_time(text: &str) -> bool {
    let all = words(text);
    all.first().is_some_and(|first| time(text, &all, *first).is_some())
}

/// Where the words of a text begin and end, without the commas behind them.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if character.is_whitespace() {
            if let Some(from) = start.take() {
                let word = text[from..at].trim_end_matches([',', ';']);
                found.push((from, from + word.len()));
            }
        } else {
            start.get_or_insert(at);
        }
        // A line of a chat begins with its stamp, and a header is not longer.
        if found.len() >= 40 {
            break;
        }
    }
    found
}

fn between<'a>(text: &'a str, words: &[(usize, usize)]) -> &'a str {
    let from = words.first().map_or(0, |it| it.0);
    &text[from..words.last().map_or(from, |it| it.1)]
}

/// Whether it is a day with its year and without a time.
fn is_day(text: &str) -> bool {
    !text.contains(':') && text.contains(|it: char| it.is_ascii_digit()) && day::is_day(text)
}

/// The time that a word is, with the half of the day that may follow, and where it ends.
fn time(text: &str, from: &[(usize, usize)], word: (usize, usize)) -> Option<(NaiveTime, usize)> {
    let written = text[word.0..word.1].trim_end_matches([':', '.', ']', ')']).to_ascii_lowercase();
    let digits = written.trim_end_matches(|it: char| !it.is_ascii_digit());
    let half = |text: &str| match text.replace('.', "").as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    };
    let mut end = word.1;
    let mut afternoon = half(&written[digits.len()..]);
    if afternoon.is_none() {
        let next = from.iter().find(|it| it.0 >= word.1);
        let next_half = next.and_then(|it| {
            let word = text[it.0..it.1].trim_end_matches([':', ']', ')']).to_ascii_lowercase();
            Some((half(&word)?, it.1))
        });
        if let Some((found, at)) = next_half {
            (afternoon, end) = (Some(found), at);
        }
    }
    let mut figures = digits.split([':', 'h']);
    let hour: u32 = figures.next()?.parse().ok()?;
    let minute: u32 = figures.next().filter(|it| it.len() == 2)?.parse().ok()?;
    let second: u32 = figures.next().map_or(Some(0), |it| it.parse().ok())?;
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Some((NaiveTime::from_hms_opt(hour, minute, second.min(59))?, end))
}
