//! Reading the text of attached files, so that their words are found. It takes its time, and so it is
//! done beside everything else, one file after the other.

use std::time::Duration;

use holdfast_intake::original::{self, Part, Place};
use holdfast_store::StoreError;

use crate::App;
use crate::guard::guarded;
use crate::wire::AppError;

/// How long the words of one file are waited for. A file that takes longer, or on which the reading
/// fails, has none.
const PATIENCE: Duration = Duration::from_secs(120);

impl App {
    /// Reads the text of the first file that has not been read. Says whether there was one.
    ///
    /// # Errors
    /// What reading from the disk and writing to it can meet.
    pub fn read_next_document(&self) -> Result<bool, AppError> {
        let Some(sha256) = self.store().originals_without_text()?.into_iter().next() else {
            return Ok(false);
        };
        let mut bytes = Vec::new();
        let pages = match self.store().read_original(sha256, &mut bytes) {
            Ok(_) => {
                let read = guarded(PATIENCE, move || original::text(&bytes));
                read.unwrap_or_default().parts.into_iter().map(page).collect()
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
