//! Money and currencies.

use holdfast_domain::{Currency, Money, MoneyError, VendorKind};

use crate::build::{currency, sum};

#[test]
fn currencies_are_those_of_iso_4217_with_their_digits() {
    // CLDR gives some of these other digits; the record keeps to ISO 4217.
    let cases = [
        ("USD", 2),
        ("EUR", 2),
        ("JPY", 0),
        ("KWD", 3),
        ("HUF", 2),
        ("IDR", 2),
        ("COP", 2),
        ("IQD", 3),
        ("ISK", 0),
        ("CLF", 4),
        ("CLP", 0),
        ("BHD", 3),
        ("MGA", 2),
        ("UYW", 4),
        ("XAF", 0),
    ];
    for (code, digits) in cases {
        assert_eq!(Currency::from_code(code).map(Currency::digits), Ok(digits), "{code}");
    }
    for code in ["", "usd", "US", "USDX", "ZZZ", "XAU", "XTS", "XXX", "€", "US$", "U\u{0}D"] {
        let refused = Currency::from_code(code);
        assert_eq!(refused, Err(MoneyError::UnknownCurrency(code.into())), "{code:?} is none");
    }
}

#[test]
fn a_region_has_the_currency_that_its_people_use() {
    let cases = [
        ("en-US", Some("USD"), "not the next-day dollar of banks"),
        ("de_CH.UTF-8", Some("CHF"), "as a system writes it"),
        ("zh-Hant-TW", Some("TWD"), "the script is no region"),
        ("es-MX", Some("MXN"), "not the unit of investment"),
        ("es-UY", Some("UYU"), "not the indexed unit"),
        ("fr-HR", Some("EUR"), "not what the euro replaced"),
        ("de", None, "a language is spoken in many regions"),
        ("C", None, "no language at all"),
        ("en-ZZ", None, "no region that exists"),
        ("", None, "nothing known"),
    ];
    for (locale, code, why) in cases {
        assert_eq!(Currency::of_region(locale).map(Currency::code), code, "{locale}: {why}");
    }
}

#[test]
fn plain_decimal_strings_are_read_exactly() {
    let cases = [
        ("1840.00", "USD", 184_000),
        ("1840", "USD", 184_000),
        ("1840.5", "USD", 184_050),
        ("0.01", "USD", 1),
        ("-0.01", "USD", -1),
        ("0", "USD", 0),
        ("-0", "USD", 0),
        ("007.50", "USD", 750),
        ("1200", "JPY", 1200),
        ("1.005", "KWD", 1005),
        ("1.0005", "CLF", 10005),
        ("90071992547409.92", "USD", Money::LIMIT),
        ("-9007199254740992", "JPY", -Money::LIMIT),
    ];
    for (text, code, minor) in cases {
        let read = Money::parse(text, currency(code)).map(Money::minor);
        assert_eq!(read, Ok(minor), "{text} {code}");
    }
}

#[test]
fn anything_else_is_refused_with_its_reason() {
    for text in [
        "", "-", ".", "1.", ".5", "--1", "+1", "1,840.00", "1 840", " 1", "1e3", "1.2.3", "0x10",
        "NaN", "١٢", "1\u{0}", "1-",
    ] {
        let refused = Money::parse(text, currency("USD"));
        assert_eq!(refused, Err(MoneyError::NotAnAmount(text.into())), "{text:?}");
    }
    let digits =
        [("1.005", "USD", 2), ("1.00", "JPY", 0), ("1.000", "USD", 2), ("1.0001", "KWD", 3)];
    for (text, code, allowed) in digits {
        let expected = MoneyError::TooManyDigits {
            text: text.into(),
            currency: currency(code).code(),
            allowed,
        };
        assert_eq!(Money::parse(text, currency(code)), Err(expected), "{text} {code}");
    }
    for text in ["90071992547409.93", "-90071992547409.93", "99999999999999999999999999999999"] {
        assert_eq!(Money::parse(text, currency("USD")), Err(MoneyError::OutOfRange), "{text}");
    }
}

#[test]
fn arithmetic_is_checked() {
    let limit = Money::new(Money::LIMIT, currency("USD")).expect("the limit is kept");
    assert_eq!(limit.plus(sum("0.01 USD")), Err(MoneyError::OutOfRange), "beyond the range");
    assert_eq!(limit.minus(sum("0.01 USD")).map(Money::minor), Ok(Money::LIMIT - 1), "within it");
    assert_eq!(
        sum("1.00 USD").plus(sum("1.00 EUR")),
        Err(MoneyError::MixedCurrencies("USD", "EUR")),
        "never converted"
    );
    assert_eq!(Money::new(i64::MIN, currency("USD")), Err(MoneyError::OutOfRange), "no overflow");
}

#[test]
fn sums_are_written_grouped_and_plain() {
    let cases = [
        ("1840.00 USD", "1,840.00 USD", "1840.00"),
        ("0.05 USD", "0.05 USD", "0.05"),
        ("-0.05 USD", "-0.05 USD", "-0.05"),
        ("-1234567.80 USD", "-1,234,567.80 USD", "-1234567.80"),
        ("123 JPY", "123 JPY", "123"),
        ("1234 JPY", "1,234 JPY", "1234"),
        ("0 JPY", "0 JPY", "0"),
        ("1.5 KWD", "1.500 KWD", "1.500"),
        ("999.99 EUR", "999.99 EUR", "999.99"),
    ];
    for (typed, printed, plain) in cases {
        assert_eq!(sum(typed).to_string(), printed, "printed: {typed}");
        assert_eq!(sum(typed).decimal(), plain, "plain: {typed}");
    }
}

#[test]
fn an_error_about_a_megabyte_stays_a_sentence() {
    let megabyte = "9a".repeat(1 << 19);
    let errors = [
        Money::parse(&megabyte, currency("USD")).expect_err("no amount").to_string(),
        Currency::from_code(&megabyte).expect_err("no currency").to_string(),
        megabyte.parse::<VendorKind>().expect_err("no such kind").to_string(),
    ];
    for error in errors {
        assert!(error.chars().count() < 300, "{} characters", error.chars().count());
    }
}
