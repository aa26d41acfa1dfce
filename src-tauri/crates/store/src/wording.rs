//! What every dispute says, folded for searching and kept in memory from one search to the next.
//!
//! A household of twenty thousand events says some four megabytes, which are searched in a
//! millisecond; to go through the tables each time would take thirty.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use holdfast_domain::DisputeId;
use memchr::memmem::Finder;
use uuid::Uuid;

use crate::cell::Cells;
use crate::{Reader, StoreError};

/// The wording that was gathered last, shared between those who read.
pub(crate) type Kept = Arc<Mutex<Option<Arc<Wording>>>>;

/// The folded texts of the disputes that are not in the bin.
#[derive(Debug)]
pub(crate) struct Wording {
    /// The number of the journal's last action when they were gathered: nothing that is searched
    /// changes without one.
    as_of: Option<i64>,
    /// Each dispute with its texts, in the order of entry. Line feeds, which no word has, stand
    /// between the texts.
    disputes: Vec<(Uuid, String)>,
}

/// What is searched besides what belongs to events: the dispute, then so many texts.
const OF_DISPUTES: [(usize, &str); 5] = [
    (
        5,
        "SELECT id, title, goal, subject_what, subject_order, subject_account
        FROM dispute WHERE deleted_at IS NULL",
    ),
    (
        3,
        "SELECT p.dispute, p.reference, v.name, v.known_as
        FROM party p JOIN vendor v ON v.id = p.vendor WHERE p.deleted_at IS NULL",
    ),
    (
        2,
        "SELECT c.dispute, c.reason, v.name
        FROM claim c JOIN vendor v ON v.id = c.vendor WHERE c.deleted_at IS NULL",
    ),
    (
        1,
        "SELECT c.dispute, m.reference FROM movement m JOIN claim c ON c.id = m.claim
        WHERE m.deleted_at IS NULL AND c.deleted_at IS NULL",
    ),
    (
        1,
        "SELECT a.dispute, p.name
        FROM advocacy a JOIN contact p ON p.id = a.contact WHERE a.deleted_at IS NULL",
    ),
];

impl Wording {
    /// The wording as the reader sees it: the one that is kept if nothing was done since, else
    /// gathered anew. Whoever writes keeps nothing, for what is written may yet be taken back.
    pub(crate) fn of(reader: &Reader) -> Result<Arc<Self>, StoreError> {
        let as_of = reader.row("SELECT max(number) FROM action", [], |cells| cells.take())?;
        let as_of: Option<i64> = as_of.flatten();
        let Some(kept) = &reader.wording else {
            return Ok(Arc::new(Self::gathered(reader, as_of)?));
        };
        let kept = || kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(wording) = kept().as_ref().filter(|wording| wording.as_of == as_of) {
            return Ok(Arc::clone(wording));
        }
        let wording = Arc::new(Self::gathered(reader, as_of)?);
        *kept() = Some(Arc::clone(&wording));
        Ok(wording)
    }

    /// The disputes that have every one of the words, which are folded.
    pub(crate) fn with_all(&self, words: &[String]) -> Vec<DisputeId> {
        let words: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
        let has_all = |text: &str| words.iter().all(|word| word.find(text.as_bytes()).is_some());
        let found = self.disputes.iter().filter(|(_, text)| has_all(text));
        found.map(|(dispute, _)| DisputeId::from(*dispute)).collect()
    }

    fn gathered(reader: &Reader, as_of: Option<i64>) -> Result<Self, StoreError> {
        let sql = "SELECT id FROM dispute WHERE deleted_at IS NULL ORDER BY id";
        let disputes = reader.rows(sql, [], |cells| Ok((cells.take()?, String::new())))?;
        let mut wording = Self { as_of, disputes };
        let ids = wording.disputes.iter().map(|(id, _)| *id);
        let places: HashMap<Uuid, usize> = ids.zip(0..).collect();
        for (texts, sql) in OF_DISPUTES {
            reader.rows(sql, [], |cells| {
                let Some(place) = places.get(&cells.take()?) else { return Ok(()) };
                (0..texts).try_for_each(|_| add(cells, &mut wording.disputes[*place].1))
            })?;
        }
        wording.of_events(reader, &places)?;
        Ok(wording)
    }

