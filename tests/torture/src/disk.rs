//! A disk that forgets, at a power cut, what it was not made to keep.
//!
//! The strict reading of what an operating system promises: bytes are kept once their file was
//! synced, names once their folder was. Of all that came later, any part may be there, pieces of a
//! single write among it, and in any order; only names change in the order in which they were changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use holdfast_dice::Dice;

use crate::trace::Asked;

/// What a disk writes at once or not at all.
const SECTOR: usize = 512;

/// A disk with the files of one record.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    files: Vec<File>,
    /// The names as programs see them.
    names: BTreeMap<PathBuf, usize>,
    /// The names that outlive a power cut.
    kept: BTreeMap<PathBuf, usize>,
    /// The changes of names that may or may not.
    renaming: Vec<Name>,
}

#[derive(Debug, Default)]
struct File {
    /// What outlives a power cut.
    kept: Vec<u8>,
    /// What may or may not.
    changes: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Bytes { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Debug, Clone)]
enum Name {
    Given(PathBuf, usize),
    Moved(PathBuf, PathBuf, usize),
    Taken(PathBuf),
}

impl Name {
    fn lies_in(&self, folder: &Path) -> bool {
        match self {
            Self::Given(path, _) | Self::Taken(path) | Self::Moved(_, path, _) => {
                path.parent() == Some(folder)
            }
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Given(path, file) => {
                names.insert(path.clone(), *file);
            }
            Self::Moved(from, to, file) => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
            Self::Taken(path) => {
                names.remove(path);
            }
        }
    }
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Length(length) => to.resize(*length, 0),
            Self::Bytes { at, bytes } => {
                let end = at + bytes.len();
                if to.len() < end {
                    to.resize(end, 0);
                }
                to[*at..end].copy_from_slice(bytes);
            }
        }
    }

    /// The part of it that reached the disk.
    fn torn(&self, dice: &mut Dice) -> Self {
        match self {
            Self::Length(length) => Self::Length(*length),
            Self::Bytes { at, bytes } => {
                let sectors = bytes.len().div_ceil(SECTOR);
                let end = bytes.len().min(SECTOR * dice.below(sectors + 1));
                Self::Bytes { at: *at, bytes: bytes[..end].to_vec() }
            }
        }
    }
}

impl Disk {
    /// Does what was asked of it.
    pub(crate) fn take(&mut self, asked: &Asked) {
        match asked {
            Asked::Opened { path, emptied } => {
                let file = self.open(path);
                if *emptied {
                    self.files[file].changes.push(Change::Length(0));
                }
            }
            Asked::Wrote { path, at, bytes } => {
                let at = usize::try_from(*at).unwrap_or(usize::MAX);
                self.change(path, Change::Bytes { at, bytes: bytes.clone() });
            }
            Asked::Appended { path, bytes } => {
                let at = self.length(path);
                self.change(path, Change::Bytes { at, bytes: bytes.clone() });
            }
            Asked::Cut { path, length } => {
                let length = usize::try_from(*length).unwrap_or(usize::MAX);
                self.change(path, Change::Length(length));
            }
            Asked::Synced { path } => self.sync(path),
            Asked::Renamed { from, to } => {
                if let Some(file) = self.names.get(from).copied() {
                    self.rename(Name::Moved(from.clone(), to.clone(), file));
                }
            }
            Asked::Removed { path } => self.rename(Name::Taken(path.clone())),
            Asked::Folder { .. } | Asked::Said(_) => {}
        }
    }

    fn open(&mut self, path: &Path) -> usize {
        if let Some(file) = self.names.get(path) {
            return *file;
        }
        self.files.push(File::default());
        let file = self.files.len() - 1;
        self.rename(Name::Given(path.to_owned(), file));
        file
    }

    fn change(&mut self, path: &Path, change: Change) {
        // A file that was removed while it was open is nobody's any more.
        if let Some(file) = self.names.get(path).copied() {
            self.files[file].changes.push(change);
        }
    }

    /// How long a file is for programs.
    fn length(&self, path: &Path) -> usize {
        let Some(file) = self.names.get(path) else { return 0 };
        let file = &self.files[*file];
        file.changes.iter().fold(file.kept.len(), |length, change| match change {
            Change::Bytes { at, bytes } => length.max(at + bytes.len()),
            Change::Length(length) => *length,
        })
    }

    fn rename(&mut self, name: Name) {
        name.apply(&mut self.names);
        self.renaming.push(name);
    }

    fn sync(&mut self, path: &Path) {
        if let Some(file) = self.names.get(path).copied() {
            let file = &mut self.files[file];
            for change in file.changes.drain(..) {
                change.apply(&mut file.kept);
            }
            return;
        }
        let (now, later) = self.renaming.drain(..).partition(|name| name.lies_in(path));
        self.renaming = later;
        let now: Vec<Name> = now;
        now.iter().for_each(|name| name.apply(&mut self.kept));
    }

    /// Cuts the power, and writes what is left to another folder in place of `folder`.
    pub(crate) fn cut(&self, dice: &mut Dice, folder: &Path, to: &Path) -> std::io::Result<()> {
        let manner = Manner::throw(dice);
        let mut names = self.kept.clone();
        let so_many = manner.of_names(self.renaming.len(), dice);
        self.renaming.iter().take(so_many).for_each(|name| name.apply(&mut names));
        for (path, file) in names {
            let Ok(inner) = path.strip_prefix(folder) else { continue };
            // The shared index of the write-ahead log is memory, which a power cut empties.
            if path.to_string_lossy().ends_with("-shm") {
                continue;
            }
            let path = to.join(inner);
            fs::create_dir_all(path.parent().unwrap_or(to))?;
            fs::write(path, self.files[file].after_cut(manner, dice))?;
        }
        Ok(())
    }
}

impl File {
    fn after_cut(&self, manner: Manner, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        for change in &self.changes {
            match manner {
                Manner::Nothing => {}
                Manner::Everything => change.apply(&mut bytes),
                Manner::Anything if dice.percent(50) => change.apply(&mut bytes),
                Manner::Anything if dice.percent(30) => change.torn(dice).apply(&mut bytes),
                Manner::Anything => {}
            }
        }
        bytes
    }
}

/// How much of what was not synced is there after a power cut.
#[derive(Debug, Clone, Copy)]
enum Manner {
    Nothing,
    Everything,
    Anything,
}

impl Manner {
    fn throw(dice: &mut Dice) -> Self {
        match dice.below(4) {
            0 => Self::Nothing,
            1 => Self::Everything,
            _ => Self::Anything,
        }
    }

    fn of_names(self, all: usize, dice: &mut Dice) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Everything => all,
            Self::Anything => dice.below(all + 1),
        }
    }
}
