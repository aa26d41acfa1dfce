//! Looking whether the store is whole: its pages, its references, its originals, its journal and its
//! search index.

use std::collections::{HashMap, HashSet};

use holdfast_domain::{AttachmentId, SentDossierId, SentLetterId, Sha256, StatementId};
use rusqlite::{Connection, types::Value};
use uuid::Uuid;

use crate::cell::Cell;
use crate::nouns::table;
use crate::search::check;
use crate::{Noun, Reader, Record, Store, StoreError, Stored, journal};

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite finds the records damaged.
    Records {
        /// In its words.
        detail: String,
    },
    /// SQLite finds the evidence damaged.
    Evidence {
        /// In its words.
        detail: String,
    },
    /// A record names one that does not exist.
    Dangling {
        /// In which table.
        table: String,
        /// Which table the missing one is of.
        names: String,
    },
    /// An original is no longer what it was.
    OriginalChanged {
        /// Its name.
        sha256: Sha256,
    },
    /// An attachment names an original that is not there.
    OriginalMissing {
        /// The attachment.
        attachment: AttachmentId,
        /// The original's name.
        sha256: Sha256,
    },
    /// A letter that went out names a document that is not there.
    SentMissing {
        /// The letter.
        sent: SentLetterId,
        /// The document's name.
        sha256: Sha256,
    },
    /// An edition of a dossier that was sent names a document that is not there.
    EditionMissing {
        /// The edition.
        sent: SentDossierId,
        /// The document's name.
        sha256: Sha256,
    },
    /// A statement names a file that is not there.
    StatementMissing {
        /// The statement.
        statement: StatementId,
        /// The file's name.
        sha256: Sha256,
    },
    /// A field does not hold what the journal last wrote there.
    Unjournalled {
        /// The record.
        record: Record,
        /// The column; `id` where the record itself is not there, or not in the journal.
        field: String,
    },
    /// A record is not found by the words that it has. The search index follows from the record and
    /// can be made anew: nothing is lost.
    NotFoundByItsWords {
        /// The record's id, and the number of its line where it has several.
        record: String,
    },
}

/// The columns that name originals: of which table, and how they are called.
pub(crate) const NAMING: [(&str, &str); 5] = [
    ("attachment", "sha256"),
    ("sent_letter", "pdf"),
    ("sent_letter", "dossier"),
    ("sent_dossier", "pdf"),
    ("statement", "original"),
];

/// What SQLite complains of, by one of its checking pragmas. Nothing means that it is content.
pub(crate) fn complaints(connection: &Connection, check: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(&format!("PRAGMA {check}"))?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?;
    let said = said.filter(|said| !matches!(said, Ok(said) if said == "ok"));
    said.map(|said| said.map(|said| brief(&said))).collect()
}

/// The first of the lines that SQLite says of a damaged file, and how many more there are: it has one
/// for each of its pages, below a title.
fn brief(said: &str) -> String {
    let mut lines = said.lines().filter(|line| !line.starts_with("***"));
    let first = lines.next().unwrap_or(said).to_owned();
    match lines.count() {
        0 => first,
        more => format!("{first}, and {more} more"),
    }
}

