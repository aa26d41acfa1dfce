//! A record that arrives from elsewhere, such as out of an archive. It is built whole beside the place
//! where it is to go, under other names, looked at as any record is, and only then put there: killed
//! at any moment, the record there is the old one or the new one.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use holdfast_domain::Sha256;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::backup::{Backup, Replacing, replace};
use crate::kind::{EVIDENCE, RECORDS};
use crate::lock::Lock;
use crate::paths::{Access, Paths, beside, remove};
use crate::plain::{Plain, quoted};
use crate::store::may_be_written;
use crate::{
    Finding, Key, OpenError, Opening, Reader, Store, StoreError, connection, migrate, protection,
};

/// The name of what is being built, behind that of the record.
const ARRIVING: &str = "-arriving";

/// What may lie beside a record that was being built.
const LEFT_BEHIND: [&str; 11] = [
    "",
    "-key",
    "-wal",
    "-shm",
    "-journal",
    "-lock",
    "-evidence",
    "-evidence-wal",
    "-evidence-shm",
    "-evidence-journal",
    "-evidence-new",
];

/// Why what arrives is not taken in. The record that was there is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArrivalError {
    /// It is of a later version of the schema.
    #[error("it has version {found}, and only versions up to {known} are known")]
    Newer {
        /// The version that it has.
        found: i32,
        /// The highest version that this build understands.
        known: i32,
    },
    /// There is no such table in that version.
    #[error("there is no table {table}")]
    UnknownTable {
        /// What it is called there.
        table: String,
    },
    /// A row has not the columns of its table.
    #[error("those are not the columns of {table}")]
    OtherColumns {
        /// Of which table.
        table: String,
    },
    /// A row holds what its table does not accept.
    #[error("{table} does not accept a row: {detail}")]
    NotAccepted {
        /// Of which table.
        table: String,
        /// What SQLite said.
        detail: String,
    },
    /// A row names one that is not there.
    #[error("a {table} names a {names} that is not there")]
    Dangling {
        /// In which table.
        table: String,
        /// Which table the missing one is of.
        names: String,
    },
    /// An original is named and not there, or is not what its name says.
    #[error("the original {sha256} is not there, or is not what it was")]
    NoOriginal {
        /// Its name.
        sha256: Sha256,
    },
    /// The new record is not sound.
    #[error("it is not sound: {finding:?}")]
    NotSound {
        /// What was found first.
        finding: Finding,
    },
    /// The place where it is to go does not take it.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It could not be written, or read again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for ArrivalError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A record whose rows are arriving. Nobody else can open the record in whose place it is to go.
/// Dropping it leaves nothing behind.
pub struct Arriving {
    rows: Connection,
    tables: BTreeMap<String, Vec<String>>,
    version: i32,
    beside: Beside,
}

/// A record whose rows are all there; its originals are arriving.
pub struct Furnishing {
    store: Store,
    beside: Beside,
}

/// What is built, and where it is to go. Dropping it removes what was built.
struct Beside {
    target: Paths,
    lock: Option<Lock>,
}

impl Store {
    /// Begins to build a record that is to go to `path`, of that version of the schema. Where an
    /// encrypted record lies there, the new one is encrypted with the same key from the beginning.
    ///
    /// # Errors
    /// When that version is not known, the place does not take it or a record there is open or
    /// locked.
    pub fn arrive(path: &Path, key: Option<&Key>, version: i32) -> Result<Arriving, ArrivalError> {
        let known = RECORDS.version();
        if version > known {
            return Err(ArrivalError::Newer { found: version, known });
        }
        let target = Paths::of(path)?;
        may_be_written(&target)?;
        let lock = Lock::take(&target.lock, &target.records)?;
        protection::settle(&target)?;
        let target = target.with_key(key)?;
        if target.access == Access::Locked {
            return Err(OpenError::Locked { path: target.records }.into());
        }
        let beside = Beside { target, lock: Some(lock) };
        beside.sweep()?;
        let key = beside.target.access.key();
        if key.is_some() {
            protection::copy_key(&beside.target.key, &Paths::of(&beside.records())?.key)?;
        }
        let rows = connection::creating(&beside.records(), key)?;
        rows.pragma_update(None, "application_id", RECORDS.application)?;
        let steps = usize::try_from(version).unwrap_or_default();
        migrate::migrate(&rows, 0, &RECORDS.migrations[..steps])?;
        let reader = Reader::alone(rows);
        let tables = reader.plain_tables()?.into_iter().map(|it| (it.name, it.columns)).collect();
        let rows = reader.connection;
        // Rows may name each other in any order; what they name has to be there at the end.
        rows.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")?;
        Ok(Arriving { rows, tables, version, beside })
    }
}

impl Arriving {
    /// The tables of that version of the schema, each of which has to come.
    pub fn tables(&self) -> Vec<String> {
        self.tables.keys().cloned().collect()
    }

    /// That there is such a table.
    ///
    /// # Errors
    /// [`ArrivalError::UnknownTable`].
    pub fn knows(&self, table: &str) -> Result<(), ArrivalError> {
        let unknown = || ArrivalError::UnknownTable { table: table.to_owned() };
        self.tables.get(table).map(|_| ()).ok_or_else(unknown)
    }

