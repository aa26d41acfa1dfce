//! Programs that a test starts, and that end with it.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};

/// How long a killed group may take to be gone. Its programs hold no file any more long before
/// somebody collects what is left of them.
const GONE: Duration = Duration::from_secs(2);

/// A started program with everything that it starts in turn.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) child: Child,
}

impl Group {
    /// Starts a program at the head of a process group of its own.
    ///
    /// # Panics
    /// When it cannot be started; the message names the Debian package that brings it.
    pub(crate) fn start(command: &mut Command, package: &str) -> Self {
        use std::os::unix::process::CommandExt as _;
        let child = command.process_group(0).spawn().unwrap_or_else(|error| {
            let name = command.get_program().display();
            panic!("{name} cannot be started ({error}): sudo apt-get install {package}")
        });
        Self { child }
    }

    /// Ends the whole group at once, as a power cut would.
    pub(crate) fn kill(&mut self) {
        let group = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            // The group may be gone already, which is what is wanted.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
        // A program that the child started may outlive it by a moment, and hold its locks as long.
        let start = Instant::now();
        while group.is_some_and(|group| test_kill_process_group(group).is_ok())
            && start.elapsed() < GONE
        {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}
