//! What was put off: kept, journalled, taken back, and in nobody's way.

use holdfast_domain::Snooze;
use holdfast_domain::rules::{Cadence, DueKind};
use holdfast_store::{Reader, StoreError};

use crate::round_trip::{enter, rich};
use crate::support::*;

fn snooze() -> Snooze {
    Snooze {
        id: id(0x90, 1),
        dispute: dispute_id(1),
        kind: DueKind::Promise,
        item: uuid::Uuid::from_u128(7),
        made_on: day("2026-06-01"),
        until: day("2026-06-15"),
        until_answer: true,
    }
}

fn asked<T>(home: &Home, ask: impl FnOnce(&Reader) -> Result<T, StoreError>) -> T {
    ask(&home.store.reader().expect("a view")).expect("read")
}

#[test]
fn what_was_put_off_is_kept_until_it_is_brought_back_and_undone_as_anything_else() {
    let home = home();
    enter(&home, 1, &rich());
    home.write(2, |writer| writer.put_snooze(&snooze()));
    let home = home.reopened();
    assert_eq!(asked(&home, Reader::snoozes), [snooze()], "every field comes out as it went in");
    let of_other = asked(&home, |reader| reader.snoozes_of(dispute_id(2)));
    assert_eq!(of_other, [], "another dispute has none");
    home.write(3, |writer| writer.bin(snooze().id));
    assert_eq!(asked(&home, Reader::snoozes), [], "what was brought back rests no more");
    assert_eq!(asked(&home, Reader::bin), [], "and is nothing to look for in the bin");
    home.undo(4, 3).expect("undone");
    assert_eq!(asked(&home, Reader::snoozes), [snooze()], "bringing it back can be undone");
    home.undo(5, 2).expect("undone");
    assert_eq!(asked(&home, Reader::snoozes), [], "and so can putting it off");
}

#[test]
fn the_days_of_waiting_are_the_households_own_and_leave_its_name_alone() {
    let home = home();
    let own = Cadence::new([3, 10, 20, 60]).expect("these days rise");
    assert_eq!(asked(&home, Reader::cadence), Cadence::default(), "nothing was said");
    home.write(1, |writer| writer.set_cadence(Some(own)));
    home.write(2, |writer| writer.set_household_name("Ours"));
    assert_eq!(asked(&home, Reader::cadence), own, "a name changes no days");
    assert_eq!(asked(&home, Reader::household_name).as_deref(), Some("Ours"));
    home.write(3, |writer| writer.set_cadence(None));
    assert_eq!(asked(&home, Reader::cadence), Cadence::default(), "the usual days again");
    home.undo(4, 3).expect("undone");
    assert_eq!(asked(&home, Reader::cadence), own, "which can be undone");
}
