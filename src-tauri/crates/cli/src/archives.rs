//! Hand-over archives in a terminal.

use std::path::{Path, PathBuf};

use clap::Args;
use holdfast_app::archives::Checked;
use holdfast_app::wire::{ArchiveLook, ErrorCode};
use holdfast_app::{App, Clock};

use crate::out::{self, counted};
use crate::passphrase::{self, ask, first_line};
use crate::place::Place;
use crate::{Failure, evidence};

/// An archive to make a record of.
#[derive(Debug, Args)]
pub(crate) struct ImportArchive {
    /// The archive (.holdfast)
    file: PathBuf,
    /// Put it in the place of a record that holds something, which is kept beside the other backups
    #[arg(long)]
    replace: bool,
    /// The passphrase of an encrypted one, as the first line of a file (otherwise it is asked for)
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl ImportArchive {
    /// Opens the archive, and asks for its passphrase where it has one that was not given.
    fn open(&self) -> Result<Checked, Failure> {
        let given = self.passphrase_file.as_deref().map(first_line).transpose()?;
        match Checked::open(&self.file, given.as_deref()) {
            Err(error) if error.code == ErrorCode::ArchiveSealed => {
                let ask = || ask("The passphrase of the archive: ");
                passphrase::tried(ask, |typed| Checked::open(&self.file, Some(typed)))
            }
            opened => Ok(opened?),
        }
    }
}

/// How an archive is encrypted.
#[derive(Debug, Args)]
pub(crate) struct Seal {
    /// Encrypt it with a passphrase, which is asked for
    #[arg(long)]
    encrypt: bool,
    /// Encrypt it with the passphrase that is the first line of a file
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Seal {
    /// The passphrase, where there is to be one; asked for twice.
    fn passphrase(&self) -> Result<Option<String>, Failure> {
        if let Some(file) = &self.passphrase_file {
            return first_line(file).map(Some);
        }
        if !self.encrypt {
            return Ok(None);
        }
        passphrase::new("A passphrase for the archive: ").map(Some)
    }
}

/// Writes the record into an archive.
pub(crate) fn export(app: &App, file: &Path, seal: &Seal) -> Result<(), Failure> {
    let saved = app.save_archive(file, seal.passphrase()?.as_deref())?;
    out::answer(format!(
        "wrote {} with {} and {}; it was read again and is whole",
        file.display(),
        counted(saved.disputes, "dispute", "disputes"),
        counted(saved.files, "file", "files"),
    ))?;
    lacking(app, saved.lacking)
}

/// Writes everything as plain files.
pub(crate) fn folder(app: &App, folder: &Path) -> Result<(), Failure> {
    let saved = app.save_folder(folder)?;
    out::answer(format!(
        "wrote {} with {}, {} and {}",
        folder.display(),
        counted(saved.disputes, "dispute", "disputes"),
        counted(saved.letters, "letter", "letters"),
        counted(saved.files, "file", "files"),
    ))?;
    lacking(app, saved.lacking)
}

/// Makes a record of an archive.
pub(crate) fn import(place: &Place, wanted: &ImportArchive) -> Result<(), Failure> {
    let checked = wanted.open()?;
    place.prepare()?;
    let key = place.key()?;
    let taken = checked.take(&place.path, key.as_ref(), Clock::System, wanted.replace)?;
    out::answer(format!("{} holds {}", place.path.display(), told(&taken.look)))?;
    if taken.look.lacking > 0 {
        note_lacking(taken.look.lacking);
    }
    if taken.unjournalled > 0 {
        let fields = counted(taken.unjournalled, "field does", "fields do");
        out::note(format!("note: {fields} not hold what the history says; see `verify`"));
    }
    if let Some(kept) = taken.kept {
        out::answer(format!("what it replaced is kept as {kept}"))?;
    }
    if taken.look.lacking > 0 { Err(Failure::InPart) } else { Ok(()) }
}

fn told(of: &ArchiveLook) -> String {
    let disputes = counted(of.disputes, "dispute", "disputes");
    let files = counted(of.files, "file", "files");
    let day = of.made_at.get(..10).unwrap_or_default();
    match &of.household {
        Some(name) => format!("{disputes} and {files} of {name}, as of {day}"),
        None => format!("{disputes} and {files}, as of {day}"),
    }
}

/// Names what could not be written, and ends as what was done in part.
fn lacking(app: &App, count: u32) -> Result<(), Failure> {
    if count == 0 {
        return Ok(());
    }
    note_lacking(count);
    evidence::note_lost(&app.read_files_again()?);
    Err(Failure::InPart)
}

fn note_lacking(count: u32) {
    let files = counted(count, "file that the record names is", "files that the record names are");
    out::note(format!("note: {files} missing or damaged, and not in it; see `verify`"));
}

/// Why an archive is not taken in.
pub(crate) fn refused(name: &str, reason: &str, text: &str) -> String {
    let why = match reason {
        "not_an_archive" => "it is no hand-over archive".to_owned(),
        "changed" => "it has changed since it was encrypted, or is cut short".to_owned(),
        "other_key" => "it is encrypted, and not with a passphrase".to_owned(),
        "too_much_work" => "it asks for far too much work before it can be opened".to_owned(),
        "bad_seal" => "how it is encrypted cannot be told".to_owned(),
        "cut_short" => "it ends in the middle".to_owned(),
        "foreign_bytes" => "there is something in it that belongs to no entry".to_owned(),
        "too_many_entries" => "it has more entries than any record".to_owned(),
        "unsafe_name" => format!("the name “{text}” leads out of it"),
        "foreign_name" => format!("“{text}” is nothing that archives hold"),
        "doubled_name" => format!("“{text}” is in it twice"),
        "folder" => format!("“{text}” is a folder"),
        "link" => format!("“{text}” is a link"),
        "encrypted" => format!("“{text}” has a password of its own"),
        "unknown_compression" => format!("“{text}” is packed in a way that is not read"),
        "headers_differ" => format!("two things are said of “{text}”"),
        "unpacks_too_large" => format!("it unpacks to far more than it is: {text}"),
        "size_differs" => format!("“{text}” has another size than is said"),
        "hash_differs" => format!("“{text}” is not what it was"),
        "bad_manifest" => format!("its manifest cannot be read: {text}"),
        "not_in_manifest" => format!("its manifest does not name “{text}”"),
        "missing_entry" => format!("“{text}” is missing"),
        "bad_row" => format!("a row cannot be read: {text}"),
        "unknown_table" => format!("there is no table “{text}”"),
        "other_columns" => format!("those are not the columns of “{text}”"),
        "not_accepted" => format!("a row of “{text}” cannot be"),
        "dangling" => format!("a row of “{text}” names what is not there"),
        "missing_original" => format!("the original {text} is missing"),
        _ => format!("the record in it is not sound ({text})"),
    };
    format!("{name} was not taken in: {why}. Nothing was changed.")
}
