//! Separated values of many banks. Signs and days without a word of the person are taken as they
//! are written; where the file leaves something open, the table says what the person says.

use holdfast_domain::{CsvColumn, DayOrder};
use holdfast_intake::statement::CsvHow;

use super::Said::{Currency, Layout};
use super::{Case, check, holds, holds_nothing, refused};

const CASES: &[Case] = &[
    // What went out stands without a sign and without a name.
    holds("51-sample.csv", 8, &[("USD", "0.00", "-79.25")], "2015-01-09", "2015-03-23")
        .said(Layout("USD", "the third column is what went out", third_is_debit)),
    refused("73-sample.csv", "currency_unknown", None),
    holds("73-sample.csv", 1, &[("USD", "0.00", "-27.00")], "2017-07-06", "2017-07-06")
        .said(Layout("USD", "month first, signs turned round", month_first_reversed)),
    holds("85-date-example.csv", 2, &[("CAD", "0.00", "-13.77")], "2020-02-20", "2020-02-20")
        .said(Currency("CAD")),
    holds("austrian_example.csv", 13, &[("EUR", "203.90", "-353.47")], "2014-01-02", "2014-01-22"),
    // It has the names of its columns alone.
    holds_nothing("bom_utf8_file.csv"),
    holds(
        "broker_canada_example.csv",
        12,
        &[("CAD", "9593.75", "-4916.24"), ("USD", "105.40", "0.00")],
        "2013-05-22",
        "2014-02-10",
    ),
    holds("chase.csv", 9, &[("USD", "7183.52", "-261.41")], "2009-12-10", "2009-12-24")
        .said(Currency("USD")),
    refused("danish_kroner_nordea_example.csv", "currency_unknown", None),
    holds(
        "danish_kroner_nordea_example.csv",
        6,
        &[("DKK", "497.90", "-5229.90")],
        "2012-08-27",
        "2012-11-16",
    )
    .said(Currency("DKK")),
    holds(
        "english_date_example.csv",
        3,
        &[("USD", "327.49", "-876.00")],
        "2009-12-24",
        "2009-12-24",
    )
    .said(Currency("USD")),
    // The first line says what was in the account before; it moves nothing.
    holds("extratofake.csv", 22, &[("BRL", "1300.00", "-495.00")], "2012-11-01", "2012-11-05")
        .said(Currency("BRL")),
    holds("french_example.csv", 9, &[("EUR", "0.00", "-337.44")], "2014-01-21", "2014-01-22")
        .said(Currency("EUR")),
    holds(
        "german_date_example.csv",
        3,
        &[("USD", "327.49", "-876.00")],
        "2009-12-24",
        "2009-12-24",
    )
    .said(Currency("USD")),
    // `10-Nov-9` is no day as long as nobody says that the year comes first.
    refused("harder_date_example.csv", "bad_day", Some(1)).said(Currency("AUD")),
    holds(
        "harder_date_example.csv",
        5,
        &[("AUD", "1357.12", "-1480.24")],
        "2004-11-09",
        "2028-10-10",
    )
    .said(Layout("AUD", "year first", year_first)),
    holds("ing.csv", 3, &[("EUR", "375.00", "-393.63")], "2009-11-17", "2012-11-15")
        .said(Currency("EUR")),
    holds(
        "intuit_mint_example.csv",
        7,
        &[("CAD", "943.35", "-1632.31")],
        "2014-01-30",
        "2014-12-10",
    )
    .said(Currency("CAD")),
    holds(
        "invalid_header_example.csv",
        2,
        &[("EUR", "50.00", "-8.10")],
        "2016-02-18",
        "2016-02-19",
    ),
    // A card that writes what was bought without a sign; its own words say which way it went.
    holds(
        "inversed_credit_card.csv",
        16,
        &[("NZD", "557.75", "-370.74")],
        "2013-01-17",
        "2013-02-17",
    )
    .said(Currency("NZD")),
    // Without these words, the person says that its signs are turned round.
    holds(
        "inversed_credit_card.csv",
        16,
        &[("NZD", "557.75", "-370.74")],
        "2013-01-17",
        "2013-02-17",
    )
    .said(Layout("NZD", "no column for the side, signs turned round", reversed_without_side)),
    holds("multi-line-field.csv", 1, &[("USD", "0.00", "-21.59")], "2002-09-10", "2002-09-10")
        .said(Currency("USD")),
    refused("nationwide.csv", "currency_unknown", None),
    holds("nationwide.csv", 4, &[("GBP", "500.00", "-139.77")], "2013-10-09", "2013-12-10")
        .said(Currency("GBP")),
    refused("simple.csv", "day_column_unknown", None),
    holds("some_other.csv", 9, &[("USD", "7183.75", "-229.18")], "2003-12-24", "2011-12-24")
        .said(Currency("USD")),
    // All three lines are of one day, which may be read either way.
    holds(
        "spanish_date_example.csv",
        3,
        &[("USD", "327.49", "-876.00")],
        "2009-12-02",
        "2009-12-02",
    )
    .said(Currency("USD")),
    holds(
        "spanish_date_example.csv",
        3,
        &[("USD", "327.49", "-876.00")],
        "2009-02-12",
        "2009-02-12",
    )
    .said(Layout("USD", "month first", month_first)),
    holds("suntrust.csv", 7, &[("USD", "1200.00", "-500.00")], "2014-11-01", "2014-11-17")
        .said(Currency("USD")),
    holds("test_money_column.csv", 2, &[("USD", "50.00", "-10.00")], "2012-03-22", "2012-03-23")
        .said(Currency("USD")),
    holds("two_money_columns.csv", 5, &[("USD", "416.04", "-964.55")], "2008-03-26", "2008-04-01")
        .said(Currency("USD")),
    holds(
        "yyyymmdd_date_example.csv",
        1,
        &[("USD", "0.00", "-123.45")],
        "2012-12-31",
        "2012-12-31",
    )
    .said(Currency("USD")),
];

fn third_is_debit(how: &mut CsvHow) {
    how.columns[2] = CsvColumn::Debit;
}

fn month_first(how: &mut CsvHow) {
    how.day_order = DayOrder::MonthFirst;
}

fn year_first(how: &mut CsvHow) {
    how.day_order = DayOrder::YearFirst;
}

fn month_first_reversed(how: &mut CsvHow) {
    month_first(how);
    how.columns[2] = CsvColumn::AmountReversed;
}

fn reversed_without_side(how: &mut CsvHow) {
    how.columns[3] = CsvColumn::Ignore;
    how.columns[6] = CsvColumn::AmountReversed;
}

#[test]
fn separated_values_hold_what_their_files_say() {
    check("csv-reckon", CASES);
}
