//! Where the record lies, or is to lie, and how it is come by.

use std::io::ErrorKind;
use std::path::PathBuf;

use holdfast_app::wire::{AppError, ErrorCode};
use holdfast_app::{App, Clock, Key, SharedPlace, Trial, files};

use crate::{Failure, out, passphrase};

/// Where the record lies, or is to lie.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    /// Whether nobody named it: then its folder is the program's own, and may be made.
    pub(crate) is_usual: bool,
}

impl Place {
    /// Opens the record that is there.
    pub(crate) fn open(&self) -> Result<App, Failure> {
        self.require()?;
        self.opened()
    }

    /// That there is a record.
    pub(crate) fn require(&self) -> Result<(), Failure> {
        if self.is_there()? {
            return Ok(());
        }
        let else_what = match self.backups_without_record() {
            Some(backups) => format!(", but {backups}."),
            None => {
                ". Name another with --store; or begin one in the window, with import, or with \
                     import-refunds."
                    .to_owned()
            }
        };
        Err(Failure::File(format!("there is no record at {}{else_what}", self.path.display())))
    }

    /// Whether a record is there, where one may look at all: a folder that is closed to this account
    /// hides what it holds, and that is not the same as nothing.
    fn is_there(&self) -> Result<bool, Failure> {
        self.path.try_exists().map_err(|error| {
            let place = self.path.display();
            Failure::File(if error.kind() == ErrorKind::PermissionDenied {
                format!(
                    "{place} may not be read: the computer does not let this account into its folder. \
                     Whether a record is there cannot be told. Have the folder opened to you, or run \
                     this as the account that it belongs to."
                )
            } else {
                format!("{place} cannot be looked at: {error}.")
            })
        })
    }

    /// Opens the record, an encrypted one with its passphrase; makes one where there is none.
    fn opened(&self) -> Result<App, Failure> {
        let key = self.key()?;
        match App::open_with(&self.path, key.as_ref(), Clock::System) {
            // Its encryption had been cut short, and is done now.
            Err(error) if error.code == ErrorCode::Locked && key.is_none() => {
                Ok(App::open_with(&self.path, self.key()?.as_ref(), Clock::System)?)
            }
            opened => Ok(opened?),
        }
    }

    /// The key of the record, where it is encrypted, for the passphrase that is handed over or asked
    /// for; also where the record itself cannot be opened, or is gone.
    pub(crate) fn key(&self) -> Result<Option<Key>, Failure> {
        if !self.path.parent().is_none_or(|it| it.as_os_str().is_empty() || it.exists())
            || !App::is_encrypted(&self.path)?
        {
            return Ok(None);
        }
        passphrase::of_record(|typed| App::unlock_with_either(&self.path, typed)).map(Some)
    }

    /// Says, before anything is written there, that a record does not belong where it is to lie.
    fn warn_of_shared_place(&self) {
        let Some(place) = App::shared_place(&self.path) else { return };
        let why = match place {
            SharedPlace::Synchronised(program) => format!(
                "{program} carries that folder to other computers while the record is written"
            ),
            SharedPlace::Network => "that folder lies behind a network".to_owned(),
        };
        out::note(format!(
            "warning: {why}, which can damage the record. Better name a folder of this computer \
             with --store."
        ));
    }

    /// What to do with the backups of a record that is gone, where there are any.
    fn backups_without_record(&self) -> Option<String> {
        let count = App::backups_of(&self.path, None, Clock::System).ok()?.len();
        let there = out::counted(u32::try_from(count).ok()?, "backup lies", "backups lie");
        (count > 0).then(|| {
            format!("{there} beside it: `backups` lists them, and `restore` puts one in its place")
        })
    }

    /// Says that a record which is begun now was there before.
    fn note_backups(&self) {
        if let Some(backups) = self.backups_without_record() {
            out::note(format!("note: a record is begun, but {backups}."));
        }
    }

    /// Makes the program's own folder, where nobody named another.
    fn make_folder(&self) -> Result<(), Failure> {
        match self.path.parent().filter(|_| self.is_usual) {
            Some(folder) => {
                files::make_folder(folder)?;
                files::keep_private(folder);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Sees to it that a record can be put there, where there is none.
    pub(crate) fn prepare(&self) -> Result<(), Failure> {
        if self.is_there()? {
            return Ok(());
        }
        self.warn_of_shared_place();
        self.note_backups();
        self.make_folder()
    }

    /// Does what may begin a record. Where there is none, it is tried first; only if it `brings`
    /// anything is a record made, and it is done there.
    pub(crate) fn begin<T>(
        &self,
        act: impl Fn(&App) -> Result<T, AppError>,
        brings: impl Fn(&T) -> bool,
    ) -> Result<T, Failure> {
        if !self.is_there()? {
            self.warn_of_shared_place();
            self.note_backups();
            let trial = Trial::new(Clock::System)?;
            let tried = act(trial.app())?;
            if !brings(&tried) {
                return Ok(tried);
            }
            self.make_folder()?;
        }
        Ok(act(&self.opened()?)?)
    }
}
