//! What can go wrong with the store, each with what a sentence about it needs.

use std::path::PathBuf;

use holdfast_domain::{ActionId, NaiveDate, Sha256};
use rusqlite::ErrorCode;

use crate::Record;

/// Why a store could not be opened. In every case its files are as they were.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Another process, or another window of this one, has the store open.
    #[error("{path} is already open", path = path.display())]
    InUse {
        /// The store.
        path: PathBuf,
    },
    /// A later version of the app wrote it.
    #[error("{path} has version {found}, and only versions up to {known} are known", path = path.display())]
    Newer {
        /// The file: the records or the evidence.
        path: PathBuf,
        /// The version that it has.
        found: i32,
        /// The highest version that this build understands.
        known: i32,
    },
    /// It is a file of something else.
    #[error("{path} is not a store", path = path.display())]
    Foreign {
        /// The file: the records or the evidence.
        path: PathBuf,
    },
    /// Its records were some once, and cannot be trusted now.
    #[error("{path} is damaged: {detail}", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found, in SQLite's words, for those who repair it.
        detail: String,
        /// Where the daily backups lie, newest last; empty where there are none.
        backups: Vec<PathBuf>,
    },
    /// Its file of originals cannot be trusted any more. Its records are another file.
    #[error("{path} is damaged: {detail}", path = path.display())]
    OriginalsDamaged {
        /// The file.
        path: PathBuf,
        /// What was found, in SQLite's words, for those who repair it.
        detail: String,
    },
    /// Its file of originals is not there, though its records name some.
    #[error("{path} is gone", path = path.display())]
    OriginalsGone {
        /// Where it was.
        path: PathBuf,
    },
    /// The file or its folder cannot be written to.
    #[error("{path} cannot be written to", path = path.display())]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
    },
    /// There is no folder in which the store could lie.
    #[error("there is no folder {folder}", folder = folder.display())]
    NoFolder {
        /// The folder that is missing.
        folder: PathBuf,
    },
    /// There is no room left on the disk.
    #[error("there is no room on the disk for {path}", path = path.display())]
    DiskFull {
        /// The store.
        path: PathBuf,
    },
    /// It is encrypted, and was asked for without its key.
    #[error("{path} is encrypted", path = path.display())]
    Locked {
        /// The store.
        path: PathBuf,
    },
    /// It was to be encrypted, and is.
    #[error("{path} is encrypted already", path = path.display())]
    AlreadyEncrypted {
        /// The store.
        path: PathBuf,
    },
    /// It is not encrypted, so that there is no passphrase to it.
    #[error("{path} is not encrypted", path = path.display())]
    NotEncrypted {
        /// The store.
        path: PathBuf,
    },
    /// It is encrypted with another passphrase.
    #[error("that is not the passphrase")]
    WrongPassphrase,
    /// It is encrypted with another recovery code.
    #[error("that is not the recovery code")]
    WrongCode {
        /// Whether it cannot be the code of any store, as after a slip in one of its letters.
        is_mistyped: bool,
    },
    /// A new passphrase is too short.
    #[error("a passphrase has at least {min} letters")]
    PassphraseTooShort {
        /// How many letters it has at the least.
        min: usize,
    },
    /// It is encrypted, and the file that holds its key is gone.
    #[error("{path} is encrypted, and the file with its key is gone", path = path.display())]
    KeyMissing {
        /// The file that is missing.
        path: PathBuf,
    },
    /// The file that holds the key is damaged, or belongs to something else.
    #[error("the key {path} cannot be used: {detail}", path = path.display())]
    KeyDamaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// The operating system or SQLite refused for another reason.
    #[error("{path} could not be opened: {detail}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was said.
        detail: String,
    },
}

impl OpenError {
    /// A word that names the sort of failure, for the table of sentences.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InUse { .. } => "in_use",
            Self::Newer { .. } => "newer",
            Self::Foreign { .. } => "foreign",
            Self::Damaged { .. } => "damaged",
            Self::OriginalsDamaged { .. } => "originals_damaged",
            Self::OriginalsGone { .. } => "originals_gone",
            Self::ReadOnly { .. } => "read_only",
            Self::NoFolder { .. } => "no_folder",
            Self::DiskFull { .. } => "disk_full",
            Self::Locked { .. } => "locked",
            Self::AlreadyEncrypted { .. } => "already_encrypted",
            Self::NotEncrypted { .. } => "not_encrypted",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::WrongCode { .. } => "wrong_recovery_code",
            Self::PassphraseTooShort { .. } => "passphrase_too_short",
            Self::KeyMissing { .. } => "key_missing",
            Self::KeyDamaged { .. } => "key_damaged",
            Self::Io { .. } => "io",
        }
    }
}

/// What lies in a folder that copies of backups were to be put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Backups of another record of the same name.
    AnotherRecord,
    /// Copies that are not encrypted as the record is, or with another key.
    AnotherKey,
}

