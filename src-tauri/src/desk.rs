//! The record that the window works on: one's own, or for a while the sample.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use holdfast_app::archives::Checked;
use holdfast_app::lost_files::FilesLook;
use holdfast_app::wire::{AppError, Backup, RecoveryCode, Repair, Start};
use holdfast_app::{App, Clock, Key};

use crate::arguments::Launch;

/// What lies open. Where a record cannot be opened, the window still opens and says why.
pub(crate) struct Desk {
    launch: Launch,
    sample: PathBuf,
    lying: RwLock<Lying>,
}

/// What lies on the desk.
struct Lying {
    open: Result<App, AppError>,
    /// The key to one's own record, from when it was unlocked until it is locked.
    key: Option<Key>,
}

impl Desk {
    /// Opens the record that this run of the program was started with.
    pub(crate) fn new(launch: Launch, sample: PathBuf) -> Self {
        let open = opened(&launch, &sample, None);
        Self { launch, sample, lying: RwLock::new(Lying { open, key: None }) }
    }

    /// Asks or tells the record.
    ///
    /// # Errors
    /// What the use case says, or why the record is not open.
    pub(crate) fn with<T>(
        &self,
        use_case: impl FnOnce(&App) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let lying = self.read();
        let app = lying.open.as_ref().map_err(Clone::clone)?;
        use_case(app).map_err(|error| app.explained(error))
    }

    /// How the window begins. A record that could not be opened is tried again: the person may have
    /// closed the other window, or made room on the disk.
    pub(crate) fn start(&self, locale: &str) -> Result<Start, AppError> {
        if self.with(|_| Ok(())).is_err() {
            self.again(&mut self.write());
        }
        self.with(|app| app.start(locale))
    }