    /// Takes a row.
    ///
    /// # Errors
    /// Why it does not fit.
    pub fn row(
        &self,
        table: &str,
        columns: &[String],
        cells: Vec<Plain>,
    ) -> Result<(), ArrivalError> {
        self.knows(table)?;
        if self.tables.get(table).is_none_or(|known| known != columns) {
            return Err(ArrivalError::OtherColumns { table: table.to_owned() });
        }
        let marks = vec!["?"; columns.len()].join(", ");
        let (name, columns) = (quoted(&[table.to_owned()]), quoted(columns));
        let sql = format!("INSERT INTO {name} ({columns}) VALUES ({marks})");
        let done = self.rows.prepare_cached(&sql).and_then(|mut insert| {
            insert.execute(params_from_iter(cells.into_iter().map(Value::from)))
        });
        done.map(|_| ()).map_err(|error| not_accepted(table, error))
    }

    /// Brings the rows to the version of this build, and opens the record that they make.
    ///
    /// # Errors
    /// [`ArrivalError::Dangling`], and what building can meet.
    pub fn complete(self, opening: &Opening) -> Result<Furnishing, ArrivalError> {
        let Self { rows, version, beside, .. } = self;
        no_dangling(&rows)?;
        rows.execute_batch("COMMIT")?;
        migrate::migrate(&rows, version, RECORDS.migrations)?;
        rows.close().map_err(|(_, error)| StoreError::from(error))?;
        // The originals come after the rows that name them.
        migrate::create(&beside.evidence(), EVIDENCE, beside.target.access.key())?;
        let store = Store::open(&beside.records(), opening)?;
        Ok(Furnishing { store, beside })
    }
}

fn not_accepted(table: &str, error: rusqlite::Error) -> ArrivalError {
    let error = StoreError::from(error);
    if let StoreError::Constraint { detail } = error {
        return ArrivalError::NotAccepted { table: table.to_owned(), detail };
    }
    ArrivalError::Store(error)
}

fn no_dangling(rows: &Connection) -> Result<(), ArrivalError> {
    let mut statement = rows.prepare("PRAGMA foreign_key_check")?;
    let mut dangling = statement.query_map([], |row| {
        Ok(ArrivalError::Dangling { table: row.get(0)?, names: row.get(2)? })
    })?;
    dangling.next().transpose()?.map_or(Ok(()), Err)
}

impl Furnishing {
    /// Takes an original, which has to be what its name says.
    ///
    /// # Errors
    /// [`ArrivalError::NoOriginal`], and what reading and writing can meet.
    pub fn original(
        &self,
        sha256: Sha256,
        content: impl Read,
        limit: u64,
    ) -> Result<(), ArrivalError> {
        let stored = self.store.store_original(content, limit)?;
        if stored.sha256 == sha256 { Ok(()) } else { Err(ArrivalError::NoOriginal { sha256 }) }
    }

    /// Verifies the new record and puts it in its place. Originals that are `lacking` may be missing.
    /// What stood there is kept as a backup and given, where there was anything; originals that were
    /// there stay. `wall` is what the clock on the wall shows. The number says how many fields do not
    /// hold what their history says, which `verify` names: that is no reason to lock a family out.
    ///
    /// # Errors
    /// [`ArrivalError::NoOriginal`] and [`ArrivalError::NotSound`], and what disks can do. The record
    /// that was there is as it was.
    pub fn settle(
        self,
        lacking: &HashSet<Sha256>,
        wall: NaiveDateTime,
    ) -> Result<(Option<Backup>, u64), ArrivalError> {
        let Self { store, mut beside } = self;
        let mut unjournalled = 0;
        for finding in store.verify()? {
            match finding {
                Finding::OriginalMissing { sha256, .. }
                | Finding::SentMissing { sha256, .. }
                | Finding::EditionMissing { sha256, .. }
                | Finding::StatementMissing { sha256, .. } => {
                    if !lacking.contains(&sha256) {
                        return Err(ArrivalError::NoOriginal { sha256 });
                    }
                }
                Finding::Unjournalled { .. } => unjournalled += 1,
                Finding::Records { .. }
                | Finding::Evidence { .. }
                | Finding::Dangling { .. }
                | Finding::OriginalChanged { .. }
                | Finding::NotFoundByItsWords { .. } => {
                    return Err(ArrivalError::NotSound { finding });
                }
            }
        }
        // Closed, a store is two files, and their logs are empty.
        drop(store);
        let Some(lock) = beside.lock.take() else { return Ok((None, unjournalled)) };
        let new = Replacing {
            records: beside.records(),
            key: beside.target.access.key().cloned(),
            version: RECORDS.version(),
            originals: Some(beside.evidence()),
        };
        let kept = replace(beside.target.clone(), new, wall, lock)?;
        Ok((kept, unjournalled))
    }
}

impl Beside {
    fn records(&self) -> PathBuf {
        beside(&self.target.records, ARRIVING)
    }

    fn evidence(&self) -> PathBuf {
        beside(&self.records(), "-evidence")
    }

    fn sweep(&self) -> Result<(), OpenError> {
        let records = &self.target.records;
        sweep(records).map_err(|error| migrate::created(records, error.into()))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What cannot be removed now is removed before anything is built there again.
        let _ = self.sweep();
        if let Some(lock) = self.lock.take() {
            lock.leave_no_trace();
        }
    }
}

/// Removes what is left of a record that was being built beside this one when the program ended.
pub(crate) fn sweep(records: &Path) -> std::io::Result<()> {
    let built = beside(records, ARRIVING);
    LEFT_BEHIND.iter().try_for_each(|suffix| remove(&beside(&built, suffix)))
}
