//! Whatever is done and undone, the index says what a new one would say.

use std::collections::BTreeSet;

use holdfast_domain::{Dispute, Event, FactId};
use holdfast_store::{StoreError, Writer};
use rusqlite::Connection;

use crate::round_trip::{enter, rich};
use crate::support::*;

/// How many things are done.
const STEPS: u128 = 240;

const WORDS: [&str; 8] =
    ["refund", "voucher", "退款单", "Müller", "1,840.00", "3 May 2026", "AT&T", "لايصال"];

/// The same dice every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u128) -> u128 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u128::from(self.0 >> 33) % sides
    }
}

/// One thing that a person might do, somewhere in a household of two disputes.
fn step(dice: &mut Dice, w: &mut Writer<'_>) -> Result<(), StoreError> {
    let word = WORDS[usize::try_from(dice.roll(8)).expect("small")];
    match dice.roll(9) {
        0 => w.put_vendor(&holdfast_domain::Vendor {
            name: word.to_owned(),
            ..vendor(1 + dice.roll(2))
        }),
        1 => w.put_contact(&holdfast_domain::Contact { name: word.to_owned(), ..contact(1, 1) }),
        2 => {
            let number = 1 + dice.roll(2);
            let whole = w.dispute(dispute_id(number))?;
            w.put_dispute(&Dispute { title: word.to_owned(), ..whole.unwrap_or(dispute(number)) })
        }
        3 | 4 => w.put_event(&some_event(dice, word)),
        5 => w.bin(event_id(1 + dice.roll(4))),
        6 => w.restore(event_id(1 + dice.roll(4))),
        7 => w.bin(dispute_id(2)),
        _ => w.restore(dispute_id(2)),
    }
}

fn some_event(dice: &mut Dice, word: &str) -> Event {
    let number = 1 + dice.roll(4);
    let mut some = event(number, &format!("2026-0{}-1{}", 1 + dice.roll(9), dice.roll(9)));
    some.dispute = dispute_id(1 + dice.roll(2));
    some.contacts = if dice.roll(2) == 0 { vec![contact_id(1)] } else { Vec::new() };
    some.facts[0].id = id::<FactId>(0x51, 1000 * number + dice.roll(3));
    some.facts[0].text = format!("They said {word}.");
    some.note = Some(word.to_owned());
    some
}

/// What the index says: for each term of each entry its column and place.
fn index(connection: &Connection) -> BTreeSet<String> {
    let sql = "SELECT e.record || ' ' || coalesce(e.dispute, '') || ' ' || (e.number >> 25) || ' '
            || (e.number & 31) || ' ' || v.col || ' ' || v.offset || ' ' || v.term
        FROM temp.inside v JOIN search_entry e ON e.number = v.doc";
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.inside USING fts5vocab(main, search_terms, instance)",
        )
        .expect("a view of the terms");
    let mut statement = connection.prepare(sql).expect("prepared");
    let lines = statement.query_map([], |row| row.get(0)).expect("queried");
    lines.collect::<rusqlite::Result<_>>().expect("read")
}

#[test]
fn after_a_random_walk_the_index_is_what_a_new_one_would_be() {
    let home = home();
    enter(&home, 1, &rich());
    let mut dice = Dice(20_260_503);
    let (mut done, mut refused) = (Vec::new(), 0);
    for number in 2..STEPS {
        let undone = dice.roll(4) == 0 && !done.is_empty();
        let result = if undone {
            let at = usize::try_from(dice.roll(done.len() as u128)).expect("small");
            home.undo(number, done[at])
        } else {
            home.try_write(number, |w| step(&mut dice, w))
        };
        match result {
            Ok(()) => done.push(number),
            Err(_) => refused += 1,
        }
    }
    assert!(done.len() > 100, "most of it was done; {refused} were refused");
    drop(home.store);
    let path = &home.path;
    let connection = Connection::open(path).expect("open");
    let kept = index(&connection);
    connection.execute("UPDATE search_version SET version = 0", []).expect("said to be old");
    drop(connection);
    drop(open(path));
    let connection = Connection::open(path).expect("open");
    let made_anew = index(&connection);
    assert!(kept.len() > 300, "there is an index: {}", kept.len());
    let differ: Vec<_> = kept.symmetric_difference(&made_anew).take(5).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn an_import_is_found_at_once() {
    let home = home();
    enter(&home, 1, &rich());
    let r = home.store.reader().expect("a view");
    let found = r.disputes_matching("washing", false).expect("search");
    assert_eq!(found, [dispute_id(1)], "all of it in one action");
}
