//! Days as banks' files write them. Their order is found out over all of them, never by one.

mod month;

use chrono::{Datelike, NaiveDate};
use holdfast_domain::DayOrder;

/// The order of the days of some lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OrderFound {
    /// The order in which most of them can be read.
    pub(crate) order: DayOrder,
    /// Whether they can be read in no other.
    pub(crate) sure: bool,
}

/// The years that are understood.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

const ORDERS: [DayOrder; 3] = [DayOrder::DayFirst, DayOrder::MonthFirst, DayOrder::YearFirst];

/// Reads a day in that order: `24.12.2009`, `4/1/2008`, `20091224`, `10-Nov-09`, `2002-09-10T23:00:04`.
/// The time behind it is left out. A year of two digits is one of 1970 to 2069.
///
/// `None` for everything else, among it days that no calendar has.
pub(crate) fn read(text: &str, order: DayOrder) -> Option<NaiveDate> {
    Written::of(text)?.day(order)
}

/// Whether a text is a day in any order.
pub(crate) fn is_day(text: &str) -> bool {
    Written::of(text).is_some_and(|it| ORDERS.iter().any(|order| it.day(*order).is_some()))
}

/// Whether a year of four digits stands first, so that a day can be read in one order alone.
pub(crate) fn is_year_first(text: &str) -> bool {
    Written::of(text).is_some_and(|it| it.figures[0].digits == 4)
}

/// Whether a day is another one with the month first than with the day first.
pub(crate) fn is_open(text: &str) -> bool {
    let of = |order| read(text, order);
    of(DayOrder::DayFirst).zip(of(DayOrder::MonthFirst)).is_some_and(|(one, other)| one != other)
}

/// Finds the order of all these days out; texts that are no days count for nothing. Where several
/// orders fit, it is the one in which the days follow each other best. `None` where none is a day.
pub(crate) fn order<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<OrderFound> {
    let written: Vec<Written> = texts.into_iter().filter_map(Written::of).collect();
    let mut tried = ORDERS.map(|order| Tried::of(&written, order));
    // Two digits are taken for no year where they would scatter the days over many years, and
    // another order does not.
    let has_near = tried.iter().any(|it| it.read > 0 && it.years <= 10);
    for it in &mut tried {
        if has_near && it.short_years && it.years > 10 {
            it.read = 0;
        }
    }
    let most = tried.iter().map(|it| it.read).max().filter(|most| *most > 0)?;
    let fitting: Vec<&Tried> = tried.iter().filter(|it| it.read == most).collect();
    let same_days = fitting.windows(2).all(|pair| pair[0].days == pair[1].days);
    let is_rare = |it: &Tried| it.order == DayOrder::YearFirst && it.short_years;
    // Of equals the first is taken: the order that most of the world writes.
    let best = fitting.iter().min_by_key(|it| (is_rare(it), !it.in_turn, it.span))?;
    Some(OrderFound { order: best.order, sure: fitting.len() == 1 || same_days })
}

/// The days read in one order.
struct Tried {
    order: DayOrder,
    read: usize,
    days: Vec<NaiveDate>,
    /// Whether they go on in one direction.
    in_turn: bool,
    /// How many days lie between the first and the last.
    span: i64,
    /// How many years.
    years: i32,
    /// Whether years have two digits.
    short_years: bool,
}

impl Tried {
    fn of(written: &[Written], order: DayOrder) -> Self {
        let fitting = || written.iter().filter(|it| it.may_be(order));
        let days: Vec<NaiveDate> = fitting().filter_map(|it| it.day(order)).collect();
        let first = days.iter().min().copied().unwrap_or_default();
        let last = days.iter().max().copied().unwrap_or_default();
        Self {
            order,
            read: days.len(),
            in_turn: days.is_sorted() || days.iter().rev().is_sorted(),
            span: last.signed_duration_since(first).num_days(),
            years: last.year() - first.year(),
            short_years: fitting().any(|it| it.year(order).digits == 2),
            days,
        }
    }
}

/// A number of a day, or a month's name as its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Figure {
    value: u32,
    /// How many digits; none for a name.
    digits: usize,
}

