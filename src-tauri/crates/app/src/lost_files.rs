//! Files that the record names and that are not there, or are no longer what they were. A start does not
//! read every file again; that is done once a week, and whenever a backup is asked for.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use chrono::{NaiveDate, TimeDelta};
use holdfast_domain::Sha256;
use holdfast_store::{Reader, Record};
use serde::{Deserialize, Serialize};

use crate::disputes::called;
use crate::erase::keeper;
use crate::wire::{AppError, FileKeeperKind, LostFile};
use crate::{App, to_wire};

/// The setting that says what was found when the files were looked at last.
const SETTING: &str = "files-looked-at";

/// After so many days every file is read again.
const READ_AGAIN: TimeDelta = TimeDelta::days(7);

/// What was found when the files were looked at last.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Looked {
    /// The day on which every file was read, `YYYY-MM-DD`.
    read_on: Option<String>,
    /// Those that were missing, or not what they were, by their SHA-256.
    lost: BTreeSet<String>,
}

/// A look at the files, one at a time: whoever wants to lock the record meanwhile need not wait for all
/// of them.
#[derive(Debug)]
pub struct FilesLook {
    /// Where the record lies.
    of: PathBuf,
    /// What is still to be read.
    left: Vec<Sha256>,
    lost: Vec<Sha256>,
    read: u32,
    reads_all: bool,
}

impl FilesLook {
    /// What is not there, and what is to be read as it was not what it was the last time.
    pub(crate) fn lost(&self) -> impl Iterator<Item = Sha256> {
        self.lost.iter().chain(&self.left).copied()
    }

    /// How many files were read.
    pub fn read(&self) -> u32 {
        self.read
    }
}

impl App {
    /// The files that are known to be lost, each with what names it. What was found to be no longer what
    /// it was is read again; of the rest, only that it is there is known.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn lost_files(&self) -> Result<Vec<LostFile>, AppError> {
        let mut look = self.look_at_files(false)?;
        while self.look_at_next_file(&mut look)? {}
        self.found_lost(&look)
    }

    /// Those of them that are evidence of a dispute, which is named by its title, short reference or id.
    ///
    /// # Errors
    /// `NotFound`, `SeveralFound`; when the store cannot be read.
    pub fn lost_files_of(&self, dispute: &str) -> Result<Vec<LostFile>, AppError> {
        let id = self.read(|reader| called(reader, dispute))?.to_string();
        let is_of = |it: &LostFile| {
            it.naming.kind == FileKeeperKind::File
                && it.naming.dispute.as_ref().is_some_and(|of| of.id == id)
        };
        Ok(self.lost_files()?.into_iter().filter(is_of).collect())
    }

    /// Reads every file again, and gives those that are lost.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read_files_again(&self) -> Result<Vec<LostFile>, AppError> {
        let mut look = self.look_at_files(true)?;
        while self.look_at_next_file(&mut look)? {}
        self.files_looked_at(&look)?;
        self.found_lost(&look)
    }

    /// The files that a look found lost, each with what names it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn found_lost(&self, look: &FilesLook) -> Result<Vec<LostFile>, AppError> {
        let there: HashSet<_> = self.store().originals()?.into_iter().map(|it| it.sha256).collect();
        self.read(|reader| {
            let mut told = Vec::new();
            // One that nothing names is missed by nobody.
            for sha256 in &look.lost {
                let is_changed = there.contains(sha256);
                for record in reader.naming(*sha256)? {
                    told.push(lost_file(reader, record, is_changed)?);
                }
            }
            Ok(told)
        })
    }

    /// Begins to look at the files: at all of them where that was not done for a week.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn look_at_files_if_due(&self) -> Result<FilesLook, AppError> {
        let read_on: Option<NaiveDate> = self.looked()?.read_on.and_then(|on| on.parse().ok());
        // A clock that was wrong for once does not put it off for years.
        let since = read_on.map(|on| (self.today_day() - on).abs());
        self.look_at_files(since.is_none_or(|since| since >= READ_AGAIN))
    }

    /// Begins to look at all files, or at those that were lost the last time.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn look_at_files(&self, reads_all: bool) -> Result<FilesLook, AppError> {
        let there: Vec<Sha256> =
            self.store().originals()?.into_iter().map(|it| it.sha256).collect();
        let named = self.read(|reader| Ok(reader.originals_to_be_there()?))?;
        let known = self.looked()?.lost;
        let is_there: HashSet<Sha256> = there.iter().copied().collect();
        let is_looked_at = |it: &Sha256| reads_all || known.contains(&it.to_string());
        Ok(FilesLook {
            of: self.path().to_owned(),
            left: there.into_iter().filter(is_looked_at).collect(),
            lost: named.into_iter().filter(|it| !is_there.contains(it)).collect(),
            read: 0,
            reads_all,
        })
    }

    /// Looks at one more. Says whether there are others.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn look_at_next_file(&self, look: &mut FilesLook) -> Result<bool, AppError> {
        let Some(next) = look.left.pop() else { return Ok(false) };
        if self.store().is_damaged(next)? {
            look.lost.push(next);
        }
        look.read += 1;
        Ok(!look.left.is_empty())
    }

    /// Keeps what was found. Gives how many files are lost that were not the last time. A look at another
    /// record, which was open before, says nothing of this one.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn files_looked_at(&self, look: &FilesLook) -> Result<u32, AppError> {
        if look.of != self.path() {
            return Ok(0);
        }
        let known = self.looked()?;
        let lost: BTreeSet<String> = look.lost.iter().map(Sha256::to_string).collect();
        let new = lost.difference(&known.lost).count();
        let today = || Some(to_wire::day(self.today_day()));
        let read_on = if look.reads_all { today() } else { known.read_on.clone() };
        let now = Looked { read_on, lost };
        if now != known {
            let text = serde_json::to_string(&now).unwrap_or_default();
            self.store().put_setting(SETTING, &text)?;
        }
        Ok(u32::try_from(new).unwrap_or(u32::MAX))
    }

    fn looked(&self) -> Result<Looked, AppError> {
        let text = self.read(|reader| Ok(reader.setting(SETTING)?))?;
        // What cannot be read was written by no Holdfast; it counts as nothing.
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}

fn lost_file(reader: &Reader, record: Record, is_changed: bool) -> Result<LostFile, AppError> {
    let mut naming = keeper(reader, record)?;
    if let Record::Attachment(id) = record
        && let Some(file) = reader.attachment(id)?.map(|it| it.name)
        && file != naming.name
    {
        // What it shows is known; what it is called is what one looks for.
        naming.name = format!("{} ({file})", naming.name);
    }
    Ok(LostFile { naming, is_changed })
}
