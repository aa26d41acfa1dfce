//! The household's record on disk: SQLite, journal, bin, evidence, backups.
//!
//! A [`Store`] is two files. The records hold every noun, its history and what is being typed; the
//! evidence holds originals, named by the hash of their bytes. Reading goes through a [`Reader`],
//! which sees one consistent state. Writing goes through a [`Writer`], which is one action of one
//! person: all of it is kept, with what was there before, or none of it.
//!
//! Nothing is ever deleted. What is taken away goes to the bin and can be taken back.

mod arriving;
mod aside;
mod backup;
mod bin;
mod cell;
mod channel_record;
#[cfg(test)]
mod citation_tests;
mod connection;
mod erase;
mod error;
mod evidence;
mod history;
mod journal;
mod kind;
mod lock;
mod look;
mod migrate;
#[cfg(test)]
mod migrate_tests;
mod nouns;
mod paths;
mod plain;
mod private;
mod protection;
mod reader;
mod record;
mod references;
mod repair;
#[cfg(test)]
mod schema_tests;
mod search;
mod shared_place;
mod standing;
mod store;
mod table;
mod undo;
mod unfinished;
mod verify;
#[cfg(test)]
mod version_tests;
mod whereabouts;
mod writer;

pub use arriving::{ArrivalError, Arriving, Furnishing};
pub use aside::Draft;
pub use backup::{Backup, BackupKind, BackupTime, Counts, Difference, Holding};
pub use bin::Binned;
pub use channel_record::{ChannelRecord, Minutes};
pub use erase::{Erased, ErasedWords, MARK, NotErasable, Place, PlaceOf, Places, StillThere};
pub use error::{OpenError, StoreError, Taken};
pub use evidence::Stored;
pub use journal::{ActionSummary, Change, FieldValue};
pub use nouns::{DisputeScope, EventKey, Order, Touches};
pub use plain::{Plain, PlainTable};
pub use protection::{Key, Passphrase, RecoveryCode, Secret};
pub use reader::{Reader, Snapshot};
pub use record::{EventContactId, HouseholdId, IssueFactId, Noun, Record};
pub use repair::Repaired;
pub use search::{Asked, Found, FoundGroup, Rank, Span};
pub use shared_place::SharedPlace;
pub use standing::{JournalLine, Subject};
pub use store::{Opening, Store};
pub use verify::Finding;
pub use writer::{NewAction, Writer};
