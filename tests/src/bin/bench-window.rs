//! Measures how long Holdfast takes from its start to a page that one can use, and how much memory
//! it then holds, against a bare Tauri window. Both are opened in turn, so that whatever else the
//! machine does strikes both.
//!
//! A page is ready when it sets the performance mark `interactive`. Memory is that of the program and
//! its WebKit processes together: the proportional set size, where what is shared counts in part, and
//! the resident set size, where it counts for each of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use holdfast_tests::{Setup, Window, program};

/// How often each window is opened.
const ROUNDS: usize = 10;

/// How long a window is left alone before its memory is read.
const SETTLING: Duration = Duration::from_millis(1500);

/// One opening of a window.
struct Reading {
    milliseconds: u64,
    /// Proportional, in KiB.
    proportional: u64,
    /// Resident, in KiB.
    resident: u64,
}

fn main() {
    let (ours, bare) = (program("holdfast"), program("bare-window"));
    let (mut of_ours, mut of_bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_bare.push(measure(&bare));
        of_ours.push(measure(&ours));
    }
    println!("median of {ROUNDS} openings each, in turn; lowest and highest in brackets");
    report("time to an interactive window", "ms", &of_ours, &of_bare, |one| one.milliseconds);
    report("memory (PSS)", "MiB", &of_ours, &of_bare, |one| one.proportional / 1024);
    report("memory (RSS)", "MiB", &of_ours, &of_bare, |one| one.resident / 1024);
}

/// One line: both medians and their ratio.
fn report(
    what: &str,
    unit: &str,
    ours: &[Reading],
    bare: &[Reading],
    number: impl Fn(&Reading) -> u64,
) {
    let sorted = |readings: &[Reading]| {
        let mut numbers: Vec<u64> = readings.iter().map(&number).collect();
        numbers.sort_unstable();
        (numbers[numbers.len() / 2], numbers[0], numbers[numbers.len() - 1])
    };
    let (our_median, our_low, our_high) = sorted(ours);
    let (bare_median, bare_low, bare_high) = sorted(bare);
    let percent = our_median * 100 / bare_median.max(1);
    println!(
        "{what:<30} Holdfast {our_median} {unit} ({our_low}-{our_high}), bare window \
         {bare_median} {unit} ({bare_low}-{bare_high}), ratio {}.{:02}",
        percent / 100,
        percent % 100
    );
}

/// Opens a window once.
fn measure(program: &Path) -> Reading {
    let window = Window::open(Setup::empty().program(program.to_path_buf()));
    let mark = "performance.getEntriesByName('interactive')[0]";
    window.wait_until("the page set the performance mark `interactive`", |window| {
        window.script(&format!("return {mark} !== undefined"), vec![]) == true
    });
    let moment = format!("return Math.round(performance.timeOrigin + {mark}.startTime)");
    let ready = window.script(&moment, vec![]).as_u64().expect("the page's clock is a number");
    let processes = processes_of(&window);
    let main = processes.iter().find(|process| process.runs(program));
    let start = main.expect("the program runs in the driver's process group").started();
    std::thread::sleep(SETTLING);
    let of_all = |name: &str| {
        let held = processes.iter().filter(|process| !process.is_driver(&window));
        held.map(|process| process.kibibytes(name)).sum()
    };
    Reading {
        milliseconds: ready.saturating_sub(start),
        proportional: of_all("Pss:"),
        resident: of_all("Rss:"),
    }
}

/// A running process, as `/proc` shows it.
struct Process {
    folder: PathBuf,
    /// The numbers of `/proc/PID/stat` after the name: the first is the state.
    numbers: Vec<String>,
}

/// Every process in the window's group.
fn processes_of(window: &Window) -> Vec<Process> {
    let group = window.process_group().to_string();
    let folders = fs::read_dir("/proc").expect("/proc is there").flatten();
    let all = folders.filter_map(|entry| Process::at(entry.path()));
    all.filter(|process| process.numbers.get(2) == Some(&group)).collect()
}

impl Process {
    fn at(folder: PathBuf) -> Option<Self> {
        let line = fs::read_to_string(folder.join("stat")).ok()?;
        // The name stands in brackets and may itself hold spaces and brackets.
        let (_, after) = line.rsplit_once(") ")?;
        Some(Self { numbers: after.split(' ').map(str::to_owned).collect(), folder })
    }

    fn runs(&self, program: &Path) -> bool {
        fs::read_link(self.folder.join("exe")).is_ok_and(|exe| exe == program)
    }

    fn is_driver(&self, window: &Window) -> bool {
        self.folder.ends_with(window.process_group().to_string())
    }

    /// When it was started, in milliseconds since 1970, to about ten milliseconds.
    fn started(&self) -> u64 {
        let ticks: u64 = self.numbers[19].parse().expect("a start time is a number");
        let after_boot = ticks * 1000 / rustix::param::clock_ticks_per_second();
        let now = SystemTime::UNIX_EPOCH.elapsed().expect("the clock is past 1970");
        let up = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        let up = Duration::try_from(up).expect("the machine has been up for a while");
        let booted = now.saturating_sub(up);
        u64::try_from(booted.as_millis()).unwrap_or(u64::MAX) + after_boot
    }

    /// A line of the sum of all its mappings, in KiB.
    fn kibibytes(&self, name: &str) -> u64 {
        let text = fs::read_to_string(self.folder.join("smaps_rollup")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        number.unwrap_or(0)
    }
}
