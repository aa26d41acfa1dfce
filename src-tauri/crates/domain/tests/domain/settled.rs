//! How much of its claim a remedy has settled.

use holdfast_domain::rules::remedy::settled;

use crate::build::{claim, day, id, maybe, remedy, sum};

/// Why; the movements, each with the number of the remedy that it names or 0; how much is settled.
type Case =
    (&'static str, &'static [(&'static str, &'static str, &'static str, u128)], &'static str);

const CASES: &[Case] = &[
    ("no payment", &[], ""),
    ("a payment that names no remedy", &[("received", "38 USD", "2026-04-01", 0)], ""),
    ("one of another remedy", &[("received", "38 USD", "2026-04-01", 2)], ""),
    ("one to come", &[("received", "38 USD", "2026-06-21", 1)], ""),
    ("a part", &[("received", "38 USD", "2026-04-01", 1)], "38.00"),
    (
        "a part, beside that of another",
        &[("received", "38 USD", "2026-04-01", 1), ("credited", "12 USD", "2026-04-02", 2)],
        "38.00",
    ),
    (
        "two parts",
        &[("received", "38 USD", "2026-04-01", 1), ("credited", "12 USD", "2026-04-02", 1)],
        "50.00",
    ),
    ("all of it", &[("received", "100 USD", "2026-04-01", 1)], "100.00"),
    ("more than all of it", &[("received", "101 USD", "2026-04-01", 1)], "100.00"),
    (
        "some of it was taken back",
        &[("received", "38 USD", "2026-04-01", 1), ("reversed", "8 USD", "2026-04-02", 1)],
        "30.00",
    ),
    (
        "some was taken back, and nobody said of which remedy",
        &[("received", "38 USD", "2026-04-01", 1), ("reversed", "8 USD", "2026-04-02", 0)],
        "30.00",
    ),
    (
        "that was before the delivery",
        &[("received", "38 USD", "2026-04-01", 1), ("reversed", "8 USD", "2026-03-31", 0)],
        "38.00",
    ),
    (
        "it may have been of the other remedy",
        &[
            ("received", "38 USD", "2026-04-01", 1),
            ("received", "20 USD", "2026-04-01", 2),
            ("reversed", "8 USD", "2026-04-02", 0),
        ],
        "38.00",
    ),
    (
        "all of it was taken back",
        &[("received", "38 USD", "2026-04-01", 1), ("reversed", "38 USD", "2026-04-02", 1)],
        "0.00",
    ),
    (
        "more than it was taken back",
        &[("received", "38 USD", "2026-04-01", 1), ("reversed", "40 USD", "2026-04-02", 1)],
        "0.00",
    ),
];

#[test]
fn a_remedy_settles_what_its_payments_brought() {
    for (why, movements, expected) in CASES {
        let mut remedy = remedy(1, &[]);
        remedy.delivered_on = maybe("2026-04-01");
        let plain: Vec<_> = movements.iter().map(|(kind, sum, on, _)| (*kind, *sum, *on)).collect();
        let mut claim = claim(1, 1, "100.00 USD", "2026-02-01", &plain);
        for (movement, (_, _, _, by)) in claim.movements.iter_mut().zip(*movements) {
            movement.remedy = (*by > 0).then(|| id(*by));
        }
        let found = settled(&remedy, &claim, day("2026-06-20")).expect("small sums");
        let expected = (!expected.is_empty()).then(|| sum(&format!("{expected} USD")));
        assert_eq!(found, expected, "{why}");
        let before = settled(&remedy, &claim, day("2026-01-31")).expect("small sums");
        assert_eq!(before, None, "{why}: nothing is owed yet");
    }
}
