//! The story of the cancelled crossing with other texts in all of its free fields.

use holdfast_tests::Home;
use serde_json::Value;

use crate::record::{crossing_file, import};

/// The fields that hold whatever people write. Words of a vocabulary, days, sums and keys stay.
const FREE: &[&str] = &[
    "name",
    "title",
    "goal",
    "effect",
    "where",
    "paid_by",
    "order",
    "account",
    "for",
    "reference",
    "policy",
    "rationale",
    "text",
    "note",
    "terms",
    "reason",
    "did",
    "caveat",
    "job",
    "department",
    "phone",
    "email",
    "label",
    "country",
    "what",
    "address",
    "known_as",
];

/// A home whose record has these texts in turn wherever people may write. No two are the same.
pub(super) fn home(texts: &[String]) -> Home {
    let home = Home::new();
    let story = std::fs::read_to_string(crossing_file()).expect("the story can be read");
    let mut story: Value = serde_json::from_str(&story).expect("the story is JSON");
    let mut count = 0;
    replace(&mut story, texts, &mut count);
    assert!(count > 70, "nearly every field was replaced, not {count}");
    let file = home.folder().join("story.json");
    std::fs::write(&file, story.to_string()).expect("the home can be written to");
    import(&home.store(), &file);
    home
}

fn replace(value: &mut Value, texts: &[String], count: &mut usize) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| replace(one, texts, count)),
        Value::Object(fields) => {
            // A channel's value is free too, but not that of anything else.
            let is_channel = fields.contains_key("value");
            for (name, field) in fields {
                if FREE.contains(&name.as_str()) || (is_channel && name == "value") {
                    put(field, texts, count);
                }
                replace(field, texts, count);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Puts the next text into a field, or one into each of its lines.
fn put(field: &mut Value, texts: &[String], count: &mut usize) {
    if let Value::Array(lines) = field {
        lines.iter_mut().for_each(|line| put(line, texts, count));
    } else if field.is_string() {
        *field = format!("{} {count}", texts[*count % texts.len()]).into();
        *count += 1;
    }
}
