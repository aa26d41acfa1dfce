//! What the entries of an archive are called. There are no others than these.

use std::fmt;

use holdfast_domain::Sha256;

use super::problem::ProblemCode;

/// The longest name of an entry, in bytes.
pub(super) const LONGEST: usize = 100;

/// An entry, by what it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// `manifest.json`: what else there is.
    Manifest,
    /// `ARCHIVE.md`: what an archive is, for people.
    Guide,
    /// `schema.sql`: what the tables are, for people.
    Schema,
    /// `records/TABLE.jsonl`: the rows of a table.
    Table(String),
    /// `originals/SHA256`: an original, byte for byte.
    Original(Sha256),
}

impl Part {
    /// What an entry of that name is.
    pub(super) fn named(name: &str) -> Result<Self, ProblemCode> {
        if leads_away(name) {
            return Err(ProblemCode::UnsafeName);
        }
        if name.ends_with('/') {
            return Err(ProblemCode::Folder);
        }
        let table = || name.strip_prefix("records/")?.strip_suffix(".jsonl");
        let original = || name.strip_prefix("originals/");
        match name {
            "manifest.json" => Ok(Self::Manifest),
            "ARCHIVE.md" => Ok(Self::Guide),
            "schema.sql" => Ok(Self::Schema),
            _ => table()
                .filter(|table| is_table(table))
                .map(|table| Self::Table(table.to_owned()))
                .or_else(|| original().and_then(hash).map(Self::Original))
                .ok_or(ProblemCode::ForeignName),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manifest => f.write_str("manifest.json"),
            Self::Guide => f.write_str("ARCHIVE.md"),
            Self::Schema => f.write_str("schema.sql"),
            Self::Table(table) => write!(f, "records/{table}.jsonl"),
            Self::Original(sha256) => write!(f, "originals/{sha256}"),
        }
    }
}

/// Whether a name, used as a path, would lead out of where it was unpacked.
fn leads_away(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with('/')
        || has_drive
        || name.contains('\\')
        || name.chars().any(char::is_control)
        || name.split('/').any(|piece| piece == "." || piece == "..")
}

fn is_table(name: &str) -> bool {
    let letter = |it: u8| it.is_ascii_lowercase() || it == b'_';
    (1..=64).contains(&name.len()) && name.bytes().all(|it| letter(it) || it.is_ascii_digit())
}

/// A hash in the one way in which it is written.
fn hash(name: &str) -> Option<Sha256> {
    let is_capital = |it: u8| it.is_ascii_uppercase();
    name.parse().ok().filter(|_| !name.bytes().any(is_capital))
}
