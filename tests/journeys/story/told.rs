//! The household file that is to be typed in, and the names that its keys stand for.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A household file.
pub(crate) struct Story {
    /// Where it lies, for the store that takes it in.
    pub(crate) file: PathBuf,
    root: Value,
}

impl Story {
    /// Reads it.
    pub(crate) fn read(file: PathBuf) -> Self {
        let root = json(&file);
        Self { file, root }
    }

    /// Its disputes.
    pub(crate) fn disputes(&self) -> impl Iterator<Item = &Value> {
        list(&self.root, "disputes")
    }

    /// Its vendors.
    pub(crate) fn vendors(&self) -> impl Iterator<Item = &Value> {
        list(&self.root, "vendors")
    }

    /// The members of the household.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Value> {
        list(&self.root["household"], "members")
    }

    /// The household's name.
    pub(crate) fn household(&self) -> &str {
        text(&self.root["household"], "name")
    }

    /// The people of a vendor, supervisors before those whom they supervise.
    pub(crate) fn people_of(&self, vendor: &str) -> Vec<&Value> {
        let mut waiting: Vec<_> =
            list(&self.root, "contacts").filter(|one| text(one, "vendor") == vendor).collect();
        let mut people: Vec<&Value> = vec![];
        while !waiting.is_empty() {
            let known = |one: &Value| people.iter().any(|done| done["key"] == one["supervisor"]);
            let ready = waiting.iter().position(|one| one["supervisor"].is_null() || known(one));
            people.push(waiting.remove(ready.expect("no one supervises their own supervisor")));
        }
        people
    }

    /// The vendor of this key.
    pub(crate) fn vendor(&self, key: &str) -> &Value {
        by_key(self.vendors(), key)
    }

    /// The name of the vendor that a record names, if it names one.
    pub(crate) fn vendor_name<'a>(&'a self, record: &Value) -> Option<&'a str> {
        record["vendor"].as_str().map(|key| text(self.vendor(key), "name"))
    }

    /// The name of a contact.
    pub(crate) fn contact_name(&self, key: &str) -> &str {
        text(by_key(list(&self.root, "contacts"), key), "name")
    }

    /// The name of the contact that stands in a field of a record, if there is one.
    pub(crate) fn contact_in<'a>(&'a self, record: &Value, field: &str) -> Option<&'a str> {
        record[field].as_str().map(|key| self.contact_name(key))
    }

    /// The name of a member.
    pub(crate) fn member_name(&self, key: &str) -> &str {
        text(by_key(self.members(), key), "name")
    }

    /// The time zone in which the story was written down, so that a time typed into the window
    /// is the instant that the file has.
    pub(crate) fn time_zone(&self) -> String {
        let events = self.disputes().flat_map(|dispute| list(dispute, "events"));
        let mut instants = events.map(|event| text(event, "at")).filter(|at| at.len() > 20);
        let offset = instants.find_map(|at| at.get(19..22)?.parse::<i32>().ok()).unwrap_or(0);
        // The names of these zones have their sign the other way round.
        format!("Etc/GMT{:+}", -offset)
    }
}

/// A file of JSON.
pub(crate) fn json(file: &Path) -> Value {
    let text =
        std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The records in a field; none where it is not there.
pub(crate) fn list<'a>(
    record: &'a Value,
    field: &str,
) -> impl Iterator<Item = &'a Value> + use<'a> {
    record[field].as_array().into_iter().flatten()
}

/// A text that must be there.
pub(crate) fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record[field].as_str().unwrap_or_else(|| panic!("{field} is missing in {record}"))
}

/// A text that may be there.
pub(crate) fn maybe<'a>(record: &'a Value, field: &str) -> Option<&'a str> {
    record[field].as_str()
}

/// The record of this key.
pub(crate) fn by_key<'a>(mut records: impl Iterator<Item = &'a Value>, key: &str) -> &'a Value {
    let found = records.find(|record| record["key"] == key);
    found.unwrap_or_else(|| panic!("nothing has the key {key}"))
}
