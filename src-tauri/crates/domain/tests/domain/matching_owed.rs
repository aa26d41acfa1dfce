//! For which debt a credit can be, by the days on which it was owed.

use holdfast_domain::rules::matching::{Ground, Matcher};
use holdfast_domain::{Dispute, MatchKind, StatementMatch};

use crate::build::{claim, day, dispute, id, party};
use crate::matching::{line, vendor};

/// Of 40.00 USD owed since 10 January, so much moved.
fn pays(moved: &[(&str, &str, &str)], credit: &str) -> bool {
    let claim = claim(10, 1, "40.00 USD", "2026-01-10", moved);
    // Each movement stands on a line of its own already.
    let said: Vec<StatementMatch> = (90..)
        .zip(&claim.movements)
        .map(|(number, movement)| StatementMatch {
            id: id(u128::from(number)),
            statement: id(77),
            line: number,
            kind: MatchKind::Pays,
            confirmed: true,
            dispute: dispute().id,
            claim: Some(claim.id),
            movement: Some(movement.id),
            remedy: None,
            check: None,
        })
        .collect();
    let disputes = vec![Dispute { parties: vec![party(1)], claims: vec![claim], ..dispute() }];
    let vendors = vec![vendor(1, "Lakeside Travel Ltd", &[])];
    let on = day("2026-12-31");
    let mut matcher = Matcher::new(Ground {
        disputes: &disputes,
        vendors: &vendors,
        contacts: &[],
        said: &said,
        on,
    });
    matcher.see(line(0, credit), &[]);
    matcher.proposals().iter().any(|it| it.kind == MatchKind::Pays)
}

#[test]
fn money_that_came_before_something_was_taken_back_is_not_for_it() {
    let came = ("received", "40.00 USD", "2026-02-01");
    let back = ("reversed", "40.00 USD", "2026-04-01");
    let part = ("received", "15.00 USD", "2026-02-01");
    let part_back = ("reversed", "15.00 USD", "2026-04-01");
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str, &'a str)], &'a str, bool);
    let cases: [Case<'_>; 7] = [
        ("behind the reversal", &[came, back], "2026-04-10 40.00 USD LAKESIDE TRAVEL", true),
        ("on its day", &[came, back], "2026-04-01 40.00 USD LAKESIDE TRAVEL", true),
        ("before it", &[came, back], "2026-03-15 40.00 USD LAKESIDE TRAVEL", false),
        ("a bare sum before it", &[came, back], "2026-03-15 40.00 USD TRANSFER", false),
        ("owed all along", &[part, part_back], "2026-03-15 25.00 USD LAKESIDE TRAVEL", true),
        ("owed all along, nothing moved", &[], "2026-01-10 40.00 USD LAKESIDE TRAVEL", true),
        ("before it arose", &[], "2026-01-09 40.00 USD LAKESIDE TRAVEL", false),
    ];
    for (what, moved, credit, wanted) in cases {
        assert_eq!(pays(moved, credit), wanted, "{what}");
    }
}
