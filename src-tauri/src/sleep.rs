//! Locking the record when the computer has slept, so that whoever opens its lid finds it locked.

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use holdfast_app::Clock;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _};

use crate::desk::Desk;

/// How often the two clocks are compared.
const EVERY: Duration = Duration::from_secs(2);

/// How far the clock on the wall runs on by itself in that time: a correction, a busy computer.
const USUAL: Duration = Duration::from_secs(10);

/// Who is told that the record was locked.
#[derive(Default)]
pub(crate) struct Sleep {
    told: Mutex<Option<Channel<()>>>,
}

impl Sleep {
    /// Tells the page from now on.
    pub(crate) fn watch(&self, told: Channel<()>) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
    }

    fn tell(&self) {
        if let Some(told) = &*self.told.lock().unwrap_or_else(PoisonError::into_inner) {
            // Nobody listens where the page is gone.
            let _ = told.send(());
        }
    }
}

/// Compares the clock on the wall, which runs on while the computer sleeps, with the one that counts
/// how long it was awake.
pub(crate) fn watch(handle: AppHandle) {
    thread::spawn(move || {
        loop {
            let (awake, wall) = (Instant::now(), Clock::System.now());
            thread::sleep(EVERY);
            // A wall clock that was put back says nothing.
            let by_wall = (Clock::System.now() - wall).to_std().unwrap_or_default();
            if has_slept(by_wall, awake.elapsed()) && handle.state::<Desk>().lock() {
                handle.state::<Sleep>().tell();
            }
        }
    });
}

fn has_slept(by_wall: Duration, awake: Duration) -> bool {
    by_wall.saturating_sub(awake) > USUAL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_clock_that_ran_on_means_that_the_computer_slept() {
        let seconds = Duration::from_secs;
        let cases = [
            (seconds(2), seconds(2), false),
            (seconds(3), seconds(2), false),
            (seconds(0), seconds(2), false),
            (seconds(30), seconds(30), false),
            (seconds(60), seconds(2), true),
            (seconds(28_800), seconds(2), true),
        ];
        for (by_wall, awake, slept) in cases {
            assert_eq!(has_slept(by_wall, awake), slept, "{by_wall:?} and {awake:?}");
        }
    }
}
