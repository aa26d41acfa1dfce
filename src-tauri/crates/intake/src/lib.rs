//! Reads what others wrote into drafts with problems. It never writes to the record.
//!
//! Everything here takes bytes and gives either the household's own types or a list of what is
//! wrong with them, each with its place. Whether and how the result enters the record is the
//! caller's decision.

mod codes;
mod encoding;

pub mod archive;
pub mod household_file;
pub mod mail;
pub mod original;
pub mod refund_list;
pub mod spreadsheet;
pub mod statement;
