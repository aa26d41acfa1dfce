//! Places where a record can be damaged: what is said of one before a record is begun there, and after.

use std::path::Path;

use holdfast_store::SharedPlace;

use crate::App;
use crate::error::with;
use crate::wire::{self, AppError, ErrorCode};

impl App {
    /// Whether the store at that path lies, or would lie, where it does not belong; nothing where it
    /// does.
    pub fn shared_place(path: &Path) -> Option<SharedPlace> {
        SharedPlace::of(path)
    }

    /// Whether a record can be opened at that path, or begun there without a word of warning first.
    ///
    /// # Errors
    /// `SharedPlace` where there is none yet and it would lie where it does not belong.
    pub fn may_begin(path: &Path) -> Result<(), AppError> {
        let found = if path.exists() { None } else { Self::shared_place(path) };
        let Some(place) = found else { return Ok(()) };
        let program = shown(place).program.unwrap_or_default();
        let path = path.display().to_string();
        Err(with(ErrorCode::SharedPlace, [("program", program), ("path", path)]))
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
