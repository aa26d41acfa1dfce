//! Whether the files that are open still lie where they lay. A system that lets an open file be moved or
//! deleted goes on taking what is written to it, and the next start does not find any of that.

use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::paths::{Paths, is_nowhere};

/// The files of an open store by name, and what tells each from another file of that name.
#[derive(Debug)]
pub(crate) struct Whereabouts {
    files: Vec<(PathBuf, Identity)>,
}

impl Whereabouts {
    /// As they lie now.
    pub(crate) fn of(paths: &Paths) -> std::io::Result<Self> {
        let files = [&paths.records, &paths.evidence].into_iter();
        let found = files.map(|path| Ok((path.clone(), identity(path)?)));
        Ok(Self { files: found.collect::<std::io::Result<_>>()? })
    }

    /// That each is still there. A disk that does not say so now says nothing of where they are.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        for (path, known) in &self.files {
            let is_same = match identity(path) {
                Ok(found) => found == *known,
                Err(error) if is_nowhere(&error) => false,
                Err(error) => return Err(error.into()),
            };
            if !is_same {
                return Err(StoreError::Gone { path: path.clone() });
            }
        }
        Ok(())
    }
}

#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> std::io::Result<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let found = std::fs::metadata(path)?;
    Ok((found.dev(), found.ino()))
}

/// Where an open file can neither be moved nor deleted, that it is there is enough.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
fn identity(path: &Path) -> std::io::Result<Identity> {
    std::fs::metadata(path).map(drop)
}
