//! Writing: the one place where a row of the record changes, and where that is journalled.

use std::collections::BTreeSet;
use std::ops::Deref;

use holdfast_domain::{ActionId, DateTime, MemberId, Utc};
use rusqlite::{params_from_iter, types::Value};
use uuid::Uuid;

use crate::evidence::Evidence;
use crate::search::index;
use crate::table::{Stored, Table};
use crate::{Noun, Reader, Record, StoreError, journal, references};

/// One thing that a person does, as the journal will name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAction {
    /// A fresh id.
    pub id: ActionId,
    /// What is done, as a word for the table of sentences, such as `log_call`.
    pub what: &'static str,
    /// What it is done to, in the person's words, such as the dispute's title.
    pub about: String,
    /// Who does it, where that is known.
    pub member: Option<MemberId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The hand that writes, within one action. It can ask all that a [`Reader`] can, and sees what it
/// has written itself.
#[derive(Debug)]
pub struct Writer<'a> {
    reader: &'a Reader,
    pub(crate) evidence: &'a Evidence,
    action: &'a NewAction,
    device: &'a str,
    undoes: Option<i64>,
    /// The action's number, once something has been written.
    number: Option<i64>,
    /// The record that was journalled last, with its number in the journal.
    journalled: Option<(Record, i64)>,
    /// Records that were named by what was written, each with one that names it, and whether that
    /// one belongs to it.
    named: BTreeSet<(Record, Record, bool)>,
    /// Records that went to the bin.
    binned: BTreeSet<Record>,
    /// Records that came out of the bin.
    restored: BTreeSet<Record>,
    /// Records whose entry is taken back: nothing that came to belong to them may vanish unseen.
    taken_back: BTreeSet<Record>,
    /// Records of which anything changed, and to whom they belonged before.
    changed: BTreeSet<Record>,
    /// Records that got another name, which stands in the texts of others too.
    renamed: BTreeSet<Record>,
}

