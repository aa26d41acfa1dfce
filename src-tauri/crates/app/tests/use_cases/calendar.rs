//! Where the household lives, and the business days of the command line.

use holdfast_app::calendar::{MOST_DAYS, business_day};
use holdfast_app::wire::ErrorCode;

use crate::support::Home;

#[test]
fn a_place_is_proposed_until_one_is_said() {
    let home = Home::new();
    let board = home.app.region_board("de-CH").expect("the board is given");
    assert_eq!(board.region, None, "nothing was said yet");
    assert_eq!(board.proposed.as_deref(), Some("CH"), "the computer's locale proposes");
    assert!(board.countries.len() >= 27, "every country of the table can be chosen");
    let german = board.countries.iter().find(|it| it.code == "DE").expect("Germany is there");
    assert_eq!(german.parts.len(), 16, "with its states");

    home.app.save_region("Scotland").expect("a name is understood");
    let board = home.reopened().app.region_board("de-CH").expect("the board is given");
    assert_eq!(board.region.as_deref(), Some("GB-SCT"), "what was said is kept, as its code");
    assert_eq!(board.proposed, None, "and nothing is proposed against it");
}

#[test]
fn saying_a_place_can_be_undone_and_keeps_the_name() {
    let (home, _) = Home::with_dispute();
    let name = home.app.start("en-US").expect("it starts").household;
    home.app.save_region("US").expect("it is known");
    let done = home.app.save_region("DE-BY").expect("it is known");
    let now = home.app.start("en-US").expect("it starts").household;
    assert_eq!(now, name, "the household keeps its name");
    home.app.undo(&done.action.expect("it was a change")).expect("it can be undone");
    let board = home.app.region_board("").expect("the board is given");
    assert_eq!(board.region.as_deref(), Some("US"), "the place before is back");
}

#[test]
fn a_place_without_a_table_is_refused() {
    let home = Home::new();
    let error = home.app.save_region("Atlantis").expect_err("no holidays are known there");
    assert_eq!(error.code, ErrorCode::Refused);
    assert_eq!(error.problems[0].code, "unknown_region", "the field says why");
    assert_eq!(home.app.region_board("").expect("the board is given").region, None);
}

#[test]
fn business_days_are_counted_without_a_record() {
    let from = "2026-11-25".parse().expect("a day");
    let sum = business_day(from, 1, "us").expect("it is counted");
    assert_eq!((sum.day.as_str(), sum.region.as_str()), ("2026-11-27", "US"));
    assert_eq!(sum.skipped[0].day, "2026-11-26", "Thanksgiving was not counted");
    assert!(business_day(from, MOST_DAYS + 1, "US").is_err(), "nobody waits for that many");
    assert!(business_day(from, 1, "EU").is_err(), "a union of countries has no holidays");
}
