//! What is owed.

use holdfast_domain::rules::{balances, claim_balance, totals};
use holdfast_domain::{Claim, Money, MoneyError};

use crate::build::{claim, currency, day, dispute, id, sum};

/// Movements; the day from which one looks; what is then outstanding; what is overpaid.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
    &'static str,
    &'static str,
    &'static str,
);

const CASES: &[Case] = &[
    ("nothing happened", &[], "2026-02-28", "100.00", "0.00"),
    ("it arises today", &[], "2026-01-31", "100.00", "0.00"),
    ("it has not arisen", &[], "2026-01-30", "0.00", "0.00"),
    (
        "a movement before it arose does not count alone",
        &[("received", "10.00 USD", "2026-01-02")],
        "2026-01-30",
        "0.00",
        "0.00",
    ),
    (
        "received on the day",
        &[("received", "40.00 USD", "2026-02-28")],
        "2026-02-28",
        "60.00",
        "0.00",
    ),
    (
        "received a day later",
        &[("received", "40.00 USD", "2026-03-01")],
        "2026-02-28",
        "100.00",
        "0.00",
    ),
    ("credited", &[("credited", "40.00 USD", "2026-02-01")], "2026-02-28", "60.00", "0.00"),
    (
        "provisional",
        &[("provisional_credit", "40.00 USD", "2026-02-01")],
        "2026-02-28",
        "60.00",
        "0.00",
    ),
    ("waived", &[("waived", "100.00 USD", "2026-02-01")], "2026-02-28", "0.00", "0.00"),
    ("written off", &[("written_off", "99.99 USD", "2026-02-01")], "2026-02-28", "0.01", "0.00"),
    (
        "received and taken back in part",
        &[("received", "100.00 USD", "2026-02-01"), ("reversed", "34.00 USD", "2026-02-02")],
        "2026-02-28",
        "34.00",
        "0.00",
    ),
    (
        "overpaid",
        &[("received", "100.00 USD", "2026-02-01"), ("credited", "0.01 USD", "2026-02-02")],
        "2026-02-28",
        "0.00",
        "0.01",
    ),
    (
        "taken back beyond the claim",
        &[("reversed", "5.00 USD", "2026-02-01")],
        "2026-02-28",
        "105.00",
        "0.00",
    ),
];

#[test]
fn a_claim_stands_as_its_movements_say() {
    for (why, movements, on, outstanding, overpaid) in CASES {
        let claim = claim(1, 1, "100.00 USD", "2026-01-31", movements);
        let balance = claim_balance(&claim, day(on)).expect("the sums are small");
        assert_eq!(balance.outstanding.decimal(), *outstanding, "outstanding: {why}");
        assert_eq!(balance.overpaid.decimal(), *overpaid, "overpaid: {why}");
    }
}

#[test]
fn each_kind_of_movement_has_its_own_sum() {
    let claim = claim(
        1,
        1,
        "1000 JPY",
        "2026-01-01",
        &[
            ("received", "1 JPY", "2026-01-01"),
            ("credited", "2 JPY", "2026-01-01"),
            ("provisional_credit", "4 JPY", "2026-01-01"),
            ("waived", "8 JPY", "2026-01-01"),
            ("written_off", "16 JPY", "2026-01-01"),
            ("reversed", "32 JPY", "2026-01-01"),
            ("received", "64 JPY", "2026-01-01"),
        ],
    );
    let balance = claim_balance(&claim, day("2026-01-01")).expect("the sums are small");
    let sums = [
        balance.claimed,
        balance.received,
        balance.credited,
        balance.provisional_credit,
        balance.waived,
        balance.written_off,
        balance.reversed,
        balance.outstanding,
    ];
    assert_eq!(sums.map(Money::minor), [1000, 65, 2, 4, 8, 16, 32, 937], "each sum apart");
}

