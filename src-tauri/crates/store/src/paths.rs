//! The files of a store: the records, and its companions, whose names append to it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::lock::open_error;
use crate::{Key, OpenError, look};

/// How the files of a store are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Access {
    /// As they are: they are not encrypted.
    Plain,
    /// Not at all: they are encrypted, and nobody has said the passphrase.
    Locked,
    /// With their key.
    Unlocked(Key),
}

impl Access {
    /// The key, where there is one to use.
    pub(crate) fn key(&self) -> Option<&Key> {
        match self {
            Self::Unlocked(key) => Some(key),
            Self::Plain | Self::Locked => None,
        }
    }
}

/// Where the files of one store lie, and how they are read.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    /// The records, such as `home.db`.
    pub(crate) records: PathBuf,
    /// The stored originals, `home.db-evidence`.
    pub(crate) evidence: PathBuf,
    /// What says that somebody has the store open, `home.db-lock`.
    pub(crate) lock: PathBuf,
    /// The folder of backups, `home.db-backups`.
    pub(crate) backups: PathBuf,
    /// The file that holds the key of an encrypted store, `home.db-key`.
    pub(crate) key: PathBuf,
    /// How they are read.
    pub(crate) access: Access,
}

impl Paths {
    /// The files of the store at that path. Links are followed, so that two names of one file mean
    /// one store.
    pub(crate) fn of(path: &Path) -> Result<Self, OpenError> {
        let records = match path.canonicalize() {
            Ok(found) => found,
            Err(error) if !may_be_new(&error) => return Err(open_error(path, &error)),
            Err(_) => {
                let folder = match path.parent() {
                    Some(folder) if !folder.as_os_str().is_empty() => folder,
                    Some(_) | None => Path::new("."),
                };
                let name =
                    path.file_name().ok_or_else(|| OpenError::Foreign { path: path.to_owned() })?;
                let missing = |_| OpenError::NoFolder { folder: folder.to_owned() };
                folder.canonicalize().map_err(missing)?.join(name)
            }
        };
        let key = beside(&records, "-key");
        Ok(Self {
            access: if look::is_there(&key)? { Access::Locked } else { Access::Plain },
            key,
            evidence: beside(&records, "-evidence"),
            lock: beside(&records, "-lock"),
            backups: beside(&records, "-backups"),
            records,
        })
    }

    /// The same with the key that somebody has, which only what is encrypted asks for.
    ///
    /// # Errors
    /// Where the disk does not say whether it is encrypted.
    pub(crate) fn with_key(mut self, key: Option<&Key>) -> Result<Self, OpenError> {
        self.access = if look::is_there(&self.key)? {
            key.cloned().map_or(Access::Locked, Access::Unlocked)
        } else {
            Access::Plain
        };
        Ok(self)
    }

    /// The second copy of the key file, in the folder of backups, which are nothing without it.
    pub(crate) fn key_copy(&self) -> PathBuf {
        let name = self.key.file_name().unwrap_or_default();
        self.backups.join(name)
    }

    /// The folder in which all of them lie.
    pub(crate) fn folder(&self) -> &Path {
        self.records.parent().unwrap_or(Path::new("."))
    }
}

/// Whether a path that cannot be followed may be one at which nothing lies yet.
fn may_be_new(error: &std::io::Error) -> bool {
    is_nowhere(error) || error.kind() == ErrorKind::PermissionDenied
}

/// Whether that says of a path that nothing lies there.
pub(crate) fn is_nowhere(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The file whose name appends to this one's.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// What lies in a folder, which need not be there.
pub(crate) fn files_in(folder: &Path) -> impl Iterator<Item = std::io::Result<PathBuf>> {
    let (entries, refused) = match std::fs::read_dir(folder) {
        Ok(entries) => (Some(entries), None),
        Err(error) if error.kind() == ErrorKind::NotFound => (None, None),
        Err(error) => (None, Some(Err(error))),
    };
    entries.into_iter().flatten().map(|entry| entry.map(|it| it.path())).chain(refused)
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Removes what may be left of a file that was being built, with its logs.
pub(crate) fn clear(new: &Path) -> std::io::Result<()> {
    ["", "-wal", "-journal", "-shm"].iter().try_for_each(|it| remove(&beside(new, it)))
}

/// Makes what was renamed or created in a folder survive a power cut. Where a platform does not let
/// folders be opened, it takes care of that itself.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}
