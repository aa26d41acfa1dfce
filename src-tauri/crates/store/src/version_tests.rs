//! Stores of every version that a household may have: files that were made once and stay as they
//! are. Each opens in this version with all that it held, also after it was killed on the way.
//!
//! A new version wants its file: `HOLDFAST_ACCEPT=RECORD cargo test --workspace --lib versions` makes
//! those that are missing out of a record of today, and never touches one that is there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use holdfast_domain::DateTime;
use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::{Batch, Connection, types::Value};

use crate::kind::{EVIDENCE, Kind, RECORDS};
use crate::paths::beside;
use crate::{Opening, Store, migrate};

fn opening() -> Opening {
    let now = DateTime::from_timestamp(1_795_341_600, 0).expect("a time");
    Opening { now, device: "kitchen".to_owned(), key: None }
}

/// The file of a version, which the repository keeps packed.
fn kept(name: &str, version: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions");
    folder.join(format!("{name}-{version:02}.db.gz"))
}

/// Unpacks the store of a version into a folder.
fn unpack(version: usize, folder: &Path) -> PathBuf {
    let path = folder.join("home.db");
    // The evidence has had fewer versions; a store had the first of them until the second came.
    let evidence = match version {
        ..10 => 1,
        10..15 => 2,
        _ => EVIDENCE.migrations.len(),
    };
    for (packed, to) in [
        (kept("records", version), path.clone()),
        (kept("evidence", evidence), beside(&path, "-evidence")),
    ] {
        let packed = std::fs::File::open(&packed).expect("the file of this version is kept");
        let mut bytes = Vec::new();
        GzDecoder::new(packed).read_to_end(&mut bytes).expect("it unpacks");
        std::fs::write(to, bytes).expect("written");
    }
    path
}

/// What a file holds: the rows of each table as text, by column.
type Held = BTreeMap<String, Vec<BTreeMap<String, String>>>;

fn held(path: &Path) -> Held {
    let connection = Connection::open(path).expect("open");
    let names = strings(
        &connection,
        // The index follows from the other tables, and opening makes it anew where it is missing.
        "SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'",
    );
    let rows = |table: &String| {
        let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
        let mut statement = connection.prepare(&sql).expect("prepared");
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let cells = statement.query_map([], |row| {
            columns
                .iter()
                .enumerate()
                .map(|(at, column)| Ok((column.clone(), format!("{:?}", row.get::<_, Value>(at)?))))
                .collect()
        });
        cells.expect("queried").collect::<rusqlite::Result<Vec<_>>>().expect("read")
    };
    names.into_iter().map(|table| (table.clone(), rows(&table))).collect()
}

/// That everything that was held is held still, in the columns that both have.
fn assert_kept(before: &Held, after: &Held, which: &str) {
    for (table, rows) in before {
        let Some(now) = after.get(table) else { panic!("{which}: {table} has gone") };
        let shared = |row: &BTreeMap<String, String>, other: &[BTreeMap<String, String>]| {
            let there = other.first();
            let known = |column: &String| there.is_none_or(|there| there.contains_key(column));
            row.iter()
                .filter(|(column, _)| known(column))
                .map(|(column, value)| (column.clone(), value.clone()))
                .collect()
        };
        let project = |of: &[BTreeMap<String, String>], other: &[BTreeMap<String, String>]| {
            of.iter().map(|row| shared(row, other)).collect::<BTreeSet<BTreeMap<_, _>>>()
        };
        assert_eq!(project(rows, now), project(now, rows), "{which}: {table}");
    }
}

fn strings(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("prepared");
    let rows = statement.query_map([], |row| row.get(0)).expect("queried");
    rows.collect::<rusqlite::Result<_>>().expect("read")
}

fn version(path: &Path) -> i32 {
    let connection = Connection::open(path).expect("open");
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("version")
}

/// Opens a store in this version, and looks whether all is well with it.
fn opened(path: &Path, before: &Held, which: &str) {
    let store = Store::open(path, &opening()).unwrap_or_else(|error| panic!("{which}: {error}"));
    assert_eq!(store.verify().expect("verified"), [], "{which}");
    let found = store.reader().expect("a view").disputes_matching("refund", false);
    assert!(!found.expect("searched").is_empty(), "{which}: what it holds is found by words");
    drop(store);
    assert_eq!(version(path), RECORDS.version(), "{which}");
    assert_kept(before, &held(path), which);
}

#[test]
fn a_store_of_each_version_is_kept_and_opens_with_all_that_it_held() {
    if let Some(record) = std::env::var_os("HOLDFAST_ACCEPT") {
        make_missing(Path::new(&record));
    }
    for old in 1..=RECORDS.migrations.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = unpack(old, folder.path());
        let before = held(&path);
        let rows: usize = before.values().map(Vec::len).sum();
        assert!(rows > 50, "the store of version {old} holds something: {rows} rows");
        opened(&path, &before, &format!("version {old}"));
        let backups = Store::backups_of(&path, None).expect("listed");
        let wanted = usize::from(old < RECORDS.migrations.len());
        assert_eq!(backups.len(), wanted, "a backup stands beside what was migrated: {backups:?}");
        for backup in backups {
            assert_kept(&before, &held(backup.path()), &format!("the backup of version {old}"));
        }
    }
}

