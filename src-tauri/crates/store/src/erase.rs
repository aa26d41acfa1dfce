//! Erasing for good: the one thing that is not undone, and the one that changes what was.
//!
//! Words go from everything that anybody typed or that was read out of files: in one transaction a
//! mark takes their place in the records, in what each field held before and in the search index.
//! Undo, redo and `verify` find before and now alike, as both changed alike. What is then left to do
//! is written down in the same transaction, without the words: the texts of documents, which lie in
//! the other file, and the bytes of both files, where what was replaced still stands until they are
//! written anew. Cut short, it is brought to an end at the next opening.

mod classes;
mod clean;
#[cfg(test)]
mod crash_tests;
mod json;
mod look;
mod original;
mod pages;
mod text;
mod words;

use std::collections::BTreeSet;
use std::sync::PoisonError;

use rusqlite::Connection;
use rusqlite::types::Value;

pub use look::{Place, PlaceOf, Places, StillThere};
pub(crate) use original::{mark, marks, take_out};
pub use words::{ErasedWords, MARK, NotErasable};

use crate::reader::begin_writing;
use crate::search::index;
use crate::{NewAction, Reader, Store, StoreError, journal};
use classes::{Class, Classed, RECORDS, class_of};
use text::{Eraser, Hit};

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// In how many places a mark stands now: fields, and documents that were read. Those in the history
    /// are not counted.
    pub places: usize,
    /// Whether nothing is left of it in the bytes of the files. Otherwise that is tried again at the
    /// next opening, as where the disk was full.
    pub is_clean: bool,
}

impl Store {
    /// Replaces the words by [`MARK`] wherever they stand, as one action that is never undone; see
    /// [`Store::places_of`] for where that is. Nothing happens, and there is no action, where they
    /// stand nowhere. Backups and originals that have them keep them.
    ///
    /// # Errors
    /// When the store cannot be read or written; everything is as it was then.
    pub fn erase_words(
        &self,
        action: &NewAction,
        words: &ErasedWords,
    ) -> Result<Erased, StoreError> {
        // A backup that is being made would be one of before, and count as one of after.
        let _alone = self.backing_up.lock().unwrap_or_else(PoisonError::into_inner);
        let writing = self.to_write()?;
        let evidence = self.evidence.connection();
        let places = commit_words(&writing, &evidence, action, words, &self.device)?;
        if places == 0 {
            return Ok(Erased { places, is_clean: true });
        }
        // What is committed is done; what is left of it in the bytes may have to wait.
        let key = self.paths.access.key();
        let is_clean = clean::finish(&writing.connection, &evidence, key).is_ok();
        Ok(Erased { places, is_clean })
    }

    /// Whether something that was erased may still stand in the bytes of the files.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_erasing(&self) -> Result<bool, StoreError> {
        self.read(|reader| clean::is_due(&reader.connection))
    }

    /// Brings to an end what could not be, so that no backup has it. Whoever calls this holds no other
    /// part of the store.
    pub(crate) fn finish_erasing(&self) {
        if self.is_erasing().unwrap_or(true) {
            settle(&self.writing(), &self.evidence.connection(), self.paths.access.key());
        }
    }
}

/// Puts the mark in every place and writes down what is left to do, all or nothing. Gives in how many
/// places, those of the history not counted.
fn commit_words(
    writing: &Reader,
    evidence: &Connection,
    action: &NewAction,
    words: &ErasedWords,
    device: &str,
) -> Result<usize, StoreError> {
    writing.connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    let transaction = begin_writing(&writing.connection)?;
    let eraser = Eraser::new(words, &writing.connection)?;
    let of_pages = pages::having(evidence, &eraser)?;
    let sql = "INSERT INTO erasing (action, stage, pages) VALUES (?1, 'replacing', ?2)";
    let due = pages::written(&of_pages)?;
    writing.connection.execute(sql, [&action.id.to_string(), &due])?;
    let replaced = replace(writing, &eraser)?;
    if replaced.all == 0 && of_pages.is_empty() {
        return Ok(0);
    }
    journal::begin(writing, action, device, None)?;
    index::make_anew(writing)?;
    let sql = "UPDATE erasing SET stage = 'cleaning' WHERE stage = 'replacing'";
    writing.connection.execute(sql, [])?;
    transaction.commit()?;
    let documents: BTreeSet<&str> = of_pages.iter().map(|(sha256, ..)| sha256.as_str()).collect();
    Ok((replaced.now + documents.len()).max(1))
}

