//! Letters from several records, as the text that a reader would see.

mod calm;
mod completeness;
mod edits;
mod family;
mod masks;
mod proposals;
mod records;
mod snapshots;
mod so_far;
mod templates;
mod trace;

use holdfast_domain::{Letter, LetterKind, NaiveDate};
use holdfast_letters::{Draft, compose, plain_text, prepare};
use uuid::Uuid;

use family::Family;

/// The day on which letters are written here.
const ON: &str = "2026-06-20";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a test is a day")
}

/// The letter of the kind as it is prepared.
fn prepared(family: &Family, kind: LetterKind) -> Letter {
    prepare(&family.case(), kind, None, Uuid::from_u128(99).into(), day(ON))
}

fn composed(family: &Family, letter: &Letter) -> Draft {
    compose(&family.case(), letter, day(ON)).expect("the letter can be composed")
}

fn text(family: &Family, letter: &Letter) -> String {
    plain_text(&composed(family, letter))
}
