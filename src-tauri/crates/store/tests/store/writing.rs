//! Transactions: all or nothing, one at a time, and readers that are not disturbed.

use holdfast_store::StoreError;

use crate::support::*;

#[test]
fn a_panic_in_the_middle_of_a_write_leaves_nothing_and_the_store_usable() {
    let home = home().with_people();
    let before = home.whole();
    let crashed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        home.write(2, |w| {
            w.put_dispute(&dispute(1))?;
            assert!(w.exists(dispute_id(1))?, "the writer sees what it has written");
            panic!("the power goes");
            #[expect(unreachable_code, reason = "says what the closure would give")]
            Ok(())
        })
    }));
    assert!(crashed.is_err());
    assert_eq!(home.whole(), before, "half of an action is none of it");
    home.write(3, |w| w.put_dispute(&dispute(1)));
    let home = home.reopened();
    assert_eq!(home.whole().disputes.len(), 1, "and the next write is as good as ever");
}

#[test]
fn a_power_cut_in_the_middle_of_a_write_leaves_nothing_of_it() {
    let home = home().with_people();
    let before = home.whole();
    let after = tempfile::tempdir().expect("a folder");
    home.write(2, |w| {
        w.put_dispute(&dispute(1))?;
        // The files as they are on the disk at this moment.
        for name in ["home.db", "home.db-wal", "home.db-evidence"] {
            std::fs::copy(home.path.with_file_name(name), after.path().join(name)).expect(name);
        }
        Ok(())
    });
    let found = open(&after.path().join("home.db"));
    let whole = found.reader().expect("a view").whole_household().expect("read");
    assert_eq!(whole, before, "what was not finished is not there");
    assert_eq!(found.verify().expect("verify"), [], "and all else is sound");
    assert_eq!(home.whole().disputes.len(), 1, "the one that went on has it");
}

#[test]
fn a_view_is_taken_when_it_is_asked_for() {
    let home = home().with_people();
    let view = home.store.reader().expect("a view");
    home.write(2, |w| w.put_member(&member(2)));
    assert_eq!(view.members().expect("read").len(), 1, "and not when it is first read");
    let second = home.store.reader().expect("a second view while the first is held");
    assert_eq!(second.members().expect("read").len(), 2);
}

#[test]
fn an_error_of_the_callers_own_rolls_back_and_comes_through() {
    #[derive(Debug, PartialEq)]
    enum Own {
        Refused,
        Store(StoreError),
    }
    impl From<StoreError> for Own {
        fn from(error: StoreError) -> Self {
            Self::Store(error)
        }
    }
    let home = home();
    let result: Result<(), Own> = home.store.write(action(1), |w| {
        w.put_member(&member(1))?;
        Err(Own::Refused)
    });
    assert_eq!(result, Err(Own::Refused));
    assert_eq!(home.whole().members, [], "what was written before the refusal is gone");
}

#[test]
fn a_view_stays_as_it_was_while_others_write() {
    let home = home().with_people();
    let view = home.store.reader().expect("a view");
    assert_eq!(view.members().expect("read").len(), 1);
    home.write(2, |w| w.put_member(&member(2)));
    assert_eq!(view.members().expect("read").len(), 1, "an older view shows the older state");
    drop(view);
    let view = home.store.reader().expect("a view");
    assert_eq!(view.members().expect("read").len(), 2, "a newer one the newer");
}

#[test]
fn threads_take_turns() {
    let home = home().with_people();
    std::thread::scope(|scope| {
        for thread in 0..4_u128 {
            let home = &home;
            scope.spawn(move || {
                for number in 0..10 {
                    let mine = 100 * (thread + 1) + number;
                    home.write(mine, |w| w.put_vendor(&vendor(mine)));
                    let seen = home.whole().vendors;
                    assert!(seen.iter().any(|it| it.id == vendor_id(mine)), "{mine} is there");
                }
            });
        }
    });
    assert_eq!(home.whole().vendors.len(), 42, "no write was lost");
    assert_eq!(home.store.verify().expect("verify"), []);
}

#[test]
fn what_the_rules_should_have_refused_the_schema_refuses_too() {
    let home = home().with_people();
    let mut late = crate::round_trip::full_dispute();
    late.promises[0].due_on = Some(day("2025-01-01"));
    let refused = home.try_write(2, |w| w.put_dispute(&late));
    assert!(
        matches!(&refused, Err(StoreError::Constraint { detail }) if detail.contains("due_on")),
        "a promise due before it was made: {refused:?}"
    );
}

#[test]
fn text_of_any_script_and_length_is_kept_to_the_letter() {
    let home = home();
    let long = "ش".repeat(1 << 20);
    for (number, name) in (1..).zip([
        "",
        "a\u{0}b",
        "<script>alert(1)</script>",
        "\u{202e}mirrored\u{202c}",
        "👩‍👩‍👧",
        long.as_str(),
    ]) {
        let mut person = member(number);
        person.name = name.to_owned();
        home.write(number, |w| w.put_member(&person));
        let r = home.store.reader().expect("a view");
        let read = r.member(person.id).expect("read");
        assert!(read == Some(person), "the text of {} bytes came back otherwise", name.len());
    }
}
