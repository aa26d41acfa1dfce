//! What is written reads back as the same household, and is written the same again.

use holdfast_domain::Household;
use holdfast_intake::household_file::{self, write};

use crate::{KETTLE, household, read};

#[test]
fn what_is_written_reads_back_the_same() {
    let first = household(KETTLE);
    let again = household(&write(&first));
    // The ids count upwards in the order of the file, which writing keeps: so they are equal too.
    assert_eq!(again, first);
}

#[test]
fn what_was_exported_is_exported_again_byte_for_byte() {
    let exported = write(&household(KETTLE));
    let mut last = u128::MAX;
    let mut other_ids = || {
        last -= 1;
        uuid::Uuid::from_u128(last)
    };
    let day = crate::day("2026-06-20");
    let reading = household_file::read(exported.as_bytes(), &mut other_ids, day);
    let again = reading.household.expect("an exported file is accepted");
    assert_eq!(write(&again), exported, "the text depends on no id");
}

#[test]
fn an_empty_household_can_be_written_and_read() {
    let empty = Household { name: "Nobody yet".to_owned(), ..Household::default() };
    assert_eq!(household(&write(&empty)), empty);
}

#[test]
fn what_is_absent_or_as_by_default_is_not_written() {
    let text = write(&household(KETTLE));
    let bare = text.split("\"title\": \"A bare one\"").nth(1).expect("it is written");
    assert!(!bare.contains("claims") && !bare.contains("subject"), "{bare}");
    assert!(!text.contains("null") && !text.contains("undisputed") && !text.contains("exact"));
    assert!(
        text.starts_with("{\n  \"format\": \"holdfast-household\",\n  \"version\": 1,"),
        "{text}"
    );
    assert!(text.contains("\"because_of\": \"d1-e1\"") && text.ends_with("}\n"));
}

#[test]
fn a_reference_to_what_is_not_there_is_not_left_out_in_silence() {
    let mut torn = household(KETTLE);
    torn.contacts.remove(2);
    let reading = read(write(&torn));
    let places: Vec<_> = reading.errors().map(|error| error.place.as_str()).collect();
    assert_eq!(places, ["disputes[0].events[0].contacts[1]", "disputes[0].advocates[1].contact"]);
}
