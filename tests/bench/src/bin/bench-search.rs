//! Measures the search box on a household of 20,000 events and 2,000 documents, through the function
//! that the window calls with every letter that is typed.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{FixedOffset, TimeZone as _};
use holdfast_app::wire::{EvidenceAdding, SearchQuery};
use holdfast_app::{App, Clock, Incoming};
use holdfast_bench::{figures, household};

/// How many documents are attached.
const DOCUMENTS: usize = 2_000;
/// How many are attached at once.
const AT_ONCE: usize = 100;
/// How often each question is asked.
const ROUNDS: usize = 60;
/// What an answer may take at the median, so that it is there before the next letter.
const GOAL: Duration = Duration::from_millis(20);

/// What is typed, and what of it is worth measuring.
const TYPED: [(&str, &str); 20] = [
    ("r", "one letter"),
    ("a", "one letter, of most texts"),
    ("re", "two letters"),
    ("de", "two letters, of most texts"),
    ("ref", "three letters"),
    ("refund", "one word, common"),
    (household::RARE_WORD, "one word, rare"),
    ("lindqvist", "a person's name"),
    ("copper pine", "a vendor's name"),
    ("voucher kitchen", "two words"),
    ("harbour refund", "two words"),
    ("refund manager promised", "three words"),
    ("the refund was", "three words, all common"),
    ("1,840.00", "a sum"),
    ("3 May 2026", "a day"),
    ("May 2026", "a month"),
    ("ימי", "a word in Hebrew"),
    ("電器", "two signs of Japanese"),
    ("at&t", "a name with a sign"),
    ("zzyzx", "a word that nothing has"),
];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let noon = FixedOffset::west_opt(4 * 3600).expect("the offset exists");
    let noon = household::today().and_hms_opt(12, 0, 0).map(|time| noon.from_local_datetime(&time));
    let noon = noon.and_then(|it| it.single()).expect("there is one noon on that day");
    let app = App::open(&folder.path().join("home.db"), Clock::Fixed(noon)).expect("a store opens");

    let file = household::large();
    let start = Instant::now();
    app.import_household(file.to_string().as_bytes()).expect("the store accepts it");
    println!("{} events imported in {}", household::EVENTS, figures::seconds(start.elapsed()));
    attach(&app, &household::documents(&file, DOCUMENTS));
    let start = Instant::now();
    app.read_documents().expect("the documents can be read");
    println!("{DOCUMENTS} documents read in {}", figures::seconds(start.elapsed()));

    let mut times = vec![Vec::with_capacity(ROUNDS); TYPED.len()];
    let mut found = vec![0; TYPED.len()];
    for _ in 0..ROUNDS {
        for (at, (words, _)) in TYPED.iter().enumerate() {
            let start = Instant::now();
            let groups = app.search(&query(words), true).expect("the store can be read");
            times[at].push(start.elapsed());
            found[at] = black_box(groups).iter().map(|group| group.hits.len()).sum::<usize>();
        }
    }
    println!("{ROUNDS} rounds; goal at the median {}", figures::milliseconds(GOAL));
    println!("{:<52} {:>10} {:>10} {:>10} {:>8}", "", "best", "median", "worst", "of goal");
    for (((words, what), times), found) in TYPED.iter().zip(&times).zip(found) {
        line(&format!("{what}: {words} ({found} shown)"), times);
    }
    line("all of them", &times.concat());
}

fn query(words: &str) -> SearchQuery {
    SearchQuery { words: words.to_owned(), kinds: Vec::new(), limit: 5, locale: "en-US".to_owned() }
}

fn attach(app: &App, documents: &[String]) {
    let row =
        app.disputes(&holdfast_app::wire::DisputesQuery { search: String::new(), state: None });
    let disputes = row.expect("the store can be read");
    let start = Instant::now();
    for (at, some) in documents.chunks(AT_ONCE).enumerate() {
        let named = some.iter().enumerate().map(|(place, text)| Incoming::Pasted {
            name: format!("letter-{}.txt", at * AT_ONCE + place),
            bytes: text.clone().into_bytes(),
        });
        let adding = EvidenceAdding::to(&disputes[at % disputes.len()].id);
        app.add_evidence(&adding, named.collect(), &mut |_| true).expect("the files are kept");
    }
    println!("{} documents attached in {}", documents.len(), figures::seconds(start.elapsed()));
}

fn line(name: &str, times: &[Duration]) {
    let median = figures::median(times);
    println!(
        "{name:<52} {:>10} {:>10} {:>10} {:>8}",
        figures::milliseconds(figures::best(times)),
        figures::milliseconds(median),
        figures::milliseconds(figures::worst(times)),
        figures::ratio(median, GOAL),
    );
}
