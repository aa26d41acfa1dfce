//! Complaints to a regulator as disputes of a household file.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::record;
use crate::source::Row;

/// A longer paragraph is taken apart between its sentences: a fact is one assertion.
const LONGEST_FACT: usize = 600;

/// One complaint, as a test looks at it.
pub(crate) struct Complaint {
    /// The title of its dispute; no two are the same.
    pub(crate) title: String,
    pub(crate) company: String,
    pub(crate) narrative: String,
    /// The narrative in facts: the same words in the same order.
    pub(crate) facts: Vec<String>,
    dispute: Value,
}

/// The complaints, and the household file of them all.
pub(crate) fn convert(rows: &[Row]) -> (Vec<Complaint>, Value) {
    let mut keys: BTreeMap<&str, String> = BTreeMap::new();
    for row in rows {
        let next = format!("v{}", keys.len());
        keys.entry(&row["Company"]).or_insert(next);
    }
    let complaints: Vec<_> =
        rows.iter().map(|row| complaint(row, &keys[row["Company"].as_str()])).collect();
    let vendors: Vec<_> = keys
        .iter()
        .map(|(name, key)| json!({ "key": key, "name": name, "kind": "other" }))
        .collect();
    let disputes: Vec<_> = complaints.iter().map(|it| it.dispute.clone()).collect();
    let file = record::household(&vendors, &disputes);
    (complaints, file)
}

fn complaint(row: &Row, vendor: &str) -> Complaint {
    let field = |name: &str| row[name].as_str();
    let number = field("Complaint ID");
    let title = format!("{} ({number})", field("Issue"));
    let narrative = field("Consumer complaint narrative").to_owned();
    let facts = facts(&narrative);
    let mut events = vec![json!({
        "at": field("Date received"),
        "channel": "web_form",
        "direction": "out",
        "vendor": vendor,
        "facts": facts.iter().map(|text| json!({ "text": text })).collect::<Vec<_>>(),
    })];
    let answer = field("Company public response");
    if !answer.is_empty() {
        events.push(json!({
            "at": field("Date sent to company"),
            "channel": "letter",
            "direction": "in",
            "vendor": vendor,
            "facts": [{ "text": answer, "status": "disputed" }],
        }));
    }
    let mut dispute = json!({
        "key": number,
        "title": title,
        "goal": Some(field("Sub-issue")).filter(|it| !it.is_empty()).unwrap_or(field("Issue")),
        "opened_on": field("Date received"),
        "lead": "writer",
        "subject": {
            "what": format!("{}: {}", field("Product"), field("Sub-product")),
            "where": format!("{} {}", field("State"), field("ZIP code")),
        },
        "parties": [{ "vendor": vendor, "roles": ["caused_it"], "reference": number }],
        "events": events,
    });
    if field("Company response to consumer").ends_with("relief") {
        dispute["closed_on"] = json!(field("Date sent to company"));
        dispute["closed_as"] = json!("settled");
    }
    Complaint { title, company: field("Company").to_owned(), narrative, facts, dispute }
}

/// Paragraphs, the long ones in pieces of whole sentences.
fn facts(narrative: &str) -> Vec<String> {
    let paragraphs = narrative.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
    paragraphs.flat_map(pieces).collect()
}

fn pieces(paragraph: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sentence in paragraph.split_inclusive(". ") {
        let last = pieces.last_mut().expect("there is always one");
        if !last.is_empty() && last.len() + sentence.len() > LONGEST_FACT {
            pieces.push(sentence.to_owned());
        } else {
            last.push_str(sentence);
        }
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}
