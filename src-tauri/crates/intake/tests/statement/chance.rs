//! Separated values and CAMT in which chance changed something: each is read or refused, and nothing
//! else happens.

use holdfast_domain::{CsvColumn, DayOrder};
use holdfast_intake::statement::{CsvHow, How, read};
use proptest::prelude::*;

use crate::currency;

/// Pieces from which such files are made, so that what is made is often nearly right.
const PIECES: [&str; 48] = [
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\n",
    "\n\n",
    "\r",
    " ",
    "-",
    "(",
    ")",
    "Date",
    "Datum",
    "Amount",
    "Betrag",
    "Debit",
    "Haben",
    "Saldo",
    "Currency",
    "S/H",
    "Text",
    "01.02.2026",
    "13/02/26",
    "2026-02-03",
    "20260203120000[0:GMT]",
    "Feb 3, 2026",
    "31.02.2026",
    "-8,00",
    "1.234,50",
    "1,234",
    "$8.00",
    "8.00 EUR",
    "8.00 DR",
    "EUR",
    "C",
    "D",
    "Gesamt",
    "é",
    "\u{a0}",
    "€",
    "💶",
    "sep=;",
    "=1+1",
    "0",
    "9007199254740993",
    "<",
    "kr",
];

const ELEMENTS: [&str; 30] = [
    "<Document>",
    "</Document>",
    "<BkToCstmrStmt>",
    "</BkToCstmrStmt>",
    "<Stmt>",
    "</Stmt>",
    "<Ntry>",
    "</Ntry>",
    "<Amt Ccy=\"EUR\">",
    "<Amt Ccy=>",
    "</Amt>",
    "<CdtDbtInd>",
    "CRDT",
    "</CdtDbtInd>",
    "<Dt>",
    "</Dt>",
    "<BookgDt>",
    "</BookgDt>",
    "2026-03-03",
    "2026-03-0é",
    "8.00",
    "<TxDtls>",
    "</TxDtls>",
    "<NtryDtls>",
    "</NtryDtls>",
    "&amp;",
    "&#0;",
    "<![CDATA[",
    "]]>",
    "<!-- é -->",
];

fn made_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..most).prop_map(|them| them.concat())
}

/// Ways in which a person may have read such a file.
fn given() -> impl Strategy<Value = Option<CsvHow>> {
    let columns = prop::collection::vec(prop::sample::select(CsvColumn::ALL), 0..8);
    let order = prop::sample::select(DayOrder::ALL);
    let how = (any::<char>(), 0_u32..4, order, any::<bool>(), columns).prop_map(
        |(odd, skip, day_order, decimal_comma, columns)| {
            let delimiter = if skip == 3 { odd } else { ';' };
            CsvHow { delimiter, skip, day_order, decimal_comma, columns }
        },
    );
    prop::option::of(how)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn separated_values_of_any_kind_are_read_or_refused(
        file in made_of(&PIECES, 60),
        csv in given(),
        euros in any::<bool>(),
    ) {
        let how = How {
            format: Some(holdfast_domain::StatementFormat::Csv),
            csv,
            currency: euros.then(|| currency("EUR")),
            ..How::default()
        };
        let reading = read(file.as_bytes(), &how);
        let refused = reading.problems.iter().any(|it| it.is_error);
        prop_assert_eq!(refused, reading.statements.is_empty(), "read or refused, never half");
        if let Some(found) = &reading.csv {
            prop_assert_eq!(found.names.len(), found.samples.len());
        }
        prop_assert_eq!(read(file.as_bytes(), &how), reading, "the same file gives the same");
    }

    #[test]
    fn messages_of_any_kind_are_read_or_refused(file in made_of(&ELEMENTS, 40)) {
        let how = How {
            format: Some(holdfast_domain::StatementFormat::Camt),
            ..How::default()
        };
        let reading = read(file.as_bytes(), &how);
        let refused = reading.problems.iter().any(|it| it.is_error);
        prop_assert_eq!(refused, reading.statements.is_empty(), "read or refused, never half");
    }

    #[test]
    fn what_was_found_out_reads_the_file_the_same_when_it_is_given(
        days in prop::collection::vec((1_u32..=28, 1_u32..=12, -99_999_i32..99_999), 2..20),
        comma in any::<bool>(),
    ) {
        let sign = if comma { ',' } else { '.' };
        let line = |(day, month, cents): &(u32, u32, i32)| {
            let minus = if *cents < 0 { "-" } else { "" };
            let (whole, rest) = (cents.abs() / 100, cents.abs() % 100);
            format!("{day:02}.{month:02}.2026;Shop;{minus}{whole}{sign}{rest:02}\n")
        };
        let file: String = days.iter().map(line).collect();
        let how = How { currency: Some(currency("EUR")), ..How::default() };
        let first = read(file.as_bytes(), &how);
        let found = first.csv.clone().expect("it is read as separated values");
        prop_assert_eq!(first.statements[0].entries.len(), days.len());
        let cents: Vec<i64> = first.statements[0].entries.iter().map(|it| it.amount.minor()).collect();
        let expected: Vec<i64> = days.iter().map(|(.., cents)| i64::from(*cents)).collect();
        prop_assert_eq!(cents, expected, "every cent is kept");
        let again = read(file.as_bytes(), &How { csv: Some(found.how), ..how });
        prop_assert_eq!(again.statements, first.statements);
    }
}
