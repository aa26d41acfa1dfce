//! Who is out of reach because a time limit has passed.

use holdfast_domain::rules::clock::{ClockStanding, ClosedWay, Window, closed_ways};
use holdfast_domain::{ClockHolder, ClockRule, Occasion, Vendor, VendorId, VendorKind, Way};

use super::rule;
use crate::build::{day, id};

fn vendor(number: u128, kind: VendorKind, country: &str) -> Vendor {
    Vendor {
        id: id(number),
        name: format!("Vendor {number}"),
        kind,
        address: Vec::new(),
        country: Some(country.to_owned()),
        channels: Vec::new(),
        known_as: Vec::new(),
    }
}

fn on_the_way(code: &str, way: &str, kind: VendorKind, bodies: &[VendorKind]) -> ClockRule {
    ClockRule {
        holder: ClockHolder::Household,
        way: Some(Way { name: way.to_owned(), bodies: bodies.to_vec(), extends: None }),
        ..rule(code, "GB", kind, Occasion::Told)
    }
}

/// The ombudsman is reached about a bank within six months and six years, or three years where those
/// end later; a card issuer in two ways of its own.
fn rules() -> [ClockRule; 5] {
    use VendorKind::{Bank, CardIssuer, Ombudsman};
    let mut rules = [
        on_the_way("months", "ombudsman", Bank, &[Ombudsman]),
        on_the_way("six", "ombudsman", Bank, &[Ombudsman]),
        on_the_way("three", "ombudsman", Bank, &[Ombudsman]),
        on_the_way("chargeback", "chargeback", CardIssuer, &[]),
        on_the_way("liable", "liable", CardIssuer, &[]),
    ];
    if let Some(way) = &mut rules[2].way {
        way.extends = Some("six".to_owned());
    }
    rules
}

/// A clock: its rule, its vendor, how it stands, its last day.
type Row = (&'static str, u128, ClockStanding, &'static str);

/// Who is out of reach, and by which limit, among the banks 1 and 2, the ombudsman 3, the card issuer
/// 4 and an ombudsman abroad, 5.
fn closed(parties: &[u128], rows: &[Row]) -> Vec<String> {
    use VendorKind::{Bank, CardIssuer, Ombudsman};
    let vendors = [
        vendor(1, Bank, "GB"),
        vendor(2, Bank, "GB"),
        vendor(3, Ombudsman, "GB"),
        vendor(4, CardIssuer, "GB"),
        vendor(5, Ombudsman, "DE"),
    ];
    let is_party = |it: &&Vendor| parties.iter().any(|number| it.id == id(*number));
    let parties: Vec<&Vendor> = vendors.iter().filter(is_party).collect();
    let rules = rules();
    let window = |(code, vendor, standing, last_day): &Row| Window {
        rule: rules.iter().find(|rule| rule.code == *code).expect("a rule of the table"),
        vendor: (*vendor > 0).then(|| id(*vendor)),
        last_day: Some(day(last_day)),
        standing: *standing,
    };
    let windows: Vec<Window<'_>> = rows.iter().map(window).collect();
    let said = |it: ClosedWay| {
        let number = (1..=5).find(|number| id::<VendorId>(*number) == it.body);
        format!("{}: {} {}", number.expect("a party"), it.limit, it.last_day)
    };
    closed_ways(&rules, &windows, &parties, None).into_iter().map(said).collect()
}

#[test]
fn a_body_is_out_of_reach_only_when_each_way_to_it_is_closed() {
    use ClockStanding::{Closed, DoesNotApply, Met, Proposed, Running};
    const MARCH: &str = "2026-03-01";
    const MAY: &str = "2026-05-01";
    let cases: [(&[u128], &[Row], &str, &str); 16] = [
        (&[1, 3], &[], "", "of a way of which nothing is known nothing is said"),
        (&[1, 3], &[("months", 1, Running, MAY)], "", "the six months run"),
        (&[1, 3], &[("months", 1, Closed, MARCH)], "3: months 2026-03-01", "they are over"),
        (&[1, 3], &[("months", 1, Met, MARCH)], "", "the ombudsman was asked in time"),
        (
            &[1, 3],
            &[("months", 1, Closed, MAY), ("six", 1, Closed, MARCH)],
            "3: six 2026-03-01",
            "both have to be open, and the first closed it",
        ),
        (
            &[1, 3],
            &[("six", 1, Closed, MARCH), ("three", 1, Running, MAY)],
            "",
            "the three years end later",
        ),
        (
            &[1, 3],
            &[("six", 1, Closed, MARCH), ("three", 1, Closed, MAY)],
            "3: six 2026-03-01",
            "and are over too",
        ),
        (
            &[1, 3],
            &[("six", 1, Running, MAY), ("three", 1, Closed, MARCH)],
            "",
            "three years alone close nothing",
        ),
        (&[1, 3], &[("months", 1, DoesNotApply, MARCH)], "", "what does not apply closes nothing"),
        (&[1, 2, 3], &[("months", 1, Closed, MARCH)], "", "there is still the other bank"),
        (
            &[1, 2, 3],
            &[("months", 1, Closed, MARCH), ("months", 2, Closed, MAY)],
            "3: months 2026-05-01",
            "about neither: the last to close is named",
        ),
        (&[1, 5], &[("months", 1, Closed, MARCH)], "", "it is not the rule of another country"),
        (
            &[3],
            &[("months", 0, Closed, MARCH)],
            "3: months 2026-03-01",
            "with nobody in particular",
        ),
        (&[4], &[("chargeback", 4, Closed, MARCH)], "", "the issuer may be liable all the same"),
        (
            &[4],
            &[("chargeback", 4, Closed, MARCH), ("liable", 4, DoesNotApply, MAY)],
            "4: chargeback 2026-03-01",
            "unless that does not apply",
        ),
        (
            &[4],
            &[("chargeback", 4, Closed, MARCH), ("liable", 4, Proposed, MAY)],
            "",
            "or is not said to",
        ),
    ];
    for (parties, rows, expected, why) in cases {
        assert_eq!(closed(parties, rows).join(", "), expected, "{why}");
    }
}
