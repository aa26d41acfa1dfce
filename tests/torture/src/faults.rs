//! A disk that refuses: full, failing, or gone, at each call in turn, once and for a while.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use holdfast_dice::Dice;

use crate::kills;
use crate::said::Said;
use crate::tally::Tally;
use crate::trace;
use crate::witness::Owed;

/// What is refused, and with which error.
const FAULTS: &[(&str, &str)] = &[
    ("pwrite64", "ENOSPC"),
    ("pwrite64", "EIO"),
    ("pwrite64", "EROFS"),
    ("fsync", "EIO"),
    ("fsync", "ENOSPC"),
    ("ftruncate", "EIO"),
    ("openat", "EACCES"),
    ("openat", "EMFILE"),
    ("pread64", "EIO"),
    ("rename", "EIO"),
    ("mkdir", "ENOSPC"),
];

/// How often the record is used in one story.
const STEPS: usize = 25;

/// How many calls in a row are refused where a disk is bad for a while.
const A_WHILE: usize = 12;

/// Every name that a file of the record may have.
const FILES: &[&str] = &[
    "",
    "-wal",
    "-shm",
    "-journal",
    "-new",
    "-new-journal",
    "-lock",
    "-evidence",
    "-evidence-wal",
    "-evidence-shm",
    "-evidence-journal",
    "-evidence-new",
    "-evidence-new-journal",
    "-backups",
    "-backups/2026-06-20.db",
    "-backups/2026-06-20.db.part",
    "-backups/2026-06-20.db.part-journal",
];

/// Refuses about `times` calls, spread over all of each sort.
pub(crate) fn run(times: usize, seed: u64) -> Result<Tally, String> {
    let start = Instant::now();
    let mut tally = Tally::of("disk full, failing or read-only at a call, once or for a while");
    let counts = counts(seed)?;
    let mut dice = Dice::new(seed);
    let all: usize = FAULTS.iter().map(|(call, _)| counts.get(*call).copied().unwrap_or(0)).sum();
    for (call, error) in FAULTS {
        let count = counts.get(*call).copied().unwrap_or(0);
        // Each sort has its share, and at least two.
        let share = (times * count).div_ceil(all.max(1)).max(2).min(count);
        for at in 0..share {
            let first = 1 + at * count / share;
            let last = if dice.percent(50) { first } else { first + A_WHILE };
            refuse(call, error, first, last, seed, &mut tally)?;
        }
    }
    tally.took = start.elapsed();
    Ok(tally)
}

/// How often each call is made in the story, without anything being refused.
fn counts(seed: u64) -> Result<BTreeMap<String, usize>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = folder.path().canonicalize().map_err(|error| error.to_string())?;
    let log = folder.join("calls");
    let names: Vec<&str> = FAULTS.iter().map(|(call, _)| *call).collect();
    let mut strace = watched(&folder);
    strace.args(["-e", &format!("trace={}", names.join(",")), "-o"]).arg(&log);
    trace::run(with_hand(&mut strace, &folder, seed)?)?;
    let text = std::fs::read_to_string(&log).map_err(|error| error.to_string())?;
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        let call = line.split_once(' ').and_then(|(_, call)| call.trim_start().split_once('('));
        if let Some((call, _)) = call {
            *counts.entry(call.to_owned()).or_default() += 1;
        }
    }
    Ok(counts)
}

/// `strace`, looking only at the files of the record.
fn watched(folder: &Path) -> std::process::Command {
    let mut strace = trace::strace();
    let files = FILES
        .iter()
        .map(|name| PathBuf::from(format!("{}{name}", folder.join("home.db").display())));
    for path in files.chain([folder.to_owned()]) {
        strace.arg("-P").arg(path);
    }
    strace
}

fn with_hand<'a>(
    strace: &'a mut std::process::Command,
    folder: &Path,
    seed: u64,
) -> Result<&'a mut std::process::Command, String> {
    let hand = kills::hand(&folder.join("home.db"), seed, STEPS)?;
    Ok(strace.arg("--").arg(hand.get_program()).args(hand.get_args()))
}

/// Refuses the calls `first` to `last` of one sort in a story, after which the disk is well again,
/// and looks whether the story came to its end and nothing is lost.
fn refuse(
    call: &str,
    error: &str,
    first: usize,
    last: usize,
    seed: u64,
    tally: &mut Tally,
) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = folder.path().canonicalize().map_err(|error| error.to_string())?;
    let mut strace = watched(&folder);
    strace.args(["-e", &format!("trace={call}"), "-e"]);
    strace.arg(format!("inject={call}:error={error}:when={first}..{last}"));
    strace.arg("-o").arg("/dev/null");
    let when = format!("{call} {first} to {last} refused with {error}");
    let mut owed = Owed::default();
    match trace::run(with_hand(&mut strace, &folder, seed)?) {
        Err(complaint) => tally.fail(format!("{when}: {complaint}")),
        Ok(output) => {
            let said = Said::read_all(&output);
            said.iter().for_each(|said| owed.note(said));
            if said.last() != Some(&Said::Finished) {
                tally.fail(format!("{when}: the story did not end"));
            }
        }
    }
    tally.acknowledged += owed.changes();
    tally.count(&owed.look(&folder.join("home.db")), &when);
    Ok(())
}
