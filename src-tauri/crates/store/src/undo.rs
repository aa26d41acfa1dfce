//! Undo by action: the inverse of what an action changed, written as an action of its own.

use std::collections::{BTreeMap, BTreeSet};

use holdfast_domain::ActionId;
use rusqlite::types::Value;

use crate::journal::{self, ActionSummary, Step};
use crate::nouns::table;
use crate::{NewAction, Record, Store, StoreError, Writer, references};

impl Store {
    /// Takes back all that an action changed, as a new action. Undoing an undo puts the first
    /// action in force again. What the action entered goes to the bin.
    ///
    /// # Errors
    /// [`StoreError::NoAction`], [`StoreError::AlreadyUndone`], [`StoreError::ForGood`]; [`StoreError::Conflict`] with the
    /// record where a field has changed since; [`StoreError::InUse`] where something later names or
    /// belongs to what the action entered; and what any write can meet.
    pub fn undo(&self, undo: NewAction, of: ActionId) -> Result<ActionSummary, StoreError> {
        let writing = self.to_write()?;
        let transaction = crate::reader::begin_writing(&writing.connection)?;
        let none = StoreError::NoAction { action: of };
        let Some(number) = writing.action_number(of)? else { return Err(none) };
        if writing.is_undone(number)? {
            return Err(StoreError::AlreadyUndone { action: of });
        }
        let undone = writing.action(of)?.ok_or(none)?;
        if undone.is_for_good() {
            return Err(StoreError::ForGood { action: of });
        }
        let steps = journal::steps(&writing, number)?;
        let mut writer =
            Writer::new(&writing, &self.evidence, &undo, &self.device).undoing(number)?;
        take_back(&mut writer, &steps)?;
        writer.finish()?;
        transaction.commit()?;
        Ok(undone)
    }
}

fn take_back(writer: &mut Writer<'_>, steps: &[Step]) -> Result<(), StoreError> {
    let entered: BTreeSet<Record> =
        steps.iter().filter(|step| step.field == "id").map(|step| step.record).collect();
    // Two changes of one field within the action become one: from its first `before`, to be found
    // at its last `after`.
    let mut fields: BTreeMap<(Record, &str), (&Value, &Value)> = BTreeMap::new();
    for step in steps {
        fields
            .entry((step.record, &step.field))
            .and_modify(|(before, _)| *before = &step.before)
            .or_insert((&step.before, &step.after));
    }
    for ((record, field), (_, after)) in &fields {
        expect(writer, *record, field, after)?;
    }
    for record in &entered {
        expect_untouched(writer, *record, &fields)?;
        writer.take_back(*record)?;
    }
    for ((record, field), (before, _)) in fields {
        if !entered.contains(&record) {
            writer.set(record, &[(field, before.clone())])?;
        }
    }
    Ok(())
}

/// That a field still holds what the action left there.
fn expect(
    writer: &Writer<'_>,
    record: Record,
    field: &str,
    after: &Value,
) -> Result<(), StoreError> {
    let current = references::values(writer, record, &[field])?.and_then(|mut values| values.pop());
    if current.as_ref() == Some(after) { Ok(()) } else { Err(StoreError::Conflict { record }) }
}

/// That the fields of an entered record that the action left empty are still empty.
fn expect_untouched(
    writer: &Writer<'_>,
    record: Record,
    fields: &BTreeMap<(Record, &str), (&Value, &Value)>,
) -> Result<(), StoreError> {
    let columns = table(record.noun()).columns.iter().copied().chain(["deleted_at"]);
    for column in columns.filter(|column| !fields.contains_key(&(record, *column))) {
        expect(writer, record, column, &Value::Null)?;
    }
    Ok(())
}
