//! Stored originals, in a file of their own: named by their SHA-256, in pieces, only added to.

pub(crate) mod transfer;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use holdfast_domain::{NaiveDate, Sha256};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::Digest;

use crate::reader::begin_writing;
use crate::{Key, Store, StoreError, connection, erase};

/// How many bytes a piece has. A piece of the largest original is all that is ever in memory.
const CHUNK: usize = 256 << 10;

/// On which day one goes that takes no mark with it.
const NO_DAY: &str = "1970-01-01";

/// An original among the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stored {
    /// The SHA-256 of its bytes, which names it.
    pub sha256: Sha256,
    /// How many bytes it has.
    pub size: u64,
}

/// The file of originals.
#[derive(Debug)]
pub(crate) struct Evidence {
    // Dropped in this order: the last connection to close tidies up the write-ahead log, which one
    // that only reads cannot.
    /// For the text, which can be searched while an original is being added.
    reading: Mutex<Connection>,
    connection: Mutex<Connection>,
    path: PathBuf,
    key: Option<Key>,
}

impl Evidence {
    pub(crate) fn connect(path: &Path, key: Option<&Key>) -> rusqlite::Result<Self> {
        Ok(Self {
            connection: Mutex::new(connection::writing(path, key)?),
            reading: Mutex::new(connection::reading(path, key)?),
            path: path.to_owned(),
            key: key.cloned(),
        })
    }

    pub(crate) fn reading(&self) -> MutexGuard<'_, Connection> {
        let mut reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        connection::mend(&mut reading, connection::reading, &self.path, self.key.as_ref());
        reading
    }

    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        // Whoever panicked with it has left its transaction rolled back.
        let mut writing = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection::mend(&mut writing, connection::writing, &self.path, self.key.as_ref());
        writing
    }

    /// How many bytes an original has, if it is there.
    pub(crate) fn size_of(&self, sha256: Sha256) -> Result<Option<u64>, StoreError> {
        let found = find(&self.connection(), sha256)?;
        Ok(found.map(|found| found.size))
    }

    /// Says also whether it took the place of one that was erased.
    fn add(&self, mut original: impl Read, limit: u64) -> Result<(Stored, bool), StoreError> {
        let connection = self.connection();
        let transaction = begin_writing(&connection)?;
        let number: i64 = transaction.query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM original",
            [],
            |row| row.get(0),
        )?;
        let stored = add_chunks(&transaction, number, &mut original, limit)?;
        let known = find(&transaction, stored.sha256)?;
        if let Some(known) = known {
            let name = stored.sha256.to_string();
            if known.erased_on.is_none() {
                if transfer::is_whole(&transaction, known.number, &name) {
                    // What was written of it this time is given up.
                    return Ok((stored, false));
                }
                // What is damaged makes room for the same file as what was erased does.
                erase::take_out(&transaction, &name, NO_DAY)?;
            }
            transaction.execute("DELETE FROM original WHERE number = ?1", [known.number])?;
        }
        let size = i64::try_from(stored.size).unwrap_or(i64::MAX);
        transaction.execute(
            "INSERT INTO original (number, sha256, size) VALUES (?1, ?2, ?3)",
            params![number, stored.sha256.to_string(), size],
        )?;
        transaction.commit()?;
        Ok((stored, known.is_some()))
    }

    /// Writes an original out, and checks it on the way.
    pub(crate) fn copy(&self, sha256: Sha256, out: &mut dyn Write) -> Result<u64, StoreError> {
        let connection = self.connection();
        let Known { number, size, .. } = standing(&connection, sha256)?;
        let mut statement = connection
            .prepare_cached("SELECT bytes FROM chunk WHERE original = ?1 ORDER BY place")?;
        let mut rows = statement.query([number])?;
        let (mut hash, mut written) = (sha2::Sha256::new(), 0_u64);
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(0)?.as_blob().map_err(|_| damaged(sha256))?;
            hash.update(bytes);
            written += bytes.len() as u64;
            out.write_all(bytes)?;
        }
        if written != size || Sha256(hash.finalize().into()) != sha256 {
            return Err(damaged(sha256));
        }
        Ok(written)
    }

    /// The first piece of an original.
    fn beginning(&self, sha256: Sha256) -> Result<Vec<u8>, StoreError> {
        let connection = self.connection();
        let Known { number, .. } = standing(&connection, sha256)?;
        let sql = "SELECT bytes FROM chunk WHERE original = ?1 ORDER BY place LIMIT 1";
        let mut statement = connection.prepare_cached(sql)?;
        Ok(statement.query_row([number], |row| row.get(0)).optional()?.unwrap_or_default())
    }

    /// All originals but those that were erased, in the order in which they came.
    pub(crate) fn all(&self) -> Result<Vec<Stored>, StoreError> {
        self.those("erased_on IS NULL")
    }

    /// Those that were erased.
    pub(crate) fn erased(&self) -> Result<Vec<Stored>, StoreError> {
        self.those("erased_on IS NOT NULL")
    }

    fn those(&self, which: &str) -> Result<Vec<Stored>, StoreError> {
        let connection = self.connection();
        let sql = format!("SELECT sha256, size FROM original WHERE {which} ORDER BY number");
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut all = Vec::new();
        for row in rows {
            let (name, size): (String, i64) = row?;
            let sha256 = name.parse().map_err(|_| StoreError::Damaged {
                detail: format!("an original is named “{name}”"),
            })?;
            all.push(Stored { sha256, size: u64::try_from(size).unwrap_or_default() });
        }
        Ok(all)
    }
}

