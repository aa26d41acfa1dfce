//! Passphrases: typed where nobody sees them, or handed over by a script.

use std::path::Path;

use holdfast_app::files;

use crate::Failure;

/// The variable in which a script hands over the passphrase of the record.
const VARIABLE: &str = "HOLDFAST_PASSPHRASE";

/// The passphrase of an encrypted record, or its recovery code: what a script handed over, or what is
/// typed.
pub(crate) fn of_record() -> Result<String, Failure> {
    match handed_over()? {
        Some(given) => Ok(given),
        None => ask("The passphrase of the record, or its recovery code: "),
    }
}

/// What a script handed over, where it did.
pub(crate) fn handed_over() -> Result<Option<String>, Failure> {
    std::env::var(VARIABLE).ok().map(said).transpose()
}

/// A new passphrase, which is asked for twice.
pub(crate) fn new(what: &str) -> Result<String, Failure> {
    let first = ask(what)?;
    if ask("The same again: ")? == first {
        Ok(first)
    } else {
        Err(Failure::File("the two were not the same. Nothing was done.".to_owned()))
    }
}

/// Asks in the terminal for what is not shown while it is typed.
pub(crate) fn ask(what: &str) -> Result<String, Failure> {
    let typed = rpassword::prompt_password(what).map_err(|_| {
        Failure::File(format!(
            "there is no terminal here to ask for a passphrase. Give that of the record in {VARIABLE}, \
             and a new one or that of an archive with --passphrase-file."
        ))
    })?;
    said(typed)
}

/// The first line of a file.
pub(crate) fn first_line(file: &Path) -> Result<String, Failure> {
    let text = files::read(file)?;
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let no_text = |_| Failure::File(format!("{} is not text.", file.display()));
    said(String::from_utf8(line.to_vec()).map_err(no_text)?)
}

/// Nothing is no passphrase.
fn said(passphrase: String) -> Result<String, Failure> {
    if passphrase.is_empty() {
        return Err(Failure::File("the passphrase is empty. Nothing was done.".to_owned()));
    }
    Ok(passphrase)
}
