//! Measures what a dossier of 2,000 events costs, against Typst on the same content in the same run.
//!
//! Three things are measured in turn: the whole program without pictures (`holdfast-cli dossier`,
//! which opens a store of 20,000 events and reads the record first, against Python with Typst's
//! library); composing and setting alone (against that library's one call); and the same with 24
//! photographs. Both sides write files that are fit for archives and for those who cannot see their
//! pages (PDF/A-3a and PDF/UA-1).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::{FixedOffset, TimeZone as _};
use holdfast_app::{App, Clock};
use holdfast_bench::{figures, household, photographs, typst};
use holdfast_domain::Household;
use holdfast_domain::document::Document;
use holdfast_dossier::{Case, Options, compose};
use holdfast_intake::household_file;
use uuid::Uuid;

/// How often each side is measured.
const ROUNDS: usize = 5;

/// What is wanted: at least so many times less processor time than Typst.
const GOAL: &str = "4.00 or more";

/// The release of Typst's library for Python that is compared with.
const TYPST: &str = "typst==0.15.2";

/// The word that makes this program compose and set once, and say what that used.
const ALONE: &str = "--alone";

/// Compiles a source, and prints what [`ALONE`] prints. The system's fonts are open to it, as
/// they are to Holdfast: a character without a glyph is refused by the standard for readers
/// of the screen.
const COMPILE: &str = "\
import resource, sys, time, typst
start = time.process_time_ns()
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],
    ignore_system_fonts=False, pdf_tags=True, pdf_standards=['a-3a', 'ua-1'])
