//! What is kept beside the record and not journalled: forms being typed, and choices made on this
//! computer.

use holdfast_domain::{DateTime, Utc};
use rusqlite::Connection;

use crate::cell::Cells;
use crate::reader::{begin_writing, settle};
use crate::{Reader, Store, StoreError};

/// A form as it was last typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form, in the app's own words.
    pub key: String,
    /// What was typed, in the app's own form.
    pub text: String,
    /// When it was typed.
    pub updated_at: DateTime<Utc>,
}

impl Reader {
    /// A form as it was last typed.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, StoreError> {
        self.row("SELECT key, text, updated_at FROM draft WHERE key = ?1", [key], draft)
    }

    /// Every form that was typed and neither saved nor dropped, the newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let sql = "SELECT key, text, updated_at FROM draft ORDER BY updated_at DESC, key";
        self.rows(sql, [], draft)
    }

    /// What was chosen on this computer, where something was.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.row("SELECT value FROM setting WHERE key = ?1", [key], |cells| cells.take())
    }

    /// All that was chosen on this computer, by its keys.
    pub(crate) fn settings(&self) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT key, value FROM setting ORDER BY key";
        self.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))
    }
}

/// Forms being typed and choices of this computer, which outlive the records that they lie in.
#[derive(Debug, Default)]
pub(crate) struct Aside {
    drafts: Vec<Draft>,
    settings: Vec<(String, String)>,
}

impl Aside {
    pub(crate) fn of(reader: &Reader) -> Result<Self, StoreError> {
        Ok(Self { drafts: reader.drafts()?, settings: reader.settings()? })
    }

    /// Writes them into other records, over what lies there under the same keys.
    pub(crate) fn write(&self, connection: &Connection) -> Result<(), StoreError> {
        let transaction = begin_writing(connection)?;
        for draft in &self.drafts {
            let at = instant(draft.updated_at);
            transaction.prepare_cached(PUT_DRAFT)?.execute([&draft.key, &draft.text, &at])?;
        }
        for (key, value) in &self.settings {
            transaction.prepare_cached(PUT_SETTING)?.execute([key, value])?;
        }
        Ok(transaction.commit()?)
    }
}

const PUT_DRAFT: &str = "INSERT INTO draft (key, text, updated_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (key) DO UPDATE SET text = ?2, updated_at = ?3";
const PUT_SETTING: &str = "INSERT INTO setting (key, value) VALUES (?1, ?2)
    ON CONFLICT (key) DO UPDATE SET value = ?2";

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

fn draft(cells: &mut Cells<'_>) -> Result<Draft, StoreError> {
    Ok(Draft { key: cells.take()?, text: cells.take()?, updated_at: cells.take()? })
}

impl Store {
    /// Keeps a form as it is now typed. When this returns, a crash can no longer lose it.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_draft(&self, key: &str, text: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.write_aside(PUT_DRAFT, &[key, text, &instant(at)])
    }

    /// Drops a form that was saved or given up. Nothing happens where there is none.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn drop_draft(&self, key: &str) -> Result<(), StoreError> {
        self.write_aside("DELETE FROM draft WHERE key = ?1", &[key])
    }

    /// Keeps a choice made on this computer.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.write_aside(PUT_SETTING, &[key, value])
    }

    /// Runs one statement as a transaction of its own.
    fn write_aside(&self, sql: &str, params: &[&str]) -> Result<(), StoreError> {
        let writing = self.to_write()?;
        settle(&writing.connection)?;
        let mut statement = writing.connection.prepare_cached(sql)?;
        statement.execute(rusqlite::params_from_iter(params))?;
        Ok(())
    }
}
