//! What parts of a text mean, as terms of their own: a sum is the same however its figures are
//! parted, and a day however it is written.

use chrono::{Datelike, NaiveDate};

use super::terms::{Piece, Sort, Term};

/// Begins a term that is a sum. No text has this sign.
const SUM: char = '\u{E002}';
/// Begins a term that is a day, a month or a day of any year.
const DAY: char = '\u{E003}';

/// The longest number that is taken for a sum, in figures.
const LONGEST: usize = 15;

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

/// Something that pieces mean together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The terms, one for each way of reading.
    pub(super) terms: Vec<String>,
    /// The pieces, from the first to behind the last.
    pub(super) from: usize,
    pub(super) until: usize,
}

/// The terms that a text is found by besides its words.
pub(super) fn of_text(text: &str, pieces: &[Piece]) -> Vec<Term> {
    let mut terms = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let found = dates(text, pieces, at).into_iter().map(|(date, until)| (date.terms(), until));
        let sums = sum(text, pieces, at).map(|(values, until)| (sums_of(&values), until));
        for (of_meaning, until) in found.chain(sums) {
            let end = pieces[until - 1].end;
            terms.extend(of_meaning.into_iter().map(|text| Term {
                text,
                start: piece.start,
                end,
                first_end: end,
            }));
        }
    }
    terms
}

/// What the pieces of a question mean, each piece at most in one meaning. Days in figures are read
/// with the month first if so asked, the other way round where only that is possible.
pub(super) fn of_question(text: &str, pieces: &[Piece], month_first: bool) -> Vec<Meaning> {
    let (mut found, mut from) = (Vec::new(), 0);
    while from < pieces.len() {
        let mut dates = dates(text, pieces, from);
        if month_first {
            dates.reverse();
        }
        let meaning = match dates.into_iter().next() {
            Some((date, until)) => Some((vec![date.asked()], until)),
            None => sum(text, pieces, from).map(|(values, until)| (sums_of(&values), until)),
        };
        let until = meaning.as_ref().map_or(from + 1, |(_, until)| *until);
        found.extend(meaning.map(|(terms, until)| Meaning { terms, from, until }));
        from = until;
    }
    found
}

/// The terms of a day of the record.
pub(super) fn of_day(day: NaiveDate) -> Vec<String> {
    Date { year: Some(day.year()), month: day.month(), day: Some(day.day()) }.terms()
}

/// A day in words, as its plain words are searched.
pub(super) fn day_in_words(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// The term of a sum of the record, given as a plain decimal.
pub(super) fn of_sum(decimal: &str) -> String {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    format!("{SUM}{}", plain(whole, fraction))
}

/// A term that begins all sums that go on with these figures, for a sum that is being typed.
pub(super) fn sum_begun(figures: &str) -> String {
    format!("{SUM}{figures}")
}

fn sums_of(values: &[String]) -> Vec<String> {
    values.iter().map(|value| format!("{SUM}{value}")).collect()
}

/// A day, as much of it as is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Date {
    year: Option<i32>,
    month: u32,
    day: Option<u32>,
}

impl Date {
    fn new(year: Option<i32>, month: u32, day: Option<u32>) -> Option<Self> {
        // A leap year, so that 29 February is a day of some year.
        NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day.unwrap_or(1))?;
        Some(Self { year, month, day })
    }

    /// By what it is asked for: exactly as much as is said.
    fn asked(self) -> String {
        match (self.year, self.day) {
            (Some(year), Some(day)) => format!("{DAY}{year}-{:02}-{day:02}", self.month),
            (Some(year), None) => format!("{DAY}{year}-{:02}", self.month),
            (None, day) => format!("{DAY}--{:02}-{:02}", self.month, day.unwrap_or(0)),
        }
    }

    /// By what it is found: itself, its month, and its day of any year.
    fn terms(self) -> Vec<String> {
        let mut terms = vec![self.asked()];
        if let (Some(_), Some(_)) = (self.year, self.day) {
            terms.push(Self { day: None, ..self }.asked());
            terms.push(Self { year: None, ..self }.asked());
        }
        terms
    }
}

/// The day that begins at a piece, read as day and month and then as month and day where both can be,
/// and behind which piece it ends.
fn dates(text: &str, pieces: &[Piece], at: usize) -> Vec<(Date, usize)> {
    let in_figures = in_figures(text, pieces, at);
    if !in_figures.is_empty() {
        return in_figures;
    }
    let found = in_signs(pieces, at).or_else(|| in_words(text, pieces, at));
    found.into_iter().collect()
}

