//! A disk that refuses: full, failing, or gone, at each call in turn, once and for a while.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use holdfast_dice::Dice;

use crate::hand::Manner;
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
    ("read", "EIO"),
    ("getdents64", "EIO"),
    ("rename", "EIO"),
    ("mkdir", "ENOSPC"),
    ("statx", "EIO"),
    ("newfstatat", "EIO"),
];

/// How often the record is used in one story.
const STEPS: usize = 25;

/// How many calls in a row are refused where a disk is bad for a while.
const A_WHILE: usize = 12;

/// Every name that a file of the record may have.
const FILES: &[&str] = &[
    "",
    "-backups",
    "-backups/2026-06-20T090000.db",
    "-backups/2026-06-20T090000.db-journal",
    "-backups/2026-06-20T090000.db-turn",
    "-backups/2026-06-20T090000.db-turn-journal",
    "-backups/2026-06-20T090000.db-wal",
    "-backups/2026-06-20T090000.db.part",
    "-backups/2026-06-20T090000.db.part-journal",
    "-backups/home.db-key",
    "-backups/home.db-key-new",
    "-evidence",
    "-evidence-journal",
    "-evidence-new",
    "-evidence-new-journal",
    "-evidence-shm",
    "-evidence-turn",
    "-evidence-turn-journal",
    "-evidence-wal",
    "-journal",
    "-key",
    "-key-new",
    "-key-turn",
    "-lock",
    "-new",
    "-new-journal",
    "-shm",
    "-turn",
    "-turn-journal",
    "-turning",
    "-turning-new",
    "-wal",
];

/// Refuses about `times` calls, spread over all of each sort; an eighth of them of a record that is
/// encrypted on the way, and another of one that is decrypted again too.
pub(crate) fn run(times: usize, seed: u64) -> Result<Tally, String> {
    let start = Instant::now();
    let mut tally = Tally::of("disk full, failing or read-only at a call, once or for a while");
    let eighth = times / 8;
    of_manner(Manner::Plain, times - 2 * eighth, seed, &mut tally)?;
    of_manner(Manner::Sealed, eighth, seed, &mut tally)?;
    of_manner(Manner::Unsealed, eighth, seed, &mut tally)?;
    tally.took = start.elapsed();
    Ok(tally)
}

fn of_manner(manner: Manner, times: usize, seed: u64, tally: &mut Tally) -> Result<(), String> {
    let story = Story { seed, manner };
    let counts = story.counts()?;
    let mut dice = Dice::new(seed);
    let all: usize = FAULTS.iter().map(|(call, _)| counts.get(*call).copied().unwrap_or(0)).sum();
    // Each sort has its share; where there are enough, at least two.
    let least = (times / FAULTS.len()).min(2);
    for (call, error) in FAULTS {
        let count = counts.get(*call).copied().unwrap_or(0);
        let share = (times * count / all.max(1)).max(least).min(count);
        for at in 0..share {
            let first = 1 + at * count / share;
            let last = if dice.percent(50) { first } else { first + A_WHILE };
            story.refuse(&Refusal { call, error, first, last }, tally)?;
        }
    }
    Ok(())
}

/// The calls `first` to `last` of one sort, which are refused with an error.
struct Refusal<'a> {
    call: &'a str,
    error: &'a str,
    first: usize,
    last: usize,
}

/// What the hand does, again and again the same.
#[derive(Clone, Copy)]
struct Story {
    seed: u64,
    manner: Manner,
}

impl Story {
    /// How often each call is made in the story, without anything being refused.
    fn counts(self) -> Result<BTreeMap<String, usize>, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let folder = folder.path().canonicalize().map_err(|error| error.to_string())?;
        let log = folder.join("calls");
        let names: Vec<&str> = FAULTS.iter().map(|(call, _)| *call).collect();
        let mut strace = watched(&folder);
        strace.args(["-e", &format!("trace={}", names.join(",")), "-o"]).arg(&log);
        trace::run(self.with_hand(&mut strace, &folder)?)?;
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

    fn with_hand<'a>(
        self,
        strace: &'a mut std::process::Command,
        folder: &Path,
    ) -> Result<&'a mut std::process::Command, String> {
        let hand = kills::hand(&folder.join("home.db"), self.seed, STEPS, self.manner)?;
        Ok(strace.arg("--").arg(hand.get_program()).args(hand.get_args()))
    }

    /// Refuses calls in the story, after which the disk is well again, and looks whether the story
    /// came to its end and nothing is lost.
    fn refuse(self, refusal: &Refusal<'_>, tally: &mut Tally) -> Result<(), String> {
        let Refusal { call, error, first, last } = refusal;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let folder = folder.path().canonicalize().map_err(|error| error.to_string())?;
        let mut strace = watched(&folder);
        strace.args(["-e", &format!("trace={call}"), "-e"]);
        strace.arg(format!("inject={call}:error={error}:when={first}..{last}"));
        strace.arg("-o").arg("/dev/null");
        let word = self.manner.word();
        let when = format!("{word}, {call} {first} to {last} refused with {error}");
        let mut owed = Owed::default();
        match trace::run(self.with_hand(&mut strace, &folder)?) {
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
