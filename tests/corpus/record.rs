//! A record of the test's own, filled from a household file.

use std::path::Path;

use holdfast_app::wire::{DisputeRow, DisputesQuery, Imported};
use holdfast_app::{App, Clock};
use serde_json::{Value, json};
use tempfile::TempDir;

/// An opened record in a folder of its own.
pub(crate) struct Record {
    pub(crate) app: App,
    folder: TempDir,
}

impl Record {
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let noon = "2026-06-20T12:00:00-04:00".parse().expect("the instant exists");
        let app = App::open(&folder.path().join("home.db"), Clock::Fixed(noon));
        Self { app: app.expect("a new store opens"), folder }
    }

    /// A record that holds exactly what the file says.
    pub(crate) fn of(file: &Value) -> Self {
        let record = Self::empty();
        let imported = record.take_in(file);
        let errors: Vec<_> = imported.problems.iter().filter(|it| it.is_error).collect();
        assert!(imported.imported, "the file was refused: {errors:#?}");
        record
    }

    /// Takes in a household file, and gives what the app says of it.
    pub(crate) fn take_in(&self, file: &Value) -> Imported {
        let file = file.to_string();
        self.app.import_household(file.as_bytes()).expect("the store can be written to")
    }

    /// Everything, as a household file.
    pub(crate) fn given_out(&self) -> String {
        self.app.export_household().expect("the store can be read")
    }

    pub(crate) fn disputes(&self, search: &str) -> Vec<DisputeRow> {
        let query = DisputesQuery { search: search.to_owned(), state: None };
        self.app.disputes(&query).expect("the list can be read")
    }

    /// A folder for files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// A household file with these vendors and disputes, and one member whose key is `writer`.
pub(crate) fn household(vendors: &[Value], disputes: &[Value]) -> Value {
    json!({
        "format": "holdfast-household",
        "version": 1,
        "household": {
            "name": "The readers of complaints",
            "members": [{ "key": "writer", "name": "Ida Marlow" }],
        },
        "vendors": vendors,
        "contacts": [],
        "disputes": disputes,
    })
}

/// That a record comes back from its file as it was: what a second, empty store makes of the file
/// is given out as the very same file.
pub(crate) fn comes_back_equal(record: &Record) -> Value {
    let first = record.given_out();
    let file: Value = serde_json::from_str(&first).expect("what is given out is JSON");
    let second = Record::of(&file).given_out();
    // Not assert_eq: nobody could read two files of a megabyte.
    assert!(first == second, "a file that was given out and taken in again is not the same");
    file
}

/// The facts of a dispute of a household file, in their order.
pub(crate) fn facts(dispute: &Value) -> Vec<&str> {
    let events = dispute["events"].as_array().into_iter().flatten();
    let facts = events.flat_map(|event| event["facts"].as_array().into_iter().flatten());
    facts.map(|fact| fact["text"].as_str().expect("a fact is text")).collect()
}
