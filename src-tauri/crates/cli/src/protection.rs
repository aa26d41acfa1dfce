//! Setting, changing and removing the passphrase in a terminal.

use std::path::{Path, PathBuf};

use clap::Args;
use holdfast_app::wire::{AppError, BackupPlace};
use holdfast_app::{App, Clock, files};

use crate::place::Place;
use crate::{Failure, out, passphrase, values, words};

/// Where a recovery code goes, which is given only once.
#[derive(Debug, Args)]
pub(crate) struct Sheet {
    /// Write it as a page to print, instead of saying it here; an existing file is replaced
    #[arg(long, value_name = "FILE.pdf", value_parser = values::pdf)]
    to: Option<PathBuf>,
}

/// A new passphrase.
#[derive(Debug, Args)]
pub(crate) struct NewPassphrase {
    /// The new one, as the first line of a file (otherwise it is asked for, twice)
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// How a record is encrypted.
#[derive(Debug, Args)]
pub(crate) struct NewRecord {
    #[command(flatten)]
    new: NewPassphrase,
    #[command(flatten)]
    sheet: Sheet,
}

impl NewPassphrase {
    fn read(&self) -> Result<Option<String>, Failure> {
        self.passphrase_file.as_deref().map(passphrase::first_line).transpose()
    }

    fn ask() -> Result<String, Failure> {
        passphrase::new("A new passphrase for the record: ")
    }
}

/// Encrypts the record.
pub(crate) fn encrypt(place: &Place, wanted: &NewRecord) -> Result<(), Failure> {
    place.require()?;
    // Nobody is asked for a passphrase that could not be set.
    if App::is_encrypted(&place.path)? {
        return Err(AppError::already_encrypted().into());
    }
    let new = match wanted.new.read()? {
        Some(new) => new,
        None => passphrase::handed_over()?.map_or_else(NewPassphrase::ask, Ok)?,
    };
    let (key, code) = App::encrypt(&place.path, &new)?;
    out::note(format!("{} is encrypted, with its files and its backups", place.path.display()));
    let opened = App::open_with(&place.path, Some(&key), Clock::System);
    hand_over(&code, opened.as_ref().map_err(Clone::clone), &wanted.sheet)?;
    opened.map_or(Ok(()), |app| note_what_stays(&app))
}

/// Says where copies from before lie, which anybody can read.
fn note_what_stays(app: &App) -> Result<(), Failure> {
    let said = match app.backup_place()? {
        Some(BackupPlace { name, plain_folder: Some(folder), .. }) => format!(
            "the copies of backups in “{folder}” on {name} are from before and can be read by \
             anybody; delete them when there are new ones"
        ),
        // A drive that is not plugged in now.
        Some(BackupPlace { name, plain_folder: None, .. }) => format!(
            "copies of backups that are on {name} from before can be read by anybody; delete them \
             when it is there again and has new ones"
        ),
        None => "what was copied elsewhere before, such as with `backup --to`, can be read by \
                 anybody; delete it when there are new copies"
            .to_owned(),
    };
    out::note(format!("note: {said}"));
    Ok(())
}

/// Decrypts the record.
pub(crate) fn decrypt(place: &Place) -> Result<(), Failure> {
    place.require()?;
    if !App::is_encrypted(&place.path)? {
        return Err(AppError::not_encrypted().into());
    }
    passphrase::of_record(|typed| App::decrypt(&place.path, typed))?;
    out::answer(format!(
        "{} is not encrypted any more, nor are its files and its backups",
        place.path.display()
    ))
}

/// Changes the passphrase.
pub(crate) fn change(place: &Place, wanted: &NewPassphrase) -> Result<(), Failure> {
    let (app, current) = unlocked(place)?;
    let new = wanted.read()?.map_or_else(NewPassphrase::ask, Ok)?;
    app.change_passphrase(&current, &new)?;
    out::answer("the passphrase is changed; the recovery code is what it was")
}

/// Makes a new recovery code.
pub(crate) fn new_code(place: &Place, wanted: &Sheet) -> Result<(), Failure> {
    let (app, current) = unlocked(place)?;
    let code = app.new_recovery_code(&current)?;
    out::note("the recovery code of before opens the record no more");
    hand_over(&code, Ok(&app), wanted)
}

/// The encrypted record, and what was typed to open it.
fn unlocked(place: &Place) -> Result<(App, String), Failure> {
    place.require()?;
    if !App::is_encrypted(&place.path)? {
        return Err(AppError::not_encrypted().into());
    }
    let (key, current) = passphrase::of_record(|typed| {
        Ok((App::unlock_with_either(&place.path, typed)?, typed.to_owned()))
    })?;
    Ok((App::open_with(&place.path, Some(&key), Clock::System)?, current))
}

/// Gives the recovery code. Nobody can have it again, so it is said where it could not be written.
fn hand_over(code: &str, app: Result<&App, AppError>, sheet: &Sheet) -> Result<(), Failure> {
    let Some(file) = &sheet.to else {
        out::note(
            "The recovery code, which stands for a passphrase that is forgotten. It is said this once: \
             write it down, and keep it away from this computer.",
        );
        return out::answer(code);
    };
    let written = app.and_then(|app| write(app, code, file));
    if let Err(error) = written {
        out::answer(code)?;
        return Err(Failure::File(format!(
            "the page could not be written, so the recovery code stands above. {}",
            words::sentence(&error)
        )));
    }
    out::answer(format!("the recovery code is in {}: print it, then delete it", file.display()))
}

fn write(app: &App, code: &str, file: &Path) -> Result<(), AppError> {
    let (_, bytes) = app.recovery_sheet(code)?;
    files::write_bytes(file, &bytes)
}
