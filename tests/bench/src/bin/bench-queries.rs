//! Measures what each screen asks, on a household of 200 disputes and 20,000 events, through the
//! functions that the window calls: of a record as it is, and of the same one under a passphrase.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{FixedOffset, TimeZone as _};
use holdfast_app::wire::{
    AppError, Call, CallAnswers, Channel, Direction, DisputeRow, DisputesQuery, FactStatus,
    Precision, SaidFact,
};
use holdfast_app::{App, Clock, Key};
use holdfast_bench::{figures, household};

/// How often each question is asked.
const ROUNDS: usize = 200;

/// How often something is changed before a search.
const CHANGES: usize = 20;

/// How often the record is opened.
const OPENINGS: usize = 20;

/// How often a key is derived from the passphrase, which is made to take long.
const DERIVATIONS: usize = 5;

const PASSPHRASE: &str = "seven calm herons at dusk";

/// What a screen may take to answer: the time of one picture on a screen that shows sixty a second.
const GOAL: Duration = Duration::from_millis(16);

/// How many hundredths of what it takes otherwise an encrypted record may take.
const BEARABLE: u128 = 130;

/// The record as it is, and encrypted.
const PLAIN: usize = 0;
const ENCRYPTED: usize = 1;

/// What is measured, and how long it took with each of the two records.
struct Measured {
    name: &'static str,
    times: [Vec<Duration>; 2],
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let noon = FixedOffset::west_opt(4 * 3600).expect("the offset exists");
    let noon = household::today().and_hms_opt(12, 0, 0).map(|time| noon.from_local_datetime(&time));
    let noon = noon.and_then(|it| it.single()).expect("there is one noon on that day");
    let homes = ["plain", "encrypted"].map(|name| folder.path().join(name).join("home.db"));

    fill(&homes[PLAIN], Clock::Fixed(noon));
    copy(&homes[PLAIN], &homes[ENCRYPTED]);
    let key = encrypt(&homes[ENCRYPTED]);
    let open = |side: usize| {
        let key = (side == ENCRYPTED).then_some(&key);
        App::open_with(&homes[side], key, Clock::Fixed(noon)).expect("the store opens")
    };

    let mut measured = openings(&open);
    let apps = [open(PLAIN), open(ENCRYPTED)];
    measured.extend(answers(&apps));
    measured.push(first_searches(&apps));
    println!(
        "{ROUNDS} rounds, each asking everything once of both in turn, and {OPENINGS} openings; \
         goal at the median {}; encrypted within {} times that",
        figures::milliseconds(GOAL),
        hundredths(BEARABLE),
    );
    println!(
        "{:<38} {:>10} {:>10} {:>10} {:>8} {:>12} {:>8}",
        "", "best", "median", "worst", "of goal", "encrypted", "times"
    );
    measured.iter().for_each(line);
    match measured.iter().filter(|it| it.is_dear()).map(|it| it.name).collect::<Vec<_>>() {
        dear if dear.is_empty() => {
            println!("Encrypted, everything is within {} times.", hundredths(BEARABLE));
        }
        dear => println!("Over {} times, encrypted: {}", hundredths(BEARABLE), dear.join("; ")),
    }
}

/// Makes a store with the large household in it.
fn fill(home: &Path, clock: Clock) {
    std::fs::create_dir_all(home.parent().expect("a folder")).expect("a folder can be made");
    let app = App::open(home, clock).expect("a store opens");
    let file = household::large().to_string();
    let start = Instant::now();
    let imported = app.import_household(file.as_bytes()).expect("the store accepts it");
    let errors: Vec<_> = imported.problems.iter().filter(|it| it.is_error).collect();
    assert!(imported.imported, "the household of the measure is not in order: {errors:?}");
    println!(
        "{} disputes, {} events ({} in the longest), {} vendors, {} people; a file of {} KiB, \
         imported in {}",
        imported.disputes,
        household::EVENTS,
        household::LONGEST,
        household::VENDORS,
        household::VENDORS * household::PEOPLE_OF_A_VENDOR,
        file.len() / 1024,
        figures::seconds(start.elapsed()),
    );
}

