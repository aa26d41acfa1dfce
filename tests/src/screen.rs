//! A screen that nobody sees.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::process::Group;

/// An X display server of the test's own.
#[derive(Debug)]
pub(crate) struct Screen {
    _server: Group,
    /// The value of `DISPLAY`, as in `:5`.
    pub(crate) name: String,
}

impl Screen {
    /// Starts the server on the first free display number and waits until it answers.
    ///
    /// # Panics
    /// When Xvfb is missing or does not start.
    pub(crate) fn start() -> Self {
        let mut command = Command::new("Xvfb");
        // The server writes the number it chose to standard output once it is ready.
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Group::start(&mut command, "xvfb");
        let mut number = String::new();
        let output = server.child.stdout.take().expect("the output was asked for");
        BufReader::new(output).read_line(&mut number).expect("Xvfb says its display number");
        assert!(!number.trim().is_empty(), "Xvfb ended before its display was ready");
        Self { _server: server, name: format!(":{}", number.trim()) }
    }
}
