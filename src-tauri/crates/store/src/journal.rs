//! The journal: actions, and the changes of fields that each made. It is only added to.

use std::collections::HashMap;

use holdfast_domain::{ActionId, DateTime, MemberId, Utc};
use rusqlite::{params, types::Value};
use uuid::Uuid;

use crate::cell::{Cell, Cells};
use crate::{NewAction, Noun, Reader, Record, StoreError, references};

/// One thing that a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionSummary {
    /// Which action.
    pub id: ActionId,
    /// What was done, as a word for the table of sentences.
    pub what: String,
    /// What it was done to, in the person's words.
    pub about: String,
    /// Who did it, where that is known.
    pub member: Option<MemberId>,
    /// On which computer.
    pub device: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The action that it took back.
    pub undoes: Option<ActionId>,
}

/// What stood, or stands, in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing.
    None,
    /// A number: minor units, minutes, or 0 and 1 for no and yes.
    Number(i64),
    /// Text, days, ids and words of a vocabulary.
    Text(String),
}

/// One field that an action changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The action that changed it.
    pub action: ActionSummary,
    /// Of which record.
    pub record: Record,
    /// The column. `id` stands for the entry of the record, `deleted_at` for the bin.
    pub field: String,
    /// What stood there before.
    pub before: FieldValue,
    /// What stood there after.
    pub after: FieldValue,
}

/// A change as undo needs it.
pub(crate) struct Step {
    pub(crate) record: Record,
    pub(crate) field: String,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

pub(crate) const ACTION: &str = "a.id, a.what, a.about, a.member, a.device, a.at, u.id";
pub(crate) const ACTIONS: &str = "action a LEFT JOIN action u ON u.number = a.undoes";

/// Writes the row of an action and gives its number.
pub(crate) fn begin(
    reader: &Reader,
    action: &NewAction,
    device: &str,
    undoes: Option<i64>,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO action (id, what, about, member, device, at, undoes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    reader.connection.prepare_cached(sql)?.execute(params![
        action.id.to_string(),
        action.what,
        action.about,
        action.member.map(|member| member.to_string()),
        device,
        action.at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
        undoes,
    ])?;
    Ok(reader.connection.last_insert_rowid())
}

/// The number under which the journal knows a record, given now if it has none.
pub(crate) fn number_of(reader: &Reader, record: Record) -> Result<i64, StoreError> {
    let (id, noun) = (references::key(record), record.noun().as_str());
    let sql = "SELECT number FROM changed_record WHERE id = ?1 AND noun = ?2";
    if let Some(number) = reader.row(sql, [id.as_str(), noun], |cells| cells.take())? {
        return Ok(number);
    }
    let sql = "INSERT INTO changed_record (id, noun) VALUES (?1, ?2)";
    reader.connection.prepare_cached(sql)?.execute([id.as_str(), noun])?;
    Ok(reader.connection.last_insert_rowid())
}

/// Writes down one changed field of the record of that number.
pub(crate) fn add(
    reader: &Reader,
    action: i64,
    record: i64,
    field: &str,
    before: &Value,
    after: &Value,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO change (action, record, field, before, after)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    reader
        .connection
        .prepare_cached(sql)?
        .execute(params![action, record, field, before, after])?;
    Ok(())
}

/// The changes of an action, last first.
pub(crate) fn steps(reader: &Reader, action: i64) -> Result<Vec<Step>, StoreError> {
    let sql = "SELECT r.id, r.noun, c.field, c.before, c.after FROM change c
        JOIN changed_record r ON r.number = c.record
        WHERE c.action = ?1 ORDER BY c.number DESC";
    reader.rows(sql, [action], |cells| {
        Ok(Step {
            record: record(cells)?,
            field: cells.take()?,
            before: Value::read(cells)?,
            after: Value::read(cells)?,
        })
    })
}

/// Reads the id and the noun of a record.
pub(crate) fn record(cells: &mut Cells<'_>) -> Result<Record, StoreError> {
    let id: Uuid = cells.take()?;
    let table: String = cells.take()?;
    let noun = Noun::named(&table).ok_or_else(|| StoreError::Damaged {
        detail: format!("the journal speaks of a table “{table}”, which is not known"),
    })?;
    Ok(noun.record(id))
}

pub(crate) fn summary(cells: &mut Cells<'_>) -> Result<ActionSummary, StoreError> {
    let id: Uuid = cells.take()?;
    Ok(ActionSummary {
        id: id.into(),
        what: cells.take()?,
        about: cells.take()?,
        member: cells.take()?,
        device: cells.take()?,
        at: cells.take()?,
        undoes: cells.take::<Option<Uuid>>()?.map(ActionId::from),
    })
}

impl From<Value> for FieldValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::None,
            Value::Integer(number) => Self::Number(number),
            Value::Text(text) => Self::Text(text),
            // No column of the record holds either; a damaged one is shown rather than hidden.
            Value::Real(number) => Self::Text(number.to_string()),
            Value::Blob(bytes) => Self::Text(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
}

impl Reader {
    /// An action of the journal.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn action(&self, id: ActionId) -> Result<Option<ActionSummary>, StoreError> {
        let sql = format!("SELECT {ACTION} FROM {ACTIONS} WHERE a.id = ?1");
        self.row(&sql, [id.to_string()], summary)
    }

    /// The newest action, whether it stands or was undone.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn last_action(&self) -> Result<Option<ActionSummary>, StoreError> {
        let sql = format!("SELECT {ACTION} FROM {ACTIONS} ORDER BY a.number DESC LIMIT 1");
        self.row(&sql, [], summary)
    }

