//! Files that a person has chosen: read whole, and written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Incoming;
use crate::error::with;
pub use crate::plain_folder::safe_name;
use crate::wire::{AppError, ErrorCode};

/// Opens a file to take it in, with the name by which the person knows it.
///
/// # Errors
/// `Io` with the name and what the system said.
pub fn open(path: &Path) -> Result<(String, File), AppError> {
    let file = File::open(path).map_err(|error| failed(path, &error))?;
    Ok((name(path), file))
}

/// Keeps the other accounts of this computer out of the program's own folder. The XDG Base Directory
/// Specification asks for that where such a folder is made; one that stood open is closed too. On a
/// disk that knows no accounts nothing is done: there is nothing to keep anybody out with.
pub fn keep_private(own: &Path) {
    #[cfg(unix)]
    let _ = std::fs::set_permissions(own, std::os::unix::fs::PermissionsExt::from_mode(0o700));
    #[cfg(not(unix))]
    let _ = own;
}

/// Makes a folder, with those that it lies in.
///
/// # Errors
/// `DiskFull`, or `Io` with the name and what the system said.
pub fn make_folder(path: &Path) -> Result<(), AppError> {
    std::fs::create_dir_all(path).map_err(|error| failed(path, &error))
}

/// Reads a whole file.
///
/// # Errors
/// `Io` with the name and what the system said.
pub fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    std::fs::read(path).map_err(|error| failed(path, &error))
}

/// Writes a file through `write`, and gives what that gives. Until all is safely on disk the place
/// holds what it held before.
///
/// # Errors
/// What `write` says, or `DiskFull` or `Io` with the name and what the system said.
pub fn write<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let io = |error: std::io::Error| failed(path, &error);
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(io)?;
    let given = write(&mut file)?;
    file.as_file().sync_all().map_err(io)?;
    file.persist(path).map_err(|error| failed(path, &error.error))?;
    Ok(given)
}

/// Writes a file as [`write()`] does, and has it read again before it gets its name.
///
/// # Errors
/// As [`write()`], and what `check` says.
pub fn write_checked(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<(), AppError>,
    check: impl FnOnce(File) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let io = |error: std::io::Error| failed(path, &error);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(io)?;
    write(file.as_file_mut())?;
    file.as_file().sync_all().map_err(io)?;
    check(file.reopen().map_err(io)?)?;
    file.persist(path).map_err(|error| failed(path, &error.error))?;
    // The name itself is to outlive a power cut too, where a folder can be synced.
    if cfg!(unix) { File::open(folder).and_then(|it| it.sync_all()).map_err(io) } else { Ok(()) }
}

/// Writes these bytes as [`write()`] does.
///
/// # Errors
/// As [`write()`].
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write(path, |out| out.write_all(bytes).map_err(|error| failed(path, &error)))
}

/// What was chosen or dropped, in the order given, with all that lies in folders among it. Links are
/// not followed, and what file systems keep for themselves is left out. A folder that cannot be read
/// comes as itself, so that adding says why.
///
/// # Errors
/// `TooManyFiles` where there are more than are taken at once: none is taken then, as nobody would
/// know which of them were.
pub fn gathered(chosen: &[PathBuf]) -> Result<Vec<Incoming>, AppError> {
    gathered_up_to(MOST, chosen)
}

fn gathered_up_to(most: usize, chosen: &[PathBuf]) -> Result<Vec<Incoming>, AppError> {
    let mut all = Vec::new();
    for path in chosen {
        gather(path, 0, most, &mut all);
    }
    if all.len() > most {
        return Err(with(ErrorCode::TooManyFiles, [("limit", most.to_string())]));
    }
    Ok(all.into_iter().map(Incoming::File).collect())
}

/// So many folders within each other, and so many files, are more than anybody means.
const DEEPEST: usize = 24;
const MOST: usize = 20_000;

/// Gathers what lies under a path, until it is more than may be.
fn gather(path: &Path, depth: usize, most: usize, all: &mut Vec<PathBuf>) {
    if all.len() > most {
        return;
    }
    let entries = match std::fs::read_dir(path) {
        Ok(entries) if depth < DEEPEST => entries,
        // No folder, or one that cannot be read.
        Ok(_) | Err(_) => return all.push(path.to_owned()),
    };
    let mut within: Vec<PathBuf> =
        entries.flatten().filter(is_wanted).map(|entry| entry.path()).collect();
    within.sort();
    within.iter().for_each(|path| gather(path, depth + 1, most, all));
}

/// Whether an entry of a folder is what people put there: no link, and nothing hidden.
fn is_wanted(entry: &std::fs::DirEntry) -> bool {
    let name = entry.file_name();
    let is_hidden = name.as_encoded_bytes().starts_with(b".")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini");
    !is_hidden && entry.file_type().is_ok_and(|found| !found.is_symlink())
}

/// The name by which a person knows a file, without its folder, as it may be shown.
pub fn name(path: &Path) -> String {
    crate::evidence::shown(&path.file_name().unwrap_or_default().to_string_lossy())
}

fn failed(path: &Path, error: &std::io::Error) -> AppError {
    failed_by_name(&name(path), error)
}

/// What the system said of a file that is known by that name.
#[expect(clippy::wildcard_enum_match_arm, reason = "what is rare has the system's own words")]
pub(crate) fn failed_by_name(name: &str, error: &std::io::Error) -> AppError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return crate::error::plain(ErrorCode::DiskFull);
    }
    let detail = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder, and a file is needed".to_owned(),
        std::io::ErrorKind::PermissionDenied => "the computer does not allow it".to_owned(),
        _ => error.to_string(),
    };
    with(ErrorCode::Io, [("path", name.to_owned()), ("detail", detail)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_programs_own_folder_is_closed_to_other_accounts() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder can be made");
        let own = folder.path().join("holdfast");
        make_folder(&own).expect("made");
        std::fs::set_permissions(&own, std::fs::Permissions::from_mode(0o755)).expect("opened");
        keep_private(&own);
        assert_eq!(own.metadata().expect("it is there").permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn more_files_than_are_taken_at_once_are_refused_and_never_cut() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for name in ["a.txt", "b.txt", "c.txt"] {
            std::fs::write(folder.path().join(name), name).expect("written");
        }
        let chosen = [folder.path().to_owned(), folder.path().join("a.txt")];
        let all = gathered_up_to(4, &chosen).expect("as many as may be");
        assert_eq!(all.len(), 4, "none is missing");
        let error = gathered_up_to(3, &chosen).map(|all| all.len()).expect_err("one too many");
        assert_eq!(error.code, ErrorCode::TooManyFiles);
        assert_eq!(error.values["limit"], "3", "and it is said how many are taken");
    }
}
