//! What stands of what was done: undo and redo, derived from the journal, and the journal as a list.
//!
//! An action that undoes nothing is new. What undoes a new action is an undo, what undoes an undo puts
//! the new action in force again, and so on. Nothing else is kept: the two stacks that a person thinks
//! of are read from the order of the actions.

use std::collections::HashSet;

use holdfast_domain::{ActionId, DisputeId};
use uuid::Uuid;

use crate::journal::{self, ACTION, ACTIONS, ActionSummary};
use crate::nouns::table;
use crate::{Noun, Reader, Record, StoreError, references};

/// So many of the records that an action changed are looked at to say what it is about.
const FIRST: i64 = 8;

/// What is done for good, and neither undone nor put back.
const FOR_GOOD: [&str; 2] = ["erase", "erase_original"];

impl ActionSummary {
    /// Whether it is never undone.
    pub fn is_for_good(&self) -> bool {
        FOR_GOOD.contains(&self.what.as_str())
    }
}

/// An action of the journal with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    /// The action.
    pub action: ActionSummary,
    /// Whether it is in force: not undone, or put back.
    pub stands: bool,
    /// The new action that it undid, or put back in force (`true`), where it did either.
    pub undid: Option<(ActionSummary, bool)>,
    /// The first record that it changed.
    pub subject: Option<Subject>,
}

/// A record that an action changed, as a person knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which.
    pub record: Record,
    /// The words by which a person knows it.
    pub label: String,
    /// The dispute that it is of, or is.
    pub dispute: Option<DisputeId>,
}

