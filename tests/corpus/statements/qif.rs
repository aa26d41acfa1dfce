//! QIF, whose currency the person says. What each file holds was added up from its text by another
//! program.

use super::Said::Currency;
use super::{Case, check, holds, refused};

const fn shillings(file: &'static str) -> Case {
    holds(file, 8, &[("KES", "465000.00", "0.00")], "2015-02-08", "2015-03-25")
        .said(Currency("KES"))
}

const fn five(file: &'static str) -> Case {
    holds(file, 5, &[("CAD", "112.50", "0.00")], "2021-02-02", "2021-03-16").said(Currency("CAD"))
}

const CASES: &[Case] = &[
    refused("creditunion.qif", "currency_unknown", Some(9)),
    shillings("creditunion.qif"),
    shillings("default.qif"),
    // Each split is the whole of its transaction again.
    shillings("default_w_splits.qif"),
    // Securities alone.
    refused("investment_example.qif", "no_statement", Some(5)).said(Currency("USD")),
    holds("mint.qif", 4, &[("USD", "2000.00", "-5000.00")], "2015-06-12", "2015-06-14")
        .said(Currency("USD")),
    holds("mint_alt.qif", 2, &[("USD", "2000.00", "-2500.00")], "2015-06-13", "2015-06-14")
        .said(Currency("USD")),
    holds("mint_extra.qif", 3, &[("USD", "2000.00", "-2500.00")], "2015-06-12", "2015-06-13")
        .said(Currency("USD")),
    five("stripe-all.qif"),
    five("stripe-default.qif"),
    holds("ubs-ch-fr.qif", 3, &[("CHF", "240.00", "-210.00")], "2019-02-28", "2019-04-27")
        .said(Currency("CHF")),
    holds("xero.qif", 5, &[("KES", "149000.00", "-382000.00")], "2015-01-23", "2015-02-14")
        .said(Currency("KES")),
];

#[test]
fn qif_holds_what_it_says() {
    check("qif-csv2ofx", CASES);
}
