//! Everything as plain files, for those who leave: tables, letters, originals under their own names.
//! It can be read with anything, and nothing of it is needed to go on with Holdfast.

mod names;
mod places;
mod tables;

use std::io::Write as _;
use std::path::Path;

use holdfast_domain::{Attachment, Household, SentLetter, Sha256};
use holdfast_store::StoreError;

use self::places::Places;
use self::tables::Tables;
use crate::error::with;
use crate::wire::{AppError, ErrorCode, FolderSaved};
use crate::{App, files};

pub use names::safe_name;

impl App {
    /// Writes everything that is in sight into a new folder: all of it, or nothing. Originals that are
    /// missing or damaged are left out and named in its `READ ME.txt`.
    ///
    /// # Errors
    /// `FolderNotEmpty` where something lies there; `DiskFull`, or `Io` with the name.
    pub fn save_folder(&self, path: &Path) -> Result<FolderSaved, AppError> {
        let failed = |error: std::io::Error| files::failed_by_name(&files::name(path), &error);
        if std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(with(ErrorCode::FolderNotEmpty, [("name", files::name(path))]));
        }
        let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let building = tempfile::Builder::new()
            .prefix(".holdfast-")
            .tempdir_in(parent.unwrap_or(Path::new(".")))
            .map_err(failed)?;
        let saved = self.fill_folder(building.path())?;
        if path.exists() {
            std::fs::remove_dir(path).map_err(failed)?;
        }
        std::fs::rename(building.path(), path).map_err(failed)?;
        // It has its name now, and nothing is left to be removed.
        let _ = building.keep();
        Ok(saved)
    }

    /// The same in a new folder within another, named by today's day.
    ///
    /// # Errors
    /// As [`App::save_folder`].
    pub fn save_folder_in(&self, within: &Path) -> Result<FolderSaved, AppError> {
        let name = format!("Holdfast {}", self.today_day());
        let numbered = (2_u32..).map(|number| format!("{name} ({number})"));
        let mut paths = std::iter::once(name.clone()).chain(numbered).map(|it| within.join(it));
        let free = paths.find(|path| !path.exists()).ok_or_else(crate::error::not_found)?;
        self.save_folder(&free)
    }

    fn fill_folder(&self, root: &Path) -> Result<FolderSaved, AppError> {
        let reader = self.store().reader()?;
        let household = reader.whole_household()?;
        let (letters, attachments) = (reader.sent_letters()?, reader.attachments(None, u32::MAX)?);
        let mut places = Places::new(root);
        let mut filling = Filling {
            app: self,
            places: &mut places,
            files: 0,
            lacking: Vec::new(),
            erased: Vec::new(),
        };
        filling.disputes(&household, &letters, &attachments)?;
        for statement in reader.statements()? {
            filling.original(statement.original, &[STATEMENTS], &statement.file_name)?;
        }
        let (files, lacking, erased) = (filling.files, filling.lacking, filling.erased);
        let tables = Tables {
            reader: &reader,
            on: self.today_day(),
            household: &household,
            letters: &letters,
            attachments: &attachments,
        };
        for (name, bytes) in tables.all()? {
            places.write(&["Tables"], &format!("{name}.csv"), &bytes)?;
        }
        let json = self.export_household()?;
        places.write(&[], "household.json", json.as_bytes())?;
        let about = read_me(&household, &places, &lacking, &erased);
        places.write(&[], "READ ME.txt", about.as_bytes())?;
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Ok(FolderSaved {
            disputes: count(household.disputes.len()),
            letters: count(letters.len()),
            files,
            lacking: count(lacking.len()),
        })
    }
}

/// What may be in the folder, each with what it is.
const IN_IT: [(&str, &str); 4] = [
    (
        "Disputes",
        "a folder for each that has any: the letters that were sent, and the files, as\r\n\
         \u{20}                they were added",
    ),
    (STATEMENTS, "the banks' files, as they were taken in"),
    ("Tables", "everything that was written down, for any spreadsheet (CSV, UTF-8)"),
    ("household.json", "the same as data; Holdfast takes it in again"),
];

