//! Measures what is proposed for a year of bank statements against what its lines truly mean, and
//! how long very many lines take.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use holdfast_app::statements::answers::{ImportAsk, MatchRow};
use holdfast_app::{App, Clock};
use holdfast_bench::figures::{own, peak_mebibytes, seconds};
use holdfast_bench::statements::{self, CLAIMS, MANY, YEAR, truths};

/// What taking in and looking at the large file may take, on two cores.
const GOAL: Duration = Duration::from_secs(2);
/// What it may hold, in MiB.
const ROOM: i64 = 200;

fn main() {
    // The large file first: what the process held at most is counted from its start.
    let folder = tempfile::tempdir().expect("a folder can be made");
    large(&open(folder.path(), "large.db", &statements::large().to_string()));
    year(&open(folder.path(), "year.db", &statements::household().to_string()));
}

fn open(folder: &std::path::Path, name: &str, household: &str) -> App {
    let now = "2026-12-31T09:00:00Z".parse().expect("the instant is valid");
    let app = App::open(&folder.join(name), Clock::Fixed(now)).expect("a new store opens");
    let imported = app.import_household(household.as_bytes()).expect("taken in");
    assert!(imported.imported, "the household is sound: {:?}", imported.problems);
    app
}

fn import(app: &App, file: &str) -> u32 {
    let ask = ImportAsk { account: Some("Joint account"), ..ImportAsk::default() };
    let taken = app.import_statement("year.csv", &mut file.as_bytes(), &ask).expect("taken in");
    assert!(taken.imported, "the file is sound: {:?}", taken.problems);
    taken.statements.iter().map(|row| row.added).sum()
}

fn large(app: &App) {
    let file = statements::many();
    let (began, used) = (Instant::now(), own());
    let added = import(app, &file);
    let imported = began.elapsed();
    let asked = Instant::now();
    let found = app.matches_answer().expect("looked at").matches.len();
    let (looked, whole) = (asked.elapsed(), began.elapsed());
    println!(
        "{added} of {MANY} lines taken in, against {CLAIMS} open claims; goal {}",
        seconds(GOAL)
    );
    println!("  taken in, and looked at once    {:>10}", seconds(imported));
    println!("  looked at once more             {:>10}  ({found} proposals)", seconds(looked));
    println!("  together                        {:>10}", seconds(whole));
    println!("  processor time                  {:>10}", seconds(own() - used));
    println!("  most memory held                {:>6} MiB  (goal {ROOM} MiB)", peak_mebibytes());
}

/// Says yes to what is true and counts what else was proposed, until nothing true is left.
fn year(app: &App) {
    let added = import(app, &statements::year());
    let truths: Vec<_> = truths().collect();
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut first: BTreeSet<&str> = BTreeSet::new();
    let (mut wrong, mut sure_and_wrong): (BTreeSet<String>, BTreeSet<String>) = Default::default();
    loop {
        let matches = app.matches_answer().expect("looked at").matches;
        let is_true = |row: &MatchRow| {
            truths.iter().copied().find(|truth| {
                row.line.text == truth.text
                    && row.kind == truth.kind
                    && row.parts.iter().all(|part| part.dispute == truth.dispute)
            })
        };
        let mut next = None;
        for row in &matches {
            match is_true(row) {
                Some(truth) if next.is_none() => next = Some((row, truth)),
                Some(_) => {}
                None => {
                    wrong.insert(row.id.clone());
                    if row.score > 30 {
                        sure_and_wrong.insert(format!("{} {}", row.kind, row.line.text));
                    }
                }
            }
        }
        let Some((row, truth)) = next else { break };
        let of_dispute = |other: &&MatchRow| other.parts[0].dispute == truth.dispute;
        if matches.iter().find(of_dispute).is_some_and(|best| best.id == row.id) {
            first.insert(truth.text);
        }
        found.insert(truth.text);
        app.confirm_proposal(&row.id, false).expect("confirmed");
    }
    let (all, hits) = (truths.len(), found.len());
    println!("\n{added} of {YEAR} lines of a year, of which {all} mean something");
    println!("  recall                          {hits} of {all} ({} %)", hits * 100 / all);
    println!("  proposed first for its dispute  {} of {all}", first.len());
    let sure = hits + sure_and_wrong.len();
    println!("  precision, of what bears a name {hits} of {sure} ({} %)", hits * 100 / sure.max(1));
    let every = hits + wrong.len();
    println!(
        "  precision, of all               {hits} of {every} ({} %)",
        hits * 100 / every.max(1)
    );
    for missed in truths.iter().filter(|truth| !found.contains(truth.text)) {
        println!("  missed: {} {}", missed.kind, missed.text);
    }
    for of in sure_and_wrong {
        println!("  wrong:  {of}");
    }
}
