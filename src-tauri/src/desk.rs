//! The record that the window works on: one's own, or for a while the sample.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use holdfast_app::archives::Checked;
use holdfast_app::wire::{AppError, Backup, Start};
use holdfast_app::{App, Clock};

use crate::arguments::Launch;

/// What lies open. Where a record cannot be opened, the window still opens and says why.
pub(crate) struct Desk {
    launch: Launch,
    sample: PathBuf,
    open: RwLock<Result<App, AppError>>,
}

impl Desk {
    /// Opens the record that this run of the program was started with.
    pub(crate) fn new(launch: Launch, sample: PathBuf) -> Self {
        let open = opened(&launch, &sample);
        Self { launch, sample, open: RwLock::new(open) }
    }

    /// Asks or tells the record.
    ///
    /// # Errors
    /// What the use case says, or why the record is not open.
    pub(crate) fn with<T>(
        &self,
        use_case: impl FnOnce(&App) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        use_case(open.as_ref().map_err(Clone::clone)?)
    }

    /// How the window begins. A record that could not be opened is tried again: the person may have
    /// closed the other window, or made room on the disk.
    pub(crate) fn start(&self, locale: &str) -> Result<Start, AppError> {
        if self.with(|_| Ok(())).is_err() {
            let again = opened(&self.launch, &self.sample);
            *self.open.write().unwrap_or_else(PoisonError::into_inner) = again;
        }
        self.with(|app| app.start(locale))
    }

    /// Closes what lies open and opens a fresh copy of the sample.
    pub(crate) fn open_sample(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, || App::open_sample(&self.sample, Clock::System))
    }

    /// Closes the sample and opens one's own record again.
    pub(crate) fn leave_sample(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, || opened_own(&self.launch))
    }

    /// Begins one's own record where it can be damaged, after the person was told so. It is there
    /// then, and nobody is asked again.
    pub(crate) fn begin_all_the_same(&self, locale: &str) -> Result<Start, AppError> {
        self.change(locale, || App::open(&self.launch.store, Clock::System))
    }

    /// The backups of one's own record, also where it cannot be opened.
    pub(crate) fn backups(&self) -> Result<Vec<Backup>, AppError> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        match &*open {
            Ok(app) => Ok(app.backups()),
            Err(_) => App::backups_of(&self.launch.store, Clock::System),
        }
    }

    /// Closes one's own record, puts a backup in its place and opens that. Where it cannot be
    /// restored, the record as it was is opened again.
    pub(crate) fn restore(&self, id: &str, locale: &str) -> Result<Start, AppError> {
        self.put_in_place(locale, |store| App::restore_backup(store, id, Clock::System).map(|_| ()))
    }

    /// The same with a record out of an archive; one that holds something is only replaced where
    /// `replace` says so.
    pub(crate) fn take_archive(
        &self,
        archive: Checked,
        replace: bool,
        locale: &str,
    ) -> Result<Start, AppError> {
        self.put_in_place(locale, |store| archive.take(store, Clock::System, replace).map(|_| ()))
    }

    fn put_in_place(
        &self,
        locale: &str,
        put: impl FnOnce(&Path) -> Result<(), AppError>,
    ) -> Result<Start, AppError> {
        // Nobody asks or tells the record anything until this is done.
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        if self.launch.sample || open.as_ref().is_ok_and(App::is_sample) {
            return Err(AppError::not_in_sample());
        }
        *open = Err(AppError::not_in_sample());
        let put = put(&self.launch.store);
        *open = opened(&self.launch, &self.sample);
        put?;
        open.as_ref().map_err(Clone::clone)?.start(locale)
    }

    fn change(
        &self,
        locale: &str,
        open: impl FnOnce() -> Result<App, AppError>,
    ) -> Result<Start, AppError> {
        // The new record is opened while the old one is still there, so that a failure leaves the
        // window where it was; both are never the same file, for the sample has a place of its own.
        let next = open()?;
        let start = next.start(locale)?;
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Ok(next);
        Ok(start)
    }
}

/// Opens the record that this run of the program was started with.
fn opened(launch: &Launch, sample: &Path) -> Result<App, AppError> {
    if launch.sample { App::open_sample(sample, Clock::System) } else { opened_own(launch) }
}

/// Opens one's own record; it is not begun, unasked, where it can be damaged.
fn opened_own(launch: &Launch) -> Result<App, AppError> {
    App::may_begin(&launch.store).map_err(|mut error| {
        // Who named the place can name another; who did not need not be told of it.
        let named = if launch.is_named { "yes" } else { "" };
        error.values.insert("named".to_owned(), named.to_owned());
        error
    })?;
    App::open(&launch.store, Clock::System)
}
