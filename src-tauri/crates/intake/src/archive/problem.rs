//! Why an archive is refused.

use std::fmt;
use std::io;

use super::name::Part;
use crate::codes::codes;
use crate::original::problem::shown_name;

/// Why an archive is refused. It is refused whole: nothing of it was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is the matter.
    pub code: ProblemCode,
    /// Which entry it is about, where it is about one, as it may be shown; else what was said.
    pub text: String,
}

impl Problem {
    pub(super) fn new(code: ProblemCode, text: impl fmt::Display) -> Self {
        Self { code, text: shown_name(&text.to_string()) }
    }

    pub(super) fn of(code: ProblemCode, part: &Part) -> Self {
        Self::new(code, part)
    }

    /// What reading from the file met: a problem of ours that came through a reader, a file that
    /// ends too soon, or what the system says.
    pub fn of_io(error: io::Error) -> Self {
        let said = error.to_string();
        match error.downcast::<Self>() {
            Ok(problem) => problem,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                Self::new(ProblemCode::CutShort, "")
            }
            Err(error) if is_full(&error) => Self::new(ProblemCode::DiskFull, ""),
            Err(_) => Self::new(ProblemCode::Unreadable, said),
        }
    }
}

/// Whether the disk, or the person's share of it, is full.
fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code.as_str(), self.text)
    }
}

impl std::error::Error for Problem {}

impl From<Problem> for io::Error {
    fn from(problem: Problem) -> Self {
        Self::new(io::ErrorKind::InvalidData, problem)
    }
}

codes! {
    /// What can be the matter with an archive.
    ProblemCode:
    /// The file cannot be read or written; the text is what the system said.
    Unreadable = "unreadable",
    /// The disk is full.
    DiskFull = "disk_full",
    /// It is no hand-over archive.
    NotAnArchive = "not_an_archive",
    /// It was encrypted, and what is in it has changed since, or is cut short.
    Changed = "changed",
    /// It ends in the middle.
    CutShort = "cut_short",
    /// Bytes stand before, between or behind the entries that belong to none.
    ForeignBytes = "foreign_bytes",
    /// There are more entries than any record has.
    TooManyEntries = "too_many_entries",
    /// A name leads out of the archive: `../`, `/etc/…`, `C:\…`.
    UnsafeName = "unsafe_name",
    /// A name that archives of Holdfast do not have.
    ForeignName = "foreign_name",
    /// Two entries have one name.
    DoubledName = "doubled_name",
    /// A folder, where there are only files.
    Folder = "folder",
    /// A link, or another thing that is no file.
    Link = "link",
    /// An entry with a password of the zip's own.
    Encrypted = "encrypted",
    /// An entry packed in a way that is not read.
    UnknownCompression = "unknown_compression",
    /// What stands at an entry is not what the directory says of it.
    HeadersDiffer = "headers_differ",
    /// It unpacks to far more than it is.
    UnpacksTooLarge = "unpacks_too_large",
    /// An entry has more or fewer bytes than is said of it.
    SizeDiffers = "size_differs",
    /// An entry is not what its hash says.
    HashDiffers = "hash_differs",
    /// The manifest is not there, or is none.
    BadManifest = "bad_manifest",
    /// It is the archive of a later Holdfast; the text is its version.
    NewerFormat = "newer_format",
    /// The manifest does not name an entry.
    NotInManifest = "not_in_manifest",
    /// The manifest names an entry that is not there.
    MissingEntry = "missing_entry",
    /// A row is none, or not as those before it; the text says where.
    BadRow = "bad_row",
}
