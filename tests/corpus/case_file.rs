//! One case file with every script in it: in the chronology, and on the pages of its exhibits.

use holdfast_app::Incoming;
use holdfast_app::dossiers::DossierAsk;
use holdfast_app::wire::EvidenceAdding;
use holdfast_judge::judged;
use serde_json::json;

use crate::printed::Printed;
use crate::record::{self, Record};
use crate::source;
use crate::typeset::{bare, letters, parted};

#[test]
fn every_script_stands_in_one_case_file_that_keeps_both_standards() {
    let Some(rows) = source::table("text/udhr_by_script.csv") else { return };
    let vendor = json!({ "key": "v", "name": "Tidewater Ferries", "kind": "other" });
    let event = |row: &source::Row| {
        json!({
            "at": "2026-01-05", "channel": "email", "direction": "in", "vendor": "v",
            "facts": [{ "text": row["text"] }],
        })
    };
    let dispute = json!({
        "key": "d", "title": "In every script", "goal": "To be read", "opened_on": "2026-01-05",
        "lead": "writer", "parties": [{ "vendor": "v", "roles": ["caused_it"] }],
        "events": rows.iter().map(event).collect::<Vec<_>>(),
    });
    let record = Record::of(&record::household(&[vendor], &[dispute]));
    let id = record.disputes("").remove(0).id;
    let text = |(at, row): (usize, &source::Row)| Incoming::Pasted {
        name: format!("{at} {}.txt", row["title"]),
        bytes: row["text"].clone().into_bytes(),
    };
    let files = rows.iter().enumerate().map(text).collect();
    let added = record.app.add_evidence(&EvidenceAdding::to(&id), files, &mut |_| true);
    let added = added.expect("they can be added");
    // A few languages share one text, which is kept once.
    assert_eq!(added.added.len() + added.known.len(), rows.len(), "{:?}", added.left_out);

    let ask = DossierAsk { with_exhibits: true, ..DossierAsk::everything(&id) };
    let mut pdf = Vec::new();
    record.app.print_dossier(&ask, &mut pdf).expect("it can be set");
    judged(&pdf, "every script");
    let printed = Printed::save(&pdf, record.folder(), "scripts.pdf");
    let (_, said) = parted(&bare(&printed.text()));
    for row in &rows {
        for word in row["text"].split_whitespace() {
            let is_there = letters(word).iter().any(|form| said.contains(form));
            assert!(is_there, "{}: {word} is lost", row["script"]);
        }
    }
}
