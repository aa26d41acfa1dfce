//! Sums as people type them.

use holdfast_domain::typed;

use crate::build::{currency, sum};

#[test]
fn sums_are_understood_as_people_write_them() {
    // What is typed; the usual currency; the locale; the sum.
    let cases = [
        ("1840", "USD", "en-US", "1840.00 USD"),
        ("1,840", "USD", "en-US", "1840.00 USD"),
        ("1,840.5", "USD", "en-US", "1840.50 USD"),
        ("1.840", "USD", "en-US", "1840.00 USD"),
        ("1.840", "EUR", "de-DE", "1840.00 EUR"),
        ("1,840", "EUR", "de-DE", "1840.00 EUR"),
        ("1.84", "USD", "en-US", "1.84 USD"),
        ("1,84", "USD", "en-US", "1.84 USD"),
        ("12,5", "USD", "en-US", "12.50 USD"),
        ("$35", "", "en-US", "35.00 USD"),
        ("$ 35", "", "en-US", "35.00 USD"),
        ("35$", "", "fr-CA", "35.00 USD"),
        ("$35", "CAD", "en-CA", "35.00 CAD"),
        ("$35", "EUR", "de-DE", "35.00 USD"),
        ("US$35", "CAD", "en-CA", "35.00 USD"),
        ("CA$35", "USD", "en-US", "35.00 CAD"),
        ("$35 CAD", "USD", "en-US", "35.00 CAD"),
        ("USD $35", "CAD", "en-US", "35.00 USD"),
        ("USD 35", "", "en-US", "35.00 USD"),
        ("USD35", "", "en-US", "35.00 USD"),
        ("35 usd", "", "en-US", "35.00 USD"),
        ("35 dollars", "", "en-US", "35.00 USD"),
        ("35 Euro", "", "de-DE", "35.00 EUR"),
        ("1.840,50 €", "USD", "en-US", "1840.50 EUR"),
        ("€1,840.50", "", "de-DE", "1840.50 EUR"),
        ("1 840,50", "EUR", "fr-FR", "1840.50 EUR"),
        ("1\u{a0}840,50", "EUR", "fr-FR", "1840.50 EUR"),
        ("1\u{202f}840,50\u{a0}€", "", "fr-FR", "1840.50 EUR"),
        ("1 234 567", "EUR", "fr-FR", "1234567.00 EUR"),
        ("1'840.50", "CHF", "de-CH", "1840.50 CHF"),
        ("1’840.50", "CHF", "de-CH", "1840.50 CHF"),
        ("35.-", "CHF", "de-CH", "35.00 CHF"),
        ("Fr. 35.—", "", "de-CH", "35.00 CHF"),
        ("Fr.50", "", "de-CH", "50.00 CHF"),
        ("35,- €", "", "de-DE", "35.00 EUR"),
        ("35.", "USD", "en-US", "35.00 USD"),
        ("1, 840", "USD", "en-US", "1840.00 USD"),
        ("£12.5", "", "en-GB", "12.50 GBP"),
        (".50", "USD", "en-US", "0.50 USD"),
        ("$.50", "", "en-US", "0.50 USD"),
        ("+35", "USD", "en-US", "35.00 USD"),
        ("¥1200", "", "ja-JP", "1200 JPY"),
        ("¥1,200", "", "en-US", "1200 JPY"),
        ("¥1200", "CNY", "zh-CN", "1200.00 CNY"),
        ("1200円", "", "ja-JP", "1200 JPY"),
        ("1.200", "JPY", "de-DE", "1200 JPY"),
        ("1.840", "KWD", "en-US", "1.840 KWD"),
        ("1,840", "KWD", "en-US", "1840.000 KWD"),
        ("1,840", "KWD", "de-DE", "1.840 KWD"),
        ("1.840", "KWD", "de-DE", "1840.000 KWD"),
        ("0.840", "KWD", "de-DE", "0.840 KWD"),
        ("1,840.250", "KWD", "de-DE", "1840.250 KWD"),
        ("1.234.567", "EUR", "de-DE", "1234567.00 EUR"),
        ("1,234,567.89", "USD", "en-US", "1234567.89 USD"),
        ("1,00,000", "INR", "en-IN", "100000.00 INR"),
        ("₹12,34,567.50", "", "hi-IN", "1234567.50 INR"),
        ("Rs. 500", "", "en-IN", "500.00 INR"),
        ("Rs 500", "PKR", "en-PK", "500.00 PKR"),
        ("١٬٨٤٠٫٥٠", "USD", "ar-EG", "1840.50 USD"),
        ("١٨٤٠", "USD", "ar-EG", "1840.00 USD"),
        ("۱۸۴۰ USD", "", "fa-IR", "1840.00 USD"),
        ("\u{200f}35 ₪\u{200e}", "", "he-IL", "35.00 ILS"),
        ("１２３", "JPY", "ja-JP", "123 JPY"),
        ("35 kr", "", "nb-NO", "35.00 NOK"),
        ("35 kr.", "", "da-DK", "35.00 DKK"),
        ("35 kr", "SEK", "en-US", "35.00 SEK"),
        ("35:-", "SEK", "sv-SE", "35.00 SEK"),
        ("12,50 zł", "", "pl-PL", "12.50 PLN"),
        ("90071992547409.92", "USD", "en-US", "90071992547409.92 USD"),
    ];
    for (text, default, locale, expected) in cases {
        let default = (!default.is_empty()).then(|| currency(default));
        assert_eq!(typed::money(text, default, locale), Ok(sum(expected)), "{text:?} in {locale}");
    }
}

