//! The dossier: looked at in the window, saved as a PDF, and read as other programs read it.

use std::path::Path;
use std::process::Command;

use holdfast_tests::{Find, Window};
use serde_json::Value;

use super::told::{Story, list, maybe, text};
use super::typing::{day_of, printed_day, printed_sum};
use crate::printed::wait_for_page;
use crate::sheet::menu;

/// Looks at the pages of the dispute that is shown, saves them, and gives the file's name.
pub(crate) fn save(window: &Window) -> String {
    menu(window, "More on this dispute", "Print dossier");
    window.wait_for(&Find::role("heading", "Dossier"));
    wait_for_page(window);
    window.picture("story-dossier");
    window.click(&Find::button("Save as PDF"));
    let said = Find::any("status").containing("was saved.");
    window.wait_for(&said);
    // What still fades in has no text to the driver.
    window.wait_until("the message could be read", |page| !page.text_of(&said).is_empty());
    let sentence = window.text_of(&said);
    let name = sentence.split(" was saved.").next().unwrap_or_default().trim();
    assert!(name.ends_with(".pdf"), "the message names the file that was saved: {sentence}");
    window.click(&Find::button("Close message").inside(&said));
    name.to_owned()
}

/// Checks that the file holds what is to be handed over, and nothing that is private.
pub(crate) fn check(file: &Path, story: &Story, dispute: &Value) {
    let mut qpdf = Command::new("qpdf");
    let checked = qpdf.arg("--check").arg(file).output().expect("qpdf is there");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "qpdf --check finds fault with {}: {said}", file.display());

    let mut pdftotext = Command::new("pdftotext");
    let read = pdftotext.arg("-raw").arg(file).arg("-").output().expect("pdftotext is there");
    assert!(read.status.success(), "pdftotext reads {}", file.display());
    let printed = spaced(&String::from_utf8_lossy(&read.stdout));

    let mut wanted = vec![
        text(dispute, "title").to_owned(),
        text(dispute, "goal").to_owned(),
        story.member_name(text(dispute, "lead")).to_owned(),
    ];
    wanted.extend(maybe(dispute, "effect").map(str::to_owned));
    let facts = list(dispute, "events").flat_map(|event| list(event, "facts"));
    wanted.extend(facts.map(|fact| text(fact, "text").to_owned()));
    collect(dispute, &mut wanted);
    let missing: Vec<_> = wanted.iter().filter(|one| !printed.contains(&spaced(one))).collect();
    assert!(missing.is_empty(), "the dossier lacks {missing:#?}\n\nIt says:\n{printed}");

    let events = list(dispute, "events");
    let checks = list(dispute, "remedies").flat_map(|remedy| list(remedy, "checks"));
    let private: Vec<_> = events.chain(checks).filter_map(|one| maybe(one, "note")).collect();
    assert!(!private.is_empty(), "the story has private notes, or nothing is shown by this");
    for note in private {
        for part in note.split(['.', ',']).map(spaced).filter(|part| part.len() > 12) {
            assert!(!printed.contains(&part), "the dossier gives away “{part}”");
        }
    }
}

/// Every sum and every day of a record and of what hangs on it, as it is printed.
fn collect(record: &Value, found: &mut Vec<String>) {
    let Some(fields) = record.as_object() else { return };
    for amount in [&record["amount"], &record["price"]] {
        if let (Some(amount), Some(currency)) = (amount.as_str(), record["currency"].as_str()) {
            found.push(printed_sum(amount, currency));
            // Movements name no currency: it is their claim's.
            for movement in list(record, "movements") {
                found.push(printed_sum(text(movement, "amount"), currency));
            }
        }
    }
    for (name, value) in fields {
        let is_day = name == "on" || name == "at" || name == "open_until" || name == "expected_by";
        match value {
            Value::String(day) if (is_day || name.ends_with("_on")) && day.len() >= 10 => {
                found.push(printed_day(day_of(day)));
            }
            Value::Array(records) => records.iter().for_each(|record| collect(record, found)),
            Value::Object(_) => collect(value, found),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// With every run of white space as one space, as lines are broken where they end.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
