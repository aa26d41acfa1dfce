//! The history of a record with what belongs to it, and the way back to a moment of it.

use std::collections::BTreeMap;

use holdfast_domain::ActionId;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::cell::Cell;
use crate::nouns::table;
use crate::{Change, Noun, Reader, Record, StoreError, Writer, references};

impl Noun {
    /// The columns of its table, in their order; `id` and `deleted_at` are not among them.
    pub fn columns(self) -> &'static [&'static str] {
        table(self).columns
    }

    /// Whether it is written in its owner's own form, so that it goes back to a moment along with its
    /// owner, as a fact does with its event. What is entered by itself stays, such as the movements of
    /// a claim; and so does what was covered since in an original, which must not be shown by accident.
    pub fn is_part(self) -> bool {
        matches!(
            self,
            Self::VendorChannel
                | Self::EventContact
                | Self::Fact
                | Self::IssueFact
                | Self::LetterEdit
        )
    }
}

/// What a record was after an action.
struct Moment {
    /// Whether it was entered by then.
    entered: bool,
    /// Whether it lay in the bin.
    binned: bool,
    /// What stood in its columns. Those that were never written are left out.
    fields: BTreeMap<&'static str, Value>,
}

impl Reader {
    /// All that happened to a record and to what belongs to it, such as the movements of a claim,
    /// oldest first. What belongs to a dispute has histories of its own and is left out.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history_with_own(&self, record: impl Into<Record>) -> Result<Vec<Change>, StoreError> {
        let record = record.into();
        let mut all = self.numbered_history(record)?;
        for own in self.own_of(record)? {
            all.extend(self.numbered_history(own)?);
        }
        all.sort_by_key(|(number, _)| *number);
        Ok(all.into_iter().map(|(_, change)| change).collect())
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

    fn moment(&self, record: Record, after: i64) -> Result<Moment, StoreError> {
        let sql = "SELECT c.field, c.action <= ?3, c.before, c.after FROM changed_record r
            JOIN change c ON c.record = r.number WHERE r.id = ?1 AND r.noun = ?2 ORDER BY c.number";
        let noun = record.noun().as_str().to_owned();
        let key = references::key(record);
        let columns = table(record.noun()).columns;
        let mut moment = Moment { entered: false, binned: false, fields: BTreeMap::new() };
        self.each(sql, rusqlite::params![key, noun, after], |cells| {
            let field: String = cells.take()?;
            let by_then: bool = cells.take()?;
            let (before, now) = (Value::read(cells)?, Value::read(cells)?);
            if field == "id" {
                moment.entered |= by_then;
            } else if field == "deleted_at" && by_then {
                moment.binned = now != Value::Null;
            } else if let Some(column) = columns.iter().copied().find(|column| *column == field) {
                // What was first written later was what its first change found.
                if by_then {
                    moment.fields.insert(column, now);
                } else {
                    moment.fields.entry(column).or_insert(before);
                }
            }
            Ok(())
        })?;
        Ok(moment)
    }
}

impl Writer<'_> {
    /// Sets a record back to what it was after an action, together with its parts (see
    /// [`Noun::is_part`]), and takes it out of the bin. All else that belongs to it stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoAction`] where there is none, or the record was not entered by then;
    /// [`StoreError::NotFound`]; and, when the action ends, [`StoreError::InBin`] where it would name
    /// what lies in the bin, and [`StoreError::InUse`] where a part that goes is still named.
    pub fn back_to(
        &mut self,
        record: impl Into<Record>,
        action: ActionId,
    ) -> Result<(), StoreError> {
        let record = record.into();
        let none = StoreError::NoAction { action };
        let Some(number) = self.action_number(action)? else { return Err(none) };
        let moment = self.moment(record, number)?;
        if !moment.entered {
            return Err(none);
        }
        self.set_to(record, moment)?;
        for part in self.own_of(record)?.into_iter().filter(|own| own.noun().is_part()) {
            let moment = self.moment(part, number)?;
            if moment.entered && !moment.binned {
                self.set_to(part, moment)?;
            } else {
                self.bin(part)?;
            }
        }
        Ok(())
    }

    fn set_to(&mut self, record: Record, moment: Moment) -> Result<(), StoreError> {
        let mut wanted: Vec<(&str, Value)> = moment.fields.into_iter().collect();
        wanted.push(("deleted_at", Value::Null));
        self.set(record, &wanted)
    }
}
