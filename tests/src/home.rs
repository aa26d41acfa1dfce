//! A home folder of the test's own, so that no test sees another's record or the person's.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The home folder that a window was or will be opened in. It is removed when dropped.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// A new and empty one.
    ///
    /// # Panics
    /// When the folder for temporary files cannot be written to.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "making a folder is not a default value")]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("holdfast-").tempdir();
        Self { folder: folder.expect("a temporary folder can be made") }
    }

    /// The folder itself, for files that a journey brings along.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The store's file. It does not exist before the first window has been opened.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.folder().join("household.db")
    }

    /// Where the programs' own output goes.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder().join("log.txt")
    }

    /// Makes a program take this folder for the person's home.
    pub(crate) fn furnish(&self, command: &mut Command) {
        command.env("HOME", self.folder()).env("HOLDFAST_STORE", self.store());
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(name, self.folder().join(folder));
        }
    }
}
