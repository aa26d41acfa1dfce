//! What the person says of the columns is taken exactly.

use holdfast_domain::CsvColumn::{
    Amount, AmountReversed, BankId, Credit, Currency, Day, Debit, Ignore, Party, Reference, Side,
    Text,
};
use holdfast_domain::{CsvColumn, DayOrder};
use holdfast_intake::statement::{self, CsvHow, How, Reading};

use crate::{currency, entries, problems};

fn how(columns: &[CsvColumn]) -> CsvHow {
    CsvHow {
        delimiter: ',',
        skip: 0,
        day_order: DayOrder::DayFirst,
        decimal_comma: false,
        columns: columns.to_vec(),
    }
}

fn read(file: &str, csv: CsvHow) -> Reading {
    let how = How { csv: Some(csv), currency: Some(currency("EUR")), ..How::default() };
    statement::read(file.as_bytes(), &how)
}

#[test]
fn columns_mean_what_the_person_says() {
    let cases: [(&str, &[CsvColumn], &str); 7] = [
        ("01/02/2026,8.00,a", &[Day, Amount, Text], "2026-02-01 8.00 EUR | - | a | - | -"),
        ("01/02/2026,8.00,a", &[Day, AmountReversed, Text], "2026-02-01 -8.00 EUR | - | a | - | -"),
        ("01/02/2026,8.00,a", &[Day, Debit, Party], "2026-02-01 -8.00 EUR | a |  | - | -"),
        ("01/02/2026,,8.00", &[Day, Debit, Credit], "2026-02-01 8.00 EUR | - |  | - | -"),
        ("D,01/02/2026,8.00", &[Side, Day, Amount], "2026-02-01 -8.00 EUR | - |  | - | -"),
        (
            "01/02/2026,-8.00,usd,r,i",
            &[Day, Amount, Currency, Reference, BankId],
            "2026-02-01 -8.00 USD | - |  | r | i",
        ),
        (
            "a,01/02/2026,b,-8.00,x",
            &[Text, Day, Text, Amount],
            "2026-02-01 -8.00 EUR | - | a b | - | -",
        ),
    ];
    for (file, columns, expected) in cases {
        let reading = read(file, how(columns));
        assert_eq!(entries(&reading), [expected], "{columns:?} of {file}");
        assert_eq!(problems(&reading), Vec::<String>::new(), "what was said is not asked again");
        assert_eq!(reading.csv.expect("it is shown").how.columns, columns);
    }
}

#[test]
fn days_and_sums_are_read_as_the_person_says() {
    let file = "Kopf\n01/02/2026;-1.500;a\n";
    let mut csv = how(&[Day, Amount, Text]);
    csv.delimiter = ';';
    csv.skip = 1;
    csv.decimal_comma = true;
    csv.day_order = DayOrder::MonthFirst;
    let reading = read(file, csv.clone());
    assert_eq!(entries(&reading), ["2026-01-02 -1500.00 EUR | - | a | - | -"]);
    csv.decimal_comma = false;
    assert_eq!(
        problems(&read(file, csv.clone())),
        ["!2 bad_amount -1.500"],
        "no euro has thousandths"
    );
    csv.day_order = DayOrder::YearFirst;
    csv.decimal_comma = true;
    assert_eq!(problems(&read(file, csv.clone())), ["!2 bad_day 01/02/2026"]);
    csv.skip = 0;
    csv.day_order = DayOrder::DayFirst;
    assert_eq!(problems(&read(file, csv)), ["1 ignored_lines 1"], "a heading moves nothing");
}

#[test]
fn a_transaction_above_where_they_were_said_to_begin_is_named() {
    let mut csv = how(&[Day, Text, Amount]);
    csv.skip = 2;
    let file = "Date,Text,Amount\n01/02/2026,a,-8.00\n02/02/2026,b,-9.00\n";
    let reading = read(file, csv);
    assert_eq!(entries(&reading).len(), 1, "it is read as was said");
    assert_eq!(
        problems(&reading),
        ["2 ignored_lines 1"],
        "the bank wrote one line less this month"
    );
}

#[test]
fn columns_that_cannot_be_meant_are_refused() {
    let cases: [(&[CsvColumn], &str); 7] = [
        (&[Text, Amount], "!- day_column_unknown"),
        (&[Day, Text], "!- amount_column_unknown"),
        (&[Day, Day, Amount], "!- columns_contradict day"),
        (&[Day, Amount, Amount], "!- columns_contradict amount"),
        (&[Day, Amount, Debit], "!- columns_contradict amount"),
        (&[Day, Amount, Currency, Currency], "!- columns_contradict currency"),
        (&[Ignore], "!- day_column_unknown"),
    ];
    for (columns, expected) in cases {
        let reading = read("01/02/2026,8.00,a\n", how(columns));
        assert_eq!(problems(&reading)[0], expected, "{columns:?}");
        assert!(reading.csv.is_some(), "the columns are shown, to be put right");
    }
    for delimiter in ['"', '\n', 'x', '7', 'é'] {
        let csv = CsvHow { delimiter, ..how(&[Day, Amount]) };
        assert_eq!(
            problems(&read("01/02/2026,8.00\n", csv)),
            ["!1 unknown_form 01/02/2026,8.00"],
            "{delimiter:?}"
        );
    }
}

#[test]
fn a_side_that_contradicts_signs_is_refused_where_the_person_relies_on_it() {
    let file = "01/02/2026,D,-8.00\n02/02/2026,C,9.00\n03/02/2026,C,-5.00\n04/02/2026,?,1.00\n";
    let reading = read(file, how(&[Day, Side, Amount]));
    assert_eq!(problems(&reading), ["!3 bad_side C", "!4 bad_side ?"]);
}