impl Store {
    /// Looks at everything there is. It reads every byte, so it takes as long as that takes.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn verify(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.verify_records()?;
        self.verify_originals(&*self.reader()?, &mut findings)?;
        Ok(findings)
    }

    /// The same but for the originals, of which only the pages that they lie on are looked at.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn verify_records(&self) -> Result<Vec<Finding>, StoreError> {
        let reader = self.reader()?;
        let mut findings = Vec::new();
        let records = complaints(&reader.connection, "integrity_check")?;
        findings.extend(records.into_iter().map(|detail| Finding::Records { detail }));
        findings.extend(self.evidence_complaints()?);
        findings.extend(reader.rows("PRAGMA foreign_key_check", [], |cells| {
            let table = cells.take()?;
            cells.take::<Value>()?;
            Ok(Finding::Dangling { table, names: cells.take()? })
        })?);
        verify_journal(&reader, &mut findings)?;
        drop(reader);
        let stale = check::stale(&self.writing())?;
        findings.extend(stale.into_iter().map(|record| Finding::NotFoundByItsWords { record }));
        Ok(findings)
    }

    /// Reads every original again, and looks whether each that a record names is there.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn verify_evidence(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.evidence_complaints()?;
        self.verify_originals(&*self.reader()?, &mut findings)?;
        Ok(findings)
    }

    /// What SQLite finds wrong with the pages of the evidence. Of an encrypted file that is all it says.
    fn evidence_complaints(&self) -> Result<Vec<Finding>, StoreError> {
        let said = complaints(&self.evidence.connection(), "integrity_check");
        let said = match said.map_err(StoreError::from) {
            Err(StoreError::Damaged { detail }) => vec![detail],
            said => said?,
        };
        Ok(said.into_iter().map(|detail| Finding::Evidence { detail }).collect())
    }

    /// The originals that nothing names: no record, in the bin or out of it, and no change that was
    /// ever made, so that nothing that is undone or done again can name them either. Such are files
    /// whose adding was interrupted, and what was added after the backup that the records are.
    ///
    /// They are told and not swept. Nothing says since when an original lies there, and where the
    /// records are an older backup, what nothing names may be all that is left of what came after it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn unnamed_originals(&self) -> Result<Vec<Stored>, StoreError> {
        // The evidence is read first: what is added meanwhile is not among it, and so not told.
        let there = self.evidence.all()?;
        let now = NAMING.map(|(table, column)| format!("SELECT {column} FROM {table}"));
        let fields = NAMING.map(|(_, column)| format!("'{column}'")).join(", ");
        let ever = ["before", "after"]
            .map(|side| format!("SELECT {side} FROM change WHERE field IN ({fields})"));
        let sql = [now.join(" UNION "), ever.join(" UNION ")].join(" UNION ");
        let reader = self.reader()?;
        let named = reader.rows(&sql, [], |cells| Ok(cells.maybe_text()?.map(str::to_owned)))?;
        let named: HashSet<String> = named.into_iter().flatten().collect();
        Ok(there.into_iter().filter(|it| !named.contains(&it.sha256.to_string())).collect())
    }

    /// Whether an original is there and no longer what it was. It is read for that.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn is_damaged(&self, sha256: Sha256) -> Result<bool, StoreError> {
        match self.evidence.copy(sha256, &mut std::io::sink()) {
            Err(StoreError::Damaged { .. }) => Ok(true),
            Ok(_) | Err(StoreError::Erased { .. } | StoreError::NoOriginal { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn verify_originals(
        &self,
        reader: &Reader,
        findings: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let standing = match self.evidence.all() {
            // Its pages are damaged, which was said.
            Err(StoreError::Damaged { .. }) => return Ok(()),
            standing => standing?,
        };
        let names: Vec<Sha256> = standing.into_iter().map(|it| it.sha256).collect();
        for sha256 in names.iter().copied() {
            if self.is_damaged(sha256)? {
                findings.push(Finding::OriginalChanged { sha256 });
            }
        }
        // Those that somebody erased are named on, and their bytes are not missed.
        let erased = self.evidence.erased()?.into_iter().map(|it| it.sha256);
        let there: HashSet<Sha256> = names.into_iter().chain(erased).collect();
        let attached: Vec<(AttachmentId, Sha256)> =
            reader.rows("SELECT id, sha256 FROM attachment ORDER BY id", [], |cells| {
                Ok((cells.take()?, cells.take()?))
            })?;
        let missing = attached.into_iter().filter(|(_, sha256)| !there.contains(sha256));
        findings.extend(
            missing.map(|(attachment, sha256)| Finding::OriginalMissing { attachment, sha256 }),
        );
        let sql = "SELECT id, pdf FROM sent_letter
            UNION ALL SELECT id, dossier FROM sent_letter WHERE dossier IS NOT NULL ORDER BY 1";
        let sent: Vec<(SentLetterId, Sha256)> =
            reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let missing = sent.into_iter().filter(|(_, sha256)| !there.contains(sha256));
        findings.extend(missing.map(|(sent, sha256)| Finding::SentMissing { sent, sha256 }));
        let sql = "SELECT id, pdf FROM sent_dossier ORDER BY id";
        let editions: Vec<(SentDossierId, Sha256)> =
            reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let missing = editions.into_iter().filter(|(_, sha256)| !there.contains(sha256));
        findings.extend(missing.map(|(sent, sha256)| Finding::EditionMissing { sent, sha256 }));
        let sql = "SELECT id, original FROM statement ORDER BY id";
        let taken: Vec<(StatementId, Sha256)> =
            reader.rows(sql, [], |cells| Ok((cells.take()?, cells.take()?)))?;
        let missing = taken.into_iter().filter(|(_, sha256)| !there.contains(sha256));
        findings.extend(
            missing.map(|(statement, sha256)| Finding::StatementMissing { statement, sha256 }),
        );
        Ok(())
    }
}

/// What the journal last wrote, by record and field.
type Latest = HashMap<Record, HashMap<String, Value>>;

fn verify_journal(reader: &Reader, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    let mut latest = latest(reader)?;
    for noun in Noun::ALL.iter().copied() {
        verify_noun(reader, noun, &mut latest, findings)?;
    }
    let mut gone: Vec<Record> = latest.into_keys().collect();
    gone.sort_unstable();
    let field = || "id".to_owned();
    findings
        .extend(gone.into_iter().map(|record| Finding::Unjournalled { record, field: field() }));
    Ok(())
}

fn latest(reader: &Reader) -> Result<Latest, StoreError> {
    let mut latest = Latest::new();
    let sql = "SELECT r.id, r.noun, c.field, c.after FROM change c
        JOIN changed_record r ON r.number = c.record ORDER BY c.number";
    let changes = reader.rows(sql, [], |cells| {
        Ok((journal::record(cells)?, cells.take::<String>()?, Value::read(cells)?))
    })?;
    for (record, field, after) in changes {
        latest.entry(record).or_default().insert(field, after);
    }
    Ok(latest)
}

/// Compares the rows of a noun, and takes them out of what the journal knows.
fn verify_noun(
    reader: &Reader,
    noun: Noun,
    latest: &mut Latest,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    let columns: Vec<&str> = table(noun).columns.iter().copied().chain(["deleted_at"]).collect();
    let sql = format!("SELECT id, {} FROM {} ORDER BY id", columns.join(", "), noun.as_str());
    let rows = reader.rows(&sql, [], |cells| {
        let id: Uuid = cells.take()?;
        let values = columns.iter().map(|_| Value::read(cells)).collect::<Result<Vec<_>, _>>()?;
        Ok((noun.record(id), values))
    })?;
    for (record, values) in rows {
        let Some(known) = latest.remove(&record) else {
            findings.push(Finding::Unjournalled { record, field: "id".to_owned() });
            continue;
        };
        let differing = columns
            .iter()
            .zip(values)
            .filter(|(column, value)| known.get(**column).unwrap_or(&Value::Null) != value);
        findings.extend(
            differing
                .map(|(column, _)| Finding::Unjournalled { record, field: (*column).to_owned() }),
        );
    }
    Ok(())
}
