//! OFX of both versions. What each file holds was added up from its text by another program.

use holdfast_intake::statement::{How, read};

use super::Said::Currency;
use super::{Case, FOLDER, check, entries, holds, refused};
use crate::source;

/// What the files of one bank's habit each share: one debit of ten dollars.
const fn ten(file: &'static str) -> Case {
    holds(file, 1, &[("USD", "0.00", "-10.00")], "2026-01-15", "2026-01-15")
}

const HABITS: &[Case] = &[
    ten("chase__blank-line-before-header-none-after.qfx"),
    ten("chase__non-ascii-byte-declared-usascii.qfx"),
    ten("etrade__charset-none-with-encoding-usascii.ofx"),
    // The words about the files are no statement.
    refused("fixtures.json", "unknown_form", Some(1)),
    // The first day of the statement cannot be read, and that is said; the entries' days can.
    ten("hsbc-brasil__dtstart-ddmmyy.ofx"),
    ten("lcl__check-without-payee.ofx"),
    ten("onpoint-community-credit-union__self-closing-memo-tag.ofx"),
    ten("template__ofx-1.0.2.ofx"),
    holds(
        "unnamed-bank__amount-comma-decimal.ofx",
        1,
        &[("USD", "0.00", "-2000.00")],
        "2026-01-15",
        "2026-01-15",
    ),
    // Its sort says debit and its sign a credit: by the standard the sign counts.
    holds(
        "unnamed-bank__amount-plus-sign-and-space.ofx",
        1,
        &[("USD", "1006.60", "0.00")],
        "2026-01-15",
        "2026-01-15",
    ),
    ten("unnamed-bank__blank-line-before-header.ofx"),
    ten("unnamed-bank__character-outside-latin1.ofx"),
    ten("unnamed-bank__charset-8859-1-without-iso-prefix.qfx"),
    ten("unnamed-bank__chknum-instead-of-checknum.ofx"),
    refused("unnamed-bank__empty-tags-curdef-fitid-name.ofx", "currency_unknown", Some(33)),
    ten("unnamed-bank__empty-tags-curdef-fitid-name.ofx").said(Currency("USD")),
    // Its sort says credit, and again the sign counts.
    ten("unnamed-bank__mixed-case-trntype.ofx"),
    ten("unnamed-bank__tags-outside-spec.ofx"),
    ten("unnamed-bank__xml-declaration-ofx-2.ofx"),
    ten("unnamed-bank__zero-date.ofx"),
    ten("wells-fargo__header-on-one-line.qfx"),
];

const BRAZIL: &[Case] = &[
    holds("ofx2_xml_utf8.ofx", 1, &[("BRL", "310.75", "0.00")], "2026-07-15", "2026-07-15"),
    holds("sgml_closed_tags.ofx", 1, &[("BRL", "0.00", "-42.00")], "2026-07-03", "2026-07-03"),
    holds(
        "sgml_comma_decimal.ofx",
        2,
        &[("BRL", "1234.56", "-1000.00")],
        "2026-07-08",
        "2026-07-09",
    ),
    // Two that are equal even in the bank's own name for them stay two.
    holds("sgml_duplicated_fitid.ofx", 3, &[("BRL", "0.00", "-30.00")], "2026-07-02", "2026-07-02"),
    holds("sgml_entities.ofx", 2, &[("BRL", "0.00", "-105.00")], "2026-07-04", "2026-07-06"),
    holds(
        "sgml_unclosed_cp1252.ofx",
        3,
        &[("BRL", "2500.50", "-239.90")],
        "2026-07-02",
        "2026-07-10",
    ),
];

/// The files of one bank in which the order of the entries is all that differs.
const fn shuffled(file: &'static str) -> Case {
    holds(file, 4, &[("USD", "20.00", "-235.27")], "2022-08-04", "2022-08-17")
}

const fn shuffled_on_one_day(file: &'static str) -> Case {
    holds(file, 4, &[("USD", "20.00", "-235.27")], "2022-08-17", "2022-08-17")
}

const fn five(file: &'static str) -> Case {
    holds(file, 5, &[("CAD", "112.50", "0.00")], "2021-02-02", "2021-03-16")
}

