//! Killing the hand at random points of random use, again and again on the same record.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use holdfast_dice::Dice;

use crate::said::Said;
use crate::tally::Tally;
use crate::witness::Owed;

/// After so many kills a new record is begun: a small one is looked at in a moment.
const OF_ONE_RECORD: usize = 40;

/// More steps than a hand ever comes to before it is killed.
const STEPS: usize = 1_000;

/// Kills the hand `times` times.
pub(crate) fn run(times: usize, seed: u64) -> Result<Tally, String> {
    let start = Instant::now();
    let mut tally = Tally::of("killed (SIGKILL) at random points of use");
    let mut dice = Dice::new(seed);
    let mut left = times;
    while left > 0 {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let path = folder.path().join("home.db");
        let mut owed = Owed::default();
        for _ in 0..left.min(OF_ONE_RECORD) {
            let (output, errors) = killed(&path, &mut dice)?;
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
pub(crate) fn hand(path: &Path, seed: u64, steps: usize) -> Result<Command, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(own);
    command.arg("hand").arg(path).arg(seed.to_string()).arg(steps.to_string());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok(command)
}

/// Starts the hand, kills it somewhere, and gives what it had said.
fn killed(path: &Path, dice: &mut Dice) -> Result<(String, String), String> {
    let failed = |error: std::io::Error| error.to_string();
    let mut child = hand(path, dice.roll(), STEPS)?.spawn().map_err(failed)?;
    let mut out = BufReader::new(child.stdout.take().ok_or("no output")?);
    let mut output = String::new();
    // Some are killed while the record is being opened, or made.
    let lines = if dice.percent(15) { 0 } else { 1 + dice.below(30) };
    for _ in 0..lines {
        if out.read_line(&mut output).map_err(failed)? == 0 {
            break;
        }
    }
    let most = if lines == 0 { 60_000 } else { 6_000 };
    sleep(Duration::from_micros(dice.roll() % most));
    let errors = end(&mut child)?;
    // What it had said before it was killed counts, although nobody had read it yet.
    out.read_to_string(&mut output).map_err(failed)?;
    Ok((output, errors))
}

fn end(child: &mut Child) -> Result<String, String> {
    let failed = |error: std::io::Error| error.to_string();
    child.kill().map_err(failed)?;
    child.wait().map_err(failed)?;
    let mut errors = String::new();
    if let Some(mut said) = child.stderr.take() {
        said.read_to_string(&mut errors).map_err(failed)?;
    }
    Ok(errors)
}
