//! Looking into a backup: whether it can be relied on, what it holds, and how the records of today
//! differ from it.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Backup;
use crate::kind::RECORDS;
use crate::paths::{Access, Paths};
use crate::{ActionSummary, OpenError, Reader, Store, StoreError, connection, look, verify};

/// How many things of a sort, those in the bin and in disputes in the bin left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Disputes.
    pub disputes: u64,
    /// Events.
    pub events: u64,
    /// Letters, sent ones and drafts.
    pub letters: u64,
    /// Files that are evidence.
    pub evidence: u64,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The version of its schema.
    pub version: i32,
    /// What the household is called in it.
    pub household: Option<String>,
    /// How much of each sort.
    pub counts: Counts,
    /// The last thing that was done before it was made.
    pub last: Option<ActionSummary>,
}

/// How the records of now differ from a backup.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Difference {
    /// How many actions were done that the backup does not have.
    pub done_since: u64,
    /// What is there now and not in the backup.
    pub gone: Counts,
    /// What is in the backup and not there now.
    pub back: Counts,
    /// How many originals the backup names that are not among the evidence.
    pub missing_originals: u64,
}

impl Backup {
    /// What it holds, without looking whether every byte of it is sound.
    ///
    /// # Errors
    /// When it is damaged, cannot be read, or was made by a newer version.
    pub fn holding(&self) -> Result<Holding, OpenError> {
        let (version, connection) = self.opened()?;
        read(version, connection).map_err(|error| self.failed(&error))
    }

    /// Reads all of it, and says what it holds where it is sound.
    ///
    /// # Errors
    /// As [`Backup::holding`].
    pub fn check(&self) -> Result<Holding, OpenError> {
        let (version, connection) = self.opened()?;
        match complaint(&connection) {
            Ok(None) => read(version, connection).map_err(|error| self.failed(&error)),
            Ok(Some(detail)) => Err(self.damaged(detail)),
            Err(error) => Err(self.failed(&error.into())),
        }
    }

    /// Opens it as it lies there, after a look whether it is one, and of which version.
    fn opened(&self) -> Result<(i32, Connection), OpenError> {
        let header = look::header(&Paths::of(&self.path)?, &self.path, RECORDS);
        // Its name says that it was a backup of Holdfast's once.
        let lost = |error| match error {
            OpenError::Foreign { .. } => self.damaged("it does not begin as a backup does"),
            other @ (OpenError::InUse { .. }
            | OpenError::Newer { .. }
            | OpenError::Damaged { .. }
            | OpenError::OriginalsDamaged { .. }
            | OpenError::OriginalsGone { .. }
            | OpenError::ReadOnly { .. }
            | OpenError::NoFolder { .. }
            | OpenError::DiskFull { .. }
            | OpenError::Locked { .. }
            | OpenError::AlreadyEncrypted { .. }
            | OpenError::NotEncrypted { .. }
            | OpenError::WrongPassphrase
            | OpenError::WrongCode { .. }
            | OpenError::PassphraseTooShort { .. }
            | OpenError::KeyMissing { .. }
            | OpenError::KeyDamaged { .. }
            | OpenError::Io { .. }) => other,
        };
        match &self.access {
            Access::Locked if look::is_sealed(&self.path) => {
                return Err(OpenError::Locked { path: self.path.clone() });
            }
            Access::Unlocked(_) if look::is_sealed(&self.path) => {}
            Access::Plain | Access::Locked | Access::Unlocked(_) => header.map_err(lost)?,
        }
        let failed = |error: rusqlite::Error| self.failed(&error.into());
        let connection = connection::immutable(&self.path, self.key()).map_err(failed)?;
        let version = connection.pragma_query_value(None, "user_version", |row| row.get(0));
        let found = version.map_err(failed)?;
        if found > RECORDS.version() {
            let (path, known) = (self.path.clone(), RECORDS.version());
            return Err(OpenError::Newer { path, found, known });
        }
        if found < 1 { Err(self.damaged("it has no tables")) } else { Ok((found, connection)) }
    }

    fn damaged(&self, detail: impl Into<String>) -> OpenError {
        OpenError::Damaged { path: self.path.clone(), detail: detail.into(), backups: Vec::new() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "every other failure is one of reading")]
    fn failed(&self, error: &StoreError) -> OpenError {
        let detail = error.to_string();
        match error {
            StoreError::Io { .. } => OpenError::Io { path: self.path.clone(), detail },
            _ => self.damaged(detail),
        }
    }
}