/// Orders to transfer money, which are no statement of either account.
const fn transfers(file: &'static str) -> Case {
    refused(file, "no_statement", Some(21))
}

const HEADLESS: &[Case] = &[
    holds("amazon.ofx", 2, &[("USD", "0.00", "-11.64")], "2022-12-20", "2022-12-20"),
    holds("default.ofx", 8, &[("USD", "465000.00", "0.00")], "2015-02-08", "2015-03-25"),
    transfers("default_w_splits.ofx"),
    holds("gls.ofx", 1, &[("EUR", "0.00", "-98.76")], "2017-10-10", "2017-10-10"),
    holds("ingesp.ofx", 10, &[("EUR", "1901.00", "-1550.79")], "2022-03-24", "2022-12-31"),
    transfers("mint.ofx"),
    holds("n26.ofx", 2, &[("EUR", "328.00", "-328.00")], "2020-03-07", "2020-03-07"),
    holds("outbank.ofx", 4, &[("EUR", "100.00", "-135.89")], "2019-01-05", "2019-02-20"),
    holds("payoneer.ofx", 2, &[("USD", "120.00", "-100.00")], "2021-05-03", "2021-05-03"),
    holds("pcmastercard.ofx", 2, &[("CAD", "0.00", "-50.31")], "2018-12-15", "2019-01-10"),
    shuffled("schwab-checking-baltest-case1.ofx"),
    shuffled("schwab-checking-baltest-case2.ofx"),
    shuffled("schwab-checking-baltest-case3.ofx"),
    shuffled("schwab-checking-baltest-case4.ofx"),
    shuffled_on_one_day("schwab-checking-baltest-case5.ofx"),
    shuffled_on_one_day("schwab-checking-baltest-case6.ofx"),
    holds(
        "schwab-checking-baltest-case7.ofx",
        2,
        &[("USD", "20.00", "-20.00")],
        "2022-08-17",
        "2022-08-17",
    ),
    shuffled("schwab-checking-msmoney.ofx"),
    five("stripe-all.ofx"),
    five("stripe-default.ofx"),
    holds("transaction_example.ofx", 1, &[("USD", "0.00", "-80.00")], "2005-08-24", "2005-08-24"),
    transfers("transfer_example.ofx"),
];

#[test]
fn ofx_of_every_habit_holds_what_it_says() {
    check("ofx-bankfile", HABITS);
}

#[test]
fn ofx_of_brazil_holds_what_it_says() {
    check("ofx-br", BRAZIL);
}

#[test]
fn ofx_without_a_head_holds_what_it_says() {
    check("ofx-csv2ofx", HEADLESS);
}

/// Words that show the encoding, and those that stand in for a memo that is absent.
const WORDS: &[(&str, &str, &str)] = &[
    ("ofx-bankfile", "chase__non-ascii-byte-declared-usascii.qfx", "ANON ¦ MERCHANT"),
    ("ofx-bankfile", "unnamed-bank__character-outside-latin1.ofx", "ANON UPRAVA č"),
    ("ofx-bankfile", "unnamed-bank__xml-declaration-ofx-2.ofx", "ANON ÉNERGIE"),
    ("ofx-bankfile", "unnamed-bank__chknum-instead-of-checknum.ofx", "1932"),
    ("ofx-bankfile", "lcl__check-without-payee.ofx", "1090381"),
    ("ofx-br", "sgml_closed_tags.ofx", "COMPRA CARTÃO"),
    ("ofx-br", "sgml_unclosed_cp1252.ofx", "TARIFA MANUTENÇÃO CONTA"),
    ("ofx-br", "sgml_entities.ofx", "SILVA & SILVA LTDA"),
    ("ofx-csv2ofx", "ingesp.ofx", "Nómina y otras prestaciones"),
];

#[test]
fn ofx_keeps_the_words_of_the_bank() {
    for (folder, file, words) in WORDS {
        let Some(files) = source::files(&format!("{FOLDER}/{folder}")) else { return };
        let reading = read(&files[*file], &How::default());
        let said = entries(&reading).into_iter().any(|entry| {
            let parts = [entry.party.as_deref(), Some(&*entry.text), entry.reference.as_deref()];
            parts.contains(&Some(*words))
        });
        assert!(said, "{file} says “{words}”: {:#?}", reading.statements);
    }
}
