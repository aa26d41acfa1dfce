//! What was being built beside a record when the program ended. It is worth nothing, and it may hold
//! what is erased for good afterwards, or what is to be encrypted.

use crate::paths::{Paths, beside, clear};
use crate::{StoreError, arriving, backup};

/// Removes it. Nobody else builds anything there: whoever calls this holds the lock of the record.
pub(crate) fn sweep(paths: &Paths) -> Result<(), StoreError> {
    for file in [&paths.records, &paths.evidence] {
        clear(&beside(file, "-new"))?;
    }
    clear(&beside(&paths.records, backup::RESTORING))?;
    arriving::sweep(&paths.records)?;
    if paths.backups.is_dir() { backup::sweep(&paths.backups) } else { Ok(()) }
}