/// The three parts of a day in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    figures: [Figure; 3],
    /// Whether points stand between them.
    points: bool,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        // No day is longer; most cells of a file are.
        if text.is_empty() || text.len() > 60 {
            return None;
        }
        let text = without_time(text);
        let points = text.contains('.') && !text.contains(['/', '-']);
        figures(text).map(|figures| Self { figures, points })
    }

    /// Whether anybody writes days so in that order, without being told so.
    fn may_be(&self, order: DayOrder) -> bool {
        let [first, second, _] = self.figures;
        let is_named = |figure: Figure| figure.digits == 0;
        match order {
            // Where points stand between figures, the day comes before the month.
            DayOrder::MonthFirst => !(self.points || is_named(second)),
            DayOrder::YearFirst => first.digits == 4 || !(self.points || is_named(second)),
            DayOrder::DayFirst => true,
        }
    }

    fn year(&self, order: DayOrder) -> Figure {
        match order {
            DayOrder::YearFirst => self.figures[0],
            DayOrder::DayFirst | DayOrder::MonthFirst => self.figures[2],
        }
    }

    fn day(&self, order: DayOrder) -> Option<NaiveDate> {
        let [first, second, third] = self.figures;
        let named_first = first.digits == 0;
        let named_second = second.digits == 0;
        let (month, day) = match order {
            DayOrder::YearFirst => (second, third),
            // A name says which is the month, wherever it stands.
            DayOrder::DayFirst | DayOrder::MonthFirst if named_first => (first, second),
            DayOrder::DayFirst | DayOrder::MonthFirst if named_second => (second, first),
            DayOrder::DayFirst => (second, first),
            DayOrder::MonthFirst => (first, second),
        };
        let is_short = |figure: Figure| (1..=2).contains(&figure.digits);
        let sound = is_short(day) && (is_short(month) || month.digits == 0);
        let year = full_year(self.year(order))?;
        NaiveDate::from_ymd_opt(year, month.value, day.value)
            .filter(|_| sound && YEARS.contains(&year))
    }
}

/// The year of two or four digits.
fn full_year(figure: Figure) -> Option<i32> {
    let year = i32::try_from(figure.value).ok()?;
    match figure.digits {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// Without a time of day behind it: `2002-09-10T23:00:04`, `24/12/2009 12:00`, `20091224120000`.
fn without_time(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, rest) = text.split_at(digits);
    // Days in eight digits may have a time and a zone right behind: `20091224120000[0:GMT]`.
    let has_time = matches!(digits, 12 | 14) || (digits == 8 && rest.starts_with(['T', ' ', '[']));
    if has_time && (rest.is_empty() || rest.starts_with(['T', ' ', '[', '.', '-', '+', 'Z'])) {
        return &head[..8];
    }
    let is_time = |rest: &str| {
        let hour = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&hour) && rest[hour..].starts_with([':', '.'])
    };
    let mut parts = text.match_indices(['T', ' ']).map(|(at, _)| at);
    let behind = |at: &usize| {
        text[..*at].ends_with(|it: char| it.is_ascii_digit()) && is_time(&text[at + 1..])
    };
    match parts.find(behind) {
        Some(at) if text[at..].contains(':') => text[..at].trim_end(),
        Some(_) | None => text,
    }
}

/// The parts of a day.
fn figures(text: &str) -> Option<[Figure; 3]> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return in_eight_digits(text);
    }
    let mut found = [Figure { value: 0, digits: 0 }; 3];
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let length = run(rest);
        let (word, behind) = rest.split_at(length);
        if !matches!(word, "de" | "of") {
            *found.get_mut(count)? = figure(word)?;
            count += 1;
        }
        rest = behind.trim_start_matches([' ', '\u{A0}']);
        rest = rest.strip_prefix(['/', '.', '-', '\'', ',']).unwrap_or(rest);
        rest = rest.trim_start_matches([' ', '\u{A0}']);
    }
    // One part may be a name, and it is not the year.
    let names = found.iter().filter(|it| it.digits == 0).count();
    (count == 3 && names <= 1 && found[2].digits > 0).then_some(found)
}

/// How far the digits or the letters at the beginning reach.
fn run(text: &str) -> usize {
    let digits = text.starts_with(|character: char| character.is_ascii_digit());
    let ends = |character: char| {
        if digits { !character.is_ascii_digit() } else { !character.is_alphabetic() }
    };
    text.find(ends).unwrap_or(text.len())
}

fn figure(word: &str) -> Option<Figure> {
    if word.starts_with(|character: char| character.is_ascii_digit()) {
        let value = word.parse().ok().filter(|_| word.len() <= 4)?;
        return Some(Figure { value, digits: word.len() });
    }
    month::by_name(word).map(|value| Figure { value, digits: 0 })
}

