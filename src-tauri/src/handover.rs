//! The archive that a person has chosen, between choosing it and taking it in.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use holdfast_app::archives::Checked;
use holdfast_app::wire::{AppError, ArchiveLook};

/// What was chosen last.
#[derive(Default)]
pub(crate) struct Handover(Mutex<Option<Chosen>>);

struct Chosen {
    path: PathBuf,
    /// Once it was read through.
    checked: Option<Checked>,
}

impl Handover {
    /// Remembers what was chosen.
    pub(crate) fn choose(&self, path: PathBuf) {
        *self.held() = Some(Chosen { path, checked: None });
    }

    /// Reads it through.
    ///
    /// # Errors
    /// Why it is not taken in; `PreviewGone` where nothing is held.
    pub(crate) fn look(&self, passphrase: Option<&str>) -> Result<ArchiveLook, AppError> {
        let mut held = self.held();
        let chosen = held.as_mut().ok_or_else(AppError::preview_gone)?;
        let checked = Checked::open(&chosen.path, passphrase)?;
        Ok(chosen.checked.insert(checked).look().clone())
    }

    /// Gives it out to be taken in, once.
    ///
    /// # Errors
    /// `PreviewGone` where nothing is held that was read through.
    pub(crate) fn give(&self) -> Result<Checked, AppError> {
        let chosen = self.held().take();
        chosen.and_then(|it| it.checked).ok_or_else(AppError::preview_gone)
    }

    fn held(&self) -> MutexGuard<'_, Option<Chosen>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
