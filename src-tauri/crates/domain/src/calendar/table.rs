//! The table of holidays, as it lies beside the code and as it is looked up.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

/// The table as text; its head says where it comes from and how it is written.
const TEXT: &str = include_str!("../../data/calendar/holidays.txt");

static TABLE: LazyLock<Vec<Country>> = LazyLock::new(|| read(TEXT));

/// What is known of a country.
#[derive(Debug)]
pub(super) struct Country {
    /// The ISO 3166-1 code of two letters.
    pub(super) code: &'static str,
    /// The English name.
    pub(super) name: &'static str,
    /// What it is also called: its own name, the code of three letters, usual short forms.
    pub(super) called: Vec<&'static str>,
    /// The days of the week at rest, each with the day since which they hold.
    rest: Vec<(NaiveDate, &'static str)>,
    /// The years whose holidays are known.
    pub(super) years: Option<RangeInclusive<i32>>,
    /// The holidays of the whole country.
    pub(super) holidays: BTreeMap<NaiveDate, &'static str>,
    /// The parts with holidays of their own, by their ISO 3166-2 code.
    pub(super) parts: Vec<Part>,
}

/// What a part of a country keeps otherwise than the whole.
#[derive(Debug)]
pub(super) struct Part {
    /// The part's code behind the country's.
    pub(super) code: &'static str,
    /// The name.
    pub(super) name: &'static str,
    /// The holidays that the country does not have.
    pub(super) more: BTreeMap<NaiveDate, &'static str>,
    /// The country's holidays that are none here.
    pub(super) less: BTreeSet<NaiveDate>,
}

impl Country {
    /// Whether business rests on this day of the week.
    pub(super) fn is_at_rest(&self, day: NaiveDate) -> bool {
        let holding = self.rest.iter().rev().find(|(since, _)| *since <= day);
        let number = char::from_digit(day.weekday().number_from_monday(), 10);
        holding.is_some_and(|(_, days)| number.is_some_and(|number| days.contains(number)))
    }
}

/// Every country of the table, by code.
pub(super) fn countries() -> &'static [Country] {
    &TABLE
}

/// Reads the table. A line that is not understood adds nothing; a test makes sure there is none.
fn read(text: &'static str) -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let _ = read_line(line, &mut countries);
    }
    countries
}

/// Reads one line into the country or part that was named last.
fn read_line(line: &'static str, countries: &mut Vec<Country>) -> Option<()> {
    if let Some(head) = line.strip_prefix('@') {
        let columns: Vec<&'static str> = head.split('|').collect();
        match columns.as_slice() {
            [code, name, rest, years, called] => {
                countries.push(country(code, name, rest, years, called)?);
            }
            [code, name] => {
                let (_, code) = code.split_once('-')?;
                let part = Part { code, name, more: BTreeMap::new(), less: BTreeSet::new() };
                countries.last_mut()?.parts.push(part);
            }
            _ => return None,
        }
        return Some(());
    }
    let (name, days) = line.split_once('|')?;
    let country = countries.last_mut()?;
    let years = country.years.clone()?;
    let days: Vec<NaiveDate> = days.split(' ').flat_map(|word| word_days(word, &years)).collect();
    if days.is_empty() {
        return None;
    }
    match (country.parts.last_mut(), name.strip_prefix('-')) {
        (Some(part), Some(_)) => part.less.extend(days),
        (Some(part), None) => part.more.extend(days.into_iter().map(|day| (day, name))),
        (None, _) => country.holidays.extend(days.into_iter().map(|day| (day, name))),
    }
    Some(())
}

fn country(
    code: &'static str,
    name: &'static str,
    rest: &'static str,
    years: &'static str,
    called: &'static str,
) -> Option<Country> {
    Some(Country {
        code,
        name,
        called: called.split(';').collect(),
        rest: days_at_rest(rest)?,
        years: read_years(years),
        holidays: BTreeMap::new(),
        parts: Vec::new(),
    })
}

/// `56` or `56>20220101>67`: the second holds from the day between.
fn days_at_rest(text: &'static str) -> Option<Vec<(NaiveDate, &'static str)>> {
    let mut words = text.split('>');
    let mut all = vec![(NaiveDate::MIN, words.next()?)];
    while let Some(since) = words.next() {
        all.push((NaiveDate::parse_from_str(since, "%Y%m%d").ok()?, words.next()?));
    }
    Some(all)
}

fn read_years(text: &str) -> Option<RangeInclusive<i32>> {
    let (from, to) = text.split_once('-')?;
    Some(from.parse().ok()?..=to.parse().ok()?)
}

/// The days that a word of the table names: `0101` in every year, `250120` once.
fn word_days(word: &str, years: &RangeInclusive<i32>) -> Vec<NaiveDate> {
    let number = |from: usize| word.get(from..from + 2).and_then(|digits| digits.parse().ok());
    let day = |year: i32, at: usize| {
        NaiveDate::from_ymd_opt(year, number(at)?, number(at + 2)?).filter(|it| it.year() == year)
    };
    match word.len() {
        4 => years.clone().filter_map(|year| day(year, 0)).collect(),
        6 => number(0)
            .and_then(|year| day(2000 + i32::try_from(year).ok()?, 2))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        let mut countries = Vec::new();
        for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(read_line(line, &mut countries), Some(()), "not understood: {line}");
            let days = line.split_once('|').map_or("", |(_, days)| days);
            for word in days.split(' ').filter(|_| !line.starts_with('@')) {
                let years = countries.last().and_then(|it: &Country| it.years.clone());
                let read = word_days(word, &years.expect("a country with holidays has years"));
                assert!(!read.is_empty(), "{word} is no day, in: {line}");
            }
        }
        assert!(countries.len() >= 27, "the table has the countries it is meant to have");
    }
}