impl Store {
    /// How the records of now differ from a backup.
    ///
    /// # Errors
    /// When one of the two cannot be read.
    pub fn difference(&self, backup: &Backup) -> Result<Difference, StoreError> {
        let there = Reader::alone(connection::immutable(&backup.path, backup.key())?);
        let here = self.reader()?;
        let (mut gone, mut back) = (Counts::default(), Counts::default());
        for sort in SORTS {
            let (now, then) = (sort.ids(&here)?, sort.ids(&there)?);
            *(sort.place)(&mut gone) = count(now.difference(&then));
            *(sort.place)(&mut back) = count(then.difference(&now));
        }
        let actions = "SELECT id FROM action";
        let done_since = count(strings(&here, actions)?.difference(&strings(&there, actions)?));
        let stored: HashSet<String> =
            self.evidence.all()?.into_iter().map(|it| it.sha256.to_string()).collect();
        let missing_originals = count(named_originals(&there)?.difference(&stored));
        Ok(Difference { done_since, gone, back, missing_originals })
    }
}

/// What is not as it should be in a file of records: its pages, or what they name.
pub(crate) fn complaint(connection: &Connection) -> rusqlite::Result<Option<String>> {
    if let Some(said) = verify::complaints(connection, "integrity_check")?.into_iter().next() {
        return Ok(Some(said));
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut dangling = statement.query_map([], |row| {
        let (table, names): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a {table} names a {names} that is not there"))
    })?;
    dangling.next().transpose()
}

fn read(version: i32, connection: Connection) -> Result<Holding, StoreError> {
    let reader = Reader::alone(connection);
    let mut counts = Counts::default();
    for sort in SORTS {
        *(sort.place)(&mut counts) = sort.ids(&reader)?.len() as u64;
    }
    let (household, last) = (reader.household_name()?, reader.last_action()?);
    Ok(Holding { version, household, counts, last })
}

/// A sort of things that are counted.
struct Sort {
    table: &'static str,
    place: fn(&mut Counts) -> &mut u64,
}

const SORTS: [Sort; 4] = [
    Sort { table: "dispute", place: |counts| &mut counts.disputes },
    Sort { table: "event", place: |counts| &mut counts.events },
    Sort { table: "letter", place: |counts| &mut counts.letters },
    Sort { table: "attachment", place: |counts| &mut counts.evidence },
];

impl Sort {
    fn ids(&self, reader: &Reader) -> Result<HashSet<String>, StoreError> {
        let table = self.table;
        // The first versions had no letters.
        if !has_column(reader, table, "id")? {
            return Ok(HashSet::new());
        }
        let in_sight = "SELECT id FROM dispute WHERE deleted_at IS NULL";
        strings(
            reader,
            &if table == "dispute" {
                in_sight.to_owned()
            } else {
                format!(
                    "SELECT id FROM {table} WHERE deleted_at IS NULL AND dispute IN ({in_sight})"
                )
            },
        )
    }
}

/// The originals that records of any version name.
fn named_originals(reader: &Reader) -> Result<HashSet<String>, StoreError> {
    let mut all = HashSet::new();
    for (table, column) in verify::NAMING {
        if has_column(reader, table, column)? {
            let sql = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
            all.extend(strings(reader, &sql)?);
        }
    }
    Ok(all)
}

/// The originals that records of any version name and that nobody erased.
pub(crate) fn originals_to_be_there(reader: &Reader) -> Result<HashSet<String>, StoreError> {
    let erased = erased_originals(reader)?;
    Ok(named_originals(reader)?.into_iter().filter(|it| !erased.contains(it)).collect())
}

/// The originals that records of any version say were erased.
pub(crate) fn erased_originals(reader: &Reader) -> Result<HashSet<String>, StoreError> {
    if has_column(reader, "erased_original", "sha256")? {
        strings(reader, "SELECT sha256 FROM erased_original")
    } else {
        Ok(HashSet::new())
    }
}

fn has_column(reader: &Reader, table: &str, column: &str) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) > 0 FROM pragma_table_info(?1) WHERE name = ?2";
    Ok(reader.row(sql, [table, column], |cells| cells.take())?.unwrap_or_default())
}

fn strings(reader: &Reader, sql: &str) -> Result<HashSet<String>, StoreError> {
    let rows = reader.rows(sql, [], |cells| cells.take())?;
    Ok(rows.into_iter().collect())
}

fn count<T>(of: impl Iterator<Item = T>) -> u64 {
    of.count() as u64
}
