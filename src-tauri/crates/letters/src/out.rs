//! A letter as a file: for a word processor, and as a draft for a mail program.

mod docx;
mod eml;

pub use docx::docx;
pub use eml::{Attached, eml};

/// Why a letter could not be written as a file.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be packed: {0}")]
pub struct OutError(String);
