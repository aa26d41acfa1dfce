//! What every dispute says, folded for searching and kept in memory from one search to the next.
//!
//! A household of twenty thousand events says some four megabytes, which are searched in a
//! millisecond; to go through the tables each time would take thirty.

use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    /// By dispute, in the order of entry. Line feeds, which no word has, stand between the texts.
    by_dispute: BTreeMap<Uuid, String>,
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
        let found = self.by_dispute.iter().filter(|(_, text)| has_all(text));
        found.map(|(dispute, _)| DisputeId::from(*dispute)).collect()
    }

    fn gathered(reader: &Reader, as_of: Option<i64>) -> Result<Self, StoreError> {
        let ids = reader.rows("SELECT id FROM dispute WHERE deleted_at IS NULL", [], |cells| {
            Ok((cells.take()?, String::new()))
        })?;
        let mut wording = Self { as_of, by_dispute: ids.into_iter().collect() };
        for (texts, sql) in OF_DISPUTES {
            reader.rows(sql, [], |cells| {
                let dispute: Uuid = cells.take()?;
                let Some(text) = wording.by_dispute.get_mut(&dispute) else { return Ok(()) };
                (0..texts).try_for_each(|_| add(cells, text))
            })?;
        }
        wording.of_events(reader)?;
        Ok(wording)
    }

    /// Adds the facts, and the names of the people spoken with. Events are joined here and not in
    /// SQL, which would look each of them up by itself.
    fn of_events(&mut self, reader: &Reader) -> Result<(), StoreError> {
        let sql = "SELECT id, dispute FROM event WHERE deleted_at IS NULL";
        let events = reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let events: HashMap<Uuid, Uuid> = events.into_iter().collect();
        let sql = "SELECT event, text FROM fact WHERE deleted_at IS NULL";
        reader.rows(sql, [], |cells| {
            let event = cells.take()?;
            let dispute = events.get(&event);
            match dispute.and_then(|dispute| self.by_dispute.get_mut(dispute)) {
                Some(text) => add(cells, text),
                None => Ok(()),
            }
        })?;
        let sql = "SELECT event, contact FROM event_contact WHERE deleted_at IS NULL";
        let met = reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let met: BTreeSet<(Uuid, Uuid)> = met
            .into_iter()
            .filter_map(|(event, contact): (Uuid, Uuid)| Some((contact, *events.get(&event)?)))
            .collect();
        reader.rows("SELECT id, name FROM contact", [], |cells| {
            let contact = cells.take()?;
            let mut name = String::new();
            add(cells, &mut name)?;
            for (_, dispute) in met.range((contact, Uuid::nil())..=(contact, Uuid::max())) {
                if let Some(text) = self.by_dispute.get_mut(dispute) {
                    text.push_str(&name);
                }
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
fn fold_into(text: &str, folded: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            let small = letter.to_lowercase();
            folded.extend(small.flat_map(char::to_uppercase).flat_map(char::to_lowercase));
        }
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
