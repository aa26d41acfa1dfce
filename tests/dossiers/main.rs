//! Whole dossiers, from the record to the file, judged as an archive would.

mod kinds;

use std::collections::BTreeSet;
use std::process::Command;

use holdfast_app::dossiers::DossierAsk;
use holdfast_app::wire::{DisputesQuery, EvidenceAdding};
use holdfast_app::{App, Clock, Incoming};
use holdfast_bench::household;
use holdfast_judge::{Structure, judged};
use holdfast_tests::project_folder;
use tempfile::TempDir;

/// The title of the only dispute of the fixture.
const CROSSING: &str = "Cancelled crossing, refund taken back";

/// A record that holds the story of the cancelled crossing, in a folder of its own.
fn crossing() -> (App, TempDir) {
    let file = project_folder().join("tests/fixtures/cancelled-crossing.json");
    holding(&std::fs::read(file).expect("the fixture can be read"))
}

/// A record that holds a household, in a folder of its own.
fn holding(file: &[u8]) -> (App, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let noon = "2026-06-20T12:00:00-04:00".parse().expect("the instant exists");
    let app = App::open(&folder.path().join("home.db"), Clock::Fixed(noon));
    let app = app.expect("a new store opens");
    let imported = app.import_household(file).expect("the store can be written to");
    assert!(imported.imported, "the household is sound");
    (app, folder)
}

/// Adds files to that dispute.
fn add(app: &App, files: Vec<(String, Vec<u8>)>) {
    let all = app.disputes(&DisputesQuery { search: String::new(), state: None });
    let adding = EvidenceAdding::to(&all.expect("the store can be read")[0].id);
    let (count, incoming) = (files.len(), files.into_iter());
    let incoming = incoming.map(|(name, bytes)| Incoming::Pasted { name, bytes }).collect();
    let added = app.add_evidence(&adding, incoming, &mut |_| true).expect("they can be added");
    assert_eq!(added.added.len(), count, "all are kept: {:?}", added.left_out);
}

/// The whole dossier of a dispute, with its exhibits.
fn whole(dispute: &str) -> DossierAsk<'_> {
    DossierAsk { with_exhibits: true, ..DossierAsk::everything(dispute) }
}

/// The dossier with its exhibits.
fn set(app: &App, dispute: &str) -> Vec<u8> {
    let mut pdf = Vec::new();
    app.print_dossier(&whole(dispute), &mut pdf).expect("it can be set");
    pdf
}

/// The dossier with its exhibits, and what it says, with every run of white space as one space.
fn printed(app: &App, folder: &TempDir, dispute: &str) -> (Vec<u8>, String) {
    let bytes = set(app, dispute);
    let file = folder.path().join("dossier.pdf");
    std::fs::write(&file, &bytes).expect("the folder can be written to");
    let checked = Command::new("qpdf").arg("--check").arg(&file).output();
    let checked = checked.expect("qpdf is installed: sudo apt-get install qpdf");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let read = Command::new("pdftotext").arg(&file).arg("-").output();
    let read = read.expect("pdftotext is installed: sudo apt-get install poppler-utils");
    let said = String::from_utf8_lossy(&read.stdout).into_owned();
    (bytes, said.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn attached(structure: &Structure) -> BTreeSet<String> {
    structure.files().into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn a_story_keeps_both_standards() {
    let (app, folder) = crossing();
    let (bytes, said) = printed(&app, &folder, CROSSING);
    judged(&bytes, "the crossing");
    assert!(said.contains("Chronology"), "it tells what happened: {said}");
}

#[test]
fn sixty_exhibits_of_all_kinds_keep_both_standards_and_come_with_it() {
    let (app, folder) = crossing();
    let files = kinds::sixty();
    assert_eq!(files.len(), 60);
    add(&app, files.clone());
    let (bytes, said) = printed(&app, &folder, CROSSING);
    let structure = judged(&bytes, "sixty exhibits");
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(attached(&structure), names, "every original goes with the file");
    for (name, _, _, kept) in structure.files() {
        let (_, given) = files.iter().find(|(given, _)| *given == name).expect("it was added");
        assert_eq!(kept, *given, "{name} byte for byte");
    }
    for words in ["Exhibit 1:", "Exhibit 58:", kinds::WORDS, kinds::IN_PDF] {
        assert!(said.contains(words), "“{words}” can be found in the file");
    }
    assert!(set(&app, CROSSING) == bytes, "the same record gives the same bytes on the same day");
}

#[test]
fn two_thousand_events_keep_both_standards() {
    let (app, folder) = holding(household::longest().to_string().as_bytes());
    let (bytes, said) = printed(&app, &folder, household::LONGEST_TITLE);
    judged(&bytes, "two thousand events");
    assert!(said.contains(household::LONGEST_TITLE), "it is of the longest dispute");
}
