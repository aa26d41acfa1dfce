//! A large household, as a household file: always the same, so that runs can be compared.

mod dispute;
mod phrases;

use chrono::NaiveDate;
use serde_json::{Value, json};

use holdfast_dice::Dice;

/// How many disputes the household has.
pub const DISPUTES: usize = 200;
/// How many events they have in all.
pub const EVENTS: usize = 20_000;
/// How many of those belong to the first dispute.
pub const LONGEST: usize = 2_000;
/// How many vendors it knows.
pub const VENDORS: usize = 30;
/// How many people it knows at each of them.
pub const PEOPLE_OF_A_VENDOR: usize = 4;

/// How many facts a document speaks of: some two pages.
const FACTS_OF_A_DOCUMENT: usize = 60;

/// The title of the dispute with the most events.
pub const LONGEST_TITLE: &str = "The kitchen that was never finished";

/// The first word that only one fact of the household has.
pub const RARE_WORD: &str = "quicksilver";

/// The day from which one looks.
///
/// # Panics
/// Never: the day exists.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 20).expect("the day exists")
}

/// The whole household.
pub fn large() -> Value {
    let rest = EVENTS - LONGEST;
    let others = DISPUTES - 1;
    let counts = (0..others).map(|at| rest / others + usize::from(at < rest % others));
    of_disputes(&[LONGEST].into_iter().chain(counts).collect::<Vec<_>>())
}

/// The same household with its longest dispute alone.
pub fn longest() -> Value {
    of_disputes(&[LONGEST])
}

/// Documents of some pages each, as texts, made of what the household's facts say.
pub fn documents(of: &Value, count: usize) -> Vec<String> {
    let texts = |event: &Value| -> Vec<String> {
        let facts = event["facts"].as_array().into_iter().flatten();
        facts.filter_map(|fact| fact["text"].as_str()).map(str::to_owned).collect()
    };
    let disputes = of["disputes"].as_array().into_iter().flatten();
    let events = disputes.flat_map(|dispute| dispute["events"].as_array().into_iter().flatten());
    let facts: Vec<String> = events.flat_map(texts).collect();
    let document = |at: usize| {
        let lines = facts.iter().cycle().skip(at * facts.len() / count).take(FACTS_OF_A_DOCUMENT);
        format!("Document {at}\n{}", lines.cloned().collect::<Vec<_>>().join("\n"))
    };
    (0..count).map(document).collect()
}

fn of_disputes(events: &[usize]) -> Value {
    let disputes = events.iter().enumerate();
    json!({
        "format": "holdfast-household",
        "version": 1,
        "household": { "name": "The Marlow family", "members": members() },
        "vendors": (0..VENDORS).map(vendor).collect::<Vec<_>>(),
        "contacts": (0..VENDORS * PEOPLE_OF_A_VENDOR).map(contact).collect::<Vec<_>>(),
        "disputes": disputes.map(|(at, events)| dispute::dispute(at, *events)).collect::<Vec<_>>(),
    })
}

fn members() -> Vec<Value> {
    let member = |(at, name): (usize, &&str)| json!({ "key": format!("m{at}"), "name": name });
    phrases::MEMBERS.iter().enumerate().map(member).collect()
}

fn vendor(at: usize) -> Value {
    let (name, kind) = phrases::VENDORS[at];
    json!({
        "key": format!("v{at}"),
        "name": name,
        "kind": kind,
        "address": [format!("{} Harbour Road", at + 1), "Fairhaven"],
        "channels": [
            { "kind": "phone", "value": format!("+1 800 555 {:04}", 100 + at), "label": "Claims" },
            { "kind": "email", "value": format!("care{at}@vendor.example") },
        ],
        "known_as": [format!("VND {at:02} FAIRHAVEN")],
    })
}

fn contact(at: usize) -> Value {
    let mut dice = Dice::new(7_000 + at as u64);
    let first = phrases::FIRST_NAMES[at % phrases::FIRST_NAMES.len()];
    let last = phrases::LAST_NAMES[(at * 7 + at / 24) % phrases::LAST_NAMES.len()];
    let place = at % PEOPLE_OF_A_VENDOR;
    let mut contact = json!({
        "key": format!("c{at}"),
        "vendor": format!("v{}", at / PEOPLE_OF_A_VENDOR),
        "name": format!("{first} {last}"),
        "job": phrases::JOBS[place],
        "department": dice.pick(&["Claims", "Customer relations", "Accounts", "Head office"]),
        "phone": format!("+1 800 555 {:04} ext. {}", 100 + at / PEOPLE_OF_A_VENDOR, at),
    });
    if place > 0 {
        contact["supervisor"] = json!(format!("c{}", at - 1));
    }
    contact
}
