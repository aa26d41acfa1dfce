//! Killing the hand at random points of random use, again and again on the same record.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use holdfast_dice::Dice;

use crate::hand::Manner;
use crate::said::Said;
use crate::tally::Tally;
use crate::witness::Owed;

/// After so many kills a new record is begun: a small one is looked at in a moment.
const OF_ONE_RECORD: usize = 20;

/// More steps than a hand ever comes to before it is killed.
const STEPS: usize = 1_000;

/// Kills the hand `times` times.
pub(crate) fn run(times: usize, seed: u64) -> Result<Tally, String> {
    let start = Instant::now();
    let mut tally = Tally::of("killed (SIGKILL) at random points of use");
    let mut dice = Dice::new(seed);
    let mut left = times;
    for record in 0.. {
        if left == 0 {
            break;
        }
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let path = folder.path().join("home.db");
        let mut owed = Owed::default();
        for _ in 0..left.min(OF_ONE_RECORD) {
            let (output, errors) = killed(&path, Manner::of(record), &mut dice)?;
            Said::read_all(&output).iter().for_each(|said| owed.note(said));
            let when = format!("kill {}", tally.times + 1);
            if !errors.is_empty() {
                tally.fail(format!("{when}: the hand said: {errors}"));
            }
            tally.count(&owed.look(&path), &when);
        }
        left -= left.min(OF_ONE_RECORD);
        tally.acknowledged += owed.changes();
    }
    tally.took = start.elapsed();
    Ok(tally)
}

/// The hand at the record, in a process of its own.
pub(crate) fn hand(
    path: &Path,
    seed: u64,
    steps: usize,
    manner: Manner,
) -> Result<Command, String> {
    let mut command = own("hand", path)?;
    command.arg(seed.to_string()).arg(steps.to_string()).arg(manner.word());
    Ok(command)
}

/// This program at the record, in another part of its own.
pub(crate) fn own(part: &str, path: &Path) -> Result<Command, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(own);
    command.arg(part).arg(path);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok(command)
}

/// Starts the hand, kills it somewhere, and gives what it had said.
fn killed(path: &Path, manner: Manner, dice: &mut Dice) -> Result<(String, String), String> {
    let failed = |error: std::io::Error| error.to_string();
    let mut child = hand(path, dice.roll(), STEPS, manner)?.spawn().map_err(failed)?;
    let mut out = BufReader::new(child.stdout.take().ok_or("no output")?);
    let mut output = String::new();
    // Some are killed while the record is being opened, or made.
    let lines = if dice.percent(15) { 0 } else { 1 + dice.below(30) };
    for _ in 0..lines {
        if out.read_line(&mut output).map_err(failed)? == 0 {
            break;
        }
    }
    // The last that was said may be that the record is to be encrypted, which takes a while.
    let is_long = lines == 0 || output.ends_with("sealing\n");
    let most = if is_long { 60_000 } else { 6_000 };
    sleep(Duration::from_micros(dice.roll() % most));
    let errors = end(&mut child)?;
    // What it had said before it was killed counts, although nobody had read it yet.
    out.read_to_string(&mut output).map_err(failed)?;
    Ok((output, errors))
}

/// Kills it, and gives what it complained of before.
pub(crate) fn end(child: &mut Child) -> Result<String, String> {
    let failed = |error: std::io::Error| error.to_string();
    child.kill().map_err(failed)?;
    child.wait().map_err(failed)?;
    let mut errors = String::new();
    if let Some(mut said) = child.stderr.take() {
        said.read_to_string(&mut errors).map_err(failed)?;
    }
    Ok(errors)
}