/// `2026-05-03`, `03/05/2026`, `3.5.26`.
fn in_figures(text: &str, pieces: &[Piece], at: usize) -> Vec<(Date, usize)> {
    let Some([first, second, third]) = pieces.get(at..at + 3) else { return Vec::new() };
    let sign = between(text, first, second);
    if !matches!(sign, "-" | "/" | "." | "–") || between(text, second, third) != sign {
        return Vec::new();
    }
    let [Some(a), Some(b), Some(c)] = [first, second, third].map(figure) else {
        return Vec::new();
    };
    let lengths = [first, second, third].map(|piece| piece.text.len());
    let read = |year: u32, month: u32, day: u32| {
        Date::new(i32::try_from(year).ok(), month, Some(day)).map(|date| (date, at + 3))
    };
    match lengths {
        [4, 1..=2, 1..=2] => read(a, b, c).into_iter().collect(),
        [1..=2, 1..=2, 2 | 4] => {
            let year = if lengths[2] == 4 {
                c
            } else if c < 70 {
                2000 + c
            } else {
                1900 + c
            };
            read(year, b, a).into_iter().chain(read(year, a, b).filter(|_| a != b)).collect()
        }
        _ => Vec::new(),
    }
}

/// `2026年5月3日`, and `2026年5月`.
fn in_signs(pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let part = |from: usize, sign: &str| {
        let [number, of] = pieces.get(from..from + 2)? else { return None };
        (of.text == sign).then(|| figure(number)).flatten()
    };
    let (year, month) = (part(at, "年")?, part(at + 2, "月")?);
    let day = part(at + 4, "日");
    let until = if day.is_some() { at + 6 } else { at + 4 };
    Some((Date::new(i32::try_from(year).ok(), month, day)?, until))
}

/// `3 May 2026`, `3rd of May`, `May 3, 2026`, `May 2026`.
fn in_words(text: &str, pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let mut next = at;
    let mut day = day_of_month(pieces, &mut next);
    if day.is_some() && pieces.get(next).is_some_and(|piece| piece.text == "of") {
        next += 1;
    }
    let month = month(pieces.get(next)?)?;
    next += 1;
    let after_month = next;
    if day.is_none() {
        day = day_of_month(pieces, &mut next);
    }
    let year = pieces.get(next).filter(|it| it.text.len() == 4).and_then(figure);
    let until = if year.is_some() { next + 1 } else { next };
    let is_close =
        pieces[at..until].windows(2).all(|two| between(text, &two[0], &two[1]).len() <= 3);
    // “May 20” may be the beginning of “May 2026”, and “May” alone is a word.
    if !is_close || (day.is_none() && year.is_none()) || until < after_month {
        return None;
    }
    Some((Date::new(year.and_then(|year| i32::try_from(year).ok()), month, day)?, until))
}

fn day_of_month(pieces: &[Piece], next: &mut usize) -> Option<u32> {
    let piece = pieces.get(*next).filter(|piece| piece.text.len() <= 2)?;
    let day = figure(piece).filter(|day| (1..=31).contains(day))?;
    *next += 1;
    let ending = pieces.get(*next).filter(|ending| ending.start == piece.end);
    if ending.is_some_and(|it| matches!(it.text.as_str(), "st" | "nd" | "rd" | "th")) {
        *next += 1;
    }
    Some(day)
}

/// A month by its English name or at least three letters of it, from 1.
fn month(piece: &Piece) -> Option<u32> {
    let named = |name: &&str| piece.text.len() >= 3 && name.starts_with(&piece.text);
    (1..).zip(MONTHS).find(|(_, name)| named(name)).map(|(month, _)| month)
}

fn figure(piece: &Piece) -> Option<u32> {
    let is_short = piece.sort == Sort::Figures && piece.text.len() <= 4;
    piece.text.parse().ok().filter(|_| is_short)
}

fn between<'t>(text: &'t str, one: &Piece, next: &Piece) -> &'t str {
    text.get(one.end..next.start).unwrap_or_default()
}

/// The number that begins at a piece, as plain decimals, and behind which piece it ends. Two where
/// `1.840` may be thousands or thousandths.
fn sum(text: &str, pieces: &[Piece], at: usize) -> Option<(Vec<String>, usize)> {
    let piece = pieces.get(at).filter(|piece| piece.sort == Sort::Figures)?;
    let goes_on = |one: &Piece, next: &Piece| {
        next.sort == Sort::Figures
            && match between(text, one, next) {
                "," | "." | "'" | "’" | "\u{A0}" | "\u{202F}" | "\u{2009}" => true,
                " " => next.text.len() == 3 && one.text.len() <= 3,
                _ => false,
            }
    };
    let is_begun = at > 0 && goes_on(&pieces[at - 1], piece);
    let until = (at + 1..pieces.len()).find(|next| !goes_on(&pieces[next - 1], &pieces[*next]));
    let until = until.unwrap_or(pieces.len());
    let groups: Vec<&str> = pieces[at..until].iter().map(|piece| piece.text.as_str()).collect();
    let signs: Vec<&str> =
        pieces[at..until].windows(2).map(|two| between(text, &two[0], &two[1])).collect();
    let is_long = groups.iter().map(|group| group.len()).sum::<usize>() > LONGEST;
    let values = if is_begun || is_long { Vec::new() } else { readings(&groups, &signs) };
    (!values.is_empty()).then_some((values, until))
}

