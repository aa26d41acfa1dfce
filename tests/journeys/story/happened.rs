//! What happened: calls as they are logged, and everything else through the form of an event.

use holdfast_tests::{Find, Window};
use serde_json::Value;

use super::told::{Story, list, maybe, text};
use super::typing::{day_of, time_of, typed_day, word};
use crate::sheet::{Sheet, menu};

/// Types an event in, in the way in which a person would.
pub(crate) fn type_in(window: &Window, story: &Story, event: &Value) {
    if can_be_logged(event) { log(window, story, event) } else { fill_in(window, story, event) }
}

/// The sheet for calls notes whether somebody answered, and with which vendor. It lets whoever was
/// spoken to first acknowledge a fact.
fn can_be_logged(event: &Value) -> bool {
    let plain = |fact: &Value| {
        fact["acknowledged_by"].is_null()
            || (fact["acknowledged_by"] == event["contacts"][0] && fact["status"].is_null())
    };
    event["channel"] == "phone"
        && event["answered"].is_boolean()
        && event["vendor"].is_string()
        && list(event, "facts").all(plain)
}

fn log(window: &Window, story: &Story, event: &Value) {
    window.press("Control+Shift+L");
    let sheet = Sheet::titled(window, "Log a call");
    sheet.press("Change");
    sheet.answer("Who reached out", word("direction", text(event, "direction")));
    sheet.answer("When", "Earlier");
    sheet.write("Day", &typed_day(day_of(text(event, "at"))));
    sheet.write_if("Time", time_of(text(event, "at")));
    minutes(&sheet, "Minutes waited", &event["waited_minutes"]);
    minutes(&sheet, "Minutes talked", &event["minutes"]);
    sheet.pick_if("Vendor", story.vendor_name(event));
    for (index, key) in list(event, "contacts").filter_map(Value::as_str).enumerate() {
        if index > 0 {
            sheet.press("Someone else too");
        }
        let label = if index == 0 { "Who".to_owned() } else { format!("Who else ({})", index + 1) };
        sheet.pick(&label, story.contact_name(key));
    }
    // The sentence of a call that nobody answered is written by the sheet itself.
    let answered = event["answered"] == true;
    let facts: Vec<_> = list(event, "facts").skip(usize::from(!answered)).collect();
    for (index, fact) in facts.iter().enumerate() {
        if index > 0 {
            window.press("Enter");
        }
        sheet.write(&format!("Fact {}", index + 1), text(fact, "text"));
    }
    for (index, fact) in facts.iter().enumerate() {
        sheet.choose(&format!("How it stands ({})", index + 1), standing(fact));
    }
    if let Some(note) = maybe(event, "note") {
        sheet.press("Private note");
        sheet.write("Private note", note);
    }
    window.picture(if answered { "story-call" } else { "story-call-unanswered" });
    sheet.save_by(if answered { "Save" } else { "Nobody answered" });
}

/// How a fact stands, in the words of the sheet.
fn standing(fact: &Value) -> &'static str {
    match (maybe(fact, "status"), maybe(fact, "acknowledged_by")) {
        (Some("disputed"), _) => "Disputed",
        (Some("unsure"), _) => "Not sure",
        (_, Some(_)) => "Acknowledged",
        (_, None) => "Noted",
    }
}

fn fill_in(window: &Window, story: &Story, event: &Value) {
    menu(window, "Add to the dispute", "What happened");
    let sheet = Sheet::titled(window, "What happened");
    sheet.choose("Channel", word("channel", text(event, "channel")));
    sheet.choose("Direction", word("direction", text(event, "direction")));
    sheet.write("Day", &typed_day(day_of(text(event, "at"))));
    sheet.write_if("Time", time_of(text(event, "at")));
    for (index, key) in list(event, "contacts").filter_map(Value::as_str).enumerate() {
        if index > 0 {
            sheet.press("Add another person");
        }
        let label = if index == 0 { "Who".to_owned() } else { format!("Who else {index}") };
        sheet.pick(&label, story.contact_name(key));
    }
    sheet.pick_if("Vendor", story.vendor_name(event));
    for (index, fact) in list(event, "facts").enumerate() {
        type_fact(&sheet, story, fact, index);
    }
    if let Some(answered) = event["answered"].as_bool() {
        sheet.answer("Answered?", if answered { "Yes" } else { "No" });
    }
    minutes(&sheet, "Waited (minutes)", &event["waited_minutes"]);
    minutes(&sheet, "Took (minutes)", &event["minutes"]);
    if let Some(precision) = maybe(event, "precision") {
        sheet.answer("How well is the time known?", word("precision", precision));
    }
    sheet.write_if("Private note", maybe(event, "note"));
    window.picture(&format!("story-event-{}", day_of(text(event, "at"))));
    sheet.save();
}

fn type_fact(sheet: &Sheet, story: &Story, fact: &Value, index: usize) {
    if index > 0 {
        sheet.press("Add another fact");
    }
    let number = index + 1;
    sheet.write(&format!("Fact {number}"), text(fact, "text"));
    let group = sheet.group(&format!("About fact {number}"));
    if let Some(status) = maybe(fact, "status") {
        sheet.choose_in(
            &Find::field("Does the other side agree?").inside(&group),
            word("fact", status),
        );
    }
    if let Some(name) = story.contact_in(fact, "acknowledged_by") {
        sheet.pick_in(&Find::field("Acknowledged by").inside(&group), name);
    }
}

fn minutes(sheet: &Sheet, label: &str, minutes: &Value) {
    if let Some(minutes) = minutes.as_u64() {
        sheet.write(label, &minutes.to_string());
    }
}
