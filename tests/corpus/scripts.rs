//! Strings that have broken other programs, and one text in each of many scripts.

use std::collections::BTreeSet;

use holdfast_app::dossiers::DossierAsk;
use holdfast_domain::text::is_blank;
use serde_json::{Value, json};

use crate::printed::Printed;
use crate::record::{self, Record};
use crate::source;

/// How many disputes there are for each one that is searched for.
const SEARCHED: usize = 4;

/// How many there are for each one whose dossier is printed.
const PRINTED: usize = 24;

/// A dispute that says these words wherever words can stand.
fn dispute(key: usize, title: &str, fact: &str) -> Value {
    // A title in which nothing can be seen is refused, and rightly so.
    let title = if is_blank(title) { "Nothing to be seen" } else { title };
    let mut facts = vec![json!({ "text": format!("“{fact}”") })];
    if !is_blank(fact) {
        facts.push(json!({ "text": fact }));
    }
    json!({
        "key": format!("d{key}"),
        "title": title,
        "goal": title,
        "opened_on": "2026-01-05",
        "lead": "writer",
        "effect": format!("“{fact}”"),
        "subject": { "what": format!("“{fact}”"), "order": title },
        "events": [{
            "at": "2026-01-05",
            "channel": "email",
            "direction": "in",
            "vendor": format!("v{key}"),
            "facts": facts,
            "note": format!("“{fact}”"),
        }],
        "parties": [{ "vendor": format!("v{key}"), "roles": ["caused_it"] }],
    })
}

/// Takes the texts in, as titles and facts, and checks that they come back and can be printed.
fn carried(texts: &[(String, String)]) {
    let vendor = |(key, (title, _)): (usize, &(String, String))| {
        // Vendors of equal name would become one.
        let short: String = title.chars().take(200).collect();
        json!({ "key": format!("v{key}"), "name": format!("{key} {short}"), "kind": "other" })
    };
    let vendors: Vec<_> = texts.iter().enumerate().map(vendor).collect();
    let numbered = texts.iter().enumerate();
    let disputes: Vec<_> = numbered.map(|(key, (title, fact))| dispute(key, title, fact)).collect();
    let record = Record::of(&record::household(&vendors, &disputes));

    let file = record::comes_back_equal(&record);
    let given_out = file["disputes"].as_array().expect("there are disputes");
    let titles = |all: &[Value]| all.iter().map(|it| it["title"].clone()).collect::<Vec<_>>();
    assert_eq!(titles(given_out), titles(&disputes), "a title is what was written");
    for (before, after) in disputes.iter().zip(given_out) {
        assert_eq!(record::facts(after), record::facts(before), "a fact is what was written");
        assert_eq!(after["effect"], before["effect"], "an effect is what was written");
    }

    let rows = record.disputes("");
    assert_eq!(rows.len(), texts.len(), "each text is one dispute");
    for (at, row) in rows.iter().enumerate() {
        let page = record.app.dispute(&row.id).expect("the page can be shown");
        assert_eq!(page.dispute.title, row.title);
        if at % SEARCHED == 0 {
            let found = record.disputes(&row.title);
            assert!(found.iter().any(|it| it.id == row.id), "“{}” does not find itself", row.title);
        }
        if at % PRINTED == 0 {
            let mut pdf = Vec::new();
            let printed = record.app.print_dossier(&DossierAsk::everything(&row.id), &mut pdf);
            printed.expect("the dossier can be set");
            Printed::save(&pdf, record.folder(), "dossier.pdf");
        }
    }
}

#[test]
fn strings_that_break_programs_are_text_like_any_other() {
    let Some(lines) = source::lines("text/blns.txt") else { return };
    let (kept, refused): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|line| line.chars().all(|it| !it.is_control() || it == '\t'));
    assert!(kept.len() > 400 && !refused.is_empty(), "the list has both sorts");
    let texts: Vec<_> = kept.into_iter().map(|line| (line.clone(), line)).collect();
    carried(&texts);

    for line in refused {
        let record = Record::empty();
        let vendors = [json!({ "key": "v0", "name": "A vendor", "kind": "other" })];
        let file = record::household(&vendors, &[dispute(0, "A title", &line)]);
        let imported = record.take_in(&file);
        assert!(!imported.imported, "a control character cannot be kept: {line:?}");
        let places: BTreeSet<_> =
            imported.problems.iter().filter(|it| it.is_error).map(|it| it.place.as_str()).collect();
        let place = "disputes[0].events[0].facts[0].text";
        assert!(places.contains(place), "the problem names its place: {places:?}");
        assert!(record.disputes("").is_empty(), "nothing is taken in by halves");
    }
}

#[test]
fn every_script_is_kept_listed_found_and_printed() {
    let Some(rows) = source::table("text/udhr_by_script.csv") else { return };
    let scripts: BTreeSet<_> = rows.iter().map(|row| row["script"].as_str()).collect();
    assert!(scripts.len() > 30, "the corpus has many scripts");
    let texts: Vec<_> =
        rows.iter().map(|row| (row["title"].clone(), row["text"].clone())).collect();
    carried(&texts);
}
