//! Figures of many runs, and processor time.

use std::time::Duration;

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

/// The middle one of some times; nothing of none.
pub fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The shortest of some times; nothing of none.
pub fn best(times: &[Duration]) -> Duration {
    times.iter().min().copied().unwrap_or_default()
}

/// The longest of some times; nothing of none.
pub fn worst(times: &[Duration]) -> Duration {
    times.iter().max().copied().unwrap_or_default()
}

/// How many times the second goes into the first, with two decimals.
pub fn ratio(of: Duration, to: Duration) -> String {
    let hundredths = of.as_micros() * 100 / to.as_micros().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A time in milliseconds with two decimals.
pub fn milliseconds(time: Duration) -> String {
    let hundredths = time.as_micros() / 10;
    format!("{}.{:02} ms", hundredths / 100, hundredths % 100)
}

/// A time in seconds with two decimals.
pub fn seconds(time: Duration) -> String {
    let hundredths = time.as_millis() / 10;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}

/// The processor time that this process has used so far, of all its threads, in and for it.
///
/// # Panics
/// When the system does not keep count.
pub fn own() -> Duration {
    processor_time(&usage(UsageWho::RUSAGE_SELF))
}

/// The processor time of the ended programs that this process has started.
///
/// # Panics
/// When the system does not keep count.
pub fn of_children() -> Duration {
    processor_time(&usage(UsageWho::RUSAGE_CHILDREN))
}

/// The most memory that this process has held at any one time, in MiB.
///
/// # Panics
/// When the system does not keep count.
pub fn peak_mebibytes() -> i64 {
    usage(UsageWho::RUSAGE_SELF).max_rss() / 1024
}

fn usage(who: UsageWho) -> Usage {
    getrusage(who).expect("the system keeps count of processor time")
}

fn processor_time(usage: &Usage) -> Duration {
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Duration::from_micros(u64::try_from(micros).unwrap_or_default())
}
