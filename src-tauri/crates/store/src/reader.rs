//! Reading: one consistent view of the record.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, MutexGuard};

use rusqlite::{Connection, Params, Row, TransactionBehavior, params_from_iter, types::Value};
use uuid::Uuid;

use crate::cell::Cells;
use crate::nouns::touches::KeptTouches;
use crate::table::Stored;
use crate::{Noun, Record, StoreError};

/// The questions that can be asked of the record. Each noun's file adds its own.
#[derive(Debug)]
pub struct Reader {
    pub(crate) connection: Connection,
    /// What the views of one store share; nothing where something is written or a file is looked into.
    pub(crate) touches: Option<Arc<KeptTouches>>,
}

/// One consistent view: whatever is written meanwhile, it stays as it was when it was taken.
#[derive(Debug)]
pub struct Snapshot<'a> {
    // The transaction ends when this is dropped, before the lock is given back.
    reader: MutexGuard<'a, Reader>,
}

impl<'a> Snapshot<'a> {
    pub(crate) fn begin(reader: MutexGuard<'a, Reader>) -> Result<Self, StoreError> {
        settle(&reader.connection)?;
        // SQLite takes the view at the first reading, so that one is done at once.
        let begun = reader.connection.execute_batch("BEGIN DEFERRED; SELECT 1 FROM household");
        // Where that reading fails, the transaction has begun all the same, and ends with this.
        let snapshot = Self { reader };
        begun?;
        Ok(snapshot)
    }
}

impl Deref for Snapshot<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        // A transaction that only read has nothing to lose. Where SQLite has already ended it, as
        // after a failed read, there is nothing left to end.
        let _ = self.reader.connection.execute_batch("ROLLBACK");
    }
}

impl Reader {
    /// One that shares nothing with others.
    pub(crate) fn alone(connection: Connection) -> Self {
        Self { connection, touches: None }
    }

    /// Runs a query and reads every row.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&mut Cells<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, params, |cells| {
            all.push(read(cells)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// Runs a query and shows every row.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut see: impl FnMut(&mut Cells<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            see(&mut Cells::new(row))?;
        }
        Ok(())
    }

    /// Runs a query and reads its first row.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&mut Cells<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(|row: &Row<'_>| read(&mut Cells::new(row))).transpose()
    }

    /// The records of a noun that nobody owns, by what stands behind `WHERE`; the table is called
    /// `t` there.
    pub(crate) fn list<T: Stored>(
        &self,
        tail: &str,
        params: impl Params,
    ) -> Result<Vec<T>, StoreError> {
        self.rows(&format!("{} WHERE {tail}", T::TABLE.select()), params, T::read)
    }

    /// What lies out of the bin and belongs to the owners that a subquery names, by owner and in
    /// the order of entry.
    pub(crate) fn owned<T: Stored>(
        &self,
        owners: &str,
        params: &[Value],
    ) -> Result<HashMap<Uuid, Vec<T>>, StoreError> {
        let Some((owner, _)) = T::TABLE.owner else { return Ok(HashMap::new()) };
        let select = T::TABLE.select();
        let sql = format!(
            "{select} WHERE t.{owner} IN ({owners}) AND t.deleted_at IS NULL ORDER BY t.{owner}, t.id"
        );
        let rows = self.rows(&sql, params_from_iter(params), |cells| {
            let owner: Uuid = cells.take()?;
            Ok((owner, T::read(cells)?))
        })?;
        let mut by_owner: HashMap<Uuid, Vec<T>> = HashMap::new();
        for (owner, child) in rows {
            by_owner.entry(owner).or_default().push(child);
        }
        Ok(by_owner)
    }

    /// Whether a record exists, and if so whether it lies in the bin.
    pub(crate) fn in_bin(&self, noun: Noun, id: Uuid) -> Result<Option<bool>, StoreError> {
        let sql = format!("SELECT deleted_at IS NOT NULL FROM {} WHERE id = ?1", noun.as_str());
        self.row(&sql, [id.hyphenated().to_string()], |cells| cells.take())
    }

    /// Whether the record exists, in the bin or out of it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn exists(&self, record: impl Into<Record>) -> Result<bool, StoreError> {
        let record = record.into();
        Ok(self.in_bin(record.noun(), record.uuid())?.is_some())
    }
}

/// Gives up a transaction that an earlier user of the connection could not even give up, such as
/// while a disk failed: everything written into it would seem to be kept, and would not be. Who asks
/// holds the connection's lock, so nobody else is within one.
pub(crate) fn settle(connection: &Connection) -> Result<(), StoreError> {
    if connection.is_autocommit() { Ok(()) } else { Ok(connection.execute_batch("ROLLBACK")?) }
}

/// Begins a transaction that may write from its first statement on, so that it never has to give up
/// halfway because another has written.
pub(crate) fn begin_writing(
    connection: &Connection,
) -> Result<rusqlite::Transaction<'_>, StoreError> {
    settle(connection)?;
    Ok(rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?)
}
