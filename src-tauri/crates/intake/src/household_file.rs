//! The household file: the whole record as JSON, to take in and to give out.
//!
//! The format is `holdfast-household`, version 1. Reading reports every problem with its place and
//! gives a household only when none of them is an error. Writing gives a file that reads back as
//! the same household, and that an empty store exports again byte for byte.

mod json;
mod problem;
mod read;
mod shift;
mod write;

pub use problem::{Code, Problem, Reading, Severity};
pub use read::read;
pub use shift::{OutOfCalendar, shift};
pub use write::write;

/// What the file says in `format`.
pub const FORMAT: &str = "holdfast-household";

/// What the file says in `version`.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes. A household of 20,000 events takes about 10 MB.
pub const MAX_BYTES: usize = 64 << 20;

/// The deepest nesting of lists and objects that is read; the format itself needs seven.
pub const MAX_DEPTH: usize = 24;
