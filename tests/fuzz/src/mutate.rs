//! What is nearly right: a file that is, with a few things changed by chance.

use holdfast_dice::Dice;

/// The longest input, in bytes. What grows without bound grows enough within it.
const LONGEST: usize = 32 << 10;

/// How many things are changed at the most.
const CHANGES: usize = 6;

/// Numbers at which arithmetic turns.
const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "00000000000000000000",
    "9007199254740993",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "1e999",
    "99999999999999999999999999999999999999999",
    "4294967296",
    "65536",
    "13",
    "32",
    "9999",
];

/// A file with a few things changed: bits, places, words of its language, numbers, its end.
pub(crate) fn mutated(seeds: &[&[u8]], words: &[&str], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].to_vec();
    for _ in 0..dice.between(1, CHANGES + 1) {
        change(&mut bytes, seeds, words, dice);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change(bytes: &mut Vec<u8>, seeds: &[&[u8]], words: &[&str], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let until = (at + dice.below(40)).min(bytes.len());
    match dice.below(10) {
        0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        1 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap_or_default(),
        2 => drop(bytes.drain(at..until)),
        3 => repeat(bytes, at..until, dice),
        4 => put(bytes, at..at, dice.pick(words).as_bytes()),
        5 => put(bytes, at..until, dice.pick(words).as_bytes()),
        6 => {
            let other = seeds[dice.below(seeds.len())];
            let from = dice.below(other.len() + 1);
            let to = (from + dice.below(400)).min(other.len());
            put(bytes, at..at, &other[from..to]);
        }
        7 => bytes.truncate(at),
        8 => number(bytes, at, dice),
        _ => put(bytes, at..at, dice.pick(NUMBERS).as_bytes()),
    }
}

fn put(bytes: &mut Vec<u8>, place: std::ops::Range<usize>, what: &[u8]) {
    bytes.splice(place, what.iter().copied());
}

/// Says a piece again, now and then so often that what nests would nest for ever.
fn repeat(bytes: &mut Vec<u8>, piece: std::ops::Range<usize>, dice: &mut Dice) {
    let most = if dice.percent(2) { 4_000 } else { 8 };
    let again = bytes[piece.clone()].repeat(dice.between(1, most));
    let room = LONGEST.saturating_sub(bytes.len());
    put(bytes, piece.end..piece.end, &again[..again.len().min(room)]);
}

/// Puts another number where one stands, from a place on.
fn number(bytes: &mut Vec<u8>, from: usize, dice: &mut Dice) {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    if let Some(start) = bytes[from..].iter().position(is_digit).map(|at| from + at) {
        let long = bytes[start..].iter().take_while(|byte| is_digit(byte)).count();
        put(bytes, start..start + long, dice.pick(NUMBERS).as_bytes());
    }
}