    /// Adds the facts, and the names of the people spoken with. Events are joined here and not in
    /// SQL, which would look each of them up by itself.
    fn of_events(
        &mut self,
        reader: &Reader,
        places: &HashMap<Uuid, usize>,
    ) -> Result<(), StoreError> {
        let mut events: HashMap<Uuid, usize> = HashMap::new();
        let sql = "SELECT dispute, id FROM event WHERE deleted_at IS NULL ORDER BY dispute";
        let mut last = None;
        reader.rows(sql, [], |cells| {
            let dispute: Uuid = cells.take()?;
            if last.is_none_or(|(of, _)| of != dispute) {
                last = Some((dispute, places.get(&dispute)));
            }
            if let Some((_, Some(place))) = last {
                events.insert(cells.take()?, *place);
            }
            Ok(())
        })?;
        let sql = "SELECT event, text FROM fact WHERE deleted_at IS NULL";
        reader.rows(sql, [], |cells| match events.get(&cells.take()?) {
            Some(place) => add(cells, &mut self.disputes[*place].1),
            None => Ok(()),
        })?;
        let sql = "SELECT event, contact FROM event_contact WHERE deleted_at IS NULL";
        let mut met: BTreeSet<(Uuid, usize)> = BTreeSet::new();
        reader.rows(sql, [], |cells| {
            if let Some(place) = events.get(&cells.take()?) {
                met.insert((cells.take()?, *place));
            }
            Ok(())
        })?;
        reader.rows("SELECT id, name FROM contact", [], |cells| {
            let contact = cells.take()?;
            let mut name = String::new();
            add(cells, &mut name)?;
            for (_, place) in met.range((contact, 0)..=(contact, usize::MAX)) {
                self.disputes[*place].1.push_str(&name);
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// Folds the next cell, which may be empty, behind what is there.
fn add(cells: &mut Cells<'_>, to: &mut String) -> Result<(), StoreError> {
    if let Some(text) = cells.maybe_text()? {
        fold_into(text, to);
        to.push('\n');
    }
    Ok(())
}

/// A text without the difference between small and capital letters.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Going through capitals makes “ß” and “ss” the same, and going letter by letter the two small
/// sigmas; “ẞ” has to become small first.
fn fold_into(mut text: &str, folded: &mut String) {
    loop {
        // Plain letters, which most are, go over in one piece.
        let plain = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
        let start = folded.len();
        folded.push_str(&text[..plain]);
        folded[start..].make_ascii_lowercase();
        let mut rest = text[plain..].chars();
        let Some(letter) = rest.next() else { return };
        let small = letter.to_lowercase();
        folded.extend(small.flat_map(char::to_uppercase).flat_map(char::to_lowercase));
        text = rest.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn small_and_capital_letters_of_any_script_fold_to_the_same() {
        for (one, other, why) in [
            ("REFUND", "refund", "plain letters"),
            ("GROẞE WÄSCHE", "grosse wäsche", "the capital ß, and letters with dots"),
            ("O\u{FB03}ce", "OFFICE", "a ligature"),
            ("ΟΔΟΣ", "οδος", "the sigma at a word's end"),
            ("ЗАЯВКА", "заявка", "Cyrillic"),
            ("יוחזר", "יוחזר", "a script without capitals"),
        ] {
            assert_eq!(fold(one), fold(other), "{why}");
        }
        assert_ne!(fold("é"), fold("e"), "an accent is a difference");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for letter in char::MIN..=char::MAX {
            let once = fold(&letter.to_string());
            assert_eq!(fold(&once), once, "{letter:?} (U+{:04X})", u32::from(letter));
        }
    }
}
