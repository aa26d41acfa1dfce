//! The record as plain tables, as an archive holds them: every row of every table that cannot be made
//! anew from the others.

use holdfast_domain::Sha256;
use rusqlite::types::{Value, ValueRef};

use crate::evidence::Stored;
use crate::{Reader, Store, StoreError, verify};

/// What stands in one column of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plain {
    /// Nothing.
    Nothing,
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
}

impl From<Plain> for Value {
    fn from(plain: Plain) -> Self {
        match plain {
            Plain::Nothing => Self::Null,
            Plain::Number(number) => Self::Integer(number),
            Plain::Text(text) => Self::Text(text),
        }
    }
}

/// A table of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainTable {
    /// What it is called.
    pub name: String,
    /// Its columns, in their order.
    pub columns: Vec<String>,
}

/// Tables that follow from the others begin so.
const MADE_ANEW: &str = "search_";

/// What an erasure has still to do in the files that it was done in is no part of the record.
const OF_THE_FILES: &str = "erasing";

impl Reader {
    /// The version of the schema.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn schema_version(&self) -> Result<i32, StoreError> {
        Ok(self.connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
    }

    /// Every table that an archive holds, by its name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn plain_tables(&self) -> Result<Vec<PlainTable>, StoreError> {
        let sql = "SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND strict ORDER BY name";
        let names: Vec<String> = self.rows(sql, [], |cells| cells.take())?;
        let kept =
            names.into_iter().filter(|name| !name.starts_with(MADE_ANEW) && name != OF_THE_FILES);
        kept.map(|name| {
            let sql = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";
            let columns = self.rows(sql, [&name], |cells| cells.take())?;
            Ok(PlainTable { name, columns })
        })
        .collect()
    }

    /// Shows the rows of a table, in the order of its key.
    ///
    /// # Errors
    /// When the store cannot be read, or what `see` says.
    pub fn plain_rows<E: From<StoreError>>(
        &self,
        table: &PlainTable,
        mut see: impl FnMut(&[Plain]) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
        let key: Vec<String> = self.rows(sql, [&table.name], |cells| cells.take())?;
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}",
            quoted(&table.columns),
            quoted(std::slice::from_ref(&table.name)),
            quoted(&key)
        );
        let mut statement = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        let mut cells = Vec::new();
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            cells.clear();
            for place in 0..table.columns.len() {
                let value = row.get_ref(place).map_err(StoreError::from)?;
                cells.push(plain(value).ok_or_else(|| nonsense(table, place))?);
            }
            see(&cells)?;
        }
        Ok(())
    }

    /// The tables that an archive holds as SQL, for people to read.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn plain_schema(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        for table in self.plain_tables()? {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
            let made: Option<String> = self.row(sql, [&table.name], |cells| cells.take())?;
            text.push_str(&made.unwrap_or_default());
            text.push_str(";\n");
        }
        Ok(text)
    }

    /// The originals that records name and nobody erased, each once, whether they are there or not.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn originals_to_be_there(&self) -> Result<Vec<Sha256>, StoreError> {
        let columns = verify::NAMING.map(|(table, column)| {
            format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
        });
        let named = columns.join(" UNION ");
        let sql = format!("{named} EXCEPT SELECT sha256 FROM erased_original ORDER BY 1");
        self.rows(&sql, [], |cells| cells.take())
    }
}

impl Store {
    /// All originals but those that were erased, in the order in which they came.
    ///
    /// # Errors
    /// When the evidence cannot be read.
    pub fn originals(&self) -> Result<Vec<Stored>, StoreError> {
        self.evidence.all()
    }
}

/// Names as SQL has them.
pub(crate) fn quoted(names: &[String]) -> String {
    let quoted = names.iter().map(|name| format!("\"{}\"", name.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(", ")
}

fn plain(value: ValueRef<'_>) -> Option<Plain> {
    match value {
        ValueRef::Null => Some(Plain::Nothing),
        ValueRef::Integer(number) => Some(Plain::Number(number)),
        ValueRef::Text(text) => Some(Plain::Text(str::from_utf8(text).ok()?.to_owned())),
        ValueRef::Real(_) | ValueRef::Blob(_) => None,
    }
}

fn nonsense(table: &PlainTable, place: usize) -> StoreError {
    let column = table.columns.get(place).map_or("", String::as_str);
    StoreError::Damaged { detail: format!("“{column}” of a {} cannot be read", table.name) }
}
