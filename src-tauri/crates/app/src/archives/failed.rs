//! Why an archive was not written or not taken in.

use holdfast_intake::archive::{Problem, ProblemCode};
use holdfast_store::{ArrivalError, StoreError};

use crate::error::{plain, with};
use crate::wire::{AppError, ErrorCode};

/// What went wrong, before the name of the file is known to it.
pub(super) enum Failed {
    /// The archive is not what it should be, or its file cannot be read or written.
    Archive(Problem),
    /// The record that it would make is not sound, or has no place.
    Arrival(ArrivalError),
    /// The record cannot be read.
    Store(StoreError),
    /// A passphrase is needed.
    Sealed,
    /// It is not this passphrase.
    WrongPassphrase,
    /// It is encrypted, and not with a passphrase.
    OtherKey,
    /// It asks for more work than is done before one can look into it.
    TooMuchWork,
    /// What says how it is encrypted has changed.
    BadSeal,
}

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Self {
        Self::Archive(problem)
    }
}

impl From<ArrivalError> for Failed {
    fn from(error: ArrivalError) -> Self {
        Self::Arrival(error)
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Failed {
    /// As it is told, of the archive that the person knows by that name.
    pub(super) fn of(self, name: &str) -> AppError {
        let name = || ("name", name.to_owned());
        let refused = |reason: &str, text: String| {
            let values = [name(), ("reason", reason.to_owned()), ("text", text)];
            with(ErrorCode::ArchiveRefused, values)
        };
        match self {
            Self::Store(error) => error.into(),
            Self::Sealed => with(ErrorCode::ArchiveSealed, [name()]),
            Self::WrongPassphrase => with(ErrorCode::ArchiveWrongPassphrase, [name()]),
            Self::OtherKey => refused("other_key", String::new()),
            Self::TooMuchWork => refused("too_much_work", String::new()),
            Self::BadSeal => refused("bad_seal", String::new()),
            Self::Archive(Problem { code, text }) => match code {
                ProblemCode::Unreadable => {
                    with(ErrorCode::Io, [("path", name().1), ("detail", text)])
                }
                ProblemCode::DiskFull => plain(ErrorCode::DiskFull),
                ProblemCode::NewerFormat => with(ErrorCode::ArchiveNewer, [name()]),
                code @ (ProblemCode::NotAnArchive
                | ProblemCode::Changed
                | ProblemCode::CutShort
                | ProblemCode::ForeignBytes
                | ProblemCode::TooManyEntries
                | ProblemCode::UnsafeName
                | ProblemCode::ForeignName
                | ProblemCode::DoubledName
                | ProblemCode::Folder
                | ProblemCode::Link
                | ProblemCode::Encrypted
                | ProblemCode::UnknownCompression
                | ProblemCode::HeadersDiffer
                | ProblemCode::UnpacksTooLarge
                | ProblemCode::SizeDiffers
                | ProblemCode::HashDiffers
                | ProblemCode::BadManifest
                | ProblemCode::NotInManifest
                | ProblemCode::MissingEntry
                | ProblemCode::BadRow) => refused(code.as_str(), text),
            },
            Self::Arrival(error) => match error {
                ArrivalError::Newer { .. } => with(ErrorCode::ArchiveNewer, [name()]),
                ArrivalError::UnknownTable { table } => refused("unknown_table", table),
                ArrivalError::OtherColumns { table } => refused("other_columns", table),
                ArrivalError::NotAccepted { table, .. } => refused("not_accepted", table),
                ArrivalError::Dangling { table, .. } => refused("dangling", table),
                ArrivalError::NoOriginal { sha256 } => {
                    refused("missing_original", sha256.to_string())
                }
                ArrivalError::NotSound { finding } => refused("not_sound", format!("{finding:?}")),
                ArrivalError::Open(error) => error.into(),
                ArrivalError::Store(error) => error.into(),
            },
        }
    }
}
