//! Finding disputes by words, and by what a person types on a command line.

use holdfast_domain::{DisputeId, EventId};
use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, params, params_from_iter};

use crate::nouns::json_list;
use crate::{Reader, StoreError};

/// How many facts may have a word for it to be a rare one.
const RARE: usize = 4_000;

/// How much of an id has to be typed for it to be taken for one.
const ID_LETTERS: usize = 6;

/// Teaches SQLite `holds(text, word)`: whether the text has the word, small and capital letters of
/// any script alike. The word must be folded already.
pub(crate) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("holds", 2, flags, |call| {
        let word = call.get_raw(1).as_str()?;
        Ok(match call.get_raw(0) {
            ValueRef::Text(text) => holds(text, word),
            ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Blob(_) => false,
        })
    })
}

/// Whether a text has a folded word.
fn holds(text: &[u8], word: &str) -> bool {
    if text.is_ascii() {
        return word.is_ascii() && holds_ascii(text, word.as_bytes());
    }
    std::str::from_utf8(text).is_ok_and(|text| fold(text).contains(word))
}

/// The same where every letter is one byte, which most texts are, without copying them.
fn holds_ascii(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    let last_start = (text.len() + 1).saturating_sub(word.len());
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), &text[..last_start])
        .any(|start| text[start..start + word.len()].eq_ignore_ascii_case(word))
}

/// A text without the difference between small and capital letters. Going through capitals first
/// makes “ß” and “ss”, and the two small sigmas, the same.
fn fold(text: &str) -> String {
    text.to_uppercase().to_lowercase()
}

/// What is searched for one word, of the dispute `d`; behind it the facts.
fn clause(word: &str, facts: &str) -> String {
    format!(
        "(holds(d.title, {word}) OR holds(d.goal, {word}) OR holds(d.subject_what, {word})
          OR holds(d.subject_order, {word}) OR holds(d.subject_account, {word})
          OR EXISTS (SELECT 1 FROM party p JOIN vendor v ON v.id = p.vendor
              WHERE p.dispute = d.id AND p.deleted_at IS NULL
              AND (holds(p.reference, {word}) OR holds(v.name, {word}) OR holds(v.known_as, {word})))
          OR EXISTS (SELECT 1 FROM claim c JOIN vendor v ON v.id = c.vendor
              WHERE c.dispute = d.id AND c.deleted_at IS NULL
              AND (holds(c.reason, {word}) OR holds(v.name, {word}) OR EXISTS
                  (SELECT 1 FROM movement m WHERE m.claim = c.id AND m.deleted_at IS NULL
                      AND holds(m.reference, {word}))))
          OR EXISTS (SELECT 1 FROM advocacy a JOIN contact p ON p.id = a.contact
              WHERE a.dispute = d.id AND a.deleted_at IS NULL AND holds(p.name, {word}))
          OR d.id IN (SELECT e.dispute FROM contact p
              JOIN event_contact l ON l.contact = p.id AND l.deleted_at IS NULL
              JOIN event e ON e.id = l.event AND e.deleted_at IS NULL
              WHERE holds(p.name, {word}))
          OR {facts})"
    )
}

/// A rare word: the disputes of the events whose facts have it, which are given as a JSON array.
fn facts_of(events: &str) -> String {
    format!(
        "d.id IN (SELECT e.dispute FROM event e WHERE e.deleted_at IS NULL
            AND e.id IN (SELECT value FROM json_each({events})))"
    )
}

/// A common word: in most disputes one soon meets a fact that has it.
fn facts_with(word: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM event e JOIN fact f ON f.event = e.id AND f.deleted_at IS NULL
            WHERE e.dispute = d.id AND e.deleted_at IS NULL AND holds(f.text, {word}))"
    )
}

impl Reader {
    /// The disputes that have every one of the words, in the order of entry. Looked at are titles,
    /// goals, subjects, claims, references, facts and the names of vendors and people; the private
    /// notes are not. Without a word, all disputes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn disputes_matching(&self, words: &str) -> Result<Vec<DisputeId>, StoreError> {
        let mut params: Vec<Value> = Vec::new();
        let mut place = |value: Value| {
            params.push(value);
            format!("?{}", params.len())
        };
        let mut sql = "SELECT d.id FROM dispute d WHERE d.deleted_at IS NULL".to_owned();
        for word in words.split_whitespace().map(fold) {
            let events = self.events_saying(&word)?;
            let word = place(Value::Text(word));
            let facts = match events {
                Some(events) => facts_of(&place(json_list(events.into_iter()))),
                None => facts_with(&word),
            };
            sql = format!("{sql} AND {}", clause(&word, &facts));
        }
        self.rows(&format!("{sql} ORDER BY d.id"), params_from_iter(params), |cells| cells.take())
    }

    /// The events with a fact that has the word, if it is a rare one. One pass over the facts finds
    /// that out, where looking through every dispute by itself takes several times as long.
    fn events_saying(&self, word: &str) -> Result<Option<Vec<EventId>>, StoreError> {
        let sql = "SELECT event FROM fact WHERE deleted_at IS NULL AND holds(text, ?1) LIMIT ?2";
        let limit = i64::try_from(RARE).unwrap_or(i64::MAX);
        let events = self.rows(sql, params![word, limit], |cells| cells.take())?;
        Ok((events.len() < RARE).then_some(events))
    }

    /// The disputes that a person may mean by what they typed: by id, short reference, title, the
    /// beginning of an id, or a part of the title, whichever of these finds any first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_disputes(&self, text: &str) -> Result<Vec<DisputeId>, StoreError> {
        let wanted = fold(text.trim());
        let all = self.dispute_titles()?;
        type Means<'a> = Box<dyn Fn(DisputeId, &str) -> bool + 'a>;
        let ways: [Means<'_>; 5] = [
            Box::new(|id, _| id.to_string() == wanted),
            Box::new(|id, _| fold(&id.reference()) == wanted),
            Box::new(|_, title| fold(title.trim()) == wanted),
            Box::new(|id, _| wanted.len() >= ID_LETTERS && id.to_string().starts_with(&wanted)),
            Box::new(|_, title| !wanted.is_empty() && fold(title).contains(&wanted)),
        ];
        let found = |way: &Means<'_>| -> Vec<DisputeId> {
            all.iter().filter(|(id, title)| way(*id, title)).map(|(id, _)| *id).collect()
        };
        Ok(ways.iter().map(found).find(|found| !found.is_empty()).unwrap_or_default())
    }
}
