//! Archives with bytes changed by chance: whatever they are, they are read or refused, and soon.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::check;
use crate::make::{good, zip};

/// A change to the bytes of a file.
#[derive(Debug, Clone)]
enum Change {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Drop(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    Widen(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => at().prop_map(Change::Cut),
        1 => (at(), 1..40_usize).prop_map(|(at, count)| Change::Drop(at, count)),
        1 => (at(), 1..200_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        2 => at().prop_map(Change::Widen),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match change {
            Change::Set(at, byte) => bytes[at.index(length)] = *byte,
            Change::Cut(at) => bytes.truncate(at.index(length)),
            Change::Drop(at, count) => {
                let at = at.index(length);
                bytes.drain(at..(at + count).min(length));
            }
            Change::Repeat(at, count) => {
                let at = at.index(length);
                let piece = bytes[at..(at + count).min(length)].to_vec();
                bytes.splice(at..at, piece);
            }
            Change::Widen(at) => {
                let at = at.index(length);
                bytes[at..(at + 4).min(length)].fill(0xFF);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_archive_is_read_or_refused(changes in prop::collection::vec(change(), 1..4)) {
        let whole = zip(&good());
        let bytes = changed(whole.clone(), &changes);
        let began = Instant::now();
        let read = check(&bytes);
        prop_assert!(began.elapsed() < Duration::from_secs(2), "it is done soon");
        if let Ok(archive) = read {
            // What is let pass means the same: only what nobody reads may differ, such as times.
            prop_assert_eq!(archive.manifest().entries.len(), 2);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(check(&bytes).is_err());
    }
}