/// Brings to an end what was cut short. What cannot be done now, such as on a full disk, is left for
/// the next opening: it is no reason to keep a household from its record.
pub(crate) fn settle(writing: &Reader, evidence: &Connection, key: Option<&crate::Key>) {
    if clean::is_due(&writing.connection).unwrap_or(false) {
        let _ = clean::finish(&writing.connection, evidence, key);
    }
    // What is still to be taken out would look like what was added anew.
    if matches!(clean::is_due(&writing.connection), Ok(false)) {
        let _ = original::reconcile(&writing.connection, evidence);
    }
}

/// Writes a file of originals anew, such as one elsewhere, so that nothing lies about in its bytes.
pub(crate) fn written_anew(
    evidence: &Connection,
    key: Option<&crate::Key>,
) -> Result<(), StoreError> {
    clean::written_anew(evidence, key)
}

/// How many places were replaced.
#[derive(Debug, Default)]
struct Replaced {
    /// Those that stand in the record.
    now: usize,
    /// Those of the history too.
    all: usize,
}

/// Puts the mark into every text of the records that has the words.
fn replace(writing: &Reader, eraser: &Eraser<'_>) -> Result<Replaced, StoreError> {
    let mut replaced = Replaced::default();
    for classed in RECORDS {
        let mut found = Vec::new();
        each_hit(writing, classed, eraser, |row, column, hit| {
            found.push((row.to_vec(), column, hit.new));
            Ok(())
        })?;
        for (row, column, new) in found {
            replaced.all += 1;
            replaced.now += usize::from(!is_history(classed));
            set(writing, classed, column, new, row)?;
        }
    }
    Ok(replaced)
}

fn set(
    writing: &Reader,
    classed: &Classed,
    column: &str,
    new: String,
    row: Vec<Value>,
) -> Result<(), StoreError> {
    let named: Vec<String> = classed.key.iter().map(|key| format!("{key} = ?")).collect();
    let sql = format!("UPDATE {} SET {column} = ? WHERE {}", classed.table, named.join(" AND "));
    let values = std::iter::once(Value::Text(new)).chain(row);
    writing.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Whether a table says what was, and not what is.
fn is_history(classed: &Classed) -> bool {
    matches!(classed.table, "action" | "change")
}

/// Shows every text of a table that has the words, with the key of its row and its column.
fn each_hit(
    reader: &Reader,
    classed: &Classed,
    eraser: &Eraser<'_>,
    mut see: impl FnMut(&[Value], &'static str, Hit) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for (column, class) in classed.words {
        let sql = query(classed, column, *class);
        let mut statement = reader.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let of_row = classed.key.len();
            let Ok(text) = row.get_ref(of_row)?.as_str() else { continue };
            let class = match class {
                Class::AsItsColumn => {
                    let noun = row.get_ref(of_row + 1)?.as_str().unwrap_or_default();
                    class_of(noun, row.get_ref(of_row + 2)?.as_str().unwrap_or_default())
                }
                Class::Words | Class::Template | Class::Json => Some(*class),
            };
            let Some(hit) = class.and_then(|class| eraser.hit(class, text)) else { continue };
            let key = (0..of_row).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>()?;
            see(&key, column, hit)?;
        }
    }
    Ok(())
}

/// The key of each row, the column, and for the journal of which record's column it speaks.
fn query(classed: &Classed, column: &str, class: Class) -> String {
    let key = classed.key.join(", t.");
    let table = classed.table;
    match class {
        Class::AsItsColumn => format!(
            "SELECT t.{key}, t.{column}, r.noun, t.field FROM {table} t
             JOIN changed_record r ON r.number = t.record WHERE typeof(t.{column}) = 'text'"
        ),
        Class::Words | Class::Template | Class::Json => {
            format!("SELECT t.{key}, t.{column} FROM {table} t WHERE t.{column} IS NOT NULL")
        }
    }
}