impl std::fmt::Display for Taken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::AnotherRecord => "backups of another record",
            Self::AnotherKey => "copies under another key",
        })
    }
}

/// Why something could not be read or written. After a failed write the store is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no room left on the disk.
    #[error("there is no room left on the disk")]
    DiskFull,
    /// The store can no longer be written to.
    #[error("the store cannot be written to")]
    ReadOnly,
    /// The disk or the operating system failed.
    #[error("the disk failed: {detail}")]
    Io {
        /// What was said.
        detail: String,
    },
    /// What was read makes no sense.
    #[error("the store is damaged: {detail}")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// A file of the open store was moved, deleted, or lay on a disk that was taken away.
    #[error("{path} is not where it was", path = path.display())]
    Gone {
        /// Where it was.
        path: PathBuf,
    },
    /// Something else holds the store for longer than one waits.
    #[error("the store is busy")]
    Busy,
    /// A folder for copies of backups holds what ours cannot lie beside.
    #[error("copies of something else lie in that folder: {by}")]
    PlaceTaken {
        /// What lies there.
        by: Taken,
    },
    /// The record has changed since the action that was to be undone.
    #[error("{record} has changed since")]
    Conflict {
        /// The record that differs.
        record: Record,
    },
    /// The record is still named by another and cannot go to the bin.
    #[error("{record} is named by {by}")]
    InUse {
        /// The record that was to go.
        record: Record,
        /// One that names it.
        by: Record,
    },
    /// A record that was to be written names one that lies in the bin.
    #[error("{by} names {record}, which lies in the bin")]
    InBin {
        /// The record in the bin.
        record: Record,
        /// The one that names it.
        by: Record,
    },
    /// A record that was to be written names one that does not exist.
    #[error("{by} names {record}, which does not exist")]
    Missing {
        /// The record that does not exist.
        record: Record,
        /// The one that names it.
        by: Record,
    },
    /// There is no such record.
    #[error("there is no {record}")]
    NotFound {
        /// What was asked for.
        record: Record,
    },
    /// There is no such action in the journal.
    #[error("the journal has no action {action}")]
    NoAction {
        /// What was asked for.
        action: ActionId,
    },
    /// The action has been undone already.
    #[error("the action {action} has been undone already")]
    AlreadyUndone {
        /// The action.
        action: ActionId,
    },
    /// The action is for good and is never undone.
    #[error("the action {action} is for good")]
    ForGood {
        /// The action.
        action: ActionId,
    },
    /// The original is not among the evidence.
    #[error("there is no original {sha256}")]
    NoOriginal {
        /// Its name.
        sha256: Sha256,
    },
    /// The original was erased for good.
    #[error("the original {sha256} was erased on {on}")]
    Erased {
        /// Its name.
        sha256: Sha256,
        /// The day.
        on: NaiveDate,
    },
    /// The original has more bytes than were allowed.
    #[error("the file has more than {limit} bytes")]
    TooLarge {
        /// How many bytes were allowed.
        limit: u64,
    },
    /// A value that the schema does not accept; the rules of the domain should have said so first.
    #[error("the store does not accept that: {detail}")]
    Constraint {
        /// What SQLite said.
        detail: String,
    },
    /// A statement or its use is wrong: a mistake of this program.
    #[error("the store was asked wrongly: {detail}")]
    Internal {
        /// What was said.
        detail: String,
    },
}

impl StoreError {
    /// A word that names the sort of failure, for the table of sentences.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::ReadOnly => "read_only",
            Self::Io { .. } => "io",
            Self::Damaged { .. } => "damaged",
            Self::Gone { .. } => "gone",
            Self::Busy => "busy",
            Self::PlaceTaken { .. } => "place_taken",
            Self::Conflict { .. } => "conflict",
            Self::InUse { .. } => "in_use",
            Self::InBin { .. } => "in_bin",
            Self::Missing { .. } => "missing",
            Self::NotFound { .. } => "not_found",
            Self::NoAction { .. } => "no_action",
            Self::AlreadyUndone { .. } => "already_undone",
            Self::ForGood { .. } => "for_good",
            Self::NoOriginal { .. } => "no_original",
            Self::Erased { .. } => "erased",
            Self::TooLarge { .. } => "too_large",
            Self::Constraint { .. } => "constraint",
            Self::Internal { .. } => "internal",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Io { detail },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { detail },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch) => {
                Self::Constraint { detail }
            }
            _ => Self::Internal { detail },
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        if is_full(&error) {
            Self::DiskFull
        } else if is_read_only(&error) {
            Self::ReadOnly
        } else {
            Self::Io { detail: error.to_string() }
        }
    }
}

/// Whether the disk, or the person's share of it, is full.
pub(crate) fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}

/// Whether writing was refused for good.
pub(crate) fn is_read_only(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
    )
}
