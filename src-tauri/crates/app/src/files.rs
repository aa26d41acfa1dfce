//! Files that a person has chosen: read whole, and written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::error::with;
use crate::wire::{AppError, ErrorCode};

/// Opens a file to take it in, with the name by which the person knows it.
///
/// # Errors
/// `Io` with the name and what the system said.
pub fn open(path: &Path) -> Result<(String, File), AppError> {
    let file = File::open(path).map_err(|error| failed(path, &error))?;
    Ok((name(path), file))
}

/// Reads a whole file.
///
/// # Errors
/// `Io` with the name and what the system said.
pub fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    std::fs::read(path).map_err(|error| failed(path, &error))
}

/// Writes a file through `write`. Until all is safely on disk the place holds what it held before.
///
/// # Errors
/// What `write` says, or `DiskFull` or `Io` with the name and what the system said.
pub fn write(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let io = |error: std::io::Error| failed(path, &error);
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(io)?;
    write(&mut file)?;
    file.as_file().sync_all().map_err(io)?;
    file.persist(path).map_err(|error| failed(path, &error.error))?;
    Ok(())
}

/// Writes these bytes as [`write()`] does.
///
/// # Errors
/// As [`write()`].
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write(path, |out| out.write_all(bytes).map_err(|error| failed(path, &error)))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn failed(path: &Path, error: &std::io::Error) -> AppError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return crate::error::plain(ErrorCode::DiskFull);
    }
    with(ErrorCode::Io, [("path", name(path)), ("detail", error.to_string())])
}
