//! What a single cell may be, by itself.

use holdfast_domain::{Currency, typed};

use crate::statement::number::Side;
use crate::statement::{day, number};

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Empty,
    Day,
    /// A number that is written as a sum: with a fraction, a sign, a group or a currency.
    Sum,
    /// A number without any of these.
    Whole,
    /// The code or sign of a currency.
    Currency,
    /// A word for money that came in or went out.
    Side,
    Text,
}

/// What the cell looks like.
pub(crate) fn look(text: &str) -> Look {
    if text.is_empty() {
        return Look::Empty;
    }
    if day::is_day(text) {
        return Look::Day;
    }
    match number::form(text) {
        Some(number::Form::Sum) => return Look::Sum,
        Some(number::Form::Whole) => return Look::Whole,
        None => {}
    }
    if currency(text).is_some() {
        Look::Currency
    } else if side(text).is_some() {
        Look::Side
    } else {
        Look::Text
    }
}

/// The currency of a code in capitals, or of a sign that is one currency's own.
pub(crate) fn currency(text: &str) -> Option<Currency> {
    if text.len() == 3 {
        return Currency::from_code(text).ok();
    }
    if text.len() > 8 || text.chars().any(|it| it.is_ascii_lowercase()) {
        return None;
    }
    match typed::currencies(text)[..] {
        [only] => Some(only),
        _ => None,
    }
}

const CREDITS: [&str; 19] = [
    "c",
    "cr",
    "crdt",
    "credit",
    "credited",
    "credito",
    "h",
    "haben",
    "gutschrift",
    "haber",
    "abono",
    "avere",
    "accredito",
    "bij",
    "by",
    "kredit",
    "in",
    "uznanie",
    "+",
];
const DEBITS: [&str; 21] = [
    "d",
    "dr",
    "dbit",
    "debit",
    "debited",
    "debito",
    "s",
    "soll",
    "lastschrift",
    "belastung",
    "debe",
    "cargo",
    "dare",
    "addebito",
    "af",
    "debet",
    "out",
    "obciazenie",
    "-",
    "db",
    "belast",
];

/// Which way money went, as a word or letter says.
pub(super) fn side(text: &str) -> Option<Side> {
    if text.len() > 16 {
        return None;
    }
    let word = if text.len() == 1 { text.to_lowercase() } else { folded(text) };
    if CREDITS.contains(&word.as_str()) {
        Some(Side::Credit)
    } else if DEBITS.contains(&word.as_str()) {
        Some(Side::Debit)
    } else {
        None
    }
}

/// The words of a text in small letters of ASCII, with one space between: so names are compared.
pub(crate) fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        let letter = plain(character);
        if !letter.is_empty() {
            words.push_str(letter);
        } else if character.is_alphanumeric() {
            words.push(character);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// The letters without marks that stand for one with a mark; empty for all others.
fn plain(letter: char) -> &'static str {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => "o",
        'œ' => "oe",
        'ś' | 'š' => "s",
        'ß' => "ss",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}
