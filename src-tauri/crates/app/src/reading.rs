//! Reading the text of attached files, so that their words are found. It takes its time, and so it is
//! done beside everything else, one file after the other.

use holdfast_intake::original::{Part, Place};
use holdfast_store::StoreError;

use crate::wire::AppError;
use crate::{App, foreign};

impl App {
    /// Reads the text of the first file that has not been read. Says whether there was one.
    ///
    /// # Errors
    /// What reading from the disk and writing to it can meet.
    pub fn read_next_document(&self) -> Result<bool, AppError> {
        let Some(sha256) = self.store().originals_without_text()?.into_iter().next() else {
            return Ok(false);
        };
        let pages = match self.whole(sha256) {
            Ok(bytes) => {
                // A file on which the reading fails, or that takes too long, has no words.
                let read = foreign::text(&bytes, foreign::LONG_PATIENCE);
                read.parts.into_iter().map(page).collect()
            }
            // There is nothing to be read in what is damaged; `verify` says that it is.
            Err(StoreError::Damaged { .. }) => Vec::new(),
            Err(other) => return Err(other.into()),
        };
        self.store().keep_text(sha256, &pages)?;
        Ok(true)
    }

    /// Reads the text of all files that have not been read.
    ///
    /// # Errors
    /// As [`App::read_next_document`]; what was read until then stays read.
    pub fn read_documents(&self) -> Result<(), AppError> {
        while self.read_next_document()? {}
        Ok(())
    }
}

/// A piece of text with the number of its page; nought where it has none.
fn page(part: Part) -> (u32, String) {
    match part.place {
        Place::Whole => (0, part.text),
        Place::Page(number) => (number, part.text),
    }
}
