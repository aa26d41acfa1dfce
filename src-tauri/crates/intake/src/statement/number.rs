//! Sums as banks' files write them. The decimal sign is found out over all of them, never by one.

use holdfast_domain::{Currency, Money, MoneyError, typed};

use super::problem::ProblemCode;

/// Why a text gives no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SumError {
    /// It is no number, or what stands around it is no currency.
    NotAnAmount,
    /// It does not say in which currency, and none is given.
    NoCurrency,
    /// It has more decimal digits than the currency.
    TooManyDigits,
    /// It cannot be kept exactly.
    TooLarge,
}

impl SumError {
    /// What a file is told of it.
    pub(super) fn code(self) -> ProblemCode {
        match self {
            Self::NotAnAmount | Self::TooManyDigits | Self::TooLarge => ProblemCode::BadAmount,
            Self::NoCurrency => ProblemCode::CurrencyUnknown,
        }
    }
}

/// The decimal sign of some sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecimalSign {
    /// Whether it is the comma, else it is the point.
    pub(crate) comma: bool,
    /// Whether the sums themselves show it, all of them alike.
    pub(crate) sure: bool,
}

/// Reads a sum as people and spreadsheets write it: `-1.234,50`, `(12.00)`, `12.00-`, `$85`,
/// `1234,37 EUR`, `12.00 DR`. `currency` is that of sums that name none; a sign that several
/// currencies share means it where it is one of them.
///
/// # Errors
/// Three digits behind the decimal sign are refused in a currency of fewer, even noughts: they may
/// be a group. More than three that are noughts at the end say nothing else, and are accepted.
pub(crate) fn sum(
    text: &str,
    decimal_comma: bool,
    currency: Option<Currency>,
) -> Result<Money, SumError> {
    let (text, side) = without_side(text.trim());
    let figure = typed::figure(text, decimal_comma).ok_or(SumError::NotAnAmount)?;
    if figure.negative && side == Some(Side::Credit) {
        return Err(SumError::NotAnAmount);
    }
    let currency = currency_of(&figure.marks, currency)?;
    if figure.fraction.len() == 3 && currency.digits() < 3 {
        return Err(SumError::TooManyDigits);
    }
    let negative = figure.negative || side == Some(Side::Debit);
    exact(negative, &figure.whole, &figure.fraction, currency)
}

/// What a number looks like while it is not known how it is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone: perhaps a sum, perhaps the number of something.
    Whole,
    /// With a fraction, a group, a sign or a currency.
    Sum,
}

/// Whether a text is a number, whichever the decimal sign, and how it looks.
pub(super) fn form(text: &str) -> Option<Form> {
    /// No sum with all that may stand around it is longer.
    const LONGEST: usize = 40;
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (1..=LONGEST).contains(&text.len()).then_some(Form::Whole);
    }
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit || text.len() > LONGEST {
        return None;
    }
    let (text, _) = without_side(text.trim());
    let figure = typed::figure(text, false).or_else(|| typed::figure(text, true))?;
    let is_currency = |mark: &String| mark.is_empty() || !typed::currencies(mark).is_empty();
    figure.marks.iter().all(is_currency).then_some(Form::Sum)
}

/// A sum in hundredths, whatever its currency, for comparing sums of one column with each other.
/// `None` for what is no number.
pub(crate) fn hundredths(text: &str, decimal_comma: bool) -> Option<i64> {
    let (text, side) = without_side(text.trim());
    let figure = typed::figure(text, decimal_comma)?;
    let digits: String = figure.fraction.chars().chain("00".chars()).take(2).collect();
    let minor: i64 = format!("{}{digits}", figure.whole).parse().ok()?;
    Some(if figure.negative || side == Some(Side::Debit) { -minor } else { minor })
}

/// Reads a sum as XML Schema writes a decimal number: a sign, digits, perhaps a point and digits.
/// Noughts beyond the currency's digits say nothing and are accepted.
///
/// # Errors
/// Any other than [`SumError::NoCurrency`].
pub(super) fn plain(text: &str, currency: Currency) -> Result<Money, SumError> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_empty = whole.is_empty() && fraction.is_empty();
    if is_empty || !all_digits(whole) || !all_digits(fraction) {
        return Err(SumError::NotAnAmount);
    }
    exact(negative, whole, fraction, currency)
}