/// Copies a store that nobody has open, so that both hold the same, down to the last id.
fn copy(home: &Path, to: &Path) {
    let (from, to) = (home.parent().expect("a folder"), to.parent().expect("a folder"));
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be listed") {
        let entry = entry.expect("the folder can be listed");
        if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("it can be copied");
        }
    }
}

/// Encrypts a store, and says what that takes, and what a passphrase takes before any opening: that
/// it takes long is what keeps others from guessing it.
fn encrypt(home: &Path) -> Key {
    let start = Instant::now();
    let (key, _) = App::encrypt(home, PASSPHRASE).expect("it can be encrypted");
    let took = figures::seconds(start.elapsed());
    let derive = |_| {
        let start = Instant::now();
        black_box(App::unlock(home, PASSPHRASE).expect("the passphrase is right"));
        start.elapsed()
    };
    let derived = figures::median(&(0..DERIVATIONS).map(derive).collect::<Vec<_>>());
    println!(
        "encrypted in {took}; from the passphrase to the key {} (Argon2id, 256 MiB, three passes), \
         once for each unlocking and not part of an opening below",
        figures::seconds(derived),
    );
    key
}

impl Measured {
    fn of(name: &'static str) -> Self {
        Self { name, times: [Vec::new(), Vec::new()] }
    }

    fn medians(&self) -> [Duration; 2] {
        [PLAIN, ENCRYPTED].map(|side| figures::median(&self.times[side]))
    }

    fn is_dear(&self) -> bool {
        let [plain, encrypted] = self.medians();
        encrypted.as_nanos() * 100 > plain.as_nanos() * BEARABLE
    }
}

fn line(measured: &Measured) {
    let [plain, encrypted] = measured.medians();
    println!(
        "{:<38} {:>10} {:>10} {:>10} {:>8} {:>12} {:>8}",
        measured.name,
        figures::milliseconds(figures::best(&measured.times[PLAIN])),
        figures::milliseconds(plain),
        figures::milliseconds(figures::worst(&measured.times[PLAIN])),
        figures::ratio(plain, GOAL),
        figures::milliseconds(encrypted),
        figures::ratio(encrypted, plain),
    );
}

fn hundredths(of: u128) -> String {
    format!("{}.{:02}", of / 100, of % 100)
}

/// The two records in turn: in each round the other one comes first.
fn in_turn(round: usize) -> [usize; 2] {
    if round.is_multiple_of(2) { [PLAIN, ENCRYPTED] } else { [ENCRYPTED, PLAIN] }
}

/// How long it takes to open the record, with the key at hand where it needs one, and then until the
/// first screen has its answer, for which all pages come from the disk.
fn openings(open: &impl Fn(usize) -> App) -> Vec<Measured> {
    let mut opening = Measured::of("the record is opened");
    let mut beginning = Measured::of("opened, and today");
    for round in 0..OPENINGS {
        for side in in_turn(round) {
            let start = Instant::now();
            let app = open(side);
            opening.times[side].push(start.elapsed());
            black_box(app.start("").and_then(|_| app.today()).expect("the store can be read"));
            beginning.times[side].push(start.elapsed());
        }
    }
    vec![opening, beginning]
}

/// How long each screen's answer takes.
fn answers(apps: &[App; 2]) -> Vec<Measured> {
    let asked = apps.each_ref().map(questions);
    let mut measured: Vec<_> = asked[PLAIN].iter().map(|(name, _)| Measured::of(name)).collect();
    for round in 0..ROUNDS {
        for (at, measured) in measured.iter_mut().enumerate() {
            for side in in_turn(round) {
                let (_, ask) = &asked[side][at];
                let start = Instant::now();
                black_box(ask().expect("the store can be read"));
                measured.times[side].push(start.elapsed());
            }
        }
    }
    measured
}

/// How long a search takes when something was written down in the longest dispute since the last.
fn first_searches(apps: &[App; 2]) -> Measured {
    let mut measured = Measured::of("the first search after a change");
    let found = disputes(&apps[PLAIN], household::LONGEST_TITLE).expect("the store can be read");
    for minute in 0..CHANGES {
        for side in in_turn(minute) {
            let call = call(&found[0].id, minute);
            apps[side].log_call(&call).expect("a call can be written down");
            let start = Instant::now();
            black_box(disputes(&apps[side], household::RARE_WORD).expect("the store can be read"));
            measured.times[side].push(start.elapsed());
        }
    }
    measured
}

