//! Hundreds of real complaints: taken in, given out, listed, found, printed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use holdfast_app::dossiers::DossierAsk;
use holdfast_app::wire::TimelineWhat;
use serde_json::Value;

use crate::converted::{Complaint, convert};
use crate::printed::Printed;
use crate::record::{self, Record};
use crate::source;

/// How many complaints there are for each one whose file is read back.
const READ_BACK: usize = 40;

/// How many there are for each one that is searched for.
const SEARCHED: usize = 4;

struct Complaints {
    all: Vec<Complaint>,
    record: Record,
    /// The dispute of each, as the list names it.
    ids: Vec<String>,
}

/// All complaints in one record, or nothing where there is no corpus.
static COMPLAINTS: LazyLock<Option<Complaints>> = LazyLock::new(|| {
    let rows = source::table("complaints/cfpb_sample.csv")?;
    let (all, file) = convert(&rows);
    let record = Record::of(&file);
    let rows = record.disputes("");
    let id = |it: &Complaint| rows.iter().find(|row| row.title == it.title).map(|row| &row.id);
    let ids = all.iter().map(|it| id(it).expect("each complaint is in the list").clone()).collect();
    Some(Complaints { all, record, ids })
});

#[test]
fn every_complaint_is_listed_with_its_vendor() {
    let Some(complaints) = &*COMPLAINTS else { return };
    assert!(complaints.all.len() > 300, "the corpus has hundreds of complaints");
    let app = &complaints.record.app;
    let rows = complaints.record.disputes("");
    assert_eq!(rows.len(), complaints.all.len(), "each complaint is one dispute");
    let companies: BTreeSet<_> = complaints.all.iter().map(|it| it.company.as_str()).collect();
    let vendors = app.vendors("").expect("the list can be read");
    let names: BTreeSet<_> = vendors.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, companies, "each company is one vendor");
    let of_vendors: u32 = vendors.iter().map(|row| row.disputes).sum();
    assert_eq!(of_vendors as usize, rows.len(), "each complaint is one vendor's");
    let today = app.today().expect("the day can be shown");
    let counted = today.open + today.watching + today.closed;
    assert_eq!(counted as usize, rows.len(), "each complaint is in one state");
    assert!(today.closed > 0 && today.open > 0, "some were settled, most were not");
}

#[test]
fn every_page_and_timeline_shows_the_whole_narrative() {
    let Some(complaints) = &*COMPLAINTS else { return };
    let app = &complaints.record.app;
    for (complaint, id) in complaints.all.iter().zip(&complaints.ids) {
        let page = app.dispute(id).expect("the page can be shown");
        assert_eq!(page.dispute.title, complaint.title);
        let timeline = app.timeline(id, false, None).expect("the timeline can be shown");
        let shown: Vec<String> = timeline
            .entries
            .into_iter()
            .flat_map(|entry| {
                let TimelineWhat::Event { event, .. } = entry.what else { return Vec::new() };
                event.facts
            })
            .map(|fact| fact.text)
            .collect();
        assert!(shown.starts_with(&complaint.facts), "{} lost words", complaint.title);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let kept = words(&complaint.facts.join(" "));
        assert_eq!(kept, words(&complaint.narrative), "the converter lost words");
    }
}

#[test]
fn a_narrative_is_found_by_its_words() {
    let Some(complaints) = &*COMPLAINTS else { return };
    for (complaint, id) in complaints.all.iter().zip(&complaints.ids).step_by(SEARCHED) {
        let words = telling_words(&complaint.narrative);
        for search in [words.join(" "), words.join(" ").to_uppercase()] {
            let found = complaints.record.disputes(&search);
            let found: Vec<_> = found.iter().map(|row| row.id.as_str()).collect();
            assert!(found.contains(&id.as_str()), "“{search}” does not find {}", complaint.title);
            assert!(found.len() < complaints.all.len(), "“{search}” finds everything");
        }
    }
    let nothing = complaints.record.disputes("zzyzx");
    assert!(nothing.is_empty(), "a word that nobody wrote finds nothing");
}

/// Some of a text's longest words.
fn telling_words(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: BTreeSet<_> = words.filter(|word| !word.contains("XX")).collect();
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(3);
    words
}

#[test]
fn all_of_them_come_back_equal() {
    let Some(complaints) = &*COMPLAINTS else { return };
    let file = record::comes_back_equal(&complaints.record);
    let disputes = file["disputes"].as_array().expect("there are disputes");
    assert_eq!(disputes.len(), complaints.all.len());
    for complaint in &complaints.all {
        let titled = |it: &&Value| it["title"] == complaint.title.as_str();
        let dispute = disputes.iter().find(titled).expect("each is given out");
        let given_out = record::facts(dispute);
        let kept = given_out.len() >= complaint.facts.len()
            && complaint.facts.iter().zip(&given_out).all(|(before, after)| before == after);
        assert!(kept, "the facts of {} are not what was written", complaint.title);
    }
}

#[test]
fn every_dossier_can_be_set_and_those_that_are_read_back_say_it_all() {
    let Some(complaints) = &*COMPLAINTS else { return };
    let app = &complaints.record.app;
    for (at, (complaint, id)) in complaints.all.iter().zip(&complaints.ids).enumerate() {
        let mut pdf = Vec::new();
        let printed = app.print_dossier(&DossierAsk::everything(id), &mut pdf);
        let missing = printed.expect("the dossier can be set").missing;
        assert!(missing.is_empty(), "{}: no font has {missing:?}", complaint.title);
        if at % READ_BACK == 0 {
            let printed = Printed::save(&pdf, complaints.record.folder(), &format!("{at}.pdf"));
            printed.says(&complaint.narrative);
        }
    }
}
