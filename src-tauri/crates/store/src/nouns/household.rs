//! The household's own name, and the whole record at once.

use holdfast_domain::Household;
use holdfast_domain::rules::Cadence;
use rusqlite::types::Value;

use crate::cell::Cell;
use crate::table::Table;
use crate::{DisputeScope, HouseholdId, Noun, Reader, StoreError, Writer};

pub(crate) const TABLE: Table = Table {
    noun: Noun::Household,
    owner: None,
    columns: &["name", "cadence", "region"],
    references: &[],
    shelters: &[],
    label: "t.name",
};

impl Reader {
    /// What the family calls itself, once that has been said.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn household_name(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT name FROM household WHERE id = ?1 AND deleted_at IS NULL";
        self.row(sql, [HouseholdId::OURS.uuid().hyphenated().to_string()], |cells| cells.take())
    }

    /// How long the household waits for an answer; the usual days where it has not said.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn cadence(&self) -> Result<Cadence, StoreError> {
        let sql = "SELECT cadence FROM household WHERE id = ?1 AND deleted_at IS NULL";
        let said = self.row(
            sql,
            [HouseholdId::OURS.uuid().hyphenated().to_string()],
            Option::<Cadence>::read,
        )?;
        Ok(said.flatten().unwrap_or_default())
    }

    /// Where the household lives, by its ISO 3166 code, once that has been said.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn household_region(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT region FROM household WHERE id = ?1 AND deleted_at IS NULL";
        let ours = [HouseholdId::OURS.uuid().hyphenated().to_string()];
        let said = self.row(sql, ours, |cells| cells.take::<Option<String>>())?;
        Ok(said.flatten())
    }

    /// Everything out of the bin, in the order of entry: for export and for comparisons. No screen
    /// needs it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn whole_household(&self) -> Result<Household, StoreError> {
        Ok(Household {
            name: self.household_name()?.unwrap_or_default(),
            members: self.members()?,
            vendors: self.vendors()?,
            contacts: self.contacts()?,
            disputes: self.disputes_where(DisputeScope::All)?,
            events: self.all_events()?,
        })
    }
}

impl Writer<'_> {
    /// Says what the family calls itself.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_household_name(&mut self, name: &str) -> Result<(), StoreError> {
        self.say("name", Value::Text(name.to_owned()))
    }

    /// Says how long the household waits for an answer; `None` for the usual days.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_cadence(&mut self, cadence: Option<Cadence>) -> Result<(), StoreError> {
        self.say("cadence", cadence.map_or(Value::Null, |it| Value::Text(it.to_string())))
    }

    /// Says where the household lives, by its ISO 3166 code.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_household_region(&mut self, code: &str) -> Result<(), StoreError> {
        self.say("region", Value::Text(code.to_owned()))
    }

    /// Says one thing of the household and leaves the others as they are.
    fn say(&mut self, column: &str, value: Value) -> Result<(), StoreError> {
        let id = HouseholdId::OURS.uuid();
        if self.in_bin(Noun::Household, id)?.is_none() {
            let name = if column == "name" { value.clone() } else { Value::Text(String::new()) };
            self.put_row(&Table { columns: &["name"], ..TABLE }, id, vec![name])?;
        }
        self.set(Noun::Household.record(id), &[(column, value), ("deleted_at", Value::Null)])
    }
}
