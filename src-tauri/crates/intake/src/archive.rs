//! The hand-over archive: the whole record in one file that outlives Holdfast. What it is made of is
//! told in `src-tauri/ARCHIVE.md`, of which a copy lies in every archive.
//!
//! It may come from anybody, so nothing in it is believed. It is a zip of one strict shape: every
//! byte of the file belongs to an entry that the manifest names, with the size and the hash that it
//! says. Names are never used as paths, and what unpacks is counted while it does. Whoever reads one
//! reads all of it with [`Archive::check`] before anything is made of it.

mod directory;
mod manifest;
mod name;
mod problem;
mod read;
mod row;
mod write;

pub use manifest::{Listed, Made, Manifest};
pub use name::Part;
pub use problem::{Problem, ProblemCode};
pub use read::{Archive, Content};
pub use row::Cell;
pub use write::ArchiveWriter;

/// What the manifest calls the format.
pub const FORMAT: &str = "holdfast-archive";

/// The version of the format that is written, and the highest that is read.
pub const VERSION: u32 = 1;

/// What `ARCHIVE.md` says, which goes into every archive.
pub const GUIDE: &str = include_str!("../../../ARCHIVE.md");

/// More entries than the evidence of any household.
const MOST_ENTRIES: u64 = 250_000;

/// The largest entry, in bytes. Zip would need its larger form beyond.
const LARGEST_ENTRY: u64 = 0xFFFF_FFFE;

/// The largest manifest, in bytes: enough for all entries.
const LARGEST_MANIFEST: u64 = 64 << 20;

/// The longest row, in bytes.
const LONGEST_ROW: u64 = 64 << 20;

/// How much packed bytes may unpack to: so much in any case, and so many times themselves.
const UNPACKS_TO: u64 = 64 << 20;
const UNPACKS_BY: u64 = 200;

/// How much so many packed bytes may unpack to.
fn unpacks_to(packed: u64) -> u64 {
    UNPACKS_TO.saturating_add(packed.saturating_mul(UNPACKS_BY))
}
