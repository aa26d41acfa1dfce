//! The history of a record with what belongs to it, and the way back to a moment of it.

use std::collections::BTreeMap;

use holdfast_domain::ActionId;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::cell::Cell;
use crate::nouns::table;
use crate::{Change, Noun, Reader, Record, StoreError, Writer, references};

impl Reader {
    /// All that happened to a record and to what belongs to it, such as the movements of a claim,
    /// oldest first. What belongs to a dispute has histories of its own and is left out.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history_with_own(&self, record: impl Into<Record>) -> Result<Vec<Change>, StoreError> {
        let record = record.into();
        let mut all = self.history(record)?;
        for own in self.own_of(record)? {
            all.extend(self.history(own)?);
        }
        // Ids of actions are made in their order; the changes of one stay as they were made.
        all.sort_by_key(|change| change.action.id);
        Ok(all)
    }

    /// What belongs to a record, in the bin or out of it.
    fn own_of(&self, record: Record) -> Result<Vec<Record>, StoreError> {
        let mut own = Vec::new();
        if record.noun() == Noun::Dispute {
            return Ok(own);
        }
        for noun in Noun::ALL.iter().copied() {
            let Some((column, of)) = table(noun).owner else { continue };
            if of == record.noun() {
                let sql =
                    format!("SELECT id FROM {} WHERE {column} = ?1 ORDER BY id", noun.as_str());
                let ids: Vec<Uuid> =
                    self.rows(&sql, [references::key(record)], |cells| cells.take())?;
                own.extend(ids.into_iter().map(|id| noun.record(id)));
            }
        }
        Ok(own)
    }

    /// What stood in the fields of a record after an action. Fields that were never written are left
    /// out, and so are its entry and the bin.
    fn moment(
        &self,
        record: Record,
        after: i64,
    ) -> Result<BTreeMap<&'static str, Value>, StoreError> {
        let sql = "SELECT c.field, c.action <= ?3, c.before, c.after FROM changed_record r
            JOIN change c ON c.record = r.number WHERE r.id = ?1 AND r.noun = ?2 ORDER BY c.number";
        let noun = record.noun().as_str().to_owned();
        let key = references::key(record);
        let mut fields = BTreeMap::new();
        let columns = table(record.noun()).columns;
        self.each(sql, rusqlite::params![key, noun, after], |cells| {
            let field: String = cells.take()?;
            let by_then: bool = cells.take()?;
            let (before, now) = (Value::read(cells)?, Value::read(cells)?);
            let Some(column) = columns.iter().copied().find(|column| *column == field) else {
                return Ok(());
            };
            // What was first written later was what its first change found.
            if by_then {
                fields.insert(column, now);
            } else {
                fields.entry(column).or_insert(before);
            }
            Ok(())
        })?;
        Ok(fields)
    }
}

impl Writer<'_> {
    /// Sets the record's own fields back to what they were after an action, and takes it out of the
    /// bin. What belongs to it stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoAction`]; [`StoreError::NotFound`]; and, when the action ends,
    /// [`StoreError::InBin`] where it would name what lies in the bin.
    pub fn back_to(
        &mut self,
        record: impl Into<Record>,
        action: ActionId,
    ) -> Result<(), StoreError> {
        let record = record.into();
        let number = self.action_number(action)?.ok_or(StoreError::NoAction { action })?;
        let fields = self.moment(record, number)?;
        let mut wanted: Vec<(&str, Value)> = fields.into_iter().collect();
        wanted.push(("deleted_at", Value::Null));
        self.set(record, &wanted)
    }
}
