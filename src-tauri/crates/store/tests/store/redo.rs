//! Redo, and what the journal says of each action: two stacks that nobody keeps.

use holdfast_store::StoreError;

use crate::support::*;

fn title(home: &Home) -> String {
    let r = home.store.reader().expect("a view");
    r.dispute(dispute_id(1)).expect("read").map_or_else(String::new, |dispute| dispute.title)
}

fn call(home: &Home, number: u128, name: &str) {
    let mut one = dispute(1);
    one.title = name.to_owned();
    home.write(number, |w| w.put_dispute(&one));
}

fn step(home: &Home, number: u128, redo: bool) -> bool {
    let last = {
        let r = home.store.reader().expect("a view");
        if redo { r.last_redoable() } else { r.last_undoable() }.expect("read")
    };
    let Some(last) = last else { return false };
    home.store.undo(action(number), last.id).expect("nothing stands in the way");
    true
}

#[test]
fn ten_are_undone_and_done_again_across_restarts() {
    let mut home = home().with_people();
    for number in 0..10 {
        call(&home, 10 + number, &format!("name {number}"));
    }
    for number in (0..9).rev() {
        home = home.reopened();
        assert!(step(&home, 100 + number, false));
        assert_eq!(title(&home), format!("name {number}"));
    }
    for number in 1..10 {
        home = home.reopened();
        assert!(step(&home, 200 + number, true));
        assert_eq!(title(&home), format!("name {number}"));
    }
    assert!(!step(&home, 300, true), "then there is nothing to do again");
    assert_eq!(home.store.verify().expect("verify"), [], "the journal agrees with the rows");
}

#[test]
fn what_can_be_undone_and_done_again_follows_from_what_was_done() {
    // `n` does something new, `u` undoes, `r` does again; behind it the title, by the number of the
    // new change that made it, and whether another undo and redo are left.
    let cases = [
        ("n", 1, true, false),
        ("nu", 0, false, true),
        ("nur", 1, true, false),
        ("nnur", 2, true, false),
        ("nnuu", 0, false, true),
        ("nnuur", 1, true, true),
        ("nnuuru", 0, false, true),
        ("nnuurur", 1, true, true),
        ("nnuururr", 2, true, false),
        ("nun", 2, true, false),
        ("nnun", 3, true, false),
        ("nnunu", 1, true, true),
        ("nnunuu", 0, false, true),
        ("nnunuur", 1, true, true),
        ("nnunuurr", 3, true, false),
        ("nuruur", 1, true, false),
    ];
    for (steps, expected, can_undo, can_redo) in cases {
        let home = home().with_people();
        call(&home, 5, "name 0");
        let (mut news, floor) = (0, 5);
        for (number, step_of) in (10..).zip(steps.chars()) {
            if step_of == 'n' {
                news += 1;
                call(&home, number, &format!("name {news}"));
            } else {
                // What the household began with is not taken back here.
                let r = home.store.reader().expect("a view");
                let at_floor = r.last_undoable().expect("read").map(|it| it.id);
                drop(r);
                if step_of == 'r' || at_floor != Some(action_id(floor)) {
                    step(&home, number, step_of == 'r');
                }
            }
        }
        assert_eq!(title(&home), format!("name {expected}"), "{steps}: what stands");
        let r = home.store.reader().expect("a view");
        let undoable = r.last_undoable().expect("read").map(|it| it.id) != Some(action_id(floor));
        assert_eq!(undoable, can_undo, "{steps}: whether an undo is left");
        assert_eq!(r.last_redoable().expect("read").is_some(), can_redo, "{steps}: and a redo");
    }
}

#[test]
fn any_mixture_behaves_as_two_stacks() {
    for seed in 1..=5_u64 {
        let mut home = home().with_people();
        call(&home, 5, "name 0");
        let (mut undo, mut redo) = (vec![0], Vec::new());
        let mut dice = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for number in 10..90 {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            match dice % 7 {
                0 | 1 => {
                    call(&home, number, &format!("name {number}"));
                    undo.push(number);
                    redo.clear();
                }
                2..=4 if undo.len() > 1 => {
                    assert!(step(&home, number, false));
                    redo.extend(undo.pop());
                }
                5 => match redo.pop() {
                    Some(again) => {
                        assert!(step(&home, number, true), "seed {seed}, step {number}");
                        undo.push(again);
                    }
                    None => assert!(!step(&home, number, true), "seed {seed}, step {number}"),
                },
                6 if dice % 11 == 0 => home = home.reopened(),
                _ => {}
            }
            let top = undo.last().copied().unwrap_or_default();
            assert_eq!(title(&home), format!("name {top}"), "seed {seed}, step {number}");
        }
        assert_eq!(home.store.verify().expect("verify"), []);
    }
}

#[test]
fn the_journal_is_paged_and_says_what_stands() {
    let home = home().with_people();
    for number in 0..5 {
        call(&home, 10 + number, &format!("name {number}"));
    }
    step(&home, 20, false);
    step(&home, 21, false);
    step(&home, 22, true);
    let r = home.store.reader().expect("a view");
    let lines = r.journal(None, 5).expect("read");
    let said = |at: usize| (lines[at].action.id, lines[at].stands);
    assert_eq!(said(0), (action_id(22), true));
    assert_eq!(said(1), (action_id(21), false), "the undo that was done again");
    assert_eq!(said(2), (action_id(20), true));
    assert_eq!(said(3), (action_id(14), false), "what stays undone");
    assert_eq!(said(4), (action_id(13), true), "what is in force again");
    let undid = lines[0].undid.clone().expect("it put something back");
    assert_eq!((undid.0.id, undid.1), (action_id(13), true));
    let subject = lines[4].subject.clone().expect("it changed the dispute");
    assert_eq!((subject.label.as_str(), subject.dispute), ("name 3", Some(dispute_id(1))));
    let before = r.journal(Some(action_id(13)), 2).expect("read");
    let ids: Vec<_> = before.iter().map(|line| line.action.id).collect();
    assert_eq!(ids, [action_id(12), action_id(11)], "the page before it");
    let gone = action_id(999);
    assert_eq!(r.journal(Some(gone), 2), Err(StoreError::NoAction { action: gone }));
}
