//! `fuzz`: gives every reader inputs that are nearly right, and says which made it panic, take more
//! than two seconds of the processor, or more than 200 MB.
//!
//! It starts itself once for each reader, since what takes too much memory ends its process.

mod mutate;
mod readers;
mod worker;

use std::process::{Command, ExitCode};
use std::time::Instant;

use readers::Reader;

/// How it is called.
const USAGE: &str = "Usage: fuzz [--times NUMBER] [--seed NUMBER] [READER ...]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["worker", name, seed, times] => match (named(name), seed.parse(), times.parse()) {
            (Some(reader), Ok(seed), Ok(times)) => worker::work(reader, seed, times),
            _ => Err("worker READER SEED TIMES".to_owned()),
        },
        words => Wanted::read(words).and_then(|wanted| fuzz(&wanted)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("fuzz: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn named(name: &str) -> Option<&'static Reader> {
    readers::ALL.iter().find(|reader| reader.name == name)
}

/// What is to be done.
struct Wanted {
    times: usize,
    seed: u64,
    readers: Vec<&'static Reader>,
}

impl Wanted {
    fn read(words: &[&str]) -> Result<Self, String> {
        let mut wanted = Self { times: 1_000_000, seed: 1, readers: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|word| word.parse::<u64>().ok()).ok_or(USAGE);
            match *word {
                "--times" => wanted.times = usize::try_from(number()?).unwrap_or(usize::MAX),
                "--seed" => wanted.seed = number()?,
                name => {
                    let names: Vec<_> = readers::ALL.iter().map(|reader| reader.name).collect();
                    let all =
                        || format!("there is no reader {name}: {}.\n\n{USAGE}", names.join(", "));
                    wanted.readers.push(named(name).ok_or_else(all)?);
                }
            }
        }
        if wanted.readers.is_empty() {
            wanted.readers.extend(readers::ALL);
        }
        Ok(wanted)
    }
}

/// Lets each reader read, prints a line of each, and fails where one went wrong.
fn fuzz(wanted: &Wanted) -> Result<(), String> {
    println!("{:<12} {:>9} {:>5} {:>10} {:>8}", "reader", "inputs", "bad", "slowest ms", "seconds");
    let mut wrong = Vec::new();
    for reader in &wanted.readers {
        let start = Instant::now();
        let said = asked(reader, wanted)?;
        let took = start.elapsed().as_secs();
        let Some(done) = said.lines().find_map(|line| line.strip_prefix("done ")) else {
            let last = said.lines().last().unwrap_or_default();
            println!("{:<12} ended, last {last}", reader.name);
            wrong.push(reader.name);
            continue;
        };
        let figures: Vec<&str> = done.split(' ').collect();
        let [times, bad, slowest] = figures[..] else { return Err(format!("“{done}”")) };
        println!("{:<12} {times:>9} {bad:>5} {slowest:>10} {took:>8}", reader.name);
        if bad != "0" {
            wrong.push(reader.name);
            said.lines()
                .filter(|line| line.starts_with("bad "))
                .for_each(|line| println!("! {line}"));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("with the seed {} something went wrong in: {}", wanted.seed, wrong.join(", ")))
}

/// What the process of a reader printed.
fn asked(reader: &Reader, wanted: &Wanted) -> Result<String, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(own);
    let (seed, times) = (wanted.seed.to_string(), wanted.times.to_string());
    let output = command.args(["worker", reader.name, &seed, &times]).output();
    let output = output.map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
