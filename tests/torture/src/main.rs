//! `torture`: kills the program, cuts its power and breaks its disk, and looks whether anything that
//! was acknowledged is lost.
//!
//! It starts itself as the hand that uses the record, since what is killed has to be a process.

mod disk;
mod faults;
mod hand;
mod kills;
mod left_over;
mod power;
mod said;
mod tally;
mod trace;
mod turning;
mod turns;
mod witness;

use std::path::Path;
use std::process::ExitCode;

use hand::Manner;
use tally::Tally;

/// How it is called.
const USAGE: &str = "\
Usage: torture [--short] [--seed NUMBER] [PART ...]

Parts (all of them when none is named):
  kills   SIGKILL at random points of random use (1,000; short: 25)
  power   power cuts on a disk that forgets what was not synced (1,000; short: 40), and whether
          each change was synced before it was acknowledged
  faults  a disk that is full, fails or is read-only at each sort of call (600; short: 30)
  turns   SIGKILL while a record is encrypted, its passphrase or code changed, or it is decrypted
          (200; short: 4)

Every fourth record of the first three is encrypted.";

const PARTS: &[&str] = &["kills", "power", "faults", "turns"];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["hand", path, seed, steps, manner] => {
            match (seed.parse(), steps.parse(), Manner::read(manner)) {
                (Ok(seed), Ok(steps), Some(manner)) => {
                    hand::work(Path::new(path), seed, steps, manner)
                }
                _ => Err("hand PATH SEED STEPS MANNER".to_owned()),
            }
        }
        ["turn", path, words @ ..] => turning::work(Path::new(path), words),
        words => Wanted::read(words).and_then(|wanted| torture(&wanted)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("torture: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// What is to be done.
struct Wanted {
    is_short: bool,
    seed: u64,
    parts: Vec<String>,
}

impl Wanted {
    fn read(words: &[&str]) -> Result<Self, String> {
        let mut wanted = Self { is_short: false, seed: 1, parts: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--short" => wanted.is_short = true,
                "--seed" => {
                    let seed = words.next().and_then(|word| word.parse().ok());
                    wanted.seed = seed.ok_or("--seed NUMBER")?;
                }
                part if PARTS.contains(&part) => wanted.parts.push(part.to_owned()),
                other => return Err(format!("there is no part {other}.\n\n{USAGE}")),
            }
        }
        Ok(wanted)
    }

    fn has(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|one| one == part)
    }

    fn times(&self, long: usize, short: usize) -> usize {
        if self.is_short { short } else { long }
    }
}

/// Does all of it, prints the table, and fails where anything was lost or failed.
fn torture(wanted: &Wanted) -> Result<(), String> {
    let mut tallies: Vec<Tally> = Vec::new();
    if wanted.has("kills") {
        tallies.push(kills::run(wanted.times(1_000, 25), wanted.seed)?);
    }
    if wanted.has("power") {
        tallies.extend(power::run(wanted.times(1_000, 40), wanted.seed)?);
    }
    if wanted.has("faults") {
        tallies.push(faults::run(wanted.times(600, 30), wanted.seed)?);
    }
    if wanted.has("turns") {
        tallies.push(turns::run(wanted.times(200, 4), wanted.seed)?);
    }
    println!("{}", tally::table(&tallies));
    tallies.iter().flat_map(|tally| &tally.notes).for_each(|note| println!("{note}"));
    for complaint in tallies.iter().flat_map(|tally| &tally.complaints) {
        println!("! {complaint}");
    }
    if tallies.iter().all(Tally::is_well) {
        Ok(())
    } else {
        Err(format!("something was lost or failed, with the seed {}", wanted.seed))
    }
}
