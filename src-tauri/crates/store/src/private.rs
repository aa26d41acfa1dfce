//! Files that are their owner's alone. A computer may have several accounts, and the folder that somebody
//! chose for the record may be one that all of them read.

use std::fs::{File, OpenOptions};
use std::path::Path;

/// Makes a new file that nobody else on this computer can read or write. SQLite gives the log of a
/// file, and what else it makes beside it, the rights of the file itself.
///
/// # Errors
/// What the system said, and that the file is there already.
pub(crate) fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