impl Reader {
    /// The newest new action that still stands: what “undo” would take back.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn last_undoable(&self) -> Result<Option<ActionSummary>, StoreError> {
        let mut found = None;
        self.walk(|number, undoes, stands| {
            let is_it = stands && undoes.is_none() && !self.for_good(number)?;
            found = is_it.then_some(number);
            Ok(!is_it)
        })?;
        self.summary_of(found)
    }

    /// The undo that “redo” would take back: the newest that stands, where nothing new was done since.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn last_redoable(&self) -> Result<Option<ActionSummary>, StoreError> {
        let mut found = None;
        self.walk(|number, undoes, stands| {
            if undoes.is_none() {
                return Ok(false);
            }
            if stands && !self.root(number)?.1 {
                found = Some(number);
            }
            Ok(found.is_none())
        })?;
        self.summary_of(found)
    }

    /// Whether an action has been taken back and not been put in force again.
    pub(crate) fn is_undone(&self, wanted: i64) -> Result<bool, StoreError> {
        let mut undone = true;
        self.walk(|number, _, stands| {
            if number == wanted {
                undone = !stands;
            }
            Ok(number > wanted)
        })?;
        Ok(undone)
    }

    /// The new action that an action undid, or put back in force (`true`).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn undid(&self, id: ActionId) -> Result<Option<(ActionSummary, bool)>, StoreError> {
        let Some(number) = self.action_number(id)? else { return Ok(None) };
        let (root, again) = self.root(number)?;
        if root == number {
            return Ok(None);
        }
        Ok(self.summary_of(Some(root))?.map(|action| (action, again)))
    }

    /// What was done before an action, or last for `None`; the newest first, so many at most.
    ///
    /// # Errors
    /// [`StoreError::NoAction`], and when the store cannot be read.
    pub fn journal(
        &self,
        before: Option<ActionId>,
        limit: usize,
    ) -> Result<Vec<JournalLine>, StoreError> {
        let before = match before {
            None => i64::MAX,
            Some(id) => self.action_number(id)?.ok_or(StoreError::NoAction { action: id })?,
        };
        let mut wanted = Vec::with_capacity(limit);
        self.walk(|number, _, stands| {
            if number < before {
                wanted.push((number, stands));
            }
            Ok(wanted.len() < limit)
        })?;
        wanted.into_iter().map(|(number, stands)| self.line(number, stands)).collect()
    }

    fn line(&self, number: i64, stands: bool) -> Result<JournalLine, StoreError> {
        let sql = format!("SELECT {ACTION} FROM {ACTIONS} WHERE a.number = ?1");
        let action = self.row(&sql, [number], journal::summary)?;
        let action = action.ok_or_else(|| StoreError::Damaged {
            detail: format!("the journal has no action of number {number}"),
        })?;
        Ok(JournalLine {
            undid: self.undid(action.id)?,
            subject: self.subject(number)?,
            action,
            stands,
        })
    }

    /// What an action is about: the first record that it changed within a dispute, such as the dispute
    /// that was begun with a new vendor, or else the first.
    fn subject(&self, action: i64) -> Result<Option<Subject>, StoreError> {
        let sql = "SELECT r.id, r.noun FROM change c JOIN changed_record r ON r.number = c.record
            WHERE c.action = ?1 GROUP BY r.number ORDER BY min(c.number) LIMIT ?2";
        let records = self.rows(sql, [action, FIRST], journal::record)?;
        let mut about = records.first().map(|first| (*first, None));
        for record in records {
            if let Some(dispute) = self.dispute_of(record)? {
                about = Some((record, Some(dispute)));
                break;
            }
        }
        let Some((record, dispute)) = about else { return Ok(None) };
        let label = self.label(record)?.unwrap_or_default();
        Ok(Some(Subject { record, label, dispute }))
    }

    /// The words by which a person knows a record, in the bin or out of it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn label(&self, record: impl Into<Record>) -> Result<Option<String>, StoreError> {
        let record = record.into();
        let sql = format!(
            "SELECT coalesce({}, '') FROM {} t WHERE t.id = ?1",
            table(record.noun()).label,
            record.noun().as_str()
        );
        self.row(&sql, [references::key(record)], |cells| cells.take())
    }

    /// The dispute that a record is, or belongs to by however many steps.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dispute_of(&self, record: impl Into<Record>) -> Result<Option<DisputeId>, StoreError> {
        let mut at = record.into();
        loop {
            if let Record::Dispute(id) = at {
                return Ok(Some(id));
            }
            let table = table(at.noun());
            let up = table.owner.or_else(|| table.shelters.first().copied());
            let Some((column, noun)) = up else { return Ok(None) };
            match self.named_in(at, column, noun)? {
                Some(owner) => at = owner,
                None => return Ok(None),
            }
        }
    }

    /// The record that a column of a record names.
    pub(crate) fn named_in(
        &self,
        record: Record,
        column: &str,
        noun: Noun,
    ) -> Result<Option<Record>, StoreError> {
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", record.noun().as_str());
        let id: Option<Option<Uuid>> =
            self.row(&sql, [references::key(record)], |cells| cells.take())?;
        Ok(id.flatten().map(|id| noun.record(id)))
    }

    /// Walks from the newest action to the oldest, with what each undoes and whether it stands, for
    /// as long as it is answered with yes. What undoes is always newer than what it undoes, so a
    /// single walk knows.
    fn walk(
        &self,
        mut go_on: impl FnMut(i64, Option<i64>, bool) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT number, undoes FROM action ORDER BY number DESC")?;
        let mut rows = statement.query([])?;
        let mut undone = HashSet::new();
        while let Some(row) = rows.next()? {
            let (number, undoes): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
            let stands = !undone.contains(&number);
            if stands {
                undone.extend(undoes);
            }
            if !go_on(number, undoes, stands)? {
                break;
            }
        }
        Ok(())
    }

    /// The new action at the end of what an action undoes, and whether it puts that in force.
    fn root(&self, number: i64) -> Result<(i64, bool), StoreError> {
        let (mut at, mut in_force) = (number, true);
        let sql = "SELECT undoes FROM action WHERE number = ?1";
        while let Some(undoes) = self.row(sql, [at], |cells| cells.take::<Option<i64>>())?.flatten()
        {
            (at, in_force) = (undoes, !in_force);
        }
        Ok((at, in_force))
    }

    fn for_good(&self, number: i64) -> Result<bool, StoreError> {
        Ok(self.summary_of(Some(number))?.is_some_and(|action| action.is_for_good()))
    }
}
