//! The process in which a reader reads: bounded in memory, so that what takes too much ends it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use holdfast_dice::Dice;
use nix::sys::resource::{Resource, setrlimit};
use nix::time::{ClockId, clock_gettime};

use crate::mutate;
use crate::readers::Reader;

/// How much memory a reader may take beyond what the process has when it begins, in bytes.
const MEMORY: u64 = 200_000_000;

/// How long a reader may take for one input, of the processor's time.
const LONGEST: Duration = Duration::from_secs(2);

/// How many inputs are shown that went wrong.
const SHOWN: usize = 3;

/// Has a reader read so many inputs, and prints what came of it for the process that asked.
///
/// # Errors
/// When the limits cannot be set.
pub(crate) fn work(reader: &Reader, seed: u64, times: usize) -> Result<(), String> {
    let limit = taken() + MEMORY;
    setrlimit(Resource::RLIMIT_AS, limit, limit).map_err(|error| error.to_string())?;
    std::panic::set_hook(Box::new(|_| ()));
    let (mut slowest, mut bad) = (Duration::ZERO, 0_usize);
    for number in 0..times {
        // Each input has dice of its own, so that one can be had again by its number.
        let mut dice = Dice::new(seed ^ (number as u64).rotate_left(32));
        let input = mutate::mutated(reader.seeds, reader.words, &mut dice);
        let before = busy();
        let panicked = catch_unwind(AssertUnwindSafe(|| (reader.read)(&input))).is_err();
        let took = busy().saturating_sub(before);
        slowest = slowest.max(took);
        if panicked || took > LONGEST {
            bad += 1;
            if bad <= SHOWN {
                let what = if panicked { "panicked" } else { "took long" };
                let shown =
                    String::from_utf8_lossy(&input).escape_debug().take(400).collect::<String>();
                println!("bad {what} at {number}: {shown}");
            }
        }
        if number % 4096 == 0 {
            println!("at {number}");
        }
    }
    println!("done {times} {bad} {}", slowest.as_millis());
    Ok(())
}

/// The processor's time that this process has had.
fn busy() -> Duration {
    clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID).map(Duration::from).unwrap_or_default()
}

/// How much address space this process has, in bytes.
fn taken() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = pages.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or_default();
    pages * 4096
}
