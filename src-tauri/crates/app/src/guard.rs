//! Reading what others made, where neither a fault of a reader nor work without end may take the
//! program along.
//!
//! A panic ends the program at once, as a state that nobody thought of is not to be built on. Here
//! it does not: the work shares nothing with the rest, and what it was at is given up with it.

use std::cell::Cell;
use std::io;
use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// Files that lie in themselves a thousand times are read without running out of this.
const STACK: usize = 64 << 20;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Why guarded work gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// A fault in it.
    Crashed,
    /// It was not done in time. It goes on until it ends by itself; nobody waits for it.
    TooSlow,
}

/// Makes a panic end the program, except in guarded work. To be called once, at the start.
pub fn end_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        before(panic);
        if !GUARDED.get() {
            std::process::abort();
        }
    }));
}

/// Begins guarded work on a thread of its own.
pub(crate) fn spawn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<JoinHandle<T>> {
    Builder::new().name("guarded".to_owned()).stack_size(STACK).spawn(move || {
        GUARDED.set(true);
        work()
    })
}

/// Does guarded work and waits for it, but not longer than that.
pub(crate) fn guarded<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Stopped> {
    let (send, receive) = mpsc::sync_channel(1);
    // Nobody may be waiting any more.
    spawn(move || drop(send.send(work()))).map_err(|_| Stopped::Crashed)?;
    receive.recv_timeout(patience).map_err(stopped)
}

/// What it means that nothing came.
pub(crate) fn stopped(why: mpsc::RecvTimeoutError) -> Stopped {
    match why {
        mpsc::RecvTimeoutError::Timeout => Stopped::TooSlow,
        mpsc::RecvTimeoutError::Disconnected => Stopped::Crashed,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Stopped, guarded};

    #[test]
    fn neither_a_panic_nor_endless_work_is_waited_for() {
        let patience = Duration::from_secs(20);
        assert_eq!(guarded(patience, || 7), Ok(7));
        let crashed: Result<(), Stopped> = guarded(patience, || panic!("as a reader may"));
        assert_eq!(crashed, Err(Stopped::Crashed));
        let slow = guarded(Duration::from_millis(20), || {
            std::thread::sleep(Duration::from_secs(2));
        });
        assert_eq!(slow, Err(Stopped::TooSlow));
    }
}