    pub(crate) fn action_number(&self, id: ActionId) -> Result<Option<i64>, StoreError> {
        self.row("SELECT number FROM action WHERE id = ?1", [id.to_string()], |cells| cells.take())
    }

    pub(crate) fn summary_of(
        &self,
        number: Option<i64>,
    ) -> Result<Option<ActionSummary>, StoreError> {
        let sql = format!("SELECT {ACTION} FROM {ACTIONS} WHERE a.number = ?1");
        self.row(&sql, [number], summary)
    }

    /// The action that entered each record of that noun that is kept, the bin included.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn entered_by(&self, noun: Noun) -> Result<HashMap<Uuid, ActionId>, StoreError> {
        // From the table itself: the journal has no index of its nouns.
        let table = noun.as_str();
        let sql = format!(
            "SELECT t.id, a.id FROM {table} t
             JOIN changed_record r ON r.id = t.id AND r.noun = ?1
             JOIN change c ON c.record = r.number AND c.field = 'id'
             JOIN action a ON a.number = c.action"
        );
        let entered = self.rows(&sql, [table], |cells| {
            Ok((cells.take::<Uuid>()?, cells.take::<Uuid>()?.into()))
        })?;
        Ok(entered.into_iter().collect())
    }

    /// All that happened to a record, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history(&self, record: impl Into<Record>) -> Result<Vec<Change>, StoreError> {
        let changes = self.numbered_history(record.into())?;
        Ok(changes.into_iter().map(|(_, change)| change).collect())
    }

    /// The same, each change with its number in the journal.
    pub(crate) fn numbered_history(
        &self,
        wanted: Record,
    ) -> Result<Vec<(i64, Change)>, StoreError> {
        let sql = format!(
            "SELECT c.number, {ACTION}, c.field, c.before, c.after FROM changed_record r
             JOIN change c ON c.record = r.number
             JOIN action a ON a.number = c.action LEFT JOIN action u ON u.number = a.undoes
             WHERE r.id = ?1 AND r.noun = ?2 ORDER BY c.number"
        );
        self.rows(&sql, [references::key(wanted), wanted.noun().as_str().to_owned()], |cells| {
            let number = cells.take()?;
            let change = Change {
                action: summary(cells)?,
                record: wanted,
                field: cells.take()?,
                before: Value::read(cells)?.into(),
                after: Value::read(cells)?.into(),
            };
            Ok((number, change))
        })
    }
}
