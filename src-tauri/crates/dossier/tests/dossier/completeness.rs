//! Everything that is not private is somewhere in the case file.

use crate::family::Family;
use crate::printed;

#[test]
fn every_word_day_and_sum_of_the_record_is_printed() {
    let text = printed(&Family::kettle());
    let expected = [
        // The dispute and its subject
        "The kettle that leaks",
        "A kettle that holds water",
        "No tea for a week",
        "3 February 2026",
        "Kettle of two litres",
        "15 January 2026",
        "Dunmore branch",
        "59.90 USD",
        "ORD-12",
        "K2",
        "SN-9",
        // The parties
        "Copper & Pine",
        "Lantern Card",
        "9 Mill Road, Dunmore",
        "USA",
        "CPINE ONLINE",
        "+1 555 0160",
        "Help desk",
        "CP-881",
        "Leaks are covered for thirty days",
        "The kettle left the shop whole",
        "Ida Marlow",
        "4 Fern Street",
        "ida@example.org",
        "The Marlow household",
        // The people
        "Nora Finch",
        "Adviser",
        "+1 555 0161",
        "nora@copperpine.example",
        "supervised by Joe Park",
        "Head of repairs",
        "Eve Sand",
        "Explained the form over again",
        "11 February 2026",
        // The facts
        "The kettle was sold as new.",
        "Nora Finch thought that the seam was wet.",
        "unsure",
        "acknowledged by Nora Finch",
        "3 February 2026, 10:15 (UTC−05:00)",
        "5 February 2026, 09:05 (UTC+05:30)",
        "1 hour 5 minutes",
        "20 minutes",
        "not answered",
        "about 6 February 2026",
        "disputed",
        "refusal.pdf",
        "The refusal",
        // The money
        "10 March 2026",
        "T-7",
        "1 March 2026",
        "10.00 USD",
        "1 April 2026",
        "1,200 JPY",
        "Fee for a payment abroad",
        "the letter of 6 February 2026",
        "20 February 2026",
        // Promises, offers, rungs
        "A call back",
        "4 February 2026",
        "8 February 2026",
        "A written apology",
        "24 February 2026",
        "Half of the price",
        "29.95 USD",
        "9 February 2026",
        "19 February 2026",
        "14 February 2026",
        "Advisers may not refund",
        "He agreed",
        "16 February 2026",
        "The money is held there",
        // Remedies and steps
        "The price in full",
        "The box comes back",
        "17 February 2026",
        "5 March 2026",
        "2 March 2026",
        "31 December 2026",
        "20 March 2026",
        "21 March 2026",
        "20 April 2026",
        "22 April 2026",
        "30 June 2026",
        "A voucher for two mugs",
        "5 May 2026",
        "30 November 2026",
        "Bring the box",
        "1 July 2026, 09:30",
    ];
    let missing: Vec<&str> = expected.into_iter().filter(|words| !text.contains(words)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "missing from:\n{text}");
}

#[test]
fn a_fact_of_many_pages_is_whole_in_the_chronology_and_short_in_the_summary() {
    use holdfast_domain::{Channel, FactStatus};
    let mut family = Family::empty();
    let long = "A sentence of the letter that went on and on. ".repeat(700);
    family.event("2026-02-03", Channel::Letter, &[(&long, FactStatus::Undisputed)]);
    let text = printed(&family);
    assert!(text.contains(long.trim()), "nothing of a fact is lost");
    let summary = text.split("# Parties").next().expect("the parties follow the summary");
    assert!(summary.len() < 2_000, "{} is more than a page", summary.len());
}