fn add_chunks(
    connection: &Connection,
    number: i64,
    original: &mut impl Read,
    limit: u64,
) -> Result<Stored, StoreError> {
    let mut insert = connection
        .prepare_cached("INSERT INTO chunk (original, place, bytes) VALUES (?1, ?2, ?3)")?;
    let (mut hash, mut size) = (sha2::Sha256::new(), 0_u64);
    let mut chunk = Vec::with_capacity(CHUNK);
    for place in 0_i64.. {
        chunk.clear();
        original.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
        if chunk.is_empty() {
            break;
        }
        size += chunk.len() as u64;
        if size > limit {
            return Err(StoreError::TooLarge { limit });
        }
        hash.update(&chunk);
        insert.execute(params![number, place, chunk])?;
    }
    Ok(Stored { sha256: Sha256(hash.finalize().into()), size })
}

/// What is known of an original, whether its bytes are there or were erased.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    number: i64,
    pub(crate) size: u64,
    erased_on: Option<NaiveDate>,
}

fn find(connection: &Connection, sha256: Sha256) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT number, size, erased_on FROM original WHERE sha256 = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found: Option<(i64, i64, Option<String>)> = statement
        .query_row([sha256.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let known = |(number, size, on): (i64, i64, Option<String>)| {
        let on = on.map(|on| on.parse().map_err(|_| damaged(sha256))).transpose()?;
        Ok(Known { number, size: u64::try_from(size).unwrap_or_default(), erased_on: on })
    };
    found.map(known).transpose()
}

/// What is known of an original whose bytes are there.
pub(crate) fn standing(connection: &Connection, sha256: Sha256) -> Result<Known, StoreError> {
    let known = find(connection, sha256)?.ok_or(StoreError::NoOriginal { sha256 })?;
    match known.erased_on {
        Some(on) => Err(StoreError::Erased { sha256, on }),
        None => Ok(known),
    }
}

fn damaged(sha256: Sha256) -> StoreError {
    StoreError::Damaged { detail: format!("the original {sha256} is not what it was") }
}

impl Store {
    /// Takes an original among the evidence, byte for byte. The same bytes are kept once; where they
    /// were erased before, or are damaged, they are there again. When this returns, they are safe on the
    /// disk and an attachment may name them. Whoever calls this holds no other part of the store.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] beyond `limit` bytes; what reading the original and writing to a
    /// disk can meet. Nothing of it is kept then.
    pub fn store_original(&self, original: impl Read, limit: u64) -> Result<Stored, StoreError> {
        self.whereabouts.check()?;
        self.erase_before_adding()?;
        let (stored, is_anew) = self.evidence.add(original, limit)?;
        if is_anew {
            self.unmark(stored.sha256)?;
        }
        Ok(stored)
    }

    /// Writes an original out again and gives its size in bytes.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`]; [`StoreError::Erased`]; [`StoreError::Damaged`] where it is no longer
    /// what it was, after what could be read of it was written.
    pub fn read_original(&self, sha256: Sha256, mut out: impl Write) -> Result<u64, StoreError> {
        self.evidence.copy(sha256, &mut out)
    }

    /// How many bytes an original has, or had where it was erased; nothing where it never was there.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn original_size(&self, sha256: Sha256) -> Result<Option<u64>, StoreError> {
        self.evidence.size_of(sha256)
    }

    /// How an original begins, 256 KiB of it at the most. It is not checked against its name, for
    /// which all of it would have to be read.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`], [`StoreError::Erased`], and what reading from a disk can meet.
    pub fn original_beginning(&self, sha256: Sha256) -> Result<Vec<u8>, StoreError> {
        self.evidence.beginning(sha256)
    }
}