fn exact(
    negative: bool,
    whole: &str,
    fraction: &str,
    currency: Currency,
) -> Result<Money, SumError> {
    let places = usize::from(currency.digits());
    let (kept, rest) = fraction.split_at(fraction.len().min(places));
    if rest.bytes().any(|byte| byte != b'0') {
        return Err(SumError::TooManyDigits);
    }
    let sign = if negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if kept.is_empty() { "" } else { "." };
    Money::parse(&format!("{sign}{whole}{point}{kept}"), currency).map_err(|error| match error {
        MoneyError::OutOfRange => SumError::TooLarge,
        MoneyError::TooManyDigits { .. } => SumError::TooManyDigits,
        MoneyError::UnknownCurrency(_)
        | MoneyError::NotAnAmount(_)
        | MoneyError::MixedCurrencies(..) => SumError::NotAnAmount,
    })
}

/// The currency that the marks around a number mean.
fn currency_of(marks: &[String; 2], given: Option<Currency>) -> Result<Currency, SumError> {
    let mut meant: Option<Vec<Currency>> = None;
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        let mut candidates = typed::currencies(mark);
        if let Some(before) = &meant {
            candidates.retain(|it| before.contains(it));
        }
        if candidates.is_empty() {
            return Err(SumError::NotAnAmount);
        }
        meant = Some(candidates);
    }
    match (meant.as_deref(), given) {
        (None, given) => given.ok_or(SumError::NoCurrency),
        (Some([only]), _) => Ok(*only),
        (Some(several), given) => {
            given.filter(|it| several.contains(it)).ok_or(SumError::NoCurrency)
        }
    }
}

/// Which way money went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It came in.
    Credit,
    /// It went out.
    Debit,
}

/// Without the letters that some banks put behind a sum instead of a sign: `12.00 DR`.
fn without_side(text: &str) -> (&str, Option<Side>) {
    let side = text.get(text.len().saturating_sub(2)..).unwrap_or_default();
    let side = match side {
        "CR" | "Cr" | "cr" => Side::Credit,
        "DR" | "Dr" | "dr" => Side::Debit,
        _ => return (text, None),
    };
    let rest = &text[..text.len() - 2];
    let parted = rest.ends_with(|character: char| !character.is_alphabetic());
    if parted { (rest.trim_end(), Some(side)) } else { (text, None) }
}

/// Finds the decimal sign of all these sums out. One alone may be open: `1,234` may be a thousand
/// and more, or one and a quarter. Where all are open, the sign is taken to group.
pub(crate) fn decimal_sign<'a>(sums: impl IntoIterator<Item = &'a str>) -> DecimalSign {
    let (mut commas, mut points) = (0_usize, 0_usize);
    let (mut grouping_commas, mut grouping_points) = (0_usize, 0_usize);
    for text in sums {
        match shown_by(text) {
            Shown::Decimal(',') => commas += 1,
            Shown::Decimal(_) => points += 1,
            Shown::Open(',') => grouping_commas += 1,
            Shown::Open(_) => grouping_points += 1,
            Shown::Nothing => {}
        }
    }
    if commas == 0 && points == 0 {
        let sure = grouping_commas == 0 && grouping_points == 0;
        return DecimalSign { comma: grouping_points > grouping_commas, sure };
    }
    DecimalSign { comma: commas > points, sure: commas == 0 || points == 0 }
}

/// What a sum shows of the decimal sign.
enum Shown {
    /// It is this one.
    Decimal(char),
    /// This one may be decimal or may group.
    Open(char),
    /// There is none.
    Nothing,
}