impl Deref for Writer<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(
        reader: &'a Reader,
        evidence: &'a Evidence,
        action: &'a NewAction,
        device: &'a str,
    ) -> Self {
        Self {
            reader,
            evidence,
            action,
            device,
            undoes: None,
            number: None,
            journalled: None,
            named: BTreeSet::new(),
            binned: BTreeSet::new(),
            restored: BTreeSet::new(),
            taken_back: BTreeSet::new(),
            changed: BTreeSet::new(),
            renamed: BTreeSet::new(),
        }
    }

    /// The same hand, undoing the action of that number. The undo is an action even where nothing
    /// is left to change, or it would be offered again for ever.
    pub(crate) fn undoing(mut self, number: i64) -> Result<Self, StoreError> {
        self.undoes = Some(number);
        self.number()?;
        Ok(self)
    }

    /// The action's number; the first call writes its row.
    fn number(&mut self) -> Result<i64, StoreError> {
        let number = match self.number {
            Some(number) => number,
            None => journal::begin(self.reader, self.action, self.device, self.undoes)?,
        };
        self.number = Some(number);
        Ok(number)
    }

    /// Whether anything was written: whether the journal has the action.
    pub fn has_written(&self) -> bool {
        self.number.is_some()
    }

    /// The last look before the transaction ends: nothing may name what lies in the bin, and what
    /// changed is found by its new words.
    pub(crate) fn finish(self) -> Result<(), StoreError> {
        for (record, by, is_its_own) in self.named.iter().copied() {
            match self.in_bin(record.noun(), record.uuid())? {
                None => return Err(StoreError::Missing { record, by }),
                // What belongs to a record in the bin is only hidden with it. And what names it may
                // have gone to the bin later in the same action.
                Some(true) if !is_its_own && self.in_bin(by.noun(), by.uuid())? == Some(false) => {
                    return Err(StoreError::InBin { record, by });
                }
                Some(_) => {}
            }
        }
        for record in &self.binned {
            let with_its_own = self.taken_back.contains(record);
            if self.in_bin(record.noun(), record.uuid())? == Some(true)
                && let Some(by) = references::naming(self.reader, *record, with_its_own)?
            {
                return Err(StoreError::InUse { record: *record, by });
            }
        }
        self.restored.iter().try_for_each(|record| self.lines_stand_once(record))?;
        index::update(self.reader, &self.changed, &self.renamed)
    }

    /// Writes a record that nobody owns.
    pub(crate) fn put<T: Stored>(&mut self, record: &T) -> Result<(), StoreError> {
        self.put_row(&T::TABLE, record.uuid(), record.cells())
    }

    /// Writes what belongs to an owner, and takes to the bin what no longer does.
    pub(crate) fn put_owned<T: Stored>(
        &mut self,
        owner: Uuid,
        records: &[T],
    ) -> Result<(), StoreError> {
        let mut gone = self.live_ids(&T::TABLE, owner)?;
        for record in records {
            gone.remove(&record.uuid());
            let mut cells = vec![Value::Text(owner.hyphenated().to_string())];
            cells.extend(record.cells());
            self.put_row(&T::TABLE, record.uuid(), cells)?;
        }
        self.bin_all(T::TABLE.noun, gone)
    }

    /// The ids of what belongs to an owner and is not in the bin.
    pub(crate) fn live_ids(
        &self,
        table: &Table,
        owner: Uuid,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let Some((column, _)) = table.owner else { return Ok(BTreeSet::new()) };
        let name = table.noun.as_str();
        let sql = format!("SELECT id FROM {name} WHERE {column} = ?1 AND deleted_at IS NULL");
        let ids = self.rows(&sql, [owner.hyphenated().to_string()], |cells| cells.take())?;
        Ok(ids.into_iter().collect())
    }

    pub(crate) fn bin_all(
        &mut self,
        noun: Noun,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), StoreError> {
        ids.into_iter().try_for_each(|id| self.bin(noun.record(id)))
    }

    /// Takes a record to the bin. What belongs to it stays as it is and is hidden with it.
    /// Nothing happens where it lies there already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; and, when the action ends, [`StoreError::InUse`] if another record
    /// still names it.
    pub fn bin(&mut self, record: impl Into<Record>) -> Result<(), StoreError> {
        let at = self.action.at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true);
        self.set_bin(record.into(), Some(Value::Text(at)))
    }

    /// Takes a record to the bin because the action that entered it is undone.
    pub(crate) fn take_back(&mut self, record: Record) -> Result<(), StoreError> {
        self.taken_back.insert(record);
        self.bin(record)
    }

    /// Takes a record out of the bin. Nothing happens where it does not lie there.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; and, when the action ends, [`StoreError::InBin`] if it names a
    /// record that still lies in the bin.
    pub fn restore(&mut self, record: impl Into<Record>) -> Result<(), StoreError> {
        self.set_bin(record.into(), None)
    }

    fn set_bin(&mut self, record: Record, to: Option<Value>) -> Result<(), StoreError> {
        let (noun, id) = (record.noun(), record.uuid());
        match self.in_bin(noun, id)? {
            None => Err(StoreError::NotFound { record }),
            Some(binned) if binned == to.is_some() => Ok(()),
            Some(_) => self.set(record, &[("deleted_at", to.unwrap_or(Value::Null))]),
        }
    }

    /// Writes a row: enters it where it is new, else changes the columns that differ and takes it
    /// out of the bin.
    pub(crate) fn put_row(
        &mut self,
        table: &Table,
        id: Uuid,
        cells: Vec<Value>,
    ) -> Result<(), StoreError> {
        let record = table.noun.record(id);
        let wanted = table.columns.iter().copied().zip(cells);
        if self.in_bin(table.noun, id)?.is_none() {
            return self.insert(record, wanted.collect());
        }
        let mut values: Vec<(&str, Value)> = wanted.collect();
        values.push(("deleted_at", Value::Null));
        self.set(record, &values)
    }

    fn insert(
        &mut self,
        record: Record,
        values: Vec<(&'static str, Value)>,
    ) -> Result<(), StoreError> {
        let id = Value::Text(record.uuid().hyphenated().to_string());
        let names: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
        let sql = format!(
            "INSERT INTO {} (id, {}) VALUES (?{})",
            record.noun().as_str(),
            names.join(", "),
            ", ?".repeat(names.len()),
        );
        let all = std::iter::once(&id).chain(values.iter().map(|(_, value)| value));
        self.reader.connection.prepare_cached(&sql)?.execute(params_from_iter(all))?;
        self.journal(record, "id", &Value::Null, &id)?;
        for (column, value) in &values {
            self.note_reference(record, column, value);
            if *value != Value::Null {
                self.journal(record, column, &Value::Null, value)?;
            }
        }
        Ok(())
    }

    /// Sets columns of a row that exists: writes and journals those that differ.
    pub(crate) fn set(
        &mut self,
        record: Record,
        wanted: &[(&str, Value)],
    ) -> Result<(), StoreError> {
        let columns: Vec<&str> = wanted.iter().map(|(column, _)| *column).collect();
        let Some(current) = references::values(self.reader, record, &columns)? else {
            return Err(StoreError::NotFound { record });
        };
        let differing: Vec<_> =
            wanted.iter().zip(current).filter(|((_, new), old)| new != old).collect();
        if differing.is_empty() {
            return Ok(());
        }
        let setters: Vec<String> =
            differing.iter().map(|((column, _), _)| format!("{column} = ?")).collect();
        let table = record.noun().as_str();
        let sql = format!("UPDATE {table} SET {} WHERE id = ?", setters.join(", "));
        let id = Value::Text(record.uuid().hyphenated().to_string());
        let new = differing.iter().map(|((_, new), _)| new).chain(std::iter::once(&id));
        self.reader.connection.prepare_cached(&sql)?.execute(params_from_iter(new))?;
        for ((column, new), old) in &differing {
            self.journal(record, column, old, new)?;
            self.note_bin(record, column, new)?;
        }
        for (column, value) in wanted {
            self.note_reference(record, column, value);
        }
        Ok(())
    }

    fn journal(
        &mut self,
        record: Record,
        field: &str,
        before: &Value,
        after: &Value,
    ) -> Result<(), StoreError> {
        let action = self.number()?;
        self.note_change(record, field, before);
        // The changes of one record come together.
        let known = match self.journalled {
            Some((last, number)) if last == record => number,
            Some(_) | None => journal::number_of(self.reader, record)?,
        };
        self.journalled = Some((record, known));
        journal::add(self.reader, action, known, field, before, after)
    }

    fn note_change(&mut self, record: Record, field: &str, before: &Value) {
        self.changed.insert(record);
        if field == "name" {
            self.renamed.insert(record);
        }
        if let Value::Text(id) = before
            && let Some((owner, true)) = references::target(record.noun(), field)
            && let Ok(id) = Uuid::parse_str(id)
        {
            self.changed.insert(owner.record(id));
        }
    }

    fn note_reference(&mut self, record: Record, column: &str, value: &Value) {
        if let Value::Text(id) = value
            && let Some((named, is_its_own)) = references::target(record.noun(), column)
            && let Ok(id) = Uuid::parse_str(id)
        {
            self.named.insert((named.record(id), record, is_its_own));
        }
    }

    /// What went to the bin must not be named any more, and what came out of it names others again.
    fn note_bin(&mut self, record: Record, column: &str, new: &Value) -> Result<(), StoreError> {
        if column != "deleted_at" {
            return Ok(());
        }
        if *new != Value::Null {
            self.binned.insert(record);
            return Ok(());
        }
        self.restored.insert(record);
        for (column, _) in references::of(record.noun()) {
            let value = references::values(self.reader, record, &[column])?;
            if let Some(value) = value.and_then(|mut values| values.pop()) {
                self.note_reference(record, column, &value);
            }
        }
        Ok(())
    }
}