/// Eight digits begin or end with the year: only one of the two is a year of ours.
fn in_eight_digits(text: &str) -> Option<[Figure; 3]> {
    let figure = |from: usize, to: usize| {
        Some(Figure { value: text.get(from..to)?.parse().ok()?, digits: to - from })
    };
    let year_first = [figure(0, 4)?, figure(4, 6)?, figure(6, 8)?];
    let sound = |year: u32| i32::try_from(year).is_ok_and(|year| YEARS.contains(&year));
    if sound(year_first[0].value) && (1..=12).contains(&year_first[1].value) {
        return Some(year_first);
    }
    let year_last = [figure(0, 2)?, figure(2, 4)?, figure(4, 8)?];
    sound(year_last[2].value).then_some(year_last)
}

#[cfg(test)]
mod tests {
    use DayOrder::{DayFirst, MonthFirst, YearFirst};

    use super::*;

    #[test]
    fn days_are_read_in_the_order_that_is_known() {
        let cases = [
            ("24.12.2009", DayFirst, Some("2009-12-24")),
            ("4/1/2008", MonthFirst, Some("2008-04-01")),
            ("4/1/2008", DayFirst, Some("2008-01-04")),
            ("3/28/2008", DayFirst, None),
            ("2012/3/22", YearFirst, Some("2012-03-22")),
            ("20091224", DayFirst, None),
            ("20091224", YearFirst, Some("2009-12-24")),
            ("24122009", DayFirst, Some("2009-12-24")),
            ("20091224120000[0:GMT]", YearFirst, Some("2009-12-24")),
            ("20091224120000.000[-3:BRT]", YearFirst, Some("2009-12-24")),
            ("2002-09-10T23:00:04", YearFirst, Some("2002-09-10")),
            ("2002-09-10 23:00:04+02:00", YearFirst, Some("2002-09-10")),
            ("24/12/2009 9:30", DayFirst, Some("2009-12-24")),
            ("07 Nov 2013", DayFirst, Some("2013-11-07")),
            ("Nov 7, 2013", DayFirst, Some("2013-11-07")),
            ("7. März 2013", DayFirst, Some("2013-03-07")),
            ("09Nov10", DayFirst, Some("2010-11-09")),
            ("10-Nov-9", DayFirst, None),
            ("10-Nov-9", YearFirst, Some("2010-11-09")),
            ("7 de noviembre de 2013", DayFirst, Some("2013-11-07")),
            ("12/31'99", MonthFirst, Some("1999-12-31")),
            (" 1/ 2'04", MonthFirst, Some("2004-01-02")),
            ("31.02.2013", DayFirst, None),
            ("29.02.2012", DayFirst, Some("2012-02-29")),
            ("00.00.0000", DayFirst, None),
            ("12.2013", DayFirst, None),
            ("1-2-3", DayFirst, None),
            ("100000", DayFirst, None),
            ("", DayFirst, None),
        ];
        for (text, order, expected) in cases {
            let found = read(text, order).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "“{text}” in {order:?}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_whole_column() {
        type Case = (&'static [&'static str], Option<(DayOrder, bool)>, &'static str);
        let cases: [Case; 12] = [
            (&["4/1/2008", "3/28/2008"], Some((MonthFirst, true)), "no month has the number 28"),
            (&["01/02/2015", "13/02/2015"], Some((DayFirst, true)), "no month has the number 13"),
            (&["02/12/2009", "03/12/2009"], Some((DayFirst, false)), "two days lie nearer"),
            (&["01/11/2014", "01/12/2014"], Some((MonthFirst, false)), "two days lie nearer"),
            (&["01.11.2014"], Some((DayFirst, true)), "points stand behind the day"),
            (&["7/7/2013"], Some((DayFirst, true)), "it is the same day in both"),
            (&["2013-01-02"], Some((YearFirst, true)), "four digits are a year"),
            (&["20130102"], Some((YearFirst, true)), "1302 and 0102 are no years of ours"),
            (&["07 Nov 2013"], Some((DayFirst, true)), "a name is the month"),
            (&["20-11-12", "20-12-01"], Some((YearFirst, true)), "2012 and 2001 lie too far apart"),
            (&["01/02/15", "13/02/15", "28/02/15"], Some((DayFirst, true)), "years scatter"),
            (&["Total", ""], None, "there is no day"),
        ];
        for (texts, expected, why) in cases {
            let found = order(texts.iter().copied()).map(|it| (it.order, it.sure));
            assert_eq!(found, expected, "{texts:?}: {why}");
        }
    }
}
