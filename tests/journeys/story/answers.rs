//! What the record answers without a window: the same, whether it was typed or imported.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use holdfast_tests::{Home, program};
use serde_json::{Map, Value, json};

use super::told::{Story, json as read};

/// The questions.
const QUESTIONS: &[&[&str]] =
    &[&["owed"], &["due"], &["remedies"], &["people", "--to-thank"], &["disputes"]];

/// Compares the store that was typed into with one that takes the story's file in, and both with the
/// answers that are wanted, where a file of them is named.
pub(crate) fn compare(home: &Home, story: &Story, day: &str) {
    let day = std::env::var("HOLDFAST_STORY_ON").unwrap_or_else(|_| day.to_owned());
    let imported = home.folder().join("imported.db");
    run(&imported, &["import".into(), story.file.display().to_string()]);
    let mut all = Map::new();
    for question in QUESTIONS {
        let words = ["--json".into(), "--on".into(), day.clone()];
        let words: Vec<_> = question.iter().map(|&word| word.into()).chain(words).collect();
        let [of_typed, of_imported] = [&home.store(), &imported].map(|store| {
            let said: Value = serde_json::from_str(&run(store, &words)).expect("an answer is JSON");
            without_ids(said)
        });
        assert_eq!(of_typed, of_imported, "{question:?} on {day}: typed and imported differ");
        all.extend(of_typed.as_object().expect("an answer is an object").clone());
    }
    verify(&home.store());
    assert_eq!(
        whole(&home.store(), home.folder()),
        whole(&imported, home.folder()),
        "every field that was typed is the field that was imported"
    );
    if let Some(wanted) = std::env::var_os("HOLDFAST_STORY_EXPECTED") {
        compare_with(&Value::Object(all), &read(Path::new(&wanted)));
    }
}

/// Each answer has all that is wanted of it; more keys may stand beside.
fn compare_with(answers: &Value, wanted: &Value) {
    for (name, wanted) in wanted.as_object().expect("the answers that are wanted are an object") {
        let (Some(rows), Some(said)) = (wanted.as_array(), answers[name].as_array()) else {
            continue;
        };
        assert_eq!(said.len(), rows.len(), "{name}: as many rows as wanted");
        for (said, row) in said.iter().zip(rows) {
            for (key, value) in row.as_object().expect("a row is an object") {
                assert_eq!(&said[key], value, "{name}: {key} of {row}");
            }
        }
    }
}

fn verify(store: &Path) {
    run(store, &["verify".into()]);
}

/// All of the record, as its export has it, with names in place of its keys and in no order.
fn whole(store: &Path, folder: &Path) -> Value {
    let file = folder.join("exported.json");
    run(store, &["export".into(), file.display().to_string()]);
    let mut exported = read(&file);
    let mut names = BTreeMap::new();
    name_keys(&exported, &mut names);
    replace_keys(&mut exported, &names);
    exported
}

/// What each key stands for: the record's own words, for they are the same in both stores.
fn name_keys(value: &Value, names: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(records) => records.iter().for_each(|record| name_keys(record, names)),
        Value::Object(fields) => {
            if let Some(key) = value["key"].as_str() {
                let said = ["name", "title", "for", "what", "at"].map(|field| &value[field]);
                names.insert(key.into(), json!(said).to_string());
            }
            fields.values().for_each(|field| name_keys(field, names));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn replace_keys(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = names.get(text) {
                *text = name.clone();
            }
        }
        Value::Array(records) => {
            records.iter_mut().for_each(|record| replace_keys(record, names));
            // The lines of an address stay in their order; records have none.
            if records.first().is_some_and(Value::is_object) {
                records.sort_by_key(Value::to_string);
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| replace_keys(field, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Ids are made anew in each store, and references come of them.
fn without_ids(mut answer: Value) -> Value {
    for rows in answer.as_object_mut().into_iter().flat_map(Map::values_mut) {
        for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            row.remove("id");
            row.remove("reference");
        }
    }
    answer
}

/// Runs the command line on a store and gives what it says.
fn run(store: &Path, words: &[String]) -> String {
    let mut command = Command::new(program("holdfast-cli"));
    let done = command.arg("--store").arg(store).args(words).output();
    let done = done.expect("the command line can be started");
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "holdfast-cli {words:?}: {complaint}");
    String::from_utf8(done.stdout).expect("the command line writes UTF-8")
}
