//! CAMT messages of each version.

use super::{Case, check, holds, holds_nothing, refused};

/// One debit of 200,000 kronor, as most of the notices and reports have it.
const fn kronor(file: &'static str) -> Case {
    holds(file, 1, &[("SEK", "0.00", "-200000.00")], "2007-10-18", "2007-10-18")
}

/// One credit of 8.85 euros, as most of the statements have it.
const fn euros(file: &'static str) -> Case {
    holds(file, 1, &[("EUR", "8.85", "0.00")], "2014-12-31", "2014-12-31")
}

const CASES: &[Case] = &[
    kronor("camt052.v1.xml"),
    kronor("camt052.v2.other-account.xml"),
    // It says no day of booking; it was made on this one.
    kronor("camt052.v2.with-account-name.xml"),
    kronor("camt052.v2.xml"),
    // Not booked yet.
    holds_nothing("camt052.v4.xml"),
    holds_nothing("camt052.v6.Amt-zero.xml"),
    holds_nothing("camt052.v6.xml"),
    kronor("camt052.v8.xml"),
    euros("camt053.v2.all-balance-types.xml"),
    euros("camt053.v2.five.decimals.xml"),
    euros("camt053.v2.minimal.ultimate.xml"),
    euros("camt053.v2.minimal.xml"),
    holds(
        "camt053.v2.multi.statement.xml",
        2,
        &[("EUR", "8.85", "-7.00")],
        "2014-12-31",
        "2014-12-31",
    ),
    euros("camt053.v2.with-account-name.xml"),
    euros("camt053.v2.with-party-ids.xml"),
    // A statement message without a statement.
    refused("camt053.v2.wrong.xml", "no_statement", None),
    euros("camt053.v3.xml"),
    euros("camt053.v4.xml"),
    euros("camt053.v8.xml"),
    kronor("camt054.v2.with-account-name.xml"),
    // Three transactions without amounts of their own are one entry.
    kronor("camt054.v2.xml"),
    // Three with amounts in another currency are as well.
    kronor("camt054.v4.xml"),
    kronor("camt054.v8-with-UETR.xml"),
    kronor("camt054.v8-with-financial-institution.xml"),
    kronor("camt054.v8.xml"),
    // A balance and no entry.
    holds_nothing("camt53.only-Dt-with-DtTm.xml"),
];

#[test]
fn messages_hold_what_their_files_say() {
    check("camt-genkgo", CASES);
}
