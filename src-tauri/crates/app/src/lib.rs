//! The use cases of Holdfast. Each opens one transaction, joins the other crates in it and closes it
//! again; the window and the command line are two thin doors to the same house.
//!
//! This crate owns the clock, the making of ids, and the types that cross the window's boundary.

mod agenda;
pub mod answers;
pub mod archives;
mod backups;
mod bin;
mod cadence;
pub mod calendar;
mod calendar_file;
mod call_sheet;
mod clock;
pub mod clocks;
mod currency;
mod directory;
mod disputes;
mod documents;
pub mod dossiers;
mod drafts;
mod edit;
mod elsewhere;
mod erase;
mod error;
mod events;
pub mod evidence;
mod exhibits;
pub mod files;
mod foreign;
mod from_wire;
pub mod guard;
mod history;
mod household;
pub mod household_file;
mod issues;
mod journal;
mod ladder;
pub mod letters;
mod lock;
pub mod lost_files;
pub mod mail;
mod plain_folder;
mod plan;
mod protection;
mod put_off;
mod reading;
pub mod refund_lists;
mod remedies;
mod reminders;
mod repair;
mod sample;
mod scenes;
pub mod search;
mod shared;
pub mod statements;
mod timeline;
mod to_wire;
mod today;
mod trial;
mod understand;
mod vendors;
mod verify;
mod view;
pub mod wire;
mod wronged;

use std::path::Path;
use std::sync::Mutex;

use crate::wire::Deed;
pub use clock::Clock;
pub use evidence::{Incoming, LARGEST};
use holdfast_domain::{DateTime, NaiveDate, Utc};
pub use holdfast_store::{Key, SharedPlace};
use holdfast_store::{Opening, Reader, Store, Writer};
pub use reminders::Reminder;
pub use trial::Trial;
use wire::{AppError, Done, FieldProblem};

/// The household's record, opened, with everything that can be done with it.
pub struct App {
    store: Store,
    clock: Clock,
    is_sample: bool,
    document: Mutex<Option<documents::Composed>>,
    drawn: exhibits::DrawnExhibits,
    page_counts: exhibits::PageCounts,
    looked: evidence::look::LastPages,
    statement: Mutex<Option<statements::Held>>,
    refund_list: Mutex<Option<refund_lists::Held>>,
}

impl App {
    /// Opens the store at `path`, or makes a new one.
    ///
    /// # Errors
    /// Why it cannot be opened; its files are as they were then. `Locked` where it is encrypted.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, AppError> {
        Self::open_with(path, None, clock)
    }

    /// Opens the encrypted store at `path` with its key; see [`App::unlock`].
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn open_with(path: &Path, key: Option<&Key>, clock: Clock) -> Result<Self, AppError> {
        let opening = Opening { now: clock.now(), device: device(), key: key.cloned() };
        let store = Store::open(path, &opening)?;
        Ok(Self {
            store,
            clock,
            is_sample: false,
            document: Mutex::default(),
            drawn: exhibits::DrawnExhibits::default(),
            page_counts: exhibits::PageCounts::default(),
            looked: evidence::look::LastPages::default(),
            statement: Mutex::default(),
            refund_list: Mutex::default(),
        })
    }

    /// Whether this is the sample household.
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn today_day(&self) -> NaiveDate {
        self.clock.today()
    }

    pub(crate) fn wall_clock(&self) -> chrono::NaiveDateTime {
        self.clock.wall()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Asks in one consistent view of the record.
    pub(crate) fn read<T>(
        &self,
        ask: impl FnOnce(&Reader) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.store.read(ask)
    }

    /// Does one thing, as one action of the journal: all of it or, on an error, nothing.
    pub(crate) fn change(
        &self,
        what: Deed,
        about: &str,
        act: impl FnOnce(&mut Writer<'_>) -> Result<(Option<String>, Vec<FieldProblem>), AppError>,
    ) -> Result<Done, AppError> {
        let action = self.new_action(what, about);
        let number = action.id;
        // Whether anything differed is asked before the end of the transaction: what was kept must not
        // be called a failure because it could not be read a moment later.
        let (id, warnings, differed) = self.store.write(action, |writer| {
            let (id, warnings) = act(writer)?;
            Ok::<_, AppError>((id, warnings, writer.has_written()))
        })?;
        let action = differed.then(|| number.to_string());
        Ok(Done { action, id, warnings })
    }
}

/// What this computer is called in the journal, where several will write one day.
fn device() -> String {
    std::env::var("HOSTNAME").ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "here".into())
}
