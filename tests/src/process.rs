//! Programs that a test starts, and that end with it.

use std::process::{Child, Command};

use rustix::process::{Pid, Signal, kill_process_group};

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
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}
