//! The household file, read and written: every rule of the format as a case with its place.

mod accepted;
mod refused;
mod round_trip;
mod shifted;

use holdfast_domain::{Household, NaiveDate};
use holdfast_intake::household_file::{self, Reading};
use uuid::Uuid;

/// A household with something in every field of the format.
const KETTLE: &str = include_str!("../fixtures/kettle.json");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a test is a day")
}

/// Reads with ids that count upwards, as on a day after everything in the fixture.
fn read(text: impl AsRef<[u8]>) -> Reading {
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    household_file::read(text.as_ref(), &mut ids, day("2026-06-20"))
}

fn household(text: &str) -> Household {
    let reading = read(text);
    reading.household.unwrap_or_else(|| panic!("refused: {:#?}", reading.problems))
}

/// The fixture with one piece of it changed.
fn with(find: &str, put: &str) -> String {
    assert_eq!(KETTLE.matches(find).count(), 1, "{find} should stand in the fixture once");
    KETTLE.replace(find, put)
}
