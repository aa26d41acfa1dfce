//! The schema: as committed, as the descriptions of the tables say, and used by the queries.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::nouns::{Order, WITH_VENDOR, page_of, page_of_dispute, table};
use crate::table::Stored;
use crate::{Noun, connection, migrate};

fn made(kind: Kind) -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().expect("a folder");
    let connection = connection::creating(&folder.path().join("x.db"), None).expect("made");
    migrate::migrate(&connection, 0, kind.migrations).expect("migrated");
    (folder, connection)
}

fn schema(kind: Kind) -> String {
    let (_folder, connection) = made(kind);
    let mut statement = connection
        .prepare("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name")
        .expect("prepared");
    let all: rusqlite::Result<Vec<String>> =
        statement.query_map([], |row| row.get(0)).expect("queried").collect();
    all.expect("read").join("\n") + "\n"
}

/// Where the schema is meant to change, this writes the new one down:
/// `HOLDFAST_ACCEPT=1 cargo test -p holdfast-store schema`.
fn compare(name: &str, kind: Kind) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(name);
    let now = schema(kind);
    if std::env::var_os("HOLDFAST_ACCEPT").is_some() {
        std::fs::write(&path, &now).expect("written");
    }
    let committed = std::fs::read_to_string(&path).expect("the committed schema");
    assert!(now == committed, "{name} is not what the migrations make:\n{now}");
}

#[test]
fn the_whole_schema_is_the_committed_one() {
    compare("records.schema.sql", RECORDS);
    compare("evidence.schema.sql", EVIDENCE);
}

#[test]
fn every_description_of_a_table_names_its_columns_and_references() {
    let (_folder, connection) = made(RECORDS);
    let set = |sql: &str, name: &str| -> BTreeSet<(String, String)> {
        let mut statement = connection.prepare(sql).expect("prepared");
        let rows = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.expect("queried").collect::<rusqlite::Result<_>>().expect("read")
    };
    for noun in Noun::ALL.iter().copied() {
        let (name, described) = (noun.as_str(), table(noun));
        let columns = set("SELECT name, '' FROM pragma_table_info(?1)", name);
        let known = described.columns.iter().copied().chain(["id", "deleted_at"]);
        let known: BTreeSet<_> = known.map(|it| (it.to_owned(), String::new())).collect();
        assert_eq!(known, columns, "the columns of {name}");
        let keys = set("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)", name);
        let known = described.owner.iter().chain(described.references);
        let known: BTreeSet<_> =
            known.map(|(column, noun)| ((*column).to_owned(), noun.as_str().to_owned())).collect();
        assert_eq!(known, keys, "the references of {name}");
        assert_eq!(Noun::named(name), Some(noun), "a noun is found by the name of its table");
    }
}

/// What SQLite means to do for a query.
fn plan(connection: &Connection, sql: &str) -> String {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
    let lines = statement.query_map(["", "", "", ""], |row| row.get::<_, String>(3));
    lines.expect("queried").collect::<rusqlite::Result<Vec<_>>>().expect("read").join("\n")
}

#[test]
fn no_page_of_events_reads_the_whole_table() {
    let (_folder, connection) = made(RECORDS);
    let select = holdfast_domain::Event::TABLE.select();
    for order in [Order::Oldest, Order::Newest] {
        let plan = plan(&connection, &format!("{select} WHERE {}", page_of_dispute(order)));
        assert!(
            plan.contains("event_of_dispute (dispute=? AND (sort_key,id)"),
            "{order:?}: {plan}"
        );
        assert!(!plan.contains("SCAN"), "{order:?} reads only the page: {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{order:?} sorts nothing: {plan}");
    }
    let with_vendor = plan(&connection, &format!("{select} WHERE {}", page_of(WITH_VENDOR)));
    assert!(!with_vendor.contains("SCAN t"), "the events are looked up: {with_vendor}");
    assert!(!with_vendor.contains("SCAN event"), "and so are their ids: {with_vendor}");
}

#[test]
fn what_belongs_to_something_is_found_by_an_index() {
    let (_folder, connection) = made(RECORDS);
    for noun in Noun::ALL.iter().copied() {
        let described = table(noun);
        let Some((owner, _)) = described.owner else { continue };
        let ids = "SELECT ?1 UNION SELECT ?2 UNION SELECT ?3 UNION SELECT ?4";
        let sql =
            format!("{} WHERE t.{owner} IN ({ids}) AND t.deleted_at IS NULL", described.select());
        let plan = plan(&connection, &sql);
        assert!(plan.contains("SEARCH t USING INDEX"), "{}: {plan}", noun.as_str());
    }
}