#[test]
fn what_is_no_sum_is_refused_with_its_reason() {
    let long = "9".repeat(1_000_000);
    let cases = [
        ("", "USD", "empty"),
        (" \u{a0}\u{200e}", "USD", "empty"),
        ("hello", "USD", "not_an_amount"),
        ("$", "USD", "not_an_amount"),
        ("12/3", "USD", "not_an_amount"),
        ("1-2", "USD", "not_an_amount"),
        ("about 35", "USD", "not_an_amount"),
        ("35k", "USD", "not_an_amount"),
        ("1,84,0", "USD", "not_an_amount"),
        ("18,40.00", "USD", "not_an_amount"),
        ("1.840.50", "USD", "not_an_amount"),
        ("1,840.500,25", "USD", "not_an_amount"),
        ("12 34", "USD", "not_an_amount"),
        ("0,840,000", "USD", "not_an_amount"),
        ("1..5", "USD", "not_an_amount"),
        ("1 840.500,25", "USD", "not_an_amount"),
        ("123,45,678", "INR", "not_an_amount"),
        ("12345,678,901", "USD", "not_an_amount"),
        (&long, "USD", "not_an_amount"),
        ("35", "", "no_currency"),
        ("35 XYZ", "USD", "unknown_currency"),
        ("XAU 35", "USD", "unknown_currency"),
        ("₿35", "USD", "unknown_currency"),
        ("$35 €", "USD", "two_currencies"),
        ("USD 35 EUR", "USD", "two_currencies"),
        ("1200.50", "JPY", "too_many_digits"),
        ("1840.505", "USD", "too_many_digits"),
        ("0.840", "USD", "too_many_digits"),
        ("1,840.505", "USD", "too_many_digits"),
        ("1 840,505", "EUR", "too_many_digits"),
        ("1.0005", "KWD", "too_many_digits"),
        ("-35", "USD", "negative"),
        ("−35", "USD", "negative"),
        ("$-35", "USD", "negative"),
        ("-$35", "USD", "negative"),
        ("35-", "USD", "negative"),
        ("(35.00)", "USD", "negative"),
        ("$(35)", "USD", "negative"),
        ("0", "USD", "zero"),
        ("0.00", "USD", "zero"),
        ("$0", "USD", "zero"),
        ("90071992547409.93", "USD", "too_large"),
        ("99999999999999999999999", "USD", "too_large"),
    ];
    for (text, default, code) in cases {
        let default = (!default.is_empty()).then(|| currency(default));
        let found = typed::money(text, default, "en-US").map_err(|error| error.code());
        assert_eq!(found, Err(code), "{}", &text[..text.len().min(40)]);
    }
}

#[test]
fn errors_bear_what_a_sentence_needs_and_no_megabytes() {
    let error = typed::money("9.9999", Some(currency("USD")), "en").expect_err("four digits");
    assert_eq!(
        error.to_string(),
        "“9.9999” has more than the 2 decimal digits of USD",
        "a sentence"
    );
    let error = typed::money(&"x".repeat(100_000), None, "en").expect_err("no sum");
    assert!(error.to_string().chars().count() < 150, "an error stays short: {error}");
}
