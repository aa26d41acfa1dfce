//! Forms that are being typed: kept as they are, so that a crash loses nothing, and never
//! journalled, because nobody has decided anything yet.

use crate::App;
use crate::error::refused;
use crate::wire::AppError;

/// The longest draft, in bytes: more than any form can hold.
const LONGEST: usize = 1 << 20;

impl App {
    /// Keeps a form's text under a key.
    ///
    /// # Errors
    /// `Refused` where it is longer than any form, or the store's own.
    pub fn save_draft(&self, key: &str, text: &str) -> Result<(), AppError> {
        if text.len() > LONGEST || key.len() > 200 {
            return Err(refused("draft", "too_long", []));
        }
        Ok(self.store().put_draft(key, text, self.now())?)
    }

    /// A form's text, where one was kept.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn draft(&self, key: &str) -> Result<Option<String>, AppError> {
        self.read(|reader| Ok(reader.draft(key)?.map(|draft| draft.text)))
    }

    /// Forgets a form's text, after it was saved or thrown away.
    ///
    /// # Errors
    /// Only where the store cannot be written.
    pub fn drop_draft(&self, key: &str) -> Result<(), AppError> {
        Ok(self.store().drop_draft(key)?)
    }

    /// The keys of all forms that were begun, the latest first.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn drafts(&self) -> Result<Vec<String>, AppError> {
        self.read(|reader| Ok(reader.drafts()?.into_iter().map(|draft| draft.key).collect()))
    }
}