const STATEMENTS: &str = "Bank statements";

/// Originals on their way into the folder.
struct Filling<'a> {
    app: &'a App,
    places: &'a mut Places,
    files: u32,
    /// What could not be given, by the names that people know.
    lacking: Vec<String>,
    /// What somebody erased for good, by the same names, each with the day.
    erased: Vec<String>,
}

impl Filling<'_> {
    fn disputes(
        &mut self,
        household: &Household,
        letters: &[SentLetter],
        attachments: &[Attachment],
    ) -> Result<(), AppError> {
        for dispute in &household.disputes {
            let folder = self.places.folder(&["Disputes"], &dispute.title);
            let folder = ["Disputes", &folder];
            for letter in letters.iter().filter(|it| it.dispute == dispute.id) {
                let first = letter.addressee.lines().next().unwrap_or_default();
                let kind = letter.kind.as_str().replace('_', " ");
                let name = format!("{} {kind} to {first}", letter.on);
                let within = [folder[0], folder[1], "Letters"];
                self.places.write(&within, &format!("{name}.txt"), letter.text.as_bytes())?;
                self.original(letter.pdf, &within, &format!("{name}.pdf"))?;
                if let Some(dossier) = letter.dossier {
                    self.original(dossier, &within, &format!("{name}, dossier.pdf"))?;
                }
            }
            // The oldest first, so that of two of one name it is the second that gets a number.
            for file in attachments.iter().rev().filter(|it| it.dispute == dispute.id) {
                self.original(file.sha256, &[folder[0], folder[1], "Files"], &file.name)?;
            }
        }
        Ok(())
    }

    /// Gives an original out under a name; one that is not what it was is named and left out.
    fn original(&mut self, sha256: Sha256, folder: &[&str], name: &str) -> Result<(), AppError> {
        let (path, mut file) = self.places.create(folder, name)?;
        match self.app.store().read_original(sha256, &mut file) {
            Ok(_) => {
                self.files = self.files.saturating_add(1);
                let done = file.flush().and_then(|()| file.sync_all());
                done.map_err(|error| files::failed_by_name(name, &error))
            }
            Err(StoreError::Damaged { .. } | StoreError::NoOriginal { .. }) => {
                drop(file);
                self.lacking.push(format!("{}/{name}", folder.join("/")));
                std::fs::remove_file(path).map_err(|error| files::failed_by_name(name, &error))
            }
            Err(StoreError::Erased { on, .. }) => {
                drop(file);
                self.erased.push(format!("{}/{name} (on {on})", folder.join("/")));
                std::fs::remove_file(path).map_err(|error| files::failed_by_name(name, &error))
            }
            Err(other) => Err(other.into()),
        }
    }
}

/// What is in the folder, and what is not: the folders that were made, and no others.
fn read_me(
    household: &Household,
    places: &Places,
    lacking: &[String],
    erased: &[String],
) -> String {
    let mut text = format!("The record of {} as plain files.\r\n\r\n", household.name);
    let named = IN_IT.iter().filter(|(name, _)| places.has(name));
    named.for_each(|(name, what)| text.push_str(&format!("{name:<17}{what}\r\n")));
    text.push_str(
        "\r\n\
         Private notes are in the tables and in household.json. Please look before you hand this on.\r\n\
         Where a cell would be taken for a formula by a spreadsheet, an apostrophe stands before it.\r\n\
         What lay in the bin, drafts of letters and the history of changes are not here; the hand-over\r\n\
         archive (.holdfast) has those too.\r\n",
    );
    if !lacking.is_empty() {
        text.push_str("\r\nThese files were missing or damaged, and are not here:\r\n");
        lacking.iter().for_each(|name| text.push_str(&format!("  {name}\r\n")));
    }
    if !erased.is_empty() {
        text.push_str("\r\nThese files were erased for good, and are not here:\r\n");
        erased.iter().for_each(|name| text.push_str(&format!("  {name}\r\n")));
    }
    text
}