/// What a number may be, by its groups of figures and the signs between them.
fn readings(groups: &[&str], signs: &[&str]) -> Vec<String> {
    let Some((last, before)) = groups.split_last() else { return Vec::new() };
    let Some((last_sign, signs_before)) = signs.split_last() else { return vec![plain(last, "")] };
    // Groups of three behind the first; those of Indian numbers, of two, only with commas.
    let grouped = |groups: &[&str], signs: &[&str]| {
        let (first, rest) = groups.split_first().unwrap_or((&"", &[]));
        let three = |group: &&str| group.len() == 3 || (group.len() == 2 && signs[0] == ",");
        signs.windows(2).all(|two| two[0] == two[1])
            && (1..=3).contains(&first.len())
            && rest.iter().all(three)
    };
    let mut found = Vec::new();
    if last.len() == 3 && *before[0] != *"0" && grouped(groups, signs) {
        found.push(plain(&groups.concat(), ""));
    }
    let is_decimal = matches!(*last_sign, "," | ".") && (1..=3).contains(&last.len());
    let differs = !signs_before.contains(last_sign);
    let whole_is_sound = before.len() == 1 || grouped(before, signs_before);
    if is_decimal && differs && whole_is_sound {
        found.push(plain(&before.concat(), last));
    }
    found
}

/// Without needless noughts: `1840`, `0.5`.
fn plain(whole: &str, fraction: &str) -> String {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::pieces;
    use super::{DAY, SUM, of_question, of_text};

    fn asked(text: &str, month_first: bool) -> Vec<String> {
        let found = of_question(text, &pieces(text), month_first);
        let terms = found.into_iter().flat_map(|meaning| meaning.terms);
        terms.map(|term| term.replace(SUM, "").replace(DAY, "d")).collect()
    }

    #[test]
    fn a_sum_is_the_same_however_its_figures_are_parted() {
        for (text, sums, why) in [
            ("1840", &["1840"][..], "plain"),
            ("1840.00", &["1840"], "with cents"),
            ("$1,840.00", &["1840"], "with a comma between thousands"),
            ("1.840,00", &["1840"], "with a point between thousands"),
            ("1 840,00", &["1840"], "with a space"),
            ("1\u{202F}840,50 €", &["1840.5"], "with a narrow space"),
            ("1'840.50", &["1840.5"], "with an apostrophe"),
            ("1,84,000", &["184000"], "Indian groups"),
            ("1,840", &["1840", "1.84"], "thousands or thousandths"),
            ("12.50", &["12.5"], "a small sum"),
            ("0.125", &["0.125"], "no thousands begin with nought"),
            ("1,2,3", &[], "a list"),
            ("2.10.4.1", &[], "a version"),
            ("1234567890123456", &[], "the number of a card"),
        ] {
            assert_eq!(asked(text, false), sums, "{text}: {why}");
        }
    }

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        for (text, month_first, day, why) in [
            ("2026-05-03", false, "d2026-05-03", "ISO 8601"),
            ("03/05/2026", false, "d2026-05-03", "the day first"),
            ("05/03/2026", true, "d2026-05-03", "the month first"),
            ("25/03/2026", true, "d2026-03-25", "no month is the 25th"),
            ("3.5.26", false, "d2026-05-03", "with points"),
            ("3 May 2026", false, "d2026-05-03", "in words"),
            ("May 3rd, 2026", false, "d2026-05-03", "the month first, in words"),
            ("3rd of May", false, "d--05-03", "of any year"),
            ("29 feb", false, "d--02-29", "a day of some years"),
            ("May 2026", false, "d2026-05", "a month"),
            ("2026年5月3日", false, "d2026-05-03", "in Chinese and Japanese"),
        ] {
            assert_eq!(asked(text, month_first), [day], "{text}: {why}");
        }
        assert_eq!(asked("may be 2026", false), ["2026"], "a word that is a month elsewhere");
        assert_eq!(asked("31 February 2026", false), ["31", "d2026-02"], "no such day");
    }

    #[test]
    fn a_text_is_found_by_either_reading_of_its_days() {
        let text = "Due 03/05/2026.";
        let found: Vec<String> =
            of_text(text, &pieces(text)).into_iter().map(|it| it.text).collect();
        for day in ["2026-05-03", "2026-03-05", "2026-05", "--05-03"] {
            assert!(found.contains(&format!("{DAY}{day}")), "{day} in {found:?}");
        }
    }
}