#[test]
fn a_migration_that_is_killed_at_any_statement_leaves_the_old_or_the_new() {
    let mut moments = 0;
    let mut spilt = 0;
    for (step, old) in RECORDS.migrations.iter().skip(1).zip(1_usize..) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = unpack(old, folder.path());
        let before = held(&path);
        let schemas = [schema(&path), schema_after(&path, step)];
        let connection = Connection::open(&path).expect("open");
        // With so small a cache, changes reach the log while the step is still under way.
        let settings = "PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; BEGIN IMMEDIATE;";
        connection.execute_batch(settings).expect("begun");
        let mut batch = Batch::new(&connection, step);
        let mut at = 0;
        let mut killed = |when: String| {
            let left = tempfile::tempdir().expect("a folder");
            let copy = left.path().join("home.db");
            let log = std::fs::metadata(beside(&path, "-wal")).map_or(0, |log| log.len());
            spilt += usize::from(log > 0);
            for companion in ["", "-wal", "-evidence"] {
                let _ = std::fs::copy(beside(&path, companion), beside(&copy, companion));
            }
            assert!(schemas.contains(&schema(&copy)), "{when}: neither the old nor the new");
            opened(&copy, &before, &when);
            moments += 1;
        };
        loop {
            killed(format!("version {old} before statement {at}"));
            let Some(mut statement) = batch.next().expect("a statement") else { break };
            let mut rows = statement.query([]).expect("run");
            while rows.next().expect("run").is_some() {}
            at += 1;
        }
        let done = i32::try_from(old + 1).expect("small");
        connection.pragma_update(None, "user_version", done).expect("set");
        killed(format!("version {old} with its new number"));
        connection.execute_batch("COMMIT").expect("committed");
        killed(format!("version {old} once committed"));
    }
    assert!(moments > 50, "each statement of each step was a moment: {moments}");
    assert!(spilt > 20, "the log held unfinished changes at many of them: {spilt}");
}

fn schema(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).expect("open");
    strings(&connection, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name")
}

fn schema_after(path: &Path, step: &str) -> Vec<String> {
    let copy = path.with_file_name("stepped.db");
    std::fs::copy(path, &copy).expect("copied");
    Connection::open(&copy).expect("open").execute_batch(step).expect("the step can be taken");
    schema(&copy)
}

/// Makes the stores of versions that are not kept yet. Today's code writes today's columns only, so
/// what an old version has of the tables and columns of today's record is copied into a store of it.
fn make_missing(record: &Path) {
    for (name, kind, from) in [
        ("records", RECORDS, record.to_owned()),
        ("evidence", EVIDENCE, beside(record, "-evidence")),
    ] {
        for version in 1..=kind.migrations.len() {
            let packed = kept(name, version);
            if packed.exists() {
                continue;
            }
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("old.db");
            let old = Kind { migrations: &kind.migrations[..version], ..kind };
            migrate::create(&path, old, None).expect("made");
            copy(&from, &path);
            let bytes = std::fs::read(&path).expect("read");
            std::fs::create_dir_all(packed.parent().expect("a folder")).expect("made");
            let mut file = GzEncoder::new(Vec::new(), Compression::best());
            file.write_all(&bytes).expect("packed");
            std::fs::write(&packed, file.finish().expect("packed")).expect("written");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    let connection = Connection::open(to).expect("open");
    let from = from.to_str().expect("a plain path");
    connection.execute("ATTACH ?1 AS newest", [from]).expect("attached");
    let tables = strings(
        &connection,
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
         AND name NOT LIKE 'search%' AND name NOT LIKE 'page%'
         AND name IN (SELECT name FROM newest.sqlite_schema)",
    );
    let mut sql = "BEGIN; PRAGMA defer_foreign_keys = ON;".to_owned();
    for table in tables {
        let shared = strings(
            &connection,
            &format!(
                "SELECT name FROM pragma_table_info('{table}', 'main')
                 INTERSECT SELECT name FROM pragma_table_info('{table}', 'newest')"
            ),
        );
        let columns = shared.join(", ");
        let known = if table == "change" { KNOWN_TO_THE_JOURNAL } else { "" };
        sql += &format!(
            "DELETE FROM main.{table};
             INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table} {known};"
        );
    }
    connection.execute_batch(&(sql + "COMMIT;")).expect("copied");
    connection.execute_batch("DETACH newest; VACUUM;").expect("tidied");
}

/// The journal of an old record speaks of the columns that it had.
const KNOWN_TO_THE_JOURNAL: &str = "WHERE EXISTS (
    SELECT 1 FROM newest.changed_record r, pragma_table_info(r.noun, 'main') i
    WHERE r.number = change.record AND i.name = change.field)";