used = time.process_time_ns() - start
print(used // 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
";

/// Which document is set.
#[derive(Clone, Copy)]
enum Content {
    /// The record's own.
    Plain,
    /// With the photographs.
    Illustrated,
}

/// What the runs of setting one document alone used, and the file that they made.
struct Setting {
    used: Vec<Duration>,
    /// The most memory that a run held, in MiB.
    peak: u64,
    pdf: PathBuf,
}

/// What one of the two used for everything.
struct Side {
    whole: Vec<Duration>,
    /// Setting alone, by [`Content`].
    settings: [Setting; 2],
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match &words[..] {
        [word, to] if word == ALONE => return alone(Path::new(to), None),
        [word, to, photographs] if word == ALONE => {
            return alone(Path::new(to), Some(Path::new(photographs)));
        }
        _ => {}
    }
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = folder.path();
    let store = folder.join("home.db");
    fill(&store);
    photographs::write(folder);
    let household = household_of(&household::longest().to_string());
    for content in [Content::Plain, Content::Illustrated] {
        let document = document(&household, content.photographs(folder));
        let source = typst::source(&document);
        std::fs::write(content.source(folder), source).expect("the folder can be written to");
    }

    let mut ours = Side::new(folder, "holdfast");
    let mut theirs = Side::new(folder, "typst");
    let python = python();
    let whole = folder.join("whole.pdf");
    // The first start on a day backs the store up, which is no part of a dossier.
    run(&mut dossier(&store, &whole));
    for _ in 0..ROUNDS {
        ours.whole.push(used_by(&mut dossier(&store, &whole)).0);
        for content in [Content::Plain, Content::Illustrated] {
            let setting = &mut ours.settings[content as usize];
            let said = run(&mut ourselves(&setting.pdf, content.photographs(folder)));
            setting.note(&said);
            let Ok(python) = &python else { continue };
            let setting = &mut theirs.settings[content as usize];
            let (used, said) = used_by(&mut compile(python, &content.source(folder), &setting.pdf));
            setting.note(&said);
            if matches!(content, Content::Plain) {
                theirs.whole.push(used);
            }
        }
    }
    report(&ours, &theirs, python.err());
}

impl Content {
    /// The folder of the photographs, where there are any.
    fn photographs(self, folder: &Path) -> Option<&Path> {
        match self {
            Self::Plain => None,
            Self::Illustrated => Some(folder),
        }
    }

    /// Where the source for Typst lies.
    fn source(self, folder: &Path) -> PathBuf {
        folder.join(match self {
            Self::Plain => "plain.typ",
            Self::Illustrated => "illustrated.typ",
        })
    }
}

impl Side {
    fn new(folder: &Path, name: &str) -> Self {
        let setting = |content: &str| Setting {
            used: Vec::new(),
            peak: 0,
            pdf: folder.join(format!("{name}-{content}.pdf")),
        };
        Self { whole: Vec::new(), settings: ["plain", "illustrated"].map(setting) }
    }
}

impl Setting {
    /// Takes down what a run said: microseconds of processor time, MiB of memory.
    fn note(&mut self, said: &str) {
        let mut numbers = said.split_whitespace().map_while(|word| word.parse::<u64>().ok());
        let (time, peak) = (numbers.next(), numbers.next());
        self.used.push(Duration::from_micros(time.expect("the run says what it used")));
        self.peak = self.peak.max(peak.expect("the run says what it held"));
    }
}

/// Makes a store of the whole large household.
fn fill(store: &Path) {
    let noon = household::today().and_hms_opt(12, 0, 0).expect("there is a noon on that day");
    let zone = FixedOffset::west_opt(4 * 3600).expect("the offset exists");
    let noon = zone.from_local_datetime(&noon).single().expect("there is one noon on that day");
    let app = App::open(store, Clock::Fixed(noon)).expect("a store opens");
    let file = household::large().to_string();
    let imported = app.import_household(file.as_bytes()).expect("the store accepts it");
    assert!(imported.imported, "the household of the measure is not in order");
}

/// What a household file holds.
fn household_of(file: &str) -> Household {
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let reading = household_file::read(file.as_bytes(), &mut ids, household::today());
    reading.household.expect("the household of the measure is in order")
}

/// The dossier of the household's first dispute, with everything in it, and the photographs of a
/// folder behind it.
fn document(household: &Household, photographs: Option<&Path>) -> Document {
    let dispute = &household.disputes[0];
    let lead = household.members.iter().find(|member| member.id == dispute.lead);
    let case = Case {
        household_name: &household.name,
        lead: lead.expect("somebody leads the dispute"),
        dispute,
        events: &household.events,
        vendors: &household.vendors,
        contacts: &household.contacts,
        attachments: &[],
        sent: &[],
        time_limits: &[],
        numbers: &[],
        page_counts: &BTreeMap::new(),
        originals: &[],
    };
    let mut document = compose(&case, &Options::new(household::today()));
    document.blocks.extend(photographs.into_iter().flat_map(photographs::exhibits));
    document
}

/// Composes and sets once, and prints what that used.
fn alone(to: &Path, photographs: Option<&Path>) {
    let household = household_of(&household::longest().to_string());
    let start = figures::own();
    let document = document(&household, photographs);
    let pdf = holdfast_typeset::pdf(&document).expect("the pages can be set");
    std::fs::write(to, &pdf.bytes).expect("the folder can be written to");
    let used = figures::own().saturating_sub(start);
    println!("{} {}", used.as_micros(), figures::peak_mebibytes());
}

/// This program once more, to compose and set alone.
fn ourselves(to: &Path, photographs: Option<&Path>) -> Command {
    let me = std::env::current_exe().expect("a running program knows where it lies");
    let mut command = Command::new(me);
    command.arg(ALONE).arg(to).args(photographs);
    command
}

/// The dossier as a family gets it.
fn dossier(store: &Path, to: &Path) -> Command {
    let me = std::env::current_exe().expect("a running program knows where it lies");
    let mut command = Command::new(me.with_file_name("holdfast-cli"));
    command.arg("--store").arg(store).args(["dossier", household::LONGEST_TITLE, "--to"]).arg(to);
    command.args(["--on", &household::today().to_string()]);
    command
}

fn compile(python: &Path, source: &Path, to: &Path) -> Command {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/crates/typeset/fonts");
    let mut command = Command::new(python);
    command.args(["-c", COMPILE]).arg(source).arg(to).arg(fonts);
    command
}

/// A Python that has Typst's library, in a folder beside what Cargo builds; or why there is none.
fn python() -> Result<PathBuf, String> {
    let me = std::env::current_exe().map_err(|error| error.to_string())?;
    let target = me.ancestors().nth(2).ok_or("this program lies in no target folder")?;
    let folder = target.join("python-with-typst");
    let python = folder.join("bin/python");
    let has_it =
        format!("import importlib.metadata as m; assert 'typst=='+m.version('typst')=='{TYPST}'");
    if try_to(Command::new(&python).args(["-c", &has_it])).is_err() {
        try_to(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let install = ["-m", "pip", "install", "--quiet", "--only-binary", ":all:", TYPST];
        try_to(Command::new(&python).args(install))?;
    }
    Ok(python)
}

/// Runs a program to its end, or says what it said when it failed.
fn try_to(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(said.lines().last().unwrap_or("it failed without a word").to_owned())
}

fn run(command: &mut Command) -> String {
    try_to(command).unwrap_or_else(|said| panic!("{}: {said}", command.get_program().display()))
}

/// The processor time of a program, and what it printed.
fn used_by(command: &mut Command) -> (Duration, String) {
    let before = figures::of_children();
    let said = run(command);
    (figures::of_children().saturating_sub(before), said)
}

fn report(ours: &Side, theirs: &Side, missing: Option<String>) {
    println!(
        "the dossier of a dispute with {} events, and with {} photographs as well; processor time \
         (user and system), median of {ROUNDS} runs each, in turn",
        household::LONGEST,
        photographs::COUNT,
    );
    if let Some(why) = &missing {
        println!("Typst could not be had, so nothing is compared: {why}");
    }
    let has_theirs = missing.is_none();
    println!("{:<34} {:>10} {:>10}  ratio (goal {GOAL})", "", "Holdfast", "Typst");
    let [plain, illustrated] = &ours.settings;
    let [their_plain, their_illustrated] = &theirs.settings;
    for (name, ours, theirs) in [
        ("the whole program", &ours.whole, &theirs.whole),
        ("composing and setting alone", &plain.used, &their_plain.used),
        ("the same with photographs", &illustrated.used, &their_illustrated.used),
    ] {
        let (ours, theirs) = (figures::median(ours), figures::median(theirs));
        let theirs_said = if has_theirs { figures::seconds(theirs) } else { "-".into() };
        let ratio = if has_theirs { figures::ratio(theirs, ours) } else { "-".into() };
        println!("{name:<34} {:>10} {theirs_said:>10}  {ratio}", figures::seconds(ours));
    }
    type Look = fn(&Setting) -> String;
    let looks: [(&str, Look); 4] = [
        ("peak of memory", |setting| format!("{} MiB", setting.peak)),
        ("the file", |setting| format!("{} KiB", size(&setting.pdf) / 1024)),
        ("its pages", |setting| pages(&setting.pdf)),
        ("its words (pdftotext)", |setting| words(&setting.pdf)),
    ];
    for (kind, ours, theirs) in
        [("alone", plain, their_plain), ("with photographs", illustrated, their_illustrated)]
    {
        for (name, look) in looks {
            let theirs = if has_theirs { look(theirs) } else { "-".to_owned() };
            println!("{:<34} {:>10} {theirs:>10}", format!("{kind}: {name}"), look(ours));
        }
    }
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |file| file.len())
}

fn pages(pdf: &Path) -> String {
    let said = run(Command::new("pdfinfo").arg(pdf));
    let count = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    count.unwrap_or("?").trim().to_owned()
}

/// How many words stand in a file: the two sides must have about as many.
fn words(pdf: &Path) -> String {
    run(Command::new("pdftotext").arg(pdf).arg("-")).split_whitespace().count().to_string()
}
