//! The household's own name, and the whole record at once.

use holdfast_domain::Household;
use rusqlite::types::Value;

use crate::table::Table;
use crate::{DisputeScope, HouseholdId, Noun, Reader, StoreError, Writer};

pub(crate) const TABLE: Table = Table {
    noun: Noun::Household,
    owner: None,
    columns: &["name"],
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
        self.put_row(&TABLE, HouseholdId::OURS.uuid(), vec![Value::Text(name.to_owned())])
    }
}
