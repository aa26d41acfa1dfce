//! E-mails of many programs, each compared with what another reader made of it.
//!
//! `cargo test -p holdfast-tests --test corpus mails -- --nocapture` prints the table.

mod legacy;
mod rfc;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use holdfast_intake::mail::{MailDraft, read};
use serde_json::Value;

use crate::source;

/// Where the e-mails lie in the corpus, each with the other reading of it beside it.
const FOLDER: &str = "email";

/// An e-mail and its outcome, as [`outcome`] puts it.
type Case = (&'static str, &'static str);

/// Checks every case of a folder, and that no e-mail of it was left out.
fn check(folder: &str, cases: &[Case]) {
    let Some(files) = source::files(&format!("{FOLDER}/{folder}")) else { return };
    println!("\n| {folder} | what came of it | time |\n|---|---|---|");
    let there: BTreeSet<&str> = files.keys().filter_map(|name| name.strip_suffix(".eml")).collect();
    let known: BTreeSet<&str> = cases.iter().map(|(file, _)| *file).collect();
    let mut different = Vec::new();
    for file in &there {
        let begun = source::cpu_time();
        let draft = read(&files[&format!("{file}.eml")]).expect("every one of them is an e-mail");
        let took = source::cpu_time().saturating_sub(begun);
        let found = outcome(&draft);
        println!("| {file}.eml | {found} | {} ms |", took.as_millis());
        assert!(took < Duration::from_secs(5), "{file} takes too long");
        different.extend(compared(file, &draft, &other(&files, file)));
        let expected = cases.iter().find(|(known, _)| known == file).map(|(_, it)| *it);
        if expected.is_some_and(|it| it != found) {
            different.push(format!(
                "{file}\n  is:      {found}\n  expected: {}",
                expected.unwrap_or("-")
            ));
        }
    }
    assert_eq!(there, known, "each file of {folder} has its row in the table, and no other");
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// When it was sent, its attachments, the length of its text, and the remarks.
fn outcome(draft: &MailDraft) -> String {
    let mut said = vec![draft.sent_at.map_or("no date".to_owned(), |it| it.to_rfc3339())];
    said.push(format!("{} words", draft.text.split_whitespace().count()));
    said.extend(draft.attachments.iter().map(|it| {
        let name = it.name.as_deref().unwrap_or("-");
        format!("{name} ({}, {} bytes)", it.kind.ending(), it.bytes.len())
    }));
    said.extend(
        draft
            .remarks
            .iter()
            .map(|it| format!("{} {}", it.code.as_str(), it.text).trim_end().to_owned()),
    );
    said.join("; ")
}

/// What the other reader says of an e-mail.
fn other(files: &BTreeMap<String, Vec<u8>>, file: &str) -> Value {
    serde_json::from_slice(&files[&format!("{file}.json")]).expect("the reading is JSON")
}

/// What differs from the other reading. Where that one lost characters, it is no measure.
fn compared(file: &str, draft: &MailDraft, other: &Value) -> Vec<String> {
    let mut different = Vec::new();
    let mut same = |what: &str, ours: String, theirs: String| {
        if ours != theirs && !theirs.contains('\u{FFFD}') {
            different.push(format!("{file}: {what}\n  is:      {ours:?}\n  expected: {theirs:?}"));
        }
    };
    let root = &other["parts"][0];
    same("subject", draft.subject.clone(), header(root, "subject", "/Text"));
    let from = draft.from.first().cloned().unwrap_or_default();
    let theirs = |field| header(root, "from", &format!("/Address/List/0/{field}"));
    same("name", from.name.unwrap_or_default(), theirs("name"));
    same("address", from.address.unwrap_or_default(), theirs("address"));
    let count = other["attachments"].as_array().map_or(0, Vec::len);
    same("attachments", draft.attachments.len().to_string(), count.to_string());
    if let Some(theirs) = plain_text(other) {
        same("text", draft.text.clone(), theirs);
    }
    different
}

/// A header of the other reading, by its name and where its value lies; empty where it has none.
fn header(part: &Value, name: &str, pointer: &str) -> String {
    let mut headers = part["headers"].as_array().into_iter().flatten();
    // Of several the last counts.
    let found = headers.rfind(|it| it["name"] == name);
    let value = found.and_then(|it| it["value"].pointer(pointer));
    value.and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

/// The text of the other reading, where all of it is plain.
fn plain_text(other: &Value) -> Option<String> {
    let numbers = other["text_body"].as_array()?;
    let text = |number: &Value| {
        let part = usize::try_from(number.as_u64()?).ok()?;
        let text = other["parts"][part]["body"]["Text"].as_str()?;
        Some(text.replace("\r\n", "\n").trim_end().to_owned())
    };
    let texts: Option<Vec<String>> = numbers.iter().map(text).collect();
    let texts = texts?.into_iter().filter(|it| !it.trim().is_empty());
    Some(texts.collect::<Vec<_>>().join("\n\n"))
}
