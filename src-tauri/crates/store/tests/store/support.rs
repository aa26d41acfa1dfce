//! A folder with a store in it, and a household with something of everything.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use holdfast_domain::{
    ActionId, Attachment, Channel, ChannelId, Citation, Cited, Contact, ContactId, Currency,
    DateTime, Direction, Dispute, DisputeId, Event, EventId, EventTime, Fact, FactId, FactStatus,
    Household, Member, MemberId, Money, NaiveDate, Occurred, Precision, Subject, Utc, Vendor,
    VendorChannel, VendorId, VendorKind,
};
use holdfast_store::{NewAction, Opening, Store, StoreError, Stored, Writer};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) struct Home {
    _folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) store: Store,
}

/// A new store in a folder of its own.
pub(crate) fn home() -> Home {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    let store = open(&path);
    Home { _folder: folder, path, store }
}

impl Home {
    /// The same store as after the app was closed and started again.
    pub(crate) fn reopened(self) -> Self {
        let Self { _folder, path, store } = self;
        drop(store);
        let store = open(&path);
        Self { _folder, path, store }
    }

    /// The folder and the path of the store, closed.
    pub(crate) fn closed(self) -> (TempDir, PathBuf) {
        (self._folder, self.path)
    }

    pub(crate) fn write<T>(
        &self,
        number: u128,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>,
    ) -> T {
        self.store.write(action(number), write).expect("the write is accepted")
    }

    pub(crate) fn try_write<T>(
        &self,
        number: u128,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.store.write(action(number), write)
    }

    pub(crate) fn undo(&self, number: u128, of: u128) -> Result<(), StoreError> {
        self.store.undo(action(number), action_id(of)).map(|_| ())
    }

    pub(crate) fn whole(&self) -> Household {
        self.store.reader().expect("a view").whole_household().expect("the household")
    }

    /// Enters a member, two vendors and a contact, as action 1.
    pub(crate) fn with_people(self) -> Self {
        self.write(1, |w| {
            w.put_member(&member(1))?;
            w.put_vendor(&vendor(1))?;
            w.put_vendor(&vendor(2))?;
            w.put_contact(&contact(1, 1))
        });
        self
    }
}

pub(crate) fn opening() -> Opening {
    Opening { now: now(), device: "kitchen".to_owned(), key: None }
}

pub(crate) fn open(path: &Path) -> Store {
    Store::open(path, &opening()).expect("the store opens")
}

/// The files in a folder and in those within.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// The names of what lies in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let name = |entry: std::fs::DirEntry| entry.file_name().into_string().expect("a name");
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("entry"))).collect();
    names.sort();
    names
}

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("a time")
}

pub(crate) fn id<T: From<Uuid>>(kind: u128, number: u128) -> T {
    T::from(Uuid::from_u128(kind << 64 | number))
}

pub(crate) fn action_id(number: u128) -> ActionId {
    id(0xA, number)
}

pub(crate) fn action(number: u128) -> NewAction {
    NewAction {
        id: action_id(number),
        what: "test",
        about: format!("action {number}"),
        member: None,
        at: now() + chrono::TimeDelta::seconds(i64::try_from(number).expect("a small number")),
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// What the clock on the wall shows: a day and hours, minutes and seconds.
pub(crate) fn wall(text: &str) -> NaiveDateTime {
    text.parse().expect("a day and a time")
}

pub(crate) fn money(minor: i64, currency: &str) -> Money {
    Money::new(minor, Currency::from_code(currency).expect("a currency")).expect("an amount")
}

pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(crate) fn member(number: u128) -> Member {
    Member {
        id: member_id(number),
        name: format!("Member {number}"),
        address: vec!["12 Hill Road".to_owned(), "Asheville".to_owned()],
        email: some("member@home.example"),
        phone: None,
    }
}

pub(crate) fn member_id(number: u128) -> MemberId {
    id(0x10, number)
}

pub(crate) fn vendor_id(number: u128) -> VendorId {
    id(0x20, number)
}

pub(crate) fn contact_id(number: u128) -> ContactId {
    id(0x30, number)
}

pub(crate) fn dispute_id(number: u128) -> DisputeId {
    id(0x40, number)
}

pub(crate) fn event_id(number: u128) -> EventId {
    id(0x50, number)
}

pub(crate) fn vendor(number: u128) -> Vendor {
    Vendor {
        id: vendor_id(number),
        name: format!("Vendor {number}"),
        kind: VendorKind::Shop,
        address: Vec::new(),
        country: None,
        channels: vec![VendorChannel {
            id: id::<ChannelId>(0x21, number),
            kind: Channel::Phone,
            value: "555-0100".to_owned(),
            label: some("claims"),
        }],
        known_as: vec![format!("VNDR*{number}")],
    }
}

pub(crate) fn contact(number: u128, vendor: u128) -> Contact {
    Contact {
        id: contact_id(number),
        vendor: vendor_id(vendor),
        name: format!("Person {number}"),
        job: None,
        department: None,
        phone: None,
        email: None,
        supervisor: None,
    }
}

/// A dispute with nothing in it, led by the first member.
pub(crate) fn dispute(number: u128) -> Dispute {
    Dispute {
        id: dispute_id(number),
        title: format!("Dispute {number}"),
        goal: "the money back".to_owned(),
        opened_on: day("2026-01-05"),
        lead: member_id(1),
        closed_on: None,
        closed_as: None,
        subject: Subject::default(),
        effect: None,
        parties: Vec::new(),
        claims: Vec::new(),
        issues: Vec::new(),
        promises: Vec::new(),
        offers: Vec::new(),
        rungs: Vec::new(),
        advocates: Vec::new(),
        remedies: Vec::new(),
        next_steps: Vec::new(),
    }
}

/// A call on a day of the first dispute, with one fact and nobody known.
pub(crate) fn event(number: u128, on: &str) -> Event {
    Event {
        id: event_id(number),
        dispute: dispute_id(1),
        time: EventTime { at: Occurred::On(day(on)), precision: Precision::Exact },
        channel: Channel::Phone,
        direction: Direction::Out,
        vendor: None,
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: vec![Fact {
            id: id::<FactId>(0x51, number),
            text: format!("Fact {number}."),
            status: FactStatus::Undisputed,
            acknowledged_by: None,
        }],
        note: None,
    }
}

/// A photograph that belongs to the first dispute, and of which nothing more is known.
pub(crate) fn attachment(number: u128, stored: Stored) -> Attachment {
    Attachment {
        id: id(0x70, number),
        dispute: dispute_id(1),
        sha256: stored.sha256,
        name: "photo.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: stored.size,
        caption: None,
        dated: None,
        obtained: None,
        vendor: None,
        author: None,
        added_at: now(),
        citations: Vec::new(),
        covered: Vec::new(),
    }
}

pub(crate) fn citation(number: u128, of: Cited) -> Citation {
    Citation { id: id(0x71, number), of, place: some("p. 2, second paragraph") }
}
