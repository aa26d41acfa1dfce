//! Places where a record can be damaged: what is said of one before a record is begun there, and after.

use std::path::Path;

use holdfast_store::{Key, SharedPlace, Store};

use crate::App;
use crate::error::with;
use crate::wire::{self, AppError, ErrorCode};

impl App {
    /// Whether the store at that path lies, or would lie, where it does not belong; nothing where it
    /// does.
    pub fn shared_place(path: &Path) -> Option<SharedPlace> {
        SharedPlace::of(path)
    }

    /// Whether a record can be opened at that path with that key, or begun there without a word of
    /// warning first.
    ///
    /// # Errors
    /// Where there is none: `RecordGone` where backups say that there was one, and `SharedPlace` where
    /// it would lie where it does not belong. Opening one that is locked says so, also where it is gone.
    pub fn may_begin(path: &Path, key: Option<&Key>) -> Result<(), AppError> {
        // Where the disk does not say, opening says what is the matter.
        if path.try_exists().unwrap_or(true) {
            return Ok(());
        }
        let shown_path = path.display().to_string();
        let is_locked = key.is_none() && Self::is_encrypted(path).unwrap_or_default();
        if !is_locked && !Store::backups_of(path, key).unwrap_or_default().is_empty() {
            return Err(with(ErrorCode::RecordGone, [("path", shown_path)]));
        }
        let Some(place) = Self::shared_place(path) else { return Ok(()) };
        let program = shown(place).program.unwrap_or_default();
        Err(with(ErrorCode::SharedPlace, [("program", program), ("path", shown_path)]))
    }

    /// Whether this record lies where it does not belong. The sample is thrown away, wherever it lies.
    pub fn own_shared_place(&self) -> Option<wire::SharedPlace> {
        let found = if self.is_sample() { None } else { Self::shared_place(self.path()) };
        found.map(shown)
    }
}

fn shown(place: SharedPlace) -> wire::SharedPlace {
    let program = match place {
        SharedPlace::Synchronised(program) => Some(program.to_owned()),
        SharedPlace::Network => None,
    };
    wire::SharedPlace { program }
}
