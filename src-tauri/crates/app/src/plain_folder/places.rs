//! Where files go in the folder: each under a name of its own.

use std::collections::HashSet;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::names::{parted, safe_name};
use crate::files;
use crate::wire::AppError;

/// A folder that is being filled.
pub(super) struct Places {
    root: PathBuf,
    /// What is taken, in small letters, which some file systems do not tell from capitals.
    taken: HashSet<String>,
}

impl Places {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), taken: HashSet::new() }
    }

    /// A name for a folder within others, of which there is not one yet.
    pub(super) fn folder(&mut self, within: &[&str], name: &str) -> String {
        self.free(within, name)
    }

    /// Whether a file or folder of that name lies in it.
    pub(super) fn has(&self, name: &str) -> bool {
        self.root.join(name).exists()
    }

    /// Writes a file.
    pub(super) fn write(
        &mut self,
        within: &[&str],
        name: &str,
        bytes: &[u8],
    ) -> Result<(), AppError> {
        let (_, mut file) = self.create(within, name)?;
        let done = file.write_all(bytes).and_then(|()| file.sync_all());
        done.map_err(|error| files::failed_by_name(name, &error))
    }

    /// Makes a file that is not there yet.
    pub(super) fn create(
        &mut self,
        within: &[&str],
        name: &str,
    ) -> Result<(PathBuf, File), AppError> {
        let mut path = self.root.clone();
        path.extend(within);
        files::make_folder(&path)?;
        path.push(self.free(within, name));
        let file = File::create_new(&path);
        file.map(|file| (path, file)).map_err(|error| files::failed_by_name(name, &error))
    }

    fn free(&mut self, within: &[&str], name: &str) -> String {
        let name = safe_name(name);
        let (stem, ending) = parted(&name);
        let mut candidate = name.clone();
        for number in 2_u64.. {
            let key = format!("{}/{candidate}", within.join("/")).to_lowercase();
            if self.taken.insert(key) {
                break;
            }
            candidate = format!("{stem} ({number}){ending}");
        }
        candidate
    }
}
