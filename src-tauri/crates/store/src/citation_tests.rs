//! The step from attachments that belong to one event or claim to evidence that many may cite.

use std::path::Path;

use holdfast_domain::{
    Attachment, Channel, CitationId, Cited, DateTime, Direction, Dispute, Event, EventTime, Member,
    NaiveDate, Occurred, Precision,
};
use rusqlite::Connection;
use uuid::Uuid;

use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::{NewAction, Opening, Store, StoreError, Writer};

/// The version before the step.
const BEFORE: usize = 8;
const AT: &str = "2026-02-03T10:00:00Z";

fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

fn opening() -> Opening {
    let now = DateTime::parse_from_rfc3339(AT).expect("a time").to_utc();
    Opening { now, device: "kitchen".to_owned(), key: None }
}

fn action(number: u128) -> NewAction {
    NewAction {
        id: id(number),
        what: "test",
        about: String::new(),
        member: None,
        at: opening().now,
    }
}

fn open(path: &Path, version: usize) -> Store {
    let records = Kind { migrations: &RECORDS.migrations[..version], ..RECORDS };
    Store::open_as(path, &opening(), records, EVIDENCE).expect("opens")
}

fn write(
    store: &Store,
    number: u128,
    what: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>,
) {
    store.write(action(number), what).expect("written");
}

/// A dispute with a call, as every version keeps them.
fn enter(store: &Store) {
    let today = opening().now.date_naive();
    let member = Member {
        id: id(1),
        name: "Ida Marlow".to_owned(),
        address: Vec::new(),
        email: None,
        phone: None,
    };
    let words = || "The lamp".to_owned();
    write(store, 101, |w| {
        w.put_member(&member)?;
        // Only its own row: what a dispute is made of has tables now that the version lacked.
        w.put(&Dispute::new(id(2), words(), words(), today, member.id))?;
        w.put_event(&call(today))
    });
}

fn call(on: NaiveDate) -> Event {
    Event {
        id: id(3),
        dispute: id(2),
        time: EventTime { at: Occurred::On(on), precision: Precision::Exact },
        channel: Channel::Phone,
        direction: Direction::Out,
        vendor: None,
        contacts: Vec::new(),
        answered: None,
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
    }
}

/// Enters an attachment as the version before the step did: its row, and its journal under an action.
fn attach(path: &Path, number: u128, event: Option<u128>, sha256: &str, act: i64) {
    let connection = Connection::open(path).expect("opens");
    let text = |number: u128| Uuid::from_u128(number).to_string();
    let (own, dispute, event) = (text(number), text(2), event.map(text));
    let fields: [(&str, Option<&str>); 7] = [
        ("dispute", Some(&dispute)),
        ("event", event.as_deref()),
        ("sha256", Some(sha256)),
        ("name", Some("photo.jpg")),
        ("media_type", Some("image/jpeg")),
        ("added_at", Some(AT)),
        ("id", Some(&own)),
    ];
    let sql =
        "INSERT INTO attachment (dispute, event, sha256, name, media_type, added_at, id, size)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 7)";
    let values = fields.map(|(_, value)| value);
    connection.execute(sql, values).expect("entered");
    let record = "INSERT INTO changed_record (id, noun) VALUES (?1, 'attachment')";
    connection.execute(record, [&own]).expect("named");
    let record = connection.last_insert_rowid();
    let change = "INSERT INTO change (action, record, field, after) VALUES (?1, ?2, ?3, ?4)";
    for (field, value) in fields.into_iter().filter(|(_, value)| value.is_some()) {
        connection.execute(change, (act, record, field, value)).expect("journalled");
    }
    connection.execute(change, (act, record, "size", 7)).expect("journalled");
}

/// The row of an action, as writing makes it.
fn begin(path: &Path, number: u128) -> i64 {
    let connection = Connection::open(path).expect("opens");
    let sql = "INSERT INTO action (id, what, about, device, at) VALUES (?1, 'attach', '', 'x', ?2)";
    connection.execute(sql, (Uuid::from_u128(number).to_string(), AT)).expect("begun");
    connection.last_insert_rowid()
}

fn evidence(store: &Store) -> Vec<Attachment> {
    store.reader().expect("a view").attachments_of(id(2)).expect("read")
}

#[test]
fn what_an_attachment_belonged_to_rests_on_it_and_the_action_that_attached_it_still_undoes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("home.db");
    let store = open(&path, BEFORE);
    enter(&store);
    let original = store.store_original(&b"picture"[..], 7).expect("stored").sha256.to_string();
    drop(store);
    let (first, second) = (begin(&path, 102), begin(&path, 103));
    attach(&path, 11, Some(3), &original, first);
    attach(&path, 12, None, &original, second);

    let store = open(&path, RECORDS.migrations.len());
    let kept = evidence(&store);
    assert_eq!(kept.len(), 2, "both are there");
    assert_eq!(kept[0].name, "photo.jpg");
    let cited: Vec<_> = kept[0].citations.iter().map(|it| (it.id, it.of)).collect();
    assert_eq!(cited, [(id::<CitationId>(11), Cited::Event(id(3)))], "the call rests on it");
    assert_eq!(kept[1].citations, [], "what belonged to the dispute as a whole is cited by none");
    assert_eq!(store.verify().expect("looked"), [], "rows, references and journal agree");

    store.undo(action(104), id(102)).expect("undone");
    assert_eq!(evidence(&store).len(), 1, "it is in the bin with its citation");
    store.undo(action(105), id(104)).expect("undone");
    assert_eq!(evidence(&store)[0].citations.len(), 1, "and comes back with it");
    let call_first = store.undo(action(106), id(101));
    assert!(matches!(call_first, Err(StoreError::InUse { .. })), "{call_first:?}");
    assert_eq!(store.verify().expect("looked"), [], "still");
    drop(store);
    let connection = Connection::open(&path).expect("opens");
    let refused = connection.execute("UPDATE change SET field = 'x'", []);
    assert!(refused.is_err(), "the journal can only be added to again");
}
