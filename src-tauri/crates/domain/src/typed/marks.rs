//! The signs and words by which people name a currency.

use super::locale;
use crate::{Currency, MoneyError};

/// The signs, in small letters without spaces and without a point at the end, and the currencies
/// that each may mean, the likeliest first.
const MARKS: &[(&str, &[&str])] = &[
    ("$", DOLLARS),
    ("dollar", DOLLARS),
    ("dollars", DOLLARS),
    ("us$", &["USD"]),
    ("u$s", &["USD"]),
    ("a$", &["AUD"]),
    ("au$", &["AUD"]),
    ("c$", &["CAD"]),
    ("ca$", &["CAD"]),
    ("can$", &["CAD"]),
    ("nz$", &["NZD"]),
    ("s$", &["SGD"]),
    ("hk$", &["HKD"]),
    ("nt$", &["TWD"]),
    ("mx$", &["MXN"]),
    ("r$", &["BRL"]),
    ("€", &["EUR"]),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("£", POUNDS),
    ("₤", POUNDS),
    ("pound", POUNDS),
    ("pounds", POUNDS),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("yen", &["JPY"]),
    ("円", &["JPY"]),
    ("元", &["CNY", "TWD", "HKD"]),
    ("yuan", &["CNY"]),
    ("fr", &["CHF", "XAF", "XOF"]),
    ("sfr", &["CHF"]),
    ("franken", &["CHF"]),
    ("₣", &["CHF"]),
    ("kr", CROWNS),
    ("zł", &["PLN"]),
    ("kč", &["CZK"]),
    ("ft", &["HUF"]),
    ("lei", &["RON", "MDL"]),
    ("лв", &["BGN"]),
    ("₽", &["RUB"]),
    ("руб", &["RUB"]),
    ("₴", &["UAH"]),
    ("₺", &["TRY"]),
    ("₪", &["ILS"]),
    ("₹", &["INR"]),
    ("rs", &["INR", "PKR", "LKR", "NPR", "MUR"]),
    ("₩", &["KRW"]),
    ("원", &["KRW"]),
    ("₫", &["VND"]),
    ("₱", &["PHP"]),
    ("฿", &["THB"]),
    ("₦", &["NGN"]),
    ("₵", &["GHS"]),
    ("₡", &["CRC"]),
    ("₲", &["PYG"]),
    ("₸", &["KZT"]),
    ("₾", &["GEL"]),
    ("r", &["ZAR"]),
    ("rp", &["IDR"]),
    ("rm", &["MYR"]),
];

/// Every currency that its people write with a dollar sign.
const DOLLARS: &[&str] = &[
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "BBD", "BMD", "BND", "BSD",
    "BZD", "CLP", "COP", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "UYU",
    "XCD",
];
const POUNDS: &[&str] = &["GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SSP", "SDG", "SYP"];
const CROWNS: &[&str] = &["SEK", "NOK", "DKK", "ISK"];

/// Which currencies a mark may mean, the likeliest first. A sign that one currency has alone, or a
/// code, gives one.
///
/// # Errors
/// The part that should have been a currency and is none. `None` where it does not even look like
/// one.
pub(super) fn candidates(mark: &str, locale: &str) -> Result<Vec<Currency>, Option<String>> {
    let joined: String = mark.chars().filter(|character| !character.is_whitespace()).collect();
    if let Some(found) = lookup(&joined, locale) {
        return Ok(found);
    }
    // Both the code and the sign may have been written: “USD $35”.
    let is_letter = |character: char| character.is_alphabetic();
    let sign: String = joined.chars().filter(|character| !is_letter(*character)).collect();
    let code: String = joined.chars().filter(|character| is_letter(*character)).collect();
    match (lookup(&sign, locale), lookup(&code, locale)) {
        (Some(signs), Some(codes)) => {
            let both = in_both(&codes, &signs);
            if both.is_empty() { Err(None) } else { Ok(both) }
        }
        _ if looks_like_a_currency(&joined) => Err(Some(joined)),
        _ => Err(None),
    }
}

/// What the two have in common, in the order of the first.
pub(super) fn in_both(first: &[Currency], second: &[Currency]) -> Vec<Currency> {
    first.iter().copied().filter(|currency| second.contains(currency)).collect()
}

fn lookup(mark: &str, locale: &str) -> Option<Vec<Currency>> {
    let mark = mark.to_lowercase();
    let mark = mark.strip_suffix('.').unwrap_or(&mark);
    if let Some((_, codes)) = MARKS.iter().find(|(known, _)| *known == mark) {
        let mut found: Vec<Currency> =
            codes.iter().filter_map(|code| currency(code).ok()).collect();
        if let Some(own) = own_crown(mark, locale) {
            found.sort_by_key(|currency| currency.code() != own);
        }
        return Some(found);
    }
    if mark.len() == 3 {
        currency(&mark.to_uppercase()).ok().map(|found| vec![found])
    } else {
        None
    }
}

fn currency(code: &str) -> Result<Currency, MoneyError> {
    Currency::from_code(code)
}

/// The crown that is meant in a Scandinavian language.
fn own_crown(mark: &str, locale: &str) -> Option<&'static str> {
    if mark != "kr" {
        return None;
    }
    match locale::language(locale).as_str() {
        "nb" | "nn" | "no" => Some("NOK"),
        "da" => Some("DKK"),
        "is" => Some("ISK"),
        _ => None,
    }
}

/// Whether the person meant a currency: three letters, or a sign that is neither letter nor number.
fn looks_like_a_currency(mark: &str) -> bool {
    let mut characters = mark.chars();
    let is_code = mark.len() == 3 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_sign = characters
        .next()
        .is_some_and(|sign| !sign.is_alphanumeric() && !sign.is_ascii() && !sign.is_whitespace());
    is_code || (is_sign && characters.next().is_none())
}