    /// Closes what lies open and opens a fresh copy of the sample.
    pub(crate) fn open_sample(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, |_| App::open_sample(&self.sample, Clock::System))
    }

    /// Closes the sample and opens one's own record again.
    pub(crate) fn leave_sample(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, |key| opened_own(&self.launch, key))
    }

    /// Begins one's own record where it can be damaged, after the person was told so. It is there
    /// then, and nobody is asked again.
    pub(crate) fn begin_all_the_same(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, |key| App::open_with(&self.launch.store, key, Clock::System))
    }

    /// The backups of one's own record, also where it cannot be opened.
    pub(crate) fn backups(&self) -> Result<Vec<Backup>, AppError> {
        let lying = self.read();
        match &lying.open {
            Ok(app) => Ok(app.backups()),
            Err(_) => App::backups_of(&self.launch.store, lying.key.as_ref(), Clock::System),
        }
    }

    /// Closes one's own record, puts a backup in its place and opens that. Where it cannot be
    /// restored, the record as it was is opened again.
    pub(crate) fn restore(&self, id: &str, locale: &str) -> Result<Start, AppError> {
        self.closed(locale, |store, key| {
            App::restore_backup(store, key.as_ref(), id, Clock::System).map(|_| ())
        })
        .map(|((), start)| start)
    }

    /// Has what can be had of the originals of one's own record take its place again, also out of the copy
    /// in the folder `from`, and opens that. Gives what became of it, and which files are lost all the same.
    pub(crate) fn repair(&self, locale: &str, from: Option<&Path>) -> Result<Repair, AppError> {
        let (repaired, _) = self.closed(locale, |store, key| {
            App::repair_originals(store, key.as_ref(), Clock::System, from)
        })?;
        Ok(Repair { repaired, lost: self.with(App::lost_files)? })
    }

    /// Looks at files one at a time, between which somebody can lock the record, and keeps what was found.
    /// Gives it, and how many files are lost that were not the last time.
    pub(crate) fn look_at_files(
        &self,
        begin: impl FnOnce(&App) -> Result<FilesLook, AppError>,
    ) -> Result<(FilesLook, u32), AppError> {
        let mut look = self.with(begin)?;
        while self.with(|app| app.look_at_next_file(&mut look))? {}
        let new = self.with(|app| app.files_looked_at(&look))?;
        Ok((look, new))
    }

    /// Has a record out of an archive take the place of one's own; one that holds something is only
    /// replaced where `replace` says so.
    pub(crate) fn take_archive(
        &self,
        archive: Checked,
        replace: bool,
        locale: &str,
    ) -> Result<Start, AppError> {
        self.closed(locale, |store, key| {
            archive.take(store, key.as_ref(), Clock::System, replace).map(|_| ())
        })
        .map(|((), start)| start)
    }

    /// Opens one's own record, which is encrypted, with the key that `key` finds. The key stays where
    /// the record cannot be opened all the same, since a backup may be restored then.
    pub(crate) fn unlock(
        &self,
        locale: &str,
        key: impl FnOnce(&Path) -> Result<Key, AppError>,
    ) -> Result<Start, AppError> {
        // It takes a moment, in which nobody else has to wait.
        let key = key(&self.launch.store)?;
        let mut lying = self.write();
        lying.key = Some(key);
        if lying.open.is_err() {
            self.again(&mut lying);
        }
        lying.open.as_ref().map_err(Clone::clone)?.start(locale)
    }

    /// Closes what lies open and forgets the key, where one's own record is encrypted. Says whether
    /// there was anything to lock.
    pub(crate) fn lock(&self) -> bool {
        let mut lying = self.write();
        let is_unlocked = lying.key.take().is_some();
        if is_unlocked {
            lying.open = Err(AppError::locked());
        }
        is_unlocked
    }

    /// Closes one's own record, encrypts it and opens it again.
    pub(crate) fn encrypt(&self, passphrase: &str, locale: &str) -> Result<RecoveryCode, AppError> {
        let (code, start) = self.closed(locale, |store, key| {
            let (new, code) = App::encrypt(store, passphrase)?;
            *key = Some(new);
            Ok(code)
        })?;
        Ok(RecoveryCode { code, start })
    }

    /// Closes one's own record, decrypts it and opens it again.
    pub(crate) fn remove_passphrase(&self, current: &str, locale: &str) -> Result<Start, AppError> {
        let decrypted = self.closed(locale, |store, key| {
            App::decrypt(store, current)?;
            *key = None;
            Ok(())
        });
        decrypted.map(|((), start)| start)
    }

    /// Does something with one's own record while it is closed, and opens it again, also where that
    /// could not be done.
    fn closed<T>(
        &self,
        locale: &str,
        act: impl FnOnce(&Path, &mut Option<Key>) -> Result<T, AppError>,
    ) -> Result<(T, Start), AppError> {
        // Nobody asks or tells the record anything until this is done.
        let mut lying = self.write();
        if self.launch.sample || lying.open.as_ref().is_ok_and(App::is_sample) {
            return Err(AppError::not_in_sample());
        }
        lying.open = Err(AppError::locked());
        let done = act(&self.launch.store, &mut lying.key);
        self.again(&mut lying);
        let done = done?;
        let start = lying.open.as_ref().map_err(Clone::clone)?.start(locale)?;
        Ok((done, start))
    }

    fn again(&self, lying: &mut Lying) {
        lying.open = opened(&self.launch, &self.sample, lying.key.as_ref());
    }

    fn change(
        &self,
        locale: &str,
        open: impl FnOnce(Option<&Key>) -> Result<App, AppError>,
    ) -> Result<Start, AppError> {
        // The new record is opened while the old one is still there, so that a failure leaves the
        // window where it was; both are never the same file, for the sample has a place of its own.
        let key = self.read().key.clone();
        let next = open(key.as_ref())?;
        let start = next.start(locale)?;
        let mut lying = self.write();
        // It may have been locked in this moment.
        if lying.key != key {
            return Err(AppError::locked());
        }
        lying.open = Ok(next);
        Ok(start)
    }

    fn read(&self) -> RwLockReadGuard<'_, Lying> {
        self.lying.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Lying> {
        self.lying.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens the record that this run of the program was started with.
fn opened(launch: &Launch, sample: &Path, key: Option<&Key>) -> Result<App, AppError> {
    if launch.sample { App::open_sample(sample, Clock::System) } else { opened_own(launch, key) }
}

/// Opens one's own record; it is not begun, unasked, where it can be damaged.
fn opened_own(launch: &Launch, key: Option<&Key>) -> Result<App, AppError> {
    App::may_begin(&launch.store, key).map_err(|mut error| {
        // Who named the place can name another; who did not need not be told of it.
        let named = if launch.is_named { "yes" } else { "" };
        error.values.insert("named".to_owned(), named.to_owned());
        error
    })?;
    App::open_with(&launch.store, key, Clock::System)
}
