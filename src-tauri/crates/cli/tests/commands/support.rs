//! A record of one dispute in a folder of its own, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The title of the dispute.
pub(crate) const DISPUTE: &str = "Cancelled crossing, refund taken back";

/// The folder with the record.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder can be made"));
        let story =
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/cancelled-crossing.json");
        home.done(&["import", story]);
        home
    }

    /// A folder in which there is no record yet.
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    /// What lies in the folder, by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("it can be listed");
        let mut names: Vec<String> = entries
            .map(|it| it.expect("it can be looked at").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Where something lies in the folder, or would.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts a file into the folder and gives its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), content).expect("written");
        text(&self.path(name))
    }

    /// Runs the program on the record.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it can be started")
    }

    /// Runs the program on the record with something said in its environment.
    pub(crate) fn run_with(&self, arguments: &[&str], name: &str, value: &str) -> Output {
        self.command(arguments).env(name, value).output().expect("it can be started")
    }

    /// Runs the program while nobody reads what it answers and says.
    pub(crate) fn run_unread(&self, arguments: &[&str]) -> Option<i32> {
        let unread = || {
            let (reader, writer) = std::io::pipe().expect("a pipe can be made");
            drop(reader);
            writer
        };
        let mut command = self.command(arguments);
        command.stdout(unread()).stderr(unread());
        command.status().expect("it can be started").code()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast-cli"));
        command.arg("--store").arg(self.path("home.db")).args(arguments);
        command
    }

    /// Runs what has to succeed, and gives what it printed.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert_eq!(code(&done), 0, "{arguments:?}: {}", errors(&done));
        String::from_utf8(done.stdout).expect("text")
    }
}

pub(crate) fn text(path: &Path) -> String {
    path.to_str().expect("our own paths are text").to_owned()
}

pub(crate) fn code(done: &Output) -> i32 {
    done.status.code().expect("it ended by itself")
}

pub(crate) fn errors(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

pub(crate) fn json(done: &Output) -> Value {
    serde_json::from_slice(&done.stdout).expect("nothing but JSON is on standard output")
}