fn shown_by(text: &str) -> Shown {
    let is_digit = |character: char| character.is_ascii_digit();
    let (Some(first), Some(end)) = (text.find(is_digit), text.rfind(is_digit)) else {
        return Shown::Nothing;
    };
    // The sign of “.50” stands before the first digit.
    let start = first - usize::from(text[..first].ends_with(['.', ',']));
    let digits = &text[start..=end];
    let Some(at) = digits.rfind(['.', ',']) else {
        return Shown::Nothing;
    };
    let (before, last) = (&digits[..at], if digits[at..].starts_with(',') { ',' } else { '.' });
    let other = if last == ',' { '.' } else { ',' };
    if before.contains(last) {
        // What stands twice groups, so the other one is the decimal sign.
        return if before.contains(other) { Shown::Nothing } else { Shown::Decimal(other) };
    }
    let is_group = digits.len() - at == 4
        && (1..=3).contains(&before.len())
        && before.bytes().all(|byte| byte.is_ascii_digit())
        && !before.starts_with('0');
    if is_group { Shown::Open(last) } else { Shown::Decimal(last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro() -> Option<Currency> {
        Currency::from_code("EUR").ok()
    }

    #[test]
    fn sums_are_read_with_the_decimal_sign_that_is_known() {
        let cases = [
            ("-1.234,50", true, Ok("-1234.50 EUR")),
            ("(12.00)", false, Ok("-12.00 EUR")),
            ("12.00-", false, Ok("-12.00 EUR")),
            ("1234,37 EUR", true, Ok("1234.37 EUR")),
            ("EUR 1'234.50", false, Ok("1234.50 EUR")),
            ("1\u{a0}234,50", true, Ok("1234.50 EUR")),
            ("1\u{202f}234,50 €", true, Ok("1234.50 EUR")),
            ("\u{2212}7,5", true, Ok("-7.50 EUR")),
            ("- $21.59", false, Err(SumError::NoCurrency)),
            ("US$21.59", false, Ok("21.59 USD")),
            ("+CHF 3.-", false, Ok("3.00 CHF")),
            ("12.00 DR", false, Ok("-12.00 EUR")),
            ("12.00CR", false, Ok("12.00 EUR")),
            ("-12.00 CR", false, Err(SumError::NotAnAmount)),
            ("18,0000", true, Ok("18.00 EUR")),
            ("18,0010", true, Err(SumError::TooManyDigits)),
            ("1,000", true, Err(SumError::TooManyDigits)),
            ("1,000", false, Ok("1000.00 EUR")),
            ("10,00", false, Err(SumError::NotAnAmount)),
            ("1,23,456.00", false, Ok("123456.00 EUR")),
            ("12 345 67", false, Err(SumError::NotAnAmount)),
            ("=1+1", false, Err(SumError::NotAnAmount)),
            ("12 widgets", false, Err(SumError::NotAnAmount)),
            ("5-3", false, Err(SumError::NotAnAmount)),
            ("", false, Err(SumError::NotAnAmount)),
            ("90071992547409.93", false, Err(SumError::TooLarge)),
        ];
        for (text, comma, expected) in cases {
            let found = sum(text, comma, euro()).map(|money| format!("{money:?}"));
            assert_eq!(found.as_deref().map_err(|error| *error), expected, "“{text}”");
        }
    }

    #[test]
    fn a_decimal_of_xml_has_neither_groups_nor_signs() {
        let cases = [
            ("885.00000", Ok(88_500)),
            ("+0.5", Ok(50)),
            ("-3", Ok(-300)),
            ("105.750", Ok(10_575)),
            ("105.751", Err(SumError::TooManyDigits)),
            ("1,000.00", Err(SumError::NotAnAmount)),
            ("1e3", Err(SumError::NotAnAmount)),
            (".", Err(SumError::NotAnAmount)),
        ];
        let euro = euro().expect("ISO 4217 has it");
        for (text, expected) in cases {
            assert_eq!(plain(text, euro).map(Money::minor), expected, "“{text}”");
        }
    }

    #[test]
    fn the_decimal_sign_is_that_of_the_whole_column() {
        let cases: [(&[&str], bool, bool, &str); 9] = [
            (&["1.234", "5,00"], true, true, "one sum shows it for all"),
            (&["1,234", "5.00"], false, true, "one sum shows it for all"),
            (&["1,234", "2,500"], false, false, "thousands, as far as one can see"),
            (&["1.234", "2.500"], true, false, "thousands, as far as one can see"),
            (&["12", "7"], false, true, "no sign, so nothing is open"),
            (&["1.234.567"], true, true, "what stands twice groups"),
            (&["5.00", "5,00", "6.00"], false, false, "the sums contradict each other"),
            (&["0.976", "1234.567"], false, true, "no group begins with nought or has four digits"),
            (&["$.23", "text", ""], false, true, "nothing before the sign is a number too"),
        ];
        for (sums, comma, sure, why) in cases {
            let found = decimal_sign(sums.iter().copied());
            assert_eq!(found, DecimalSign { comma, sure }, "{sums:?}: {why}");
        }
    }
}
