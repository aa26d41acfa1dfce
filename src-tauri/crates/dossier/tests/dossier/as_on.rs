//! Seen from an earlier day, what came later has not happened.

use holdfast_domain::ClosedAs;
use holdfast_dossier::Options;

use crate::family::Family;
use crate::{day, printed_with};

fn seen_on(on: &str) -> String {
    let mut family = Family::kettle();
    family.dispute.closed_on = Some(day("2026-06-10"));
    family.dispute.closed_as = Some(ClosedAs::Settled);
    printed_with(&family, &Options::new(day(on)))
}

#[test]
fn what_is_dated_later_does_not_count() {
    let text = seen_on("2026-03-01");
    let later = [
        ("Reversal", "the reversal of 1 April"),
        ("voucher", "the voucher of May"),
        ("2 March 2026", "the delivery of the next day"),
        ("closed on", "the closing in June"),
        ("21 March 2026", "the check that was done later"),
    ];
    for (words, what) in later {
        assert!(!text.contains(words), "{what} has not come:\n{text}");
    }
    assert!(text.contains("Of 59.90 USD claimed from Copper & Pine, nothing is outstanding."));
    assert!(text.contains("Check due on 20 March 2026: not yet done."));
}

#[test]
fn an_answer_that_came_later_leaves_the_offer_open() {
    let text = seen_on("2026-02-10");
    assert!(text.contains("Half of the price (29.95 USD). It has not been answered."), "{text}");
    assert!(!seen_on("2026-02-14").contains("It has not been answered"), "on its day it counts");
}

#[test]
fn the_closing_day_itself_counts() {
    assert!(seen_on("2026-06-10").contains("Position: Closed on 10 June 2026: settled"));
    assert!(seen_on("2026-06-09").contains("Position: Open, on 9 June 2026"));
}
