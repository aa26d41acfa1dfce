//! A record to try things in.

use tempfile::TempDir;

use crate::files::failed_by_name;
use crate::wire::AppError;
use crate::{App, Clock};

/// A new record in a folder of its own, gone when it is dropped. Where a household has no record
/// yet, what is to begin one is tried here first, so that what fails leaves nothing behind.
pub struct Trial {
    // Dropped in this order: the record is closed before its folder goes.
    app: App,
    _folder: TempDir,
}

impl Trial {
    /// Makes one.
    ///
    /// # Errors
    /// `DiskFull`, or `Io` with what the system said.
    pub fn new(clock: Clock) -> Result<Self, AppError> {
        let folder = TempDir::new()
            .map_err(|error| failed_by_name(&std::env::temp_dir().to_string_lossy(), &error))?;
        let app = App::open(&folder.path().join("trial.db"), clock)?;
        Ok(Self { app, _folder: folder })
    }

    /// The record.
    pub fn app(&self) -> &App {
        &self.app
    }
}