#[test]
fn vendors_and_currencies_stay_apart_in_the_order_of_entry() {
    let mut dispute = dispute();
    dispute.claims = vec![
        claim(1, 2, "10.00 USD", "2026-01-01", &[("received", "15.00 USD", "2026-01-02")]),
        claim(2, 1, "20.00 USD", "2026-01-01", &[]),
        claim(3, 2, "30 JPY", "2026-01-01", &[]),
        claim(4, 2, "40.00 USD", "2026-01-01", &[]),
        claim(5, 3, "50.00 USD", "2026-02-01", &[]),
    ];
    let all = balances(&dispute, day("2026-01-31")).expect("the sums are small");
    let rows: Vec<_> = all
        .iter()
        .map(|row| {
            (row.vendor, row.balance.claimed.to_string(), row.balance.outstanding.to_string())
        })
        .collect();
    assert_eq!(
        rows,
        [
            (id(2), "50.00 USD".into(), "35.00 USD".into()),
            (id(1), "20.00 USD".into(), "20.00 USD".into()),
            (id(2), "30 JPY".into(), "30 JPY".into()),
        ],
        "one row a vendor and currency; what arises later has none yet"
    );
}

#[test]
fn an_overpayment_by_one_vendor_never_lessens_what_another_owes() {
    let mut dispute = dispute();
    dispute.claims = vec![
        claim(1, 1, "10.00 USD", "2026-01-01", &[("received", "17.00 USD", "2026-01-02")]),
        claim(2, 2, "20.00 USD", "2026-01-01", &[]),
        claim(3, 3, "5.000 KWD", "2026-01-01", &[]),
        claim(4, 4, "3.00 USD", "2026-01-01", &[]),
    ];
    let rows = balances(&dispute, day("2026-01-31")).expect("the sums are small");
    let totals = totals(rows.iter().map(|row| &row.balance)).expect("the sums are small");
    let shown: Vec<_> =
        totals.iter().map(|t| (t.outstanding.to_string(), t.overpaid.to_string())).collect();
    assert_eq!(
        shown,
        [
            ("5.000 KWD".to_owned(), "0.000 KWD".to_owned()),
            ("23.00 USD".to_owned(), "7.00 USD".to_owned()),
        ],
        "sorted by code, overpayment beside what is owed"
    );
}

#[test]
fn nothing_has_no_balances_and_no_totals() {
    assert_eq!(balances(&dispute(), day("2026-01-31")), Ok(vec![]), "no claims, no rows");
    assert_eq!(totals([]), Ok(vec![]), "no rows, no totals");
}

#[test]
fn only_the_result_has_to_be_in_range() {
    let limit = Money::new(Money::LIMIT, currency("USD")).expect("the limit itself is kept");
    let mut huge: Claim =
        claim(1, 1, "1.00 USD", "2026-01-01", &[("received", "1.00 USD", "2026-01-02")]);
    huge.amount = limit;
    huge.movements[0].amount = limit;
    huge.movements.push(
        claim(2, 1, "1.00 USD", "2026-01-01", &[("reversed", "1.00 USD", "2026-01-03")]).movements
            [0]
        .clone(),
    );
    huge.movements[1].amount = limit;
    let balance = claim_balance(&huge, day("2026-12-31"));
    assert_eq!(
        balance.map(|b| b.outstanding),
        Ok(limit),
        "twice the limit on the way is no matter"
    );

    huge.movements.remove(0);
    assert_eq!(
        claim_balance(&huge, day("2026-12-31")),
        Err(MoneyError::OutOfRange),
        "beyond is said"
    );
}

#[test]
fn a_movement_in_another_currency_is_an_error_and_never_converted() {
    let claim = claim(1, 1, "10.00 USD", "2026-01-01", &[("received", "10.00 EUR", "2026-01-02")]);
    assert_eq!(
        claim_balance(&claim, day("2026-01-31")),
        Err(MoneyError::MixedCurrencies("USD", "EUR")),
        "dollars and euros stay apart"
    );
    assert_eq!(
        claim_balance(&claim, day("2026-01-01")).map(|balance| balance.outstanding),
        Ok(sum("10.00 USD")),
        "before it came it does no harm"
    );
}
