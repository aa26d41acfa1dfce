//! Migrations: each in one transaction with the version that it leads to.

use std::path::Path;

use rusqlite::Connection;

use crate::connection;
use crate::kind::Kind;
use crate::paths::{beside, remove, sync_folder};
use crate::reader::begin_writing;
use crate::{Key, OpenError, StoreError};

/// Takes every step that a file has not yet taken. A step that fails leaves the version before it.
pub(crate) fn migrate(
    connection: &Connection,
    from: i32,
    steps: &[&str],
) -> Result<(), StoreError> {
    let taken = usize::try_from(from).unwrap_or_default();
    for (step, version) in steps.iter().zip(1_i32..).skip(taken) {
        let transaction = begin_writing(connection)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Makes a new file of that kind. It is built under another name, so that a crash cannot leave half
/// of one where the next start would find it.
pub(crate) fn create(path: &Path, kind: Kind, key: Option<&Key>) -> Result<(), OpenError> {
    let new = beside(path, "-new");
    build(&new, kind, key).map_err(|error| created(path, error)).and_then(|()| {
        let done =
            std::fs::rename(&new, path).and_then(|()| path.parent().map_or(Ok(()), sync_folder));
        done.map_err(|error| crate::lock::open_error(path, &error))
    })
}

/// Makes a new file of that kind under the very name, which is none that a start looks for.
pub(crate) fn build(new: &Path, kind: Kind, key: Option<&Key>) -> Result<(), StoreError> {
    remove(new)?;
    let connection = connection::creating(new, key)?;
    connection.pragma_update(None, "application_id", kind.application)?;
    migrate(&connection, 0, kind.migrations)?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(std::fs::File::open(new)?.sync_all()?)
}

/// What an error of the store means for opening it.
#[expect(clippy::wildcard_enum_match_arm, reason = "what is left has no sentence of its own here")]
pub(crate) fn created(path: &Path, error: StoreError) -> OpenError {
    let path = path.to_owned();
    match error {
        StoreError::DiskFull => OpenError::DiskFull { path },
        StoreError::ReadOnly => OpenError::ReadOnly { path },
        other => OpenError::Io { path, detail: other.to_string() },
    }
}
