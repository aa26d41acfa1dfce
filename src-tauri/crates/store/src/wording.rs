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
use crate::{Noun, Reader, StoreError, journal, references};

/// So many changed records are too many to be gone through one by one.
const MANY: usize = 400;

/// The wording that was gathered last, shared between those who read.
pub(crate) type Kept = Arc<Mutex<Option<Arc<Wording>>>>;

/// The folded texts of the disputes that are not in the bin.
#[derive(Debug)]
pub(crate) struct Wording {
    /// The number of the journal's last action when they were gathered: nothing that is searched
    /// changes without one.
    as_of: i64,
    /// Each dispute with its texts, in the order of entry. Line feeds, which no word has, stand
    /// between the texts.
    disputes: BTreeMap<Uuid, Arc<str>>,
}

/// What is searched besides what belongs to events: so many texts behind the dispute, which is the
/// column that is named first.
const OF_DISPUTES: [(usize, &str, &str); 6] = [
    (
        5,
        "d.id",
        "d.title, d.goal, d.subject_what, d.subject_order, d.subject_account
        FROM dispute d WHERE d.deleted_at IS NULL",
    ),
    (
        3,
        "p.dispute",
        "p.reference, v.name, v.known_as
        FROM party p JOIN vendor v ON v.id = p.vendor WHERE p.deleted_at IS NULL",
    ),
    (
        2,
        "c.dispute",
        "c.reason, v.name
        FROM claim c JOIN vendor v ON v.id = c.vendor WHERE c.deleted_at IS NULL",
    ),
    (
        1,
        "c.dispute",
        "m.reference FROM claim c JOIN movement m ON m.claim = c.id AND m.deleted_at IS NULL
        WHERE c.deleted_at IS NULL",
    ),
    (
        1,
        "a.dispute",
        "p.name
        FROM advocacy a JOIN contact p ON p.id = a.contact WHERE a.deleted_at IS NULL",
    ),
    (2, "s.dispute", "s.subject, s.text FROM sent_letter s WHERE s.deleted_at IS NULL"),
];

/// What is searched of the events of one dispute: one text each.
const OF_EVENTS: [&str; 2] = [
    "SELECT f.text FROM event e JOIN fact f ON f.event = e.id AND f.deleted_at IS NULL
        WHERE e.deleted_at IS NULL AND e.dispute = ?1",
    "SELECT DISTINCT p.name FROM event e
        JOIN event_contact l ON l.event = e.id AND l.deleted_at IS NULL
        JOIN contact p ON p.id = l.contact WHERE e.deleted_at IS NULL AND e.dispute = ?1",
];

impl Wording {
    /// The wording as the reader sees it: the one that is kept, brought up to date if something was
    /// done since. Whoever writes keeps nothing, for what is written may yet be taken back.
    pub(crate) fn of(reader: &Reader) -> Result<Arc<Self>, StoreError> {
        let as_of = journal::newest(reader)?;
        let Some(kept) = &reader.wording else {
            return Ok(Arc::new(Self::gathered(reader, as_of)?));
        };
        let kept = || kept.lock().unwrap_or_else(PoisonError::into_inner);
        let last = kept().clone();
        if let Some(last) = last.as_ref().filter(|last| last.as_of == as_of) {
            return Ok(Arc::clone(last));
        }
        let touched = match &last {
            Some(last) if last.as_of < as_of => touched(reader, last.as_of)?,
            Some(_) | None => None,
        };
        let wording = Arc::new(match last.zip(touched) {
            Some((last, touched)) => last.updated(reader, as_of, &touched)?,
            None => Self::gathered(reader, as_of)?,
        });
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

    /// The same with the texts of some disputes gathered anew.
    fn updated(
        &self,
        reader: &Reader,
        as_of: i64,
        touched: &BTreeSet<Uuid>,
    ) -> Result<Self, StoreError> {
        let mut disputes = self.disputes.clone();
        for dispute in touched {
            match of_one(reader, *dispute)? {
                Some(text) => disputes.insert(*dispute, text.into()),
                None => disputes.remove(dispute),
            };
        }
        Ok(Self { as_of, disputes })
    }

    /// The texts of all disputes. Events are joined here and not in SQL, which would look each of
    /// them up by itself.
    fn gathered(reader: &Reader, as_of: i64) -> Result<Self, StoreError> {
        let sql = "SELECT id FROM dispute WHERE deleted_at IS NULL ORDER BY id";
        let ids: Vec<Uuid> = reader.rows(sql, [], |cells| cells.take())?;
        let places: HashMap<Uuid, usize> = ids.iter().copied().zip(0..).collect();
        let mut all = vec![String::new(); ids.len()];
        for (texts, dispute, rest) in OF_DISPUTES {
            reader.rows(&format!("SELECT {dispute}, {rest}"), [], |cells| {
                let Some(place) = places.get(&cells.take()?) else { return Ok(()) };
                (0..texts).try_for_each(|_| add(cells, &mut all[*place]))
            })?;
        }
        let sql = "SELECT id, dispute FROM event WHERE deleted_at IS NULL";
        let events = reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let events: HashMap<Uuid, usize> = events
            .into_iter()
            .filter_map(|(event, dispute)| Some((event, *places.get(&dispute)?)))
            .collect();
        let sql = "SELECT event, text FROM fact WHERE deleted_at IS NULL";
        reader.rows(sql, [], |cells| match events.get(&cells.take()?) {
            Some(place) => add(cells, &mut all[*place]),
            None => Ok(()),
        })?;
        spoken_with(reader, &events, &mut all)?;
        let disputes = ids.into_iter().zip(all.into_iter().map(Arc::from)).collect();
        Ok(Self { as_of, disputes })
    }
}

/// Adds the names of the people who took part in events, once to each dispute.
fn spoken_with(
    reader: &Reader,
    events: &HashMap<Uuid, usize>,
    all: &mut [String],
) -> Result<(), StoreError> {
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
            all[*place].push_str(&name);
        }
        Ok(())
    })?;
    Ok(())
}

/// The texts of one dispute, or nothing where it lies in the bin or does not exist.
fn of_one(reader: &Reader, dispute: Uuid) -> Result<Option<String>, StoreError> {
    let key = dispute.hyphenated().to_string();
    if reader.in_bin(Noun::Dispute, dispute)? != Some(false) {
        return Ok(None);
    }
    let mut all = String::new();
    for (texts, column, rest) in OF_DISPUTES {
        let sql = format!("SELECT {rest} AND {column} = ?1");
        reader.rows(&sql, [&key], |cells| (0..texts).try_for_each(|_| add(cells, &mut all)))?;
    }
    for sql in OF_EVENTS {
        reader.rows(sql, [&key], |cells| add(cells, &mut all))?;
    }
    Ok(Some(all))
}

/// The disputes whose texts may have changed by what was done after an action; nothing where it is
/// simpler to gather them all.
fn touched(reader: &Reader, after: i64) -> Result<Option<BTreeSet<Uuid>>, StoreError> {
    let Some(changed) = journal::changed_after(reader, after, MANY)? else { return Ok(None) };
    let mut disputes = BTreeSet::new();
    for (mut record, left) in changed {
        disputes.extend(left);
        // The names of these stand in the texts of others.
        if matches!(record.noun(), Noun::Vendor | Noun::Contact) {
            return Ok(None);
        }
        while let Some(owner) = references::owner(reader, record)? {
            record = owner;
        }
        if record.noun() == Noun::Dispute {
            disputes.insert(record.uuid());
        }
    }
    Ok(Some(disputes))
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
