//! Events in lists: timelines, what was done with a vendor or person, and the last days.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use holdfast_domain::{ContactId, DisputeId, Event, EventId, NaiveDate, VendorId};
use rusqlite::params;

use crate::cell::{Cell, sort_key};
use crate::{Reader, StoreError};

/// In which order of time events are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// The oldest first.
    Oldest,
    /// The newest first.
    Newest,
}

/// Where a page of events ended. The next one begins behind it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventKey {
    sort_key: String,
    id: EventId,
}

impl EventKey {
    /// The place of an event in the order of time.
    pub fn of(event: &Event) -> Self {
        Self { sort_key: sort_key(event.time.at), id: event.id }
    }
}

impl fmt::Display for EventKey {
    /// In one word, to be handed over and read again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.sort_key.replace(' ', "_"), self.id)
    }
}

impl FromStr for EventKey {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        let (sort_key, id) = text.rsplit_once('/').unwrap_or(("", text));
        Ok(Self { sort_key: sort_key.replace('_', " "), id: id.parse()? })
    }
}

/// Comes before every event, and after every event.
const ENDS: (&str, &str) = ("", "~");

impl Order {
    /// How keys compare behind the last one, and in which direction they run.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Oldest => (">", "ASC"),
            Self::Newest => ("<", "DESC"),
        }
    }

    /// The key to begin behind.
    fn begin(self, after: Option<&EventKey>) -> (String, String) {
        match (after, self) {
            (Some(key), _) => (key.sort_key.clone(), key.id.to_string()),
            (None, Self::Oldest) => (ENDS.0.to_owned(), String::new()),
            (None, Self::Newest) => (ENDS.1.to_owned(), String::new()),
        }
    }
}

const LIVE: &str = "t.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)";

/// The events with a vendor: those that name it and those with one of its people.
pub(crate) const WITH_VENDOR: &str = "
    SELECT id FROM event WHERE vendor = ?1 AND deleted_at IS NULL
    UNION
    SELECT l.event FROM contact c JOIN event_contact l ON l.contact = c.id AND l.deleted_at IS NULL
    WHERE c.vendor = ?1 AND c.deleted_at IS NULL";

const WITH_CONTACT: &str =
    "SELECT l.event FROM event_contact l WHERE l.contact = ?1 AND l.deleted_at IS NULL";

/// What stands behind `WHERE` for a page of one dispute's timeline.
pub(crate) fn page_of_dispute(order: Order) -> String {
    let (behind, direction) = order.words();
    format!(
        "t.dispute = ?1 AND {LIVE} AND (t.sort_key, t.id) {behind} (?2, ?3)
         ORDER BY t.sort_key {direction}, t.id {direction} LIMIT ?4"
    )
}

/// What stands behind `WHERE` for a page of the events that a subquery names, newest first.
pub(crate) fn page_of(ids: &str) -> String {
    format!(
        "t.id IN ({ids}) AND {LIVE} AND (t.sort_key, t.id) < (?2, ?3)
         ORDER BY t.sort_key DESC, t.id DESC LIMIT ?4"
    )
}

impl Reader {
    /// All events of a dispute, oldest first: for the dossier.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_of(&self, dispute: DisputeId) -> Result<Vec<Event>, StoreError> {
        self.events_page(dispute, Order::Oldest, None, u32::MAX)
    }

    /// A page of a dispute's events: at most `limit`, behind the key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_page(
        &self,
        dispute: DisputeId,
        order: Order,
        after: Option<&EventKey>,
        limit: u32,
    ) -> Result<Vec<Event>, StoreError> {
        let (key, id) = order.begin(after);
        self.events(&page_of_dispute(order), params![dispute.to_string(), key, id, limit])
    }

    /// A page of what happened with a vendor across disputes, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_with_vendor(
        &self,
        vendor: VendorId,
        after: Option<&EventKey>,
        limit: u32,
    ) -> Result<Vec<Event>, StoreError> {
        let (key, id) = Order::Newest.begin(after);
        self.events(&page_of(WITH_VENDOR), params![vendor.to_string(), key, id, limit])
    }

    /// A page of what happened with a person across disputes, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_with_contact(
        &self,
        contact: ContactId,
        after: Option<&EventKey>,
        limit: u32,
    ) -> Result<Vec<Event>, StoreError> {
        let (key, id) = Order::Newest.begin(after);
        self.events(&page_of(WITH_CONTACT), params![contact.to_string(), key, id, limit])
    }

    /// How many events there were with a person, across disputes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn event_count_with(&self, contact: ContactId) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM event_contact l JOIN event e ON e.id = l.event
            JOIN dispute d ON d.id = e.dispute
            WHERE l.contact = ?1 AND l.deleted_at IS NULL AND e.deleted_at IS NULL
              AND d.deleted_at IS NULL";
        let count = self.row(sql, [contact.to_string()], |cells| cells.take())?;
        Ok(count.unwrap_or(0))
    }

    /// The day of the last event of each dispute that has one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn last_event_days(&self) -> Result<HashMap<DisputeId, NaiveDate>, StoreError> {
        let sql = "SELECT d.id, (SELECT substr(e.sort_key, 1, 10) FROM event e
                WHERE e.dispute = d.id AND e.deleted_at IS NULL
                ORDER BY e.sort_key DESC LIMIT 1)
            FROM dispute d WHERE d.deleted_at IS NULL";
        let days = self.rows(sql, [], |cells| {
            Ok((cells.take::<DisputeId>()?, Option::<NaiveDate>::read(cells)?))
        })?;
        Ok(days.into_iter().filter_map(|(dispute, day)| Some((dispute, day?))).collect())
    }

    /// How many events a dispute has.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn event_count(&self, dispute: DisputeId) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM event WHERE dispute = ?1 AND deleted_at IS NULL";
        let count = self.row(sql, [dispute.to_string()], |cells| cells.take())?;
        Ok(count.unwrap_or(0))
    }

    /// Every event out of the bin, in the order of entry.
    pub(crate) fn all_events(&self) -> Result<Vec<Event>, StoreError> {
        self.events(&format!("{LIVE} ORDER BY t.id"), [])
    }
}
