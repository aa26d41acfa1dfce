//! What is kept beside the record and not journalled: forms being typed, and choices made on this
//! computer.

use holdfast_domain::{DateTime, Utc};

use crate::cell::Cells;
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
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        self.write_aside(
            "INSERT INTO draft (key, text, updated_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET text = ?2, updated_at = ?3",
            &[key, text, &at],
        )
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
        self.write_aside(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = ?2",
            &[key, value],
        )
    }

    /// Runs one statement as a transaction of its own.
    fn write_aside(&self, sql: &str, params: &[&str]) -> Result<(), StoreError> {
        let writing = self.writing();
        let mut statement = writing.connection.prepare_cached(sql)?;
        statement.execute(rusqlite::params_from_iter(params))?;
        Ok(())
    }
}