/// A call in which something was said.
fn call(dispute: &str, minute: usize) -> Call {
    Call {
        dispute: dispute.to_owned(),
        at: format!("{}T11:{minute:02}:00-04:00", household::today()),
        precision: Precision::Exact,
        channel: Channel::Phone,
        direction: Direction::Out,
        vendor: None,
        people: Vec::new(),
        answered: Some(true),
        waited_minutes: Some(12),
        minutes: Some(4),
        facts: vec![SaidFact {
            text: "The worktop is on its way.".to_owned(),
            status: FactStatus::Undisputed,
            acknowledged: false,
        }],
        note: None,
        promises: Vec::new(),
        next_steps: Vec::new(),
        helped: None,
        climbed_because: None,
        leaves_owing: Vec::new(),
        finished_steps: Vec::new(),
        answers: CallAnswers::default(),
    }
}

/// What a question asks: the answer is how much came back, so that nothing is left out as unused.
type Ask<'a> = Box<dyn Fn() -> Result<usize, AppError> + 'a>;

fn questions(app: &App) -> Vec<(&'static str, Ask<'_>)> {
    of_the_lists(app).into_iter().chain(of_a_dispute(app)).chain(of_a_vendor(app)).collect()
}

fn disputes(app: &App, search: &str) -> Result<Vec<DisputeRow>, AppError> {
    app.disputes(&DisputesQuery { search: search.to_owned(), state: None })
}

fn of_the_lists(app: &App) -> Vec<(&'static str, Ask<'_>)> {
    let list = |search: &'static str| Box::new(move || Ok(disputes(app, search)?.len()));
    vec![
        ("the window begins", Box::new(|| Ok(app.start("")?.members.len()))),
        ("today", Box::new(|| Ok(app.today()?.overdue.len()))),
        ("disputes: all", list("")),
        ("disputes: a common word", list("refund")),
        ("disputes: a rare word", list(household::RARE_WORD)),
        ("disputes: two words", list("voucher kitchen")),
        ("disputes: a person's name", list("lindqvist")),
        ("disputes: a word in Hebrew", list("ימי")),
        ("disputes: a word that nothing has", list("zzyzx")),
        ("remedies", Box::new(|| Ok(app.remedies()?.remedies.len()))),
    ]
}

fn of_a_dispute(app: &App) -> Vec<(&'static str, Ask<'_>)> {
    let found = disputes(app, household::LONGEST_TITLE).expect("the store can be read");
    let page = found[0].id.clone();
    let [first, second, oldest] = [(); 3].map(|()| page.clone());
    let stretch = app.timeline(&page, true, None).expect("the dispute has a timeline");
    let next = stretch.next.expect("2,000 events do not fit on one page");
    let entries = move |id: &str, newest_first, after: Option<&str>| {
        Ok(app.timeline(id, newest_first, after)?.entries.len())
    };
    vec![
        ("a dispute's page, 2,000 events", Box::new(move || Ok(app.dispute(&page)?.claims.len()))),
        ("its timeline, newest first", Box::new(move || entries(&first, true, None))),
        ("its timeline, second page", Box::new(move || entries(&second, true, Some(&next)))),
        ("its timeline, oldest first", Box::new(move || entries(&oldest, false, None))),
    ]
}

fn of_a_vendor(app: &App) -> Vec<(&'static str, Ask<'_>)> {
    let rows = app.vendors("").expect("the store can be read");
    let busiest = rows.iter().max_by_key(|row| row.disputes).expect("there are vendors");
    let (vendor, met, person) =
        (busiest.id.clone(), busiest.id.clone(), busiest.people[0].id.clone());
    vec![
        ("vendors: all", Box::new(|| Ok(app.vendors("")?.len()))),
        ("vendors: a word", Box::new(|| Ok(app.vendors("bank")?.len()))),
        ("a vendor's page", Box::new(move || Ok(app.vendor(&vendor)?.people.len()))),
        (
            "what was done with a vendor",
            Box::new(move || Ok(app.encounters(Some(&met), None, None)?.entries.len())),
        ),
        ("a person's card", Box::new(move || Ok(app.contact(&person)?.helped.len()))),
    ]
}
