//! Measures what each screen asks, on a household of 200 disputes and 20,000 events, through the
//! functions that the window calls.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{FixedOffset, TimeZone as _};
use holdfast_app::wire::{
    AppError, Call, CallAnswers, Channel, Direction, DisputeRow, DisputesQuery, FactStatus,
    Precision, SaidFact,
};
use holdfast_app::{App, Clock};
use holdfast_bench::{figures, household};

/// How often each question is asked.
const ROUNDS: usize = 200;

/// How often something is changed before a search.
const CHANGES: usize = 20;

/// What a screen may take to answer: the time of one picture on a screen that shows sixty a second.
const GOAL: Duration = Duration::from_millis(16);

/// A question and how long its answers took.
struct Question<'a> {
    name: &'static str,
    ask: Ask<'a>,
    times: Vec<Duration>,
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let noon = FixedOffset::west_opt(4 * 3600).expect("the offset exists");
    let noon = household::today().and_hms_opt(12, 0, 0).map(|time| noon.from_local_datetime(&time));
    let noon = noon.and_then(|it| it.single()).expect("there is one noon on that day");
    let app = App::open(&folder.path().join("home.db"), Clock::Fixed(noon)).expect("a store opens");

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

    let mut questions = questions(&app);
    for _ in 0..ROUNDS {
        for question in &mut questions {
            let start = Instant::now();
            black_box((question.ask)().expect("the store can be read"));
            question.times.push(start.elapsed());
        }
    }
    println!(
        "{ROUNDS} rounds, each asking everything once; goal at the median {}",
        figures::milliseconds(GOAL)
    );
    println!("{:<38} {:>10} {:>10} {:>10} {:>8}", "", "best", "median", "worst", "of goal");
    for question in &questions {
        line(question.name, &question.times);
    }
    line("the first search after a change", &first_searches(&app));
}

fn line(name: &str, times: &[Duration]) {
    let median = figures::median(times);
    println!(
        "{name:<38} {:>10} {:>10} {:>10} {:>8}",
        figures::milliseconds(figures::best(times)),
        figures::milliseconds(median),
        figures::milliseconds(figures::worst(times)),
        figures::ratio(median, GOAL),
    );
}

/// How long a search takes when something was written down in the longest dispute since the last.
fn first_searches(app: &App) -> Vec<Duration> {
    let found = disputes(app, household::LONGEST_TITLE).expect("the store can be read");
    let search = |minute: usize| {
        app.log_call(&call(&found[0].id, minute)).expect("a call can be written down");
        let start = Instant::now();
        black_box(disputes(app, household::RARE_WORD).expect("the store can be read"));
        start.elapsed()
    };
    (0..CHANGES).map(search).collect()
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

fn questions(app: &App) -> Vec<Question<'_>> {
    let all = of_the_lists(app).into_iter().chain(of_a_dispute(app)).chain(of_a_vendor(app));
    all.map(|(name, ask)| Question { name, ask, times: Vec::new() }).collect()
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
