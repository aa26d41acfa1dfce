//! What must not lie beside a record: of an encrypted one, anything that can be read without its key;
//! of any other, anything encrypted; and of both, what was being built.

use std::fs;
use std::path::Path;

/// What every file of SQLite begins with that is not encrypted, and words that the hand writes.
const READABLE: [&str; 4] =
    ["SQLite format 3", "Copper & Pine", "Ida Marlow", "the parcel was found"];

/// What only stands in names while a record is encrypted or decrypted.
const BEING_BUILT: &str = "-turn";

/// What is there of a record that nobody has open, and should not be.
pub(crate) fn complaints(path: &Path, is_sealed: bool) -> Vec<String> {
    let mut all = Vec::new();
    let Some(folder) = path.parent() else { return all };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for folder in [folder.to_owned(), folder.join(format!("{name}-backups"))] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_file() && entry.file_name().to_string_lossy().starts_with(['h', '2'])
            {
                all.extend(of_file(&entry.path(), is_sealed));
            }
        }
    }
    all
}

fn of_file(path: &Path, is_sealed: bool) -> Option<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if name.contains(BEING_BUILT) {
        return Some(format!("{name} was left over"));
    }
    let bytes = fs::read(path).ok()?;
    if !is_sealed {
        let is_key = name.ends_with("-key") || name.ends_with("-key-new");
        let is_kept = name.ends_with(".db") || name.ends_with("-evidence");
        let is_shut = is_kept && !bytes.starts_with(READABLE[0].as_bytes());
        return (is_key || is_shut)
            .then(|| format!("{name} was left over, though nothing is encrypted"));
    }
    let holds = |word: &&&str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
    let word = READABLE.iter().find(holds)?;
    Some(format!("“{word}” can be read in {name}"))
}
