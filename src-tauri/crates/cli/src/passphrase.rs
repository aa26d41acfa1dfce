//! Passphrases: typed where nobody sees them, or handed over by a script.

use std::path::Path;

use holdfast_app::files;
use holdfast_app::wire::{AppError, ErrorCode};

use crate::{Failure, out, words};

/// The variable in which a script hands over the passphrase of the record.
const VARIABLE: &str = "HOLDFAST_PASSPHRASE";

/// How often a passphrase is asked for before the command ends.
const TRIES: u32 = 3;

/// Does something with the passphrase of an encrypted record, or with its recovery code: with what a
/// script handed over, or with what is typed.
pub(crate) fn of_record<T>(unlock: impl Fn(&str) -> Result<T, AppError>) -> Result<T, Failure> {
    match handed_over()? {
        Some(given) => Ok(unlock(&given)?),
        None => tried(|| ask("The passphrase of the record, or its recovery code: "), unlock),
    }
}

/// Does something with what is typed, and asks again where that was a slip.
pub(crate) fn tried<T>(
    ask: impl Fn() -> Result<String, Failure>,
    unlock: impl Fn(&str) -> Result<T, AppError>,
) -> Result<T, Failure> {
    for _ in 1..TRIES {
        match unlock(&ask()?) {
            Err(error) if is_slip(error.code) => out::note(words::sentence(&error)),
            done => return Ok(done?),
        }
    }
    Ok(unlock(&ask()?)?)
}

/// Whether typing it again may help.
fn is_slip(code: ErrorCode) -> bool {
    [ErrorCode::WrongPassphrase, ErrorCode::WrongRecoveryCode, ErrorCode::ArchiveWrongPassphrase]
        .contains(&code)
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Types one after the other, and gives how often was asked and what came of it.
    fn typed(all: &[&str], refusal: ErrorCode) -> (usize, Result<String, Failure>) {
        let asked = Cell::new(0);
        let ask = || {
            let at = asked.replace(asked.get() + 1);
            Ok(all.get(at).copied().unwrap_or("nobody types any more").to_owned())
        };
        let done = tried(ask, |typed| match typed {
            "right" => Ok(typed.to_owned()),
            _ => Err(AppError {
                code: refusal,
                values: [("mistyped".to_owned(), "yes".to_owned())].into(),
                problems: Vec::new(),
            }),
        });
        (asked.get(), done)
    }

    #[test]
    fn a_slip_is_asked_for_again_but_not_for_ever() {
        let (asked, done) = typed(&["rihgt", "rigth", "right"], ErrorCode::WrongPassphrase);
        assert_eq!((asked, done.is_ok()), (3, true));
        let (asked, done) = typed(&["a", "b", "c", "right"], ErrorCode::WrongRecoveryCode);
        assert_eq!((asked, done.is_err()), (3, true), "three times, and then it ends");
        let (asked, done) = typed(&["right"], ErrorCode::WrongPassphrase);
        assert_eq!((asked, done.is_ok()), (1, true));
        let (asked, done) = typed(&["a", "right"], ErrorCode::KeyMissing);
        assert_eq!((asked, done.is_err()), (1, true), "typing again finds no key");
    }
}
